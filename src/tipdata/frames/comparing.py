"""Days against the rule, as expressions for frames at hand."""

from __future__ import annotations

from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING, Any, cast

import narwhals.stable.v2 as nw
from attrs import frozen

from tipdata.frames.engines import OWN
from tipdata.frames.rule import ONE_STATE
from tipdata.models.state import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tipdata.frames.days import Days
    from tipdata.frames.engines import Frame
    from tipdata.frames.rule import Rule

    Surely = Mapping[frozenset[State], nw.Expr]


@frozen
class Truth:
    """A truth value that is not always known.

    Attributes:
        value: Where it is true.
        known: Where it is true or false; elsewhere it is null.
    """

    value: nw.Expr
    known: nw.Expr


def compared(rows: Frame, rule: Rule, days: Days, name: str) -> tuple[Frame, Surely]:
    """Compare days with the small table beside them, once, in columns of their own.

    Args:
        rows: The rows, with the columns of the rule.
        rule: The rule.
        days: The days of the rows.
        name: What the names of the new columns begin with.

    Returns:
        The rows with these columns, and for each set of states the expression that is true
        where no others are possible; none for a set that is never all.
    """
    flags = {}
    for number, (states, runs) in enumerate(rule.runs.items()):
        within = []
        for run in runs:
            limits = [nw.col(run.first) <= days.first] if run.first else []
            limits += [days.last <= nw.col(run.last)] if run.last else []
            within.append(reduce(and_, limits))
        if within:
            flags[f"{name}{number}"] = states, reduce(or_, within)
    rows = rows.with_columns(**{flag: made for flag, (_, made) in flags.items()})
    return rows, {states: nw.col(flag) for flag, (states, _) in flags.items()}


def state_of(surely: Surely, known: nw.Expr) -> nw.Expr:
    """Give the state of play as text; null where nothing is known."""
    state: Any = nw
    for one in ONE_STATE:
        if one in surely:
            state = state.when(surely[one]).then(nw.lit(next(iter(one)).value))
    return cast("nw.Expr", state.when(known).then(nw.lit(State.UNCERTAIN.value)))


def is_any(sets: Iterable[frozenset[State]], surely: Surely) -> nw.Expr:
    """Give what is true where the evidence leaves only states of one of some sets."""
    return reduce(or_, (surely[states] for states in sets if states in surely), nw.lit(False))


def with_truths(rows: Frame, columns: Sequence[nw.Expr], truths: Mapping[str, Truth]) -> Frame:
    """Add columns, and columns of truth values; pandas has types for those that may be null."""
    if not rows.implementation.is_pandas_like():
        made = (
            nw.when(one.value).then(nw.lit(True)).when(one.known).then(nw.lit(False)).alias(name)
            for name, one in truths.items()
        )
        return rows.with_columns(*columns, *made)
    values = {name: truth.value for name, truth in truths.items()}
    known = {f"{OWN}{name}": truth.known for name, truth in truths.items()}
    native = nw.to_native(rows.with_columns(*columns, **values, **known))
    masked = {n: native[n].astype("boolean").where(native[f"{OWN}{n}"]) for n in truths}
    return cast("Frame", nw.from_native(native.assign(**masked)))
