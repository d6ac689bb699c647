"""The join of status columns to a plan of DuckDB or Spark, in expressions of its own SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import narwhals.stable.v2 as nw

from tipdata.frames.days import FIRST, LAST, ends_at
from tipdata.frames.engines import OWN
from tipdata.frames.intervals import SINGLE_STATES
from tipdata.frames.keys import check_keys, raise_unmatched
from tipdata.frames.read_sql import read_days, read_key
from tipdata.frames.request import CERTAIN, CHANGES, CONTESTED, ENTRY_INTO_FORCE, STATE
from tipdata.frames.sql_duckdb import DuckDB
from tipdata.frames.sql_spark import Spark
from tipdata.models.state import State

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tipdata.frames.intervals import IntervalEnds
    from tipdata.frames.read_sql import Dialect
    from tipdata.frames.request import EnrichRequest, StatusColumns

# Of the country, and of the instrument.
KEYS = [f"{OWN}country", f"{OWN}instrument"]
INDICES = [f"{OWN}country_index", f"{OWN}instrument_index"]
VALUE = f"{OWN}value"


def join_sql_plan(frame: Any, request: EnrichRequest) -> Any:
    """Add the new columns to a plan; when it is run, each of its rows is read once.

    Raises:
        NotFoundError: If a key names nothing, and the request is to raise that; to know, a
            part of the plan is run.
        TypeError: If a column is of a type that holds no keys or days.
    """
    plan: nw.LazyFrame[Any] = nw.from_native(frame)
    dialect: Dialect = DuckDB(frame) if plan.implementation.is_duckdb() else Spark(frame)
    types = plan.collect_schema() | dict.fromkeys(dialect.blanks(), nw.String())
    keys = {}
    for column in request.spellings:
        check_keys(request, column, types[column])
        key = read_key(dialect, dialect.column(column), types[column])
        keys[column] = dialect.exact(key)
    if request.raise_unmatched:
        for column, key in keys.items():
            _check_unmatched(dialect, column, key, request.spellings[column])
    days = read_days(dialect, dialect.column(request.on), types[request.on])
    first, last = ends_at(*days, request.at)
    named = dict(zip(KEYS, keys.values(), strict=False))
    rows = dialect.with_columns({**named, FIRST: first, LAST: last})
    joined = _join_breakpoints(dialect, rows, request)
    new = {name: sql for status in request.status for name, sql in _status(status).items()}
    return dialect.finished(joined, new)


def _check_unmatched(
    dialect: Dialect, column: str, key: str, spellings: Mapping[str, int]
) -> None:
    """Run as much of a plan as raises the error that names keys that name nothing."""
    name, index = KEYS[0], INDICES[0]
    rows = dialect.select({VALUE: dialect.column(column), name: key})
    joined = dialect.join(rows, _index_table(dialect, spellings, name, index), [name], "left")
    unmatched = dialect.different(joined, VALUE, f"{name} IS NOT NULL AND {index} IS NULL")
    raise_unmatched(column, unmatched)


def _join_breakpoints(dialect: Dialect, rows: Any, request: EnrichRequest) -> Any:
    """Join from keys to indices, and from indices to breakpoints.

    The small tables of countries are joined to each other first, so that a row is joined but
    once: to the breakpoints of its country and, where its key has an index, its instrument.
    """
    spellings = list(request.spellings.values())
    pairs = [divmod(row, request.instrument_count) for row in range(request.row_count)]
    numbers = dict(zip(INDICES, zip(*pairs, strict=True), strict=True))
    breakpoints = dialect.table({**numbers, **request.columns})
    countries = _index_table(dialect, spellings[0], KEYS[0], INDICES[0])
    keyed = dialect.join(countries, breakpoints, INDICES[:1], "inner")
    if request.instrument_column is None:
        return dialect.join(rows, keyed, KEYS[:1], "left")
    instruments = _index_table(dialect, spellings[1], KEYS[1], INDICES[1])
    rows = dialect.join(rows, instruments, KEYS[1:], "left")
    return dialect.join(rows, keyed, [KEYS[0], INDICES[1]], "left")


def _index_table(dialect: Dialect, spellings: Mapping[str, int], key: str, index: str) -> Any:
    """Make the table that leads from a key to an index."""
    known = dialect.spellings(spellings)
    return dialect.table({key: list(known), index: list(known.values())})


def _status(status: StatusColumns) -> dict[str, str]:
    """Return the expressions of the new columns of one prefix."""
    only = {states: _within(ends) for states, ends in status.intervals.intervals.items() if ends}
    singles = [(states, only[states]) for states in SINGLE_STATES if states in only]
    paired = f"{status.intervals.always} IS NOT NULL"
    known = f"{paired} AND {FIRST} IS NOT NULL"
    certain = " OR ".join(condition for _, condition in singles)
    cases = "".join(
        f" WHEN {condition} THEN '{next(iter(states)).value}'" for states, condition in singles
    )
    changes = " OR ".join(
        f"({period.first} = {FIRST} AND {period.last} = {LAST})"
        for period in status.intervals.changing
    )
    answers = {
        STATE: f"CASE{cases} WHEN {known} THEN '{State.UNCERTAIN.value}' END",
        CERTAIN: _truth(certain, known),
        ENTRY_INTO_FORCE: status.entry_into_force,
        CONTESTED: _truth(f"{status.contested} = 1", paired),
        CHANGES: _truth(changes or "FALSE", known),
    }
    columns = {f"{status.prefix}{name}": sql for name, sql in answers.items()}
    return {name: columns[name] for name in status.added}


def _truth(value: str, known: str) -> str:
    """Return a truth value that is null where it is not known."""
    return f"CASE WHEN {value} THEN TRUE WHEN {known} THEN FALSE END"


def _within(intervals: Sequence[IntervalEnds]) -> str:
    """Tell whether all the days of a row lie in one of some intervals."""
    return " OR ".join(
        "("
        + " AND ".join(
            ([f"{interval.first} <= {FIRST}"] if interval.first else [])
            + ([f"{LAST} <= {interval.last}"] if interval.last else [])
        )
        + ")"
        for interval in intervals
    )
