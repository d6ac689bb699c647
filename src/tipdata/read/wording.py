"""Checks what texts say: what is no name, title or paragraph, and what says itself twice."""

import re
from collections.abc import Iterable, Iterator

from tipdata.load.edition import Edition
from tipdata.models.record import Link, Span
from tipdata.names import fold
from tipdata.read.characters import BLANK, Impossible
from tipdata.read.documents import RANGE, YEAR
from tipdata.read.markup import ADDRESS

# A text, and where it stands.
Printed = tuple[Span, str]

LETTER = r"[^\W\d_]"
PERSON = rf"{LETTER}(?:{LETTER}|[\u0300-\u036f\u00a0 .,'’()“”&/-])*"  # an accent may stand for itself
ABBREVIATION = r"[^\W_](?:[^\W_]|[\u00a0 .,'’()&/-])*"
BEGINNING = r"[“\"‘'(]?[^\W_]"
NO_PHRASE = rf"[<>|\\`*=~^{{}}_]|&\w+;|{BLANK}{{2}}|://|[,;:/–—-]$|\(\s*\)"
NO_PARAGRAPH = r"^#|\t|\(\s*\)"
BRACKETS = {"(": ")", "[": "]", "“": "”"}
TWICE = r"(\([^()]+\)) ?\1"
# What stands between blanks and brackets with four digits in it, or a letter among them: "2O17".
NUMBER = r"[^\s()“”]*(?:(?<!\d)\d{4}(?!\d)|\d[OoIl]\d)[^\s()“”]*"
NUMBERS = rf"{YEAR}|{RANGE}|(?:\d+/)+{YEAR}|{LETTER}[^?*]*"
NUMBERED = r"(?:No\.|RES\.|Resolution|Decision|Directive|Regulation|Recommendation) $"
# What stands in parentheses and is no word, number of a part or symbol; or after a preposition.
IN_PLACE_OF_YEARS = (
    r"(?<=\()(?:(?!\d{1,2}\))[\d –-]+|(?=\D*\d)\w{4})(?=\))"
    r"|(?:(?<= until )|(?<= in )|(?<= by ))\d{4}\b"
)


def unworded(edition: Edition) -> Iterator[Impossible]:
    """Find the texts that are not worded as what they stand for."""
    for span, text in (*_abbreviations(edition), *_phrases(edition)):
        for number in _no_numbers(text):
            yield span, f"years in the place of {number!r}"
    for span, text in (*_people(edition), *_abbreviations(edition), *_phrases(edition)):
        if re.search(NO_PHRASE, text) or not re.match(BEGINNING, text) or not _balanced(text):
            yield span, "words"
    for span, text in (*_people(edition), *_phrases(edition), *_prose(edition)):
        if not re.search(f"{LETTER}{{2}}", text):
            yield span, "words"
        if re.search(TWICE, text) or _says_itself_twice(text):
            yield span, "words that stand there once"
    for span, text in _people(edition):
        if not re.fullmatch(PERSON, text):
            yield span, "a name without digits and colons"
    for span, text in _abbreviations(edition):
        if not re.fullmatch(ABBREVIATION, text):
            yield span, "an abbreviation"
    for span, text in _prose(edition):
        if re.search(NO_PARAGRAPH, text):
            yield span, "a paragraph"
    yield from _addresses(edition)


def _people(edition: Edition) -> Iterator[Printed]:
    for credit in edition.photo_credits.credits:
        for name in (credit.photographer, credit.agency):
            if name is not None:
                yield credit.spans[0], name
    for member in edition.staff.members:
        yield member.spans[0], member.name


def _abbreviations(edition: Edition) -> Iterator[Printed]:
    for term in edition.glossary.terms:
        for name in term.keys:
            yield term.spans[0], name


def _phrases(edition: Edition) -> Iterator[Printed]:
    """Give the names, titles and labels of the tables, and the meanings of the glossary."""
    for profile in edition.peacekeeping.profiles:
        policy, training = profile.prevention_policy, profile.training
        yield profile.spans[3], profile.lead_office
        yield policy.spans[0], policy.title
        if training.material:
            yield training.spans[0], training.material
    section = edition.organizations
    for organization in section.organizations:
        for name in (organization.name, *organization.other_names):
            yield organization.spans[0], name
    for link in _links(edition):
        for said in (link.label, link.remark):
            if said is not None:
                yield link.spans[0], said
    for document in section.documents:
        yield document.spans[0], document.printed
    for point in section.focal_points:
        yield point.spans[0], point.name
    for term in edition.glossary.terms:
        yield term.spans[0], term.meaning


def _prose(edition: Edition) -> Iterator[Printed]:
    paragraphs = (
        edition.peacekeeping.introduction,
        *(each for profile in edition.peacekeeping.profiles for each in profile.initiatives),
        *edition.notes.notes,
        *edition.closing_note.paragraphs,
        edition.special_thanks,
    )
    for paragraph in paragraphs:
        yield paragraph.spans[0], paragraph.text
    for profile in edition.peacekeeping.profiles:
        if remark := profile.allegations.remark:
            yield profile.allegations.spans[0], remark


def _balanced(text: str) -> bool:
    """Tell whether each bracket closes one that is open, and none stays open."""
    awaited: list[str] = []
    for char in text:
        if char in BRACKETS:
            awaited.append(BRACKETS[char])
        elif char in BRACKETS.values() and (not awaited or awaited.pop() != char):
            return False
    return not awaited


def _says_itself_twice(text: str) -> bool:
    """Tell whether a text is something of several words, or an abbreviation, and that again."""
    half = len(text) // 2
    first, between, second = text[:half], text[half:-half], text[-half:]
    if fold(first) != fold(second) or between.isalnum():
        return False
    return " " in first.strip() or bool(between and len(first) > 1 and first.isupper())


def _no_numbers(text: str) -> Iterator[str]:
    """Give what stands in the place of a year, and is none."""
    for place in re.finditer(IN_PLACE_OF_YEARS, text):
        if not re.fullmatch(f"{RANGE}|{YEAR}", place[0]):
            yield place[0]
    for place in re.finditer(NUMBER, text):
        number = place[0].strip(".,:;'’")
        numbered = number.isdigit() and re.search(NUMBERED, text[: place.start()])
        if not numbered and not re.fullmatch(NUMBERS, number):
            yield number


def _links(edition: Edition) -> Iterator[Link]:
    holders: tuple[Iterable[Link], ...] = (
        *(profile.links for profile in edition.peacekeeping.profiles),
        *(organization.links for organization in edition.organizations.organizations),
        [each.link for each in edition.organizations.documents if each.link],
    )
    return (link for links in holders for link in links)


def _addresses(edition: Edition) -> Iterator[Impossible]:
    """Find the links that lead nowhere, and those that lead elsewhere than they say."""
    for link in _links(edition):
        if not re.fullmatch(ADDRESS, link.url):
            yield link.spans[0], "an address"
        if re.match(r"https?:|www\.", link.text) and _bare(link.text) != _bare(link.url):
            yield link.spans[0], "an address that leads where it says"


def _bare(address: str) -> str:
    """Return an address without what the print leaves out of some: "www.coe.int"."""
    return re.sub("^https?://|/$", "", address)
