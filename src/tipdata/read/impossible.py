"""Finds what is laid out as a report and can't be one: no reader of the print would accept it."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from tipdata.load.edition import Edition
from tipdata.models.organizations import YearMeaning
from tipdata.models.record import Record, Section, Span
from tipdata.names import fold
from tipdata.read.characters import Impossible
from tipdata.read.documents import YEAR

PAST = (YearMeaning.DATED, YearMeaning.UPDATED)
AGES = range(1, 22)  # under which anybody is a child to some law
REPORTED = 2  # how many years back the news of a report may lie


def impossible(edition: Edition) -> Iterator[Impossible]:
    """Give what can't be in an edition: where it stands, and what was expected there."""
    yield from _empty(edition)
    yield from _window(edition)
    yield from _cells(edition)
    yield from _numbers(edition)
    yield from _years(edition)
    yield from _doubled(edition)


def _empty(edition: Edition) -> Iterator[Impossible]:
    """Find the sections that say nothing."""
    chart, peacekeeping = edition.conventions, edition.peacekeeping
    for section, records in (
        (chart, chart.cells),
        (peacekeeping, peacekeeping.profiles),
        (edition.organizations, edition.organizations.organizations),
        (edition.glossary, edition.glossary.terms),
        (edition.photo_credits, edition.photo_credits.credits),
        (edition.closing_note, edition.closing_note.paragraphs),
        (edition.staff, edition.staff.members),
    ):
        if not records:
            yield section.spans[0], "a section with something in it"


def _window(edition: Edition) -> Iterator[Impossible]:
    chart = edition.conventions
    (legend,) = chart.legend.spans
    if chart.closes.before(chart.opens):
        yield legend, "a legend whose months follow one another"
    if chart.closes.year > edition.year:
        yield legend, f"a legend whose months are those of {edition.year} or before"
    # The year was looked for in the whole text: another report may be named below.
    if f"{edition.year} Trafficking in Persons Report" not in chart.legend.text:
        yield legend, "a legend that names its report"
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
        if last < first:
            (legend,) = edition.conventions.legend.spans
            yield legend, f"a legend whose months end after {cell.instrument} was adopted"
        elif not first <= year.year <= last:
            yield cell.spans[0], f"a year from {first} to {last}"
        if force and force.before(year):
            yield cell.spans[0], "an entry into force that does not come before the year"
        # One that is late, and that no day of the year leads to, is an erratum.
        if force and not re.fullmatch(YEAR, str(force.year)):
            yield cell.spans[0], "an entry into force in the century of the year or the next"


def _numbers(edition: Edition) -> Iterator[Impossible]:
    for profile in edition.peacekeeping.profiles:
        said = profile.allegations
        if said.children and said.victims and said.children > said.victims:
            yield said.spans[0], "no more children than victims"
        if said.allegations and not (said.personnel and said.missions and said.victims):
            yield said.spans[0], "somebody whom the allegations are made against, and a victim"
        if said.age_limit is not None and said.age_limit not in AGES:
            yield said.spans[0], "an age of children"
        if said.year < edition.year - REPORTED:
            yield said.spans[0], f"no year before {edition.year - REPORTED}"


def _years(edition: Edition) -> Iterator[Impossible]:
    """Find the years that the report can't know of yet, and those long before it."""
    for record, years in _known_years(edition):
        if any(year > edition.year for year in years):
            yield record.spans[0], f"no year after {edition.year}"
        if any(not re.fullmatch(YEAR, str(year)) for year in years):
            yield record.spans[0], "no year before 1900"


def _known_years(edition: Edition) -> Iterator[tuple[Record, list[int]]]:
    """Give the records that tell of something past, and when it was."""
    for profile in edition.peacekeeping.profiles:
        yield profile.allegations, [profile.allegations.year]
        yield profile.prevention_policy, list(profile.prevention_policy.years)
        yield profile.training, _printed(profile.training.year)
    for organization in edition.organizations.organizations:
        for link in organization.links:
            yield link, [int(year) for year in re.findall(rf"\b{YEAR}\b", link.label or "")]
    for document in edition.organizations.documents:
        yield document, [each.last for each in document.years if each.meaning in PAST]
    for term in edition.glossary.terms:
        yield term, [int(year) for year in re.findall(rf"\b{YEAR}\b", term.abbreviation)]
    for note in edition.notes.notes:
        yield note, [note.date.year]
    for credit in edition.photo_credits.credits:
        yield credit, _printed(credit.year)


def _printed(year: int | None) -> list[int]:
    return [] if year is None else [year]


def _doubled(edition: Edition) -> Iterator[Impossible]:
    """Find what stands a second time where it can stand only once."""
    organizations, terms = edition.organizations.organizations, edition.glossary.terms
    profiles = edition.peacekeeping.profiles
    for records, what in (
        (profiles, "an organization that has no column yet"),
        (organizations, "an organization that has no row yet"),
        (terms, "a term that does not stand above"),
    ):
        yield from _again(((record.spans[0], record.keys) for record in records), what)
    for rows in _rows(edition):
        yield from _again(rows, "what does not stand in the row before")
    yield from _doubled_pages(edition)
    for section in (edition.closing_note, edition.staff):
        yield from _again(_lines(section, edition.text), "a line that does not stand above")


def _rows(edition: Edition) -> Iterator[list[tuple[Span, tuple[str, ...]]]]:
    """Give what stands in a row: its links, its documents, its focal points."""
    section = edition.organizations
    for organization in section.organizations:
        yield [(link.spans[0], (link.url,)) for link in organization.links]
    for _, documents in groupby(section.documents, key=lambda document: document.organizations):
        yield [(each.spans[0], (each.printed, _text(edition, each))) for each in documents]
    for _, points in groupby(section.focal_points, key=lambda point: point.organizations):
        yield [(point.spans[0], (point.name,)) for point in points]


def _text(edition: Edition, record: Record) -> str:
    span = record.spans[0]
    return edition.text[span.start : span.end]


def _doubled_pages(edition: Edition) -> Iterator[Impossible]:
    """Find the pages with credits in two places, and the positions that tell none apart."""
    credits = edition.photo_credits.credits
    pages = [list(page) for _, page in groupby(credits, key=lambda credit: credit.page_label)]
    labels = ((page[0].spans[0], (page[0].page_label,)) for page in pages)
    yield from _again(labels, "a page that does not stand above")
    for page in pages:
        places = ((each.spans[0], (each.position or "",)) for each in page)
        yield from _again(places, "a position of its own on the page")
        if len(page) > 1 and (here := next((e for e in page if not e.position), None)):
            yield here.spans[0], "a position on the page"


def _again(named: Iterable[tuple[Span, tuple[str, ...]]], what: str) -> Iterator[Impossible]:
    """Find the places that go by a name of one before, or by one of their own twice."""
    known: set[str] = set()
    for span, names in named:
        folded = {fold(name) for name in names}
        if known & folded or len(folded) < len(names):
            yield span, what
        known |= folded


def _lines(section: Section, text: str) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Give the lines of a section with something in them."""
    (whole,) = section.spans
    for line in re.compile(r"[^\n]*\w[^\n]*").finditer(text, whole.start, whole.end):
        yield Span(*line.span()), (line[0],)
