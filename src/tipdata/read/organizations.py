"""Reads the three page-broken tables of multilateral organizations."""

import re

from tipdata.models.organizations import (
    FocalPoint,
    FrameworkDocument,
    Organization,
    Organizations,
)
from tipdata.models.record import Answer, FactSource, Link, Span
from tipdata.read.documents import read_documents
from tipdata.read.markup import ANCHOR, BARE, link, plain
from tipdata.read.scanner import Piece, Scanner
from tipdata.read.supplement import Supplement

TITLE = "MULTILATERAL ORGANIZATIONS COMBATING TRAFFICKING IN PERSONS"
HEADS = (
    "ORGANIZATIONS AND SELECTED LINKS OF INTEREST",
    "FRAMEWORK DOCUMENT RELEVANT TO TIP",
    "TIP FOCAL POINT",
)
# The colon stands with or without a space before it: "(UNODC):", "(ILO) :".
NAME = r"(?P<name>[^()\[\]]+?)(?P<others>(?: \([^()]+\))*)(?P<colon> ?:)?"
BOLD_NAME = r"<b>[^<>]+(?:\)|:)</b>"
NOT_APPLICABLE = "<p>n/a</p>"  # in any case: what is misprinted is an erratum


def read(scanner: Scanner, supplement: Supplement) -> Organizations:
    """Read the section, row by row: bodies with their links, documents, focal points."""
    title = scanner.heading(1, TITLE)
    organizations: list[Organization] = []
    documents: list[FrameworkDocument] = []
    focal_points: list[FocalPoint] = []
    while scanner.sees(HEADS[0]):
        _heads(scanner)
        if not scanner.sees("<p>"):
            scanner.fail("a row of the table")
        while scanner.sees("<p>"):
            bodies, documented, points = _row(scanner, supplement)
            organizations += bodies
            documents += documented
            focal_points += points
        scanner.mark("blank lines", "\n")
    return Organizations(
        title=title,
        organizations=tuple(organizations),
        documents=tuple(documents),
        focal_points=tuple(focal_points),
        spans=(scanner.passed,),
        structure=scanner.structure,
    )


def _heads(scanner: Scanner) -> None:
    for head, separator in zip(HEADS, "\t\t\n", strict=True):
        scanner.mark("column head", head)
        scanner.mark("separator", separator)


def _row(
    scanner: Scanner, supplement: Supplement
) -> tuple[list[Organization], list[FrameworkDocument], list[FocalPoint]]:
    cells = []
    for separator in "\t\t\n":
        cells.append(scanner.take(r"[^\t\n]*", "a cell"))
        scanner.mark("separator", separator)
    named, documented, pointed = cells
    bodies = _bodies(scanner.inside(named), documented, pointed, supplement)
    heads = tuple(body for body in bodies if body.parent is None)
    documents: list[FrameworkDocument] = []
    focal_points: list[FocalPoint] = []
    if _answer(documented) is Answer.GIVEN:
        documents = read_documents(scanner.inside(documented), heads)
    if _answer(pointed) is Answer.GIVEN:
        focal_points = _focal_points(scanner.inside(pointed), heads)
    return bodies, documents, focal_points


def _answer(cell: Piece) -> Answer:
    if not cell.text:
        return Answer.BLANK
    return Answer.NOT_APPLICABLE if cell.text.casefold() == NOT_APPLICABLE else Answer.GIVEN


def _bodies(
    cell: Scanner, documented: Piece, pointed: Piece, supplement: Supplement
) -> list[Organization]:
    """Read the bodies of a row.

    A body after the first whose name is printed with a colon is listed under the first.
    The first says of itself what the row's other cells don't give.
    """
    # "N/A" and a blank are said of somebody: they are among the spans of the row's head.
    absences = tuple(
        cell.span for cell in (documented, pointed) if _answer(cell) is not Answer.GIVEN
    )
    bodies: list[Organization] = []
    while not cell.done:
        if bodies:
            cell.mark("separator", " ")
        start = cell.position
        cell.take("<p>", "a paragraph")
        heading = cell.take(r"<b>[^<>]+</b>|[^<>]+", "the name of an organization")
        printed = re.fullmatch(NAME, plain(re.sub("</?b>", "", heading.text)))
        if printed is None:
            cell.inside(heading).fail('a name as in "African Union (AU)"')
        # Behind a colon there is a space, or a list of dashes: "(UNSC): -<a href=".
        links = _links(cell, " -?" if printed["colon"] else " {1,2}")
        parent = bodies[0] if bodies and printed["colon"] else None
        names = re.findall(r"\(([^()]+)\)", printed["others"])
        abbreviations = [name for name in names if re.fullmatch("[A-Z]+", name)]
        # A second one is another name: nothing that is printed is lost.
        if abbreviations:
            names.remove(abbreviations[0])
        # The print leaves one out (the Office of the High Commissioner): the supplement has it.
        supplied = supplement.abbreviations.get(printed["name"])
        if supplied and not abbreviations:
            abbreviations = [supplied.value]
        own = Span(start, cell.position)
        bodies.append(
            Organization(
                name=printed["name"],
                abbreviation=abbreviations[0] if abbreviations else None,
                other_names=tuple(names),
                parent=parent,
                links=links,
                documents_answer=None if parent else _answer(documented),
                focal_points_answer=None if parent else _answer(pointed),
                sources=(FactSource("abbreviation", supplied.source),) if supplied else (),
                spans=(own,) if bodies else (own, *absences),
            )
        )
    return bodies


def _links(cell: Scanner, separator: str) -> tuple[Link, ...]:
    """Read the links after a body's name, and those of the paragraphs that follow it.

    After a colon they may be a list of dashes.
    """
    links: list[Link] = []
    while cell.sees(" "):
        cell.take(separator, "a space")
        links.append(_link(cell))
    cell.take("</p>", "the end of the paragraph")
    while not cell.done and not cell.sees(f" <p>{BOLD_NAME}"):
        cell.take(" <p>", "a paragraph")
        links += _labelled(cell)
        cell.take("</p>", "the end of the paragraph")
    return tuple(links)


def _link(cell: Scanner) -> Link:
    address = cell.take(f"{ANCHOR}|{BARE}", "an address")
    if not cell.sees(r" \("):
        return link(address)
    remark = cell.take(r" \([^()<>]+\)", "a remark")
    span = Span(address.span.start, remark.span.end)
    return link(address, remark=remark.text[2:-1], span=span)


def _labelled(cell: Scanner) -> list[Link]:
    """Read a label and its address; a label in bold may govern several addresses."""
    start = cell.position
    label = cell.take(r"<b>[^<>]+</b>|[^<>]+?(?=(?: ?: {1,2}| )<a )", "a label and its address")
    name = plain(re.sub("</?b>", "", label.text))
    addresses: list[Piece] = []
    while not addresses or cell.sees(" "):
        cell.take(" ?: {1,2}| ", "a space")
        addresses.append(cell.take(ANCHOR, "an address"))
    if len(addresses) == 1:
        return [link(addresses[0], label=name, span=Span(start, cell.position))]
    return [link(address, label=name) for address in addresses]


def _focal_points(cell: Scanner, heads: tuple[Organization, ...]) -> list[FocalPoint]:
    points: list[FocalPoint] = []
    while not cell.done:
        if points:
            cell.mark("separator", " ")
        piece = cell.take("<p>[^<>]+</p>", "a focal point")
        name, abbreviation = plain(piece.text[3:-4]), None
        if short := re.fullmatch(r"(.+) \(([A-Z-]+)\)", name):
            name, abbreviation = short[1], short[2]
        points.append(FocalPoint(name, abbreviation, heads, spans=(piece.span,)))
    return points
