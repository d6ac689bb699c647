"""The status rule as expressions: the days of a row against the breakpoints beside it."""

from __future__ import annotations

from datetime import date
from functools import reduce
from operator import add, and_
from typing import TYPE_CHECKING, Any

import narwhals.stable.v2 as nw

from tipdata.frames.engines import nullable
from tipdata.models.state import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tipdata.frames.days import Days
    from tipdata.frames.engines import Frame
    from tipdata.state.breakpoints import Breakpoints

IN_FORCE_FROM, COUNT = "__tipdata_in_force_from", "__tipdata_count"


def breakpoint_columns(breakpoints: Sequence[Breakpoints], days: Days) -> dict[str, Sequence[Any]]:
    """Give the columns that the rule compares: the first and the last day of each state.

    What limits none of the breakpoints has no column.
    """
    columns: dict[str, Sequence[Any]] = {}
    for state in State:
        stretches = [found.possible(state) for found in breakpoints]
        if any(stretches):
            firsts = [stretch.first if stretch else date.max for stretch in stretches]
            lasts = [stretch.last if stretch else date.min for stretch in stretches]
            if set(firsts) != {date.min}:
                columns[_first(state)] = [days.from_start(first) for first in firsts]
            if set(lasts) != {date.max} or _first(state) not in columns:
                columns[_last(state)] = [days.to_end(last) for last in lasts]
    columns[IN_FORCE_FROM] = [found.in_force_from for found in breakpoints]
    return columns


def column_types(columns: Mapping[str, Sequence[Any]]) -> dict[str, type]:
    """Give the types of such columns."""
    return {
        name: date if name == IN_FORCE_FROM else type(values[0])
        for name, values in columns.items()
    }


def with_possible(
    rows: Frame, breakpoints: Sequence[Breakpoints], days: Days, kept: Sequence[str]
) -> tuple[Frame, dict[State, nw.Expr]]:
    """Compare rows with their breakpoints, which go, as all does that isn't kept.

    Returns:
        The rows, with how many states of play are possible in each in a column `COUNT` (0
        or null where there are no breakpoints); and for each state whether it is one.
    """
    columns = breakpoint_columns(breakpoints, days)
    limits = {state: found for state in State if (found := _limits(state, columns, days))}
    flags = {state: f"__tipdata_{state.name.lower()}" for state in limits}
    compared = (reduce(and_, limits[state]).alias(flag) for state, flag in flags.items())
    rows = rows.select(*kept, *compared)
    count = reduce(add, (nw.col(flag).cast(nw.Int8) for flag in flags.values()))
    rows = nullable(rows.with_columns(count.alias(COUNT)), COUNT)
    return rows, {state: nw.col(flag) for state, flag in flags.items()}


def state_of(possible: Mapping[State, nw.Expr]) -> nw.Expr:
    """Give the state of play as text."""
    state = nw.when(nw.col(COUNT) > 1).then(nw.lit(State.UNCERTAIN.value))
    for one, is_possible in possible.items():
        state = state.when(is_possible).then(nw.lit(one.value))
    return state


def is_certain() -> nw.Expr:
    """Tell whether one state of play only is possible."""
    return nw.when(nw.col(COUNT) > 0).then(nw.col(COUNT) == 1)


def is_any_of(states: Iterable[State], possible: Mapping[State, nw.Expr]) -> nw.Expr:
    """Tell whether the state of play is one of some; null where the evidence leaves it open."""
    among = reduce(
        add, (possible[state].cast(nw.Int8) for state in states if state in possible), nw.lit(0)
    )
    every = among == nw.col(COUNT)
    return nw.when((among == 0) | every).then(every)


def _limits(state: State, columns: Mapping[str, object], days: Days) -> list[nw.Expr]:
    """Give what must hold for a state to be possible on a day of the row."""
    limits = []
    if _first(state) in columns:
        limits.append(nw.col(_first(state)) <= days.last)
    if _last(state) in columns:
        limits.append(days.first <= nw.col(_last(state)))
    return limits


def _first(state: State) -> str:
    return f"__tipdata_first_{state.name.lower()}"


def _last(state: State) -> str:
    return f"__tipdata_last_{state.name.lower()}"
