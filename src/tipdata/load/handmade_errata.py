"""Reads the hand-made errata of a packaged edition: its `errata.json`."""

from attrs import frozen

from tipdata.errors import DataError
from tipdata.load.packaged import editions, once, read_json
from tipdata.models.errata import ErratumKind


@frozen
class HandmadeErratum:
    """A hand-made erratum: it quotes what is printed.

    Attributes:
        kind: What is the matter.
        section: The name of the section.
        printed: The characters, markup and all; each stands once in the section.
        found: What the evidence says.
        evidence: The citation.
    """

    kind: ErratumKind
    section: str
    printed: tuple[str, ...]
    found: str
    evidence: str


@frozen
class ErrataFile:
    """The form of the file of hand-made errata."""

    edition: int
    errata: tuple[HandmadeErratum, ...]


def handmade_errata(year: int) -> tuple[HandmadeErratum, ...]:
    """Return the hand-made errata of an edition, read once; one that isn't packaged has none."""
    return once(("errata", year), lambda: read_handmade_errata(year)) if year in editions() else ()


def read_handmade_errata(year: int) -> tuple[HandmadeErratum, ...]:
    """Read the hand-made errata of a packaged edition.

    Raises:
        DataError: If the file does not fit, or is of another edition.
    """
    file = read_json(year, "errata", ErrataFile)
    if file.edition != year:
        raise DataError(f"a file of the edition {year} says that it is of {file.edition}")
    return file.errata
