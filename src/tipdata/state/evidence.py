"""What the evidence comes to for a country and an instrument; the register beside the chart."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Literal, get_args

from attrs import evolve, frozen

from tipdata.load.layers import register_entries
from tipdata.models.conventions import Cell, Conventions
from tipdata.models.edition import Edition
from tipdata.models.register import Finding, RegisterEntry
from tipdata.queries.keys import Same, check_choice, chosen
from tipdata.state.bounds import Bounds, printed_bounds, register_bounds
from tipdata.state.timeline import Stretch, timeline
from tipdata.tables.records import Records

Basis = Literal["printed", "register"]


@frozen
class Assessment:
    """What the evidence comes to for a country and an instrument.

    Attributes:
        bounds: The days of consent and of entry into force that it allows.
        stretches: The days on which each state of play is possible.
        evidence: The cell of the chart, and the register entry that it was weighed with.
    """

    bounds: Bounds
    stretches: tuple[Stretch, ...]
    evidence: tuple[Cell | RegisterEntry, ...]


def register(*, edition: Edition | None = None) -> Records[RegisterEntry]:
    """Give the second layer: what cited sources say of the chart's cells.

    Returns:
        An entry for each cell, in the order of the chart; none for an edition that has
        no packaged register.

    Raises:
        TypeError: If `edition` is no `Edition`.

    Example:
        >>> import tipdata
        >>> entries = tipdata.register()
        >>> len(entries), len(entries.where(finding="disagrees"))
        (128, 2)
    """
    asked = chosen(edition)
    return Records(_register(Same(asked.conventions), asked.year).values(), RegisterEntry)


def assess(edition: Edition, country: str, instrument: str, basis: Basis) -> Assessment:
    """Weigh the evidence for a country and an instrument of the chart, by name and id."""
    return _assess(Same(edition.conventions), edition.year, country, instrument, basis)


def check_basis(basis: Basis) -> Basis:
    """Give a basis that there is, or raise the error that lists them."""
    check_choice("basis", basis, get_args(Basis))
    return basis


def finding(cell: Cell, entry: RegisterEntry) -> Finding:
    """Compare an entry with the cell that it is about.

    They agree where the printed year may be that of the entry's consent, and where a dash
    meets an entry without a consent up to the chart's closing date.
    """
    if entry.finding is Finding.NOT_READ:
        return Finding.NOT_READ
    printed = cell.ratification.date if cell.ratification else None
    read = entry.date
    if printed is None or read is None:
        return Finding.AGREES if printed is read else Finding.DISAGREES
    return Finding.DISAGREES if read.same_day(printed) is False else Finding.AGREES


@lru_cache(maxsize=4096)
def _assess(
    section: Same[Conventions], year: int, country: str, instrument: str, basis: Basis
) -> Assessment:
    cell = _cells(section)[country, instrument]
    closing = section.value.closes.latest
    entry = _register(section, year).get((country, instrument)) if basis == "register" else None
    evidence: tuple[Cell | RegisterEntry, ...] = (cell,)
    if entry is None or entry.finding is Finding.NOT_READ:
        found = printed_bounds(cell, closing)
    else:
        found = register_bounds(cell, entry, closing)
        evidence = (cell, entry)
    return Assessment(found, timeline(found, cell.instrument.adopted.earliest), evidence)


@lru_cache(maxsize=16)
def _cells(section: Same[Conventions]) -> Mapping[tuple[str, str], Cell]:
    cells = section.value.cells
    return MappingProxyType({(cell.country.name, cell.instrument.id): cell for cell in cells})


@lru_cache(maxsize=16)
def _register(section: Same[Conventions], year: int) -> Mapping[tuple[str, str], RegisterEntry]:
    """Give the entries by their cells, each with what it finds of the cell of this chart."""
    cells = _cells(section)
    entries = {
        (entry.country.name, entry.instrument.id): entry
        for entry in register_entries(year, section.value)
    }
    return MappingProxyType(
        {key: evolve(e, finding=finding(cells[key], e)) for key, e in entries.items()}
    )
