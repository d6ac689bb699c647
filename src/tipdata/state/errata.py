"""The errata: those that follow from the data, and those made by hand."""

from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache

from tipdata.errors import DataError
from tipdata.load.edition import Edition
from tipdata.load.handmade_errata import HandmadeErratum, handmade_errata
from tipdata.models.conventions import Cell, Ratification
from tipdata.models.errata import Erratum, ErratumKind
from tipdata.models.record import Span
from tipdata.models.register import Finding, RegisterEntry, not_bound, shown_period
from tipdata.names import ById
from tipdata.queries.lookup import edition_or_default
from tipdata.state.bounds import Bounds, DateBounds
from tipdata.state.evidence import assess
from tipdata.state.rules import articles, by_rule
from tipdata.tables.records import Records


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
    errata = (*_derived(edition.value), *_handmade(edition.value))
    return tuple(sorted(errata, key=lambda erratum: erratum.spans[0].start))


def _handmade(edition: Edition) -> Iterator[Erratum]:
    """Locate the hand-made errata of what the text prints."""
    # Another text of the same year need not print it; of the packaged one the checks say so.
    for erratum in handmade_errata(edition.year):
        with suppress(DataError):
            yield locate(erratum, edition)


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
    chart = edition.conventions
    entries = {(entry.country.name, entry.instrument.id): entry for entry in edition.register}
    for cell in chart.cells:
        entry = entries.get((cell.country.name, cell.instrument.id))
        for kind, finding, evidence in _findings(cell, entry, edition):
            printed = tuple(edition.text[span.start : span.end] for span in cell.spans)
            yield Erratum(
                kind,
                chart.name,
                printed,
                f"{cell.country}, {cell.instrument}: {finding}.",
                evidence,
                derived=True,
                spans=cell.spans,
            )


def _findings(
    cell: Cell, entry: RegisterEntry | None, edition: Edition
) -> Iterator[tuple[ErratumKind, str, str]]:
    """Find what is the matter with a cell: the kind, what the evidence says, and its citation."""
    if entry and entry.finding is Finding.DISAGREES:
        yield ErratumKind.CONTRADICTED, _otherwise(entry, edition), entry.sources[0]
    ratification, instrument = cell.ratification, cell.instrument
    if ratification is None:
        return
    if entry and (mark := _lost_mark(ratification, entry, edition)):
        yield ErratumKind.LOST_MARK, mark, entry.sources[0]
    if ratification.date.before(instrument.adopted):
        citations = {fact.fact: fact.source for fact in instrument.sources}
        adopted = f"adopted only on {instrument.adopted}"
        yield ErratumKind.CONTRADICTED, adopted, citations.get("adopted", "")
    known = _bounds_of(cell, entry, edition)
    rule = articles(known.consent.earliest, known.consent.latest, instrument)
    cited = "; ".join(
        text
        for text in (rule and f"{instrument}, {rule}", entry.sources[0] if entry else "")
        if text
    )
    if _irreconcilable(cell, edition):
        clash = "no consent in the printed year leads to the printed entry into force"
        yield ErratumKind.CONTRADICTED, clash, f"{instrument}, {rule}"
    if _outside(ratification, known.consent, edition):
        outside = f"consent on {known.consent}, outside the window of the chart"
        yield ErratumKind.OUTSIDE_WINDOW, outside, cited
    force = ratification.entry_into_force
    if (
        force
        and force.precision != "day"
        and known.entry_into_force.earliest == known.entry_into_force.latest
    ):
        yield ErratumKind.IMPRECISE, f"entry into force on {known.entry_into_force}", cited


def _bounds_of(cell: Cell, entry: RegisterEntry | None, edition: Edition) -> Bounds:
    """Return the bounds of the period that a cell is about; of the latest, if it is about none."""
    latest = assess(edition, cell.country, cell.instrument, "register").bounds
    shown = entry and shown_period(cell, entry, edition.conventions.closes.latest)
    if entry is None or shown is None:
        return latest
    return (*latest.earlier, latest)[entry.periods.index(shown)]


def _otherwise(entry: RegisterEntry, edition: Edition) -> str:
    """Say what an entry gives that disagrees with the print."""
    closing = edition.conventions.closes.latest
    bound = entry.period_on(closing)
    acts = [f"consent on {bound.consent.date}" if bound else not_bound(entry, closing)]
    if entry.signature:
        acts.append(f"signature on {entry.signature}")
    later = (period.consent.date for period in entry.periods)
    return ", ".join([*acts, *(f"consent on {date}" for date in later if date.earliest > closing)])


def _lost_mark(ratification: Ratification, entry: RegisterEntry, edition: Edition) -> str | None:
    letters = {mark.consent_form: mark.letter for mark in edition.conventions.marks}
    # The act that the chart means is the one by which the state was bound when it closed.
    period = entry.period_on(edition.conventions.closes.latest)
    form = period.consent.consent_form if period else None
    if ratification.consent_form or form not in letters:
        return None
    return f"{form.value}, which the legend marks ({letters[form]})"


def _irreconcilable(cell: Cell, edition: Edition) -> bool:
    """Tell whether no day of the printed year leads to the printed entry into force."""
    stated = cell.ratification.entry_into_force if cell.ratification else None
    printed = assess(edition, cell.country, cell.instrument, "printed").bounds
    force = by_rule(printed.consent.earliest, cell.instrument)
    return stated is not None and force is not None and not stated.allows(force)


def _outside(ratification: Ratification, consent: DateBounds, edition: Edition) -> bool:
    """Tell whether a printed year meets the window of the chart, and its consent doesn't."""
    # Most cells print a year before the window: what is printed there needs no consent in it.
    opens, closes = edition.conventions.opens, edition.conventions.closes
    if not opens.year <= ratification.date.year <= closes.year or consent.latest is None:
        return False
    return consent.latest < opens.earliest or closes.latest < consent.earliest
