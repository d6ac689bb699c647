"""The status rule as a small table: for each state of play the days on which it is possible."""

from datetime import date

from attrs import frozen

from tipdata.models.conventions import Country, Instrument
from tipdata.models.edition import Edition
from tipdata.models.state import State
from tipdata.state.evidence import Basis, assess
from tipdata.state.timeline import Stretch


@frozen
class Breakpoints:
    """The days on which something changes between a country and an instrument.

    Attributes:
        country: The country.
        instrument: The instrument.
        stretches: For each state of play that is ever possible, the days on which it is.
        in_force_from: The day from which the instrument is in force for the country; None
            where the evidence leaves several days, or none.
    """

    country: Country
    instrument: Instrument
    stretches: tuple[Stretch, ...]
    in_force_from: date | None

    def possible(self, state: State) -> Stretch | None:
        """Give the days on which a state of play is possible; None if it never is."""
        return next((stretch for stretch in self.stretches if stretch.state is state), None)


def breakpoints(
    edition: Edition,
    instruments: tuple[Instrument, ...],
    basis: Basis,
    countries: tuple[Country, ...] | None = None,
) -> tuple[Breakpoints, ...]:
    """Give the breakpoints of the countries of the chart, or some, and some instruments."""
    rows = edition.conventions.countries if countries is None else countries
    return tuple(
        _breakpoints(edition, country, instrument, basis)
        for country in rows
        for instrument in instruments
    )


def _breakpoints(
    edition: Edition, country: Country, instrument: Instrument, basis: Basis
) -> Breakpoints:
    found = assess(edition, country.name, instrument.id, basis)
    force = found.bounds.in_force
    certain = not found.bounds.never and force.earliest == force.latest
    return Breakpoints(country, instrument, found.stretches, force.earliest if certain else None)
