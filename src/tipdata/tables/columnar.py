"""Records as columns: pandas, Polars and Arrow, each built without the others."""

from typing import TYPE_CHECKING, Any

from tipdata.extras import Deferred, need
from tipdata.tables.records import Records
from tipdata.tables.schema import Column, ColumnType, Table, Tabular, Value

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow
else:
    pandas = Deferred("pandas", "pandas")
    polars = Deferred("polars", "polars")
    pyarrow = Deferred("pyarrow", "arrow")

# Types that take missing values: NumPy's own would make floats of integers, and objects of
# booleans. Lists stay Python lists: pandas has no type for them that needs no other package.
PANDAS_TYPES = {
    ColumnType.TEXT: "string",
    ColumnType.INTEGER: "Int64",
    ColumnType.BOOLEAN: "boolean",
    ColumnType.DATE: "datetime64[us]",  # nanoseconds would reach from 1677 to 2262 only
    ColumnType.TEXTS: "object",
}


def values(records: Tabular, column: Column) -> list[Value]:
    """Return the values of a column."""
    return [column.read(record) for record in records]


def pandas_frame(records: Records[Any]) -> "pandas.DataFrame":
    """Make a pandas data frame."""
    pd = need("pandas", "pandas")
    frame: pandas.DataFrame = pd.DataFrame(
        {
            column.name: pd.Series(values(records, column), dtype=PANDAS_TYPES[column.type])
            for column in records.schema.columns
        }
    )
    return frame


def polars_frame(records: Records[Any]) -> "polars.DataFrame":
    """Make a Polars data frame."""
    pl = need("polars", "polars")
    types = {
        ColumnType.TEXT: pl.String,
        ColumnType.INTEGER: pl.Int64,
        ColumnType.BOOLEAN: pl.Boolean,
        ColumnType.DATE: pl.Date,
        ColumnType.TEXTS: pl.List(pl.String),
    }
    columns = records.schema.columns
    frame: polars.DataFrame = pl.DataFrame(
        {column.name: values(records, column) for column in columns},
        schema={column.name: types[column.type] for column in columns},
    )
    return frame


def arrow_table(records: Tabular) -> "pyarrow.Table":
    """Make an Arrow table."""
    pa = need("pyarrow", "arrow")
    schema = arrow_schema(records.schema)
    arrays = [
        pa.array(values(records, column), field.type)
        for column, field in zip(records.schema.columns, schema, strict=True)
    ]
    return pa.Table.from_arrays(arrays, schema=schema)


def arrow_schema(table: Table) -> "pyarrow.Schema":
    """Return the Arrow schema of a table: types, nullability, and the descriptions."""
    pa = need("pyarrow", "arrow")
    types = {
        ColumnType.TEXT: pa.string(),
        ColumnType.INTEGER: pa.int64(),
        ColumnType.BOOLEAN: pa.bool_(),
        ColumnType.DATE: pa.date32(),
        ColumnType.TEXTS: pa.list_(pa.field("item", pa.string(), nullable=False)),
    }
    return pa.schema(
        [
            pa.field(column.name, types[column.type], column.nullable, _metadata(column))
            for column in table.columns
        ],
        {"name": table.name, "title": table.title, "description": table.description},
    )


def _metadata(column: Column) -> dict[str, str]:
    """Return the metadata of a column: all that its type does not say."""
    metadata = {"description": column.description}
    if column.unit is not None:
        metadata["unit"] = column.unit
    if column.vocabulary:
        metadata["vocabulary"] = "|".join(column.vocabulary)
    return metadata
