"""The words in which the tables are declared: columns, and columns that go together."""

from collections.abc import Callable, Iterable
from enum import Enum
from functools import partial
from typing import Any

from attrs import frozen

from tipdata.models.meanings import meaning, with_null
from tipdata.models.state import Origin
from tipdata.tables.record_classes import record_class
from tipdata.tables.schema import Column, ColumnType, Table

# A kind of record: its class, or where that stands in a room below, the name of it.
Kind = type | str
# A column as it is declared; it is made when it is known what records it is read from.
Draft = Callable[[Kind], Column]
Drafts = tuple[Draft, ...]

IN_EDTF = " Written in EDTF."
AS_INTERVAL = " Written as an EDTF interval."


@frozen
class Path:
    """Reads an attribute of an attribute: `Path("pages.first")`.

    None stays None on the way; of several values it reads each, and returns all in one tuple.
    """

    names: str

    # A class, and no function made by one: a table can be pickled.
    def __call__(self, record: Any) -> Any:
        """Read it of a record."""
        value = record
        for name in self.names.split("."):
            if isinstance(value, tuple):
                value = tuple(_flat(getattr(item, name) for item in value))
            elif value is not None:
                value = getattr(value, name)
        return value


@frozen
class FieldMeaning:
    """The meaning of a field of a record, read from its docstring when it is asked for.

    Attributes:
        kind: The kind of record.
        path: The path from there to the field.
        form: How the column writes the values, if not as they are.
    """

    kind: Kind
    path: str
    form: str = ""

    def __str__(self) -> str:
        cls = record_class(self.kind) if isinstance(self.kind, str) else self.kind
        return with_null(meaning(cls, self.path)) + self.form


def column(  # noqa: PLR0913 - what a column is
    type: ColumnType,  # noqa: A002 - what `Column` calls it
    name: str,
    *,
    read: str | Callable[[Any], object] | None = None,
    description: str | None = None,
    form: str = "",
    nullable: bool = False,
    unit: str | None = None,
    vocabulary: type[Enum] | tuple[str, ...] = (),
    references: str | None = None,
    shown: bool | str = False,
) -> Draft:
    """Declare a column.

    Args:
        type: What its values are.
        name: Its name.
        read: The path to the value in a record, or a function; by default the name.
        description: What the values mean; by default what the field means that is read.
        form: How it writes the values of that field, if not as they are: a sentence.
        nullable: Whether it may be null.
        unit: What an integer counts.
        vocabulary: The texts that there are.
        references: The table whose key each text is.
        shown: Whether a person sees it at a glance; a path if something else is seen.
    """
    path = read if isinstance(read, str) else name
    reader = read if callable(read) else Path(path)
    shower = Path(shown) if isinstance(shown, str) else reader if shown else None
    words = tuple(str(word.value) if isinstance(word, Enum) else word for word in vocabulary)

    def draft(kind: Kind) -> Column:
        return Column(
            name=name,
            type=type,
            description=description or FieldMeaning(kind, path, form),
            nullable=nullable,
            unit=unit,
            vocabulary=words,
            references=references,
            reader=reader,
            shown=shower,
        )

    return draft


text = partial(column, ColumnType.TEXT)
integer = partial(column, ColumnType.INTEGER)
boolean = partial(column, ColumnType.BOOLEAN)
day = partial(column, ColumnType.DATE)
texts = partial(column, ColumnType.TEXTS)


def partial_date(
    name: str, *, read: str | None = None, nullable: bool = False, shown: bool = False
) -> Drafts:
    """Declare a date as exact as its source: its text, its first and its last day."""
    path = read or name
    return (
        text(name, read=path, form=IN_EDTF, nullable=nullable, shown=shown),
        day(
            f"{name}_earliest",
            read=f"{path}.earliest",
            description=f"The first day that `{name}` allows.",
            nullable=nullable,
        ),
        day(
            f"{name}_latest",
            read=f"{path}.latest",
            description=f"The last day that `{name}` allows.",
            nullable=nullable,
        ),
    )


def date_bounds(
    name: str, *, read: str | None = None, nullable: bool = False, shown: bool = False
) -> Drafts:
    """Declare the days on which something can have happened, and where they come from."""
    path = read or name
    return (
        text(name, read=path, form=AS_INTERVAL, nullable=nullable, shown=shown),
        day(
            f"{name}_earliest",
            read=f"{path}.earliest",
            description=f"The first day of `{name}`.",
            nullable=nullable,
        ),
        day(
            f"{name}_latest",
            read=f"{path}.latest",
            description=f"The last day of `{name}`; null: any later day is possible.",
            nullable=True,
        ),
        text(f"{name}_origin", read=f"{path}.origin", nullable=nullable, vocabulary=Origin),
        text(f"{name}_rule", read=f"{path}.rule", nullable=True),
    )


# What the tables share: keys of other tables, and lists that a text can hold only in short.
COUNTRY: Drafts = (
    text(
        "country",
        description="The country's name as printed.",
        references="countries",
        shown=True,
    ),
    text(
        "country_alpha_3",
        read="country.alpha_3",
        description="The country's three-letter code of ISO 3166-1.",
        nullable=True,
    ),
)
INSTRUMENT = text(
    "instrument",
    description="The instrument's id, as in the table `instruments`.",
    references="instruments",
    shown=True,
)
links = partial(
    texts,
    "links",
    read="links.url",
    description="The addresses, usable; the table `links` says more of each.",
    references="links",
)
SPANS_FORM = " Each is written `start:end`, in code points from 0."
SPANS = texts("spans", form=SPANS_FORM)
SOURCES = texts("sources", form=" Each is written `fact: source`.")


def table(  # noqa: PLR0913 - what a table is
    *,
    kind: Kind,
    name: str,
    title: str,
    description: str,
    one: str,
    many: str,
    columns: Iterable[Draft | Drafts],
    key: tuple[str, ...] = (),
) -> Table:
    """Declare a table, as `Table` says what it is; columns that go together stay together."""
    drafts = _flat(columns)
    return Table(
        kind=kind if isinstance(kind, str) else kind.__name__,
        name=name,
        title=title,
        description=description,
        one=one,
        many=many,
        key=key,
        columns=tuple(draft(kind) for draft in drafts),
    )


def _flat(values: Iterable[Any]) -> Iterable[Any]:
    for value in values:
        if isinstance(value, tuple):
            yield from value
        else:
            yield value
