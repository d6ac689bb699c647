"""Panels of country, instrument and period, as event-history work needs them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Literal, get_args, overload

from tipdata.arguments import At, Basis, Day, check_basis, check_choice, read_run
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
    import pandas
    import polars
    import pyarrow
    from narwhals.stable.v2 import DataFrame, Implementation

Frequency = Literal["year", "month", "day"]
KEPT = ("country", "country_alpha_3", "instrument", "period")
FIRST_DAY, LAST_DAY = "first_day", "last_day"
PAIR, TIME, CONTESTED = "__tipdata_pair", "__tipdata_time", "__tipdata_contested"
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


# For checkers alone: at run time what panels are made of need not be installed.
if TYPE_CHECKING:

    @overload
    def panel(
        *,
        start: int | Day,
        end: int | Day,
        freq: Frequency = ...,
        at: At = ...,
        country: str | int | Country | None = ...,
        instrument: str | Instrument | None = ...,
        basis: Basis = ...,
        backend: Literal["polars"] = ...,
        edition: Edition | None = ...,
    ) -> "polars.DataFrame": ...

    @overload
    def panel(
        *,
        start: int | Day,
        end: int | Day,
        freq: Frequency = ...,
        at: At = ...,
        country: str | int | Country | None = ...,
        instrument: str | Instrument | None = ...,
        basis: Basis = ...,
        backend: Literal["pandas"],
        edition: Edition | None = ...,
    ) -> "pandas.DataFrame": ...

    @overload
    def panel(
        *,
        start: int | Day,
        end: int | Day,
        freq: Frequency = ...,
        at: At = ...,
        country: str | int | Country | None = ...,
        instrument: str | Instrument | None = ...,
        basis: Basis = ...,
        backend: Literal["pyarrow"],
        edition: Edition | None = ...,
    ) -> "pyarrow.Table": ...


def panel(  # noqa: PLR0913 - what it covers, and what it rests on
    *,
    start: int | Day,
    end: int | Day,
    freq: Frequency = "year",
    at: At = "end",
    country: str | int | Country | None = None,
    instrument: str | Instrument | None = None,
    basis: Basis = "printed",
    backend: Literal["polars", "pandas", "pyarrow"] = "polars",
    edition: Edition | None = None,
) -> Any:
    """Make a table of country, instrument and period: who was bound, by default at their ends.

    Args:
        start: The first period: the one that holds this day, or the first day of this month
            or year. An `int` is a year.
        end: The last period: the one that holds this day, or the last day of this month or
            year.
        freq: The length of a period: `"year"`, `"month"` or `"day"`.
        at: Of each period, `"end"` asks for the status on its last day, `"start"` for that on
            its first, and `"whole"` for that of all its days.
        country: Only this country.
        instrument: Only this instrument.
        basis: What the statuses rest on, as in `status`. The print is certain only until a
            denunciation can have taken effect: of days after the chart's closing date ask
            `"register"`.
        backend: What makes the table: `"polars"`, `"pandas"` or `"pyarrow"`.
        edition: The edition to ask; by default that of 2018.

    Returns:
        A `polars.DataFrame`, a `pandas.DataFrame` or a `pyarrow.Table`, with a row for each
        country, instrument and period, in the order of the chart, then of the register, and
        of time:

        - `country` (text), as the chart prints it; `country_alpha_3` (text);
        - `instrument` (text), its id;
        - `period` (text), in EDTF, such as `2017` or `2017-06`; `last_day` (date) of it, or
          `first_day`, or both, as `at` asks;
        - `state` (text), on that day, or on all days from the one to the other;
        - `ratified` (truth value): whether the country had consented to be bound and had
          not withdrawn; null where the evidence leaves both open, or both were true in turn;
        - `in_force` (truth value): whether the instrument was in force for it; null likewise;
        - `certain` (truth value): whether the evidence leaves one state of play only;
        - `contested` (truth value), with `basis="printed"` only: whether an erratum contradicts
          the printed cell;
        - `changes` (truth value), with `at="whole"` and months or years only: whether the state
          changes for certain within the period.

    Raises:
        ChoiceError: If there is no such frequency, `at`, basis or backend, or `start` lies
            after `end`.
        DateError: If `start` or `end` can't be read as a date.
        MissingExtraError: If narwhals or the backend is not installed.
        NotFoundError: If the chart has no such row or column.
        TypeError: If an argument is of a wrong type.

    Example:
        >>> import tipdata
        >>> asked = {"country": "Denmark", "instrument": "P029", "basis": "register"}
        >>> years = tipdata.panel(start=2016, end=2019, **asked)
        >>> for row in years.select("period", "state", "ratified", "in_force", "certain").rows():
        ...     print(row)
        ('2016', 'not ratified', False, False, True)
        ('2017', 'ratified', True, False, True)
        ('2018', 'in force', True, True, True)
        ('2019', 'in force', True, True, True)
    """
    nw = need("narwhals.stable.v2", "frames")
    edition, basis = edition_or_default(edition), check_basis(basis)
    check_choice("freq", freq, get_args(Frequency))
    check_choice("at", at, get_args(At))
    check_choice("backend", backend, tuple(EXTRAS))
    need(backend, EXTRAS[backend])
    first, last = read_run(start, end)
    countries, instruments = countries_of(edition, basis), instruments_of(edition, basis)
    if country is not None:
        countries = (find_country(country, edition, basis),)
    if instrument is not None:
        instruments = (find_instrument(instrument, edition, basis),)
    return _table(
        breakpoints(edition, instruments, basis, countries),
        tuple(_periods(first, last, freq)),
        nw.Implementation.from_backend(backend),
        at,
        contested=basis == "printed",
    )


def _table(
    pairs: tuple[Breakpoints, ...],
    periods: tuple[PartialDate, ...],
    engine: "Implementation",
    at: At,
    *,
    contested: bool,
) -> Any:
    """Cross the breakpoints with the periods, in columns, and compare them."""
    import narwhals.stable.v2 as nw

    from tipdata.frames.compare_days import Truth, add_truths, compare, is_any, is_one_of, state_of
    from tipdata.frames.days import Days, ends_at
    from tipdata.frames.engines import OWN, collect, to_plan
    from tipdata.frames.intervals import SINGLE_STATES, interval_columns

    ends, precision = ends_at(FIRST_DAY, LAST_DAY, at), periods[0].precision
    days = Days(*map(nw.col, ends))
    changing = (precision,) if at == "whole" and precision != "day" else ()
    sets = [states for both in TRUTHS.values() for states in both]
    intervals = interval_columns(pairs, dict.fromkeys((*SINGLE_STATES, *sets)), OWN, changing)
    crossed = _crossed(pairs, intervals.columns, periods, engine)
    comparison = compare(intervals, days, f"{OWN}only_")
    known = ~days.first.is_null()
    truths = {
        name: Truth(is_any([yes], comparison.only), is_any([yes, no], comparison.only))
        for name, (yes, no) in TRUTHS.items()
    }
    truths["certain"] = Truth(is_any(SINGLE_STATES, comparison.only), known)
    truths |= {"contested": Truth(nw.col(CONTESTED), known)} if contested else {}
    truths |= {"changes": Truth(is_one_of(intervals.changing, days), known)} if changing else {}
    rows = to_plan(crossed.sort(PAIR, TIME)).with_columns(**comparison.flags)
    rows = add_truths(rows, [state_of(comparison.only, known).alias("state")], truths)
    return nw.to_native(collect(rows.select(*KEPT, *dict.fromkeys(ends), "state", *truths)))


def _crossed(
    pairs: tuple[Breakpoints, ...],
    intervals: Mapping[str, Sequence[date | None]],
    periods: tuple[PartialDate, ...],
    engine: "Implementation",
) -> "DataFrame[Any]":
    """Make a table with a row for each pair and period, which numbers both."""
    import narwhals.stable.v2 as nw

    from tipdata.frames.eager import eager_table
    from tipdata.frames.engines import day_type

    of_pairs: dict[str, Sequence[Any]] = {
        "country": [pair.country.name for pair in pairs],
        "country_alpha_3": [pair.country.alpha_3 for pair in pairs],
        "instrument": [pair.instrument.id for pair in pairs],
        CONTESTED: [pair.contested for pair in pairs],
        PAIR: range(len(pairs)),
        **intervals,
    }
    of_periods: dict[str, Sequence[Any]] = {
        "period": [str(period) for period in periods],
        FIRST_DAY: [period.earliest for period in periods],
        LAST_DAY: [period.latest for period in periods],
        TIME: range(len(periods)),
    }
    types: dict[str, nw.dtypes.DType] = {PAIR: nw.Int64(), TIME: nw.Int64()}
    types |= {CONTESTED: nw.Boolean(), **dict.fromkeys(KEPT, nw.String())}
    types |= dict.fromkeys((FIRST_DAY, LAST_DAY, *intervals), day_type(engine))
    table = eager_table(engine, of_pairs, types)
    return table.join(eager_table(engine, of_periods, types), how="cross")


def _periods(first: date, last: date, freq: Frequency) -> Iterator[PartialDate]:
    """Yield the periods that hold a run of days."""
    if freq == "day":
        for days in range((last - first).days + 1):
            yield PartialDate.of(first + timedelta(days))
    elif freq == "month":
        for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
            yield PartialDate(month // 12, month % 12 + 1)
    else:
        for year in range(first.year, last.year + 1):
            yield PartialDate(year)
