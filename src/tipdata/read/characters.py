"""Checks the characters of a text, whatever they say: what is no print, blank or markup there."""

import re
from collections.abc import Iterator
from html import unescape
from unicodedata import name

from tipdata.models.record import Section, Span
from tipdata.read.markup import AUTOLINK, ESCAPE, OPENING

# Where it stands, and what was expected there.
Impossible = tuple[Span, str]

LOST = "\N{REPLACEMENT CHARACTER}"
BLANK = "[ \u00a0]"
BLANK_AT_AN_END = rf"(?<![^\n\t]){BLANK}+|{BLANK}+(?=\t)|{BLANK}+(?![^\n])"
LINE_BREAK = "  "  # at the end of a line of credits: Markdown's own
TAG = r"<[^<>]*>?|>"
# What is taken by the way is markup; what is left of its signs is none.
LOOSE = rf"{ESCAPE}|\*[^*\t\n]+\*|<[^<>\n]*>|(?P<loose>[*`\\|])"
IN_TABLES = rf"</?[pb]>|</a>|{OPENING}"
TABLES = ("peacekeeping", "organizations")


def unprintable(text: str) -> Iterator[Impossible]:
    """Find the characters, and entities, that no report prints."""
    for place, what in _unprintable(text):
        # To the end: what follows tells where it is, for it can't be seen itself.
        yield Span(place, len(text)), what


def _unprintable(text: str) -> Iterator[tuple[int, str]]:
    for run in re.finditer(r"[^\n\t\u00a0]+", text):
        if not run[0].isprintable():
            first = next(place for place, char in enumerate(run[0]) if not char.isprintable())
            yield run.start() + first, "no control character"
    if (lost := text.find(LOST)) >= 0:
        yield lost, "no sign of a character that was lost"
    # int() and \d take the digits of every script; no report prints them.
    if digit := re.search(r"[^\D0-9]", text):
        yield digit.start(), "no digits but 0 to 9"
    for word in re.finditer(r"[^\W\d_]*[^\W\d_\x00-\x7f][^\W\d_]*", text):
        # The first word of a letter's name is its script. Some look like ours, and are not found.
        if len({name(letter, "").split(" ")[0] for letter in word[0]}) > 1:
            yield word.start(), "no word of several scripts"
    for entity in re.finditer(r"&#?\w+;", text):
        char = unescape(entity[0])
        if len(char) != 1 or char == LOST or not (char.isprintable() or char == "\u00a0"):
            yield entity.start(), "an HTML entity that stands for a character"


def misplaced(sections: tuple[Section, ...], text: str) -> Iterator[Impossible]:
    """Find the blanks and the markup where none can be."""
    for blank in re.finditer(BLANK_AT_AN_END, text):
        if blank[0] != LINE_BREAK or text[blank.end() : blank.end() + 1] != "\n":
            yield Span(*blank.span()), "no blank"
    for section in sections:
        known = IN_TABLES if section.name in TABLES else AUTOLINK
        for tag in _find(TAG, section, text):
            if not re.fullmatch(known, tag[0]):
                yield Span(*tag.span()), "no such tag"
        for sign in _find(LOOSE, section, text):
            if sign["loose"]:
                yield Span(*sign.span()), "no sign of markup that marks nothing"


def _find(pattern: str, section: Section, text: str) -> Iterator[re.Match[str]]:
    (whole,) = section.spans
    return re.compile(pattern).finditer(text, whole.start, whole.end)
