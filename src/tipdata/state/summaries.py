"""Summaries of the state of play: by year, by period, by instrument."""

from collections.abc import Iterator
from datetime import date
from itertools import product

from attrs import field, frozen

from tipdata.arguments import At, Basis, Day, check_basis, read_day
from tipdata.dates import PartialDate
from tipdata.errors import check_type
from tipdata.load.edition import Edition
from tipdata.models.conventions import Country, Instrument
from tipdata.models.record import REFERENCE
from tipdata.models.state import State
from tipdata.queries.lookup import (
    countries_of,
    edition_or_default,
    find_instrument,
    instruments_of,
)
from tipdata.state.answer import Status
from tipdata.state.bounds import DateBounds
from tipdata.state.evidence import assess
from tipdata.state.status import protocol_status
from tipdata.tables.records import Records


@frozen
class StatusCount:
    """How many countries an instrument bound on a day.

    Attributes:
        instrument: The instrument.
        on: The day.
        certain: How many it certainly bound.
        possible: How many it certainly or possibly bound.
        open: Of how many countries the evidence is silent on that day: they may have joined or
            withdrawn (`Bounds.open_from`). Without them a count would seem to fall.
        contested: Of how many countries an erratum contradicts the printed cell.
        countries: How many countries the basis speaks of.
    """

    instrument: Instrument = field(metadata=REFERENCE, repr=str)
    on: PartialDate
    certain: int
    possible: int
    open: int
    contested: int
    countries: int


@frozen
class EntryIntoForce:
    """An instrument that enters into force for a country.

    Attributes:
        country: The country.
        instrument: The instrument.
        entry_into_force: The days from which it can have been in force.
        certain: Whether it certainly entered into force in the period.
    """

    country: Country = field(metadata=REFERENCE, repr=str)
    instrument: Instrument = field(metadata=REFERENCE, repr=str)
    entry_into_force: DateBounds = field(repr=str)
    certain: bool


def status_counts(
    *,
    start: int,
    end: int,
    instrument: str | Instrument | None = None,
    basis: Basis = "printed",
    edition: Edition | None = None,
) -> Records[StatusCount]:
    """Count the countries that each instrument bound at the end of each year.

    Args:
        start: The first year.
        end: The last year.
        instrument: Only this instrument.
        basis: What the statuses rest on, as in `status`.
        edition: By default that of 2018.

    Raises:
        NotFoundError: If the basis speaks of no such instrument.
        ChoiceError: If there is no such basis.
        DateError: If a year is outside 1 to 9999.
        TypeError: If an argument is of a wrong type.

    Example:
        >>> import tipdata
        >>> tipdata.status_counts(start=2001, end=2003, instrument="C182")
        3 status counts
        instrument  on          certain  possible  open  contested  countries
        C182        2001-12-31  6        6         0     0          16
        C182        2002-12-31  9        9         0     0          16
        C182        2003-12-31  12       12        0     0          16
    """
    check_type("start", start, int)
    check_type("end", end, int)
    edition, basis = edition_or_default(edition), check_basis(basis)
    columns = instruments_of(edition, basis)
    if instrument is not None:
        columns = (find_instrument(instrument, edition, basis),)
    return Records(
        (
            _count(column, PartialDate(year, 12, 31), basis, edition)
            for column in columns
            for year in range(start, end + 1)
        ),
        StatusCount,
    )


def entries_into_force(
    during: Day, *, basis: Basis = "printed", edition: Edition | None = None
) -> Records[EntryIntoForce]:
    """Return what entered into force for countries of the basis in a period, or may have.

    Args:
        during: A day, a month or a year, as in `status`.
        basis: What the statuses rest on, as in `status`.
        edition: By default that of 2018.

    Raises:
        ChoiceError: If there is no such basis.
        DateError: If `during` can't be read as a date.
        TypeError: If an argument is of a wrong type.

    Example:
        >>> import tipdata
        >>> tipdata.entries_into_force("2018-06")
        5 entries into force
        country  instrument  entry_into_force  certain
        Denmark  P029        2018-06-14        True
        Iceland  P029        2018-06-14        True
        India    C182        2018-06-13        True
        Jamaica  P029        2018-06-13        True
        Sweden   P029        2018-06-14        True
    """
    edition, basis = edition_or_default(edition), check_basis(basis)
    period = read_day("during", during)
    return Records(_entries(period, basis, edition), EntryIntoForce)


def not_ratified(
    instrument: str | Instrument,
    *,
    on: Day | None = None,
    at: At = "whole",
    basis: Basis = "printed",
    edition: Edition | None = None,
) -> Records[Status]:
    """Return the countries that have not ratified an instrument on a day.

    The arguments and errors are those of `status`.

    Returns:
        Their statuses: those of countries that certainly have not (`state` is
        `State.NOT_RATIFIED`) and of those that possibly have not (`State.UNCERTAIN`).

    Example:
        >>> import tipdata
        >>> [str(status.country) for status in tipdata.not_ratified("C105")]
        ['Japan']
    """
    statuses = protocol_status(instrument, on=on, at=at, basis=basis, edition=edition)
    return statuses.where(lambda status: State.NOT_RATIFIED in status.possible)


def _count(instrument: Instrument, on: PartialDate, basis: Basis, edition: Edition) -> StatusCount:
    statuses = protocol_status(instrument, on=on, basis=basis, edition=edition)
    bound = [status for status in statuses if State.IN_FORCE in status.possible]
    opened = [status.bounds.open_from for status in statuses]
    return StatusCount(
        instrument,
        on,
        certain=sum(status.certain for status in bound),
        possible=len(bound),
        open=sum(day is not None and day <= on.latest for day in opened),
        contested=sum(status.contested for status in statuses),
        countries=len(statuses),
    )


def _entries(period: PartialDate, basis: Basis, edition: Edition) -> Iterator[EntryIntoForce]:
    first, last = period.earliest, period.latest
    pairs = product(countries_of(edition, basis), instruments_of(edition, basis))
    for country, instrument in pairs:
        latest = assess(edition, country, instrument, basis).bounds
        # A state that was bound, withdrew and consented again entered into it several times.
        for bounds in (*latest.earlier, latest):
            days = bounds.entry_into_force
            end = days.latest or date.max
            if days.earliest <= last and first <= end:
                certain = not bounds.never and first <= days.earliest and end <= last
                yield EntryIntoForce(country, instrument, days, certain)
