"""The glossary of abbreviations."""

from typing import ClassVar

from attrs import frozen

from tipdata.models.record import Record, Section


@frozen
class Term(Record):
    """A line of the glossary.

    Attributes:
        abbreviation: The abbreviation as printed.
        meaning: What it stands for.
        other_names: What else the line calls it, in parentheses.
    """

    abbreviation: str
    meaning: str
    other_names: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """The abbreviation as printed, and the parts of it that stand alone."""
        return (self.abbreviation, *self.other_names)

    def __str__(self) -> str:
        return self.abbreviation


@frozen
class Glossary(Section):
    """The glossary.

    Attributes:
        terms: Its lines.
    """

    name: ClassVar[str] = "glossary"

    terms: tuple[Term, ...]
