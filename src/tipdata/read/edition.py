"""Reads a whole edition from its source text."""

import re
from collections.abc import Iterable
from pathlib import Path

from attrs import frozen

from tipdata.errors import ReadError
from tipdata.load.edition import Edition
from tipdata.load.packaged import editions, packaged_register, read_json
from tipdata.models.record import SECTION_NAMES, Section
from tipdata.models.register import RegisterEntry
from tipdata.read import (
    closing_note,
    conventions,
    glossary,
    notes,
    organizations,
    peacekeeping,
    photo_credits,
    staff,
)
from tipdata.read.characters import Impossible, misplaced, unprintable
from tipdata.read.impossible import impossible
from tipdata.read.scanner import Scanner
from tipdata.read.supplement import Supplement
from tipdata.read.wording import unworded
from tipdata.tables.records import Records

YEAR = r"\*((?:19|20)\d\d) Trafficking in Persons Report\*"


@frozen
class CompiledContents:
    """The contents of an edition that was read from its text."""

    text: str
    all_sections: tuple[Section, ...]

    def section(self, name: str) -> Section:
        """The section of this name."""
        return self.all_sections[SECTION_NAMES.index(name)]

    @property
    def register(self) -> Records[RegisterEntry]:
        """The packaged register: what sources say of states, they say whatever is printed."""
        return packaged_register()


def read_edition(text_or_path: str | Path) -> Edition:
    """Read an edition from its source text: what made the packaged data, for other texts.

    The text must be laid out like the packaged `source.md`. What the text can't give,
    such as ISO codes, comes from the packaged supplement, so that a country, an
    instrument or a photo agency that it doesn't know is an error.

    What no reader of the print would accept is an error too: a window that ends before it
    begins, a year of consent before the instrument or after the chart, a row or a term that
    stands twice, an address that leads nowhere, a character that can't be seen. What a print
    may say and other evidence denies is read, and `errata` tells.

    Args:
        text_or_path: The text itself, or the path of a UTF-8 file that holds it. A `str`
            with a line break in it, or a blank one, is a text, any other a path.

    Returns:
        The edition, with all its sections.

    Raises:
        ReadError: If the text is not laid out as expected, or says what can't be; the
            error gives line and column, and what was expected there.
        OSError: If the file can't be read.
        TypeError: If `text_or_path` is neither.

    Example:
        >>> import tipdata
        >>> tipdata.read_edition(tipdata.edition().text) == tipdata.edition()
        True
    """
    if isinstance(text_or_path, str) and _is_text(text_or_path):
        text = text_or_path
    elif isinstance(text_or_path, (str, Path)):
        try:
            # Bytes, for reading as text would turn CR LF into LF, and the SHA-256 tells.
            text = Path(text_or_path).read_bytes().decode("utf-8")
        except UnicodeDecodeError as error:
            raise ReadError(f"{text_or_path} is not in UTF-8: {error}") from None
    else:
        raise TypeError(f"text_or_path must be a str or a Path, not {type(text_or_path).__name__}")
    _refuse(unprintable(text), text)
    year = re.search(YEAR, text)
    if year is None:
        Scanner(text).fail("a legend that names its *2018 Trafficking in Persons Report*")
    edition = Edition(int(year[1]), CompiledContents(text, _sections(text, int(year[1]))))
    _refuse(misplaced(edition.sections, text), text)
    _refuse(impossible(edition), text)
    _refuse(unworded(edition), text)
    return edition


def _is_text(given: str) -> bool:
    """Tell a text from a path; a break of any kind is that of a line, and NUL in no path."""
    return not given.strip() or given.splitlines() != [given] or "\0" in given


def _refuse(found: Iterable[Impossible], text: str) -> None:
    """Say so where something is found that can't be."""
    for span, what in found:
        Scanner(text, span.start, span.end).fail(what)


def _sections(text: str, year: int) -> tuple[Section, ...]:
    # Codes and titles hardly change with the year: the last supplement serves a text of any.
    supplement = read_json(
        year if year in editions() else editions()[-1], "supplement", Supplement
    )
    sections: list[Section] = []

    def here() -> Scanner:
        return Scanner(text, sections[-1].spans[0].end if sections else 0)

    sections.append(conventions.read(here(), supplement))
    sections.append(peacekeeping.read(here()))
    sections.append(organizations.read(here(), supplement))
    sections.append(glossary.read(here()))
    sections.append(notes.read(here()))
    sections.append(photo_credits.read(here(), supplement))
    sections.append(closing_note.read(here()))
    sections.append(staff.read(here()))
    return tuple(sections)
