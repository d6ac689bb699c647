"""Records as CSV, for programs and for spreadsheets."""

from collections.abc import Iterable
from unicodedata import normalize

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


def _line(cells: Iterable[str]) -> str:
    # RFC 4180 ends a line with a carriage return too; git and most tools would rather not.
    return ",".join(cells) + "\n"


def _cell(value: Value) -> str:
    """Write a value as it stands between two commas."""
    if value is None:
        return ""
    if isinstance(value, list):
        return _quoted("|".join(_item(item) for item in value)) if value else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return _quoted(str(value))


def _quoted(text: str) -> str:
    """Put a text in quotation marks where it needs them (RFC 4180, 2.6 and 2.7)."""
    # An empty text has them too: nothing at all is a null.
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
    first = next((mark for mark in text if mark.isprintable() and mark != " "), "")
    return text.startswith(CONTROLS) or normalize("NFKC", first).startswith(FORMULA)
