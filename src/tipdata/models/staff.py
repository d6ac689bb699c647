"""The staff of the office that makes the report."""

from typing import ClassVar

from attrs import frozen

from tipdata.models.record import Paragraph, Record, Section


@frozen
class StaffMember(Record):
    """A member of the staff.

    Attributes:
        name: The name; one that is broken over two lines is joined.
    """

    name: str

    def __str__(self) -> str:
        return self.name


@frozen
class Staff(Section):
    """The staff.

    Attributes:
        office: The office, as the heading prints it.
        members: The names in reading order: down each column, then across.
        special_thanks: The line below the names.
    """

    name: ClassVar[str] = "staff"

    office: str
    members: tuple[StaffMember, ...]
    special_thanks: Paragraph
