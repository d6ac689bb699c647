"""The answer to the question whether an instrument binds a country: a status."""

from datetime import date
from typing import Any

from attrs import Attribute, evolve, field, frozen, validators

from tipdata.arguments import Basis
from tipdata.dates import PartialDate
from tipdata.errors import DataError
from tipdata.load.edition import Edition
from tipdata.models.beside import finding, is_contested
from tipdata.models.conventions import Cell, Country, Instrument
from tipdata.models.errata import Erratum
from tipdata.models.record import DERIVED, REFERENCE
from tipdata.models.register import RegisterEntry
from tipdata.models.state import State
from tipdata.queries.lookup import edition_or_default
from tipdata.state.bounds import Bounds
from tipdata.state.evidence import Evidence, entry_beside, independence
from tipdata.state.timeline import can_last


def _are_states_of_play(_: object, attribute: "Attribute[Any]", states: frozenset[State]) -> None:
    if State.UNCERTAIN in states:
        raise DataError(f"{attribute.name} names states of play; uncertain is which of them")


@frozen
class Status:
    """The state of play between a country and an instrument, on a day or in a period.

    Attributes:
        country: The country.
        instrument: The instrument.
        on: The day, or the period: then `possible` is the union over its days.
        possible: The states of play that the evidence leaves; one makes it certain.
        basis: What it rests on: the chart alone (`"printed"`), or the chart with the register
            beside it (`"register"`).
        bounds: The days of consent, of entry into force and of the effect of a denunciation that
            the evidence allows.
        evidence: The cell of the chart and, where a register was weighed with it, its entry:
            one that disagrees with the print replaces it.
    """

    country: Country = field(metadata=REFERENCE, repr=str)
    instrument: Instrument = field(metadata=REFERENCE, repr=str)
    on: PartialDate
    possible: frozenset[State] = field(
        repr=lambda states: str(sorted(s.name for s in states)),
        validator=validators.and_(validators.min_len(1), _are_states_of_play),
    )
    basis: Basis
    bounds: Bounds = field(repr=False)
    evidence: tuple[Evidence, ...] = field(repr=False)
    _edition: Edition | None = field(default=None, eq=False, repr=False, metadata=DERIVED)

    @property
    def certain(self) -> bool:
        """Whether the evidence leaves one state of play only."""
        return len(self.possible) == 1

    @property
    def state(self) -> State:
        """The state of play; uncertain where more than one is possible."""
        return next(iter(self.possible)) if self.certain else State.UNCERTAIN

    @property
    def changes(self) -> bool:
        """Whether the state of play changes for certain within the period; False on a day."""
        if self.on.precision == "day":
            return False
        return not can_last(self.bounds, self.instrument, self.on.earliest, self.on.latest)

    @property
    def errata(self) -> tuple[Erratum, ...]:
        """The errata on the printed cell that it rests on, on either basis."""
        from tipdata.state.errata import errata_on

        cell, entry = self._beside
        return () if cell is None else errata_on(cell, entry, edition_or_default(self._edition))

    @property
    def contested(self) -> bool:
        """Whether an erratum says that the printed cell is contradicted."""
        cell, entry = self._beside
        return cell is not None and is_contested(cell, entry)

    @property
    def _beside(self) -> tuple[Cell | None, RegisterEntry | None]:
        """The cell that it rests on, and the register entry beside it, on either basis."""
        cell = next((item for item in self.evidence if isinstance(item, Cell)), None)
        entry = next((item for item in self.evidence if isinstance(item, RegisterEntry)), None)
        if cell is None:
            return None, entry
        edition = edition_or_default(self._edition)
        entry = entry or entry_beside(cell, edition)
        # What was read from JSON stands beside no chart, and has found nothing.
        closing = edition.conventions.closes.latest
        return cell, entry and evolve(entry, finding=finding(cell, entry, closing))

    @property
    def explanation(self) -> str:
        """One sentence: what is printed, what derived, what from a register."""
        from tipdata.state.explain import claim, contest, explain, reasons

        chart = edition_or_default(self._edition).conventions
        spoken = [
            chart.closes.latest if isinstance(item, Cell) else item.as_of.earliest
            for item in self.evidence
        ]
        cell, entry = self._beside
        weighed = (cell, entry if self.basis == "register" else None)
        evidence = tuple(item for item in weighed if item is not None)
        return explain(
            claim(
                self.country,
                self.instrument,
                self.on,
                self.possible,
                changes=self.changes,
                is_past=self.on.latest <= max(spoken, default=date.min),
            ),
            reasons(
                self.instrument,
                self.on,
                self.bounds,
                evidence,
                independence(self.country, edition_or_default(self._edition)),
            ),
            contest(self.errata, evidence),
        )

    def __str__(self) -> str:
        return self.explanation
