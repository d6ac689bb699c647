"""What the command prints: tables that fit the terminal, JSON, CSV.

What goes to a file or a pipe is never cut or wrapped.
"""

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from shutil import get_terminal_size
from textwrap import wrap
from typing import Any

import tipdata  # noqa: TC001 - where `typing.get_type_hints` looks for it

GAP = "  "
UNBROKEN = 13  # letters of a word that no column breaks


def wants_data(options: Namespace) -> bool:
    """Tell whether a program is to read the output."""
    return bool(options.json or options.csv)


def show(records: "tipdata.Records[Any]", options: Namespace) -> int:
    """Print records in the form that the options name, and return the exit status."""
    if options.json:
        import json

        print(json.dumps(records.to_dicts(), ensure_ascii=False, indent=1, default=str))
    elif options.csv:
        sys.stdout.write(records.to_csv())  # its last line is ended
    else:
        show_table(records)
    return 0 if len(records) else 1


def show_table(records: "tipdata.Records[Any]") -> None:
    """Print the columns that tell a person enough, under a line that counts the records."""
    from tipdata.tables.show import count, in_cell

    columns = records.schema.shown
    rows = [[" ".join(in_cell(c.show(record)).split()) for c in columns] for record in records]
    say(count(records, records.schema))
    if rows:
        show_lines(wrapped([column.name for column in columns], rows, terminal_width()))


def say(text: str) -> None:
    """Print running text; on a terminal its lines end between words."""
    width = terminal_width()
    # Ids such as CRC-OP-SC and days such as 2018-03-31 have hyphens, and stay whole.
    print("\n".join(wrap(text, width, break_on_hyphens=False)) if width else text)


def show_lines(lines: Iterator[str]) -> None:
    """Print lines; what is still too long for the terminal is cut."""
    width = terminal_width()
    for line in lines:
        print(line if width is None or len(line) <= width else f"{line[: width - 1]}…")


def terminal_width() -> int | None:
    """Return the width of the terminal; None where there is none."""
    # Two columns are the least that hold a letter and the sign that more were cut.
    return max(get_terminal_size().columns, 2) if sys.stdout.isatty() else None


def wrapped(heads: Sequence[str], rows: list[list[str]], width: int | None) -> Iterator[str]:
    """Set rows in columns; a cell that is too wide goes on below itself.

    Where columns would break short words, each row is a list of its cells instead.
    """
    columns = list(zip(heads, *rows, strict=True))
    widths = [max(map(len, column)) for column in columns]
    if width is not None:
        words = [max(len(word) for cell in column for word in cell.split()) for column in columns]
        least = [min(longest, UNBROKEN) for longest in words]
        if _needs(least) > width:
            yield from _lists(heads, rows, width)
            return
        widths = _narrowed(widths, least, width)
    for row in (heads, *rows):
        cells = [
            wrap(cell, room, break_on_hyphens=False) or [""]
            for cell, room in zip(row, widths, strict=True)
        ]
        for place in range(max(map(len, cells))):
            line = [cell[place] if place < len(cell) else "" for cell in cells]
            yield _line(line, widths)


def _narrowed(widths: list[int], least: list[int], room: int) -> list[int]:
    """Take from the widest column that can be narrower until all fit."""
    widths = list(widths)
    while _needs(widths) > room:
        _, widest = max((w, i) for i, w in enumerate(widths) if w > least[i])
        widths[widest] -= 1
    return widths


def _lists(heads: Sequence[str], rows: list[list[str]], width: int) -> Iterator[str]:
    """Set each row as a list: the head before each cell that is not blank."""
    aside = max(map(len, heads)) + len(GAP)
    for place, row in enumerate(rows):
        if place:
            yield ""
        for head, cell in zip(heads, row, strict=True):
            yield from wrap(
                cell,
                width,
                initial_indent=head.ljust(aside),
                subsequent_indent=" " * aside,
                break_on_hyphens=False,
            )


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
        block = [[row[0], *row[first:last]] for row in (heads, *rows)]
        yield from wrapped(block[0], block[1:], width)
        first = last


def _needs(widths: list[int]) -> int:
    return sum(widths) + len(GAP) * (len(widths) - 1)
