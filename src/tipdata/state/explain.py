"""One sentence that says why a status is what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipdata.models.conventions import Cell
from tipdata.models.errata import ErratumKind
from tipdata.models.register import (
    BoundPeriod,
    Certainty,
    Continuity,
    Finding,
    Grade,
    RegisterEntry,
)
from tipdata.models.state import Origin, State

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tipdata.dates import PartialDate
    from tipdata.state.bounds import Bounds, DateBounds
    from tipdata.state.status import Status

PAST = {
    State.NOT_RATIFIED: "{country} had not ratified {instrument} {on}",
    State.RATIFIED: "{country} had ratified {instrument} but was not bound by it {on}",
    State.IN_FORCE: "{instrument} was in force for {country} {on}",
    State.NO_LONGER_BOUND: "{country} was no longer bound by {instrument} {on}",
}
# Of days after those of which the evidence speaks, nothing was: it follows from the clauses.
LATER = {
    State.NOT_RATIFIED: "{country} has not ratified {instrument} {on}",
    State.RATIFIED: "{country} has ratified {instrument} but is not bound by it {on}",
    State.IN_FORCE: "{instrument} is in force for {country} {on}",
    State.NO_LONGER_BOUND: "{country} is no longer bound by {instrument} {on}",
}
SOURCES = {
    Grade.REGISTER: "a register copy",
    Grade.OFFICIAL: "an official publication",
    Grade.OFFICIAL_COPY: "a copy of an official publication",
    Grade.NEWS: "news of the depositary",
    Grade.SECONDARY: "a secondary source",
}


def explain(status: Status, spoken_of: date) -> str:
    """Say the state of play, and what it rests on.

    Args:
        status: The status.
        spoken_of: The last day of which the evidence speaks.
    """
    names = {
        "country": status.country,
        "instrument": status.instrument,
        "on": _at(status.on),
    }
    if status.certain:
        leads = PAST if status.on.latest <= spoken_of else LATER
        lead = leads[status.state].format(**names)
    else:
        verb = "changes" if status.changes else "is uncertain"
        states = _or([state.value for state in State if state in status.possible])
        lead = "the status of {instrument} for {country} {on} ".format(**names)
        lead += f"{verb} ({states})"
    sentence = f"{lead}: {', and '.join(_reasons(status))}{_contested(status)}."
    return sentence[0].upper() + sentence[1:]


def _contested(status: Status) -> str:
    """Say what contradicts the print, where an erratum does."""
    pair = f"{status.country}, {status.instrument}: "
    found = [
        erratum.found.removeprefix(pair).removesuffix(".")
        for erratum in status.errata
        if erratum.kind is ErratumKind.CONTRADICTED
    ]
    return f"; the print is contested: {'; '.join(found)}" if found else ""


def _reasons(status: Status) -> Iterator[str]:
    adopted = status.instrument.adopted
    if status.on.latest < adopted.earliest:
        yield f"the instrument was adopted only {_at(adopted)}"
        return
    yield _weighed(status)
    yield from _derived(status.bounds, status)
    yield from _before_independence(status)


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
    acts = [_period(period) for period in entry.periods] or ["no consent"]
    if later:
        form = entry.periods[0].consent.kind.value
        acts[0] = acts[0].replace(form, "no consent before one", 1)
    if entry.signature:
        acts[0] += f" after signature {_at(entry.signature)}"
    return f"{SOURCES[entry.grade]}, as of {entry.as_of}, gives {', then '.join(acts)}"


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
    if bounds.continued:
        yield _continued(bounds, bounds.continued)
    elif force.origin is Origin.DERIVED and consent.earliest <= last:
        if force.rule:
            yield f"entry into force {_within(force)} is derived by {force.rule}"
        else:
            yield "no rule of entry into force is known"
    if end and end.latest is None and end.earliest <= last:
        by = f", by {end.rule}" if end.rule else ""
        yield f"nothing excludes a denunciation in effect from {end.earliest} on{by}"
    elif end and end.origin is Origin.DERIVED and end.earliest <= last:
        yield f"that it took effect {_within(end)} is derived by {end.rule}"
    if bounds.again and bounds.again.consent.earliest <= last:
        yield f"nothing denies a new ratification from {bounds.again.consent.earliest} on"


def _continued(bounds: Bounds, continuity: Continuity) -> str:
    """Say that the state continued what had bound its predecessor, or may have."""
    force = bounds.entry_into_force
    if continuity.certainty is Certainty.CERTAIN:
        return f"that continued what had bound its predecessor: it was bound {_from(force)}"
    return (
        f"whether that continued what had bound its predecessor is {continuity.certainty.value}:"
        f" it was bound {_from(force)}"
    )


def _from(days: DateBounds) -> str:
    if days.latest in (None, days.earliest):
        return f"from {days.earliest} on"
    return f"from some day between {days.earliest} and {days.latest} on"


def _before_independence(status: Status) -> Iterator[str]:
    """Say of days before a state's independence that others may have bound its territory."""
    continued = status.bounds.continued
    if continued and continued.independent and status.on.latest < continued.independent.earliest:
        yield (
            f"it became independent {_at(continued.independent)}: before, its territory may have"
            " been covered by the ratification of another state"
        )


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
