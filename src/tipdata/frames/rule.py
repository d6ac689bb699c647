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
    from collections.abc import Mapping, Sequence

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


def with_status(
    rows: Frame, breakpoints: Sequence[Breakpoints], days: Days, prefix: str, kept: list[str]
) -> Frame:
    """Add a status to rows with their breakpoints, which go, as all does that isn't kept.

    The columns of a status are null where the row has no breakpoints. What is compared is
    compared once, before it is used.
    """
    columns = breakpoint_columns(breakpoints, days)
    possible = {
        state: limits for state in State if (limits := _possible(state, columns, days)) is not None
    }
    flags = {state: f"__tipdata_{state.name.lower()}" for state in possible}
    rows = rows.select(
        *kept, IN_FORCE_FROM, *(possible[state].alias(flags[state]) for state in possible)
    )
    count = reduce(add, (nw.col(flag).cast(nw.Int8) for flag in flags.values()))
    rows = nullable(rows.with_columns(count.alias(COUNT)), COUNT)
    state = nw.when(nw.col(COUNT) > 1).then(nw.lit(State.UNCERTAIN.value))
    for one, flag in flags.items():
        state = state.when(nw.col(flag)).then(nw.lit(one.value))
    certain = nw.when(nw.col(COUNT) > 0).then(nw.col(COUNT) == 1)
    return rows.select(
        *kept,
        state.alias(f"{prefix}state"),
        certain.alias(f"{prefix}certain"),
        nw.col(IN_FORCE_FROM).alias(f"{prefix}in_force_from"),
    )


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
