"""The same rows in a frame of every engine, and what a frame holds as plain Python values."""

from datetime import datetime
from functools import cache

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

AT_HAND = [
    "polars",
    "pandas",
    "pandas of nullables",
    "pandas of objects",
    "pandas of Arrow",
    "pyarrow",
]
PLANS = ["polars plan", "duckdb", pytest.param("spark", marks=pytest.mark.full)]
ORDERED = [*AT_HAND, "polars plan"]
EVERY = [*AT_HAND, *PLANS]


@cache
def spark():
    """Start Spark on this machine."""
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]").appName("tests")
    for name, value in (
        ("spark.driver.bindAddress", "127.0.0.1"),
        ("spark.driver.host", "127.0.0.1"),
        ("spark.ui.enabled", "false"),
        ("spark.sql.session.timeZone", "UTC"),
        ("spark.sql.shuffle.partitions", "2"),
    ):
        builder = builder.config(name, value)
    return builder.getOrCreate()


@cache
def connection():
    """Open a database of the user's own."""
    return duckdb.connect()


FRAMES = {
    "polars": pl.from_arrow,
    "polars plan": lambda table: pl.from_arrow(table).lazy(),
    # In several pieces, as one that was put together.
    "pyarrow": lambda table: pa.concat_tables([table.slice(0, 1), table.slice(1)]),
    "pandas": lambda table: table.to_pandas(date_as_object=False),
    "pandas of objects": lambda table: table.to_pandas(date_as_object=True),
    "pandas of nullables": lambda table: table.to_pandas(date_as_object=False).convert_dtypes(),
    "pandas of Arrow": lambda table: table.to_pandas(types_mapper=pd.ArrowDtype),
    "duckdb": lambda table: connection().from_arrow(table),
    "spark": lambda table: spark().createDataFrame(table),
}


def frame(engine, table):
    """Make a frame of an engine from an Arrow table."""
    return FRAMES[engine](table)


def kind(engine):
    """Return the class that a frame of an engine has."""
    if engine == "spark":
        from pyspark.sql import DataFrame

        return DataFrame
    return {
        "polars": pl.DataFrame,
        "polars plan": pl.LazyFrame,
        "pyarrow": pa.Table,
        "duckdb": duckdb.DuckDBPyRelation,
    }.get(engine, pd.DataFrame)


def columns(found):
    """Return the names of the columns of a frame."""
    if isinstance(found, pl.LazyFrame):
        return found.collect_schema().names()
    return found.column_names if isinstance(found, pa.Table) else list(found.columns)


def rows(found, *names, place=None):
    """Return the values of some columns, row by row, in the order of a column if one is given."""
    if isinstance(found, pl.LazyFrame):
        found = found.collect()
    if isinstance(found, pd.DataFrame):
        values = {name: list(found[name]) for name in columns(found)}
    elif isinstance(found, pl.DataFrame):
        values = found.to_dict(as_series=False)
    elif isinstance(found, pa.Table):
        values = found.to_pydict()
    elif isinstance(found, duckdb.DuckDBPyRelation):
        taken = found.fetchall()
        values = {name: [row[n] for row in taken] for n, name in enumerate(found.columns)}
    else:
        taken = found.collect()
        values = {name: [row[name] for row in taken] for name in found.columns}
    wanted = list(zip(*([plain(v) for v in values[name]] for name in names), strict=True))
    if place is None:
        return wanted
    return [row for _, row in sorted(zip(values[place], wanted, strict=True), key=lambda r: r[0])]


def plain(value):
    """Return a value as Python has it: one blank, days without hours, truth values of its own."""
    if not isinstance(value, list) and pd.isna(value):
        return None
    if isinstance(value, datetime):
        return value.date()
    return value.item() if hasattr(value, "item") else value
