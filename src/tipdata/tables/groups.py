"""`Groups`: what `Records` are grouped into."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from attrs import field, frozen

from tipdata.models.record import Record
from tipdata.tables.matching import answers
from tipdata.tables.records import Records

T = TypeVar("T")
K = TypeVar("K")


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
            if known == value or (isinstance(known, Record) and answers(known, value)):
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
