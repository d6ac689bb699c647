"""The status rule for engines: the ends of intervals of days, in columns of a small table."""

from __future__ import annotations

from datetime import date
from itertools import zip_longest
from typing import TYPE_CHECKING

from attrs import frozen

from tipdata.models.state import State

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from tipdata.state.breakpoints import Breakpoints

SINGLE_STATES = tuple(frozenset({state}) for state in State if state is not State.UNCERTAIN)


@frozen
class IntervalEnds:
    """An interval of days, by the columns of the small table that have its ends.

    Attributes:
        first: The column of the first days, or None if it has no beginning.
        last: The column of the last days, or None if it has no end; one there is.
    """

    first: str | None
    last: str | None


@frozen
class PeriodEnds:
    """A month or a year, by the columns of the small table that have its ends.

    Attributes:
        first: The column of the first days.
        last: The column of the last days.
    """

    first: str
    last: str


@frozen
class IntervalColumns:
    """Which states of play the evidence leaves on which days.

    Attributes:
        columns: The columns of the small table: the first or the last days of intervals;
            None in rows that have no such interval.
        intervals: For each set of states its intervals: no others are possible just where
            all the days lie in one of these. A set that is never all has none.
        changing: The periods in which the state of play changes for certain: just where the
            first day and the last are the ends of one of these.
    """

    columns: Mapping[str, Sequence[date | None]]
    intervals: Mapping[frozenset[State], tuple[IntervalEnds, ...]]
    changing: tuple[PeriodEnds, ...]

    @property
    def always(self) -> str:
        """A column that has a day wherever there are breakpoints."""
        # There is one: before its adoption nobody has ratified an instrument.
        return next(name for name, days in self.columns.items() if None not in days)


def interval_columns(
    breakpoints: Sequence[Breakpoints],
    sets: Iterable[frozenset[State]],
    prefix: str,
    periods: Container[str] = (),
) -> IntervalColumns:
    """Write breakpoints as columns of a small table, each a row.

    Args:
        breakpoints: The breakpoints.
        sets: What will be asked: whether only the states of each set are possible.
        prefix: What the names of the columns begin with.
        periods: The precisions of the periods of which will be asked whether they change.
    """
    columns: dict[str, Sequence[date | None]] = {}
    intervals = {}
    for number, states in enumerate(sets):
        ends = []
        for order, (first, last) in enumerate(
            _in_columns(row.only(states) for row in breakpoints)
        ):
            names = _names(first, last, f"{number}_{order}", prefix)
            columns |= {names.first: first} if names.first else {}
            columns |= {names.last: last} if names.last else {}
            ends.append(names)
        intervals[states] = tuple(ends)
    changing = []
    for order, (first, last) in enumerate(_in_columns(_changing(breakpoints, periods))):
        period = PeriodEnds(f"{prefix}change_first_{order}", f"{prefix}change_last_{order}")
        columns |= {period.first: first, period.last: last}
        changing.append(period)
    return IntervalColumns(columns, intervals, tuple(changing))


def _changing(
    breakpoints: Iterable[Breakpoints], periods: Container[str]
) -> Iterator[list[tuple[date, date]]]:
    """Yield for each row the ends of the periods in which its state changes for certain."""
    for row in breakpoints if periods else ():
        changing = (period for period in row.changing if period.precision in periods)
        yield [(period.earliest, period.latest) for period in changing]


def _in_columns(
    rows: Iterable[Iterable[tuple[date, date]]],
) -> Iterator[tuple[Sequence[date | None], Sequence[date | None]]]:
    """Yield the first pair of ends of every row, as two columns, then the second, and so on."""
    for pairs in zip_longest(*rows, fillvalue=(None, None)):
        first, last = zip(*pairs, strict=True)
        yield first, last


def _names(
    first: Sequence[date | None], last: Sequence[date | None], suffix: str, prefix: str
) -> IntervalEnds:
    """Name the columns of an interval; ends that no row has need none, but one there must be."""
    no_first, no_last = set(first) <= {None, date.min}, set(last) <= {None, date.max}
    return IntervalEnds(
        first=None if no_first else f"{prefix}first_{suffix}",
        last=None if no_last and not no_first else f"{prefix}last_{suffix}",
    )
