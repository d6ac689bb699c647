"""The state of play by enumeration: every scenario that the evidence allows.

Written from what the design says of status, and from nothing that the package computes.
A bound period is a day of consent, the day from which it binds, and the day on which a
denunciation takes effect. A history is a run of them, and evidence a set of histories.
"""

import calendar
from datetime import date, timedelta
from functools import cache, reduce
from itertools import accumulate, product
from operator import or_
from typing import NamedTuple

from tipdata import ActionKind, State
from tipdata.models.acts import Certainty

NEVER = date.max
DAY = timedelta(1)
STRONGEST_FIRST = (State.IN_FORCE, State.RATIFIED, State.NO_LONGER_BOUND, State.NOT_RATIFIED)


class Bound(NamedTuple):
    """A bound period; a day that never comes is NEVER."""

    consent: date
    force: date
    gone: date | None  # None: whenever the clause allows a denunciation, or never

    def runs(self):
        """Give the first and the last day of each state, in which it may have none."""
        return {
            State.NOT_RATIFIED: (date.min, min(self.consent, self.force) - DAY),
            State.RATIFIED: (self.consent, min(self.force, self.gone) - DAY),
            State.IN_FORCE: (self.force, self.gone - DAY),
            State.NO_LONGER_BOUND: (self.gone, NEVER - DAY),
        }


NONE = Bound(NEVER, NEVER, NEVER)


# The treaties' clauses


def days(first, last):
    """Give every day of a run."""
    return [first + timedelta(n) for n in range((last - first).days + 1)]


def days_of(date):
    """Give every day that a partial date allows."""
    return days(date.earliest, date.latest)


@cache
def plus(day, months):
    """Give the day so many months later; a month that is too short ends with its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def rule(consent, instrument):
    """Give the day of entry into force by the instrument's own rule, or None."""
    delay, own = instrument.delay, instrument.entry_into_force
    if delay is None or own is None:
        return None
    if delay.early_article:
        last_early = delay.early_until.latest if delay.early_until else own.earliest - DAY
        if consent <= last_early:
            return own.earliest
    return max(plus(consent, delay.months) + timedelta(delay.days), own.earliest)


def opened(day, clause):
    """Give the first day from this one on that is open to a notice of denunciation."""
    if clause.counted_from is None:
        return day
    start, years = clause.counted_from.earliest, clause.first
    while plus(start, 12 * (years + 1)) <= day:
        years += clause.every
    return max(day, plus(start, 12 * years))


def first_denunciation(bound, instrument, *, notice_after, effect_after):
    """Give the first day on which a denunciation of which nothing is known can take effect.

    A later one says nothing that this one and none at all don't say: on each day it has taken
    effect, as this one has, or it has not. Of an unknown clause any day is one.
    """
    clause, too_early = instrument.denunciation, max(bound.force, effect_after)
    if NEVER in bound:
        return NEVER
    if clause is None:
        return max(bound.consent, notice_after, too_early) + DAY
    much_too_early = too_early - timedelta(31 * clause.months + 1)
    notice = opened(max(bound.consent, notice_after + DAY, much_too_early), clause)
    while plus(notice, clause.months) <= too_early:
        notice = opened(notice + DAY, clause)
    return plus(notice, clause.months)


# What each piece of evidence allows


def existing(consents, instrument):
    """Give the days on which the instrument existed."""
    return [day for day in consents if day >= instrument.adopted.earliest]


def by_rule(consents, instrument, wanted=()):
    """Give bound periods with the day that the rule gives.

    Without a rule it is any later day, or one that is printed; of the later ones only the
    first and never make a difference.
    """
    own = instrument.entry_into_force
    for consent in consents:
        force = rule(consent, instrument)
        if force:
            yield Bound(consent, force, None)
        else:
            first = max(consent, own.earliest) if own else consent
            yield from (Bound(consent, day, None) for day in {first, NEVER, *wanted})


def dated(consents, stated, instrument, wanted=()):
    """Give bound periods of which a source gives both dates; none fits: both stand."""
    if stated is None:
        return list(by_rule(consents, instrument, wanted))
    forces = set(days_of(stated))
    kept = [each for each in by_rule(consents, instrument, forces) if each.force in forces]
    stand = existing(forces, instrument)
    return kept or [Bound(consent, force, None) for consent in consents for force in stand]


def stated(consents, date, instrument, wanted):
    """Give bound periods of a register, no date of which binds before the consent or at all."""
    own = instrument.entry_into_force.earliest if instrument.entry_into_force else None
    found = dated(consents, date, instrument, wanted)
    return [bound for bound in found if bound.force >= max(bound.consent, own or bound.consent)]


def consents_after(day, instrument, horizon, wanted=()):
    """Give no consent, and every one after a day."""
    later = existing(days(day + DAY, horizon), instrument)
    return [NONE, *by_rule(later, instrument, wanted)]


def continued(consents, stated, continuity, instrument):
    """Give the bound periods of a state that stayed bound as its predecessor had been."""
    first = instrument.entry_into_force.earliest
    if continuity and continuity.independent:
        first = max(first, continuity.independent.earliest)
    if stated:
        forces = [day for day in days_of(stated) if day >= first]
        is_sure = continuity and continuity.certainty is Certainty.CERTAIN
        return [
            Bound(consent, day, None)
            for consent in consents
            for day in forces
            if not is_sure or day <= max(first, consent)  # no months ran
        ]
    return [
        Bound(consent, day, None)
        for consent in consents
        for day in days(first, max(first, consent))
    ]


def acts_of(entry):
    """Pair each consent that bound a state with the denunciation that ended that, or None."""
    found = []
    for act in entry.actions:
        if act.kind is ActionKind.DENUNCIATION:
            found[-1] = (found[-1][0], act)
        elif act.kind is not ActionKind.SIGNATURE and not (found and found[-1][1] is None):
            found.append((act, None))
    return found


def consented(entry, consent, wanted):
    """Give what a consent of an entry allows; only the first can continue another state's.

    A succession continues it by its name. A state consents only once it is one.
    """
    continuity = entry.continuity if consent is acts_of(entry)[0][0] else None
    succeeds = consent.kind is ActionKind.SUCCESSION
    known = [day for day in days_of(consent.date) if day <= entry.as_of.latest]
    if continuity and continuity.independent:
        known = [day for day in known if day >= continuity.independent.earliest]
    known, force = existing(known, entry.instrument), consent.entry_into_force
    ordinary = stated(known, force, entry.instrument, wanted)
    if continuity is None and not succeeds:
        return ordinary
    kept = continued(known, force, continuity, entry.instrument)
    is_sure = continuity is None or continuity.certainty is Certainty.CERTAIN
    return kept if is_sure else kept + ordinary


def denounced(bound, notice, instrument, closing):
    """Give a bound period with each day on which a known denunciation can take effect."""
    clause = instrument.denunciation
    if notice.effect:
        effects = days_of(notice.effect)
    elif clause and not clause.later_for:
        given = [day for day in days_of(notice.date) if opened(day, clause) == day]
        effects = [plus(day, clause.months) for day in given]
    else:  # any day from the first on: that, never, and those at which the chart closed
        given = [day for day in days_of(notice.date) if not clause or opened(day, clause) == day]
        bound_by = bound.consent if bound.force == NEVER else bound.force
        first = max(plus(given[0], clause.months if clause else 0), bound_by + DAY)
        effects = [first, NEVER, *(day for day in (closing, closing + DAY) if day > first)]
    ended = [bound._replace(gone=day) for day in effects]
    if bound.force == NEVER and rule(bound.consent, instrument) is None:
        ended = [each._replace(force=each.gone - DAY) for each in ended if each.gone < NEVER]
        ended = [each for each in ended if each.force >= bound.consent]
    return [each for each in ended if each.gone > each.force or each.gone == NEVER]


def registered(entry, closing, horizon, wanted=()):
    """Give what an entry allows: for each of its periods, and for one after them, a list."""
    periods, acts = [], acts_of(entry)
    for consent, notice in acts:
        allowed = consented(entry, consent, wanted)
        if notice:
            allowed = [
                each
                for bound in allowed
                for each in denounced(bound, notice, entry.instrument, closing)
            ]
        periods.append(allowed)
    if not acts or acts[-1][1]:
        periods.append(consents_after(entry.as_of.earliest, entry.instrument, horizon, wanted))
    return periods


# The evidence together


def scenarios(cell, entry, closing, horizon):
    """Give all histories that a cell, or an entry beside it, allows.

    That is a list of bound periods for each that a state can have had; any go together.
    """
    if entry is None:
        return [closed(printed(cell, closing, horizon), cell.instrument, date.min, closing)]
    together = agreeing(cell, entry, closing, horizon)
    effect_after = closing if together else date.min
    return [
        closed(period, cell.instrument, entry.as_of.earliest, effect_after)
        for period in together or registered(entry, closing, horizon)
    ]


def printed(cell, closing, horizon):
    """Give what the chart alone allows."""
    ratification, instrument = cell.ratification, cell.instrument
    if ratification is None:
        return consents_after(closing, instrument, horizon)
    year = existing(days_of(ratification.date), instrument)
    return dated(year, ratification.entry_into_force, instrument)


def agreeing(cell, entry, closing, horizon):
    """Give the periods of an entry as far as the chart's cell allows them; None: they disagree.

    A dash speaks of all of them. A year prints one: the first that it can be of.
    """
    if cell.ratification is None:
        periods = [
            [bound for bound in period if bound.consent > closing or ended(bound, closing)]
            for period in registered(entry, closing, horizon)
        ]
        return periods if all(periods) else None
    year, force = set(days_of(cell.ratification.date)), cell.ratification.entry_into_force
    wanted = set(days_of(force)) if force else set()
    horizon = max(horizon, cell.ratification.date.latest)
    periods = registered(entry, closing, horizon, wanted)
    for place, period in enumerate(periods):
        shown = [
            bound
            for bound in period
            if bound.consent in year
            and (not wanted or bound.force in wanted)
            and not ended(bound, closing)
        ]
        if shown:
            return [*periods[:place], shown, *periods[place + 1 :]]
    return None


def ended(bound, closing):
    """Tell whether a known denunciation had taken effect by the closing date."""
    return bound.gone is not None and bound.gone <= closing


def closed(period, instrument, notice_after, effect_after):
    """Give bound periods with no denunciation and with the first that is possible."""
    found = set()
    for bound in period:
        if bound.gone is None:
            gone = first_denunciation(
                bound, instrument, notice_after=notice_after, effect_after=effect_after
            )
            found |= {bound._replace(gone=NEVER), bound._replace(gone=gone)}
        else:
            found.add(bound)
    return found


# The answers


class Answers:
    """What all scenarios together say of a day and of a period."""

    def __init__(self, cell, entry, *, closing, first, horizon):
        """Enumerate the scenarios; what is asked lies between the first day and the horizon."""
        self.periods = scenarios(cell, entry, closing, horizon + DAY)
        self.first, self.horizon = first, horizon
        self.adopted = cell.instrument.adopted.earliest
        self._reach = [self._longest(period) for period in self.periods]

    def _longest(self, period):
        """Tell for each state and day how long one lasts, at most, that has begun by it."""
        ends = {
            state: [date.min] * ((self.horizon - self.first).days + 1) for state in STRONGEST_FIRST
        }
        for bound in period:
            for state, (begins, last) in bound.runs().items():
                if begins <= last and begins <= self.horizon:
                    place = max((begins - self.first).days, 0)
                    ends[state][place] = max(ends[state][place], last)
        return {state: list(accumulate(each, max)) for state, each in ends.items()}

    def on(self, day):
        """Give the states of play of all histories on a day.

        Who is bound by one of its periods is bound; else who has consented anew has ratified;
        else who has withdrawn is no longer bound.
        """
        if day < self.adopted:
            return frozenset({State.NOT_RATIFIED})
        place = (day - self.first).days
        each = [{state for state in reach if reach[state][place] >= day} for reach in self._reach]
        return frozenset(min(states, key=STRONGEST_FIRST.index) for states in product(*each))

    def possible(self, first, last):
        """Give the states of play over all histories, and all days of a period."""
        return frozenset().union(*map(self.on, days(first, last)))

    def changes(self, first, last):
        """Tell whether in every history some two days of a period differ in state."""
        if last < self.adopted:
            return False
        first = max(first, self.adopted - DAY)  # before it nobody has ratified
        return not any(self._lasts(state, first, last) for state in STRONGEST_FIRST)

    @property
    def is_quick(self):
        """Whether `changes` takes moments: of several periods it looks at every scenario."""
        return len(self.periods) == 1 or sum(map(len, self.periods)) < 20_000

    def _lasts(self, state, first, last):
        """Tell whether some history is in one state on all days of a period."""
        if len(self.periods) == 1:
            return self._reach[0][state][(first - self.first).days] >= last
        return lasts(state, self.periods, first, last)

    def turns(self):
        """Give the days on which the answer differs from that of the day before."""
        every = days(self.first, self.horizon)
        reaches = [ends for reach in self._reach for ends in reach.values()]
        may_last = [[end >= day for end, day in zip(ends, every, strict=True)] for ends in reaches]
        each_day = list(zip(*may_last, strict=True))  # all that a day's answer rests on
        return [
            day
            for day, before, after in zip(every[1:], each_day, each_day[1:], strict=False)
            if before != after and self.on(day - DAY) != self.on(day)
        ]


def lasts(state, periods, first, last):
    """Tell whether some history is in one state on all days of a period.

    A set of days is a number with a bit for each.
    """
    stronger = STRONGEST_FIRST[: STRONGEST_FIRST.index(state)]
    shown = []
    for period in periods:
        each = [bound.runs() for bound in period]
        shown.append(
            largest(
                bits(runs[state], first, last)
                for runs in each
                if not any(bits(runs[other], first, last) for other in stronger)
            )
        )
    whole = bits((first, last), first, last)
    return any(reduce(or_, together) == whole for together in product(*shown))


def largest(sets):
    """Give those sets of days that are part of no other: the others add no day to these."""
    kept = []
    for days in sorted(set(sets), key=int.bit_count, reverse=True):
        if all(days | other != other for other in kept):
            kept.append(days)
    return kept


def bits(run, first, last):
    """Give the days of a period that lie in a run."""
    begins, ends = max(run[0], first), min(run[1], last)
    return 0 if begins > ends else (1 << (ends - first).days + 1) - (1 << (begins - first).days)
