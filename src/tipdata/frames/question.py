"""What is asked of a user's frame, and how it is answered beside its breakpoints."""

from __future__ import annotations

from typing import TYPE_CHECKING

import narwhals.stable.v2 as nw
from attrs import frozen

from tipdata.frames.engines import OWN, Truth, with_truths
from tipdata.frames.rule import ONE_STATE, compared, is_any, state_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from tipdata.frames.days import Days
    from tipdata.frames.engines import Frame
    from tipdata.frames.rule import Surely
    from tipdata.models.conventions import Country, Instrument
    from tipdata.state.breakpoints import Breakpoints

STATE, CERTAIN, IN_FORCE_FROM = STATUS = ("state", "certain", "in_force_from")


@frozen
class Question:
    """What is asked of the rows of a frame.

    Attributes:
        country: The column of countries.
        on: The column of days.
        namer: The column of instruments, or None.
        countries: Those of the chart.
        instruments: Those among which the column chooses; those that are asked for.
        found: For each prefix of new columns the breakpoints that they come from: one for
            each country, or for each country and each instrument where a column chooses.
        strict: Whether a key that names nothing is an error.
    """

    country: str
    on: str
    namer: str | None
    countries: tuple[Country, ...]
    instruments: tuple[Instrument, ...]
    found: tuple[tuple[str, tuple[Breakpoints, ...]], ...]
    strict: bool

    @property
    def records(self) -> dict[str, tuple[Country, ...] | tuple[Instrument, ...]]:
        """For each column of keys, the records that they can name."""
        named = {} if self.namer is None else {self.namer: self.instruments}
        return {self.country: self.countries, **named}

    @property
    def used(self) -> list[str]:
        """The columns that are used."""
        return [*self.records, self.on]

    @property
    def added(self) -> list[str]:
        """The columns that are added."""
        return [f"{prefix}{name}" for prefix, _ in self.found for name in STATUS]


@frozen
class Answer:
    """The answer of one prefix, from columns that stand beside the rows.

    Attributes:
        prefix: What the names of the new columns begin with.
        limits: The columns of the small table that the days are compared with.
        since: The column of the days of entry into force, by its name.
        surely: For each state, the expression that tells whether it is the only one.
        known: The expression that tells whether the rows have breakpoints and days.
    """

    prefix: str
    limits: Mapping[str, Sequence[date]]
    since: Mapping[str, Sequence[date | None]]
    surely: Surely
    known: nw.Expr

    @property
    def columns(self) -> dict[str, Sequence[date | None]]:
        """The columns of the small table."""
        return {**self.limits, **self.since}


def answers(question: Question, days: Days) -> list[Answer]:
    """Give the answers to a question, of which the days of the rows are known."""
    made = []
    for number, (prefix, found) in enumerate(question.found):
        name = f"{OWN}{number}_"
        limits, surely = compared(found, days, ONE_STATE, name)
        known = ~nw.col(next(iter(limits))).is_null() & ~days.first.is_null()
        since = {f"{name}since": [one.in_force_from for one in found]}
        made.append(Answer(prefix, limits, since, surely, known))
    return made


def with_answers(rows: Frame, asked: Sequence[Answer]) -> Frame:
    """Add the new columns to rows that have their days and their breakpoints."""
    columns = []
    for one in asked:
        columns += [
            state_of(one.surely, one.known).alias(f"{one.prefix}{STATE}"),
            nw.col(*one.since).alias(f"{one.prefix}{IN_FORCE_FROM}"),
        ]
    certain = {
        f"{one.prefix}{CERTAIN}": Truth(is_any(ONE_STATE, one.surely), one.known) for one in asked
    }
    return with_truths(rows, columns, certain)
