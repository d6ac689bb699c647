"""What the evidence comes to for a country and an instrument; the register beside the chart."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from attrs import evolve, frozen

from tipdata.arguments import Basis
from tipdata.dates import PartialDate
from tipdata.load.edition import Edition
from tipdata.models.beside import finding, following
from tipdata.models.conventions import Cell, Country, Instrument
from tipdata.models.register import RegisterEntry
from tipdata.names import ById
from tipdata.queries.lookup import countries_of, edition_or_default, instruments_of
from tipdata.state.bounds import Bounds
from tipdata.state.timeline import StateInterval, timeline
from tipdata.state.weighing import weigh
from tipdata.tables.records import Records

Evidence = Cell | RegisterEntry


@frozen
class Assessment:
    """What the evidence comes to for a country and an instrument.

    Attributes:
        bounds: The days of consent and of entry into force that it allows.
        intervals: The days on which each state of play is possible.
        evidence: The cell of the chart, and the register entry that it was weighed with.
    """

    bounds: Bounds
    intervals: tuple[StateInterval, ...]
    evidence: tuple[Evidence, ...]


def register(*, edition: Edition | None = None) -> Records[RegisterEntry]:
    """Return the second layer: what cited sources say of states' acts on instruments.

    Returns:
        The entries that stand beside the edition, in their own order: `Edition.register`.

    Raises:
        DataError: If two entries are of one country and one instrument.
        TypeError: If `edition` is no `Edition`.

    Example:
        >>> import tipdata
        >>> entries = tipdata.register()
        >>> len(entries), len(entries.where(finding="disagrees"))
        (128, 2)
    """
    return edition_or_default(edition).register


def assess(edition: Edition, country: Country, instrument: Instrument, basis: Basis) -> Assessment:
    """Weigh the evidence for a country and an instrument of which the basis speaks."""
    return _assess(ById(edition), country.name, instrument.id, basis)


def entry_beside(cell: Cell, edition: Edition) -> RegisterEntry | None:
    """Find the register entry that stands beside a cell, and what follows for it from another."""
    return _entry(ById(edition), cell.country.name, cell.instrument)


def independence(country: Country, edition: Edition) -> PartialDate | None:
    """Return the day before which a state can't have been bound, if the register names one."""
    entries = _entries(ById(edition))
    named = (
        entry.continuity.independent
        for instrument in instruments_of(edition, "register")
        if (entry := entries.get((country.name, instrument.id))) and entry.continuity
    )
    return min(filter(None, named), key=lambda day: day.earliest, default=None)


def open_from(edition: Edition, instrument: Instrument, basis: Basis) -> date | None:
    """Return the first day on which the evidence leaves some country open; None: there is none."""
    days = (
        assess(edition, country, instrument, basis).bounds.open_from
        for country in countries_of(edition, basis)
    )
    return min((day for day in days if day), default=None)


# All states of the world, 198 by 8 instruments on either basis, are 3,168, and leave room for
# the 256 of a second edition that stands beside one chart alone.
@lru_cache(maxsize=4096)
def _assess(edition: ById[Edition], country: str, instrument: str, basis: Basis) -> Assessment:
    # The names stand for the records: to hash these would take longer than to weigh.
    chart, pair = edition.value.conventions, (country, instrument)
    cell = _cells(edition).get(pair)
    treaty = next(
        known for known in instruments_of(edition.value, basis) if known.id == instrument
    )
    entry = _entry(edition, country, treaty) if basis == "register" else None
    bounds = weigh(cell, entry, treaty, chart.closes.latest)
    evidence = tuple(item for item in (cell, entry) if item is not None)
    return Assessment(bounds, timeline(bounds, treaty.adopted.earliest), evidence)


def _entry(edition: ById[Edition], country: str, instrument: Instrument) -> RegisterEntry | None:
    """Find what a register says, and what it says of another instrument that this one follows."""
    entries, clause = _entries(edition), instrument.denunciation
    entry = entries.get((country, instrument.id))
    other = entries.get((country, clause.follows)) if clause and clause.follows else None
    if entry is None or (found := following(entry, other)) is entry:
        return entry
    # Whether a cell agrees may turn on what was added.
    cell, closing = _cells(edition).get((country, instrument.id)), edition.value.conventions.closes
    finds = None if cell is None else finding(cell, found, closing.latest)
    return evolve(found, finding=finds)


# Sixteen editions are more than anyone compares; the oldest of more is let go, and read anew.
@lru_cache(maxsize=16)
def _cells(edition: ById[Edition]) -> Mapping[tuple[str, str], Cell]:
    cells = edition.value.conventions.cells
    return MappingProxyType({(cell.country.name, cell.instrument.id): cell for cell in cells})


@lru_cache(maxsize=16)
def _entries(edition: ById[Edition]) -> Mapping[tuple[str, str], RegisterEntry]:
    entries = edition.value.register
    return MappingProxyType(
        {(entry.country.name, entry.instrument.id): entry for entry in entries}
    )
