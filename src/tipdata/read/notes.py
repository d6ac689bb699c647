"""Reads the notes."""

import re

from tipdata.models.notes import Note, Notes
from tipdata.read.markup import paragraph
from tipdata.read.scanner import Scanner


def read(scanner: Scanner) -> Notes:
    """Read the section: one note, behind its label."""
    scanner.mark("label", "NOTES: ")
    piece = scanner.take(r"[^\n]+", "a note")
    dated = re.search(r" on ([A-Z][a-z]+ \d{1,2}, \d{4})\. ", piece.text)
    if dated is None:
        scanner.inside(piece).fail("a note that gives its date")
    printed = paragraph(piece)
    date = scanner.date(dated[1], piece)
    note = Note(printed.text, date, printed.links, spans=printed.spans)
    return Notes(
        title="NOTES",
        notes=(note,),
        spans=(scanner.passed,),
        structure=scanner.structure,
    )
