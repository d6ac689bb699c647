"""Finds records by their words."""

import re
from collections.abc import Iterator
from enum import Enum

from attrs import fields

from tipdata.dates import PartialDate
from tipdata.errors import check_type
from tipdata.load.edition import Edition
from tipdata.models.conventions import Cell, Ratification
from tipdata.models.peacekeeping import PeacekeepingProfile
from tipdata.models.photo_credits import PhotoCredit
from tipdata.models.record import Record, is_reference, walk
from tipdata.names import fold
from tipdata.queries.lookup import edition_or_default
from tipdata.tables.records import Records

# Where a record stands and who vouches for it are no words of the report.
NOT_SEARCHED = ("spans", "sources")


def search(text: str, *, edition: Edition | None = None) -> Records[Record]:
    """Find the sections and their records that have all words of a text.

    A ratification has the words of its cell too, so that "14 Jun 2018" finds those that
    print it; a section has those of its title.

    Best first: those that are called just that, then those with a field that starts with
    it, those that have it as a phrase, those that have all its words, and those that have
    them inside other words; among equals the shorter, then in the order of the source.

    Args:
        text: Words, without regard to case and accents. Without any, nothing is found.
        edition: By default that of 2018.

    Raises:
        TypeError: If an argument is of a wrong type.

    Example:
        >>> import tipdata
        >>> tipdata.search("desiree weymont")
        1 member of the staff
        name
        Desirée Suo Weymont
        >>> tipdata.search("palermo protocol")[0].title[:32]
        'Protocol to Prevent, Suppress an'
    """
    check_type("text", text, str)
    searched = _searched(edition_or_default(edition))
    query = fold(text)
    if not query:
        return Records((), Record)
    # The position settles every tie, so that records themselves are never compared.
    ranked = [
        (*rank, position, record)
        for position, (record, texts) in enumerate(searched)
        if (rank := _rank(query, record, texts)) is not None
    ]
    return Records(record for *_, record in sorted(ranked, key=lambda hit: hit[:-1]))


def _searched(edition: Edition) -> Iterator[tuple[Record, list[str]]]:
    """List the sections and their records, each with its own texts.

    A cell with a ratification is found as that, by what the cell prints too.
    """
    for section in edition.sections:
        for record in (section, *walk(section)):
            if isinstance(record, Cell) and record.ratification:
                yield record.ratification, [*_texts(record), *_texts(record.ratification)]
            elif not isinstance(record, Ratification):
                yield record, [*_texts(record), *_printed(record)]


def _rank(query: str, record: Record, texts: list[str]) -> tuple[int, int] | None:
    """Rank a record, lower for a better match, with the length of what matched."""
    own = [fold(text) for text in texts]
    ranks = [
        (rank, len(text))
        for text in own
        for rank, fits in enumerate((text == query, _starts(text, query), _has(text, query)))
        if fits
    ]
    if ranks:
        return min(ranks)
    # Words may be spread over a record and what it refers to: "Denmark P029".
    everything = " ".join((*own, *(fold(name) for name in _referred(record))))
    words = query.split()
    if all(_has(everything, word) for word in words):
        return 3, len(everything)
    return (4, len(everything)) if all(word in everything for word in words) else None


# A plain search first: it is far faster than the pattern, and mostly fails.
def _has(text: str, words: str) -> bool:
    return words in text and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def _starts(text: str, words: str) -> bool:
    return text.startswith(words) and _has(text[: len(words) + 1], words)


def _texts(record: Record) -> Iterator[str]:
    """List the texts, numbers and dates in a record's own fields."""
    for attribute in fields(type(record)):
        if not is_reference(attribute) and attribute.name not in NOT_SEARCHED:
            value = getattr(record, attribute.name)
            for item in value if isinstance(value, tuple) else (value,):
                if isinstance(item, Enum):
                    yield str(item.value)
                elif isinstance(item, (str, int, PartialDate)):
                    yield str(item)


def _printed(record: Record) -> Iterator[str]:
    """List what is printed where a field has it as a plain number: commas, "Page"."""
    if isinstance(record, PeacekeepingProfile):
        yield f"{record.personnel:,}"
    if isinstance(record, PhotoCredit) and record.pages:
        yield f"Page {record.page_label}"


def _referred(record: Record) -> Iterator[str]:
    """List the names of the records that a record refers to."""
    for attribute in fields(type(record)):
        if is_reference(attribute):
            value = getattr(record, attribute.name)
            for item in value if isinstance(value, tuple) else (value,):
                if item is not None:
                    yield from item.keys
