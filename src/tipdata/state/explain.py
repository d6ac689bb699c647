"""One sentence that says why a status is what it is."""

from collections.abc import Iterable, Iterator, Set
from datetime import date

from attrs import evolve

from tipdata.dates import PartialDate
from tipdata.models.acts import ActionKind, Certainty, Continuity
from tipdata.models.conventions import Cell, Country, Instrument
from tipdata.models.errata import Erratum, ErratumKind
from tipdata.models.periods import BoundPeriod
from tipdata.models.register import Finding, Grade, RegisterEntry
from tipdata.models.state import Origin, State
from tipdata.state.bounds import Bounds, DateBounds, derived
from tipdata.state.evidence import Evidence

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
CONTINUED = {
    Certainty.CERTAIN: "that continued what had bound its predecessor",
    Certainty.LIKELY: "that likely continued what had bound its predecessor",
    Certainty.UNCLEAR: "it is unclear whether that continued what had bound its predecessor",
}
# The last words of names that stand with the definite article in a sentence.
WITH_ARTICLE = frozenset(
    {"Bahamas", "Comoros", "Congo", "Emirates", "Gambia", "Islands", "Kingdom", "Maldives"}
    | {"Netherlands", "Philippines", "Republic", "See", "States", "Union"}
)
SOURCES = {
    Grade.REGISTER: "a register copy",
    Grade.OFFICIAL: "an official publication",
    Grade.OFFICIAL_COPY: "a copy of an official publication",
    Grade.NEWS: "news of the depositary",
    Grade.SECONDARY: "a secondary source",
}


def explain(claim: str, reasons: Iterable[str], contested: str = "") -> str:
    """Join what is claimed of a state of play, the reasons for it, and what is against them."""
    against = f"; {contested}" if contested else ""
    sentence = f"{claim}: {', and '.join(reasons)}{against}."
    # str.capitalize would write "ILO" and a country's other capitals small.
    return sentence[0].upper() + sentence[1:]


def contest(errata: Iterable[Erratum], evidence: tuple[Evidence, ...]) -> str:
    """Say that other evidence contradicts the print; and what, if no reason has said it."""
    # An erratum begins with its pair, which the claim has named already.
    against = [
        erratum.found.partition(": ")[2].removesuffix(".")
        for erratum in errata
        if erratum.kind is ErratumKind.CONTRADICTED
    ]
    if not against:
        return ""
    has_entry = any(isinstance(item, RegisterEntry) for item in evidence)
    return "the print is contested" + ("" if has_entry else f": {'; '.join(against)}")


def claim(  # noqa: PLR0913 - what is claimed, of what, and of when
    country: Country,
    instrument: Instrument,
    on: PartialDate,
    possible: Set[State],
    *,
    changes: bool,
    is_past: bool,
) -> str:
    """Say the state of play; where several are possible, which.

    Args:
        country: The country.
        instrument: The instrument.
        on: The day or the period.
        possible: The states of play that the evidence leaves.
        changes: Whether the state changes for certain within the period.
        is_past: Whether the evidence speaks of that time; later, nothing "was".
    """
    if len(possible) == 1:
        (state,) = possible
        claims = PAST if is_past else LATER
        return claims[state].format(country=the(country), instrument=instrument, on=_at(on))
    states = _or([state.value for state in State if state in possible])
    verb = "changes" if changes else "is uncertain"
    return f"the status of {instrument} for {the(country)} {_at(on)} {verb} ({states})"


def reasons(
    instrument: Instrument,
    on: PartialDate,
    bounds: Bounds,
    evidence: tuple[Evidence, ...],
    independent: PartialDate | None,
) -> Iterator[str]:
    """Say what a state of play rests on: the evidence, and what follows from it."""
    if on.latest < instrument.adopted.earliest:
        yield f"the instrument was adopted only {_at(instrument.adopted)}"
        return
    yield _weighed(evidence)
    for period in (*bounds.earlier, bounds):
        yield from _derived(period, instrument, on.latest)
    yield from _before_independence(independent, instrument, on.latest)
    yield from _of_footnotes(evidence)


def _weighed(evidence: tuple[Evidence, ...]) -> str:
    """Say what the chart prints, and what a register says beside it or against it."""
    cell = next((item for item in evidence if isinstance(item, Cell)), None)
    clauses = [] if cell is None else [_printed(cell)]
    for entry in evidence:
        if isinstance(entry, RegisterEntry):
            conjunction = "but " if entry.finding is Finding.DISAGREES else "and "
            clause = _registered(entry, later=_is_later(entry, cell))
            clauses.append(f"{conjunction if clauses else ''}{clause}")
    return ", ".join(clauses) or "neither the chart nor the register says anything of it"


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
        return entry.finding is not Finding.DISAGREES
    return bool(entry.periods[0].consent.date.after(cell.ratification.date))


def _registered(entry: RegisterEntry, *, later: bool) -> str:
    """Say what an entry gives: its source, and the acts of the state."""
    acts = [_period(period) for period in entry.periods] or ["no consent"]
    if later:
        form = entry.periods[0].consent.kind
        said = "one" if form is ActionKind.CONSENT else form.value
        acts[0] = acts[0].replace(form.value, f"no consent before {said}", 1)
    if entry.signature:
        acts[0] = f"signature {_at(entry.signature)} and {acts[0]}"
    return f"{SOURCES[entry.grade]}, as of {entry.as_of}, gives {', then '.join(acts)}"


def _period(period: BoundPeriod) -> str:
    consent, end = period.consent, period.denunciation
    acts = f"{consent.kind.value} {_at(consent.date)}"
    if consent.entry_into_force:
        force = f"entry into force {_at(consent.entry_into_force)}"
        acts += f" ({force} by another source)" if consent.stated_by else f" with {force}"
    acts += "".join(f" and again {act.kind.value} {_at(act.date)}" for act in period.further)
    if end:
        by = " by another source" if end.stated_by else ""
        effect = f", in effect {_at(end.effect)}" if end.effect else ""
        acts += f" and denunciation {_at(end.date)}{by}{effect}"
    return acts


def _derived(bounds: Bounds, instrument: Instrument, last: date) -> Iterator[str]:
    """Say what follows from the evidence of a period, and what it leaves open up to a day."""
    consent, force, end = bounds.consent, bounds.entry_into_force, bounds.denunciation_effect
    if bounds.never:
        # The first day of consent is the first that no dash and no register's silence covers.
        if last < consent.earliest:
            yield f"that denies any ratification before {consent.earliest}"
        else:
            yield f"nothing denies a ratification from {consent.earliest} on"
    elif consent.origin is Origin.DERIVED:
        yield f"consent {_within(consent)} is derived from that by {consent.rule}"
    if bounds.continued:
        yield _continued(bounds, bounds.continued, instrument)
    elif force.origin is Origin.DERIVED and consent.earliest <= last:
        if force.rule:
            yield f"entry into force {_within(force)} is derived by {force.rule}"
        else:
            yield "no rule of entry into force is known"
    if end and end.earliest <= last:
        yield from _ended(bounds, end, instrument)
    if bounds.again and bounds.again.consent.earliest <= last:
        yield f"nothing denies a new ratification from {bounds.again.consent.earliest} on"


def _ended(bounds: Bounds, end: DateBounds, instrument: Instrument) -> Iterator[str]:
    """Say from when a denunciation has effect: one that is known, or one that may have been."""
    clause = instrument.denunciation
    if not bounds.denounced:
        by = f" by {end.rule}" if end.rule else ""
        yield f"nothing excludes a denunciation{by} in effect from {end.earliest} on"
    elif end.origin is Origin.DERIVED:
        later = f", or later for {clause.later_for}" if clause and clause.later_for else ""
        yield f"effect of the denunciation {_within(end)}{later} is derived by {end.rule}"
    elif end.latest is None:
        yield "from when the denunciation has effect is not known"


def _continued(bounds: Bounds, continuity: Continuity, instrument: Instrument) -> str:
    """Say that the state continued what had bound its predecessor, or may have."""
    force, consent = bounds.entry_into_force, bounds.consent
    said = CONTINUED[continuity.certainty]
    if force.rule is None:
        return f"{said}: it was bound {_from(force)}"
    # Between the registration and the months after it there is a gap.
    since = evolve(force, latest=max(consent.latest or consent.earliest, force.earliest))
    ordinary = derived(consent, instrument)
    return f"{said}: it was bound {_from(since)}, or by {force.rule} {_from(ordinary)}"


def _from(days: DateBounds) -> str:
    if days.latest in (None, days.earliest):
        return f"from {days.earliest} on"
    return f"from some day between {days.earliest} and {days.latest} on"


def _before_independence(
    independent: PartialDate | None, instrument: Instrument, last: date
) -> Iterator[str]:
    """Say of days before a state's independence that others may have bound its territory."""
    if independent and last < independent.earliest:
        yield f"it became independent {_at(independent)}{_covered(instrument, last)}"


def _covered(instrument: Instrument, last: date) -> str:
    # Before it was in force for anyone, it covered no territory.
    own = instrument.entry_into_force
    if own and last < own.earliest:
        return ""
    return ": before, its territory may have been covered by the ratification of another state"


def _of_footnotes(evidence: tuple[Evidence, ...]) -> Iterator[str]:
    """Say that footnotes are lost, and what is assumed of them."""
    # A state may keep territories apart, as the Kingdoms of Denmark and of the Netherlands can
    # (Vienna Convention, art. 29); the registers tell of denunciations in footnotes, too.
    if any(isinstance(item, RegisterEntry) and item.footnotes for item in evidence):
        yield (
            "a footnote of the register, as on territories, is lost in the copy; that it tells"
            " of no denunciation is assumed"
        )


def the(country: Country) -> str:
    """Write a name as it stands in a sentence: "the Netherlands"."""
    return f"the {country}" if country.name.split()[-1] in WITH_ARTICLE else country.name


def _or(names: list[str]) -> str:
    return " or ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]


def _at(when: PartialDate) -> str:
    return f"{'on' if when.precision == 'day' else 'in'} {when}"


def _within(bounds: DateBounds) -> str:
    if bounds.latest is None:
        return f"not before {bounds.earliest}"
    if bounds.earliest == bounds.latest:
        return f"on {bounds.earliest}"
    return f"between {bounds.earliest} and {bounds.latest}"
