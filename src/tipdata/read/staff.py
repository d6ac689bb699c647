"""Reads the staff."""

from tipdata.models.staff import Staff, StaffMember
from tipdata.read.markup import paragraph, plain
from tipdata.read.scanner import Piece, Scanner

HEADING = r"### THE STAFF OF THE OFFICE [A-Z ]+ IS:"
NAME = r"[^\t\n]*"


def read(scanner: Scanner) -> Staff:
    """Read the section: names in columns of equal length, and the thanks below them."""
    scanner.mark("blank lines", "\n\n")
    marked = scanner.mark_match("heading", HEADING, "the heading '### THE STAFF OF THE ... IS:'")
    heading = marked.text.removeprefix("### ")
    scanner.mark("blank lines", "\n\n")
    columns = _columns(scanner)
    scanner.mark("blank lines", "\n")
    thanks = paragraph(scanner.take(r"\*[^*\n]+\*", "the special thanks in emphasis"))
    scanner.finish()
    return Staff(
        title=heading,
        office=heading.removeprefix("THE STAFF OF THE ").removesuffix(" IS:"),
        members=tuple(member for column in columns for member in _members(scanner, column)),
        special_thanks=thanks,
        spans=(scanner.passed,),
        structure=scanner.structure,
    )


def _columns(scanner: Scanner) -> list[list[Piece]]:
    columns: list[list[Piece]] = []
    while scanner.sees(r"[^\n]"):
        row = [scanner.take(NAME, "a name")]
        while scanner.sees("\t"):
            scanner.mark("separator", "\t")
            row.append(scanner.take(NAME, "a name"))
        columns = columns or [[] for _ in row]
        if len(row) != len(columns):
            scanner.fail(f"a row of {len(columns)} names")
        for column, piece in zip(columns, row, strict=True):
            column.append(piece)
        scanner.mark("separator", "\n")
    return columns


def _members(scanner: Scanner, column: list[Piece]) -> list[StaffMember]:
    """Join a name that ends in a hyphen with the cell below it."""
    # "Megan Hjelle-" stands above "Lantsman": her name has the hyphen.
    members: list[StaffMember] = []
    broken: list[Piece] = []
    ended = False
    for piece in column:
        # The last columns are shorter than the others, and end in blank cells.
        if not piece.text:
            if broken:
                break
            ended = True
            continue
        if ended:
            scanner.inside(piece).fail("no name below a blank")
        if broken and " " in piece.text:
            scanner.inside(piece).fail("the rest of a name")
        broken.append(piece)
        if not piece.text.endswith("-"):
            name = plain("".join(part.text for part in broken))
            members.append(StaffMember(name, spans=tuple(part.span for part in broken)))
            broken = []
    if broken:
        scanner.inside(broken[0]).fail("a name that goes on in the cell below")
    return members
