"""From what the evidence allows to the days on which each state of play is possible."""

from datetime import date

from attrs import frozen

from tipdata.dates import add_days
from tipdata.models.state import State
from tipdata.state.bounds import Bounds


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
    """Give the days on which each state of play is possible, in the order of the states.

    They follow from the ends of the bounds alone, since a later consent never leads to an
    earlier entry into force. Before its adoption nobody has ratified an instrument.
    """
    end = date.max
    consent, force, withdrawal = bounds.consent, bounds.in_force, bounds.withdrawal
    consented_by = end if bounds.never else consent.latest or end
    bound_by = force.latest or end
    gone_by = withdrawal.latest or end if withdrawal else end
    stretches = (
        _stretch(State.NOT_RATIFIED, date.min, min(consented_by, bound_by, gone_by), adopted),
        _stretch(State.RATIFIED, consent.earliest, min(bound_by, gone_by), adopted),
        _stretch(State.IN_FORCE, force.earliest, gone_by, adopted),
        _stretch(State.NO_LONGER_BOUND, withdrawal.earliest, end, adopted) if withdrawal else None,
    )
    return tuple(stretch for stretch in stretches if stretch and stretch.first <= stretch.last)


def possible(stretches: tuple[Stretch, ...], first: date, last: date) -> frozenset[State]:
    """Give the states of play that are possible on any day of a run of days."""
    return frozenset(
        stretch.state for stretch in stretches if stretch.first <= last and first <= stretch.last
    )


def _stretch(state: State, first: date, before: date, adopted: date) -> Stretch:
    """Give the days from the first to the one before another; `date.max` stands for no end."""
    last = before if before == date.max else add_days(before, -1)
    if state is State.NOT_RATIFIED:
        return Stretch(state, first, max(last, add_days(adopted, -1)))
    return Stretch(state, max(first, adopted), last)
