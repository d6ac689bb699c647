"""The status rule for engines: a small table, and how the days of a row compare with it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from tipdata.models.state import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tipdata.state.breakpoints import Breakpoints

ONE_STATE = tuple(frozenset({state}) for state in State if state is not State.UNCERTAIN)


@frozen
class Run:
    """A run of days, by the columns of the small table that have its ends.

    Attributes:
        first: The column of the first days, or None if it has no beginning.
        last: The column of the last days, or None if it has no end; one there is.
    """

    first: str | None
    last: str | None


@frozen
class Rule:
    """Which states of play the evidence leaves on which days.

    Attributes:
        firsts: The columns of the small table that have the first days of runs.
        lasts: Those that have the last days.
        runs: For each set of states its runs: no others are possible just where all the days
            lie in one of these. A set that is never all has none.
    """

    firsts: Mapping[str, Sequence[date]]
    lasts: Mapping[str, Sequence[date]]
    runs: Mapping[frozenset[State], tuple[Run, ...]]

    @property
    def column(self) -> str:
        """A column that has a day wherever there are breakpoints."""
        return next(iter({**self.firsts, **self.lasts}))


def rule(found: Sequence[Breakpoints], sets: Iterable[frozenset[State]], name: str) -> Rule:
    """Give the rule for some breakpoints, one for each row of a small table.

    Args:
        found: The breakpoints.
        sets: What will be asked: whether only the states of each set are possible.
        name: What the names of the columns of the small table begin with.
    """
    firsts: dict[str, list[date]] = {}
    lasts: dict[str, list[date]] = {}
    made = {}
    for number, states in enumerate(sets):
        given = [list(one.only(states)) for one in found]
        runs = []
        for turn in range(max(map(len, given), default=0)):
            # Where there are fewer runs, one that holds no day.
            ends = [run[turn] if turn < len(run) else (date.max, date.min) for run in given]
            begins, closes = (list(days) for days in zip(*ends, strict=True))
            first, last = f"{name}first_{number}_{turn}", f"{name}last_{number}_{turn}"
            run = Run(
                first if set(begins) != {date.min} else None,
                last if set(closes) != {date.max} or set(begins) == {date.min} else None,
            )
            firsts |= {run.first: begins} if run.first else {}
            lasts |= {run.last: closes} if run.last else {}
            runs.append(run)
        made[states] = tuple(runs)
    return Rule(firsts, lasts, made)
