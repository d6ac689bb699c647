"""Where the engines differ: small tables of our own, joins that keep rows in order."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

import narwhals.stable.v2 as nw

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Frame = nw.DataFrame[Any] | nw.LazyFrame[Any]

SPARK = (nw.Implementation.PYSPARK, nw.Implementation.PYSPARK_CONNECT)
LAZY = (nw.Implementation.POLARS, nw.Implementation.DUCKDB, *SPARK)
SQL_TYPES = {
    str: "VARCHAR",
    int: "BIGINT",
    float: "DOUBLE",
    date: "DATE",
    datetime: "TIMESTAMP",
}
SPARK_TYPES = {
    str: "string",
    int: "bigint",
    float: "double",
    date: "date",
    datetime: "timestamp_ntz",
}
PLACE = "__tipdata_place"


def opened(frame: Any) -> Frame:
    """Take a user's frame; one of Polars is planned before it is run.

    Raises:
        TypeError: If it is no frame, or of an engine that isn't known here.
    """
    try:
        rows: Frame = nw.from_native(frame)
    except TypeError:
        raise TypeError(
            "frame must be a frame of pandas, Polars, pyarrow, DuckDB or PySpark,"
            f" not {type(frame).__name__}"
        ) from None
    if isinstance(rows, nw.LazyFrame) and rows.implementation not in LAZY:
        raise TypeError(f"frame must not be a lazy frame of {rows.implementation.name.lower()}")
    return rows.lazy() if rows.implementation is nw.Implementation.POLARS else rows


def closed(rows: Frame, frame: Any) -> Any:
    """Give a frame of the user's own kind; one of pandas with its index."""
    native = nw.to_native(rows if is_lazy(frame) else collected(rows))
    if rows.implementation.is_pandas_like():
        native.index = frame.index
    return native


def is_lazy(frame: Any) -> bool:
    """Tell whether a user's frame is a plan."""
    return isinstance(nw.from_native(frame), nw.LazyFrame)


def table(like: Frame, columns: Mapping[str, Sequence[Any]], types: Mapping[str, type]) -> Frame:
    """Make a small table in the engine, and on the connection, of a frame."""
    native = nw.to_native(like)
    if like.implementation is nw.Implementation.DUCKDB:
        return nw.from_native(_duckdb(native, columns, types))
    if like.implementation in SPARK:
        schema = ", ".join(f"`{name}` {SPARK_TYPES[types[name]]}" for name in columns)
        rows = list(zip(*columns.values(), strict=True))
        return nw.from_native(native.sparkSession.createDataFrame(rows, schema))
    made = nw.from_dict(
        {name: _values(values, like) for name, values in columns.items()},
        {name: _type(types[name], like) for name in columns},
        backend=like.implementation,
    )
    return made.lazy() if isinstance(like, nw.LazyFrame) else made


def collected(rows: Frame) -> nw.DataFrame[Any]:
    """Run a plan."""
    return rows.collect() if isinstance(rows, nw.LazyFrame) else rows


def left_join(rows: Frame, other: Frame, on: list[str]) -> Frame:
    """Add the columns of the rows of another table that have the same keys, none twice there.

    Every row is kept once; frames that have an order keep it.
    """
    if rows.implementation is nw.Implementation.POLARS:
        joined = nw.to_native(rows).join(
            nw.to_native(other), on=on, how="left", maintain_order="left"
        )
        return nw.from_native(joined)
    if rows.implementation is nw.Implementation.PYARROW:  # its join loses the order
        placed = rows.with_row_index(PLACE)
        return placed.join(other, on=on, how="left").sort(PLACE).drop(PLACE)
    return rows.join(other, on=on, how="left")


def _values(values: Sequence[Any], like: Frame) -> list[Any]:
    """Give values as an engine takes them: the dates of numpy are days at midnight."""
    if not like.implementation.is_pandas_like():
        return list(values)
    return [datetime.combine(v, time.min) if type(v) is date else v for v in values]


def day_type(like: Frame) -> nw.dtypes.DType:
    """Give the type that days have in an engine."""
    return nw.Datetime("us") if like.implementation.is_pandas_like() else nw.Date()


def _type(cls: type, like: Frame) -> nw.dtypes.DType:
    return {
        str: nw.String(),
        int: nw.Int64(),
        float: nw.Float64(),
        date: day_type(like),
        datetime: nw.Datetime("us"),
    }[cls]


def _duckdb(native: Any, columns: Mapping[str, Sequence[Any]], types: Mapping[str, type]) -> Any:
    """Make a relation on the connection of another, of which not a row is read."""
    fields = ", ".join(f'"{name}" {SQL_TYPES[types[name]]}' for name in columns)
    rows = ", ".join(
        f"({', '.join(map(_sql, row))})" for row in zip(*columns.values(), strict=True)
    )
    one = native.limit(0).aggregate("count(*)")
    return one.project(f"unnest([{rows}]::STRUCT({fields})[], recursive := true)")


def _sql(value: object) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, date):
        return f"{SQL_TYPES[type(value)]} '{value}'"
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else str(value)
