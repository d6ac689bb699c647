"""A cursor over the source text that accounts for each character it passes."""

import re
from typing import NoReturn

from attrs import Factory, define, field, frozen

from tipdata.dates import PartialDate
from tipdata.errors import DateError, ReadError
from tipdata.models.record import Span, Structure


@frozen
class Piece:
    """Some characters of the source, and where they stand.

    Attributes:
        text: The characters.
        span: Their place.
    """

    text: str
    span: Span


@define
class Scanner:
    """Reads a part of a text from left to right.

    What it passes is either taken, for a record, or marked as structure; anything else
    is a `ReadError`.
    """

    text: str
    position: int = 0
    end: int = Factory(lambda self: len(self.text), takes_self=True)
    declared: list[Structure] = Factory(list)
    start: int = field(init=False, default=Factory(lambda self: self.position, takes_self=True))

    @property
    def passed(self) -> Span:
        """The characters from the start to the cursor."""
        return Span(self.start, self.position)

    @property
    def structure(self) -> tuple[Structure, ...]:
        """The structure marked so far."""
        return tuple(self.declared)

    @property
    def done(self) -> bool:
        """Whether the end is reached."""
        return self.position == self.end

    def inside(self, piece: Piece) -> "Scanner":
        """Return a scanner of a piece; the structure that it marks is this one's too."""
        # The whole text goes along, so that errors and spans count from its beginning.
        return Scanner(self.text, piece.span.start, piece.span.end, self.declared)

    def sees(self, pattern: str) -> bool:
        """Tell whether a pattern matches here."""
        return self._match(pattern) is not None

    def take(self, pattern: str, what: str) -> Piece:
        """Take what a pattern matches here; `what` names it in the error if it doesn't."""
        match = self._match(pattern)
        if match is None:
            self.fail(what)
        self.position = match.end()
        return Piece(match.group(), Span(*match.span()))

    def mark(self, kind: str, text: str) -> Piece:
        """Pass structure of just this text, and declare it."""
        return self.mark_match(kind, re.escape(text), f"the {kind} {text!r}")

    def mark_match(self, kind: str, pattern: str, what: str) -> Piece:
        """Pass structure that a pattern matches here, and declare it; `what` as in `take`."""
        piece = self.take(pattern, what)
        self.declared.append(Structure(kind, piece.span))
        return piece

    def heading(self, level: int, title: str) -> str:
        """Pass a section's heading with the blank lines around it, and return its title."""
        if self.sees("\n"):
            self.mark_match("blank lines", "\n+", "blank lines")
        self.mark("heading", f"{'#' * level} {title}")
        self.mark("blank lines", "\n\n")
        return title

    def date(self, text: str, piece: Piece) -> PartialDate:
        """Read a date in a piece."""
        try:
            return PartialDate.parse(text)
        except DateError as error:
            self.inside(piece).fail(f"a date ({error})")

    def finish(self) -> None:
        """Say so if something is left."""
        if not self.done:
            self.fail("the end")

    def fail(self, what: str) -> NoReturn:
        """Say what was expected here, and what stands here."""
        line = self.text.count("\n", 0, self.position) + 1
        column = self.position - self.text.rfind("\n", 0, self.position)
        stands = self.text[self.position : min(self.end, self.position + 40)]
        raise ReadError(f"line {line}, column {column}: expected {what}, found {stands!r}")

    def _match(self, pattern: str) -> re.Match[str] | None:
        # With offsets a compiled pattern sees what stands before: a slice would hide it from \b.
        return re.compile(pattern).match(self.text, self.position, self.end)
