"""Tables as a person reads them: text in a terminal, HTML in a notebook."""

from enum import Enum
from html import escape
from typing import Any

from tipdata.tables.html_table import html_table
from tipdata.tables.records import Records
from tipdata.tables.schema import Table
from tipdata.tables.text_table import cut

# A terminal scrolls a repr away where a notebook folds it.
TEXT_ROWS = 20
HTML_ROWS = 200


def as_text(records: Records[Any]) -> str:
    """Show the first records as a text table, under a line that counts them all."""
    columns = records.schema.shown
    first = records[:TEXT_ROWS]
    lines = [count(records, records.schema)]
    if first:
        lines += cut(
            [column.name for column in columns],
            ([on_one_line(column.show(record)) for column in columns] for record in first),
        )
    if len(records) > len(first):
        lines.append(f"... and {len(records) - len(first)} more")
    return "\n".join(lines)


def as_html(records: Records[Any]) -> str:
    """Show the first records as an HTML table, whose caption counts them all."""
    columns = records.schema.shown
    first = records[:HTML_ROWS]
    caption = count(records, records.schema)
    if len(records) > len(first):
        caption += f", the first {len(first)} shown"
    return html_table(
        caption,
        [column.name for column in columns],
        ([html_value(column.show(record)) for column in columns] for record in first),
    )


def count(records: Records[Any], table: Table) -> str:
    """Say how many records there are."""
    return f"{len(records)} {table.one if len(records) == 1 else table.many}"


def on_one_line(value: object) -> str:
    """Return a value as the text of a cell on one line."""
    return " ".join(in_cell(value).split())


def in_cell(value: object) -> str:
    """Return a value as the text of a cell: blank for None, items with commas between."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ", ".join(in_cell(item) for item in value)
    if isinstance(value, frozenset):
        return ", ".join(sorted(in_cell(item) for item in value))
    return str(value.value) if isinstance(value, Enum) else str(value)


def html_value(value: object) -> str:
    """Return a value as HTML: an address can be followed."""
    if isinstance(value, tuple):
        return ", ".join(html_value(item) for item in value)
    text = escape(in_cell(value))
    # No other scheme is followed: `javascript:` would run in the reader's notebook.
    if in_cell(value).startswith(("http://", "https://")):
        return f'<a href="{text}">{text}</a>'
    return text
