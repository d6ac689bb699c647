"""What the command prints: tables that fit the terminal, JSON, CSV.

What goes to a file or a pipe is never cut or wrapped.
"""

import sys
from argparse import Namespace
from collections.abc import Iterator
from shutil import get_terminal_size
from textwrap import wrap
from typing import Any

import tipdata  # noqa: TC001 - where `typing.get_type_hints` looks for it
from tipdata.tables.text_table import shortened, wrapped


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
    from tipdata.tables.show import count, on_one_line

    columns = records.schema.shown
    rows = [[on_one_line(column.show(record)) for column in columns] for record in records]
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
        print(line if width is None else shortened(line, width))


def terminal_width() -> int | None:
    """Return the width of the terminal; None where there is none."""
    # Two columns are the least that hold a letter and the sign that more were cut.
    return max(get_terminal_size().columns, 2) if sys.stdout.isatty() else None
