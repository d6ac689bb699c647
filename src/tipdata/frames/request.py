"""What is asked of a user's frame, and the two small tables that answer it.

One leads from a key to a row, the other from a row to intervals of days. Both are data, made
before any plan is run: the spellings of keys are added to the breakpoints, not multiplied.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from attrs import frozen

from tipdata.frames.engines import OWN
from tipdata.frames.intervals import SINGLE_STATES, IntervalColumns, interval_columns

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date

    from tipdata.arguments import At
    from tipdata.state.breakpoints import Breakpoints

V = TypeVar("V")

STATE, CERTAIN, ENTRY_INTO_FORCE = "state", "certain", "entry_into_force"
CONTESTED, CHANGES = "contested", "changes"


@frozen
class StatusColumns:
    """The new columns of one prefix, and the columns of the small table that they follow from.

    Attributes:
        prefix: What the names of the new columns begin with.
        intervals: The intervals that the days are compared with.
        entry_into_force: The column of the days of entry into force.
        entries_into_force: What that column has.
        contested: The column of whether the print is contested; None: that is not asked.
        contests: What that column has: 1 where it is, else 0. Truth values of pandas have no
            null, which a row without a country gets.
        periods: Whether the days may be periods, and it is asked whether these change.
    """

    prefix: str
    intervals: IntervalColumns
    entry_into_force: str
    entries_into_force: Sequence[date | None]
    contested: str | None
    contests: Sequence[int]
    periods: bool

    @property
    def columns(self) -> dict[str, Sequence[date | int | None]]:
        """The columns of the small table."""
        return {
            **self.intervals.columns,
            self.entry_into_force: self.entries_into_force,
            **({self.contested: self.contests} if self.contested else {}),
        }

    @property
    def added(self) -> list[str]:
        """The names of the new columns."""
        names = [STATE, CERTAIN, ENTRY_INTO_FORCE]
        names += [CONTESTED] if self.contested else []
        names += [CHANGES] if self.periods else []
        return [f"{self.prefix}{name}" for name in names]


@frozen
class EnrichRequest:
    """What is asked of the rows of a frame.

    Attributes:
        country: The column of countries.
        on: The column of days.
        at: Which days of a period count.
        instrument_column: The column of instruments, or None.
        spellings: For each column of keys, the index of the country or the instrument that
            each spelling of a key names.
        instrument_count: How many instruments the second column can name; 1 without one.
        status: The new columns. The small table that they follow from has a row for each
            country and instrument: `country index * instrument_count + instrument index`.
        raise_unmatched: Whether a key that names nothing is an error.
    """

    country: str
    on: str
    at: At
    instrument_column: str | None
    spellings: Mapping[str, Mapping[str, int]]
    instrument_count: int
    status: tuple[StatusColumns, ...]
    raise_unmatched: bool

    @property
    def used(self) -> list[str]:
        """The columns of the user that are used."""
        return [*self.spellings, self.on]

    @property
    def added(self) -> list[str]:
        """The columns that are added."""
        return [name for columns in self.status for name in columns.added]

    @property
    def columns(self) -> dict[str, Sequence[date | int | None]]:
        """The columns of the small table of all prefixes."""
        return {name: values for status in self.status for name, values in status.columns.items()}

    @property
    def row_count(self) -> int:
        """How many rows that table has."""
        return len(self.status[0].entries_into_force)


def status_columns(
    breakpoints: Iterable[tuple[str, Sequence[Breakpoints]]],
    *,
    contested: bool,
    periods: Collection[str],
) -> tuple[StatusColumns, ...]:
    """Write the breakpoints of each prefix as columns of a small table.

    Args:
        breakpoints: The prefixes, and the breakpoints of each.
        contested: Whether it is asked if the print is contested.
        periods: The precisions of the periods of which it is asked if they change.
    """
    return tuple(
        StatusColumns(
            prefix,
            interval_columns(rows, SINGLE_STATES, f"{OWN}{number}_", periods),
            f"{OWN}{number}_force",
            [row.entry_into_force for row in rows],
            f"{OWN}{number}_contested" if contested else None,
            [int(row.contested) for row in rows],
            periods=bool(periods),
        )
        for number, (prefix, rows) in enumerate(breakpoints)
    )


def rows_at(
    indices: Sequence[int | None], columns: Mapping[str, Sequence[V]]
) -> dict[str, list[V | None]]:
    """Return the rows of a small table at some indices; nulls for no index."""
    return {
        name: [None if index is None else values[index] for index in indices]
        for name, values in columns.items()
    }
