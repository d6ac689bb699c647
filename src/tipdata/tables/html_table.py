"""HTML tables, as a notebook shows them."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import zip_longest

# Only borders have a colour of their own: text and background are the notebook's,
# so that the table can be read in a light theme and in a dark one.
BORDER = "border-bottom:1px solid rgba(128,128,128,0.5)"
CELL = f"text-align:left;vertical-align:top;padding:0.2em 0.8em;{BORDER}"
TABLE = "border-collapse:collapse"
CAPTION = "caption-side:top;text-align:left;padding:0.2em 0.8em;font-weight:bold"


def html_table(
    caption: str,
    heads: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    note: str = "",
    titles: Sequence[str] = (),
) -> str:
    """Make an HTML table; its cells are HTML, all else are texts.

    Args:
        caption: What it shows.
        heads: The heads of the columns.
        rows: The cells, row by row; the first of each heads its row.
        note: A line below the caption.
        titles: What a pointer over each head shows.
    """
    below = f'<br><span style="font-weight:normal">{escape(note)}</span>' if note else ""
    head = "".join(_head(*texts) for texts in zip_longest(heads, titles, fillvalue=""))
    body = "\n".join(_row(*cells) for cells in rows)
    return (
        f'<table style="{TABLE}">\n<caption style="{CAPTION}">{escape(caption)}{below}</caption>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    )


def _head(name: str, title: str) -> str:
    about = f' title="{escape(title)}"' if title else ""
    # The scope tells a screen reader which cells a head is of.
    return f'<th scope="col" style="{CELL}"{about}>{escape(name)}</th>'


def _row(first: str, *rest: str) -> str:
    cells = "".join(f'<td style="{CELL}">{cell}</td>' for cell in rest)
    return f'<tr><th scope="row" style="{CELL}">{first}</th>{cells}</tr>'
