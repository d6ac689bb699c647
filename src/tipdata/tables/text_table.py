"""Text tables: rows in columns, their long cells cut short or going on below themselves."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

GAP = "  "
LONGEST = 36  # two such columns and a few short ones fit 100 characters
UNBROKEN = 13  # letters of a word that no column breaks


def cut(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Set rows in columns as wide as they need, long cells cut short."""
    lines = [[shortened(cell, LONGEST) for cell in row] for row in (heads, *rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return (_line(cells, widths) for cells in lines)


def shortened(text: str, length: int) -> str:
    """Cut a text that is longer than this; its last sign says so."""
    return text if len(text) <= length else f"{text[: length - 1]}…"


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
            # Ids such as CRC-OP-SC and days such as 2018-03-31 have hyphens, and stay whole.
            wrap(cell, room, break_on_hyphens=False) or [""]
            for cell, room in zip(row, widths, strict=True)
        ]
        for height in range(max(map(len, cells))):
            line = [cell[height] if height < len(cell) else "" for cell in cells]
            yield _line(line, widths)


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


def _narrowed(widths: list[int], least: list[int], room: int) -> list[int]:
    """Take from the widest column that can be narrower until all fit."""
    widths = list(widths)
    # One by one, so that columns of equal width stay so.
    while _needs(widths) > room:
        _, widest = max((w, i) for i, w in enumerate(widths) if w > least[i])
        widths[widest] -= 1
    return widths


def _lists(heads: Sequence[str], rows: list[list[str]], width: int) -> Iterator[str]:
    """Set each row as a list: the head before each cell that is not blank."""
    # The longest head and a gap are set aside; `wrap` returns no line for a blank cell.
    aside = max(map(len, heads)) + len(GAP)
    for position, row in enumerate(rows):
        if position:
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


def _needs(widths: list[int]) -> int:
    return sum(widths) + len(GAP) * (len(widths) - 1)
