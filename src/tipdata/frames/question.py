"""What is asked of a user's frame, and the breakpoints that answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from attrs import frozen

from tipdata.frames.engines import OWN
from tipdata.frames.rule import ONE_STATE, rule

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from tipdata.frames.rule import Rule
    from tipdata.models.conventions import Country, Instrument
    from tipdata.state.breakpoints import Breakpoints

V = TypeVar("V")

STATE, CERTAIN, ENTRY_INTO_FORCE = STATUS = ("state", "certain", "entry_into_force")


@frozen
class Question:
    """What is asked of the rows of a frame.

    Attributes:
        country: The column of countries.
        on: The column of days.
        namer: The column of instruments, or None.
        countries: Those of the chart.
        instruments: Those of the chart.
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
    """Where the answer of one prefix comes from: a small table that stands beside the rows.

    Attributes:
        prefix: What the names of the new columns begin with.
        rule: The rule that the days are held against.
        entry_into_force: The column of the days of entry into force.
        days: What that column has.
    """

    prefix: str
    rule: Rule
    entry_into_force: str
    days: Sequence[date | None]

    @property
    def columns(self) -> dict[str, Sequence[date | None]]:
        """The columns of the small table."""
        return {**self.rule.columns, self.entry_into_force: self.days}


def answers(question: Question) -> list[Answer]:
    """Give where the answers to a question come from."""
    made = []
    for number, (prefix, found) in enumerate(question.found):
        name = f"{OWN}{number}_"
        force = [one.entry_into_force for one in found]
        made.append(Answer(prefix, rule(found, ONE_STATE, name), f"{name}force", force))
    return made


def at(
    places: Sequence[int | None], columns: Mapping[str, Sequence[V]]
) -> dict[str, list[V | None]]:
    """Give the rows of a small table at some places; nulls for no place."""
    return {
        name: [None if place is None else values[place] for place in places]
        for name, values in columns.items()
    }
