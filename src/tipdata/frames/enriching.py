"""The status of every row of a user's frame."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast, get_args

from tipdata.arguments import At, Basis, check_basis, check_choice
from tipdata.errors import ChoiceError, NotFoundError, check_type
from tipdata.extras import need
from tipdata.load.edition import Edition
from tipdata.models.conventions import Instrument
from tipdata.queries.lookup import (
    countries_of,
    edition_or_default,
    find_instrument,
    instruments_of,
)
from tipdata.state.breakpoints import breakpoints

if TYPE_CHECKING:
    from narwhals.stable.v2 import DataFrame, LazyFrame

    from tipdata.frames.request import EnrichRequest

F = TypeVar("F")
Unmatched = Literal["null", "raise"]


def enrich(  # noqa: PLR0913 - the frame, its columns, and what is asked of them
    frame: F,
    *,
    country: str,
    on: str,
    instrument: str | Instrument | Sequence[str | Instrument],
    at: At = "whole",
    basis: Basis = "printed",
    prefix: str = "",
    unmatched: Unmatched = "null",
    edition: Edition | None = None,
) -> F:
    """Add the treaty status of each row's country on its day.

    Every row is kept once, and gets what `status` says of its country and day, in columns:

    - `state` (text); `certain` (truth value): whether the evidence leaves one state only;
    - `entry_into_force` (date), from which the instrument is in force for the country where
      the evidence leaves one day only; of a state that withdrew and consented again it is the
      day of the last consent, on every row;
    - `contested` (truth value), with `basis="printed"` only: whether an erratum contradicts
      the printed cell, whatever the day is;
    - `changes` (truth value), only where `on` may hold periods and `at` is `"whole"`: whether
      the state changes for certain within the month or the year. A column of dates or times
      holds none; one of texts, numbers or objects may, whatever is in it.

    All are null where the country is outside the chart. A row without a day has neither
    `state` nor `certain` nor `changes`.

    Args:
        frame: A frame of pandas, Polars (eager or lazy), pyarrow, DuckDB or PySpark, or of
            another engine that narwhals takes, such as Dask, Ibis or SQLFrame. What is lazy
            or distributed stays a plan: nothing is pulled to the client.
        country: The column of countries: names as printed, ISO 3166-1 codes (alpha-2,
            alpha-3, or numeric as texts or numbers), mixed and in any case.
        on: The column of days: dates; times, of which the date counts in their own zone;
            texts as `status` takes them (of DuckDB and Spark, in extended ISO form only; of
            Dask, Ibis and SQLFrame, none); or numbers that are years.
        instrument: A key of an instrument; several of them, then the new columns carry
            each one's id before their names, such as `P029_state`; or the column that
            names the instrument of each row.
        at: Of a month or a year, `"whole"` asks for the status of all its days, `"start"` for
            that of its first and `"end"` for that of its last day.
        basis: What the statuses rest on, as in `status`. The print is certain only until a
            denunciation can have taken effect: of days after the chart's closing date ask
            `"register"`.
        prefix: What the names of the new columns begin with, before an instrument's id:
            `"tip_"` makes them `tip_state`, or `tip_P029_state`.
        unmatched: `"null"`: a country or an instrument outside the chart gives nulls;
            `"raise"`: it is an error, and a part of a plan is run to know. A blank is neither.
        edition: The edition to ask; by default that of 2018.

    Returns:
        A frame of the same kind. A frame of pandas keeps its index; pandas, pyarrow and
        Polars keep the order of the rows.

    Raises:
        ChoiceError: If there is no such basis or `at`, or the frame has a column of a new
            one's name.
        DateError: If a value of `on` can't be read; a plan raises it when it is run, one of
            DuckDB or Spark as an error of its own.
        MissingExtraError: If narwhals is not installed.
        NotFoundError: If the frame has no such column, the chart no such instrument, or,
            with `unmatched="raise"`, no such country.
        TypeError: If an argument or a column is of a wrong type.

    Example:
        >>> import polars as pl
        >>> import tipdata
        >>> cases = pl.DataFrame({"country": ["DK", "fiji", "Chad"], "year": [2017, 2017, 2017]})
        >>> asked = {"country": "country", "on": "year", "instrument": "P029"}
        >>> for row in tipdata.enrich(cases, **asked, at="end").rows():
        ...     print(row)
        ('DK', 2017, 'ratified', True, datetime.date(2018, 6, 14), False)
        ('fiji', 2017, 'not ratified', True, None, False)
        ('Chad', 2017, None, None, None, None)
        >>> tipdata.enrich(cases, **asked).select("state", "certain", "changes").rows()
        [('uncertain', False, True), ('not ratified', True, False), (None, None, None)]
    """
    need("narwhals.stable.v2", "frames")
    from tipdata.frames.days import periods_in
    from tipdata.frames.engines import column_names, ignores_case, open_frame, workable_type
    from tipdata.frames.request import EnrichRequest, status_columns

    edition, basis = edition_or_default(edition), check_basis(basis)
    check_choice("unmatched", unmatched, get_args(Unmatched))
    check_choice("at", at, get_args(At))
    rows = open_frame(frame)
    names = column_names(frame, rows)
    for argument, column in (("country", country), ("on", on)):
        check_type(argument, column, str)
        if column not in names:
            raise NotFoundError(f"{argument}: {_no_column(column, names)}")
    check_type("prefix", prefix, str)
    instrument_column, instruments = _instruments(instrument, names, edition, basis)
    request = EnrichRequest(
        country=country,
        on=on,
        at=at,
        instrument_column=instrument_column,
        spellings=_spellings(country, instrument_column, edition, basis),
        instrument_count=len(instruments_of(edition, basis)) if instrument_column else 1,
        status=status_columns(
            (
                (f"{prefix}{instrument_prefix}", breakpoints(edition, records, basis))
                for instrument_prefix, records in instruments
            ),
            contested=basis == "printed",
            periods=periods_in(workable_type(rows, on), at),
        ),
        raise_unmatched=unmatched == "raise",
    )
    _check_names(request, names, without_case=ignores_case(frame, rows.implementation))
    return cast("F", _join(frame, rows, names, request))


def _instruments(
    instrument: str | Instrument | Sequence[str | Instrument],
    names: list[str],
    edition: Edition,
    basis: Basis,
) -> tuple[str | None, list[tuple[str, tuple[Instrument, ...]]]]:
    """Return the column that names instruments, and for each prefix the instruments."""
    if isinstance(instrument, (str, Instrument)):
        try:
            return None, [("", (find_instrument(instrument, edition, basis),))]
        except NotFoundError as error:
            if instrument not in names:
                raise NotFoundError(f"{error}; {_no_column(str(instrument), names)}") from None
            return str(instrument), [("", instruments_of(edition, basis))]
    check_type("instrument", instrument, list, tuple)
    if not instrument:
        raise ChoiceError("instrument must name one at least, not none")
    records = [find_instrument(key, edition, basis) for key in instrument]
    return None, [(f"{record.id}_", (record,)) for record in records]


def _spellings(
    country: str, instrument_column: str | None, edition: Edition, basis: Basis
) -> dict[str, dict[str, int]]:
    """Return for each column of keys what its keys name."""
    from tipdata.frames.keys import index_spellings

    spellings = {country: index_spellings(countries_of(edition, basis))}
    if instrument_column is not None:
        spellings[instrument_column] = index_spellings(instruments_of(edition, basis))
    return spellings


def _join(
    frame: Any,
    rows: "DataFrame[Any] | LazyFrame[Any]",
    names: list[str],
    request: "EnrichRequest",
) -> Any:
    """Add the new columns in the way of the frame's engine."""
    from narwhals.stable.v2 import LazyFrame, to_native

    from tipdata.frames.engines import SPARK, SQL, add_columns
    from tipdata.frames.join_by_expressions import join_by_expressions
    from tipdata.frames.join_eager import join_polars_plan, status_of_rows
    from tipdata.frames.join_sql import join_sql_plan

    engine = rows.implementation
    if not isinstance(rows, LazyFrame):
        return add_columns(frame, status_of_rows(rows, request))
    if engine.is_polars():
        return join_polars_plan(frame, request)
    if engine not in SQL or engine in SPARK:
        _check_own(names)
    if engine in SQL:
        return join_sql_plan(frame, request)
    return to_native(join_by_expressions(rows, request))


def _check_names(request: "EnrichRequest", names: list[Any], *, without_case: bool) -> None:
    """Raise the error that names a column that would have two roles, or a name two columns."""
    used = (request.country, request.on, request.instrument_column)
    for column in used:
        if used.count(column) > 1:
            raise ChoiceError(f"the column {column!r} can't be two of country, on and instrument")
    after = [str(name) for name in (*names, *request.added)]
    compared = [name.casefold() for name in after] if without_case else after
    new = compared[len(names) :]
    for name, same in zip(after, compared, strict=True):
        if same in new and compared.count(same) > 1:
            raise ChoiceError(f"the column {name!r} would stand there twice: rename or drop it")
        if name in used and compared.count(same) > 1:
            raise ChoiceError(f"the column {name!r} stands there twice: rename or drop one")


def _check_own(names: list[str]) -> None:
    """Raise the error that names a column of the user where others of such names come to be."""
    from tipdata.frames.engines import OWN

    for name in names:
        if name.casefold().startswith(OWN):
            raise ChoiceError(f"the name {name!r} is needed for a while: rename the column")


def _no_column(name: str, names: list[str]) -> str:
    return f"the frame has no column {name!r}; it has {', '.join(map(repr, names))}"
