"""Panels of country, instrument and period, as event-history work needs them."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Literal, get_args

from tipdata.arguments import Basis, Day, check_basis, check_choice, read_run
from tipdata.dates import PartialDate
from tipdata.extras import need
from tipdata.load.edition import Edition
from tipdata.models.conventions import Country, Instrument
from tipdata.models.state import State
from tipdata.queries.lookup import (
    countries_of,
    edition_or_default,
    find_country,
    find_instrument,
    instruments_of,
)
from tipdata.state.breakpoints import Breakpoints, breakpoints

if TYPE_CHECKING:
    from narwhals.stable.v2 import Implementation

Frequency = Literal["year", "month", "day"]
KEPT = ("country", "country_alpha_3", "instrument", "period", "last_day")
PAIR, TIME = "__tipdata_pair", "__tipdata_time"
# What is true in some states of play, and what makes it false: the others.
TRUTHS = {
    "ratified": (
        frozenset({State.RATIFIED, State.IN_FORCE}),
        frozenset({State.NOT_RATIFIED, State.NO_LONGER_BOUND}),
    ),
    "in_force": (
        frozenset({State.IN_FORCE}),
        frozenset({State.NOT_RATIFIED, State.RATIFIED, State.NO_LONGER_BOUND}),
    ),
}
EXTRAS = {"polars": "polars", "pandas": "pandas", "pyarrow": "arrow"}


def panel(  # noqa: PLR0913 - what it covers, and what it rests on
    *,
    start: int | Day,
    end: int | Day,
    freq: Frequency = "year",
    country: str | int | Country | None = None,
    instrument: str | Instrument | None = None,
    basis: Basis = "printed",
    backend: Literal["polars", "pandas", "pyarrow"] = "polars",
    edition: Edition | None = None,
) -> Any:
    """Make a table of country, instrument and period: who was bound at the end of each.

    Args:
        start: The first period: the one that holds this day, or the first day of this month
            or year. An `int` is a year.
        end: The last period: the one that holds this day, or the last day of this month or
            year.
        freq: The length of a period: `"year"`, `"month"` or `"day"`.
        country: Only this country of the chart.
        instrument: Only this instrument.
        basis: What the statuses rest on, as in `status`.
        backend: What makes the table: `"polars"`, `"pandas"` or `"pyarrow"`.
        edition: The edition to ask; by default that of 2018.

    Returns:
        A `polars.DataFrame`, a `pandas.DataFrame` or a `pyarrow.Table`, with a row for each
        country, instrument and period, in the order of the chart and of time:

        - `country` (text), as the chart prints it; `country_alpha_3` (text);
        - `instrument` (text), its id;
        - `period` (text), in EDTF, such as `2017` or `2017-06`; `last_day` (date) of it;
        - `state` (text), on that day;
        - `ratified` (truth value): whether the country had consented to be bound and had
          not withdrawn; null where the evidence leaves both open;
        - `in_force` (truth value): whether the instrument was in force for it; null likewise;
        - `certain` (truth value): whether the evidence leaves one state of play only.

    Raises:
        ChoiceError: If there is no such frequency, basis or backend, or `start` lies after
            `end`.
        DateError: If `start` or `end` can't be read as a date.
        MissingExtraError: If narwhals or the backend is not installed.
        NotFoundError: If the chart has no such row or column.
        TypeError: If an argument is of a wrong type.

    Example:
        >>> import tipdata
        >>> years = tipdata.panel(start=2016, end=2019, country="Denmark", instrument="P029")
        >>> for row in years.select("period", "state", "ratified", "in_force", "certain").rows():
        ...     print(row)
        ('2016', 'not ratified', False, False, True)
        ('2017', 'ratified', True, False, True)
        ('2018', 'in force', True, True, True)
        ('2019', 'in force', True, True, True)
    """
    nw = need("narwhals.stable.v2", "frames")
    asked, basis = edition_or_default(edition), check_basis(basis)
    check_choice("freq", freq, get_args(Frequency))
    check_choice("backend", backend, tuple(EXTRAS))
    need(backend, EXTRAS[backend])
    first, last = read_run(start, end)
    countries, instruments = countries_of(asked, basis), instruments_of(asked, basis)
    if country is not None:
        countries = (find_country(country, asked, basis),)
    if instrument is not None:
        instruments = (find_instrument(instrument, asked, basis),)
    found = breakpoints(asked, instruments, basis, countries)
    return _made(
        found, tuple(_periods(first, last, freq)), nw.Implementation.from_backend(backend)
    )


def _made(
    found: tuple[Breakpoints, ...], periods: tuple[PartialDate, ...], engine: "Implementation"
) -> Any:
    """Cross the breakpoints with the periods, in columns, and compare them."""
    import narwhals.stable.v2 as nw

    from tipdata.frames.at_hand import table_at_hand
    from tipdata.frames.comparing import Truth, compared, is_any, state_of, with_truths
    from tipdata.frames.days import Days
    from tipdata.frames.engines import OWN, collected, day_type, planned
    from tipdata.frames.rule import ONE_STATE, rule

    last_day, text, number = nw.col("last_day"), nw.String(), nw.Int64()
    days = Days(last_day, last_day)
    sets = [states for pair in TRUTHS.values() for states in pair]
    asked = rule(found, dict.fromkeys((*ONE_STATE, *sets)), OWN)
    pairs: dict[str, Sequence[Any]] = {
        "country": [one.country.name for one in found],
        "country_alpha_3": [one.country.alpha_3 for one in found],
        "instrument": [one.instrument.id for one in found],
        PAIR: range(len(found)),
        **asked.columns,
    }
    times: dict[str, Sequence[Any]] = {
        "period": [str(period) for period in periods],
        "last_day": [period.latest for period in periods],
        TIME: range(len(periods)),
    }
    types: dict[str, nw.dtypes.DType] = {PAIR: number, TIME: number}
    types |= dict.fromkeys(("country", "country_alpha_3", "instrument", "period"), text)
    types |= dict.fromkeys(("last_day", *asked.columns), day_type(engine))
    crossed = table_at_hand(engine, pairs, types).join(
        table_at_hand(engine, times, types), how="cross"
    )
    rows, surely = compared(planned(crossed.sort(PAIR, TIME)), asked, days, f"{OWN}only_")
    known = ~last_day.is_null()
    truths = {
        name: Truth(is_any([yes], surely), is_any([yes, no], surely))
        for name, (yes, no) in TRUTHS.items()
    }
    truths["certain"] = Truth(is_any(ONE_STATE, surely), known)
    rows = with_truths(rows, [state_of(surely, known).alias("state")], truths)
    return nw.to_native(collected(rows.select(*KEPT, "state", *truths)))


def _periods(first: date, last: date, freq: Frequency) -> Iterator[PartialDate]:
    """Give the periods that hold a run of days."""
    if freq == "day":
        for days in range((last - first).days + 1):
            yield PartialDate.of(first + timedelta(days))
    elif freq == "month":
        for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
            yield PartialDate(month // 12, month % 12 + 1)
    else:
        for year in range(first.year, last.year + 1):
            yield PartialDate(year)
