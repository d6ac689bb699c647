"""What only DuckDB says so: its SQL, and the joins of its relations."""

from __future__ import annotations

from datetime import date
from re import fullmatch
from typing import TYPE_CHECKING, Any

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


class DuckDB:
    """The SQL of DuckDB, and its relations."""

    error, matches = "error", "regexp_matches"

    def column(self, relation: Any, name: str) -> str:
        """Return the expression of a column: its place, whatever its name is."""
        return f"#{relation.columns.index(name) + 1}"

    def blanks(self, relation: Any) -> list[str]:
        """Return the columns of a type that only blanks have."""
        types = zip(relation.columns, relation.types, strict=True)
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

    def select(self, relation: Any, columns: Mapping[str, str]) -> Any:
        """Take expressions alone."""
        return relation.project(", ".join(named(columns.items(), DOUBLE)))

    def with_columns(self, relation: Any, columns: Mapping[str, str]) -> Any:
        """Add columns, under plain names; for the time being, those of the user have such."""
        own = {f"{OWN}{number}": f"#{number + 1}" for number in range(len(relation.columns))}
        return self.select(relation, {**own, **columns})

    def table(self, relation: Any, columns: Columns) -> Any:
        """Make a small table on the connection of a relation; texts in it are exact."""
        one = relation.limit(0).project("1").aggregate("count(*)")  # not a row is read for it
        return one.project(", ".join(f"{_unnest(values)} AS {n}" for n, values in columns.items()))

    def left_join(self, relation: Any, table: Any, on: Sequence[str]) -> Any:
        """Join a small table to a relation."""
        return relation.set_alias("rows").join(table.set_alias("keyed"), ", ".join(on), "left")

    def finished(self, relation: Any, names: Sequence[str], columns: Mapping[str, str]) -> Any:
        """Leave the columns of the user, under their names, and columns made at last.

        Some of the names may be the same.
        """
        own = [(name, f"{OWN}{number}") for number, name in enumerate(names)]
        return relation.project(", ".join(named((*own, *columns.items()), DOUBLE)))

    def different(self, relation: Any, column: str, condition: str) -> list[Any]:
        """Return some different values of a column where a condition holds."""
        values = relation.filter(condition).project(column).distinct().order(column)
        return [value for (value,) in values.limit(SHOWN + 1).fetchall()]


def _unnest(values: Sequence[Value]) -> str:
    """Write a column of a small table: one text, made a list whole, takes least time to bind."""
    if type_of(values) == TYPES[str]:  # folded, so that no line ends in one
        lines = quoted("\n".join(map(str, values)), SINGLE)
        return f"encode(unnest(string_split({lines}, '\n')))"
    items = ("NULL" if value is None else ENDS.get(value, str(value)) for value in values)
    return f"unnest('[{', '.join(items)}]'::{type_of(values)}[])"
