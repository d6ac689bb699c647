"""The notes after the glossary."""

from typing import ClassVar

from attrs import field, frozen

from tipdata.dates import PartialDate
from tipdata.models.record import Link, Record, Section


@frozen
class Note(Record):
    """A note.

    Attributes:
        text: The note, without its markup.
        date: The date that it refers to.
        links: The addresses in it.
    """

    text: str
    date: PartialDate
    links: tuple[Link, ...] = field(repr=False)

    def __str__(self) -> str:
        return self.text


@frozen
class Notes(Section):
    """The notes.

    Attributes:
        notes: Each of them.
    """

    name: ClassVar[str] = "notes"

    notes: tuple[Note, ...]
