"""Files of an export: a path and bytes, the same in every run."""

import json

from tipdata.export.sheets import Sheet
from tipdata.tables.csv_text import as_csv

File = tuple[str, bytes]


def json_file(path: str, value: object) -> File:
    """Make a file of JSON."""
    return path, (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def csv_file(sheet: Sheet) -> File:
    """Make a file of CSV, of the form that `Records.to_csv` has."""
    return f"{sheet.schema.name}.csv", as_csv(sheet).encode()


def json_array(items: list[str]) -> str:
    """Write a list as a text: a JSON array."""
    return json.dumps(items, ensure_ascii=False)
