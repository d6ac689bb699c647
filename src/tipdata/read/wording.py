"""Checks what texts say: what is no name, title or paragraph, and what says itself twice."""

import re
from collections.abc import Iterable, Iterator

from tipdata.load.edition import Edition
from tipdata.models.record import Link, Span
from tipdata.names import fold
from tipdata.read.characters import BLANK, Impossible
from tipdata.read.documents import RANGE, YEAR

# A text, and where it stands.
Printed = tuple[Span, str]

LETTER = r"[^\W\d_]"
# An accent may stand for itself, behind its letter.
NAME = rf"{LETTER}(?:{LETTER}|[\u0300-\u036f\u00a0 .,'’()“”&/-])*"
ABBREVIATION = r"[^\W_](?:[^\W_]|[\u00a0 .,'’()&/+-])*"
BEGINNING = r"[“\"‘'(]?[^\W_]"
NO_NAME = "a name without digits and colons"
NO_PHRASE = (
    rf"[<>|\\`*=~^{{}}_]|&\w+;|://|{BLANK}{{2}}|\(\(|\(\s*\)|[ \u00a0,;:/&–—-]$"
    r"|(?i:\bn/a\b)"
)
# In a word what stands in none, after a blank what follows a word, behind a letter a digit.
NO_SPELLING = rf"{LETTER}[^\w\s\u0300-\u036f.,'’()“”&/–-]{LETTER}|\s[.,;:!?]|[a-z]\d"
NO_PARAGRAPH = r"^#|\t|\(\s*\)"
BRACKETS = {"(": ")", "[": "]", "“": "”"}
TWICE = r"(\([^()]+\)) ?\1"
# What stands between blanks and brackets and looks like years: "2017?", "2O17", "20177-18".
NUMBER = r"[^\s()“”]*(?:(?<!\d)\d{4}(?!\d)|\d[OoIl]\d|\d{5,}[-–])[^\s()“”]*"
NUMBERS = rf"{YEAR}|{RANGE}|(?:\d+/)+{YEAR}|{LETTER}[^?*]*"
NUMBERED = r"(?:No\.|RES\.|Resolution|Decision|Directive|Regulation|Recommendation) $"
# What stands in parentheses and is no word, number of a part or symbol; or after a preposition.
IN_PLACE_OF_YEARS = (
    r"(?<=\()(?:(?![1-9]\d?\))(?:\d|[^\w()])+|(?=\D*\d)\w{4})(?=\))"
    r"|(?:(?<= until )|(?<= in )|(?<= by ))\d{4}\b"
    r"|(?:(?<=extended until )|(?<=updated in ))[^\s(),]+"
)


def unworded(edition: Edition) -> Iterator[Impossible]:
    """Find the texts that are not worded as what they stand for."""
    for check, texts in (
        (_person, _people(edition)),
        (_agency, _agencies(edition)),
        (_abbreviation, _abbreviations(edition)),
        (_phrase, _phrases(edition)),
        (_paragraph, _paragraphs(edition)),
    ):
        for span, text in texts:
            if expected := check(text):
                yield span, expected
    for term in edition.glossary.terms:
        if len(term.abbreviation) > len(term.meaning):
            yield term.spans[0], "a term that is no longer than its meaning"
    yield from _addresses(edition)


# Each returns what was expected, or None where nothing is wrong.


def _person(text: str) -> str | None:
    return _agency(text) or (NO_NAME if "/" in text else None)


def _agency(text: str) -> str | None:
    if re.search(NO_PHRASE, text) or not re.fullmatch(NAME, text) or not _balanced(text):
        return NO_NAME
    return _words(text)


def _abbreviation(text: str) -> str | None:
    wrong = re.search(NO_PHRASE, text) or not re.search(LETTER, text) or not _balanced(text)
    if wrong or not re.fullmatch(ABBREVIATION, text):
        return "an abbreviation"
    return _years(text) or _said_once(text)


def _phrase(text: str) -> str | None:
    wrong = re.search(f"{NO_PHRASE}|{NO_SPELLING}", text) or not re.match(BEGINNING, text)
    return _years(text) or ("words" if wrong or not _balanced(text) else _words(text))


def _paragraph(text: str) -> str | None:
    if re.search(NO_PARAGRAPH, text) or text != text.strip():
        return "a paragraph"
    return _words(text)


def _words(text: str) -> str | None:
    return _said_once(text) if re.search(f"{LETTER}{{2}}", text) else "words"


def _people(edition: Edition) -> Iterator[Printed]:
    for credit in edition.photo_credits.credits:
        if credit.photographer is not None:
            yield credit.spans[0], credit.photographer
    for member in edition.staff.members:
        yield member.spans[0], member.name


def _agencies(edition: Edition) -> Iterator[Printed]:
    for credit in edition.photo_credits.credits:
        if credit.agency is not None:
            yield credit.spans[0], credit.agency


def _abbreviations(edition: Edition) -> Iterator[Printed]:
    for term in edition.glossary.terms:
        for name in term.keys:
            yield term.spans[0], name


def _phrases(edition: Edition) -> Iterator[Printed]:
    """Give the names, titles and labels of the tables, and the meanings of the glossary."""
    for profile in edition.peacekeeping.profiles:
        policy, training, said = profile.prevention_policy, profile.training, profile.allegations
        yield edition.peacekeeping.introduction.spans[0], profile.organization
        yield profile.spans[3], profile.lead_office
        yield policy.spans[0], policy.title
        if training.material:
            yield training.spans[0], training.material
        for listed in (*said.personnel_kinds, *said.countries):
            yield said.spans[0], listed
    section = edition.organizations
    for organization in section.organizations:
        for name in (organization.name, *organization.other_names):
            yield organization.spans[0], name
    for link in _links(edition):
        for text in (link.label, link.remark, None if _is_address(link) else link.text):
            if text is not None:
                yield link.spans[0], text
    for document in section.documents:
        yield document.spans[0], document.printed
    for point in section.focal_points:
        yield point.spans[0], point.name
    for term in edition.glossary.terms:
        yield term.spans[0], term.meaning


def _paragraphs(edition: Edition) -> Iterator[Printed]:
    peacekeeping = edition.peacekeeping
    note = edition.closing_note
    for paragraph in (peacekeeping.introduction, *note.paragraphs, edition.special_thanks):
        yield paragraph.spans[0], paragraph.text
    for printed in edition.notes.notes:
        yield printed.spans[0], printed.text
    for profile in peacekeeping.profiles:
        for initiative in profile.initiatives:
            yield initiative.spans[0], initiative.text
        if profile.allegations.remark:
            yield profile.allegations.spans[0], profile.allegations.remark


def _balanced(text: str) -> bool:
    """Tell whether each bracket closes one that is open, and none stays open."""
    awaited: list[str] = []
    for char in text:
        if char in BRACKETS:
            awaited.append(BRACKETS[char])
        elif char in BRACKETS.values() and (not awaited or awaited.pop() != char):
            return False
    return not awaited


def _said_once(text: str) -> str | None:
    """Expect no words, no abbreviation and no brackets a second time, right behind the first."""
    half = len(text) // 2
    first, between, second = text[:half], text[half:-half], text[-half:]
    twice = fold(first) == fold(second) and not between.isalnum()
    several = " " in first.strip() or (between and len(first) > 1 and first.isupper())
    return "words that stand there once" if (twice and several) or re.search(TWICE, text) else None


def _years(text: str) -> str | None:
    """Expect years where nothing else can stand."""
    for place in re.finditer(IN_PLACE_OF_YEARS, text):
        if not re.fullmatch(f"{RANGE}|{YEAR}", place[0]) or _descends(place[0]):
            return f"years in the place of {place[0]!r}"
    for place in re.finditer(NUMBER, text):
        number = place[0].strip(".,:;'’")
        numbered = number.isdigit() and re.search(NUMBERED, text[: place.start()])
        if not numbered and not re.fullmatch(NUMBERS, number):
            return f"years in the place of {number!r}"
    return None


def _descends(years: str) -> bool:
    first, _, last = years.replace("–", "-").partition("-")
    return bool(last) and first[: 4 - len(last)] + last < first


def _links(edition: Edition) -> Iterator[Link]:
    holders: tuple[Iterable[Link], ...] = (
        *(profile.links for profile in edition.peacekeeping.profiles),
        *(organization.links for organization in edition.organizations.organizations),
        [each.link for each in edition.organizations.documents if each.link],
    )
    return (link for links in holders for link in links)


def _addresses(edition: Edition) -> Iterator[Impossible]:
    """Find the links that lead elsewhere than they say."""
    for link in _links(edition):
        if _is_address(link) and _bare(link.text) != _bare(link.url):
            yield link.spans[0], "an address that leads where it says"


def _is_address(link: Link) -> bool:
    """Tell whether the text of a link is an address, and no word for what it leads to."""
    return bool(re.search(r"\S/\S|//|www\.|@|^\S+\.\S+$", link.text))


def _bare(address: str) -> str:
    """Return an address without what the print leaves out of some: "www.coe.int"."""
    return re.sub("^(?:https?://|mailto:)|/$", "", address)
