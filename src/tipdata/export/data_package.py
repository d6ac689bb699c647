"""Data Package v2: `datapackage.json`, and each table as CSV or as Parquet."""

from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from io import BytesIO
from typing import Any

from attrs import evolve, frozen

from tipdata.export.about import LICENCES, About
from tipdata.export.files import File, csv_file, json_array, json_file
from tipdata.export.sheets import Sheet, referenced, sheets, sources, texts
from tipdata.extras import need
from tipdata.load.edition import Edition
from tipdata.queries.lookup import edition_or_default
from tipdata.tables.columnar import arrow_table
from tipdata.tables.schema import Column, ColumnType, Table

PROFILES = "https://datapackage.org/profiles/2.0"


@frozen
class Form:
    """How the tables of a package are written.

    Attributes:
        resource: What is said of each resource.
        types: What is said of the type of a field.
        schema: What is said of each schema.
        write: Makes the file of a table.
    """

    resource: Mapping[str, str]
    types: Mapping[ColumnType, Mapping[str, Any]]
    schema: Mapping[str, Any]
    write: Callable[[Sheet], File]


def data_package(*, edition: Edition | None = None) -> Iterator[tuple[str, bytes]]:
    """Return the files of a Data Package v2: the tables as CSV, and `datapackage.json`.

    Args:
        edition: The edition to export; by default that of 2018.

    Raises:
        TypeError: If `edition` is no `Edition`.

    Example:
        >>> from tipdata import export
        >>> files = dict(export.data_package())
        >>> print(files["glossary.csv"].decode().splitlines()[1])
        ASEAN,Association of Southeast Asian Nations,[],"[""20228:20272""]"
    """
    return _package(About(edition_or_default(edition)), AS_CSV)


def data_package_parquet(*, edition: Edition | None = None) -> Iterator[tuple[str, bytes]]:
    """Return the files of a Data Package v2 with the tables as Parquet.

    The arguments and errors are those of `data_package`.

    Raises:
        MissingExtraError: If pyarrow is not installed.

    Example:
        >>> from tipdata import export
        >>> sorted(dict(export.data_package_parquet()))[:3]
        ['chart.parquet', 'closing_note.parquet', 'closing_note_links.parquet']
    """
    need("pyarrow", "arrow")
    return _package(About(edition_or_default(edition)), AS_PARQUET)


def csv_with_arrays(sheet: Sheet) -> File:
    """Make a file of CSV in which a list is a JSON array: the standard's type `array`.

    Its type `list`, of items with a mark between them, can't tell an empty list from a missing
    one; the published profile lacks it (frictionlessdata/datapackage#1089), and so does
    Frictionless before 5.21.
    """
    columns = tuple(
        evolve(column, type=ColumnType.TEXT, vocabulary=(), reader=_as_array(column))
        if column.type is ColumnType.TEXTS
        else column
        for column in sheet.schema.columns
    )
    return csv_file(Sheet(evolve(sheet.schema, columns=columns), sheet.rows))


def _as_array(column: Column) -> Callable[[object], str]:
    return lambda row: json_array(texts(column.read(row)))


def parquet_file(sheet: Sheet) -> File:
    """Make a file of Parquet; its schema carries the descriptions."""
    parquet = need("pyarrow.parquet", "arrow")
    buffer = BytesIO()
    parquet.write_table(arrow_table(sheet), buffer)
    return f"{sheet.schema.name}.parquet", buffer.getvalue()


NATIVE: Mapping[ColumnType, Mapping[str, Any]] = {
    ColumnType.TEXT: {"type": "string"},
    ColumnType.INTEGER: {"type": "integer"},
    ColumnType.BOOLEAN: {"type": "boolean"},
    ColumnType.DATE: {"type": "date"},
    ColumnType.TEXTS: {"type": "array"},
}
WRITTEN: Mapping[ColumnType, Mapping[str, Any]] = {
    **NATIVE,
    ColumnType.BOOLEAN: {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]},
}
AS_CSV = Form(
    {"format": "csv", "mediatype": "text/csv", "encoding": "utf-8"},
    WRITTEN,
    {"missingValues": [""]},  # the default, and said: an empty text has quotation marks
    csv_with_arrays,
)
AS_PARQUET = Form(
    {"format": "parquet", "mediatype": "application/vnd.apache.parquet"},
    NATIVE,
    {},
    parquet_file,
)


def _package(about: About, form: Form) -> Iterator[File]:
    resources = []
    for sheet in sheets(about.edition):
        path, content = form.write(sheet)
        resources.append(_resource(sheet, path, content, form))
        yield path, content
    yield json_file("datapackage.json", {**_described(about), "resources": resources})


def _described(about: About) -> dict[str, Any]:
    licences = [
        {"name": licence.name, "title": licence.title}
        | ({"path": licence.path} if licence.path else {})
        for licence in LICENCES
    ]
    return {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": about.name,
        "title": about.title,
        "description": about.description,
        "version": about.version,
        "licenses": licences,
        "contributors": [
            {"title": about.creator, "roles": ["creator"]},
            {"title": about.publisher, "roles": ["author"]},
        ],
        "sources": [
            {"title": f"{about.source}, {about.publisher}", "version": about.source_version}
        ],
    }


def _resource(sheet: Sheet, path: str, content: bytes, form: Form) -> dict[str, Any]:
    table, citations = sheet.schema, sources(sheet)
    return {
        "name": table.name,
        "type": "table",
        "path": path,
        **form.resource,
        "title": table.title,
        "description": table.description,
        **({"sources": [{"title": text} for text in citations]} if citations else {}),
        "bytes": len(content),
        # A hash without a name before it would be MD5.
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "schema": _schema(table, form),
    }


def _schema(table: Table, form: Form) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "$schema": f"{PROFILES}/tableschema.json",
        "fields": [_field(column, table, form) for column in table.columns],
        **form.schema,
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    keys = [_foreign_key(column, table) for column in table.columns if referenced(column)]
    return schema | ({"foreignKeys": keys} if keys else {})


def _field(column: Column, table: Table, form: Form) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    description = column.description
    if not column.nullable:
        constraints["required"] = True
    if table.key == (column.name,):
        constraints["unique"] = True
    # `enum` would speak of the whole list.
    if column.vocabulary and column.type is ColumnType.TEXTS:
        description += f" Each is one of: {', '.join(column.vocabulary)}."
    elif column.vocabulary:
        constraints["enum"] = list(column.vocabulary)
    return {
        "name": column.name,
        **form.types[column.type],
        "description": description,
        **({"unit": column.unit} if column.unit else {}),
        **({"constraints": constraints} if constraints else {}),
    }


def _foreign_key(column: Column, table: Table) -> dict[str, Any]:
    target = referenced(column)
    assert target is not None
    reference = {"resource": target[0], "fields": [target[1]]}
    if target[0] == table.name:  # a table that refers to itself does not name itself
        del reference["resource"]
    return {"fields": [column.name], "reference": reference}
