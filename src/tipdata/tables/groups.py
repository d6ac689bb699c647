"""`Groups`: what `Records` are grouped into."""

from collections.abc import Iterator, Mapping
from enum import Enum
from operator import eq
from typing import TypeVar

from attrs import field, frozen

from tipdata.dates import PartialDate
from tipdata.models.record import Record
from tipdata.tables.matching import goes_by
from tipdata.tables.records import Records

T = TypeVar("T")
K = TypeVar("K")


@frozen(repr=False, eq=False)
class Groups(Mapping[K, Records[T]]):
    """A read-only mapping of values to the `Records` that have them.

    A group is found by what a record, a date or a choice answers to in `Records.where`:
    that of a country by any of its keys.

    Example:
        >>> import tipdata
        >>> tipdata.ratifications(year=2017).group_by("instrument")
        Groups(CRC-OP-AC: 1, P029: 10, PALERMO: 2, C189: 1, C182: 1)
    """

    _pairs: tuple[tuple[K, Records[T]], ...] = field(alias="pairs")

    def __getitem__(self, key: K) -> Records[T]:
        # What equals the key comes first: one group may be called as another one is keyed.
        for fits in (eq, _is_called):
            for value, records in self._pairs:
                if fits(value, key):
                    return records
        values = ", ".join(_shown(value) for value in self) or "none"
        raise KeyError(f"no group {key!r}; there are {values}")

    def __iter__(self) -> Iterator[K]:
        return (value for value, _ in self._pairs)

    def __len__(self) -> int:
        return len(self._pairs)

    def __hash__(self) -> int:
        # Mappings are equal whatever their order.
        return hash(frozenset(self._pairs))

    def __repr__(self) -> str:
        counts = ", ".join(f"{value}: {len(records)}" for value, records in self._pairs)
        return f"Groups({counts})"


def _is_called(value: object, key: object) -> bool:
    """Tell whether a value goes by a name; a text or a number is only itself."""
    return isinstance(value, (Record, Enum, PartialDate)) and goes_by(value, key)


def _shown(value: object) -> str:
    """Show a value by the text that it goes by; a text or a number by itself."""
    if isinstance(value, Enum):
        return repr(value.value)
    return repr(value) if isinstance(value, (str, int)) or value is None else repr(str(value))
