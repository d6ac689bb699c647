"""The status rule as data: on which days the evidence leaves which states of play."""

from collections.abc import Iterator, Set
from datetime import date
from functools import cached_property, lru_cache
from itertools import groupby
from operator import attrgetter

from attrs import field, frozen

from tipdata.arguments import Basis
from tipdata.dates import PartialDate, add_days
from tipdata.load.edition import Edition
from tipdata.models.beside import is_contested
from tipdata.models.conventions import Cell, Country, Instrument
from tipdata.models.state import State
from tipdata.names import ById
from tipdata.queries.lookup import countries_of
from tipdata.state.bounds import Bounds
from tipdata.state.evidence import assess, entry_beside
from tipdata.state.timeline import StateInterval, can_last


@frozen
class Breakpoints:
    """The days on which something changes between a country and an instrument.

    Attributes:
        country: The country.
        instrument: The instrument.
        intervals: For each state of play that is ever possible, the days on which it is.
        entry_into_force: The day from which the instrument is in force for the country; None
            where the evidence leaves several days, or none.
        contested: Whether an erratum contradicts the printed cell.
        bounds: What the evidence allows, from which all this follows.
    """

    country: Country
    instrument: Instrument
    intervals: tuple[StateInterval, ...]
    entry_into_force: date | None
    contested: bool
    bounds: Bounds = field(repr=False)

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

    @cached_property
    def changing(self) -> tuple[PartialDate, ...]:
        """The years in which the state of play changes for certain, and the months of these.

        They are few: in a month or a year in which no interval begins, and none is over, what
        is possible on one day is so on all, and can last.
        """
        return tuple(self._changing())

    def _changing(self) -> Iterator[PartialDate]:
        for year, turns in groupby(sorted(self._turns()), key=attrgetter("year")):
            if self._changes_in(PartialDate(year)):  # as it does if it does in one of its months
                yield PartialDate(year)
                months = dict.fromkeys(PartialDate(year, day.month) for day in turns)
                yield from filter(self._changes_in, months)

    def _turns(self) -> Iterator[date]:
        """Yield the days on which an interval begins, and on which it is over."""
        for interval in self.intervals:
            yield interval.first
            if interval.last != date.max:
                yield add_days(interval.last, 1)

    def _changes_in(self, period: PartialDate) -> bool:
        return not can_last(self.bounds, self.instrument, period.earliest, period.latest)


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
        _breakpoints(ById(edition), ById(country), ById(instrument), basis)
        for country in countries
        for instrument in instruments
    )


@lru_cache(maxsize=4096)  # as many as are assessed
def _breakpoints(
    edition: ById[Edition], country: ById[Country], instrument: ById[Instrument], basis: Basis
) -> Breakpoints:
    assessment = assess(edition.value, country.value, instrument.value, basis)
    force = assessment.bounds.entry_into_force
    certain = not assessment.bounds.never and force.earliest == force.latest
    cells = (item for item in assessment.evidence if isinstance(item, Cell))
    return Breakpoints(
        country.value,
        instrument.value,
        assessment.intervals,
        entry_into_force=force.earliest if certain else None,
        contested=any(is_contested(cell, entry_beside(cell, edition.value)) for cell in cells),
        bounds=assessment.bounds,
    )
