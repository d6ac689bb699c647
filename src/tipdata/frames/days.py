"""The days that a user's column gives: dates, times, texts, or years."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

import narwhals.stable.v2 as nw
from attrs import frozen

from tipdata.arguments import read_day
from tipdata.dates import PartialDate
from tipdata.errors import DateError
from tipdata.frames.eager import is_blank, map_unique
from tipdata.frames.engines import OWN, day_type
from tipdata.frames.keys import NUMBERS, TEXTS, whole

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tipdata.arguments import At

V = TypeVar("V")

FIRST, LAST = f"{OWN}first", f"{OWN}last"


@frozen
class Days:
    """The days of a row: those from one column to another.

    Attributes:
        first: The first of them.
        last: The last of them; the same for a single day.
    """

    first: nw.Expr
    last: nw.Expr


def ends_at(first: V, last: V, at: At) -> tuple[V, V]:
    """Return the ends of the days that count: all of a period, its first or its last day."""
    if at == "whole":
        return first, last
    return (first, first) if at == "start" else (last, last)


def periods_in(dtype: nw.dtypes.DType, at: At) -> tuple[str, ...]:
    """Return the precisions of the periods in a column of a type; none where `at` leaves days."""
    if at != "whole" or _holds_dates(dtype):
        return ()
    return ("year",) if dtype.is_numeric() else ("year", "month")


def holds_days(dtype: nw.dtypes.DType) -> bool:
    """Tell whether a type is one of texts or numbers that may be read as days or years."""
    return dtype in TEXTS or dtype.is_numeric()


def no_days(dtype: nw.dtypes.DType) -> TypeError:
    """Return the error for a column of a type that holds no dates."""
    return TypeError(f"on: a column of {dtype} holds no dates")


def read_days(values: nw.Series[Any]) -> tuple[nw.DataFrame[Any], Days]:
    """Read the days of a column of an eager frame, as `status` reads them; numbers are years.

    Raises:
        DateError: If a value is no date or year.
        TypeError: If the column is of a type that holds no dates.
    """
    dtype, engine = values.dtype, values.implementation
    if _holds_dates(dtype):
        return _days_of(values).alias(FIRST).to_frame(), Days(nw.col(FIRST), nw.col(FIRST))
    if not (holds_days(dtype) or (dtype == nw.Object and engine.is_pandas_like())):
        raise no_days(dtype)
    types = {FIRST: day_type(engine), LAST: day_type(engine)}
    return map_unique(values, _first_and_last, types), Days(nw.col(FIRST), nw.col(LAST))


def _holds_dates(dtype: nw.dtypes.DType) -> bool:
    return dtype == nw.Date or isinstance(dtype, nw.Datetime)


def _days_of(values: nw.Series[Any]) -> nw.Series[Any]:
    """Return the days of dates or times, each in its own zone."""
    if values.implementation.is_pandas_like():
        return nw.from_native(_in_pandas(values.to_native()), series_only=True)
    if isinstance(values.dtype, nw.Datetime) and values.dtype.time_zone is not None:
        values = values.dt.replace_time_zone(None)
    return values if values.dtype == nw.Date else values.dt.date()


def _in_pandas(values: Any) -> Any:
    """Return the days of times of numpy, or of dates or times of Arrow, as times at midnight."""
    if not hasattr(values.dtype, "pyarrow_dtype"):
        return values.dt.as_unit("us").dt.floor("D")
    import pyarrow as pa
    from pyarrow import compute

    times = pa.array(values.array)
    if pa.types.is_timestamp(times.type) and times.type.tz:  # pandas 2 would give those of UTC
        times = compute.call_function("local_timestamp", [times])
    days = times.cast(pa.date32()).cast(pa.timestamp("us"))
    return days.to_pandas().set_axis(values.index)


def _first_and_last(values: Sequence[object]) -> dict[str, list[date | None]]:
    days = [(None, None) if is_blank(value) else _read(value) for value in values]
    return {FIRST: [first for first, _ in days], LAST: [last for _, last in days]}


def _read(value: Any) -> tuple[date, date]:
    """Read the first and the last day that a value means."""
    if isinstance(value, str):
        return _read_text(value)
    if isinstance(value, NUMBERS):
        year = whole(value)
        if year is None or not 1 <= year <= 9999:
            raise DateError(f"on: {value} is no year")
        value = PartialDate(year)
    day = read_day("on", value)
    return day.earliest, day.latest


# A plan of Polars comes in batches, which have the same texts: all days of 179 years fit.
@lru_cache(maxsize=65_536)
def _read_text(text: str) -> tuple[date, date]:
    day = read_day("on", text)
    return day.earliest, day.latest
