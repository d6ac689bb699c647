"""Reads the closing note."""

from tipdata.models.closing_note import ClosingNote
from tipdata.read.markup import paragraph
from tipdata.read.scanner import Scanner


def read(scanner: Scanner) -> ClosingNote:
    """Read the section: its paragraphs, and the rule below them."""
    title = scanner.heading(2, "A CLOSING NOTE")
    paragraphs = []
    while not scanner.sees("---"):
        paragraphs.append(paragraph(scanner.take(r"[^\n]+", "a paragraph")))
        scanner.mark_match("blank lines", "\n\n+", "the blank lines below a paragraph")
    scanner.mark("rule", "---")
    return ClosingNote(
        title=title,
        paragraphs=tuple(paragraphs),
        spans=(scanner.passed,),
        structure=scanner.structure,
    )
