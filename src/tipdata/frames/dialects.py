"""What DuckDB and Spark each say in their own way."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tipdata.models.keys import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Columns = Mapping[str, Sequence[str | int | date | None]]

TYPES = {str: "STRING", int: "INT", date: "DATE"}
# What Python takes for space between words.
SPACES = "".join(c for c in map(chr, range(0x3001)) if c.isspace())
COMBINING = "".join(map(chr, range(0x300, 0x370)))
LATIN = "".join(map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))))


class DuckDB:
    """The SQL of DuckDB, and its relations."""

    error, matches = "error", "regexp_matches"

    def place(self, number: int) -> str:
        """Give the expression of a column by its place, whatever its name is."""
        return f"#{number + 1}"

    def blanks(self, relation: Any) -> list[str]:
        """Give the columns of a type that only blanks have."""
        types = zip(relation.columns, relation.types, strict=True)
        return [name for name, kind in types if str(kind).strip('"') == "NULL"]

    def folded(self, text: str) -> str:
        """Reduce a key as `fold` does; accents, of Latin letters. Plain keys take less time."""
        spaced = f"trim(regexp_replace(lower({text}), '[{SPACES}]+', ' ', 'g'))"
        return (
            f"CASE WHEN regexp_full_match({text}, '[!-~]+( [!-~]+)*') THEN lower({text})"
            f" ELSE strip_accents({spaced}) END"
        )

    def selected(self, relation: Any, columns: Mapping[str, str]) -> Any:
        """Make columns, under plain names, of those of a relation."""
        return relation.project(
            ", ".join(f"{expression} AS {name}" for name, expression in columns.items())
        )

    def joined(self, relation: Any, columns: Columns, on: list[str]) -> Any:
        """Join a small table, which is made on the connection of the relation."""
        rows = ", ".join(f"({', '.join(row)})" for row in _literals(columns))
        fields = ", ".join(f"{name} {kind}" for name, kind in _types(columns))
        one = relation.limit(0).aggregate("count(*)")  # not a row is read for it
        table = one.project(f"unnest([{rows}]::STRUCT({fields})[], recursive := true)")
        sides = relation.set_alias("rows"), table.set_alias("breakpoints")
        return sides[0].join(sides[1], ", ".join(on), how="left")

    def renamed(self, relation: Any, names: Mapping[str, str]) -> Any:
        """Take some columns under other names."""
        quoted = {old: new.replace('"', '""') for old, new in names.items()}
        return relation.project(", ".join(f'"{old}" AS "{new}"' for old, new in quoted.items()))


class Spark:
    """The SQL of Spark, and its data frames."""

    error, matches = "raise_error", "regexp_like"

    def place(self, number: int) -> str:
        """Give the expression of a column by its place, whatever its name is."""
        return f"c{number}"

    def blanks(self, frame: Any) -> list[str]:
        """Give the columns of a type that only blanks have."""
        return [one.name for one in frame.schema if one.dataType.simpleString() == "void"]

    def folded(self, text: str) -> str:
        """Reduce a key as `fold` does; accents, of Latin letters."""
        accented = {c: b for c in LATIN if len(b := fold(c)) == 1 and b.isascii() and b.isalpha()}
        letters, bare = "".join(accented), "".join(accented.values())
        plain = f"translate(lower({text}), '{letters}{COMBINING}', '{bare}')"
        return f"trim(regexp_replace({plain}, '[{SPACES}]+', ' '))"

    def selected(self, frame: Any, columns: Mapping[str, str]) -> Any:
        """Make columns, under plain names, of those of a frame."""
        placed = frame.toDF(*(self.place(number) for number in range(len(frame.columns))))
        return placed.selectExpr(*(f"{made} AS {name}" for name, made in columns.items()))

    def joined(self, frame: Any, columns: Columns, on: list[str]) -> Any:
        """Join a small table, which goes to where the rows are; no Python makes it there."""
        rows = ", ".join(f"({', '.join(row)})" for row in _literals(columns))
        fields = ", ".join(f"CAST({name} AS {kind}) {name}" for name, kind in _types(columns))
        query = f"SELECT {fields} FROM VALUES {rows} AS t({', '.join(columns)})"
        return frame.join(frame.sparkSession.sql(query).hint("broadcast"), on, "left")

    def renamed(self, frame: Any, names: Mapping[str, str]) -> Any:
        """Take some columns under other names."""
        return frame.select(*(f"`{old}`" for old in names)).toDF(*names.values())


Dialect = DuckDB | Spark


def _types(columns: Columns) -> Iterator[tuple[str, str]]:
    for name, values in columns.items():
        kinds = {type(value) for value in values if value is not None}
        yield name, TYPES[kinds.pop() if kinds else date]


def _literals(columns: Columns) -> Iterator[list[str]]:
    """Write the rows of a table in SQL."""
    for row in zip(*columns.values(), strict=True):
        yield [_literal(value) for value in row]


def _literal(value: str | int | date | None) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return f"DATE '{value}'" if isinstance(value, date) else str(value)
