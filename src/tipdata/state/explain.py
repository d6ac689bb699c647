"""One sentence that says why a status is what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipdata.models.conventions import Cell
from tipdata.models.register import Finding, Grade, RegisterEntry
from tipdata.models.state import Origin, State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipdata.dates import PartialDate
    from tipdata.state.bounds import Bounds, DateBounds
    from tipdata.state.status import Status

LEADS = {
    State.NOT_RATIFIED: "{country} had not ratified {instrument} {on}",
    State.RATIFIED: "{country} had ratified {instrument} but was not bound by it {on}",
    State.IN_FORCE: "{instrument} was in force for {country} {on}",
    State.NO_LONGER_BOUND: "{country} was no longer bound by {instrument} {on}",
    State.UNCERTAIN: "the status of {instrument} for {country} {on} {is_uncertain} ({possible})",
}


def explain(status: Status) -> str:
    """Say the state of play, and what it rests on."""
    lead = LEADS[status.state].format(
        country=status.country,
        instrument=status.instrument,
        on=_at(status.on),
        is_uncertain=(
            "is uncertain" if status.on.precision == "day" else "changes or is uncertain"
        ),
        possible=_or([state.value for state in State if state in status.possible]),
    )
    sentence = f"{lead}: {', and '.join(_reasons(status))}."
    return sentence[0].upper() + sentence[1:]


def _reasons(status: Status) -> Iterator[str]:
    adopted = status.instrument.adopted
    if status.on.latest < adopted.earliest:
        yield f"the instrument was adopted only {_at(adopted)}"
        return
    yield _weighed(status)
    yield from _derived(status.bounds, status)


def _weighed(status: Status) -> str:
    """Say what the chart prints, and what a register says beside it or against it."""
    said = " and ".join(_printed(cell) for cell in status.evidence if isinstance(cell, Cell))
    for entry in status.evidence:
        if isinstance(entry, RegisterEntry):
            but = entry.finding is Finding.DISAGREES
            said += f", {'but' if but else 'and'} {_said(entry)}"
    return said


def _printed(cell: Cell) -> str:
    if cell.ratification is None:
        return "the chart prints a dash"
    into_force = cell.ratification.into_force
    force = f" and entry into force {_at(into_force)}" if into_force else ""
    return f"the chart prints the year {cell.ratification.date}{force}"


def _said(entry: RegisterEntry) -> str:
    article = "an" if entry.grade is Grade.OFFICIAL else "a"
    source = f"{article} {entry.grade.value} of {entry.as_of}"
    form = entry.consent.value if entry.consent else "consent"
    if entry.date:
        said = f"{source} gives {form} {_at(entry.date)}"
    elif entry.later_consent:
        said = f"{source} gives no consent before one {_at(entry.later_consent)}"
    else:
        said = f"{source} gives no consent"
    if entry.in_force:
        said += f" with entry into force {_at(entry.in_force)}"
    if entry.signature:
        said += f" after signature {_at(entry.signature)}"
    if entry.withdrawal:
        said += f" and withdrawal {_at(entry.withdrawal)}"
    return said


def _derived(bounds: Bounds, status: Status) -> Iterator[str]:
    """Say what follows from the evidence, and what it leaves open on the day."""
    consent, force, withdrawal = bounds.consent, bounds.in_force, bounds.withdrawal
    last = status.on.latest
    if bounds.never:
        if last < consent.earliest:
            yield f"that denies any ratification before {consent.earliest}"
        else:
            yield f"nothing denies a ratification from {consent.earliest} on"
    elif consent.origin is Origin.DERIVED:
        yield f"consent {_within(consent)} is derived from that by {consent.rule}"
    if force.origin is Origin.DERIVED and consent.earliest <= last:
        if force.rule:
            yield f"entry into force {_within(force)} is derived by {force.rule}"
        else:
            yield "no rule of entry into force is known"
    if withdrawal and withdrawal.latest is None and withdrawal.earliest <= last:
        yield f"nothing denies a withdrawal from {withdrawal.earliest} on"


def _or(names: list[str]) -> str:
    return " or ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]


def _at(date: PartialDate) -> str:
    return f"{'on' if date.precision == 'day' else 'in'} {date}"


def _within(bounds: DateBounds) -> str:
    if bounds.latest is None:
        return f"not before {bounds.earliest}"
    if bounds.earliest == bounds.latest:
        return f"on {bounds.earliest}"
    return f"between {bounds.earliest} and {bounds.latest}"
