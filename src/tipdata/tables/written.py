"""Records as CSV, for programs and for spreadsheets; and how a text becomes a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike

    from tipdata.tables.schema import Tabular, Value

# What OWASP says no cell may start with (CSV Injection; ASVS 5.0, 1.2.10).
FORMULA = tuple("=+-@")
CONTROLS = tuple("\t\r\n\0")


def as_csv(records: Tabular, *, spreadsheet_safe: bool = False) -> str:
    """Write the table as CSV."""
    columns = records.schema.columns
    lines = [_line(column.name for column in columns)]
    for record in records:
        values = (column.read(record) for column in columns)
        lines.append(
            _line(_cell(_defused(value) if spreadsheet_safe else value) for value in values)
        )
    return "".join(lines)


def handed(text: str, path: str | PathLike[str] | None) -> str | None:
    """Give a text, or write it to a file: in UTF-8, its line ends as they are."""
    if path is None:
        return text
    Path(path).write_bytes(text.encode())
    return None


def _line(cells: Iterable[str]) -> str:
    return ",".join(cells) + "\n"


def _cell(value: Value) -> str:
    """Give a value as it stands between two commas."""
    if value is None:
        return ""
    if isinstance(value, list):
        return _quoted("|".join(_item(item) for item in value)) if value else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return _quoted(str(value))


def _quoted(text: str) -> str:
    if text and not any(mark in text for mark in ',"\r\n'):
        return text
    return '"' + text.replace('"', '""') + '"'


def _item(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|")


def _defused(value: Value) -> Value:
    """Put an apostrophe before a text that a spreadsheet would run."""
    if isinstance(value, list):
        return [str(_defused(item)) for item in value]
    return f"'{value}" if isinstance(value, str) and _runs(value) else value


def _runs(text: str) -> bool:
    """Tell whether a spreadsheet may run a text: what can't be seen it may skip.

    Wide, small and raised forms of a character count as the character (Unicode's NFKC).
    """
    seen = next((mark for mark in text if mark.isprintable() and mark != " "), "")
    return text.startswith(CONTROLS) or normalize("NFKC", seen).startswith(FORMULA)
