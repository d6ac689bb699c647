"""`Records`, the sequence that queries return, and `Groups`, what it is grouped into."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from typing import Any, Generic, Self, TypeVar, overload

from attrs import Factory, field, frozen

from tipdata.dates import PartialDate
from tipdata.errors import NotOneError
from tipdata.models.keys import fold
from tipdata.models.record import Record

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
K = TypeVar("K")


@frozen(repr=False)
class Records(Generic[T_co]):
    """An immutable run of records: what every plural query gives.

    It has the methods of a sequence; a slice of it is `Records` again. In a notebook it
    shows as a table, in a terminal as aligned text.

    Attributes:
        kind: The class of the records; `Record` where they are of several classes.

    Example:
        >>> import tipdata
        >>> found = tipdata.ratifications(country="Iceland")
        >>> len(found), found[0].date, found[-1].date
        (7, PartialDate(2010), PartialDate(2000))
        >>> found[:2]
        2 ratifications
        country  instrument  date  into_force  consent
        Iceland  PALERMO     2010
        Iceland  CRC-OP-SC   2001
    """

    _items: tuple[T_co, ...] = field(converter=tuple, alias="items")
    kind: type = Factory(lambda self: _common_kind(self), takes_self=True)  # noqa: PLW0108 - defined below

    def where(
        self, predicate: Callable[[T_co], bool] | None = None, /, **values: object
    ) -> Records[T_co]:
        """Keep the records that a predicate accepts and whose fields have these values.

        Args:
            predicate: A function of a record, or None.
            **values: Field names and the values they must have. A record in a field, such
                as a country, answers to any of its keys, and to a number as its numeric
                code; a date that is a year, to the number; other values answer to their
                text too.

        Raises:
            TypeError: If the records have no such field.

        Example:
            >>> import tipdata
            >>> tipdata.ratifications(year=2017).where(country="dk").one().into_force
            PartialDate(2018, 6, 14)
        """
        for name in values:
            self._check(name)
        return Records(
            (
                record
                for record in self
                if (predicate is None or predicate(record))
                and all(_is(getattr(record, name), value) for name, value in values.items())
            ),
            self.kind,
        )

    @overload
    def group_by(self, key: str) -> Groups[Any, T_co]: ...

    @overload
    def group_by(self, key: Callable[[T_co], K]) -> Groups[K, T_co]: ...

    def group_by(self, key: str | Callable[[T_co], Any]) -> Groups[Any, T_co]:
        """Group the records by a field, or by what a function gives of each.

        Returns:
            A read-only mapping of each value to its `Records`, in the order in which the
            values first occur.

        Raises:
            TypeError: If the records have no such field.

        Example:
            >>> import tipdata
            >>> groups = tipdata.ratifications(year=2017).group_by("instrument")
            >>> {str(instrument): len(found) for instrument, found in groups.items()}
            {'CRC-OP-AC': 1, 'P029': 10, 'PALERMO': 2, 'C189': 1, 'C182': 1}
            >>> len(groups["Palermo Protocol"])
            2
        """
        if isinstance(key, str):
            self._check(key)
        groups: dict[Any, list[T_co]] = {}
        for record in self:
            value = getattr(record, key) if isinstance(key, str) else key(record)
            groups.setdefault(value, []).append(record)
        return Groups(tuple((value, Records(found, self.kind)) for value, found in groups.items()))

    def one(self) -> T_co:
        """Give the only record.

        Raises:
            NotOneError: If there are none, or several.
        """
        if len(self) != 1:
            raise NotOneError(f"expected one record, found {len(self)}")
        return self._items[0]

    def index(self, record: object, start: int = 0, stop: int | None = None) -> int:
        """Give the place of a record, counted from 0.

        Raises:
            ValueError: If it is not among them.
        """
        return self._items.index(record, start, len(self) if stop is None else stop)

    def count(self, record: object) -> int:
        """Count how often a record is among them."""
        return self._items.count(record)

    def _check(self, name: str) -> None:
        for cls in {type(record) for record in self} or {self.kind}:
            if name.startswith("_") or not hasattr(cls, name):
                names = ", ".join(known for known in dir(cls) if not known.startswith("_"))
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


@frozen(repr=False, eq=False)
class Groups(Mapping[K, Records[T]]):
    """A read-only mapping of values to the `Records` that have them.

    A group of a record, such as a country, is found by any of the record's keys too.

    Example:
        >>> import tipdata
        >>> tipdata.ratifications(year=2017).group_by("instrument")
        Groups(CRC-OP-AC: 1, P029: 10, PALERMO: 2, C189: 1, C182: 1)
    """

    _pairs: tuple[tuple[K, Records[T]], ...] = field(alias="pairs")

    def __getitem__(self, value: K) -> Records[T]:
        for known, records in self._pairs:
            if known == value or (isinstance(known, Record) and _is(known, value)):
                return records
        there = ", ".join(repr(str(known)) for known in self) or "none"
        raise KeyError(f"no group {value!r}; there are {there}")

    def __iter__(self) -> Iterator[K]:
        return (value for value, _ in self._pairs)

    def __len__(self) -> int:
        return len(self._pairs)

    def __hash__(self) -> int:
        return hash(frozenset(self._pairs))

    def __repr__(self) -> str:
        counts = ", ".join(f"{value}: {len(records)}" for value, records in self._pairs)
        return f"Groups({counts})"


def _common_kind(records: Iterable[object]) -> type:
    kinds = {type(record) for record in records}
    return kinds.pop() if len(kinds) == 1 else Record


def _is(value: object, wanted: object) -> bool:
    """Tell whether the value of a field is what was asked for."""
    if value == wanted:
        return True
    if type(wanted) is int and isinstance(value, (Record, PartialDate)):
        wanted = f"{wanted:03d}" if isinstance(value, Record) else f"{wanted:04d}"
    if value is None or not isinstance(wanted, str):
        return False
    if isinstance(value, (tuple, frozenset)):
        return any(_is(item, wanted) for item in value)
    names: tuple[str, ...] = (str(value),)
    if isinstance(value, Record):
        names += value.keys
    elif isinstance(value, Enum):
        names = (value.name, str(value.value))
    return fold(wanted) in {fold(name) for name in names}
