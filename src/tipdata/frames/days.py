"""The days that a user's column gives: dates, times, texts, or years."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

import narwhals.stable.v2 as nw
from attrs import frozen

from tipdata.dates import PartialDate
from tipdata.errors import DateError
from tipdata.frames.engines import collected, day_type, left_join, planned, table
from tipdata.frames.keys import TEXTS
from tipdata.state.status import read_day

if TYPE_CHECKING:
    from tipdata.frames.engines import Frame

FIRST, LAST = "__tipdata_first", "__tipdata_last"
# The parts of a microsecond's number that a unit of time holds, and the years of the finest.
PARTS = {"s": 1_000_000, "ms": 1_000, "us": 1}
NANOSECONDS = (datetime(1678, 1, 1), datetime(2262, 4, 11))


@frozen
class Days:
    """The days of a row: those from one expression to another.

    Attributes:
        first: The first of them.
        last: The last of them; the same for a single day.
        dtype: What they are to be compared with: dates, times, or (an integer) years.
        eager: Whether they stand in a frame, and not in a user's plan.
    """

    first: nw.Expr
    last: nw.Expr
    dtype: nw.dtypes.DType
    eager: bool

    def from_start(self, day: date) -> date | int:
        """Give what these days are compared with to lie on a day or after it."""
        return self._moment(day, time.min)

    def to_end(self, day: date) -> date | int:
        """Give what these days are compared with to lie on a day or before it."""
        return self._moment(day, time.max)

    def _moment(self, day: date, hour: time) -> date | int:
        if self.dtype.is_integer():
            return day.year
        if not isinstance(self.dtype, nw.Datetime):
            return day
        moment = datetime.combine(day, hour)
        if self.dtype.time_unit == "ns":
            return min(max(moment, NANOSECONDS[0]), NANOSECONDS[1])
        return moment.replace(
            microsecond=hour.microsecond
            // PARTS[self.dtype.time_unit]
            * PARTS[self.dtype.time_unit]
        )


def read_days(rows: Frame, on: str, *, eager: bool) -> tuple[Frame, Days]:
    """Read the days of a column; give the rows with what columns that takes.

    The texts and years of an eager frame are read as `status` reads them. Those of a lazy
    frame are read by its engine: texts in ISO form only, and no year outside 1 to 9999.

    Raises:
        DateError: If the frame is eager, and a value is no date or year.
        TypeError: If the column is of a type that holds no dates.
    """
    dtype = rows.collect_schema()[on]
    column = nw.col(on)
    if dtype == nw.Date:
        return rows, Days(column, column, nw.Date(), eager)
    if isinstance(dtype, nw.Datetime):
        local = column if dtype.time_zone is None else column.dt.replace_time_zone(None)
        return rows, Days(local, local, nw.Datetime(dtype.time_unit), eager)
    if dtype.is_integer() or (dtype.is_float() and eager):
        if eager:
            _check_years(rows, on, dtype)
        year = nw.when(column >= 1, column <= 9999).then(column)
        return rows, Days(year, year, nw.Int64(), eager)
    if dtype in TEXTS or (dtype == nw.Object and rows.implementation.is_pandas_like()):
        read = _read(rows, on) if eager else _parsed(rows, on)
        return read, Days(nw.col(FIRST), nw.col(LAST), day_type(rows.implementation), eager)
    raise TypeError(f"on: a column of {dtype} holds no dates")


def _check_years(rows: Frame, on: str, dtype: nw.dtypes.DType) -> None:
    column = nw.col(on)
    wrong = (column < 1) | (column > 9999)
    if dtype.is_float():
        wrong = ~column.is_nan() & (wrong | (column != column.round(0)))
    found = collected(rows.filter(wrong).select(on))
    if len(found):
        raise DateError(f"{on}: {found[on][0]} is no year")


def _read(rows: Frame, on: str) -> Frame:
    """Read each different value once."""
    different = collected(rows.select(on).filter(~nw.col(on).is_null()).unique())
    dates = [_date(value) for value in different[on].to_list()]
    days = {FIRST: [day.earliest for day in dates], LAST: [day.latest for day in dates]}
    read = collected(table(rows, days, dict.fromkeys(days, date)))
    return left_join(rows, planned(different.with_columns(*read.iter_columns())), [on])


def _date(value: Any) -> PartialDate:
    return PartialDate(value) if type(value) is int else read_day("on", value)


def _parsed(rows: Frame, on: str) -> Frame:
    """Let the engine read texts in ISO form: a year, a month, or a day, perhaps with a time."""
    text = nw.col(on).cast(nw.String)
    length = text.str.len_chars()
    day = (
        nw.when(length == 4)
        .then(nw.concat_str(text, nw.lit("-01-01")))
        .when(length == 7)
        .then(nw.concat_str(text, nw.lit("-01")))
        .otherwise(text.str.slice(0, 10))
        .str.to_date("%Y-%m-%d")
    )
    first = nw.col(FIRST)
    last = (
        nw.when(length == 4)
        .then(first.dt.offset_by("1y").dt.offset_by("-1d"))
        .when(length == 7)
        .then(first.dt.offset_by("1mo").dt.offset_by("-1d"))
        .otherwise(first)
    )
    return rows.with_columns(day.alias(FIRST)).with_columns(last.alias(LAST))
