"""What the evidence allows: the days of a state's consent, and of its being bound."""

from collections.abc import Iterator
from datetime import date, timedelta

from attrs import evolve, frozen

from tipdata.dates import PartialDate, add_days
from tipdata.errors import check_type
from tipdata.models.beside import shared_days, shown_period
from tipdata.models.conventions import Cell, Instrument
from tipdata.models.register import (
    BoundPeriod,
    Certainty,
    Continuity,
    Finding,
    RegisterEntry,
)
from tipdata.models.rules import articles, by_rule, effect_of, first_effect
from tipdata.models.state import Origin


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
        again: For a state that withdrew: the bounds of a new consent that nothing denies.
        continued: That the state continued, or may have, what had bound its predecessor: then
            no months ran from its consent.
    """

    consent: DateBounds
    entry_into_force: DateBounds
    never: bool = False
    denunciation_effect: DateBounds | None = None
    earlier: "tuple[Bounds, ...]" = ()
    again: "Bounds | None" = None
    continued: Continuity | None = None


def printed_bounds(cell: Cell, closing: date) -> Bounds:
    """Return what the chart alone allows.

    A printed year allows every day of it on which the instrument existed; a printed entry
    into force keeps the days that the treaty's rule brings to it. Where it keeps none,
    both stand as printed. A dash denies consent through the closing date, and no longer;
    no cell knows of a denunciation that took effect after it.
    """
    ratification, instrument = cell.ratification, cell.instrument
    if ratification is None:
        return _open_after(closing, instrument, Origin.PRINTED)
    first, last = ratification.date.earliest, ratification.date.latest
    # A year that ends before the adoption is a misprint: it stands, and an erratum says so.
    if instrument.adopted.earliest <= last:
        first = max(first, instrument.adopted.earliest)
    force = _stated(ratification.entry_into_force, Origin.PRINTED)
    bounds = _consented(DateBounds(first, last, Origin.PRINTED), force, instrument)
    return _denounceable(bounds, instrument, bounds.consent.earliest, after=closing)


def weigh(
    cell: Cell | None, entry: RegisterEntry | None, instrument: Instrument, closing: date
) -> Bounds:
    """Weigh a cell of the chart and an entry of a register, of which either may be missing.

    An entry that agrees keeps what both allow; one that disagrees replaces the print.
    After its as-of day everything later is open: a consent, where it knows of none or of
    a denunciation; else a denunciation, by the treaty's clause. Where neither says anything,
    everything is open.
    """
    if entry is not None:
        return _registered(entry, cell, closing)
    if cell is not None:
        return printed_bounds(cell, closing)
    return _open_from(instrument.adopted.earliest, instrument, Origin.DERIVED)


def _registered(entry: RegisterEntry, cell: Cell | None, closing: date) -> Bounds:
    """Return what an entry allows, with the cell that it agrees with beside it."""
    agrees, known = entry.finding is Finding.AGREES, entry.as_of.earliest
    if not entry.periods:
        denied = max(known, closing) if agrees else known
        return _open_after(denied, entry.instrument, Origin.REGISTER)
    shown = shown_period(cell, entry, closing) if cell and agrees else None
    *earlier, last = (
        _period(period, entry, cell if period == shown else None, closing)
        for period in entry.periods
    )
    # The source denies a notice of denunciation up to its as-of day, and nothing later.
    if last.denunciation_effect is None:
        notice = max(add_days(known, 1), last.consent.earliest)
        # A printed year denies effects up to the day on which the chart closed, too.
        last = _denounceable(last, entry.instrument, notice, after=closing if shown else None)
    else:
        last = evolve(last, again=_open_after(known, entry.instrument, Origin.REGISTER))
    return evolve(last, earlier=tuple(earlier))


def _period(period: BoundPeriod, entry: RegisterEntry, cell: Cell | None, closing: date) -> Bounds:
    """Return what is known of a bound period, with the cell that agrees with it if one does."""
    consent = _days_of(period.consent.date, Origin.REGISTER)
    force = _stated(period.consent.entry_into_force, Origin.REGISTER)
    if cell and cell.ratification is None:  # what lies before the chart closed, a dash denies
        consent = evolve(consent, earliest=max(consent.earliest, add_days(closing, 1)))
    elif cell and cell.ratification:
        shared = list(shared_days(cell.ratification, period.consent))
        consent = evolve(consent, earliest=shared[0], latest=shared[-1])
        stated = _stated(cell.ratification.entry_into_force, Origin.PRINTED)
        force = _both(force, stated) if force and stated else force or stated
    bounds = _consented(consent, force, entry.instrument)
    if entry.continuity and period == entry.periods[0]:
        bounds = _continued(bounds, entry.continuity, entry.instrument)
    return _ended(bounds, period, entry.instrument)


def _continued(bounds: Bounds, continuity: Continuity, instrument: Instrument) -> Bounds:
    """Let the state be bound from some day between its independence and the registration.

    Where it is not certain that it continued to be bound, what the rule gives is possible too.
    """
    force, own = bounds.entry_into_force, instrument.entry_into_force
    first = own.earliest if own else instrument.adopted.earliest
    if continuity.independent:
        first = max(first, continuity.independent.earliest)
    registered = bounds.consent.latest or bounds.consent.earliest
    if continuity.certainty is Certainty.CERTAIN:
        if force.origin is Origin.REGISTER:  # the day is stated
            return bounds
        days = DateBounds(min(first, registered), registered, Origin.REGISTER)
    else:
        days = evolve(force, earliest=min(first, registered))
    return evolve(bounds, entry_into_force=days, continued=continuity)


def _ended(bounds: Bounds, period: BoundPeriod, instrument: Instrument) -> Bounds:
    """Add the end of a period, if one is known: as stated, or by the treaty's clause."""
    notice = period.denunciation
    if notice is None:
        return bounds
    effect, clause = _stated(notice.effect, Origin.REGISTER), instrument.denunciation
    if effect is None and clause is None:
        effect = DateBounds(notice.date.earliest, None, Origin.REGISTER)
    elif effect is None and clause is not None:
        first = effect_of(notice.date.earliest, clause)
        last = effect_of(notice.date.latest, clause)
        effect = DateBounds(first, last, Origin.DERIVED, clause.article)
    return evolve(bounds, denunciation_effect=effect)


def _denounceable(
    bounds: Bounds, instrument: Instrument, given_from: date, *, after: date | None
) -> Bounds:
    """Add the days from which a denunciation that nothing excludes can have had effect."""
    clause, force = instrument.denunciation, bounds.entry_into_force.earliest
    after = force if after is None else max(after, force)
    first = first_effect(clause, given_from=given_from, after=after)
    if first is None:
        return bounds
    article = clause.article if clause else None
    return evolve(bounds, denunciation_effect=DateBounds(first, None, Origin.DERIVED, article))


def _open_after(denied: date, instrument: Instrument, origin: Origin) -> Bounds:
    """Return the bounds of a state that has not consented through a day."""
    return _open_from(add_days(denied, 1), instrument, origin)


def _open_from(day: date, instrument: Instrument, origin: Origin) -> Bounds:
    """Return the bounds of a state that may have consented from a day on, or never."""
    consent = DateBounds(max(day, instrument.adopted.earliest), None, origin)
    bounds = Bounds(consent, _by_rule(consent, instrument), never=True)
    return _denounceable(bounds, instrument, consent.earliest, after=None)


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
