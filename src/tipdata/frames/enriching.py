"""The status of every row of a user's frame."""

from collections.abc import Iterator, Sequence
from typing import Literal, TypeVar, cast, get_args

from tipdata.errors import ChoiceError, NotFoundError
from tipdata.extras import need
from tipdata.models.conventions import Instrument
from tipdata.models.edition import Edition
from tipdata.queries.keys import check, check_choice, chosen, find_instrument
from tipdata.state.breakpoints import breakpoints
from tipdata.state.evidence import Basis, check_basis

F = TypeVar("F")
Unmatched = Literal["null", "raise"]

STATUS = ("state", "certain", "in_force_from")
OWN = "__tipdata_"


def enrich(  # noqa: PLR0913 - the frame, its columns, and what is asked of them
    frame: F,
    *,
    country: str,
    on: str,
    instrument: str | Instrument | Sequence[str | Instrument],
    basis: Basis = "printed",
    unmatched: Unmatched = "null",
    edition: Edition | None = None,
) -> F:
    """Add the treaty status of each row's country on its day.

    Every row is kept once, and gets what `status` says of its country and day: `state`,
    `certain`, and `in_force_from`, the day from which the instrument is in force for the
    country where the evidence leaves one day only. All are null where the country is
    outside the chart. A row without a day has no state.

    Args:
        frame: A frame of pandas, Polars (eager or lazy), pyarrow, DuckDB or PySpark. What
            is lazy or distributed stays a plan: nothing is pulled to the client.
        country: The column of countries: names as printed, ISO 3166-1 codes (alpha-2,
            alpha-3, or numeric as texts or numbers), mixed and in any case.
        on: The column of days: dates; times, of which the date counts in their own zone;
            texts as `status` takes them (in ISO form only where the frame is lazy); or
            numbers that are years. For a month or a year the status is that of all its days.
        instrument: A key of an instrument; several of them, then the new columns carry
            each one's id before their names, such as `P029_state`; or the column that
            names the instrument of each row.
        basis: What the statuses rest on, as in `status`.
        unmatched: `"null"`: a country or an instrument outside the chart gives nulls;
            `"raise"`: it is an error. To find them a lazy plan is run. A blank is neither.
        edition: The edition to ask; by default that of 2018.

    Returns:
        A frame of the same kind. A frame of pandas keeps its index; pandas, pyarrow and
        Polars keep the order of the rows.

    Raises:
        ChoiceError: If there is no such basis, or the frame has a column of a new one's name.
        DateError: If a value of `on` can't be read, and the frame isn't lazy.
        MissingExtraError: If narwhals is not installed.
        NotFoundError: If the frame has no such column, the chart no such instrument, or,
            with `unmatched="raise"`, no such country.
        TypeError: If an argument or a column is of a wrong type.

    Example:
        >>> import polars as pl
        >>> import tipdata
        >>> cases = pl.DataFrame({"country": ["DK", "fiji", "Chad"], "year": [2019, 2017, 2017]})
        >>> found = tipdata.enrich(cases, country="country", on="year", instrument="P029")
        >>> for row in found.rows():
        ...     print(row)
        ('DK', 2019, 'in force', True, datetime.date(2018, 6, 14))
        ('fiji', 2017, 'not ratified', True, None)
        ('Chad', 2017, None, None, None)
    """
    nw = need("narwhals.stable.v2", "frames")
    from tipdata.frames.days import read_days
    from tipdata.frames.engines import closed, ignores_case, is_lazy, left_join, names_of, opened
    from tipdata.frames.matching import matched
    from tipdata.frames.rule import IN_FORCE_FROM, is_certain, state_of, with_possible

    asked, basis = chosen(edition), check_basis(basis)
    check_choice("unmatched", unmatched, get_args(Unmatched))
    names = names_of(frame)
    for argument, column in (("country", country), ("on", on)):
        check(argument, column, str)
        if column not in names:
            raise NotFoundError(f"{argument}: {_no_column(column, names)}")
    wanted = tuple(_wanted(instrument, names, asked))
    added = [f"{prefix}{name}" for prefix, _, _ in wanted for name in STATUS]

    used = [country, on, *(column for _, column, _ in wanted if column)]
    _check_names(added, names, used, without_case=ignores_case(frame))
    rows, read = opened(frame, used)
    rows, days = read_days(rows, read[on], eager=not is_lazy(frame))
    kept, given = rows.collect_schema().names(), rows
    for prefix, namer, instruments in wanted:
        keys = [read[country], *([read[namer]] if namer else [])]
        found = breakpoints(asked, instruments, basis)
        beside = matched(given, keys, found, days, strict=unmatched == "raise")
        joined = left_join(rows, beside, keys)
        rows, possible = with_possible(joined, found, days, (*kept, IN_FORCE_FROM))
        rows = rows.select(
            *kept,
            state_of(possible).alias(f"{prefix}state"),
            is_certain().alias(f"{prefix}certain"),
            nw.col(IN_FORCE_FROM).alias(f"{prefix}in_force_from"),
        )
        kept += [f"{prefix}{name}" for name in STATUS]
    own = [name for name in kept if name.startswith(OWN)]
    return cast("F", closed(rows.drop(own), frame, added))


def _wanted(
    instrument: str | Instrument | Sequence[str | Instrument], names: list[str], edition: Edition
) -> Iterator[tuple[str, str | None, tuple[Instrument, ...]]]:
    """Give what is asked for: the prefix, the column that names instruments, and these."""
    if isinstance(instrument, (str, Instrument)):
        try:
            yield "", None, (find_instrument(instrument, edition),)
        except NotFoundError as error:
            if instrument not in names:
                raise NotFoundError(f"{error}; {_no_column(str(instrument), names)}") from None
            yield "", str(instrument), edition.conventions.instruments
    else:
        check("instrument", instrument, list, tuple)
        if not instrument:
            raise ChoiceError("instrument must name one at least, not none")
        for key in instrument:
            one = find_instrument(key, edition)
            yield f"{one.id}_", None, (one,)


def _check_names(new: list[str], names: list[str], used: list[str], *, without_case: bool) -> None:
    for column in used:
        if used.count(column) > 1:
            raise ChoiceError(f"the column {column!r} can't be two of country, on and instrument")
    there = [str(name) for name in (*names, *new)]
    compared = [name.casefold() for name in there] if without_case else there
    for name, same in zip(there, compared, strict=True):
        if same.startswith(OWN) or compared.count(same) > 1:
            raise ChoiceError(f"the column {name!r} would stand there twice: rename or drop it")


def _no_column(name: str, names: list[str]) -> str:
    return f"the frame has no column {name!r}; it has {', '.join(map(repr, names))}"
