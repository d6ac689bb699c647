"""One sentence that says why a status is what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipdata.models.conventions import Cell
from tipdata.models.register import BoundPeriod, Finding, Grade, RegisterEntry
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
    cell = next((each for each in status.evidence if isinstance(each, Cell)), None)
    said = [] if cell is None else [_printed(cell)]
    for entry in status.evidence:
        if isinstance(entry, RegisterEntry):
            joined = "but " if entry.finding is Finding.DISAGREES else "and "
            said.append(f"{joined if said else ''}{_said(entry, later=_is_later(entry, cell))}")
    return ", ".join(said) or "neither the chart nor the register says anything of it"


def _printed(cell: Cell) -> str:
    if cell.ratification is None:
        return "the chart prints a dash"
    stated = cell.ratification.entry_into_force
    force = f" and entry into force {_at(stated)}" if stated else ""
    return f"the chart prints the year {cell.ratification.date}{force}"


def _is_later(entry: RegisterEntry, cell: Cell | None) -> bool:
    """Tell whether the first consent came after what a cell says, and doesn't fit into it."""
    if cell is None or not entry.periods:
        return False
    if cell.ratification is None:
        return entry.finding is Finding.AGREES
    return bool(entry.periods[0].consent.date.after(cell.ratification.date))


def _said(entry: RegisterEntry, *, later: bool) -> str:
    """Say what an entry gives: its source, and the acts of the state."""
    article = "an" if entry.grade is Grade.OFFICIAL else "a"
    acts = [_period(period) for period in entry.periods] or ["no consent"]
    if later:
        form = entry.periods[0].consent.kind.value
        acts[0] = acts[0].replace(form, "no consent before one", 1)
    if entry.signature:
        acts[0] += f" after signature {_at(entry.signature)}"
    return f"{article} {entry.grade.value} of {entry.as_of} gives {', then '.join(acts)}"


def _period(period: BoundPeriod) -> str:
    consent, end = period.consent, period.denunciation
    said = f"{consent.kind.value} {_at(consent.date)}"
    if consent.entry_into_force:
        said += f" with entry into force {_at(consent.entry_into_force)}"
    if end:
        effect = f", in effect {_at(end.effect)}" if end.effect else ""
        said += f" and denunciation {_at(end.date)}{effect}"
    return said


def _derived(bounds: Bounds, status: Status) -> Iterator[str]:
    """Say what follows from the evidence, and what it leaves open on the day."""
    consent, force, end = bounds.consent, bounds.entry_into_force, bounds.denunciation_effect
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
    if end and end.latest is None and end.earliest <= last:
        yield f"nothing denies a denunciation in effect from {end.earliest} on"


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
