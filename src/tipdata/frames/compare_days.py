"""Expressions that compare the days of rows with the intervals beside them."""

from __future__ import annotations

from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING, Any, cast

import narwhals.stable.v2 as nw
from attrs import frozen

from tipdata.frames.engines import OWN
from tipdata.frames.intervals import SINGLE_STATES
from tipdata.frames.request import CERTAIN, CHANGES, CONTESTED, ENTRY_INTO_FORCE, STATE
from tipdata.models.state import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tipdata.frames.days import Days
    from tipdata.frames.engines import Frame
    from tipdata.frames.intervals import IntervalColumns, IntervalEnds, PeriodEnds
    from tipdata.frames.request import StatusColumns

    OnlyStates = Mapping[frozenset[State], nw.Expr]


@frozen
class Truth:
    """A truth value that is not always known.

    Attributes:
        value: Where it is true.
        known: Where it is true or false; elsewhere it is null.
    """

    value: nw.Expr
    known: nw.Expr


@frozen
class Comparison:
    """Days compared with intervals.

    Attributes:
        flags: The columns to add to the rows, once, since several expressions use each.
        only: For each set of states the flag that is true where no others are possible;
            none for a set that is never all.
    """

    flags: Mapping[str, nw.Expr]
    only: OnlyStates


def add_status(rows: Frame, status: Sequence[StatusColumns], days: Days) -> Frame:
    """Add the new columns to rows that have the columns of the small table beside them."""
    flags: dict[str, nw.Expr] = {}
    new, truths = [], {}
    for number, columns in enumerate(status):
        comparison = compare(columns.intervals, days, f"{OWN}{number}_only_")
        flags |= comparison.flags
        paired = ~nw.col(columns.intervals.always).is_null()
        known = paired & ~days.first.is_null()
        force = nw.col(columns.entry_into_force)
        new += [
            state_of(comparison.only, known).alias(f"{columns.prefix}{STATE}"),
            force.alias(f"{columns.prefix}{ENTRY_INTO_FORCE}"),
        ]
        certain = Truth(is_any(SINGLE_STATES, comparison.only), known)
        truths[f"{columns.prefix}{CERTAIN}"] = certain
        if columns.contested:
            contested = Truth(nw.col(columns.contested) == 1, paired)
            truths[f"{columns.prefix}{CONTESTED}"] = contested
        if columns.periods:
            changes = Truth(is_one_of(columns.intervals.changing, days), known)
            truths[f"{columns.prefix}{CHANGES}"] = changes
    return add_truths(rows.with_columns(**flags), new, truths)


def compare(intervals: IntervalColumns, days: Days, prefix: str) -> Comparison:
    """Compare days with the intervals of each set of states.

    Args:
        intervals: The intervals, by the columns that have their ends.
        days: The days of the rows.
        prefix: What the names of the flags begin with.
    """
    flags, only = {}, {}
    for number, (states, ends) in enumerate(intervals.intervals.items()):
        if ends:
            flag = f"{prefix}{number}"
            flags[flag] = reduce(or_, (_within(days, interval) for interval in ends))
            only[states] = nw.col(flag)
    return Comparison(flags, only)


def _within(days: Days, interval: IntervalEnds) -> nw.Expr:
    """Tell whether all the days of a row lie in an interval."""
    limits = [nw.col(interval.first) <= days.first] if interval.first else []
    limits += [days.last <= nw.col(interval.last)] if interval.last else []
    return reduce(and_, limits)


def state_of(only: OnlyStates, known: nw.Expr) -> nw.Expr:
    """Return the state of play as text; null where nothing is known."""
    cases: Any = nw
    for states in SINGLE_STATES:
        if states in only:
            cases = cases.when(only[states]).then(nw.lit(next(iter(states)).value))
    return cast("nw.Expr", cases.when(known).then(nw.lit(State.UNCERTAIN.value)))


def is_any(sets: Iterable[frozenset[State]], only: OnlyStates) -> nw.Expr:
    """Return what is true where the evidence leaves only states of one of some sets."""
    return reduce(or_, (only[states] for states in sets if states in only), nw.lit(False))


def is_one_of(periods: Iterable[PeriodEnds], days: Days) -> nw.Expr:
    """Return what is true where the days of a row are just those of one of some periods."""
    same = (
        (nw.col(period.first) == days.first) & (nw.col(period.last) == days.last)
        for period in periods
    )
    return reduce(or_, same, nw.lit(False))


def add_truths(rows: Frame, columns: Sequence[nw.Expr], truths: Mapping[str, Truth]) -> Frame:
    """Add columns, and columns of truth values that may be null."""
    if rows.implementation.is_pandas_like():
        return _add_masked(rows, columns, truths)
    cases = (
        nw.when(truth.value).then(nw.lit(True)).when(truth.known).then(nw.lit(False)).alias(name)
        for name, truth in truths.items()
    )
    return rows.with_columns(*columns, *cases)


def _add_masked(rows: Frame, columns: Sequence[nw.Expr], truths: Mapping[str, Truth]) -> Frame:
    """Add them in pandas, whose `bool` has no null: its `boolean` has."""
    values = {name: truth.value for name, truth in truths.items()}
    known = {f"{OWN}{name}": truth.known for name, truth in truths.items()}
    native = nw.to_native(rows.with_columns(*columns, **values, **known))
    masked = {
        name: native[name].astype("boolean").where(native[f"{OWN}{name}"]) for name in truths
    }
    return cast("Frame", nw.from_native(native.assign(**masked)))
