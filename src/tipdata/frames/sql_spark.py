"""What only Spark says so: its SQL, and the joins of its data frames."""

from __future__ import annotations

from datetime import date
from functools import cache
from json import dumps
from typing import TYPE_CHECKING, Any

from attrs import frozen

from tipdata.frames.keys import SHOWN
from tipdata.frames.sql_text import SPACES, TYPES, named, quoted, type_of
from tipdata.names import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tipdata.frames.sql_text import Columns, Value

BACKTICKS = "``"  # the mark around names, as it stands inside
COMBINING = "".join(map(chr, range(0x300, 0x370)))
LATIN = "".join(map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))))
EPOCH = date(1970, 1, 1)


@frozen
class Spark:
    """The SQL of Spark for a data frame.

    Attributes:
        frame: The data frame of the user.
    """

    frame: Any

    error, matches = "raise_error", "regexp_like"

    def column(self, name: str) -> str:
        """Return the expression of a column."""
        return quoted(name, BACKTICKS)

    def blanks(self) -> list[str]:
        """Return the columns of a type that only blanks have."""
        return [f.name for f in self.frame.schema if f.dataType.simpleString() == "void"]

    def folded(self, text: str) -> str:
        """Reduce a key as `fold` does; accents, of Latin letters."""
        letters, bare = _accented()
        plain = f"translate(lower({text}), '{letters}{COMBINING}', '{bare}')"
        return f"trim(regexp_replace({plain}, '[{SPACES}]+', ' '))"

    def spellings(self, spellings: Mapping[str, int]) -> dict[str, int]:
        """Return spellings as keys are folded here."""
        return dict(spellings)

    def exact(self, text: str) -> str:
        """Return what is equal just for the same text."""
        return text

    def day(self, time: str, unit: str) -> str:
        """Return the day of a time."""
        return f"CAST({time} AS DATE)"

    def quoted(self, text: str) -> str:
        """Write a text; one mark beside another is none for every version."""
        return quoted(text.replace("\\", r"\\"), r"\'")

    def select(self, columns: Mapping[str, str]) -> Any:
        """Take expressions alone."""
        return self.frame.selectExpr(*named(columns.items(), BACKTICKS))

    def with_columns(self, columns: Mapping[str, str]) -> Any:
        """Add columns, under plain names."""
        return self.frame.selectExpr("*", *named(columns.items(), BACKTICKS))

    def table(self, columns: Columns) -> Any:
        """Make a small table in the session of the frame; no Python makes it on the workers.

        It is one text of JSON: as many literals would take seconds to parse. Days are
        numbers in it, since how texts are read as dates depends on the session.
        """
        kinds = {name: type_of(values) for name, values in columns.items()}
        rows = [
            {name: _json_value(value) for name, value in zip(columns, row, strict=True)}
            for row in zip(*columns.values(), strict=True)
        ]
        fields = ", ".join(f"{n}: {_json_type(kind)}" for n, kind in kinds.items())
        json = self.quoted(dumps(rows, ensure_ascii=False, separators=(",", ":")))
        table = f"SELECT inline(from_json({json}, 'ARRAY<STRUCT<{fields}>>'))"
        days = (
            f"date_from_unix_date({n}) AS {n}" if kind == TYPES[date] else n
            for n, kind in kinds.items()
        )
        return self.frame.sparkSession.sql(f"SELECT {', '.join(days)} FROM ({table})")

    def join(self, rows: Any, table: Any, on: Sequence[str], how: str) -> Any:
        """Join a small table, which goes to where the rows are."""
        return rows.join(table.hint("broadcast"), list(on), how)

    def finished(self, rows: Any, columns: Mapping[str, str]) -> Any:
        """Leave the columns of the user, which stay the very ones, and columns made at last."""
        users = self.frame.columns
        own = [name for name in rows.columns if name not in users]
        return rows.selectExpr("*", *named(columns.items(), BACKTICKS)).drop(*own)

    def different(self, rows: Any, column: str, condition: str) -> list[Any]:
        """Return some different values of a column where a condition holds."""
        values = rows.where(condition).select(column).distinct().sort(column)
        return [value for (value,) in values.limit(SHOWN + 1).collect()]


@cache
def _accented() -> tuple[str, str]:
    """Return the letters that are a Latin letter with an accent, and those letters."""
    bare = {c: b for c in LATIN if len(b := fold(c)) == 1 and b.isascii() and b.isalpha()}
    return "".join(bare), "".join(bare.values())


def _json_type(kind: str) -> str:
    return TYPES[int] if kind == TYPES[date] else kind


def _json_value(value: Value) -> str | int | None:
    return (value - EPOCH).days if isinstance(value, date) else value
