"""The status rule as expressions: the days of a row against the breakpoints beside it."""

from __future__ import annotations

from datetime import date
from functools import reduce
from operator import add, and_
from typing import TYPE_CHECKING, Any

import narwhals.stable.v2 as nw

from tipdata.models.state import State

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tipdata.frames.days import Days
    from tipdata.state.breakpoints import Breakpoints

IN_FORCE_FROM = "__tipdata_in_force_from"


def breakpoint_columns(
    breakpoints: Sequence[Breakpoints], days: Days
) -> Mapping[str, Sequence[Any]]:
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


def status_columns(
    breakpoints: Sequence[Breakpoints], days: Days, prefix: str
) -> Iterator[nw.Expr]:
    """Give the columns of a status; all are null where the row has no breakpoints."""
    columns = breakpoint_columns(breakpoints, days)
    possible = {
        state: found for state in State if (found := _possible(state, columns, days)) is not None
    }
    count = reduce(add, (found.cast(nw.Int8) for found in possible.values()))
    state = nw.when(count > 1).then(nw.lit(State.UNCERTAIN.value))
    for one, found in possible.items():
        state = state.when(found).then(nw.lit(one.value))
    yield state.alias(f"{prefix}state")
    yield nw.when(count > 0).then(count == 1).alias(f"{prefix}certain")
    yield nw.col(IN_FORCE_FROM).alias(f"{prefix}in_force_from")


def _possible(state: State, columns: Mapping[str, object], days: Days) -> nw.Expr | None:
    """Tell whether a state is possible on a day of the row; None: it never is on any."""
    limits = []
    if _first(state) in columns:
        limits.append(nw.col(_first(state)) <= days.last)
    if _last(state) in columns:
        limits.append(days.first <= nw.col(_last(state)))
    return reduce(and_, limits) if limits else None


def _first(state: State) -> str:
    return f"__tipdata_first_{state.name.lower()}"


def _last(state: State) -> str:
    return f"__tipdata_last_{state.name.lower()}"
