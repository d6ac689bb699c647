"""The answers to a question about a plan of DuckDB or Spark, which its engine makes."""

from __future__ import annotations

from re import fullmatch
from typing import TYPE_CHECKING, Any

import narwhals.stable.v2 as nw

from tipdata.frames.days import FIRST, LAST, holds_days, no_days
from tipdata.frames.dialects import CAPITALS, SPACES, DuckDB, Spark
from tipdata.frames.engines import OWN
from tipdata.frames.keys import TEXTS, check_keys, refuse, spellings
from tipdata.frames.question import CERTAIN, ENTRY_INTO_FORCE, STATE, answers, at
from tipdata.frames.rule import ONE_STATE
from tipdata.models.state import State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipdata.frames.dialects import Columns, Dialect
    from tipdata.frames.question import Answer, Question
    from tipdata.frames.rule import Run
    from tipdata.models.record import Record

    DType = nw.dtypes.DType

COUNTRY, INSTRUMENT, ID = f"{OWN}country", f"{OWN}instrument", f"{OWN}id"
HOUR, SIXTIETH = "([01][0-9]|2[0-3])", "[0-5][0-9]"
ZONE = f"(Z|[+-]{HOUR}(:?{SIXTIETH})?)?"
TIME = f"[T ]{HOUR}(:{SIXTIETH}(:{SIXTIETH}([.][0-9]+)?)?)?{ZONE}"
FORMS = "'2017', '2019-01', '2018-06-14', the last with a time"
# A year, a month, or a day, perhaps with a time, in the extended form of ISO 8601.
MOMENT = f"^[0-9]{{4}}(-[0-9]{{2}}(-[0-9]{{2}}({TIME})?)?)?$"


def answered_in_sql(frame: Any, question: Question) -> Any:
    """Add the new columns to a plan; when it is run, each of its rows is read once.

    Raises:
        NotFoundError: If the question is strict, and a key names nothing; to know, a part of
            the plan is run.
        TypeError: If a column is of a type that holds no keys or days.
    """
    given: nw.LazyFrame[Any] = nw.from_native(frame)
    dialect = DuckDB() if given.implementation.is_duckdb() else Spark()
    types = given.collect_schema() | dict.fromkeys(dialect.blanks(frame), nw.String())
    columns = {name: dialect.column(frame, name) for name in question.used}
    keys = {}
    for column in question.records:
        check_keys(question, column, types[column])
        keys[column] = _key(dialect, columns[column], types[column])
    first, last = _days(dialect, columns[question.on], types[question.on])
    if question.strict:
        for column, records in question.records.items():
            known = ", ".join(map(dialect.key, _spellings(records)))
            key = keys[column]
            unless = f"{key} IS NULL OR {dialect.exact(key)} IN ({known})"
            refuse(column, dialect.different(frame, columns[column], unless))
    made = {FIRST: first, LAST: last}
    made |= zip((COUNTRY, INSTRUMENT), map(dialect.exact, keys.values()), strict=False)
    asked = answers(question)
    joined = _joined(dialect, dialect.with_columns(frame, made), question, asked)
    new = {name: made for one in asked for name, made in _answered(one).items()}
    return dialect.finished(joined, frame.columns, new)


def _answered(asked: Answer) -> dict[str, str]:
    """Give the expressions of the new columns of one prefix."""
    only = {states: _within(runs) for states, runs in asked.rule.runs.items() if runs}
    known = f"{asked.rule.column} IS NOT NULL AND {FIRST} IS NOT NULL"
    certain = " OR ".join(only[one] for one in ONE_STATE if one in only)
    states = "".join(
        f" WHEN {only[one]} THEN '{next(iter(one)).value}'" for one in ONE_STATE if one in only
    )
    return {
        f"{asked.prefix}{STATE}": f"CASE{states} WHEN {known} THEN '{State.UNCERTAIN.value}' END",
        f"{asked.prefix}{CERTAIN}": f"CASE WHEN {certain} THEN TRUE WHEN {known} THEN FALSE END",
        f"{asked.prefix}{ENTRY_INTO_FORCE}": asked.entry_into_force,
    }


def _within(runs: Sequence[Run]) -> str:
    """Tell whether all the days lie in one of some runs."""
    return " OR ".join(
        "("
        + " AND ".join(
            ([f"{run.first} <= {FIRST}"] if run.first else [])
            + ([f"{LAST} <= {run.last}"] if run.last else [])
        )
        + ")"
        for run in runs
    )


def _joined(dialect: Dialect, rows: Any, question: Question, asked: Sequence[Answer]) -> Any:
    """Join the breakpoints that the keys find."""
    columns = {name: values for one in asked for name, values in one.columns.items()}
    keys = list(_spellings(question.countries).items())
    if question.namer is None:
        places = [place for _, place in keys]
        found: Columns = {COUNTRY: [key for key, _ in keys], **at(places, columns)}
        return dialect.joined(rows, found, [COUNTRY])
    ids = _spellings(question.instruments)
    rows = dialect.joined(rows, {INSTRUMENT: list(ids), ID: list(ids.values())}, [INSTRUMENT])
    every = range(len(question.instruments))
    places = [place * len(every) + one for _, place in keys for one in every]
    both: Columns = {COUNTRY: [key for key, _ in keys for _ in every], ID: [*every] * len(keys)}
    return dialect.joined(rows, {**both, **at(places, columns)}, [COUNTRY, ID])


def _spellings(records: Sequence[Record]) -> dict[str, int]:
    """Give the place of the record that each key names, folded in one of the dialects."""
    capitals = {
        key: place
        for place, record in enumerate(records)
        for key in record.keys
        if fullmatch(CAPITALS, key)
    }
    return spellings(records) | capitals


def _key(dialect: Dialect, column: str, dtype: DType) -> str:
    """Give the folded key of a column; a number is a numeric code. What is none is empty."""
    if dtype in TEXTS:
        return dialect.folded(f"CAST({column} AS STRING)")
    written = f"lpad(CAST(CAST({column} AS INT) AS STRING), 3, '0')"
    return _of_whole(column, dtype, "0 AND 999", written, "''")


def _days(dialect: Dialect, column: str, dtype: DType) -> tuple[str, str]:
    """Give the first and the last day that a column means.

    Raises:
        TypeError: If it is of a type that holds no days.
    """
    if dtype == nw.Date:
        return column, column
    if isinstance(dtype, nw.Datetime):
        day = dialect.day(column, dtype.time_unit)
        return day, day
    if not holds_days(dtype):
        raise no_days(dtype)
    if dtype in TEXTS:
        return _of_texts(dialect, column)
    year = f"make_date(CAST({column} AS INT), "
    error = f"{dialect.error}('on: ' || CAST({column} AS STRING) || ' is no year')"
    first, last = (
        _of_whole(column, dtype, "1 AND 9999", f"{year}{day})", error)
        for day in ("1, 1", "12, 31")
    )
    return first, last


def _of_whole(column: str, dtype: DType, ends: str, then: str, otherwise: str) -> str:
    """Choose by whether a column has a whole number between two ends; of a blank make a null."""
    blank, whole = f"{column} IS NULL", f"{column} BETWEEN {ends}"
    if not dtype.is_integer():
        whole += f" AND {column} = floor({column})"
    if dtype.is_float():
        blank += f" OR isnan({column})"
    return f"CASE WHEN {blank} THEN NULL WHEN {whole} THEN {then} ELSE {otherwise} END"


def _of_texts(dialect: Dialect, column: str) -> tuple[str, str]:
    text = f"trim(BOTH '{SPACES}' FROM CAST({column} AS STRING))"
    given = f"substr({text}, 1, 10)"
    day = f"TRY_CAST({given} || substr('0000-01-01', length({given}) + 1) AS DATE)"
    reads = f"{dialect.matches}({text}, '{MOMENT}') AND {text} >= '0001' AND {day} IS NOT NULL"
    before = dialect.quoted("on: can't read the date '")
    after = dialect.quoted(f"'; forms that can be read here: {FORMS}")
    error = f"{dialect.error}({before} || {text} || {after})"
    first = f"CASE WHEN {column} IS NULL THEN NULL WHEN {reads} THEN {day} ELSE {error} END"
    last = (
        f"CASE length({text}) WHEN 4 THEN TRY_CAST({text} || '-12-31' AS DATE)"
        f" WHEN 7 THEN last_day({first}) ELSE {first} END"
    )
    return first, last
