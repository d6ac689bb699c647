"""What a user's frame is, and where the engines of frames differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import narwhals.stable.v2 as nw

from tipdata.errors import ChoiceError

if TYPE_CHECKING:
    # What is done here, frames and plans both can do; it is written in the types of plans.
    Frame = nw.LazyFrame[Any]

OWN = "__tipdata_"
SPARK = (nw.Implementation.PYSPARK, nw.Implementation.PYSPARK_CONNECT)
SQL = (nw.Implementation.DUCKDB, *SPARK)
FRAMES = "frame must be a frame of pandas, Polars, pyarrow, DuckDB, PySpark or the like"
# Types that only blanks have, and those that pyarrow has few functions for: it neither encodes
# a `string_view` as a dictionary nor compares a `date64` with a day.
RETYPED: dict[str, nw.dtypes.DType] = {
    "null": nw.String(),
    "null[pyarrow]": nw.String(),
    "string_view": nw.String(),
    "date64[ms]": nw.Date(),
    "date64[ms][pyarrow]": nw.Date(),
}


def open_frame(frame: object) -> nw.DataFrame[Any] | nw.LazyFrame[Any]:
    """Take a user's frame as one of narwhals.

    Raises:
        ChoiceError: If two of its columns have one name, and the engine is none of SQL.
        TypeError: If it is none.
    """
    try:
        rows: nw.DataFrame[Any] | nw.LazyFrame[Any] = nw.from_native(cast("Any", frame))
        rows.collect_schema()
    except TypeError:
        raise TypeError(f"{FRAMES}, not {type(frame).__name__}") from None
    except nw.exceptions.DuplicateError:
        names = list(getattr(frame, "column_names", None) or cast("Any", frame).columns)
        twice = next(name for name in names if names.count(name) > 1)
        raise ChoiceError(f"the column {twice!r} stands there twice: rename or drop one") from None
    if nw.to_native(rows) is not frame:
        raise TypeError(f"{FRAMES}, not one of narwhals")
    return rows


def column_names(frame: Any, rows: nw.DataFrame[Any] | nw.LazyFrame[Any]) -> list[str]:
    """Return the names of the columns of a user's frame; in SQL, some may be the same."""
    return list(frame.columns) if rows.implementation in SQL else rows.collect_schema().names()


def ignores_case(frame: Any, engine: nw.Implementation) -> bool:
    """Tell whether the engine of a user's frame takes `State` and `state` for one column."""
    if engine in SPARK:
        return bool(frame.sparkSession.conf.get("spark.sql.caseSensitive") == "false")
    return engine in SQL


def select_workable(rows: nw.DataFrame[Any], columns: list[str]) -> nw.DataFrame[Any]:
    """Take some columns of an eager frame, in types that can be worked with.

    The rows of pandas are numbered.
    """
    taken = rows.select(columns)
    if rows.implementation.is_pandas_like():
        taken = nw.from_native(taken.to_native().reset_index(drop=True))
    series = [taken[column] for column in columns]
    changed = [new for old in series if (new := _workable(old)) is not old]
    return taken.with_columns(*changed) if changed else taken


def workable_type(rows: nw.DataFrame[Any] | nw.LazyFrame[Any], column: str) -> nw.dtypes.DType:
    """Return the type in which a column is worked with."""
    if isinstance(rows, nw.LazyFrame):
        return rows.collect_schema()[column]
    return select_workable(rows.head(0), [column])[column].dtype


def _workable(values: nw.Series[Any]) -> nw.Series[Any]:
    """Return a series in a type that can be worked with; the very one, if its own can be."""
    native = values.to_native()
    if values.implementation.is_pandas_like() and getattr(native.dtype, "tz", None) is not None:
        return nw.from_native(native.dt.tz_localize(None), series_only=True)
    kind = native.type if values.implementation.is_pyarrow() else native.dtype
    dtype = RETYPED.get(str(kind).lower())
    if values.implementation.is_polars() and values.dtype == nw.Decimal:  # it joins none
        dtype = nw.Float64()
    return values.cast(dtype) if dtype else values


def add_columns(frame: Any, columns: nw.DataFrame[Any]) -> Any:
    """Add new columns to a user's eager frame."""
    native = columns.to_native()
    if columns.implementation.is_polars():
        return frame.hstack(native)
    if columns.implementation.is_pyarrow():
        for name, column in zip(native.column_names, native.columns, strict=True):
            frame = frame.append_column(name, column)
        return frame
    return frame.assign(**native.set_axis(frame.index))


def day_type(engine: nw.Implementation) -> nw.dtypes.DType:
    """Return the type that days have in an engine: those of pandas are times, at midnight."""
    return nw.Datetime("us") if engine.is_pandas_like() else nw.Date()


def to_plan(table: nw.DataFrame[Any]) -> Frame:
    """Take a table as it is worked on: Polars runs frames as plans, which costs less."""
    return table.lazy() if table.implementation.is_polars() else cast("Frame", table)


def collect(rows: Frame) -> nw.DataFrame[Any]:
    """Run a plan; what is none stays as it is."""
    return rows.collect() if hasattr(rows, "collect") else cast("nw.DataFrame[Any]", rows)
