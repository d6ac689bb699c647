"""What the evidence allows: the days of a state's consent, and of its being bound."""

from collections.abc import Iterator
from datetime import date, timedelta

from attrs import evolve, frozen

from tipdata.dates import PartialDate, add_days
from tipdata.errors import check_type
from tipdata.models.acts import Continuity
from tipdata.models.conventions import Cell, Instrument
from tipdata.models.periods import consent_days
from tipdata.models.rules import articles, by_rule, first_effect
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
        consent: The days on which the state can have consented, also where no consent is known:
            then `never` is true.
        entry_into_force: The days from which the instrument can have been in force for it.
        never: Whether the state may never have consented.
        denunciation_effect: The days from which it can have been no longer bound, also where
            no denunciation is known; None where the evidence leaves none open.
        denounced: Whether a denunciation is known.
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
    denounced: bool = False

    @property
    def open_from(self) -> date | None:
        """The first day on which the state may be bound, or no longer be, and no evidence tells.

        Up to the day before, what is uncertain is only which day of a month or a year it was.

        Example:
            >>> import tipdata
            >>> tipdata.bounds("Denmark", "C182").open_from
            datetime.date(2021, 11, 19)
            >>> tipdata.bounds("Denmark", "C189").open_from
            datetime.date(2019, 4, 1)
        """
        gone = self.denunciation_effect
        days = [
            self.entry_into_force.earliest if self.never else None,
            gone.earliest if gone and gone.latest is None else None,
            self.again.open_from if self.again else None,
        ]
        return min((day for day in days if day), default=None)


def printed_bounds(cell: Cell, closing: date, denied: date = date.min) -> Bounds:
    """Return what the chart alone allows, and of that what lies after a day.

    A printed year allows every day of it on which the instrument existed; a printed entry
    into force keeps the days that the treaty's rule brings to it. Where it keeps none,
    both stand as printed. A dash denies consent through the closing date, and no longer;
    no cell knows of a denunciation that took effect after it.

    Args:
        cell: The cell.
        closing: The day on which the chart closed.
        denied: The last day of which a register denies any consent.
    """
    ratification, instrument = cell.ratification, cell.instrument
    if ratification is None:
        return open_after(max(closing, denied), instrument, Origin.PRINTED)
    days = consent_days(ratification.date, instrument)
    consent = DateBounds(days[0], days[-1], Origin.PRINTED)
    if consent.earliest <= denied:
        consent = evolve(consent, earliest=add_days(denied, 1), origin=Origin.REGISTER)
    force = stated(ratification.entry_into_force, Origin.PRINTED)
    bounds = consented(consent, force, instrument)
    return denounceable(bounds, instrument, bounds.consent.earliest, after=closing)


def denounceable(
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


def open_after(denied: date, instrument: Instrument, origin: Origin) -> Bounds:
    """Return the bounds of a state that has not consented through a day."""
    return open_from(add_days(denied, 1), instrument, origin)


def open_from(day: date, instrument: Instrument, origin: Origin) -> Bounds:
    """Return the bounds of a state that may have consented from a day on, or never."""
    consent = DateBounds(max(day, instrument.adopted.earliest), None, origin)
    bounds = Bounds(consent, derived(consent, instrument), never=True)
    return denounceable(bounds, instrument, consent.earliest, after=None)


def stated(date: PartialDate | None, origin: Origin) -> DateBounds | None:
    """Return the days that a stated date allows."""
    return None if date is None else DateBounds(date.earliest, date.latest, origin)


def consented(consent: DateBounds, stated: DateBounds | None, instrument: Instrument) -> Bounds:
    """Return the bounds of a state that consented on one of some days.

    A stated entry into force keeps the days of consent that the rule brings to it.
    """
    if stated is None:
        return Bounds(consent, derived(consent, instrument))
    # Day by day, for no rule of months has an inverse: 29, 30 and 31 January lead to one day.
    kept = [
        (day, force)
        for day in days_in(consent)
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


def derived(consent: DateBounds, instrument: Instrument) -> DateBounds:
    """Derive the entry into force from the days of consent; without a rule it stays open."""
    first, last = consent.earliest, consent.latest
    # A later consent never enters into force earlier, so that the ends lead to the ends.
    earliest = by_rule(first, instrument)
    if earliest is None:
        own = instrument.entry_into_force
        return DateBounds(max(first, own.earliest) if own else first, None, Origin.DERIVED)
    latest = None if last is None else by_rule(last, instrument)
    return DateBounds(earliest, latest, Origin.DERIVED, articles(first, last, instrument))


def days_in(bounds: DateBounds) -> Iterator[date]:
    """Yield the days from the first to the last, or the first alone where there is no last."""
    last = bounds.latest or bounds.earliest
    return (bounds.earliest + timedelta(days) for days in range((last - bounds.earliest).days + 1))
