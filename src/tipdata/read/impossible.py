"""Finds what is laid out as a report and can't be one: no reader of the print would accept it."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from tipdata.load.edition import Edition
from tipdata.models.organizations import YearMeaning
from tipdata.models.record import Record, Section, Span
from tipdata.names import fold
from tipdata.read.documents import RANGE, YEAR
from tipdata.read.markup import AUTOLINK, OPENING

# Where it stands, and what was expected there.
Impossible = tuple[Span, str]

TAG = r"<[^<>]*>?|>"
IN_TABLES = rf"</?[pb]>|</a>|{OPENING}"
TABLES = ("peacekeeping", "organizations")
NO_NAME = r"[\d:\t]"
NO_PARAGRAPH = r"^#|\t|^[^A-Za-z]*$"
# What stands in parentheses and is no word, number of a part or symbol; or after a preposition.
IN_PLACE_OF_YEARS = (
    r"(?<=\()(?:(?!\d{1,2}\))[\d –-]+|(?=\D*\d)\w{4})(?=\))"
    r"|(?:(?<= until )|(?<= in )|(?<= by ))\d{4}\b"
)
PAST = (YearMeaning.DATED, YearMeaning.UPDATED)


def impossible(edition: Edition) -> Iterator[Impossible]:
    """Give what can't be in an edition: where it stands, and what was expected there."""
    yield from _empty(edition)
    yield from _window(edition)
    yield from _cells(edition)
    yield from _numbers(edition)
    yield from _years(edition)
    yield from _doubled(edition)
    yield from _names(edition)
    yield from _paragraphs(edition)
    yield from _documents(edition)
    yield from _blanks(edition.text)
    for section in edition.sections:
        yield from _tags(section, edition.text)


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
    profiles = edition.peacekeeping.profiles
    for records, what in (
        (profiles, "an organization that has no column yet"),
        (organizations, "an organization that has no row yet"),
        (terms, "a term that does not stand above"),
    ):
        yield from _again(((record.spans[0], record.keys) for record in records), what)
    yield from _doubled_pages(edition)
    for section in (edition.closing_note, edition.staff):
        yield from _again(_lines(section, edition.text), "a line that does not stand above")


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


def _names(edition: Edition) -> Iterator[Impossible]:
    """Find the names of people and agencies with signs that no name has."""
    for credit in edition.photo_credits.credits:
        if re.search(NO_NAME, f"{credit.photographer or ''} {credit.agency or ''}"):
            yield credit.spans[0], "a name without digits and colons"
    for member in edition.staff.members:
        if re.search(NO_NAME, member.name):
            yield member.spans[0], "a name without digits and colons"


def _paragraphs(edition: Edition) -> Iterator[Impossible]:
    """Find headings, rows of tables and mere numbers among the paragraphs."""
    for paragraph in edition.closing_note.paragraphs:
        if re.search(NO_PARAGRAPH, paragraph.text):
            yield paragraph.spans[0], "a paragraph"


def _documents(edition: Edition) -> Iterator[Impossible]:
    """Find what stands in the place of a year and is none."""
    for document in edition.organizations.documents:
        for place in re.finditer(IN_PLACE_OF_YEARS, document.printed):
            if not re.fullmatch(f"{RANGE}|{YEAR}", place[0]):
                yield document.spans[0], f"years in the place of {place[0]!r}"


def _blanks(text: str) -> Iterator[Impossible]:
    """Find blanks around a cell or a line, but the two that break a line of credits."""
    for blank in re.finditer(r"(?<![^\n\t]) +| +(?=\t)| +(?![^\n])", text):
        if blank[0] != "  " or text[blank.end() : blank.end() + 1] != "\n":
            yield Span(*blank.span()), "no blank"


def _tags(section: Section, text: str) -> Iterator[Impossible]:
    """Find the tags that a section can't have, and the addresses that lead nowhere."""
    known = IN_TABLES if section.name in TABLES else AUTOLINK
    (whole,) = section.spans
    for tag in re.compile(TAG).finditer(text, whole.start, whole.end):
        if not re.fullmatch(known, tag[0]):
            yield Span(*tag.span()), "no such tag"
