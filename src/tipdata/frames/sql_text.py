"""Texts and names in SQL, as DuckDB and Spark both write them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Value = str | int | date | None
    Columns = Mapping[str, Sequence[Value]]

TYPES = {str: "STRING", int: "INT", date: "DATE"}
# What Python takes for space between words.
SPACES = "".join(c for c in map(chr, range(0x3001)) if c.isspace())


def type_of(values: Sequence[Value]) -> str:
    """Return the type of a column; one of blanks alone is one of days."""
    return TYPES[next((type(value) for value in values if value is not None), date)]


def named(columns: Iterable[tuple[str, str]], escaped: str) -> list[str]:
    """Name expressions, between marks that stand escaped in a name."""
    return [f"{sql} AS {quoted(name, escaped)}" for name, sql in columns]


def quoted(text: str, escaped: str) -> str:
    """Put a text between marks, which stand escaped in it."""
    mark = escaped[-1]
    return f"{mark}{text.replace(mark, escaped)}{mark}"
