"""From what the evidence allows to the days on which each state of play is possible."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby, product
from operator import itemgetter

from attrs import frozen

from tipdata.dates import add_days, add_months
from tipdata.models.acts import Certainty
from tipdata.models.conventions import Instrument
from tipdata.models.rules import by_rule
from tipdata.models.state import Origin, State
from tipdata.state.bounds import Bounds

# Of several periods the one that says most: who is bound by one is bound.
STRONGEST = (State.IN_FORCE, State.RATIFIED, State.NO_LONGER_BOUND, State.NOT_RATIFIED)


@frozen
class StateInterval:
    """The days on which a state of play is possible: an unbroken run.

    Attributes:
        state: The state of play.
        first: The first day.
        last: The last day.
    """

    state: State
    first: date
    last: date


def timeline(bounds: Bounds, adopted: date) -> tuple[StateInterval, ...]:
    """Return the days on which each state of play is possible, in the order of the states."""
    periods = [tuple(_period(each, adopted)) for each in _periods(bounds)]
    return periods[0] if len(periods) == 1 else tuple(_strongest_of(periods))


def can_last(bounds: Bounds, instrument: Instrument, first: date, last: date) -> bool:
    """Tell whether the state of play can be the same on all days of a month or a year.

    It can where each bound period can be in one state throughout. Else only the state of being
    bound can go over from one period to the next.
    """
    adopted = instrument.adopted.earliest
    runs = (tuple(_unchanged(period, instrument)) for period in _periods(bounds))
    if all(_covers(period, first, last) for period in runs):
        return True
    in_force = (run for run in timeline(bounds, adopted) if run.state is State.IN_FORCE)
    return _covers(in_force, first, last)


def _covers(runs: Iterable[StateInterval], first: date, last: date) -> bool:
    return any(run.first <= first and last <= run.last for run in runs)


def _unchanged(bounds: Bounds, instrument: Instrument) -> Iterator[StateInterval]:
    """Yield runs of days in which one state of play can have lasted in a bound period."""
    intervals = tuple(_period(bounds, instrument.adopted.earliest))
    yield from (each for each in intervals if each.state is not State.RATIFIED)
    if any(each.state is State.RATIFIED for each in intervals):
        yield from _ratified_for(bounds, instrument)


def _ratified_for(bounds: Bounds, instrument: Instrument) -> Iterator[StateInterval]:
    """Yield for each day of consent from which a month can begin how long it led to nothing.

    Whoever consents later is bound no earlier, so that of the days up to the beginning of a
    period the last one counts, and a month or a year begins with a month.
    """
    day, latest = bounds.consent.earliest, bounds.consent.latest
    if latest is None:  # then it may also never have consented, and nothing changes
        return
    while day < latest:
        yield from _ratified_from(day, bounds, instrument)
        day = add_months(day.replace(day=1), 1)
    yield from _ratified_from(latest, bounds, instrument)


def _ratified_from(day: date, bounds: Bounds, instrument: Instrument) -> Iterator[StateInterval]:
    force, first = bounds.entry_into_force, max(day, instrument.adopted.earliest)
    bound = by_rule(day, instrument) if force.rule else None
    if bound is None or not force.allows(bound):
        bound = force.latest
    last = date.max if bound is None else add_days(bound, -1)
    if first <= last:
        yield StateInterval(State.RATIFIED, first, last)


def _periods(bounds: Bounds) -> Iterator[Bounds]:
    """Yield the bounds of all periods, those that nothing denies too."""
    yield from (*bounds.earlier, bounds)
    if bounds.again:
        yield bounds.again


def possible(intervals: Iterable[StateInterval], first: date, last: date) -> frozenset[State]:
    """Return the states of play that are possible on any day from one to another."""
    return frozenset(
        interval.state
        for interval in intervals
        if interval.first <= last and first <= interval.last
    )


def _period(bounds: Bounds, adopted: date) -> Iterator[StateInterval]:
    """Yield the intervals of one period for which a state was bound, or may be.

    They follow from the ends of the bounds alone, since a later consent never leads to an
    earlier entry into force. Before its adoption nobody has ratified an instrument.
    """
    end = date.max
    consent, force, gone = bounds.consent, bounds.entry_into_force, bounds.denunciation_effect
    consented_by = end if bounds.never else consent.latest or end
    bound_by = force.latest or end
    gone_by = gone.latest or end if gone else end
    # Who continued what had bound its predecessor consents no earlier than it is bound, except
    # before that has come into force for anyone.
    held_by = force.earliest if _was_bound_before(bounds) else bound_by
    intervals = [
        _interval(State.NOT_RATIFIED, date.min, min(consented_by, bound_by, gone_by), adopted),
        _interval(State.RATIFIED, consent.earliest, min(held_by, gone_by), adopted),
        _interval(State.IN_FORCE, force.earliest, gone_by, adopted),
    ]
    if gone:
        intervals.append(_interval(State.NO_LONGER_BOUND, gone.earliest, end, adopted))
    return (interval for interval in intervals if interval.first <= interval.last)


def _was_bound_before(bounds: Bounds) -> bool:
    """Tell whether the state continued what had bound its predecessor: no months ran then."""
    # Where a source states from which day it was bound, they may have run.
    is_sure = bounds.continued and bounds.continued.certainty is Certainty.CERTAIN
    return bool(is_sure) and bounds.entry_into_force.origin is Origin.DERIVED


def _interval(state: State, first: date, before: date, adopted: date) -> StateInterval:
    """Return the days from the first to the one before another; `date.max` is no end."""
    last = before if before == date.max else add_days(before, -1)
    if state is State.NOT_RATIFIED:
        return StateInterval(state, first, max(last, add_days(adopted, -1)))
    return StateInterval(state, max(first, adopted), last)


def _strongest_of(periods: list[tuple[StateInterval, ...]]) -> Iterator[StateInterval]:
    """Merge the intervals of several periods: on each day the strongest state of any counts."""
    starts = sorted(
        {start for period in periods for interval in period for start in _starts(interval)}
    )
    ends = [*(add_days(start, -1) for start in starts[1:]), date.max]
    spells = [
        (first, last, {_strongest(states) for states in product(*_states_on(first, periods))})
        for first, last in zip(starts, ends, strict=True)
    ]
    for state in State:
        spells_of = [(first, last, state in states) for first, last, states in spells]
        yield from _unbroken(state, spells_of)


def _unbroken(state: State, spells: list[tuple[date, date, bool]]) -> Iterator[StateInterval]:
    """Yield the intervals of a state from spells of days, in some of which it is possible."""
    for is_possible, run in groupby(spells, key=itemgetter(2)):
        if is_possible:
            days = list(run)
            yield StateInterval(state, days[0][0], days[-1][1])


def _states_on(day: date, periods: list[tuple[StateInterval, ...]]) -> list[frozenset[State]]:
    """Return the states of play that each period may have on a day."""
    return [possible(period, day, day) for period in periods]


def _starts(interval: StateInterval) -> Iterator[date]:
    """Yield the days on which an interval begins, and on which it is over."""
    yield interval.first
    if interval.last != date.max:
        yield add_days(interval.last, 1)


def _strongest(states: Iterable[State]) -> State:
    return min(states, key=STRONGEST.index)
