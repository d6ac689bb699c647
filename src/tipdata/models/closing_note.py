"""The closing note."""

from typing import ClassVar

from attrs import frozen

from tipdata.models.record import Paragraph, Section


@frozen
class ClosingNote(Section):
    """The closing note.

    Attributes:
        paragraphs: Its paragraphs.
    """

    name: ClassVar[str] = "closing_note"

    paragraphs: tuple[Paragraph, ...]

    def __str__(self) -> str:
        return "\n\n".join(paragraph.text for paragraph in self.paragraphs)
