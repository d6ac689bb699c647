"""Finds records by their words."""

import re
from collections.abc import Iterator
from enum import Enum

from attrs import fields

from tipdata.dates import PartialDate
from tipdata.models.conventions import Cell
from tipdata.models.edition import Edition
from tipdata.models.keys import fold
from tipdata.models.record import Record, is_reference, walk
from tipdata.queries.keys import check, chosen
from tipdata.tables.records import Records

NOT_SEARCHED = ("spans", "sources")


def search(text: str, *, edition: Edition | None = None) -> Records[Record]:
    """Find the records of every section that have all words of a text.

    Best first: those that are called just that, then those with a field that starts with
    it, those that have it as a phrase, those that have all its words, and those that have
    them inside other words; among equals the shorter, then in the order of the source.

    Args:
        text: Words, without regard to case and accents. Without any, nothing is found.
        edition: The edition to ask; by default that of 2018.

    Raises:
        TypeError: If `text` is no `str`.

    Example:
        >>> import tipdata
        >>> tipdata.search("desiree weymont")
        1 member of the staff
        name
        Desirée Suo Weymont
        >>> tipdata.search("palermo protocol")[0].title[:32]
        'Protocol to Prevent, Suppress an'
    """
    check("text", text, str)
    wanted = fold(text)
    if not wanted:
        return Records((), Record)
    ranked = [
        (*rank, place, record)
        for place, record in enumerate(_searched(chosen(edition)))
        if (rank := _rank(wanted, record)) is not None
    ]
    return Records(record for *_, record in sorted(ranked, key=lambda found: found[:-1]))


def _searched(edition: Edition) -> Iterator[Record]:
    """Give the records of all sections; a cell with a ratification is found as that."""
    for section in edition.sections:
        for record in walk(section):
            if not (isinstance(record, Cell) and record.ratification):
                yield record


def _rank(wanted: str, record: Record) -> tuple[int, int] | None:
    """Give the rank of a record, lower for a better match, and the length of what matched."""
    own = [fold(text) for text in _texts(record)]
    ranks = [
        (rank, len(text))
        for text in own
        for rank, found in enumerate((text == wanted, _starts(text, wanted), _has(text, wanted)))
        if found
    ]
    if ranks:
        return min(ranks)
    everything = " ".join((*own, *(fold(name) for name in _referred(record))))
    words = wanted.split()
    if all(_has(everything, word) for word in words):
        return 3, len(everything)
    return (4, len(everything)) if all(word in everything for word in words) else None


def _has(text: str, words: str) -> bool:
    return words in text and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def _starts(text: str, words: str) -> bool:
    return text.startswith(words) and _has(text[: len(words) + 1], words)


def _texts(record: Record) -> Iterator[str]:
    """Give the texts, numbers and dates in a record's own fields."""
    for attribute in fields(type(record)):
        if not is_reference(attribute) and attribute.name not in NOT_SEARCHED:
            value = getattr(record, attribute.name)
            for item in value if isinstance(value, tuple) else (value,):
                if isinstance(item, Enum):
                    yield str(item.value)
                elif isinstance(item, (str, int, PartialDate)):
                    yield str(item)


def _referred(record: Record) -> Iterator[str]:
    """Give the names of the records that a record refers to."""
    for attribute in fields(type(record)):
        if is_reference(attribute):
            value = getattr(record, attribute.name)
            for item in value if isinstance(value, tuple) else (value,):
                if item is not None:
                    yield from item.keys
