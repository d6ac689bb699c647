"""What a user's frame is, and where the engines of frames differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import narwhals.stable.v2 as nw

if TYPE_CHECKING:
    # What is done here, frames and plans both can do; it is written in the types of plans.
    Frame = nw.LazyFrame[Any]

OWN = "__tipdata_"
SPARK = (nw.Implementation.PYSPARK, nw.Implementation.PYSPARK_CONNECT)
SQL = (nw.Implementation.DUCKDB, *SPARK)
FRAMES = "frame must be a frame of pandas, Polars, pyarrow, DuckDB or PySpark"
# Types that only blanks have, and one of texts that pyarrow can't encode yet.
NO_TYPES = ("null", "null[pyarrow]", "string_view")


def opened(frame: object) -> nw.DataFrame[Any] | nw.LazyFrame[Any]:
    """Take a user's frame.

    Raises:
        TypeError: If it is none, or of an engine that isn't known here.
    """
    try:
        rows: nw.DataFrame[Any] | nw.LazyFrame[Any] = nw.from_native(cast("Any", frame))
    except TypeError:
        raise TypeError(f"{FRAMES}, not {type(frame).__name__}") from None
    engine = rows.implementation
    if isinstance(rows, nw.LazyFrame) and not (engine.is_polars() or engine in SQL):
        raise TypeError(f"{FRAMES}, not a plan of {engine.name.lower()}")
    return rows


def at_hand(rows: nw.DataFrame[Any], columns: list[str]) -> nw.DataFrame[Any]:
    """Take some columns of a frame at hand, whose types are those of texts if they have none.

    The rows of pandas are numbered.
    """
    taken = rows.select(columns)
    if rows.implementation.is_pandas_like():
        taken = nw.from_native(taken.to_native().reset_index(drop=True))
    blank = [column for column in columns if _has_no_type(taken[column])]
    return taken.with_columns(nw.col(*blank).cast(nw.String)) if blank else taken


def _has_no_type(values: nw.Series[Any]) -> bool:
    native = values.to_native()
    kind = native.type if values.implementation.is_pyarrow() else native.dtype
    return str(kind).lower() in NO_TYPES


def added(frame: Any, rows: nw.DataFrame[Any], new: list[str]) -> Any:
    """Add new columns to a user's frame at hand."""
    made = rows.select(new)
    native = made.to_native()
    if made.implementation.is_polars():
        return frame.hstack(native)
    if made.implementation.is_pyarrow():
        for name, column in zip(new, native.columns, strict=True):
            frame = frame.append_column(name, column)
        return frame
    return frame.assign(**native.set_axis(frame.index))


def day_type(engine: nw.Implementation) -> nw.dtypes.DType:
    """Give the type that days have in an engine: those of pandas are times, at midnight."""
    return nw.Datetime("us") if engine.is_pandas_like() else nw.Date()


def planned(table: nw.DataFrame[Any]) -> Frame:
    """Take a table as it is worked on: Polars runs frames as plans, which costs less."""
    return table.lazy() if table.implementation.is_polars() else cast("Frame", table)


def collected(rows: Frame) -> nw.DataFrame[Any]:
    """Run a plan; what is none stays as it is."""
    return rows.collect() if hasattr(rows, "collect") else cast("nw.DataFrame[Any]", rows)
