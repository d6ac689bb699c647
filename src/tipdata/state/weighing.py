"""The evidence together: what the chart and a register allow beside each other."""

from datetime import date

from attrs import evolve

from tipdata.dates import PartialDate, add_days
from tipdata.models.acts import Certainty
from tipdata.models.beside import shared_days, shown_period
from tipdata.models.conventions import Cell, Instrument
from tipdata.models.periods import BoundPeriod
from tipdata.models.register import Finding, RegisterEntry
from tipdata.models.state import Origin
from tipdata.state.bounds import (
    Bounds,
    DateBounds,
    consented,
    days_in,
    denounceable,
    derived,
    open_after,
    open_from,
    printed_bounds,
    stated,
)


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
        return _registered(entry, cell if entry.finding is Finding.AGREES else None, closing)
    if cell is not None:
        return printed_bounds(cell, closing)
    return open_from(instrument.adopted.earliest, instrument, Origin.DERIVED)


def _registered(entry: RegisterEntry, cell: Cell | None, closing: date) -> Bounds:
    """Return what an entry allows, with the cell that it agrees with beside it."""
    printed, known = cell.ratification if cell else None, entry.as_of.earliest
    shown = shown_period(printed, entry, closing) if printed else None
    periods = [
        _period(period, cell if printed is None or period == shown else None, closing)
        for period in entry.periods
    ]
    # A dash denies a further consent too; a year says nothing of a second one.
    denied = max(known, closing) if cell and printed is None else known
    afterwards = open_after(denied, entry.instrument, Origin.REGISTER)
    if cell and printed and shown is None:  # they agree, as the year lies after the as-of day
        periods.append(printed_bounds(cell, closing, denied=known))
    elif not periods:
        return afterwards
    elif periods[-1].denunciation_effect:
        periods[-1] = evolve(periods[-1], again=afterwards)
    else:
        # A register denies notices up to its as-of day; a chart, effects up to its closing date.
        notice = max(add_days(known, 1), periods[-1].consent.earliest)
        after = closing if cell else None
        periods[-1] = denounceable(periods[-1], entry.instrument, notice, after=after)
    *earlier, last = periods
    return evolve(last, earlier=tuple(earlier))


def _period(period: BoundPeriod, cell: Cell | None, closing: date) -> Bounds:
    """Return what is known of a bound period, with the cell that agrees with it if one does."""
    days, ends_after, ends_by = period.days, date.min, date.max
    printed = cell.ratification if cell else None
    if printed:  # then it bound the state when the chart closed
        days, ends_after = shared_days(printed, period), closing
    elif cell:  # then it did not: it began later, or was over
        later = [day for day in days if day > closing]
        days, ends_by = later or days, date.max if later else closing
    bounds = _begun(days, period, printed.entry_into_force if printed else None)
    return _ended(bounds, period, ends_after, ends_by)


def _begun(days: list[date], period: BoundPeriod, printed: PartialDate | None) -> Bounds:
    """Return the bounds of a state that consented on one of some days.

    Who continued, or may have continued, what had bound its predecessor, is bound from some
    day between its independence and the registration, or may be.
    """
    consent, instrument = DateBounds(days[0], days[-1], Origin.REGISTER), period.instrument
    read = stated(period.consent.entry_into_force, Origin.REGISTER)
    shown = stated(printed, Origin.PRINTED)
    force = _both(read, shown) if read and shown else read or shown
    runs = [run for day in days for run in period.bound_from(day)]
    begins = min(first for first, _ in runs)
    continuity = period.continuity
    if continuity is None:
        # No source's date can mean that it was bound before it consented, or anyone was.
        later = force and evolve(force, earliest=max(force.earliest, begins))
        return consented(consent, later, instrument)
    if force is None:
        is_sure = continuity.certainty is Certainty.CERTAIN
        rule = None if is_sure else derived(consent, instrument).rule
        force = DateBounds(date.min, None, Origin.DERIVED, rule)
    ends = [last for _, last in runs if last]
    latest = max(ends) if len(ends) == len(runs) else None
    if force.latest and (latest is None or force.latest < latest):
        latest = force.latest
    earliest = max(force.earliest, begins)
    return Bounds(consent, evolve(force, earliest=earliest, latest=latest), continued=continuity)


def _both(read: DateBounds, printed: DateBounds) -> DateBounds:
    """Return the days that a register and the print both allow."""
    days = [day for day in days_in(read) if printed.allows(day)]
    return evolve(read, earliest=days[0], latest=days[-1])


def _ended(bounds: Bounds, period: BoundPeriod, after: date, by: date) -> Bounds:
    """Add the end of a period after one day and by another, if one is known.

    It is as stated, or by the treaty's clause; nobody is no longer bound who never was.
    """
    clause, force = period.instrument.denunciation, bounds.entry_into_force
    effect, notice = period.effect, period.denunciation
    if effect is None or notice is None:
        return bounds
    first = max(effect[0], add_days(max(after, force.earliest), 1))
    last = min(effect[1] or date.max, by)
    if last < date.max:
        before = add_days(last, -1)
        force = evolve(force, latest=min(force.latest or before, before))
    by_clause = clause.article if clause and notice.effect is None else None
    origin = Origin.DERIVED if by_clause else Origin.REGISTER
    end = DateBounds(first, None if last == date.max else last, origin, by_clause)
    return evolve(bounds, entry_into_force=force, denunciation_effect=end, denounced=True)
