"""From what the evidence allows to the days on which each state of play is possible."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import product

from attrs import frozen

from tipdata.dates import add_days, add_months
from tipdata.models.conventions import Instrument
from tipdata.models.rules import by_rule
from tipdata.models.state import State
from tipdata.state.bounds import Bounds

# Of several periods the one that says most: who is bound by one is bound.
STRONGEST = (State.IN_FORCE, State.RATIFIED, State.NO_LONGER_BOUND, State.NOT_RATIFIED)


@frozen
class Stretch:
    """The days on which a state of play is possible: an unbroken run.

    Attributes:
        state: The state of play.
        first: The first day.
        last: The last day.
    """

    state: State
    first: date
    last: date


def timeline(bounds: Bounds, adopted: date) -> tuple[Stretch, ...]:
    """Give the days on which each state of play is possible, in the order of the states."""
    periods = [tuple(_period(each, adopted)) for each in _periods(bounds)]
    return periods[0] if len(periods) == 1 else tuple(_together(periods))


def unchanged(bounds: Bounds, instrument: Instrument) -> tuple[Stretch, ...]:
    """Return runs of days in which one state of play can have lasted.

    A period may pass without a change just if one of these runs has all its days. Of several
    bound periods it says no more than that no day excludes the state.
    """
    adopted = instrument.adopted.earliest
    stretches = timeline(bounds, adopted)
    if len(tuple(_periods(bounds))) > 1:
        return stretches
    others = (each for each in stretches if each.state is not State.RATIFIED)
    return (*others, *_ratified_for(bounds, instrument))


def _ratified_for(bounds: Bounds, instrument: Instrument) -> Iterator[Stretch]:
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


def _ratified_from(day: date, bounds: Bounds, instrument: Instrument) -> Iterator[Stretch]:
    force, first = bounds.entry_into_force, max(day, instrument.adopted.earliest)
    bound = by_rule(day, instrument) if force.rule else None
    if bound is None or not force.allows(bound):
        bound = force.latest
    last = date.max if bound is None else add_days(bound, -1)
    if first <= last:
        yield Stretch(State.RATIFIED, first, last)


def _periods(bounds: Bounds) -> Iterator[Bounds]:
    """Yield the bounds of all periods, those that nothing denies too."""
    yield from (*bounds.earlier, bounds)
    if bounds.again:
        yield bounds.again


def possible(stretches: Iterable[Stretch], first: date, last: date) -> frozenset[State]:
    """Give the states of play that are possible on any day of a run of days."""
    return frozenset(
        stretch.state for stretch in stretches if stretch.first <= last and first <= stretch.last
    )


def _period(bounds: Bounds, adopted: date) -> Iterator[Stretch]:
    """Give the stretches of one period.

    They follow from the ends of the bounds alone, since a later consent never leads to an
    earlier entry into force. Before its adoption nobody has ratified an instrument.
    """
    end = date.max
    consent, force, gone = bounds.consent, bounds.entry_into_force, bounds.denunciation_effect
    consented_by = end if bounds.never else consent.latest or end
    bound_by = force.latest or end
    gone_by = gone.latest or end if gone else end
    stretches = [
        _stretch(State.NOT_RATIFIED, date.min, min(consented_by, bound_by, gone_by), adopted),
        _stretch(State.RATIFIED, consent.earliest, min(bound_by, gone_by), adopted),
        _stretch(State.IN_FORCE, force.earliest, gone_by, adopted),
    ]
    if gone:
        stretches.append(_stretch(State.NO_LONGER_BOUND, gone.earliest, end, adopted))
    return (stretch for stretch in stretches if stretch.first <= stretch.last)


def _stretch(state: State, first: date, before: date, adopted: date) -> Stretch:
    """Give the days from the first to the one before another; `date.max` stands for no end."""
    last = before if before == date.max else add_days(before, -1)
    if state is State.NOT_RATIFIED:
        return Stretch(state, first, max(last, add_days(adopted, -1)))
    return Stretch(state, max(first, adopted), last)


def _together(periods: list[tuple[Stretch, ...]]) -> Iterator[Stretch]:
    """Give the stretches of several periods: on each day the strongest state of any of them."""
    starts = sorted({start for period in periods for each in period for start in _starts(each)})
    ends = [*(add_days(start, -1) for start in starts[1:]), date.max]
    runs = [
        (first, last, {_strongest(states) for states in product(*_on(first, periods))})
        for first, last in zip(starts, ends, strict=True)
    ]
    for state in State:
        yield from _joined(state, [(first, last) for first, last, on in runs if state in on])


def _joined(state: State, runs: list[tuple[date, date]]) -> Iterator[Stretch]:
    """Join runs of days of which one begins where the other ends."""
    joined: list[Stretch] = []
    for first, last in runs:
        if joined and add_days(joined[-1].last, 1) == first:
            joined[-1] = Stretch(state, joined[-1].first, last)
        else:
            joined.append(Stretch(state, first, last))
    return iter(joined)


def _on(day: date, periods: list[tuple[Stretch, ...]]) -> list[frozenset[State]]:
    """Give the states of play that each period may have on a day."""
    return [possible(period, day, day) for period in periods]


def _starts(stretch: Stretch) -> Iterator[date]:
    """Give the days on which a stretch begins, and on which it is over."""
    yield stretch.first
    if stretch.last != date.max:
        yield add_days(stretch.last, 1)


def _strongest(states: Iterable[State]) -> State:
    return min(states, key=STRONGEST.index)
