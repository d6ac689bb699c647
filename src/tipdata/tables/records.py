"""`Records`, the sequence that queries return."""

from collections.abc import Callable, Iterable, Iterator
from os import PathLike
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, overload

from attrs import Factory, field, frozen

from tipdata.errors import NotOneError
from tipdata.extras import Deferred
from tipdata.models.record import Record
from tipdata.tables.matching import goes_by

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

    from tipdata.tables import groups as grouping
    from tipdata.tables import schema as table_schema
else:
    pandas, polars = Deferred("pandas", "pandas"), Deferred("polars", "polars")
    pyarrow = Deferred("pyarrow", "arrow")
    # Most programs look records up, and load neither tables nor groups.
    grouping, table_schema = Deferred("tipdata.tables.groups"), Deferred("tipdata.tables.schema")

T_co = TypeVar("T_co", covariant=True)
K = TypeVar("K")


@frozen(repr=False)
class Records(Generic[T_co]):
    """An immutable run of records: what every plural query returns.

    It has the methods of a sequence; a slice of it is `Records` again. In a notebook it
    shows as a table, in a terminal as aligned text.

    Attributes:
        kind: The class of the records; `Record` where they are of several classes.

    Example:
        >>> import tipdata
        >>> ratifications = tipdata.ratifications(country="Iceland")
        >>> len(ratifications), ratifications[0].date, ratifications[-1].date
        (7, PartialDate(2010), PartialDate(2000))
        >>> ratifications[:2]
        2 ratifications
        country  instrument  date  entry_into_force  consent_form
        Iceland  PALERMO     2010
        Iceland  CRC-OP-SC   2001
    """

    # Neither a list nor registered as a `Sequence`: Polars would not ask for its Arrow stream.
    _items: tuple[T_co, ...] = field(converter=tuple, alias="items")
    kind: type = Factory(lambda self: _common_kind(self), takes_self=True)  # noqa: PLW0108 - defined below

    def where(
        self, predicate: Callable[[T_co], bool] | None = None, /, **values: object
    ) -> "Records[T_co]":
        """Keep the records that a predicate accepts and whose fields have these values.

        Args:
            predicate: A function of a record, or None.
            **values: Field names and the values they must have. A record in a field, such as a
                country, answers to any of its keys, and to a number as its numeric code; a
                date that is a year, to the number; other values answer to their text too.

        Raises:
            TypeError: If the records have no such field.

        Example:
            >>> import tipdata
            >>> tipdata.ratifications(year=2017).where(country="dk").one().entry_into_force
            PartialDate(2018, 6, 14)
        """
        for name in values:
            self._check(name)
        records = (
            record
            for record in self
            if (predicate is None or predicate(record))
            and all(goes_by(getattr(record, name), value) for name, value in values.items())
        )
        return Records(records, self.kind)

    @overload
    def group_by(self, key: str) -> "grouping.Groups[Any, T_co]": ...

    @overload
    def group_by(self, key: Callable[[T_co], K]) -> "grouping.Groups[K, T_co]": ...

    def group_by(self, key: str | Callable[[T_co], Any]) -> "grouping.Groups[Any, T_co]":
        """Group the records by a field, or by what a function returns for each.

        Returns:
            A read-only mapping of each value to its `Records`, in the order in which the
            values first occur.

        Raises:
            TypeError: If the records have no such field.

        Example:
            >>> import tipdata
            >>> groups = tipdata.ratifications(year=2017).group_by("instrument")
            >>> {str(instrument): len(group) for instrument, group in groups.items()}
            {'CRC-OP-AC': 1, 'P029': 10, 'PALERMO': 2, 'C189': 1, 'C182': 1}
            >>> len(groups["Palermo Protocol"])
            2
        """
        from tipdata.tables.groups import Groups

        if isinstance(key, str):
            self._check(key)
        groups: dict[Any, list[T_co]] = {}
        for record in self:
            value = getattr(record, key) if isinstance(key, str) else key(record)
            groups.setdefault(value, []).append(record)
        return Groups(tuple((value, Records(items, self.kind)) for value, items in groups.items()))

    def one(self) -> T_co:
        """Return the only record.

        Raises:
            NotOneError: If there are none, or several.
        """
        if len(self) != 1:
            raise NotOneError(f"expected one record, found {len(self)}")
        return self._items[0]

    def index(self, record: object, start: int = 0, stop: int | None = None) -> int:
        """Return the place of a record, counted from 0.

        Raises:
            ValueError: If it is not among them.
        """
        return self._items.index(record, start, len(self) if stop is None else stop)

    def count(self, record: object) -> int:
        """Count how often a record is among them."""
        return self._items.count(record)

    @property
    def schema(self) -> "table_schema.Table":
        """The table that these records are rows of: its columns, in words and types.

        Records of several kinds have a small table of their own: kind, text and spans.
        """
        from tipdata.tables.registry import schema_of

        return schema_of(self.kind)

    def to_dicts(self) -> "list[dict[str, table_schema.Value]]":
        """Return each record as a dict of the table's columns, in their order.

        Example:
            >>> import tipdata
            >>> tipdata.ratifications(country="BR")[6:].to_dicts()[0]["entry_into_force_latest"]
            datetime.date(2019, 1, 31)
        """
        return [{c.name: c.read(record) for c in self.schema.columns} for record in self]

    def to_pandas(self) -> "pandas.DataFrame":
        """Return the table as a pandas data frame, of types that take missing values.

        Raises:
            MissingExtraError: If pandas is not installed.
        """
        from tipdata.tables.columnar import pandas_frame

        return pandas_frame(self)

    def to_polars(self) -> "polars.DataFrame":
        """Return the table as a Polars data frame.

        Raises:
            MissingExtraError: If Polars is not installed.
        """
        from tipdata.tables.columnar import polars_frame

        return polars_frame(self)

    def to_arrow(self) -> "pyarrow.Table":
        """Return the table as an Arrow table; its schema carries the descriptions.

        Raises:
            MissingExtraError: If pyarrow is not installed.
        """
        from tipdata.tables.columnar import arrow_table

        return arrow_table(self)

    # By the Arrow PyCapsule interface, Polars, DuckDB and others take the records as they are.
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        stream: object = self.to_arrow().__arrow_c_stream__(requested_schema)
        return stream

    @overload
    def to_csv(self, path: None = None, *, spreadsheet_safe: bool = False) -> str: ...

    @overload
    def to_csv(self, path: str | PathLike[str], *, spreadsheet_safe: bool = False) -> None: ...

    def to_csv(
        self, path: str | PathLike[str] | None = None, *, spreadsheet_safe: bool = False
    ) -> str | None:
        r"""Return the table as CSV (RFC 4180), or write it to a file in UTF-8.

        Lines end with a line feed. A null is empty, an empty text a pair of quotation marks.
        The items of a list have `|` between them; in an item it is `\|`, and a backslash `\\`.

        Args:
            path: The file to write; None: return the text.
            spreadsheet_safe: Put an apostrophe before each text that a spreadsheet would
                run as a formula. The text is for reading then, and no longer exact.
        """
        from tipdata.tables.csv_text import as_csv
        from tipdata.whole_files import write_or_return

        return write_or_return(as_csv(self, spreadsheet_safe=spreadsheet_safe), path)

    @overload
    def to_json(self, path: None = None) -> str: ...

    @overload
    def to_json(self, path: str | PathLike[str]) -> None: ...

    def to_json(self, path: str | PathLike[str] | None = None) -> str | None:
        """Return the records as JSON, or write it to a file; `from_json` reads equal ones.

        Raises:
            TypeError: If one of them is no record of tipdata.
        """
        from tipdata.tables.exchange import as_json
        from tipdata.whole_files import write_or_return

        return write_or_return(as_json(self), path)

    @classmethod
    def from_json(cls, text_or_path: str | PathLike[str]) -> "Records[Any]":
        """Read the records that `to_json` wrote.

        Args:
            text_or_path: The text, or the path of a file; a `str` that starts with a bracket
                or a brace is a text.

        Raises:
            DataError: If it is not what `to_json` writes; it has the path to what is wrong.

        Example:
            >>> import tipdata
            >>> tipdata.Records.from_json(tipdata.notes().to_json()) == tipdata.notes()
            True
        """
        from tipdata.tables.exchange import from_json

        return from_json(text_or_path)

    def _check(self, name: str) -> None:
        for cls in {type(record) for record in self} or {self.kind}:
            if name.startswith("_") or not hasattr(cls, name):
                names = ", ".join(member for member in dir(cls) if not member.startswith("_"))
                raise TypeError(f"{cls.__name__} has no field {name!r}; it has {names}")

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[T_co]:
        return iter(self._items)

    def __reversed__(self) -> Iterator[T_co]:
        return reversed(self._items)

    def __contains__(self, record: object) -> bool:
        return record in self._items

    @overload
    def __getitem__(self, index: int) -> T_co: ...

    @overload
    def __getitem__(self, index: slice) -> Self: ...

    def __getitem__(self, index: int | slice) -> T_co | Self:
        if isinstance(index, slice):
            return type(self)(self._items[index], self.kind)
        return self._items[index]

    def __repr__(self) -> str:
        from tipdata.tables.show import as_text

        return as_text(self)

    def _repr_html_(self) -> str:
        from tipdata.tables.show import as_html

        return as_html(self)


def _common_kind(records: Iterable[object]) -> type:
    kinds = {type(record) for record in records}
    return kinds.pop() if len(kinds) == 1 else Record
