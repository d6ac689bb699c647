"""The join of status columns to a plan of DuckDB or Spark, in expressions of its own SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import narwhals.stable.v2 as nw

from tipdata.frames.days import FIRST, LAST
from tipdata.frames.engines import OWN
from tipdata.frames.intervals import SINGLE_STATES
from tipdata.frames.keys import check_keys, raise_unmatched
from tipdata.frames.read_sql import read_days, read_key
from tipdata.frames.request import CERTAIN, ENTRY_INTO_FORCE, STATE
from tipdata.frames.sql_duckdb import DuckDB
from tipdata.frames.sql_spark import Spark
from tipdata.models.state import State

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tipdata.frames.intervals import IntervalEnds
    from tipdata.frames.read_sql import Dialect
    from tipdata.frames.request import EnrichRequest, StatusColumns
    from tipdata.frames.sql_text import Columns

KEY, VALUE = f"{OWN}key", f"{OWN}value"


def join_sql_plan(frame: Any, request: EnrichRequest) -> Any:
    """Add the new columns to a plan; when it is run, each of its rows is read once.

    Raises:
        NotFoundError: If a key names nothing, and the request is to raise that; to know, a
            part of the plan is run.
        TypeError: If a column is of a type that holds no keys or days.
    """
    rows: nw.LazyFrame[Any] = nw.from_native(frame)
    dialect: Dialect = DuckDB() if rows.implementation.is_duckdb() else Spark()
    types = rows.collect_schema() | dict.fromkeys(dialect.blanks(frame), nw.String())
    columns = {name: dialect.column(frame, name) for name in request.used}
    keys = {}
    for number, column in enumerate(request.spellings):
        check_keys(request, column, types[column])
        key = read_key(dialect, columns[column], types[column])
        keys[column] = f"{KEY}_{number}", dialect.exact(key)
    first, last = read_days(dialect, columns[request.on], types[request.on])
    if request.raise_unmatched:
        for column, (name, key) in keys.items():
            read = dialect.select(frame, {VALUE: columns[column], name: key})
            joined, index = _join_index(dialect, read, name, request.spellings[column])
            unmatched = f"{name} IS NOT NULL AND {index} IS NULL"
            raise_unmatched(column, dialect.different(joined, VALUE, unmatched))
    read = dialect.with_columns(frame, {**dict(keys.values()), FIRST: first, LAST: last})
    names = {column: name for column, (name, _) in keys.items()}
    joined = _join_breakpoints(dialect, read, request, names)
    status = {name: sql for each in request.status for name, sql in _status(each).items()}
    return dialect.finished(joined, frame.columns, status)


def _join_breakpoints(
    dialect: Dialect, rows: Any, request: EnrichRequest, keys: Mapping[str, str]
) -> Any:
    """Join from keys to indices, and from indices to breakpoints."""
    indices = []
    for column, key in keys.items():
        rows, index = _join_index(dialect, rows, key, request.spellings[column])
        indices.append(index)
    length = len(next(iter(request.columns.values())))
    pairs = (divmod(row, request.instrument_count) for row in range(length))
    columns: Columns = {
        **dict(zip(indices, zip(*pairs, strict=True), strict=False)),
        **request.columns,
    }
    return dialect.left_join(rows, dialect.table(rows, columns), indices)


def _join_index(
    dialect: Dialect, rows: Any, key: str, spellings: Mapping[str, int]
) -> tuple[Any, str]:
    """Join the index of what each key names; return its name too."""
    index = f"{key}_index"
    known = dialect.spellings(spellings)
    table = dialect.table(rows, {key: list(known), index: list(known.values())})
    return dialect.left_join(rows, table, [key]), index


def _status(status: StatusColumns) -> dict[str, str]:
    """Return the expressions of the new columns of one prefix."""
    only = {states: _within(ends) for states, ends in status.intervals.intervals.items() if ends}
    singles = [(states, only[states]) for states in SINGLE_STATES if states in only]
    known = f"{status.intervals.always} IS NOT NULL AND {FIRST} IS NOT NULL"
    certain = " OR ".join(condition for _, condition in singles)
    cases = "".join(
        f" WHEN {condition} THEN '{next(iter(states)).value}'" for states, condition in singles
    )
    return {
        f"{status.prefix}{STATE}": f"CASE{cases} WHEN {known} THEN '{State.UNCERTAIN.value}' END",
        f"{status.prefix}{CERTAIN}": f"CASE WHEN {certain} THEN TRUE WHEN {known} THEN FALSE END",
        f"{status.prefix}{ENTRY_INTO_FORCE}": status.entry_into_force,
    }


def _within(intervals: Sequence[IntervalEnds]) -> str:
    """Tell whether all the days of a row lie in one of some intervals."""
    return " OR ".join(
        "("
        + " AND ".join(
            ([f"{ends.first} <= {FIRST}"] if ends.first else [])
            + ([f"{LAST} <= {ends.last}"] if ends.last else [])
        )
        + ")"
        for ends in intervals
    )
