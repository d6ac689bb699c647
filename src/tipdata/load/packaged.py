"""The packaged files, each read once, when it is first needed."""

import json
from collections.abc import Callable, Iterable
from threading import RLock
from typing import Any, TypeVar

from attrs import frozen
from importlib_resources import files
from importlib_resources.abc import Traversable

import tipdata.models
from tipdata.errors import DataError, NotFoundError
from tipdata.load.edition import Edition
from tipdata.models.convert import structure
from tipdata.models.record import Record, Section
from tipdata.tables.records import Records

T = TypeVar("T")

SECTION_CLASSES = {
    "conventions": "Conventions",
    "peacekeeping": "Peacekeeping",
    "organizations": "Organizations",
    "glossary": "Glossary",
    "notes": "Notes",
    "photo_credits": "PhotoCredits",
    "closing_note": "ClosingNote",
    "staff": "Staff",
}

REGISTER = "register"  # the name of its folder and of its file

# What is read stays for good. The lock is reentrant: a register is read with its chart.
_lock = RLock()
_loaded: dict[tuple[object, ...], Any] = {}


def edition(year: int = 2018) -> Edition:
    """Return a packaged edition of the report.

    Args:
        year: The year in the report's name.

    Returns:
        The edition. Its files are read when they are first needed.

    Raises:
        NotFoundError: If no such edition is packaged.
        TypeError: If `year` is no `int`.

    Example:
        >>> import tipdata
        >>> tipdata.edition(2018).sha256[:8]
        '521715b1'
    """
    # A bool is an int to Python, and 2018.0 equals 2018: neither is a year.
    if type(year) is not int:
        raise TypeError(f"year must be an int, not {type(year).__name__}")
    return once(("edition", year), lambda: _find(year))


def editions() -> tuple[int, ...]:
    """Return the years of the packaged editions, ascending.

    Example:
        >>> import tipdata
        >>> tipdata.editions()
        (2018,)
    """
    names = (entry.name for entry in data_folder().iterdir())
    return tuple(sorted(int(name) for name in names if name.isdigit()))


def data_folder() -> Traversable:
    """Return the folder that holds the packaged files, one folder an edition."""
    # Not by `__file__`, which a package in a zip file or a frozen program does not have.
    return files("tipdata").joinpath("data")


def data_file(folder: int | str, name: str) -> Traversable:
    """Return a packaged file by its name: one of an edition, or of the register."""
    return data_folder().joinpath(str(folder), name)


def read_json(folder: int | str, name: str, cls: type[T], known: Iterable[Record] = ()) -> T:
    """Read a packaged JSON file into a model; it may refer to known records.

    Raises:
        DataError: If the file is no JSON, or does not fit the model.
    """
    try:
        return structure(
            json.loads(data_file(folder, f"{name}.json").read_bytes()), cls, known=known
        )
    except ValueError as error:
        raise DataError(f"{folder}/{name}.json: {error}") from error


def packaged_register() -> Records["tipdata.models.RegisterEntry"]:
    """Read the packaged register, once; it stands beside every edition that has no other.

    Raises:
        DataError: If its file does not fit the model.
    """
    return once((REGISTER,), _register)


@frozen
class RegisterFile:
    """The form of the register's file.

    Attributes:
        edition: The edition whose chart has the countries and instruments that it names.
        entries: The entries, as JSON values.
    """

    edition: int
    entries: tuple[dict[str, Any], ...]


@frozen
class SectionFile:
    """The form of a section's data file.

    Attributes:
        edition: The year of the edition.
        section: The name of the section.
        source_sha256: The SHA-256 of the source text that the compiler read.
        content: The section, as JSON values.
    """

    edition: int
    section: str
    source_sha256: str
    content: dict[str, Any]


@frozen
class PackagedContents:
    """The contents of a packaged edition."""

    year: int

    @property
    def text(self) -> str:
        """The source text."""
        return once(("text", self.year), lambda: _text(self.year))

    def section(self, name: str) -> Section:
        """The section of this name."""
        return once(("section", self.year, name), lambda: _section(self.year, name))

    @property
    def register(self) -> Records["tipdata.models.RegisterEntry"]:
        """The packaged register."""
        return packaged_register()


def _find(year: int) -> Edition:
    if year not in editions():
        packaged = ", ".join(map(str, editions()))
        raise NotFoundError(f"no edition {year}; packaged: {packaged}")
    return Edition(year, PackagedContents(year))


def _text(year: int) -> str:
    return data_file(year, "source.md").read_bytes().decode("utf-8")


def _section(year: int, name: str) -> Section:
    file = read_json(year, name, SectionFile)
    if (file.edition, file.section) != (year, name):
        raise DataError(f"{year}/{name}.json: is of {file.edition}/{file.section}")
    cls = getattr(tipdata.models, SECTION_CLASSES[name])
    try:
        section: Section = structure(file.content, cls, "$.content")
    except DataError as error:
        raise DataError(f"{year}/{name}.json: {error}") from error
    return section


def _register() -> Records["tipdata.models.RegisterEntry"]:
    from tipdata.models.register import RegisterEntry

    file = read_json(REGISTER, REGISTER, RegisterFile)
    chart = edition(file.edition).conventions
    known = (*chart.countries, *chart.instruments)
    try:
        entries = structure(list(file.entries), tuple[RegisterEntry, ...], "$.entries", known)
    except DataError as error:
        raise DataError(f"{REGISTER}/{REGISTER}.json: {error}") from error
    return Records(entries, RegisterEntry)


def once(key: tuple[object, ...], make: Callable[[], T]) -> T:
    """Return what `make` makes, made at most once for a key, whatever the threads."""
    value: T | None = _loaded.get(key)
    if value is None:
        with _lock:
            # While this thread waited, another may have made it.
            value = _loaded.get(key)
            if value is None:
                value = _loaded[key] = make()
    return value
