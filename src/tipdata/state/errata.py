"""The errata: those that follow from the data, and those made by hand."""

from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache

from tipdata.errors import DataError
from tipdata.load.edition import Edition
from tipdata.load.handmade_errata import HandmadeErratum, handmade_errata
from tipdata.models.acts import Certainty, TreatyAction
from tipdata.models.beside import is_irreconcilable, not_bound, shown_period
from tipdata.models.conventions import Cell, Conventions, Instrument, Ratification
from tipdata.models.errata import Erratum, ErratumKind
from tipdata.models.record import Answer, Span
from tipdata.models.register import Finding, RegisterEntry
from tipdata.models.rules import articles
from tipdata.models.state import Origin
from tipdata.names import ById
from tipdata.queries.lookup import edition_or_default
from tipdata.state.bounds import Bounds, DateBounds, derived
from tipdata.state.evidence import entry_beside
from tipdata.state.weighing import weigh
from tipdata.tables.records import Records

# What is found of a printed statement: the kind, what other evidence says, and who says it.
Found = tuple[ErratumKind, str, str]
NOT_APPLICABLE = f"<p>{Answer.NOT_APPLICABLE.value}</p>"
CONTINUED = {
    Certainty.CERTAIN: "is a declaration of continuity",
    Certainty.LIKELY: "is likely a declaration of continuity",
    Certainty.UNCLEAR: "may be a declaration of continuity",
}


def errata(*, edition: Edition | None = None) -> Records[Erratum]:
    """Return the printed statements that other evidence contradicts or qualifies.

    What can be derived from the chart and the register is derived (`Erratum.derived`);
    the rest is made by hand. What is printed is never changed.

    Returns:
        The errata, in the order of the source.

    Example:
        >>> import tipdata
        >>> [erratum.found for erratum in tipdata.errata().where(kind="outside the window")]
        ['Poland, P029: consent on 2017-03-10, outside the window of the chart.']
    """
    edition = edition_or_default(edition)
    return Records(_errata(ById(edition)), Erratum)


@lru_cache(maxsize=16)
def _errata(edition: ById[Edition]) -> tuple[Erratum, ...]:
    errata = (*_derived(edition.value), *_handmade(edition))
    return tuple(sorted(errata, key=lambda erratum: [span.start for span in erratum.spans]))


def errata_on(cell: Cell, entry: RegisterEntry | None, edition: Edition) -> tuple[Erratum, ...]:
    """Return the errata on a cell of an edition's chart, with an entry beside it."""
    handmade = _handmade(ById(edition))
    here = (erratum for erratum in handmade if set(erratum.spans) <= set(cell.spans))
    return (*_of_cell(cell, entry, edition), *here)


@lru_cache(maxsize=16)
def _handmade(edition: ById[Edition]) -> tuple[Erratum, ...]:
    """Locate the hand-made errata of what the text prints."""
    found = []
    # Another text of the same year need not print it; of the packaged one the checks say so.
    for erratum in handmade_errata(edition.value.year):
        with suppress(DataError):
            found.append(locate(erratum, edition.value))
    return tuple(found)


def locate(erratum: HandmadeErratum, edition: Edition) -> Erratum:
    """Find the characters that a hand-made erratum quotes.

    Raises:
        DataError: If they don't stand exactly once in its section.
    """
    section = next(part for part in edition.sections if part.name == erratum.section)
    spans = []
    for printed in erratum.printed:
        start = edition.text.find(printed, section.spans[0].start)
        span = Span(start, start + len(printed))
        again = edition.text.find(printed, start + 1, section.spans[0].end)
        if start < 0 or span not in section.spans[0] or again >= 0:
            raise DataError(f"{printed!r} does not stand once in the section {section.name}")
        spans.append(span)
    return Erratum(
        erratum.kind,
        erratum.section,
        erratum.printed,
        erratum.found,
        erratum.evidence,
        derived=False,
        spans=tuple(spans),
    )


def _derived(edition: Edition) -> Iterator[Erratum]:
    """Derive the errata that follow from the chart, the register and the treaties' rules."""
    for cell in edition.conventions.cells:
        yield from _of_cell(cell, entry_beside(cell, edition), edition)
    yield from _not_applicable(edition)


def _of_cell(cell: Cell, entry: RegisterEntry | None, edition: Edition) -> Iterator[Erratum]:
    for kind, found, evidence in _findings(cell, entry, edition.conventions):
        yield Erratum(
            kind,
            edition.conventions.name,
            tuple(edition.text[span.start : span.end] for span in cell.spans),
            f"{cell.country}, {cell.instrument}: {found}.",
            evidence,
            derived=True,
            spans=cell.spans,
        )


def _not_applicable(edition: Edition) -> Iterator[Erratum]:
    """Return the cells beside an organization that write "N/A" in another way."""
    section = edition.organizations
    for organization in section.organizations:
        for span in organization.spans[1:]:
            printed = edition.text[span.start : span.end]
            if printed not in ("", NOT_APPLICABLE):
                yield Erratum(
                    ErratumKind.MISPRINT,
                    section.name,
                    (printed,),
                    f'{organization}: "{Answer.NOT_APPLICABLE.value}".',
                    "the other cells of the table that print it",
                    derived=True,
                    spans=(span,),
                )


def _findings(cell: Cell, entry: RegisterEntry | None, chart: Conventions) -> Iterator[Found]:
    """Return what is the matter with a cell."""
    if entry and entry.finding is Finding.DISAGREES:
        yield ErratumKind.CONTRADICTED, _otherwise(cell, entry, chart), entry.sources[0]
    if cell.ratification is None:
        return
    if entry:
        yield from _marks(cell.ratification, entry, chart)
        yield from _continuity(cell.ratification, entry, chart)
    yield from _dates(cell, cell.ratification, entry, chart)


def _otherwise(cell: Cell, entry: RegisterEntry, chart: Conventions) -> str:
    """Say what an entry has instead of what is printed."""
    closing = chart.closes.latest
    bound = entry.period_on(closing)
    acts = [f"consent on {bound.consent.date}" if bound else not_bound(entry, closing)]
    if bound and cell.ratification and cell.ratification.entry_into_force:
        acts[0] += _force_of(bound.consent, cell.instrument)
    if entry.signature:
        acts.append(f"signature on {entry.signature}")
    later = (period.consent.date for period in entry.periods)
    return ", ".join([*acts, *(f"consent on {date}" for date in later if date.earliest > closing)])


def _force_of(consent: TreatyAction, instrument: Instrument) -> str:
    """Say from when a consent binds the state: as stated, or by the treaty's rule."""
    if consent.entry_into_force:
        return f" with entry into force on {consent.entry_into_force}"
    consented = DateBounds(consent.date.earliest, consent.date.latest, Origin.REGISTER)
    force = derived(consented, instrument)
    return f" with entry into force on {force} by {force.rule}" if force.rule else ""


def _marks(
    ratification: Ratification, entry: RegisterEntry, chart: Conventions
) -> Iterator[Found]:
    """Say which mark of the legend a printed year lacks, or wrongly bears."""
    letters = {mark.consent_form: mark.letter for mark in chart.marks}
    # The act that the chart means is the one by which the state was bound when it closed.
    period = entry.period_on(chart.closes.latest)
    form, printed = period.consent.consent_form if period else None, ratification.consent_form
    if form is None or form is printed:
        return
    said = f"{form.value}, which the legend marks ({letters[form]})" if form in letters else ""
    if printed:
        found = f"{said or form.value}, and no {printed.value} ({letters[printed]})"
        yield ErratumKind.WRONG_MARK, found, entry.sources[0]
    elif said:
        yield ErratumKind.LOST_MARK, said, entry.sources[0]


def _continuity(
    ratification: Ratification, entry: RegisterEntry, chart: Conventions
) -> Iterator[Found]:
    """Say that a printed year is no ordinary ratification's, or may be none's."""
    period = entry.period_on(chart.closes.latest)
    if period is None or (continuity := period.continuity) is None:
        return
    found = (
        f"printed as a ratification of {ratification.date}; what was registered on"
        f" {period.consent.date} {CONTINUED[continuity.certainty]}"
    )
    yield ErratumKind.CONTINUITY, found, f"{continuity.evidence}; {entry.sources[0]}"


def _dates(
    cell: Cell, ratification: Ratification, entry: RegisterEntry | None, chart: Conventions
) -> Iterator[Found]:
    """Say which printed date can't be, lies outside the window, or is less exact than known."""
    instrument, force = ratification.instrument, ratification.entry_into_force
    known = _bounds_of(cell, entry, chart)
    rule = articles(known.consent.earliest, known.consent.latest, instrument)
    by = f"{instrument}, {rule}" if rule else ""
    cited = "; ".join(text for text in (by, entry.sources[0] if entry else "") if text)
    if is_irreconcilable(ratification):
        found = "no consent in the printed year leads to the printed entry into force"
        yield ErratumKind.CONTRADICTED, found, by
    if _outside(ratification, known.consent, chart):
        found = f"consent on {known.consent}, outside the window of the chart"
        yield ErratumKind.OUTSIDE_WINDOW, found, cited
    day = known.entry_into_force.earliest
    exact = day == known.entry_into_force.latest
    if exact and force and force.precision != "day" and force.allows(day):
        yield ErratumKind.IMPRECISE, f"entry into force on {day}", cited


def _bounds_of(cell: Cell, entry: RegisterEntry | None, chart: Conventions) -> Bounds:
    """Return the bounds of the period that a printed year is about; of the latest, if of none."""
    closing, printed = chart.closes.latest, cell.ratification
    latest = weigh(cell, entry, cell.instrument, closing)
    shown = entry and printed and shown_period(printed, entry, closing)
    bound = shown or (entry and entry.period_on(closing))
    if entry is None or not bound:
        return latest
    return (*latest.earlier, latest)[entry.periods.index(bound)]


def _outside(ratification: Ratification, consent: DateBounds, chart: Conventions) -> bool:
    """Tell whether a printed year meets the window of the chart, and its consent doesn't."""
    # Most cells print a year before the window: what is printed there needs no consent in it.
    opens, closes = chart.opens, chart.closes
    if not opens.year <= ratification.date.year <= closes.year or consent.latest is None:
        return False
    return consent.latest < opens.earliest or closes.latest < consent.earliest
