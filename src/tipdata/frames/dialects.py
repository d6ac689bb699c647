"""What DuckDB and Spark each say in their own way."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tipdata.models.keys import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Value = str | int | date | None
    Columns = Mapping[str, Sequence[Value]]

TYPES = {str: "STRING", int: "INT", date: "DATE"}
# Keys that need not be folded: codes of three capital letters.
CAPITALS = "[A-Z]{3}"
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
        """Reduce a key as `fold` does; accents, of Latin letters.

        The plainer the keys, the less time it takes; `CAPITALS` stay as they are.
        """
        spaced = f"trim(regexp_replace(lower({text}), '[{SPACES}]+', ' ', 'g'))"
        return (
            f"CASE WHEN {text} GLOB '[A-Z][A-Z][A-Z]' THEN {text}"
            f" WHEN regexp_full_match({text}, '[!-~]+( [!-~]+)*') THEN lower({text})"
            f" ELSE strip_accents({spaced}) END"
        )

    def selected(self, relation: Any, columns: Mapping[str, str]) -> Any:
        """Make columns, under plain names, of those of a relation."""
        return relation.project(
            ", ".join(f"{expression} AS {name}" for name, expression in columns.items())
        )

    def joined(self, relation: Any, columns: Columns, on: list[str]) -> Any:
        """Join a small table, which is made on the connection of the relation."""
        one = relation.limit(0).aggregate("count(*)")  # not a row is read for it
        table = one.project(", ".join(f"unnest({_list(columns[n])}) AS {n}" for n in columns))
        sides = relation.set_alias("rows"), table.set_alias("breakpoints")
        return sides[0].join(sides[1], ", ".join(on), how="left")

    def named(self, relation: Any, columns: Mapping[str, str]) -> Any:
        """Make columns, under any names, of those of a relation."""
        quoted = {name.replace('"', '""'): made for name, made in columns.items()}
        return relation.project(", ".join(f'{made} AS "{name}"' for name, made in quoted.items()))


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
        rows = ", ".join(
            f"({', '.join(map(_literal, row))})" for row in zip(*columns.values(), strict=True)
        )
        fields = ", ".join(f"CAST({n} AS {TYPES[_type(columns[n])]}) {n}" for n in columns)
        query = f"SELECT {fields} FROM VALUES {rows} AS t({', '.join(columns)})"
        return frame.join(frame.sparkSession.sql(query).hint("broadcast"), on, "left")

    def named(self, frame: Any, columns: Mapping[str, str]) -> Any:
        """Make columns, under any names, of those of a frame."""
        return frame.selectExpr(*columns.values()).toDF(*columns)


Dialect = DuckDB | Spark


def _list(values: Sequence[Value]) -> str:
    """Write a column of a table as a list; of days, as a text that is cast, for less time."""
    if _type(values) is date:
        return f"'[{', '.join(map(_word, values))}]'::DATE[]"
    return f"[{', '.join(map(_literal, values))}]"


def _type(values: Sequence[Value]) -> type:
    return next((type(value) for value in values if value is not None), date)


def _literal(value: Value) -> str:
    if isinstance(value, date):
        return f"DATE '{value}'"
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else _word(value)


def _word(value: Value) -> str:
    return "NULL" if value is None else str(value)
