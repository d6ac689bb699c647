"""Reads framework documents: titles, symbols, and what each printed year means."""

import re

from tipdata.models.organizations import (
    DocumentYears,
    FrameworkDocument,
    Organization,
    YearMeaning,
)
from tipdata.models.record import Span
from tipdata.names import fold
from tipdata.read.markup import ANCHOR, link, plain
from tipdata.read.scanner import Scanner

YEAR = r"(?:19|20)\d\d"
RANGE = rf"{YEAR}[-–](?:{YEAR}|\d\d\b)"
SYMBOL = r"\(([A-Z]+[-\w]*/(?:[^()]|\([^()]*\))+)\)"
SYMBOLS = (SYMBOL, r"Resolution (\d+/\d+/\d{4})", r"(Decision No\. \d+)")
# In the order in which they are tried: "by 2020" before the bare year in it.
MEANINGS = {
    YearMeaning.EXTENDED: rf"extended until {YEAR}",
    YearMeaning.UPDATED: rf"updated in {YEAR}",
    YearMeaning.TARGET: rf"by {YEAR}",
    YearMeaning.SYMBOL: rf"\d+/\d+/{YEAR}",
    YearMeaning.PERIOD: RANGE,
    YearMeaning.DATED: rf"\d+ [A-Z][a-z]+ \({YEAR}\)|(?<=\(){YEAR}(?=\))|(?<=, ){YEAR}$",
    YearMeaning.NAMED: rf"\b{YEAR}\b",
}
ANY_YEARS = "|".join(f"(?P<{meaning.name}>{pattern})" for meaning, pattern in MEANINGS.items())
AFTER_TITLE = "|".join(
    (
        rf", \d+ [A-Z][a-z]+ \({YEAR}\)",
        rf" \((?:{RANGE}|{YEAR}|updated in {YEAR})\)",
        rf", (?:extended until )?{YEAR}",
        rf" {SYMBOL}",
    )
)


def read_documents(
    cell: Scanner, organizations: tuple[Organization, ...]
) -> list[FrameworkDocument]:
    """Read a cell of framework documents, which belong to these organizations."""
    documents: list[FrameworkDocument] = []
    while not cell.done:
        if cell.sees(" "):
            cell.mark("separator", " ")
        if cell.sees("<p><b>"):
            cell.mark("label", "<p><b>UN Convention and Protocol:</b></p>")
            if not cell.sees(" ?<p>[^<]"):
                cell.fail("a framework document below the label")
        else:
            documents.append(_document(cell, organizations))
    return documents


def _document(cell: Scanner, organizations: tuple[Organization, ...]) -> FrameworkDocument:
    """Read a document.

    A paragraph that only repeats the name of the organization goes on with the title above it.
    """
    # One space or two stand before an address, as it comes.
    piece = cell.take("<p>[^<>]+?(?= {1,2}<a |</p>)", "a framework document")
    names = [organization.name for organization in organizations]
    if fold(plain(piece.text.removeprefix("<p>"))) in map(fold, names):
        cell.inside(piece).fail("the title that goes on with the name of the organization")
    address = None
    if cell.sees(" "):
        cell.take(" {1,2}", "a space")
        address = link(cell.take(ANCHOR, "an address"))
    end = cell.take("</p>", "the end of the paragraph")
    spans = [Span(piece.span.start, end.span.end)]
    printed = plain(piece.text.removeprefix("<p>"))
    name = "|".join(re.escape(name) for name in names)
    if cell.sees(f" <p>(?:{name})</p>"):
        cell.mark("separator", " ")
        rest = cell.take(f"<p>(?:{name})</p>", "the rest of the title")
        printed += " " + plain(rest.text.removeprefix("<p>").removesuffix("</p>"))
        spans.append(rest.span)
    years = _years(printed)
    if any(covered.last < covered.first for covered in years):
        cell.inside(piece).fail("a framework document with its years in ascending order")
    return FrameworkDocument(
        title=re.sub(f"(?:{AFTER_TITLE})+$", "", printed),
        printed=printed,
        years=years,
        symbol=_symbol(printed),
        link=address,
        organizations=organizations,
        spans=tuple(spans),
    )


def _symbol(printed: str) -> str | None:
    for pattern in SYMBOLS:
        if match := re.search(pattern, printed):
            return match[1]
    return None


def _years(printed: str) -> tuple[DocumentYears, ...]:
    years: list[DocumentYears] = []
    for match in re.finditer(ANY_YEARS, printed):
        meaning = YearMeaning[str(match.lastgroup)]
        first = last = int(re.findall(YEAR, match[0])[0])
        if meaning is YearMeaning.PERIOD:
            # The end may be short: "2012-16" is 2012-2016.
            end = re.split("[-–]", match[0])[1]
            last = int(str(first)[: 4 - len(end)] + end)
        # "(2002-2003), extended until 2011": by the years from the end of the period on.
        if meaning is YearMeaning.EXTENDED and years:
            first = years[-1].last
        years.append(DocumentYears(first, last, meaning, match[0]))
    return tuple(years)
