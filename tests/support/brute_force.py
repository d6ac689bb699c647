"""The state of play by enumeration: every concrete day that the evidence allows.

Written from the rules of status alone, and from nothing that the package computes.
"""

import calendar
from datetime import date, timedelta
from itertools import product

from tipdata import Finding, State


def days(first, last):
    """Give every day of a run."""
    return [first + timedelta(n) for n in range((last - first).days + 1)]


def rule(consent, instrument):
    """Give the day of entry into force by the instrument's own rule, or None."""
    delay, own = instrument.delay, instrument.entry_into_force
    if delay is None or own is None:
        return None
    if delay.early_article and consent < own.earliest:
        return own.earliest
    year, month = consent.year, consent.month
    for _ in range(delay.months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    clamped = date(year, month, min(consent.day, calendar.monthrange(year, month)[1]))
    return max(clamped + timedelta(delay.days), own.earliest)


def printed(cell, closing, horizon):
    """Give the scenarios of the chart alone: pairs of consent and entry into force."""
    instrument = cell.instrument
    if cell.ratification is None:
        return {(None, None)} | by_rule(
            [day for day in days(closing + timedelta(1), horizon) if adopted(day, instrument)],
            instrument,
            horizon,
        )
    year = days(cell.ratification.date.earliest, cell.ratification.date.latest)
    existed = [day for day in year if adopted(day, instrument)] or year
    return with_entry(existed, allowed(cell.ratification.into_force), instrument, horizon)


def allowed(date):
    """Give the set of days that a date allows; None for no date."""
    return set(days(date.earliest, date.latest)) if date else None


def adopted(day, instrument):
    """Tell whether the instrument existed on a day."""
    return day >= instrument.adopted.earliest


def by_rule(consents, instrument, horizon):
    """Pair days of consent with the days that the rule gives, or with every later one."""
    own = instrument.entry_into_force
    scenarios = set()
    for consent in consents:
        force = rule(consent, instrument)
        if force is not None:
            scenarios.add((consent, force))
        else:
            first = max(consent, own.earliest) if own else consent
            scenarios |= {(consent, later) for later in days(first, horizon)} | {(consent, None)}
    return scenarios


def with_entry(consents, given, instrument, horizon):
    """Keep the days whose entry into force is a given one; none: both stand as given."""
    if given is None:
        return by_rule(consents, instrument, horizon)
    paired = {(day, rule(day, instrument)) for day in consents}
    return {pair for pair in paired if pair[1] in given} or set(product(consents, given))


def registered(cell, entry, closing, horizon):
    """Give the scenarios of the chart with a register entry, and the days of a withdrawal."""
    before = printed(cell, closing, horizon)
    if entry.finding is Finding.NOT_READ:
        return before, {None}
    year = cell.ratification and allowed(cell.ratification.date)
    agrees = bool(year & allowed(entry.date)) if year and entry.date else not (year or entry.date)
    said = entry.date or entry.later_consent
    as_of = entry.as_of.earliest
    if said is None:
        denied = max(as_of, closing) if agrees else as_of
        later = [
            day for day in days(denied + timedelta(1), horizon) if adopted(day, cell.instrument)
        ]
        return {(None, None)} | by_rule(later, cell.instrument, horizon), {None}
    consents, force = allowed(said), allowed(entry.in_force)
    if agrees and year:
        known = {day for day in year if adopted(day, cell.instrument)} or year
        consents = consents & known or consents
        entered = allowed(cell.ratification.into_force)
        if entered:
            kept = {day for day in consents if rule(day, cell.instrument) in entered}
            consents = kept or consents
            force = force & entered or force if force else entered
    gone = {None, *days(as_of + timedelta(1), horizon)}
    if entry.withdrawal:
        gone = set(days(entry.withdrawal.earliest, entry.withdrawal.latest))
    return with_entry(consents, force, cell.instrument, horizon), gone


def state(day, instrument, consent, force):
    """Give the state of play of one scenario on one day, without a withdrawal."""
    if not adopted(day, instrument):
        return State.NOT_RATIFIED
    if force and force <= day:
        return State.IN_FORCE
    return State.RATIFIED if consent and consent <= day else State.NOT_RATIFIED


def states(scenarios, gone, instrument, first, last):
    """Give the states of play over all scenarios, all withdrawals and all days of a run."""
    found = set()
    for day in days(first, last):
        withdrawn = {end is not None and end <= day and adopted(day, instrument) for end in gone}
        if True in withdrawn:
            found.add(State.NO_LONGER_BOUND)
        if False in withdrawn:
            found |= {state(day, instrument, *scenario) for scenario in scenarios}
    return frozenset(found)
