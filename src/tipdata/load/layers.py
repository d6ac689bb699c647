"""The hand-made layers beside an edition: the register and the errata."""

from typing import TypeVar

from attrs import frozen

from tipdata.errors import DataError
from tipdata.load.packaged import editions, is_packaged, once, read_json
from tipdata.models.conventions import Conventions
from tipdata.models.errata import ErratumKind
from tipdata.models.register import RegisterEntry


@frozen
class WrittenErratum:
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
class RegisterFile:
    """The form of the register's file."""

    edition: int
    entries: tuple[RegisterEntry, ...]


@frozen
class ErrataFile:
    """The form of the file of hand-made errata."""

    edition: int
    errata: tuple[WrittenErratum, ...]


F = TypeVar("F", RegisterFile, ErrataFile)


def register_entries(year: int, conventions: Conventions) -> tuple[RegisterEntry, ...]:
    """Read the register beside a chart; a chart of an edition that isn't packaged has none."""
    if year not in editions():
        return ()

    def read() -> tuple[RegisterEntry, ...]:
        known = (*conventions.countries, *conventions.instruments)
        return _of(year, read_json(year, "register", RegisterFile, known)).entries

    return once(("register", year), read) if is_packaged(year, conventions) else read()


def written_errata(year: int) -> tuple[WrittenErratum, ...]:
    """Read the hand-made errata of an edition; one that isn't packaged has none."""
    return _of(year, read_json(year, "errata", ErrataFile)).errata if year in editions() else ()


def _of(year: int, file: F) -> F:
    """Give a file that is of this edition.

    Raises:
        DataError: If it is of another one.
    """
    if file.edition != year:
        raise DataError(f"a file of the edition {year} says that it is of {file.edition}")
    return file
