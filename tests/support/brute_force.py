"""The state of play by enumeration: every concrete day that the evidence allows.

Written from the rules of status alone, and from nothing that the package computes.
"""

import calendar
from datetime import date, timedelta
from itertools import product

from tipdata import ActionKind, State


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
    return with_entry(existed, allowed(cell.ratification.entry_into_force), instrument, horizon)


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
    """Give the scenarios of the chart with a register entry, for each bound period.

    They are pairs of a day of consent or none and of entry into force or none, and apart from
    these, since each goes with each, the days of a denunciation's effect, or none.
    """
    shown = meant(cell, entry, closing)
    agrees = agree(cell, shown, closing)
    as_of = entry.as_of.earliest
    bound = bound_periods(entry)
    if not bound:
        denied = max(as_of, closing) if agrees else as_of
        later = [
            day for day in days(denied + timedelta(1), horizon) if adopted(day, cell.instrument)
        ]
        return [({(None, None)} | by_rule(later, cell.instrument, horizon), {None})]
    return [
        (
            consented(cell, acts, horizon, closing, beside=agrees and acts == shown),
            ended(acts, as_of, horizon, is_last=acts is bound[-1]),
        )
        for acts in bound
    ]


def bound_periods(entry):
    """Pair each consent that bound a state with the denunciation that ended that, or None."""
    found = []
    for act in entry.actions:
        if act.kind is ActionKind.DENUNCIATION:
            found[-1] = (found[-1][0], act)
        elif act.kind is not ActionKind.SIGNATURE and not (found and found[-1][1] is None):
            found.append((act, None))
    return found


def meant(cell, entry, closing):
    """Give the period that a cell is about: that of its year, or for a dash the standing one."""
    if cell.ratification is None:
        return standing(entry, closing)
    year = allowed(cell.ratification.date)
    fitting = [acts for acts in bound_periods(entry) if year & allowed(acts[0].date)]
    return fitting[-1] if fitting else None


def standing(entry, closing):
    """Give the period that had begun by a day, unless it had surely ended by then."""
    begun = [acts for acts in bound_periods(entry) if acts[0].date.earliest <= closing]
    if begun and begun[-1][1]:
        end = begun[-1][1]
        if end.effect and max(allowed(end.effect)) <= closing:
            return None
    return begun[-1] if begun else None


def agree(cell, shown, closing):
    """Tell whether a day of consent, or none, fits both the cell and the register."""
    if cell.ratification is None:
        return shown is None or any(day > closing for day in allowed(shown[0].date))
    return shown is not None and bool(allowed(cell.ratification.date) & allowed(shown[0].date))


def consented(cell, acts, horizon, closing, *, beside):
    """Give the consents of a period, with their entries into force."""
    consents, force = allowed(acts[0].date), allowed(acts[0].entry_into_force)
    if beside and cell.ratification is None:
        consents = {day for day in consents if day > closing}
    elif beside:
        year = allowed(cell.ratification.date)
        known = {day for day in year if adopted(day, cell.instrument)} or year
        consents = consents & known or consents
        entered = allowed(cell.ratification.entry_into_force)
        if entered:
            kept = {day for day in consents if rule(day, cell.instrument) in entered}
            consents = kept or consents
            force = force & entered or force if force else entered
    return with_entry(consents, force, cell.instrument, horizon)


def ended(acts, as_of, horizon, *, is_last):
    """Give the days on which a period can have ended, or None where it need not have."""
    notice = acts[1]
    if notice is None:
        return {None, *days(as_of + timedelta(1), horizon)} if is_last else {None}
    if notice.effect:
        return allowed(notice.effect)
    return {None, *days(notice.date.earliest, horizon)}


def state(day, instrument, consent, force):
    """Give the state of play of one scenario on one day, without a denunciation."""
    if not adopted(day, instrument):
        return State.NOT_RATIFIED
    if force and force <= day:
        return State.IN_FORCE
    return State.RATIFIED if consent and consent <= day else State.NOT_RATIFIED


def in_period(day, instrument, scenarios, ends):
    """Give the states of play that the scenarios of one period have on a day."""
    gone = {end is not None and end <= day and adopted(day, instrument) for end in ends}
    bound = {state(day, instrument, *pair) for pair in scenarios} if False in gone else set()
    return bound | ({State.NO_LONGER_BOUND} if True in gone else set())


def states(periods, instrument, first, last):
    """Give the states of play over all scenarios of all periods, and all days of a run.

    A state that is bound by one of its periods is bound; else one that has consented anew
    has ratified; else one that has withdrawn is no longer bound.
    """
    found = set()
    for day in days(first, last):
        each = [in_period(day, instrument, *period) for period in periods]
        for together in product(*each):
            found.add(
                State.IN_FORCE
                if State.IN_FORCE in together
                else State.RATIFIED
                if State.RATIFIED in together
                else State.NO_LONGER_BOUND
                if State.NO_LONGER_BOUND in together
                else State.NOT_RATIFIED
            )
    return frozenset(found)
