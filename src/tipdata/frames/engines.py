"""Where the engines differ: small tables of our own, joins that keep rows in order."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, cast

import narwhals.stable.v2 as nw

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    # What is done here, frames and plans both can do; it is written in the types of plans.
    Frame = nw.LazyFrame[Any]

SPARK = (nw.Implementation.PYSPARK, nw.Implementation.PYSPARK_CONNECT)
SQL = (nw.Implementation.DUCKDB, *SPARK)
LAZY = (nw.Implementation.POLARS, *SQL)
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
# Types that only blanks have, and one of texts that pyarrow can't join yet.
NO_TYPES = ("null", "null[pyarrow]", "void", "string_view")
FRAMES = "frame must be a frame of pandas, Polars, pyarrow, DuckDB or PySpark"
PLACE, BLANK = "__tipdata_place", "__tipdata_blank"


def opened(frame: Any, columns: list[str]) -> tuple[Frame, dict[str, str]]:
    """Take what is needed of a user's frame: of a plan all of it, else some columns.

    Returns:
        The rows, and for each column the one to read in its place: where a column has only
        blanks, and so no type that can be compared, it is given one; in a plan, a copy is.

    Raises:
        TypeError: If it is of an engine that isn't known here.
    """
    rows: Frame = nw.from_native(frame)
    if rows.implementation.is_pandas_like():
        rows = nw.from_native(frame.reset_index(drop=True))
    if not is_lazy(frame):
        rows = planned(cast("nw.DataFrame[Any]", rows).select(columns))
        retyped = {column: column for column in columns if _has_no_type(rows, column)}
    elif rows.implementation in LAZY:
        retyped = {c: f"{BLANK}_{c}" for c in columns if _has_no_type(rows, c)}
    else:
        raise TypeError(f"{FRAMES}, not a plan of {rows.implementation.name.lower()}")
    rows = rows.with_columns(
        nw.col(column).cast(nw.String).alias(name) for column, name in retyped.items()
    )
    return rows, {column: retyped.get(column, column) for column in columns}


def closed(rows: Frame, frame: Any, new: list[str]) -> Any:
    """Add the new columns of the rows to a user's frame; one that is a plan has become one."""
    if is_lazy(frame):
        return nw.to_native(rows)
    added = collected(rows).select(new)
    if added.implementation is nw.Implementation.PYARROW:
        for column in added.iter_columns():
            frame = frame.append_column(column.name, column.to_native())
        return frame
    native = added.to_native()
    if added.implementation is nw.Implementation.POLARS:
        return frame.hstack(native)
    return frame.assign(**native.set_axis(frame.index))


def names_of(frame: Any) -> list[str]:
    """Give the names of the columns of a user's frame.

    Raises:
        TypeError: If it is no frame.
    """
    try:
        rows: Frame = nw.from_native(frame)
    except TypeError:
        raise TypeError(f"{FRAMES}, not {type(frame).__name__}") from None
    return rows.collect_schema().names()


def is_lazy(frame: Any) -> bool:
    """Tell whether a user's frame is a plan."""
    return isinstance(nw.from_native(frame), nw.LazyFrame)


def ignores_case(frame: Any) -> bool:
    """Tell whether the engine of a user's frame takes `State` and `state` for one column."""
    return nw.from_native(frame).implementation in SQL


def _has_no_type(rows: Frame, column: str) -> bool:
    native = nw.to_native(rows)
    if rows.implementation.is_pandas_like():
        kind = native[column].dtype
    elif rows.implementation in SPARK:
        kind = native.schema[column].dataType.simpleString()
    elif rows.implementation.is_duckdb():
        kind = native.types[native.columns.index(column)]
    elif rows.implementation.is_pyarrow():
        kind = native.schema.field(column).type
    else:
        kind = native.collect_schema()[column]
    return str(kind).strip('"').lower() in NO_TYPES


def table(like: Frame, columns: Mapping[str, Sequence[Any]], types: Mapping[str, type]) -> Frame:
    """Make a small table in the engine, and on the connection, of a frame."""
    native = nw.to_native(like)
    if like.implementation.is_duckdb():
        return cast("Frame", nw.from_native(_duckdb(native, columns, types)))
    if like.implementation in SPARK:
        made = native.sparkSession.sql(_spark_sql(columns, types))
        return cast("Frame", nw.from_native(made))
    return planned(table_at_hand(like.implementation, columns, types))


def table_at_hand(
    engine: nw.Implementation, columns: Mapping[str, Sequence[Any]], types: Mapping[str, type]
) -> nw.DataFrame[Any]:
    """Make a table in an engine that holds its frames at hand."""
    kinds = {
        str: nw.String(),
        int: nw.Int64(),
        float: nw.Float64(),
        date: day_type(engine),
        datetime: nw.Datetime("us"),
    }
    if engine.is_pandas_like():
        columns = {name: _at_midnight(values) for name, values in columns.items()}
    schema = {name: kinds[types[name]] for name in columns}
    return nw.from_dict(columns, schema, backend=cast("Any", engine))


def collected(rows: Frame) -> nw.DataFrame[Any]:
    """Run a plan; what is none stays as it is."""
    return rows.collect() if hasattr(rows, "collect") else cast("nw.DataFrame[Any]", rows)


def nullable(rows: Frame, column: str) -> Frame:
    """Let a column of small numbers hold blanks, which those of numpy can't."""
    if not rows.implementation.is_pandas_like():
        return rows
    native = nw.to_native(rows)
    return cast("Frame", nw.from_native(native.astype({column: "Int8"})))


def planned(table: nw.DataFrame[Any]) -> Frame:
    """Take a table as it is worked on: Polars runs frames as plans, which costs less."""
    return table.lazy() if table.implementation.is_polars() else cast("Frame", table)


def left_join(rows: Frame, other: Frame, on: list[str]) -> Frame:
    """Add the columns of the rows of another table that have the same keys, none twice there.

    Every row is kept once; frames that have an order keep it.
    """
    if rows.implementation is nw.Implementation.POLARS:
        joined = nw.to_native(rows).join(
            nw.to_native(other), on=on, how="left", maintain_order="left"
        )
        return cast("Frame", nw.from_native(joined))
    if rows.implementation is nw.Implementation.PYARROW:  # its join loses the order
        placed = cast("Frame", collected(rows).with_row_index(PLACE))
        return placed.join(other, on=on, how="left").sort(PLACE).drop(PLACE)
    if rows.implementation in SPARK:  # the rows stay where they are
        return rows.join(nw.from_native(nw.to_native(other).hint("broadcast")), on=on, how="left")
    if rows.implementation.is_pandas_like():  # which joins only keys of one type
        types = nw.to_native(rows)[on].dtypes
        other = cast("Frame", nw.from_native(nw.to_native(other).astype(types)))
    return rows.join(other, on=on, how="left")


def day_type(engine: nw.Implementation) -> nw.dtypes.DType:
    """Give the type that days have in an engine: those of pandas are times, at midnight."""
    return nw.Datetime("us") if engine.is_pandas_like() else nw.Date()


def _at_midnight(values: Sequence[Any]) -> list[Any]:
    return [datetime.combine(v, time.min) if type(v) is date else v for v in values]


def _duckdb(native: Any, columns: Mapping[str, Sequence[Any]], types: Mapping[str, type]) -> Any:
    """Make a relation on the connection of another, of which not a row is read."""
    fields = ", ".join(f'"{name}" {SQL_TYPES[types[name]]}' for name in columns)
    rows = ", ".join(
        f"({', '.join(map(_sql, row))})" for row in zip(*columns.values(), strict=True)
    )
    one = native.limit(0).aggregate("count(*)")
    return one.project(f"unnest([{rows}]::STRUCT({fields})[], recursive := true)")


def _spark_sql(columns: Mapping[str, Sequence[Any]], types: Mapping[str, type]) -> str:
    """Write a table as a query: no Python runs on a worker to make it."""
    rows = ", ".join(
        f"({', '.join(map(_spark_literal, row))})" for row in zip(*columns.values(), strict=True)
    )
    fields = ", ".join(
        f"CAST(`{name}` AS {SPARK_TYPES[types[name]]}) `{name}`" for name in columns
    )
    names = ", ".join(f"`{name}`" for name in columns)
    return f"SELECT {fields} FROM VALUES {rows} AS t({names})"


def _spark_literal(value: object) -> str:
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace("'", "\\'")
        return f"'{escaped}'"
    return f"'{value}'" if isinstance(value, date) else "NULL" if value is None else str(value)


def _sql(value: object) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, date):
        return f"{SQL_TYPES[type(value)]} '{value}'"
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else str(value)
