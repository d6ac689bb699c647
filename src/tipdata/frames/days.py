"""The days that a user's column gives: dates, times, texts, or years."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

import narwhals.stable.v2 as nw
from attrs import frozen

from tipdata.dates import PartialDate
from tipdata.errors import DateError
from tipdata.frames.at_hand import is_blank, spread
from tipdata.frames.engines import OWN, day_type
from tipdata.frames.keys import TEXTS
from tipdata.state.status import read_day

if TYPE_CHECKING:
    from collections.abc import Sequence

FIRST, LAST = f"{OWN}first", f"{OWN}last"
# The parts of a microsecond's number that a unit of time holds, and the years of the finest.
PARTS = {"s": 1_000_000, "ms": 1_000, "us": 1}
NANOSECONDS = (datetime(1678, 1, 1), datetime(2262, 4, 11))


@frozen
class Days:
    """The days of a row: those from one column to another.

    Attributes:
        first: The first of them.
        last: The last of them; the same for a single day.
        dtype: What they are to be compared with: dates, or times.
    """

    first: nw.Expr
    last: nw.Expr
    dtype: nw.dtypes.DType

    def from_start(self, day: date) -> date:
        """Give what these days are compared with to lie on a day or after it."""
        return self._moment(day, time.min)

    def to_end(self, day: date) -> date:
        """Give what these days are compared with to lie on a day or before it."""
        return self._moment(day, time.max)

    def _moment(self, day: date, hour: time) -> date:
        if not isinstance(self.dtype, nw.Datetime):
            return day
        moment = datetime.combine(day, hour)
        if self.dtype.time_unit == "ns":
            return min(max(moment, NANOSECONDS[0]), NANOSECONDS[1])
        part = PARTS[self.dtype.time_unit]
        return moment.replace(microsecond=hour.microsecond // part * part)


def holds_days(dtype: nw.dtypes.DType) -> bool:
    """Tell whether a type is one of texts or numbers that may be read as days or years."""
    return dtype in TEXTS or dtype.is_integer() or dtype.is_float()


def no_days(dtype: nw.dtypes.DType) -> TypeError:
    """Give the error for a column of a type that holds no dates."""
    return TypeError(f"on: a column of {dtype} holds no dates")


def read_days(values: nw.Series[Any]) -> tuple[nw.DataFrame[Any], Days]:
    """Read the days of a column at hand, as `status` reads them; numbers are years.

    Raises:
        DateError: If a value is no date or year.
        TypeError: If the column is of a type that holds no dates.
    """
    dtype, engine = values.dtype, values.implementation
    if dtype == nw.Date or isinstance(dtype, nw.Datetime):
        if isinstance(dtype, nw.Datetime):
            values = values if dtype.time_zone is None else values.dt.replace_time_zone(None)
            dtype = nw.Datetime(dtype.time_unit)
        return values.alias(FIRST).to_frame(), Days(nw.col(FIRST), nw.col(FIRST), dtype)
    if not (holds_days(dtype) or (dtype == nw.Object and engine.is_pandas_like())):
        raise no_days(dtype)
    days = Days(nw.col(FIRST), nw.col(LAST), day_type(engine))
    return spread(values, _dates, {FIRST: days.dtype, LAST: days.dtype}), days


def _dates(values: Sequence[object]) -> dict[str, list[date | None]]:
    days = [(None, None) if is_blank(value) else _run(value) for value in values]
    return {FIRST: [first for first, _ in days], LAST: [last for _, last in days]}


def _run(value: Any) -> tuple[date, date]:
    """Give the first and the last day that a value means."""
    if type(value) in (int, float):
        if not (1 <= value <= 9999 and value == int(value)):
            raise DateError(f"on: {value} is no year")
        value = PartialDate(int(value))
    day = read_day("on", value)
    return day.earliest, day.latest
