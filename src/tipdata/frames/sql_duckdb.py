"""What only DuckDB says so: its SQL, and the joins of its relations."""

from __future__ import annotations

from datetime import date
from re import fullmatch
from typing import TYPE_CHECKING, Any

from attrs import frozen

from tipdata.frames.engines import OWN
from tipdata.frames.keys import SHOWN
from tipdata.frames.sql_text import SPACES, TYPES, named, quoted, type_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tipdata.frames.sql_text import Columns, Value

# How a day is written that has no end.
ENDS: dict[Value, str] = {date.min: "-infinity", date.max: "infinity"}
# Marks around texts and names, as they stand inside.
SINGLE, DOUBLE = "''", '""'


@frozen
class DuckDB:
    """The SQL of DuckDB for a relation.

    Attributes:
        relation: The relation of the user.
    """

    relation: Any

    error, matches = "error", "regexp_matches"

    def column(self, name: str) -> str:
        """Return the expression of a column: its place, whatever its name is."""
        return f"#{self.relation.columns.index(name) + 1}"

    def blanks(self) -> list[str]:
        """Return the columns of a type that only blanks have."""
        types = zip(self.relation.columns, self.relation.types, strict=True)
        return [name for name, kind in types if str(kind).strip('"') == "NULL"]

    def folded(self, text: str) -> str:
        """Reduce a key as `fold` does; accents, of Latin letters.

        The plainer the keys, the less time it takes; codes of three capital letters, which
        most users have, stay as they are.
        """
        spaced = f"trim(regexp_replace(lower({text}), '[{SPACES}]+', ' ', 'g'))"
        return (
            f"CASE WHEN {text} GLOB '[A-Z][A-Z][A-Z]' THEN {text}"
            f" WHEN regexp_full_match({text}, '[!-~]+( [!-~]+)*') THEN lower({text})"
            f" ELSE strip_accents({spaced}) END"
        )

    def spellings(self, spellings: Mapping[str, int]) -> dict[str, int]:
        """Return spellings as keys are folded here."""
        codes = {k.upper(): index for k, index in spellings.items() if fullmatch("[a-z]{3}", k)}
        return {**spellings, **codes}

    def exact(self, text: str) -> str:
        """Return what is equal just for the same text, whatever the collation is."""
        return f"encode({text})"

    def day(self, time: str, unit: str) -> str:
        """Return the day of a time; a cast rounds times in nanoseconds."""
        day = f"strftime({time}, '%Y-%m-%d')" if unit == "ns" else time
        return f"CAST({day} AS DATE)"

    def quoted(self, text: str) -> str:
        """Write a text."""
        return quoted(text, SINGLE)

    def select(self, columns: Mapping[str, str]) -> Any:
        """Take expressions alone."""
        return self.relation.project(", ".join(named(columns.items(), DOUBLE)))

    def with_columns(self, columns: Mapping[str, str]) -> Any:
        """Add columns, under plain names; for the time being, those of the user have such."""
        own = {f"{OWN}{number}": f"#{number + 1}" for number in range(len(self.relation.columns))}
        return self.select({**own, **columns})

    def table(self, columns: Columns) -> Any:
        """Make a small table on the connection of the relation; texts in it are exact."""
        # A count of no rows is one row, and reads none.
        row = self.relation.limit(0).project("1").aggregate("count(*)")
        lists = (f"{_unnest(values)} AS {name}" for name, values in columns.items())
        return row.project(", ".join(lists))

    def join(self, rows: Any, table: Any, on: Sequence[str], how: str) -> Any:
        """Join a small table to rows."""
        return rows.set_alias("rows").join(table.set_alias("small"), ", ".join(on), how)

    def finished(self, rows: Any, columns: Mapping[str, str]) -> Any:
        """Leave the columns of the user, under their names, and columns made at last.

        Some of the names may be the same.
        """
        own = [(name, f"{OWN}{number}") for number, name in enumerate(self.relation.columns)]
        return rows.project(", ".join(named((*own, *columns.items()), DOUBLE)))

    def different(self, rows: Any, column: str, condition: str) -> list[Any]:
        """Return some different values of a column where a condition holds."""
        values = rows.filter(condition).project(column).distinct().order(column)
        return [value for (value,) in values.limit(SHOWN + 1).fetchall()]


def _unnest(values: Sequence[Value]) -> str:
    """Write a column of a small table: one text, made a list whole, takes least time to bind."""
    if type_of(values) == TYPES[str]:  # folded, so that no line ends in one
        lines = quoted("\n".join(map(str, values)), SINGLE)
        return f"encode(unnest(string_split({lines}, '\n')))"
    items = ("NULL" if value is None else ENDS.get(value, str(value)) for value in values)
    return f"unnest('[{', '.join(items)}]'::{type_of(values)}[])"
