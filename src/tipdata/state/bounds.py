"""What the evidence allows: the days of a state's consent, and of its being bound."""

from collections.abc import Iterator
from datetime import date, timedelta

from attrs import evolve, frozen

from tipdata.dates import PartialDate, add_days
from tipdata.errors import check_type
from tipdata.models.conventions import Cell, Instrument
from tipdata.models.register import BoundPeriod, Finding, RegisterEntry, shown_period
from tipdata.models.state import Origin
from tipdata.state.rules import articles, by_rule


@frozen
class DateBounds:
    """The days on which something can have happened, both ends included.

    Attributes:
        earliest: The first of them.
        latest: The last of them; None: any later day is possible.
        origin: Whether these days are printed, derived, or from a register.
        rule: The article of the treaty by which these days are derived, or None.
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
        entry_into_force: The days from which the instrument can have been in force for it.
        never: Whether the state may not have consented at all.
        denunciation_effect: The days from which it can have been no longer bound; None where
            the evidence knows of no denunciation and leaves none open.
        earlier: The bounds of the periods before, for a state that was bound, withdrew, and
            consented again.
    """

    consent: DateBounds
    entry_into_force: DateBounds
    never: bool = False
    denunciation_effect: DateBounds | None = None
    earlier: "tuple[Bounds, ...]" = ()


def printed_bounds(cell: Cell, closing: date) -> Bounds:
    """Weigh what the chart alone allows.

    A printed year allows every day of it on which the instrument existed; a printed entry
    into force keeps the days that the treaty's rule brings to it. Where it keeps none,
    both stand as printed. A dash denies consent through the closing date, and no longer.
    """
    ratification, instrument = cell.ratification, cell.instrument
    if ratification is None:
        return _open_after(closing, instrument, Origin.PRINTED)
    first, last = ratification.date.earliest, ratification.date.latest
    # A year that ends before the adoption is a misprint: it stands, and an erratum says so.
    if instrument.adopted.earliest <= last:
        first = max(first, instrument.adopted.earliest)
    force = _stated(ratification.entry_into_force, Origin.PRINTED)
    return _consented(DateBounds(first, last, Origin.PRINTED), force, instrument)


def weigh(
    cell: Cell | None, entry: RegisterEntry | None, instrument: Instrument, closing: date
) -> Bounds:
    """Weigh a cell of the chart and an entry of a register, of which either may be missing.

    An entry that agrees keeps what both allow; one that disagrees replaces the print.
    After its as-of day everything later is open: a consent, where it knows of none; else
    a denunciation. Where neither says anything, everything is open.
    """
    if entry is not None:
        return _registered(entry, cell, closing)
    if cell is not None:
        return printed_bounds(cell, closing)
    consent = DateBounds(instrument.adopted.earliest, None, Origin.DERIVED)
    return Bounds(consent, _by_rule(consent, instrument), never=True)


def _registered(entry: RegisterEntry, cell: Cell | None, closing: date) -> Bounds:
    """Weigh what an entry allows, with the cell that it agrees with beside it."""
    agrees = entry.finding is Finding.AGREES
    known = entry.as_of.earliest
    if not entry.periods:
        denied = max(known, closing) if agrees else known
        return _open_after(denied, entry.instrument, Origin.REGISTER)
    shown = shown_period(cell, entry, closing) if cell and agrees else None
    *earlier, last = (
        _period(period, entry.instrument)
        if cell is None or period != shown
        else _period_of_cell(period, cell, closing)
        for period in entry.periods
    )
    # The source denies a denunciation in effect up to its as-of day, and nothing later.
    if last.denunciation_effect is None:
        first = max(add_days(known, 1), last.consent.earliest)
        later = DateBounds(first, None, Origin.REGISTER)
        last = evolve(last, denunciation_effect=later)
    return evolve(last, earlier=tuple(earlier))


def _period(period: BoundPeriod, instrument: Instrument) -> Bounds:
    """Weigh what a register knows of a period."""
    consent = _days_of(period.consent.date, Origin.REGISTER)
    force = _stated(period.consent.entry_into_force, Origin.REGISTER)
    return _ended(_consented(consent, force, instrument), period)


def _period_of_cell(period: BoundPeriod, cell: Cell, closing: date) -> Bounds:
    """Narrow what a register knows of a period by the cell that agrees with it."""
    consent = _days_of(period.consent.date, Origin.REGISTER)
    force = _stated(period.consent.entry_into_force, Origin.REGISTER)
    if cell.ratification is None:  # what lies before the chart closed, the dash denies
        consent = evolve(consent, earliest=max(consent.earliest, add_days(closing, 1)))
    else:
        consent = _both(consent, printed_bounds(cell, closing).consent)
        stated = _stated(cell.ratification.entry_into_force, Origin.PRINTED)
        force = _both(force, stated) if force and stated else force or stated
    return _ended(_consented(consent, force, cell.instrument), period)


def _ended(bounds: Bounds, period: BoundPeriod) -> Bounds:
    """Add the end of a period, if one is known; without a stated effect, it follows the notice."""
    if period.denunciation is None:
        return bounds
    effect = _stated(period.denunciation.effect, Origin.REGISTER)
    # A treaty's own clause puts the effect some time after the notice (Vienna Convention,
    # art. 54 and 56), so that it is never before it.
    notice = period.denunciation.date.earliest
    return evolve(bounds, denunciation_effect=effect or DateBounds(notice, None, Origin.REGISTER))


def _open_after(denied: date, instrument: Instrument, origin: Origin) -> Bounds:
    """Return the bounds of a state that has not consented through a day."""
    first = max(add_days(denied, 1), instrument.adopted.earliest)
    consent = DateBounds(first, None, origin)
    return Bounds(consent, _by_rule(consent, instrument), never=True)


def _days_of(date: PartialDate, origin: Origin) -> DateBounds:
    """Return the days that a date allows."""
    return DateBounds(date.earliest, date.latest, origin)


def _stated(date: PartialDate | None, origin: Origin) -> DateBounds | None:
    """Return the days that a stated date allows."""
    return None if date is None else _days_of(date, origin)


def _both(read: DateBounds, printed: DateBounds) -> DateBounds:
    """Return the days that a register and the print both allow; without any, the register's."""
    # An entry cites its source, and the chart cites none: where they clash, the entry stands.
    days = [day for day in _days(read) if printed.allows(day)]
    return evolve(read, earliest=days[0], latest=days[-1]) if days else read


def _consented(consent: DateBounds, stated: DateBounds | None, instrument: Instrument) -> Bounds:
    """Return the bounds of a state that consented on one of some days.

    A stated entry into force keeps the days of consent that the rule brings to it.
    """
    if stated is None:
        return Bounds(consent, _by_rule(consent, instrument))
    # Day by day, for no rule of months has an inverse: 29, 30 and 31 January lead to one day.
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
    """Return the days that a rule leaves of some; they are derived if it leaves out any."""
    if (first, last) == (bounds.earliest, bounds.latest):
        return bounds
    return DateBounds(first, last, Origin.DERIVED, rule)


def _by_rule(consent: DateBounds, instrument: Instrument) -> DateBounds:
    """Derive the entry into force from the days of consent; without a rule it stays open."""
    first, last = consent.earliest, consent.latest
    # A later consent never enters into force earlier, so that the ends lead to the ends.
    earliest = by_rule(first, instrument)
    if earliest is None:
        own = instrument.entry_into_force
        return DateBounds(max(first, own.earliest) if own else first, None, Origin.DERIVED)
    latest = None if last is None else by_rule(last, instrument)
    return DateBounds(earliest, latest, Origin.DERIVED, articles(first, last, instrument))


def _days(bounds: DateBounds) -> Iterator[date]:
    last = bounds.latest or bounds.earliest
    return (bounds.earliest + timedelta(days) for days in range((last - bounds.earliest).days + 1))
