"""Reads the photo credits."""

import re

from tipdata.models.photo_credits import PageRange, PhotoCredit, PhotoCredits
from tipdata.models.record import Span
from tipdata.read.markup import plain
from tipdata.read.scanner import Piece, Scanner
from tipdata.read.supplement import Supplement

POSITION = r"(?:Top|Middle|Bottom|Left|Right): "
# Front matter goes by Roman numerals, from 1 to 399 here; the look-ahead wants one digit at least.
ROMAN = "(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
PAGE = rf"Page (?:[1-9]\d*(?:-[1-9]\d*)?|{ROMAN}(?:-{ROMAN})?)"
LABEL = rf"(?:{PAGE}|(?!Page |{POSITION})[A-Z][A-Za-z ]+): "
NUMERALS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def read(scanner: Scanner, supplement: Supplement) -> PhotoCredits:
    """Read the section: a page a paragraph, a credit a line."""
    title = scanner.heading(1, "PHOTO CREDITS")
    credits: list[PhotoCredit] = []
    while not scanner.sees("\n|#"):
        credits += _page(scanner, supplement)
        scanner.mark_match("blank lines", "\n+", "the blank lines below a page's credits")
    return PhotoCredits(
        title=title,
        credits=tuple(credits),
        spans=(scanner.passed,),
        structure=scanner.structure,
    )


def _page(scanner: Scanner, supplement: Supplement) -> list[PhotoCredit]:
    """Read the credits of a page. A label that governs several is structure they share."""
    # Two spaces at the end of a line are Markdown's line break: another credit follows.
    shared = scanner.sees(f"{LABEL}[^\n]+  \n")
    what = 'a page as in "Page 16-17: "'
    label = (
        scanner.mark_match("shared label", LABEL, what) if shared else scanner.take(LABEL, what)
    )
    name, pages = label.text[:-2], _pages(scanner, label)
    start = scanner.position if shared else label.span.start
    credits = [_credit(scanner, start, name, pages, supplement)]
    while shared and scanner.sees("  \n"):
        scanner.mark("separator", "  \n")
        credits.append(_credit(scanner, scanner.position, name, pages, supplement))
    return credits


def _credit(
    scanner: Scanner, start: int, label: str, pages: PageRange | None, supplement: Supplement
) -> PhotoCredit:
    position = scanner.take(POSITION, "a position").text[:-2] if scanner.sees(POSITION) else None
    piece = scanner.take(r"[^\n]+?(?=  \n|\n)", "a credit")
    credit = plain(piece.text)
    year = re.match(r"((?:19|20)\d\d) ", credit)
    photographer, agency = _parties(credit[5:] if year else credit, supplement)
    if not (photographer or agency):
        scanner.inside(piece).fail("a credit that names an agency the supplement knows")
    return PhotoCredit(
        page_label=label.removeprefix("Page "),
        pages=pages,
        position=position,
        photographer=photographer,
        agency=agency,
        year=int(year[1]) if year else None,
        credit=credit,
        spans=(Span(start, piece.span.end),),
    )


def _parties(credit: str, supplement: Supplement) -> tuple[str | None, str | None]:
    """Tell the photographer and the agency of a credit apart; neither if it can't be told.

    The agency stands before or after a slash, after "for", or alone.
    """
    agencies = {agency.value for agency in supplement.agencies}
    bylines = {byline.value for byline in supplement.bylines}
    if credit in agencies:
        return None, credit
    # In either order: "AP Photo/Denis Farrell", "Simon Buxton/Anti-Slavery International".
    if "/" in credit:
        before, after = (side.strip(" ") for side in credit.split("/", 1))
        match (before in agencies, after in agencies):
            case (True, True):
                return None, credit
            case (True, False):
                return (None if after in bylines else after), before
            case (False, True):
                return before, after
            case _:
                return None, None
    photographer, _, agency = credit.partition(" for ")
    return photographer, agency or None


def _pages(scanner: Scanner, label: Piece) -> PageRange | None:
    if not label.text.startswith("Page "):
        return None
    numbers = label.text.removeprefix("Page ").removesuffix(": ").split("-")
    roman = not numbers[0].isdigit()
    first, last = (_roman(n) if roman else int(n) for n in (numbers[0], numbers[-1]))
    if last < first:
        scanner.inside(label).fail("pages in ascending order")
    return PageRange(first, last, roman)


def _roman(numeral: str) -> int:
    """Read a Roman numeral: a smaller digit before a larger one counts against it."""
    digits = [NUMERALS[letter] for letter in numeral]
    following = [*digits[1:], 0]
    return sum(
        -digit if digit < next_digit else digit
        for digit, next_digit in zip(digits, following, strict=True)
    )
