"""The hand-made layers beside an edition: the register and the errata."""

from typing import Any, TypeVar

from attrs import frozen

from tipdata.errors import DataError
from tipdata.load.convert import structure
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
    """The form of the register's file; its entries are JSON values."""

    edition: int
    entries: tuple[dict[str, Any], ...]


@frozen
class ErrataFile:
    """The form of the file of hand-made errata."""

    edition: int
    errata: tuple[WrittenErratum, ...]


F = TypeVar("F", RegisterFile, ErrataFile)


def register_entries(year: int, conventions: Conventions) -> tuple[RegisterEntry, ...]:
    """Read the register beside a chart; a chart of an edition that isn't packaged has none.

    A chart that lacks a row or a column of the packaged one goes without their entries.
    """
    if year not in editions():
        return ()
    if is_packaged(year, conventions):
        return once(("register", year), lambda: _entries(year, conventions))
    return _entries(year, conventions)


def _entries(year: int, conventions: Conventions) -> tuple[RegisterEntry, ...]:
    values = _of(year, read_json(year, "register", RegisterFile)).entries
    known = (*conventions.countries, *conventions.instruments)
    if not is_packaged(year, conventions):
        names = [str(record) for record in known]
        values = tuple(
            value
            for value in values
            if value.get("country") in names and value.get("instrument") in names
        )
    try:
        return structure(list(values), tuple[RegisterEntry, ...], "$.entries", known)
    except DataError as error:
        raise DataError(f"{year}/register.json: {error}") from error


def written_errata(year: int) -> tuple[WrittenErratum, ...]:
    """Give the hand-made errata of an edition, read once; one that isn't packaged has none."""
    return once(("errata", year), lambda: read_errata(year)) if year in editions() else ()


def read_errata(year: int) -> tuple[WrittenErratum, ...]:
    """Read the hand-made errata of a packaged edition."""
    return _of(year, read_json(year, "errata", ErrataFile)).errata


def _of(year: int, file: F) -> F:
    """Give a file that is of this edition.

    Raises:
        DataError: If it is of another one.
    """
    if file.edition != year:
        raise DataError(f"a file of the edition {year} says that it is of {file.edition}")
    return file
