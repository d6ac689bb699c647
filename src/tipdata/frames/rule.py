"""The status rule as expressions: the days of a row against the breakpoints beside it."""

from __future__ import annotations

from datetime import date
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING, Any

import narwhals.stable.v2 as nw

from tipdata.models.state import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tipdata.frames.days import Days
    from tipdata.state.breakpoints import Breakpoints

    Limits = dict[str, Sequence[date]]
    Surely = Mapping[frozenset[State], nw.Expr]

ONE_STATE = tuple(frozenset({state}) for state in State if state is not State.UNCERTAIN)


def compared(
    found: Sequence[Breakpoints], days: Days, sets: Iterable[frozenset[State]], name: str
) -> tuple[Limits, Surely]:
    """Give what it takes to tell which states of play the evidence leaves on some days.

    Args:
        found: The breakpoints, one for each row of a small table.
        days: The days, in the columns of a frame that the small table will stand beside.
        sets: What is asked: whether only the states of each set are possible.
        name: What the names of the columns of the small table begin with.

    Returns:
        The columns of the small table: the ends of the runs that `Breakpoints.only` gives,
        without those that limit nothing. And for each set the expression that tells whether
        it is so, false or null in rows of no breakpoints; none for what is never so.
    """
    columns: Limits = {}
    surely = {}
    for number, states in enumerate(sets):
        runs = [list(one.only(states)) for one in found]
        within = []
        for turn in range(max(map(len, runs), default=0)):
            # Where there are fewer runs, one that holds no day.
            ends = [run[turn] if turn < len(run) else (date.max, date.min) for run in runs]
            limits = _limits(ends, days, f"{name}{number}_{turn}_", columns)
            within.append(reduce(and_, limits))
        if within:
            surely[states] = reduce(or_, within)
    return columns, surely


def state_of(surely: Surely, known: nw.Expr) -> nw.Expr:
    """Give the state of play as text; null where nothing is known."""
    state: Any = nw
    for one in ONE_STATE:
        if one in surely:
            state = state.when(surely[one]).then(nw.lit(next(iter(one)).value))
    uncertain: nw.Expr = state.when(known).then(nw.lit(State.UNCERTAIN.value))
    return uncertain


def is_any(sets: Iterable[frozenset[State]], surely: Surely) -> nw.Expr:
    """Tell whether the evidence leaves only states of one of some sets."""
    return reduce(or_, (surely[states] for states in sets if states in surely), nw.lit(False))


def _limits(
    ends: Sequence[tuple[date, date]], days: Days, name: str, columns: Limits
) -> list[nw.Expr]:
    """Give what must hold for all the days to lie in a run, and add the columns for it."""
    limits = []
    firsts, lasts = zip(*ends, strict=True)
    if set(firsts) != {date.min}:
        columns[f"{name}first"] = [days.from_start(first) for first in firsts]
        limits.append(nw.col(f"{name}first") <= days.first)
    if set(lasts) != {date.max} or not limits:
        columns[f"{name}last"] = [days.to_end(last) for last in lasts]
        limits.append(days.last <= nw.col(f"{name}last"))
    return limits
