"""Printed statements that other evidence contradicts or qualifies."""

from enum import Enum

from attrs import field, frozen

from tipdata.models.record import Record


class ErratumKind(Enum):
    """What is the matter with a printed statement."""

    CONTRADICTED = "contradicted"
    """Other evidence says otherwise."""
    MISPRINT = "misprint"
    """A slip of spelling, wording or address."""
    DUPLICATE = "duplicate"
    """The same thing stands there twice."""
    IMPRECISE = "imprecise"
    """Less exact, or less complete, than what other evidence gives."""
    OUTSIDE_WINDOW = "outside the window"
    """It lies outside the months that the chart says it covers."""
    LOST_MARK = "lost mark"
    """It lacks a mark that the legend promises."""
    WRONG_MARK = "wrong mark"
    """It bears a mark of the legend that other evidence denies."""
    CONTINUITY = "continuity"
    """It stands for a declaration that continued what had bound a predecessor, or may."""


@frozen
class Erratum(Record):
    """A printed statement, and what is found of it. The print itself is never changed.

    Attributes:
        kind: What is the matter.
        section: The name of the section.
        printed: The characters at the erratum's spans.
        found: What the evidence says instead, or besides.
        evidence: The citation of the evidence.
        derived: Whether the library derives it from its data; else it is hand-made.
    """

    kind: ErratumKind
    section: str
    printed: tuple[str, ...]
    found: str
    evidence: str = field(repr=False)
    derived: bool

    def __str__(self) -> str:
        return f"{' / '.join(self.printed)}: {self.found}"
