"""Files of an export: a path and bytes, the same in every run."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tipdata.errors import ExportError
from tipdata.tables.schema import ColumnType
from tipdata.tables.written import as_csv

if TYPE_CHECKING:
    from tipdata.export.sheets import Sheet
    from tipdata.tables.schema import Column

File = tuple[str, bytes]


def json_file(path: str, value: object) -> File:
    """Make a file of JSON."""
    return path, (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def csv_file(sheet: Sheet) -> File:
    """Make a file of CSV, of the form that `Records.to_csv` has.

    Raises:
        ExportError: If an item of a list has a bar or a backslash in it: that form escapes
            them, and the standards know no such escapes.
    """
    for column in sheet.schema.columns:
        if column.type is ColumnType.TEXTS:
            for row in sheet:
                _check_items(column, row)
    return f"{sheet.schema.name}.csv", as_csv(sheet).encode()


def _check_items(column: Column, row: object) -> None:
    value = column.read(row)
    assert isinstance(value, list)
    for item in value:
        if "|" in item or "\\" in item:
            raise ExportError(f"an item of a list can't have a bar or a backslash: {item!r}")
