"""CSV on the Web: `csv-metadata.json` beside the tables as CSV."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from tipdata.errors import ExportError
from tipdata.export.about import LICENCES, About
from tipdata.export.files import File, csv_file, json_file
from tipdata.export.sheets import Sheet, referenced, sheets, sources, texts
from tipdata.load.edition import Edition
from tipdata.queries.lookup import edition_or_default
from tipdata.tables.schema import Column, ColumnType

DATATYPES: dict[ColumnType, Any] = {
    ColumnType.TEXT: "string",
    ColumnType.INTEGER: "integer",
    # Without a format, 1 and 0 would be truth values too.
    ColumnType.BOOLEAN: {"base": "boolean", "format": "true|false"},
    ColumnType.DATE: {"base": "date", "format": "yyyy-MM-dd"},
    ColumnType.TEXTS: "string",
}


def csvw(*, edition: Edition | None = None) -> Iterator[tuple[str, bytes]]:
    """Return the tables as CSV, and the metadata of CSV on the Web that describe them.

    Args:
        edition: The edition to export; by default that of 2018.

    Raises:
        ExportError: If an item of a list has a bar or a backslash in it: `Records.to_csv`
            escapes them, and CSV on the Web knows no such escapes.
        TypeError: If `edition` is no `Edition`.

    Example:
        >>> import json
        >>> from tipdata import export
        >>> metadata = json.loads(dict(export.csvw())["csv-metadata.json"])
        >>> metadata["tables"][0]["url"], metadata["tables"][0]["tableSchema"]["primaryKey"]
        ('countries.csv', ['name'])
    """
    return _files(About(edition_or_default(edition)))


def _files(about: About) -> Iterator[File]:
    described = []
    for sheet in sheets(about.edition):
        _check_lists(sheet)
        path, content = csv_file(sheet)
        described.append(_table(sheet, path))
        yield path, content
    yield json_file("csv-metadata.json", {**_group(about), "tables": described})


def _check_lists(sheet: Sheet) -> None:
    lists = [column for column in sheet.schema.columns if column.type is ColumnType.TEXTS]
    for item in (item for row in sheet for column in lists for item in texts(column.read(row))):
        if "|" in item or "\\" in item:
            raise ExportError(f"an item of a list can't have a bar or a backslash: {item!r}")


def _group(about: About) -> dict[str, Any]:
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "@id": f"{about.iri}:csvw",
        "lang": "en",
        "dc:title": about.title,
        "dc:description": about.description,
        "dc:creator": about.creator,
        "dc:source": f"{about.source}, {about.publisher}, {about.source_version}",
        "dc:rights": [licence.title for licence in LICENCES],
        "schema:version": about.version,
        # By default a reader expects CRLF as well.
        "dialect": {"encoding": "utf-8", "header": True, "lineTerminators": ["\n"]},
    }


def _table(sheet: Sheet, path: str) -> dict[str, Any]:
    table, citations = sheet.schema, sources(sheet)
    schema: dict[str, Any] = {"columns": [_column(column) for column in table.columns]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    keys = [
        _foreign_key(column, *target)
        for column in table.columns
        if (target := referenced(column)) and not column.nullable  # CSVW knows no null keys
    ]
    return {
        "url": path,
        "dc:title": table.title,
        "dc:description": table.description,
        **({"dc:source": citations} if citations else {}),
        "tableSchema": schema | ({"foreignKeys": keys} if keys else {}),
    }


def _column(column: Column) -> dict[str, Any]:
    is_list = column.type is ColumnType.TEXTS
    datatype = DATATYPES[column.type]
    if column.vocabulary:
        datatype = {"base": "string", "format": any_of(column.vocabulary)}
    return {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.description,
        **({"schema:unitText": column.unit} if column.unit else {}),
        "datatype": datatype,
        "null": "",
        **({"separator": "|"} if is_list else {"required": not column.nullable}),
    }


def any_of(words: Iterable[str]) -> str:
    r"""Return the regular expression that matches some words and nothing else.

    It escapes what has a meaning and nothing else: ECMAScript refuses the `\ ` of `re.escape`
    where it takes a pattern for Unicode.
    """
    escaped = (re.sub(r"[\\^$.*+?()[\]{}|]", r"\\\g<0>", word) for word in words)
    return f"^({'|'.join(escaped)})$"


def _foreign_key(column: Column, table: str, key: str) -> dict[str, Any]:
    return {
        "columnReference": column.name,
        "reference": {"resource": f"{table}.csv", "columnReference": key},
    }
