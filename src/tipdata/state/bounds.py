"""What the evidence allows: the days of a state's consent, and of its being bound."""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import Enum

from attrs import evolve, frozen

from tipdata.dates import PartialDate, add_days
from tipdata.models.conventions import Cell, Instrument
from tipdata.models.register import Finding, RegisterEntry
from tipdata.state.rules import by_rule


class Origin(Enum):
    """Where a bound comes from."""

    PRINTED = "printed"
    DERIVED = "derived"
    REGISTER = "register"


@frozen
class DateBounds:
    """The days on which something can have happened, both ends included.

    Attributes:
        earliest: The first of them.
        latest: The last of them; None: any later day is possible.
        origin: Whether they are printed, derived, or from a register.
        rule: The article of the treaty by which they are derived, or None.
    """

    earliest: date
    latest: date | None
    origin: Origin
    rule: str | None = None

    def __str__(self) -> str:
        if self.earliest == self.latest:
            return str(self.earliest)
        return f"{self.earliest}/{self.latest or '..'}"


@frozen
class Bounds:
    """What the evidence allows for a country and an instrument.

    Attributes:
        consent: The days on which the state can have consented.
        in_force: The days from which the instrument can have been in force for it.
        never: Whether it may not have consented at all.
        withdrawal: The days from which it can have been no longer bound; None where the
            evidence knows of no withdrawal and leaves none open.
    """

    consent: DateBounds
    in_force: DateBounds
    never: bool = False
    withdrawal: DateBounds | None = None


def printed_bounds(cell: Cell, closing: date) -> Bounds:
    """Give what the chart alone allows.

    A printed year allows every day of it on which the instrument existed; a printed entry
    into force keeps the days that the treaty's rule brings to it. Where it keeps none,
    both stand as printed. A dash denies consent through the closing date, and no longer.
    """
    ratification, instrument = cell.ratification, cell.instrument
    if ratification is None:
        return _open_after(closing, instrument, Origin.PRINTED)
    first, last = ratification.date.earliest, ratification.date.latest
    if instrument.adopted.earliest <= last:
        first = max(first, instrument.adopted.earliest)
    return _consented(first, last, ratification.into_force, instrument, Origin.PRINTED)


def register_bounds(cell: Cell, entry: RegisterEntry, closing: date) -> Bounds:
    """Give what the chart allows with the second layer beside it.

    An entry that agrees keeps what both allow; one that disagrees replaces the print.
    After its as-of date everything later is open: a consent, where it knows of none; else
    a withdrawal.
    """
    printed = printed_bounds(cell, closing)
    agrees = entry.finding is Finding.AGREES
    consented = entry.date or entry.later_consent
    if consented is None:
        denied = max(entry.as_of.earliest, closing) if agrees else entry.as_of.earliest
        return _open_after(denied, cell.instrument, Origin.REGISTER)
    first, last = consented.earliest, consented.latest
    if agrees:
        both = max(first, printed.consent.earliest), min(last, printed.consent.latest or last)
        first, last = both if both[0] <= both[1] else (first, last)
    return evolve(
        _consented(first, last, entry.in_force, cell.instrument, Origin.REGISTER),
        withdrawal=_withdrawal(entry),
    )


def _open_after(denied: date, instrument: Instrument, origin: Origin) -> Bounds:
    """Give the bounds of a state that has not consented through a day."""
    first = max(add_days(denied, 1), instrument.adopted.earliest)
    return Bounds(DateBounds(first, None, origin), _by_rule(first, None, instrument), never=True)


def _consented(
    first: date, last: date, into_force: PartialDate | None, instrument: Instrument, origin: Origin
) -> Bounds:
    """Give the bounds of a state that consented on one of some days."""
    if into_force is None:
        return Bounds(DateBounds(first, last, origin), _by_rule(first, last, instrument))
    kept = [
        (day, force)
        for day in _days(first, last)
        if (force := by_rule(day, instrument)) and into_force.allows(force)
    ]
    if not kept:
        printed = DateBounds(into_force.earliest, into_force.latest, origin)
        return Bounds(DateBounds(first, last, origin), printed)
    (day, force), (last_day, last_force) = kept[0], kept[-1]
    consent = DateBounds(day, last_day, origin)
    if (day, last_day) != (first, last):
        consent = DateBounds(day, last_day, Origin.DERIVED, _article(instrument))
    return Bounds(consent, DateBounds(force, last_force, origin))


def _by_rule(first: date, last: date | None, instrument: Instrument) -> DateBounds:
    """Derive the entry into force from the days of consent; without a rule it stays open."""
    earliest = by_rule(first, instrument)
    if earliest is None:
        own = instrument.entry_into_force
        return DateBounds(max(first, own.earliest) if own else first, None, Origin.DERIVED)
    latest = None if last is None else by_rule(last, instrument)
    return DateBounds(earliest, latest, Origin.DERIVED, _article(instrument))


def _withdrawal(entry: RegisterEntry) -> DateBounds:
    """Give the days of a withdrawal; one that was not read is open after the as-of date."""
    if entry.withdrawal is None:
        return DateBounds(add_days(entry.as_of.earliest, 1), None, Origin.REGISTER)
    return DateBounds(entry.withdrawal.earliest, entry.withdrawal.latest, Origin.REGISTER)


def _article(instrument: Instrument) -> str | None:
    return instrument.delay.article if instrument.delay else None


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days) for days in range((last - first).days + 1))
