"""What the command prints: tables that fit the terminal, JSON, CSV.

What goes to a file or a pipe is never cut or wrapped.
"""

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from shutil import get_terminal_size
from textwrap import wrap
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tipdata.tables.records import Records

GAP = "  "
NARROWEST = 8


def wants_data(asked: Namespace) -> bool:
    """Tell whether a program is to read the output."""
    return bool(asked.json or asked.csv)


def show(records: "Records[Any]", asked: Namespace) -> int:
    """Print records in the form that is asked for; give the exit status."""
    if asked.json:
        import json

        print(json.dumps(records.to_dicts(), ensure_ascii=False, indent=1, default=str))
    elif asked.csv:
        sys.stdout.write(records.to_csv())
    else:
        show_table(records)
    return 0 if len(records) else 1


def show_table(records: "Records[Any]") -> None:
    """Print the columns that tell a person enough, under a line that counts the records."""
    from tipdata.tables.show import count, in_cell

    columns = records.schema.shown
    rows = [[" ".join(in_cell(c.show(record)).split()) for c in columns] for record in records]
    say(count(records, records.schema))
    if rows:
        show_lines(wrapped([column.name for column in columns], rows, room()))


def say(text: str) -> None:
    """Print running text; on a terminal its lines end between words."""
    width = room()
    print("\n".join(wrap(text, width, break_on_hyphens=False)) if width else text)


def show_lines(lines: Iterator[str]) -> None:
    """Print lines; what is still too long for the terminal is cut."""
    width = room()
    for line in lines:
        print(line if width is None or len(line) <= width else f"{line[: width - 1]}…")


def room() -> int | None:
    """Give the width of the terminal; None where there is none."""
    return max(get_terminal_size().columns, 2) if sys.stdout.isatty() else None


def wrapped(heads: Sequence[str], rows: list[list[str]], width: int | None) -> Iterator[str]:
    """Set rows in columns; a cell that is too wide goes on below itself."""
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    if width is not None:
        widths = _narrowed(widths, width - len(GAP) * (len(widths) - 1))
    for row in (heads, *rows):
        cells = [
            wrap(cell, room, break_on_hyphens=False) or [""]
            for cell, room in zip(row, widths, strict=True)
        ]
        for place in range(max(map(len, cells))):
            line = [cell[place] if place < len(cell) else "" for cell in cells]
            yield _line(line, widths)


def _narrowed(widths: list[int], room: int) -> list[int]:
    """Take from the widest column until all fit, or none can be narrower."""
    widths = list(widths)
    while sum(widths) > room and max(widths) > NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return GAP.join(c.ljust(w) for c, w in zip(cells, widths, strict=True)).rstrip()


def in_blocks(heads: Sequence[str], rows: list[list[str]], width: int | None) -> Iterator[str]:
    """Set rows in columns; those that find no room stand in a block below, named again."""
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    first = 1
    while first < len(heads):
        last = first + 1
        while last < len(heads) and (
            width is None or _needs([widths[0], *widths[first : last + 1]]) <= width
        ):
            last += 1
        if first > 1:
            yield ""
        for row in (heads, *rows):
            yield _line([row[0], *row[first:last]], [widths[0], *widths[first:last]])
        first = last


def _needs(widths: list[int]) -> int:
    return sum(widths) + len(GAP) * (len(widths) - 1)
