"""What a table and its columns are; which there are, the registry says."""

from collections.abc import Callable, Iterator
from datetime import date
from enum import Enum
from typing import Any, Protocol

from attrs import field, frozen


class ColumnType(Enum):
    """What the values of a column are, in Python and in every form that follows from it."""

    TEXT = "text"
    """A `str`."""
    INTEGER = "integer"
    """An `int`."""
    BOOLEAN = "boolean"
    """A `bool`."""
    DATE = "date"
    """A `datetime.date`: a day, without a time."""
    TEXTS = "list of text"
    """A `list` of `str`, which may be empty and is never None."""


# What every form that a table goes to can hold: no floats, no nested records.
Value = str | int | bool | date | list[str] | None


@frozen
class Column:
    """A column of a table.

    Attributes:
        name: Its name.
        type: What its values are.
        nullable: Whether a value may be None.
        unit: What an integer counts, such as `"year"` or `"persons"`, or None.
        vocabulary: The texts that there are; empty where any text may stand.
        references: The name of the table whose key each text is, such as `"countries"`, or
            None.
    """

    name: str
    type: ColumnType
    # A text, or what becomes one when it is asked for: docstrings are read late.
    _description: object = field(alias="description")
    nullable: bool = False
    unit: str | None = None
    vocabulary: tuple[str, ...] = ()
    references: str | None = None
    _reader: Callable[[Any], object] = field(kw_only=True, alias="reader")
    _shown: Callable[[Any], object] | None = field(default=None, kw_only=True, alias="shown")

    @property
    def description(self) -> str:
        """What its values mean."""
        return str(self._description)

    def read(self, record: object) -> Value:
        """Read the column's value of a record.

        Example:
            >>> import tipdata
            >>> column = tipdata.countries().schema["alpha_3"]
            >>> column.type.value, column.read(tipdata.country("Fiji"))
            ('text', 'FJI')
        """
        return plain(self._reader(record), self.type)

    @property
    def shown(self) -> bool:
        """Whether the column is one of those that a person sees at a glance."""
        return self._shown is not None

    def show(self, record: object) -> object:
        """Return what a person sees of the column in a terminal or a notebook."""
        return None if self._shown is None else self._shown(record)

    def __repr__(self) -> str:
        names = ("name", "type", "description", "nullable", "unit", "vocabulary", "references")
        return f"Column({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"


@frozen
class Table:
    """The tidy, flat form of a kind of record: everything that is said of its columns.

    Text, HTML, dicts, data frames, Arrow and CSV all follow from it.

    Attributes:
        kind: The name of the records' class.
        name: The table's name, in lower case with underscores.
        title: Its title.
        description: What a row is.
        one: What one record is called.
        many: What several are called.
        key: The names of the columns that tell the rows of a whole table apart; empty where
            none do.
        columns: The columns, in order.

    Example:
        >>> import tipdata
        >>> table = tipdata.glossary().schema
        >>> table.name, table.key, [column.name for column in table.columns]
        ('glossary', ('abbreviation',), ['abbreviation', 'meaning', 'other_names', 'spans'])
    """

    kind: str
    name: str
    title: str
    description: str
    one: str
    many: str
    key: tuple[str, ...]
    columns: tuple[Column, ...] = field(repr=lambda columns: repr([c.name for c in columns]))

    @property
    def shown(self) -> tuple[Column, ...]:
        """The columns that a person sees at a glance; all are in the data."""
        return tuple(column for column in self.columns if column.shown)

    def __getitem__(self, name: str) -> Column:
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


class Tabular(Protocol):
    """Rows of a table: `Records`, or anything else that can say its columns."""

    @property
    def schema(self) -> Table:
        """The table that they are rows of."""
        ...

    def __iter__(self) -> Iterator[Any]: ...


def plain(value: object, kind: ColumnType) -> Value:
    """Turn a value of a record into the plain value of a column."""
    if kind is ColumnType.TEXTS:
        assert isinstance(value, (tuple, frozenset))
        texts = [_text(item) for item in value]
        # A set has no order of its own, and a table is the same in every run.
        return sorted(texts) if isinstance(value, frozenset) else texts
    if value is None:
        return None
    if kind is ColumnType.TEXT:
        return _text(value)
    assert isinstance(value, (int, date))
    return value


def _text(value: object) -> str:
    return str(value.value) if isinstance(value, Enum) else str(value)
