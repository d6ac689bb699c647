"""Tables as a person reads them: aligned text in a terminal, HTML in a notebook."""

from __future__ import annotations

from enum import Enum
from html import escape
from typing import TYPE_CHECKING, Any

from tipdata.tables.declared import schema_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tipdata.tables.records import Records
    from tipdata.tables.schema import Table

TEXT_ROWS = 20
HTML_ROWS = 200
WIDTH = 36

# Only borders have a colour of their own: text and background are the notebook's,
# so that the table can be read in a light theme and in a dark one.
BORDER = "border-bottom:1px solid rgba(128,128,128,0.5)"
CELL = f"text-align:left;vertical-align:top;padding:0.2em 0.8em;{BORDER}"
TABLE = "border-collapse:collapse"
CAPTION = "caption-side:top;text-align:left;padding:0.2em 0.8em;font-weight:bold"


def as_text(records: Records[Any]) -> str:
    """Show the first records as aligned text, under a line that counts them."""
    table = schema_of(records.kind)
    shown = records[:TEXT_ROWS]
    lines = [count(records, table)]
    if shown:
        rows = [
            [" ".join(in_cell(column.show(record)).split()) for column in table.shown]
            for record in shown
        ]
        lines += aligned([column.name for column in table.shown], rows)
    if len(records) > len(shown):
        lines.append(f"... and {len(records) - len(shown)} more")
    return "\n".join(lines)


def as_html(records: Records[Any]) -> str:
    """Show the records as an HTML table whose caption counts them."""
    table = schema_of(records.kind)
    shown = records[:HTML_ROWS]
    caption = count(records, table)
    if len(records) > len(shown):
        caption += f", the first {len(shown)} shown"
    return html_table(
        caption,
        [column.name for column in table.shown],
        ([html_value(column.show(record)) for column in table.shown] for record in shown),
    )


def count(records: Records[Any], table: Table) -> str:
    """Say how many records there are."""
    return f"{len(records)} {table.one if len(records) == 1 else table.many}"


def in_cell(value: object) -> str:
    """Give a value as the text of a cell: blank for None, items with commas between."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ", ".join(in_cell(item) for item in value)
    if isinstance(value, frozenset):
        return ", ".join(sorted(in_cell(item) for item in value))
    return str(value.value) if isinstance(value, Enum) else str(value)


def aligned(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Set rows in columns as wide as they need, long values cut short."""
    cut = [
        [value if len(value) <= WIDTH else value[: WIDTH - 1] + "…" for value in row]
        for row in (heads, *rows)
    ]
    widths = [max(len(value) for value in column) for column in zip(*cut, strict=True)]
    return [
        "  ".join(value.ljust(width) for value, width in zip(row, widths, strict=True)).rstrip()
        for row in cut
    ]


def html_table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Make an HTML table; the caption and the heads are texts, the cells are HTML."""
    head = "".join(f'<th scope="col" style="{CELL}">{escape(name)}</th>' for name in heads)
    body = "\n".join(
        f'<tr><th scope="row" style="{CELL}">{first}</th>'
        + "".join(f'<td style="{CELL}">{value}</td>' for value in rest)
        + "</tr>"
        for first, *rest in rows
    )
    return (
        f'<table style="{TABLE}">\n<caption style="{CAPTION}">{escape(caption)}</caption>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    )


def html_value(value: object) -> str:
    """Give a value as HTML: an address can be followed."""
    if isinstance(value, tuple):
        return ", ".join(html_value(item) for item in value)
    text = escape(in_cell(value))
    if in_cell(value).startswith(("http://", "https://")):
        return f'<a href="{text}">{text}</a>'
    return text
