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
        columns: The columns of the small table: the first or the last days of runs; None in
            rows that have no such run.
        runs: For each set of states its runs: no others are possible just where all the days
            lie in one of these. A set that is never all has none.
    """

    columns: Mapping[str, Sequence[date | None]]
    runs: Mapping[frozenset[State], tuple[Run, ...]]

    @property
    def column(self) -> str:
        """A column that has a day wherever there are breakpoints."""
        # There is one: before its adoption nobody has ratified an instrument.
        return next(name for name, days in self.columns.items() if None not in days)


def rule(found: Sequence[Breakpoints], sets: Iterable[frozenset[State]], name: str) -> Rule:
    """Give the rule for some breakpoints, one for each row of a small table.

    Args:
        found: The breakpoints.
        sets: What will be asked: whether only the states of each set are possible.
        name: What the names of the columns of the small table begin with.
    """
    columns: dict[str, list[date | None]] = {}
    made = {}
    for number, states in enumerate(sets):
        given = [list(one.only(states)) for one in found]
        runs = []
        for turn in range(max(map(len, given), default=0)):
            ends = [run[turn] if turn < len(run) else (None, None) for run in given]
            begins, closes = (list(days) for days in zip(*ends, strict=True))
            no_first, no_last = set(begins) <= {None, date.min}, set(closes) <= {None, date.max}
            first, last = f"{name}first_{number}_{turn}", f"{name}last_{number}_{turn}"
            run = Run(
                first=None if no_first else first,
                last=None if no_last and not no_first else last,
            )
            columns |= {run.first: begins} if run.first else {}
            columns |= {run.last: closes} if run.last else {}
            runs.append(run)
        made[states] = tuple(runs)
    return Rule(columns, made)
