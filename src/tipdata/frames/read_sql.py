"""How DuckDB and Spark read keys and days: expressions of SQL for the columns of a user."""

from __future__ import annotations

from typing import TYPE_CHECKING

import narwhals.stable.v2 as nw

from tipdata.frames.days import holds_days, no_days
from tipdata.frames.keys import TEXTS
from tipdata.frames.sql_text import SPACES

if TYPE_CHECKING:
    from tipdata.frames.sql_duckdb import DuckDB
    from tipdata.frames.sql_spark import Spark

    Dialect = DuckDB | Spark
    DType = nw.dtypes.DType

HOUR, SIXTIETH = "([01][0-9]|2[0-3])", "[0-5][0-9]"
ZONE = f"(Z|[+-]{HOUR}(:?{SIXTIETH})?)?"
TIME = f"[T ]{HOUR}(:{SIXTIETH}(:{SIXTIETH}([.][0-9]+)?)?)?{ZONE}"
FORMS = "'2017', '2019-01', '2018-06-14', the last with a time"
# A year, a month, or a day, perhaps with a time, in the extended form of ISO 8601.
MOMENT = f"^[0-9]{{4}}(-[0-9]{{2}}(-[0-9]{{2}}({TIME})?)?)?$"


def read_key(dialect: Dialect, column: str, dtype: DType) -> str:
    """Return the folded key of a column; a number is a numeric code. What is none is empty."""
    if dtype in TEXTS:
        return dialect.folded(f"CAST({column} AS STRING)")
    code = f"lpad(CAST(CAST({column} AS INT) AS STRING), 3, '0')"
    return _if_whole(column, dtype, "0 AND 999", code, "''")


def read_days(dialect: Dialect, column: str, dtype: DType) -> tuple[str, str]:
    """Return the first and the last day that a column means.

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
        return _read_texts(dialect, column)
    year = f"make_date(CAST({column} AS INT), "
    error = f"{dialect.error}('on: ' || CAST({column} AS STRING) || ' is no year')"
    first, last = (
        _if_whole(column, dtype, "1 AND 9999", f"{year}{day})", error)
        for day in ("1, 1", "12, 31")
    )
    return first, last


def _if_whole(column: str, dtype: DType, ends: str, then: str, otherwise: str) -> str:
    """Choose by whether a column has a whole number between two ends; of a blank make a null."""
    blank, whole = f"{column} IS NULL", f"{column} BETWEEN {ends}"
    if not dtype.is_integer():
        whole += f" AND {column} = floor({column})"
    if dtype.is_float():
        blank += f" OR isnan({column})"
    return f"CASE WHEN {blank} THEN NULL WHEN {whole} THEN {then} ELSE {otherwise} END"


def _read_texts(dialect: Dialect, column: str) -> tuple[str, str]:
    text = f"trim(BOTH '{SPACES}' FROM CAST({column} AS STRING))"
    date = f"substr({text}, 1, 10)"
    day = f"TRY_CAST({date} || substr('0000-01-01', length({date}) + 1) AS DATE)"
    # A cast takes the year 0000, which no calendar has.
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
