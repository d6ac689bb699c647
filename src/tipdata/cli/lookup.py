"""Looks up the records that a user calls by a few words."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from tipdata.cli.keys import country_key
from tipdata.errors import ChoiceError, NotFoundError
from tipdata.load.edition import Edition
from tipdata.models.record import SECTION_NAMES, Section, walk
from tipdata.names import fold
from tipdata.queries.chart import Chart
from tipdata.queries.lookup import find, find_country, find_instrument


def records_called(words: list[str], section: str | None, edition: Edition) -> list[Any]:
    """Return the cell of a country and an instrument, or all records of a name.

    Args:
        words: What the user calls them; a country and an instrument may be several words each.
        section: Only records of the section of this name.
        edition: The edition to look in.

    Raises:
        NotFoundError: If nothing is called so; it names what comes close, or says what the
            chart covers where only the country or the instrument is not of it.
        ChoiceError: If there is no such section.
    """
    if section is not None and section not in SECTION_NAMES:
        raise ChoiceError(f"no section {section!r}; there are {', '.join(SECTION_NAMES)}")
    chart = Chart(edition)
    pairs = _pairs(words) if section in (None, "conventions") else []
    for pair in pairs:
        with suppress(NotFoundError):
            return [chart.cell(*pair)]
    text = " ".join(words)
    sections = [s for s in edition.sections if section in (None, s.name)]
    records = [record for part in sections for record in (part, *walk(part))]
    called_so = [record for record in records if fold(text) in _names(record)]
    if called_so:
        return called_so
    # One good key of a pair tells what the words were meant to be, and so which error helps.
    for country, instrument in pairs:
        if _finds(find_country, country, edition) or _finds(find_instrument, instrument, edition):
            return [chart.cell(country, instrument)]  # raises what the other key lacks
    return [find("record", text, tuple(records), "the report")]


def _pairs(words: list[str]) -> list[tuple[str | int, str]]:
    """Split words into a country and an instrument in every way, the longest country first."""
    # Longest first, so that "Guinea Bissau C029" is not read as Guinea and "Bissau C029".
    splits = range(len(words) - 1, 0, -1)
    return [(country_key(" ".join(words[:i])), " ".join(words[i:])) for i in splits]


def _finds(find_by: Callable[[Any, Edition], object], key: str | int, edition: Edition) -> bool:
    try:
        find_by(key, edition)
    except NotFoundError:
        return False
    return True


def _names(record: Any) -> set[str]:
    """Return the folded texts that a record is called by."""
    if isinstance(record, Section):
        short = {"chart"} if record.name == "conventions" else set()
        return {fold(record.title), record.name, record.name.replace("_", " "), *short}
    return {fold(name) for name in record.keys or (str(record),)}
