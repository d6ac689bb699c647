"""Finds the records that a user calls by a few words."""

from typing import TYPE_CHECKING, Any

from tipdata.cli.parser import country_key
from tipdata.errors import ChoiceError, NotFoundError
from tipdata.models.edition import SECTION_NAMES, Edition
from tipdata.models.keys import fold
from tipdata.models.record import Section, walk
from tipdata.queries.keys import find

if TYPE_CHECKING:
    from tipdata.models.conventions import Cell


def records_called(words: list[str], section: str | None, edition: Edition) -> list[Any]:
    """Give the cell of a country and an instrument, or all records of a name.

    Args:
        words: What the user calls them.
        section: Only records of the section of this name.
        edition: The edition to ask.

    Raises:
        NotFoundError: If nothing is called so; it names what comes close.
        ChoiceError: If there is no such section.
    """
    if section is not None and section not in SECTION_NAMES:
        raise ChoiceError(f"no section {section!r}; there are {', '.join(SECTION_NAMES)}")
    if cell := _cell(words, edition):
        return [cell]
    text = " ".join(words)
    sections = [s for s in edition.sections if section in (None, s.name)]
    records = [record for part in sections for record in (part, *walk(part))]
    found = [record for record in records if fold(text) in _names(record)]
    return found or [find("record", text, tuple(records), "the report")]


def _cell(words: list[str], edition: Edition) -> "Cell | None":
    """Give the cell if the words are a country and an instrument of the chart."""
    from tipdata.queries.chart import Chart
    from tipdata.queries.keys import find_country

    if len(words) != 2:
        return None
    try:
        country = find_country(country_key(words[0]), edition)
    except NotFoundError:
        return None
    return Chart(edition).cell(country, words[1])


def _names(record: Any) -> set[str]:
    """Give the folded texts that a record is called by."""
    if isinstance(record, Section):
        short = {"chart"} if record.name == "conventions" else set()
        return {fold(record.title), record.name, record.name.replace("_", " "), *short}
    return {fold(name) for name in record.keys or (str(record),)}
