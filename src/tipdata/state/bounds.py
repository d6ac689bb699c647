"""What the evidence allows: the days of a state's consent, and of its being bound."""

from collections.abc import Iterator
from datetime import date, timedelta

from attrs import evolve, frozen

from tipdata.dates import PartialDate, add_days, check_type
from tipdata.models.conventions import Cell, Instrument
from tipdata.models.register import Finding, RegisterEntry
from tipdata.models.state import Origin
from tipdata.state.rules import articles, by_rule


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

    def allows(self, day: date) -> bool:
        """Tell whether it can have happened on a day; of a `datetime`, on its date.

        Raises:
            TypeError: If `day` is no `date`.

        Example:
            >>> from datetime import date
            >>> import tipdata
            >>> tipdata.bounds("Brazil", "C182").consent.allows(date(2000, 2, 29))
            True
        """
        check_type("day", day, date)
        day = date(day.year, day.month, day.day)
        return self.earliest <= day <= (self.latest or day)

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
    force = _stated(ratification.into_force, Origin.PRINTED)
    return _consented(DateBounds(first, last, Origin.PRINTED), force, instrument)


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
    consent = DateBounds(consented.earliest, consented.latest, Origin.REGISTER)
    force = _stated(entry.in_force, Origin.REGISTER)
    if agrees and cell.ratification:
        consent = _both(consent, printed.consent)
        stated = _stated(cell.ratification.into_force, Origin.PRINTED)
        force = _both(force, stated) if force and stated else force or stated
    return evolve(_consented(consent, force, cell.instrument), withdrawal=_withdrawal(entry))


def _open_after(denied: date, instrument: Instrument, origin: Origin) -> Bounds:
    """Give the bounds of a state that has not consented through a day."""
    first = max(add_days(denied, 1), instrument.adopted.earliest)
    consent = DateBounds(first, None, origin)
    return Bounds(consent, _by_rule(consent, instrument), never=True)


def _stated(date: PartialDate | None, origin: Origin) -> DateBounds | None:
    """Give the days that a stated date allows."""
    return None if date is None else DateBounds(date.earliest, date.latest, origin)


def _both(read: DateBounds, printed: DateBounds) -> DateBounds:
    """Give the days that a register and the print both allow; without any, the register's."""
    days = [day for day in _days(read) if printed.allows(day)]
    return evolve(read, earliest=days[0], latest=days[-1]) if days else read


def _consented(consent: DateBounds, stated: DateBounds | None, instrument: Instrument) -> Bounds:
    """Give the bounds of a state that consented on one of some days.

    A stated entry into force keeps the days of consent that the rule brings to it.
    """
    if stated is None:
        return Bounds(consent, _by_rule(consent, instrument))
    kept = [
        (day, force)
        for day in _days(consent)
        if (force := by_rule(day, instrument)) and stated.allows(force)
    ]
    if not kept:
        return Bounds(consent, stated)
    (first, first_force), (last, last_force) = kept[0], kept[-1]
    rule = articles(first, last, instrument)
    return Bounds(
        _narrowed(consent, first, last, rule), _narrowed(stated, first_force, last_force, rule)
    )


def _narrowed(bounds: DateBounds, first: date, last: date, rule: str | None) -> DateBounds:
    """Give the days that a rule leaves of some; they are derived if it leaves out any."""
    if (first, last) == (bounds.earliest, bounds.latest):
        return bounds
    return DateBounds(first, last, Origin.DERIVED, rule)


def _by_rule(consent: DateBounds, instrument: Instrument) -> DateBounds:
    """Derive the entry into force from the days of consent; without a rule it stays open."""
    first, last = consent.earliest, consent.latest
    earliest = by_rule(first, instrument)
    if earliest is None:
        own = instrument.entry_into_force
        return DateBounds(max(first, own.earliest) if own else first, None, Origin.DERIVED)
    latest = None if last is None else by_rule(last, instrument)
    return DateBounds(earliest, latest, Origin.DERIVED, articles(first, last, instrument))


def _withdrawal(entry: RegisterEntry) -> DateBounds:
    """Give the days of a withdrawal; one that was not read is open after the as-of date."""
    stated = _stated(entry.withdrawal, Origin.REGISTER)
    return stated or DateBounds(add_days(entry.as_of.earliest, 1), None, Origin.REGISTER)


def _days(bounds: DateBounds) -> Iterator[date]:
    last = bounds.latest or bounds.earliest
    return (bounds.earliest + timedelta(days) for days in range((last - bounds.earliest).days + 1))
