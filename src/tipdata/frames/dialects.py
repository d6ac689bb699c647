"""What DuckDB and Spark each say in their own way."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tipdata.frames.engines import OWN
from tipdata.frames.keys import NAMED
from tipdata.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Value = str | int | date | None
    Columns = Mapping[str, Sequence[Value]]

TYPES = {str: "STRING", int: "INT", date: "DATE"}
# How DuckDB writes what has no end.
ENDS: dict[Value, str] = {date.min: "-infinity", date.max: "infinity"}
# Marks around texts and names, as they stand inside.
SINGLE, DOUBLE, BACKTICKS = "''", '""', "``"
# Keys that need not be folded: codes of three capital letters.
CAPITALS = "[A-Z]{3}"
# What Python takes for space between words.
SPACES = "".join(c for c in map(chr, range(0x3001)) if c.isspace())
COMBINING = "".join(map(chr, range(0x300, 0x370)))
LATIN = "".join(map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))))


class DuckDB:
    """The SQL of DuckDB, and its relations."""

    error, matches = "error", "regexp_matches"

    def column(self, relation: Any, name: str) -> str:
        """Give the expression of a column: its place, whatever its name is."""
        return f"#{relation.columns.index(name) + 1}"

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

    def exact(self, text: str) -> str:
        """Give what is equal just for the same text, whatever the collation is."""
        return f"encode({text})"

    def day(self, time: str, unit: str) -> str:
        """Give the day of a time; a cast rounds times in nanoseconds."""
        day = f"strftime({time}, '%Y-%m-%d')" if unit == "ns" else time
        return f"CAST({day} AS DATE)"

    def quoted(self, text: str) -> str:
        """Write a text."""
        return _quoted(text, SINGLE)

    def key(self, key: str) -> str:
        """Write a key, to be compared with what is exact."""
        return self.exact(self.quoted(key))

    def with_columns(self, relation: Any, made: Mapping[str, str]) -> Any:
        """Add columns, under plain names; for the time being, those of the user have such."""
        own = [(f"{OWN}{number}", f"#{number + 1}") for number in range(len(relation.columns))]
        return relation.project(", ".join(_named((*own, *made.items()), DOUBLE)))

    def joined(self, relation: Any, columns: Columns, on: list[str]) -> Any:
        """Join a small table, which is made on the connection of the relation."""
        one = relation.limit(0).project("1").aggregate("count(*)")  # not a row is read for it
        table = one.project(", ".join(f"unnest({self._list(columns[n])}) AS {n}" for n in columns))
        sides = relation.set_alias("rows"), table.set_alias("breakpoints")
        return sides[0].join(sides[1], ", ".join(on), how="left")

    def finished(self, relation: Any, names: Sequence[str], made: Mapping[str, str]) -> Any:
        """Leave the columns of the user, under their names, and columns made at last."""
        own = [(name, f"{OWN}{number}") for number, name in enumerate(names)]
        return relation.project(", ".join(_named((*own, *made.items()), DOUBLE)))

    def different(self, relation: Any, column: str, unless: str) -> list[Any]:
        """Give some different values of a column that don't fulfil a condition."""
        both = relation.project(f"{column} AS value, {unless} AS fulfilled")
        wrong = both.filter("NOT fulfilled").project("value").distinct().order("value")
        return [value for (value,) in wrong.limit(NAMED + 1).fetchall()]

    def _list(self, values: Sequence[Value]) -> str:
        """Write a column of a table: a list that is cast whole, which takes least time."""
        if _type(values) == TYPES[date]:
            days = ("NULL" if value is None else ENDS.get(value, str(value)) for value in values)
            return f"'[{', '.join(days)}]'::DATE[]"
        if _type(values) == TYPES[int]:
            return str(list(values))
        keys = ", ".join(self.quoted(_bytes(str(value))) for value in values)
        return f"[{keys}]::BLOB[]"


class Spark:
    """The SQL of Spark, and its data frames."""

    error, matches = "raise_error", "regexp_like"

    def column(self, frame: Any, name: str) -> str:
        """Give the expression of a column."""
        return _quoted(name, BACKTICKS)

    def blanks(self, frame: Any) -> list[str]:
        """Give the columns of a type that only blanks have."""
        return [one.name for one in frame.schema if one.dataType.simpleString() == "void"]

    def folded(self, text: str) -> str:
        """Reduce a key as `fold` does; accents, of Latin letters."""
        accented = {c: b for c in LATIN if len(b := fold(c)) == 1 and b.isascii() and b.isalpha()}
        letters, bare = "".join(accented), "".join(accented.values())
        plain = f"translate(lower({text}), '{letters}{COMBINING}', '{bare}')"
        return f"trim(regexp_replace({plain}, '[{SPACES}]+', ' '))"

    def exact(self, text: str) -> str:
        """Give what is equal just for the same text."""
        return text

    def day(self, time: str, unit: str) -> str:
        """Give the day of a time."""
        return f"CAST({time} AS DATE)"

    def quoted(self, text: str) -> str:
        """Write a text; one mark beside another is none for every version."""
        return _quoted(text.replace("\\", r"\\"), r"\'")

    def key(self, key: str) -> str:
        """Write a key, to be compared with what is exact."""
        return self.quoted(key)

    def with_columns(self, frame: Any, made: Mapping[str, str]) -> Any:
        """Add columns, under plain names."""
        return frame.selectExpr("*", *_named(made.items(), BACKTICKS))

    def joined(self, frame: Any, columns: Columns, on: list[str]) -> Any:
        """Join a small table, which goes to where the rows are; no Python makes it there."""
        rows = (map(self._literal, row) for row in zip(*columns.values(), strict=True))
        fields = ", ".join(f"CAST({name} AS {_type(columns[name])}) {name}" for name in columns)
        values = ", ".join(f"({', '.join(row)})" for row in rows)
        query = f"SELECT {fields} FROM VALUES {values} AS t({', '.join(columns)})"
        return frame.join(frame.sparkSession.sql(query).hint("broadcast"), on, "left")

    def finished(self, frame: Any, names: Sequence[str], made: Mapping[str, str]) -> Any:
        """Leave the columns of the user, which stay the very ones, and columns made at last."""
        own = [name for name in frame.columns if name not in names]
        return frame.selectExpr("*", *_named(made.items(), BACKTICKS)).drop(*own)

    def different(self, frame: Any, column: str, unless: str) -> list[Any]:
        """Give some different values of a column that don't fulfil a condition."""
        wrong = frame.where(f"NOT ({unless})").selectExpr(f"{column} AS value").distinct()
        return [value for (value,) in wrong.sort("value").limit(NAMED + 1).collect()]

    def _literal(self, value: Value) -> str:
        """Write a value of a small table."""
        if value is None:
            return "NULL"
        if isinstance(value, date):
            return f"DATE '{value}'"
        return self.quoted(value) if isinstance(value, str) else str(value)


Dialect = DuckDB | Spark


def _bytes(text: str) -> str:
    """Write a text as the bytes that encode it: those of ASCII as they are."""
    return "".join(
        chr(byte) if byte < 128 and byte != ord("\\") else f"\\x{byte:02X}"
        for byte in text.encode()
    )


def _type(values: Sequence[Value]) -> str:
    return TYPES[next((type(value) for value in values if value is not None), date)]


def _named(columns: Iterable[tuple[str, str]], escaped: str) -> list[str]:
    return [f"{made} AS {_quoted(name, escaped)}" for name, made in columns]


def _quoted(text: str, escaped: str) -> str:
    """Put a text between marks, which stand escaped in it."""
    mark = escaped[-1]
    return f"{mark}{text.replace(mark, escaped)}{mark}"
