"""The words in which the tables are declared: columns, and columns that go together."""

from collections.abc import Callable, Iterable
from enum import Enum
from functools import partial
from typing import Any

from attrs import frozen

from tipdata.models.state import Origin
from tipdata.tables.schema import Column, ColumnType, Table

Columns = tuple[Column, ...]


@frozen
class Path:
    """Reads an attribute of an attribute: `Path("pages.first")`.

    None stays None on the way; of several values it reads each, and gives all in one tuple.
    """

    names: str

    def __call__(self, record: Any) -> Any:
        """Read it of a record."""
        value = record
        for name in self.names.split("."):
            if isinstance(value, tuple):
                value = tuple(_flat(getattr(item, name) for item in value))
            elif value is not None:
                value = getattr(value, name)
        return value


def column(  # noqa: PLR0913 - what a column is
    kind: ColumnType,
    name: str,
    description: str,
    read: str | Callable[[Any], object] | None = None,
    *,
    nullable: bool = False,
    unit: str | None = None,
    vocabulary: type[Enum] | tuple[str, ...] = (),
    references: str | None = None,
    shown: bool | str = False,
) -> Column:
    """Declare a column.

    Args:
        kind: What its values are.
        name: Its name.
        description: What they mean.
        read: The path to the value in a record, or a function; by default the name.
        nullable: Whether it may be None.
        unit: What an integer counts.
        vocabulary: The texts that there are.
        references: The table whose key each text is.
        shown: Whether a person sees it at a glance; a path if something else is seen.
    """
    reader = read if callable(read) else Path(read or name)
    return Column(
        name,
        kind,
        description,
        nullable,
        unit,
        vocabulary if isinstance(vocabulary, tuple) else tuple(str(m.value) for m in vocabulary),
        references,
        reader=reader,
        shown=Path(shown) if isinstance(shown, str) else reader if shown else None,
    )


text = partial(column, ColumnType.TEXT)
integer = partial(column, ColumnType.INTEGER)
boolean = partial(column, ColumnType.BOOLEAN)
day = partial(column, ColumnType.DATE)
texts = partial(column, ColumnType.TEXTS)


def partial_date(
    name: str,
    description: str,
    read: str | None = None,
    *,
    nullable: bool = False,
    shown: bool = False,
) -> Columns:
    """Declare a date as exact as its source: its text, its first and its last day."""
    path = read or name
    return (
        text(name, f"{description}, in EDTF.", path, nullable=nullable, shown=shown),
        day(
            f"{name}_earliest",
            f"The first day that `{name}` allows.",
            f"{path}.earliest",
            nullable=nullable,
        ),
        day(
            f"{name}_latest",
            f"The last day that `{name}` allows.",
            f"{path}.latest",
            nullable=nullable,
        ),
    )


def date_bounds(
    name: str, description: str, read: str, *, nullable: bool = False, shown: bool = False
) -> Columns:
    """Declare the days on which something can have happened, and where they come from."""
    return (
        text(name, f"{description}, as an EDTF interval.", read, nullable=nullable, shown=shown),
        day(
            f"{name}_earliest",
            f"The first day of `{name}`.",
            f"{read}.earliest",
            nullable=nullable,
        ),
        day(
            f"{name}_latest",
            f"The last day of `{name}`; null: any later day is possible.",
            f"{read}.latest",
            nullable=True,
        ),
        text(
            f"{name}_origin",
            "Whether these days are printed, derived, or from a register.",
            f"{read}.origin",
            nullable=nullable,
            vocabulary=Origin,
        ),
        text(
            f"{name}_rule",
            "The article of the treaty by which they are derived.",
            f"{read}.rule",
            nullable=True,
        ),
    )


COUNTRY: Columns = (
    text("country", "The country's name as printed.", references="countries", shown=True),
    text(
        "country_alpha_3",
        "The country's three-letter code of ISO 3166-1.",
        "country.alpha_3",
        nullable=True,
    ),
)
INSTRUMENT = text(
    "instrument",
    "The instrument's id, as in the table `instruments`.",
    references="instruments",
    shown=True,
)
LINKS = texts(
    "links",
    "The addresses, usable; the table `links` says more of each.",
    "links.url",
    references="links",
)
SPANS = texts(
    "spans", "The ranges of the source text that say it: `start:end`, in code points from 0."
)
SOURCES = texts("sources", "Who says the facts that the report does not print: `fact: source`.")


def table(  # noqa: PLR0913, PLR0917 - what a table is, in the order of its attributes
    kind: str,
    name: str,
    title: str,
    description: str,
    one: str,
    many: str,
    key: str,
    *columns: Column | Columns,
) -> Table:
    """Declare a table; the key's columns are separated by spaces."""
    flat = (each if isinstance(each, tuple) else (each,) for each in columns)
    every = tuple(column for group in flat for column in group)
    return Table(kind, name, title, description, one, many, tuple(key.split()), every)


def _flat(values: Iterable[Any]) -> Iterable[Any]:
    for value in values:
        if isinstance(value, tuple):
            yield from value
        else:
            yield value
