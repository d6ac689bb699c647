"""Finds what is laid out as a report and can't be one: what no reader of the print would accept."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from tipdata.load.edition import Edition
from tipdata.models.organizations import YearMeaning
from tipdata.models.record import Record, Section, Span
from tipdata.names import fold
from tipdata.read.markup import AUTOLINK, OPENING

# Where it stands, and what was expected there.
Impossible = tuple[Span, str]

TAG = r"<[^<>]*>?|>"
IN_TABLES = rf"</?[pb]>|</a>|{OPENING}"
TABLES = ("peacekeeping", "organizations")
PAST = (YearMeaning.DATED, YearMeaning.UPDATED)


def impossible(edition: Edition) -> Iterator[Impossible]:
    """Give what can't be in an edition: where it stands, and what was expected there."""
    yield from _window(edition)
    yield from _cells(edition)
    yield from _numbers(edition)
    yield from _years(edition)
    yield from _doubled(edition)
    for section in edition.sections:
        yield from _tags(section, edition.text)


def _window(edition: Edition) -> Iterator[Impossible]:
    chart = edition.conventions
    (legend,) = chart.legend.spans
    if chart.closes.before(chart.opens):
        yield legend, "a legend whose months follow one another"
    if chart.closes.year > edition.year:
        yield legend, f"a legend whose months are those of {edition.year} or before"
    letters = {mark.letter for mark in chart.marks}
    forms = {mark.consent_form for mark in chart.marks}
    if len(chart.marks) > min(len(letters), len(forms)):
        yield legend, "a legend with one mark for each form of consent"


def _cells(edition: Edition) -> Iterator[Impossible]:
    """Find the years of consent before the treaty or after the chart, or after their effect."""
    for cell in edition.conventions.cells:
        if cell.ratification is None:
            continue
        year, force = cell.ratification.date, cell.ratification.entry_into_force
        first, last = cell.instrument.adopted.year, edition.conventions.closes.year
        if not first <= year.year <= last:
            yield cell.spans[0], f"a year from {first} to {last}"
        if force and force.before(year):
            yield cell.spans[0], "an entry into force that does not come before the year"


def _numbers(edition: Edition) -> Iterator[Impossible]:
    for profile in edition.peacekeeping.profiles:
        said = profile.allegations
        if said.children and said.victims and said.children > said.victims:
            yield said.spans[0], "no more children than victims"


def _years(edition: Edition) -> Iterator[Impossible]:
    """Find the years that the report can't know of yet."""
    for record, years in _known_years(edition):
        if any(year > edition.year for year in years):
            yield record.spans[0], f"no year after {edition.year}"


def _known_years(edition: Edition) -> Iterator[tuple[Record, Iterable[int]]]:
    """Give the records that tell of something past, and when it was."""
    for profile in edition.peacekeeping.profiles:
        yield profile.allegations, (profile.allegations.year,)
        yield profile.prevention_policy, profile.prevention_policy.years
        yield profile.training, (profile.training.year or 0,)
    for document in edition.organizations.documents:
        yield document, (each.last for each in document.years if each.meaning in PAST)
    for note in edition.notes.notes:
        yield note, (note.date.year,)
    for credit in edition.photo_credits.credits:
        yield credit, (credit.year or 0,)


def _doubled(edition: Edition) -> Iterator[Impossible]:
    """Find what stands a second time where it can stand only once."""
    organizations, terms = edition.organizations.organizations, edition.glossary.terms
    profiles, credits = edition.peacekeeping.profiles, edition.photo_credits.credits
    for records, what in (
        (profiles, "an organization that has no column yet"),
        (organizations, "an organization that has no row yet"),
        (terms, "a term that does not stand above"),
    ):
        yield from _again(((record.spans[0], record.keys) for record in records), what)
    places = ((each.spans[0], (f"{each.page_label}: {each.position}",)) for each in credits)
    yield from _again(places, "a page, or a position on it, that does not stand above")
    for section in (edition.closing_note, edition.staff):
        yield from _again(_lines(section, edition.text), "a line that does not stand above")


def _again(named: Iterable[tuple[Span, tuple[str, ...]]], what: str) -> Iterator[Impossible]:
    """Find the places that go by a name of one before."""
    known: set[str] = set()
    for span, names in named:
        folded = {fold(name) for name in names}
        if known & folded:
            yield span, what
        known |= folded


def _lines(section: Section, text: str) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Give the lines of a section with something in them."""
    (whole,) = section.spans
    for line in re.compile(r"[^\n]*\w[^\n]*").finditer(text, whole.start, whole.end):
        yield Span(*line.span()), (line[0],)


def _tags(section: Section, text: str) -> Iterator[Impossible]:
    """Find the tags that a section can't have, and the addresses that lead nowhere."""
    known = IN_TABLES if section.name in TABLES else AUTOLINK
    (whole,) = section.spans
    for tag in re.compile(TAG).finditer(text, whole.start, whole.end):
        if not re.fullmatch(known, tag[0]):
            yield Span(*tag.span()), "no such tag"
