"""The status rule as data: on which days the evidence leaves which states of play."""

from collections.abc import Iterator, Set
from datetime import date

from attrs import frozen

from tipdata.arguments import Basis
from tipdata.dates import add_days
from tipdata.load.edition import Edition
from tipdata.models.conventions import Country, Instrument
from tipdata.models.state import State
from tipdata.queries.lookup import countries_of
from tipdata.state.evidence import assess
from tipdata.state.timeline import StateInterval


@frozen
class Breakpoints:
    """The days on which something changes between a country and an instrument.

    Attributes:
        country: The country.
        instrument: The instrument.
        intervals: For each state of play that is ever possible, the days on which it is.
        entry_into_force: The day from which the instrument is in force for the country; None
            where the evidence leaves several days, or none.
    """

    country: Country
    instrument: Instrument
    intervals: tuple[StateInterval, ...]
    entry_into_force: date | None

    def only(self, states: Set[State]) -> Iterator[tuple[date, date]]:
        """Yield the intervals in which no other states of play than some are possible.

        They are as long as can be: the status in a period is one of the states just if
        one of these intervals has all its days.
        """
        others = (interval for interval in self.intervals if interval.state not in states)
        start: date | None = date.min
        for other in sorted(others, key=lambda interval: interval.first):
            if start is None:
                break
            if start < other.first:
                yield start, add_days(other.first, -1)
            # `date.max` stands for no end: the calendar has no day after it.
            start = None if other.last == date.max else max(start, add_days(other.last, 1))
        if start is not None:
            yield start, date.max


def breakpoints(
    edition: Edition,
    instruments: tuple[Instrument, ...],
    basis: Basis,
    countries: tuple[Country, ...] | None = None,
) -> tuple[Breakpoints, ...]:
    """Return the breakpoints of countries, by default all of the basis, and instruments.

    All instruments of the first country come first.
    """
    if countries is None:
        countries = countries_of(edition, basis)
    return tuple(
        _breakpoints(edition, country, instrument, basis)
        for country in countries
        for instrument in instruments
    )


def _breakpoints(
    edition: Edition, country: Country, instrument: Instrument, basis: Basis
) -> Breakpoints:
    assessment = assess(edition, country, instrument, basis)
    force = assessment.bounds.entry_into_force
    certain = not assessment.bounds.never and force.earliest == force.latest
    return Breakpoints(
        country, instrument, assessment.intervals, force.earliest if certain else None
    )
