"""The second layer: what cited sources say of the chart's cells."""

from enum import Enum

from attrs import field, frozen

from tipdata.dates import PartialDate
from tipdata.models.conventions import Consent, Country, Instrument
from tipdata.models.record import REFERENCE, Record, names


class Grade(Enum):
    """What kind of source an entry rests on."""

    REGISTER = "register copy"
    """A dated copy of the depositary's record."""
    OFFICIAL = "official publication"
    """A publication of a government or an organization of states."""
    SECONDARY = "secondary source"
    """The press, an encyclopedia, and the like."""


class Finding(Enum):
    """What an entry finds of the printed cell."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    NOT_READ = "not read"


@frozen
class RegisterEntry(Record):
    """What a cited source says of one cell of the chart.

    What was not read is None. An entry speaks up to its as-of date and not beyond.

    Attributes:
        country: The state.
        instrument: The treaty.
        finding: Whether the printed cell agrees with the source.
        date: The date of the consent that the cell is about; None where there is none.
        consent: The form of that consent.
        in_force: The date of entry into force for the state, where it was read.
        signature: The date of signature, where it was read.
        later_consent: The date of a consent after the chart closed.
        withdrawal: The date from which the state is no longer bound.
        as_of: The day up to which the source speaks.
        grade: What kind of source it is.
        source: The citation.
        also: Further sources, where there are any.
        note: What else there is to say.
    """

    country: Country = field(metadata=REFERENCE, repr=names)
    instrument: Instrument = field(metadata=REFERENCE, repr=names)
    finding: Finding
    date: PartialDate | None
    consent: Consent | None
    in_force: PartialDate | None
    signature: PartialDate | None
    later_consent: PartialDate | None
    withdrawal: PartialDate | None
    as_of: PartialDate
    grade: Grade
    source: str = field(repr=False)
    also: str | None = field(repr=False)
    note: str | None = field(repr=False)

    def __str__(self) -> str:
        date = self.date or self.later_consent
        return f"{self.country}, {self.instrument}: {date or 'no consent'} ({self.grade.value})"
