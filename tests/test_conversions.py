"""Every table in pandas, Polars, Arrow and DuckDB: columns, types and values."""

import subprocess
import sys
from datetime import date, datetime

import duckdb
import narwhals
import numpy
import pandas
import polars
import pyarrow
import pytest
from pyarrow import parquet

import tipdata
from environment import ENVIRONMENT
from every_table import every
from for_each import for_each
from tipdata import ColumnType, MissingExtraError, Records

every_table = for_each("records", every)

TYPES = {
    ColumnType.TEXT: ("string", polars.String, pyarrow.string(), "VARCHAR"),
    ColumnType.INTEGER: ("Int64", polars.Int64, pyarrow.int64(), "BIGINT"),
    ColumnType.BOOLEAN: ("boolean", polars.Boolean, pyarrow.bool_(), "BOOLEAN"),
    ColumnType.DATE: ("datetime64[us]", polars.Date, pyarrow.date32(), "DATE"),
    ColumnType.TEXTS: (
        "object",
        polars.List(polars.String),
        pyarrow.list_(pyarrow.field("item", pyarrow.string(), nullable=False)),
        "VARCHAR[]",
    ),
}


def types(records, engine):
    """Give the types that the columns have to have, by hand."""
    place = ("pandas", "polars", "pyarrow", "duckdb").index(engine)
    return {column.name: TYPES[column.type][place] for column in records.schema.columns}


def rows(frame):
    """Give the rows of a pandas frame as plain values: missing ones are None."""
    return [
        {name: plain(value) for name, value in zip(frame.columns, row, strict=True)}
        for row in frame.itertuples(index=False, name=None)
    ]


def plain(value):
    if isinstance(value, (list, numpy.ndarray)):
        return [str(item) for item in value]
    if pandas.isna(value):
        return None
    if isinstance(value, datetime):
        assert value.time() == datetime.min.time()
        return value.date()
    if isinstance(value, numpy.generic):
        return value.item()
    return int(value) if isinstance(value, float) else value


@every_table
def test_dicts(records):
    found = records.to_dicts()
    assert len(found) == len(records)
    names = [column.name for column in records.schema.columns]
    for row, record in zip(found, records, strict=True):
        assert list(row) == names
        assert list(row.values()) == [column.read(record) for column in records.schema.columns]


@every_table
def test_pandas(records):
    frame = records.to_pandas()
    assert {name: str(kind) for name, kind in frame.dtypes.items()} == types(records, "pandas")
    assert list(frame.columns) == [column.name for column in records.schema.columns]
    assert list(frame.index) == list(range(len(records)))
    assert rows(frame) == records.to_dicts()
    for column in records.schema.columns:
        if column.type is ColumnType.TEXTS:
            assert {type(value) for value in frame[column.name]} <= {list}


@every_table
def test_polars(records):
    frame = records.to_polars()
    assert dict(frame.schema) == types(records, "polars")
    assert frame.to_dicts() == records.to_dicts()


@every_table
def test_arrow(records):
    table = records.to_arrow()
    assert {field.name: field.type for field in table.schema} == types(records, "pyarrow")
    assert table.to_pylist() == records.to_dicts()
    table.validate(full=True)


@every_table
def test_the_arrow_schema_says_what_the_columns_mean(records):
    declared, schema = records.schema, records.to_arrow().schema
    assert schema.metadata == {
        b"name": declared.name.encode(),
        b"title": declared.title.encode(),
        b"description": declared.description.encode(),
    }
    for column, field in zip(declared.columns, schema, strict=True):
        said = {key.decode(): value.decode() for key, value in field.metadata.items()}
        assert said.pop("description") == column.description
        assert said.pop("unit", None) == column.unit
        assert tuple(said.pop("vocabulary", "").split("|")) == (column.vocabulary or ("",))
        assert said == {}
        assert field.nullable is column.nullable


# Bare records --------------------------------------------------------------------------


@every_table
def test_bare_records_in_polars(records):
    frame = polars.DataFrame(records)
    assert dict(frame.schema) == types(records, "polars")
    assert frame.to_dicts() == records.to_dicts()


@every_table
def test_bare_records_in_pandas(records):
    if int(pandas.__version__.partition(".")[0]) < 3:
        assert not hasattr(pandas.DataFrame, "from_arrow")
        return
    frame = pandas.DataFrame.from_arrow(records)
    found = {name: str(kind) for name, kind in frame.dtypes.items()}
    assert found == {
        column.name: of_arrow(column.type, frame[column.name]) for column in records.schema.columns
    }
    assert list(frame.columns) == [column.name for column in records.schema.columns]
    assert rows(frame) == records.to_dicts()


def of_arrow(kind, column):
    """Give the type that pandas has for a type of Arrow, by its own rules: blanks count."""
    blank = column.isna().any()
    return {
        ColumnType.TEXT: "str",
        ColumnType.INTEGER: "float64" if blank else "int64",
        ColumnType.BOOLEAN: "object" if blank else "bool",
    }.get(kind, "object")


@every_table
def test_bare_records_in_pyarrow(records):
    stream = pyarrow.RecordBatchReader.from_stream(records)
    for table in (pyarrow.table(records), stream.read_all()):
        assert table.schema.equals(records.to_arrow().schema, check_metadata=True)
        assert table.to_pylist() == records.to_dicts()


@every_table
def test_bare_records_in_duckdb(records):
    with duckdb.connect() as connection:
        found = connection.sql("from records")
        assert dict(zip(found.columns, map(str, found.types), strict=True)) == types(
            records, "duckdb"
        )
        assert [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()] == (
            records.to_dicts()
        )


def test_bare_records_in_duckdb_s_own_connection():
    acts = tipdata.ratifications()
    found = duckdb.sql("select count(*) from acts where date_latest < '1932-01-01'").fetchall()
    assert (found, len(acts)) == ([(1,)], 109)


@every_table
def test_bare_records_in_narwhals(records):
    frame = narwhals.from_arrow(records, backend="polars")
    assert frame.to_native().equals(records.to_polars(), null_equal=True)


def test_a_wished_schema_is_handed_on():
    wished = pyarrow.schema([pyarrow.field("name", pyarrow.large_string())])
    names = tipdata.staff().to_arrow().select(["name"])
    assert names.schema != wished
    capsule = tipdata.staff().__arrow_c_stream__(
        pyarrow.schema(
            [
                pyarrow.field("name", pyarrow.large_string(), nullable=False),
                tipdata.staff().to_arrow().schema.field("spans"),
            ]
        ).__arrow_c_schema__()
    )
    read = pyarrow.RecordBatchReader._import_from_c_capsule(capsule).read_all()
    assert read.schema.field("name").type == pyarrow.large_string()
    assert read["name"].to_pylist() == names["name"].to_pylist()


# Parquet -------------------------------------------------------------------------------


@every_table
def test_pandas_to_parquet_and_back(records, tmp_path):
    frame = records.to_pandas()
    frame.to_parquet(tmp_path / "table.parquet")
    back = pandas.read_parquet(tmp_path / "table.parquet")
    assert back.dtypes.equals(frame.dtypes)
    assert back.index.equals(frame.index)
    assert rows(back) == rows(frame) == records.to_dicts()


@every_table
def test_polars_to_parquet_and_back(records, tmp_path):
    frame = records.to_polars()
    frame.write_parquet(tmp_path / "table.parquet")
    back = polars.read_parquet(tmp_path / "table.parquet")
    assert back.schema == frame.schema
    assert back.equals(frame, null_equal=True)
    assert back.to_dicts() == records.to_dicts()


@every_table
def test_arrow_to_parquet_and_back(records, tmp_path):
    table = records.to_arrow()
    parquet.write_table(table, tmp_path / "table.parquet")
    back = parquet.read_table(tmp_path / "table.parquet")
    assert back.to_pylist() == records.to_dicts()
    assert back.schema.names == table.schema.names
    for field in table.schema:
        found = back.schema.field(field.name)
        assert (found.nullable, found.metadata[b"description"]) == (
            field.nullable,
            field.metadata[b"description"],
        )


# Without the extras --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("module", "extra", "convert"),
    [
        ("pandas", "pandas", Records.to_pandas),
        ("polars", "polars", Records.to_polars),
        ("pyarrow", "arrow", Records.to_arrow),
        ("pyarrow", "arrow", Records.__arrow_c_stream__),
    ],
)
def test_a_missing_package_is_named_with_its_command(monkeypatch, module, extra, convert):
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError) as caught:
        convert(tipdata.staff())
    assert str(caught.value) == (
        f'{module} is not installed: pip install "tipdata[{extra}]",'
        f' or in a clone pip install -e ".[{extra}]"'
    )
    assert caught.value.name == module
    assert isinstance(caught.value, ImportError)
    assert len(tipdata.staff().to_dicts()) == 81


def test_a_package_that_fails_for_another_reason_says_so(monkeypatch, tmp_path):
    (tmp_path / "polars.py").write_text("import surely_not_installed\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "polars")
    with pytest.raises(ModuleNotFoundError, match="surely_not_installed") as caught:
        tipdata.staff().to_polars()
    assert not isinstance(caught.value, MissingExtraError)


# Compiled code of pandas looks into `sys.modules` itself: a None there is no missing module.
BLOCK = """
import sys
class Blocked:
    def find_spec(name, path=None, target=None):
        if name.partition(".")[0] in BLOCKED:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Blocked)
"""


def alone(code, *blocked):
    """Run code in a new interpreter in which some packages can't be imported."""
    lines = [f"BLOCKED = {blocked}", BLOCK, code]
    return subprocess.run(
        [sys.executable, "-c", "\n".join(lines)],
        check=True,
        capture_output=True,
        text=True,
        env=ENVIRONMENT,
    ).stdout


def test_polars_needs_no_other_package():
    code = """
import tipdata
records = tipdata.protocol_status("C182", on="2018", basis="register")
print(records.to_polars().to_dicts() == records.to_dicts())
print(sorted(name for name in ("narwhals", "duckdb") if name in sys.modules))
"""
    assert alone(code, "pyarrow", "pandas") == "True\n[]\n"


def test_pandas_needs_no_other_package():
    code = """
import tipdata
frame = tipdata.peacekeeping().to_pandas()
print(*(frame[name].dtype for name in ("personnel", "abbreviation", "initiatives")))
print(frame["personnel"].to_list(), frame["allegations"].isna().to_list())
print(tipdata.notes().to_pandas()["date_latest"].to_list())
"""
    assert alone(code, "pyarrow", "polars").splitlines() == [
        "Int64 string object",
        "[92682, 3088, 24242] [False, True, True]",
        "[Timestamp('2017-12-31 00:00:00')]",
    ]


def test_nothing_is_imported_that_is_not_asked_for():
    code = """
import tipdata
records = tipdata.ratifications()
records.to_dicts(), records.to_csv(), tipdata.Records.from_json(records.to_json()), repr(records)
print({"pandas", "polars", "pyarrow", "narwhals", "duckdb", "numpy"} & set(sys.modules))
"""
    assert alone(code) == "set()\n"


def test_a_day_of_pandas_is_a_day():
    frame = tipdata.ratifications().to_pandas()
    early = frame[frame["date_latest"] < "1932-01-01"]
    assert early["country"].to_list() == ["Sweden"]
    assert early["date_earliest"].dt.year.to_list() == [1931]
    assert frame["date_earliest"][0].date() == date(2004, 1, 1)


def test_pandas_itself_sees_only_objects():
    assert pandas.DataFrame(tipdata.staff()).shape == (81, 1)
