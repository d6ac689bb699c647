"""An edition of the report: its source text, its sections, and the register beside it."""

from functools import cached_property
from typing import TYPE_CHECKING, Protocol, cast

from attrs import field, frozen

from tipdata.errors import check_type
from tipdata.models.record import SECTION_NAMES, Paragraph, Section
from tipdata.tables.records import Records

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tipdata.models.closing_note import ClosingNote
    from tipdata.models.conventions import Conventions
    from tipdata.models.glossary import Glossary
    from tipdata.models.notes import Notes
    from tipdata.models.organizations import Organizations
    from tipdata.models.peacekeeping import Peacekeeping
    from tipdata.models.photo_credits import PhotoCredits
    from tipdata.models.provenance import Coverage
    from tipdata.models.register import RegisterEntry
    from tipdata.models.staff import Staff


class Contents(Protocol):
    """Where an edition has its text, its sections and its register from."""

    @property
    def text(self) -> str:
        """The source text."""
        ...

    def section(self, name: str) -> Section:
        """The section of this name."""
        ...

    @property
    def register(self) -> "Records[RegisterEntry]":
        """The entries that stand beside the edition, as they were read."""
        ...


@frozen(eq=False)
class Edition:
    """One year's report: its source text, the sections made from it, and a register beside it.

    A section of a packaged edition is read when it is first asked for, and so is the register.

    Attributes:
        year: The year in the report's name.

    Example:
        >>> import tipdata
        >>> tipdata.edition()
        Edition(2018)
        >>> tipdata.edition().office
        'OFFICE TO MONITOR AND COMBAT TRAFFICKING IN PERSONS'
        >>> tipdata.edition().coverage().complete
        True
    """

    year: int
    _contents: Contents = field(alias="contents")
    _given: "Records[RegisterEntry] | None" = field(default=None, alias="register")

    @property
    def text(self) -> str:
        """The source text, as given."""
        return self._contents.text

    @property
    def sha256(self) -> str:
        """The SHA-256 of the source text in UTF-8, in hexadecimal digits."""
        from hashlib import sha256

        return sha256(self.text.encode()).hexdigest()

    @property
    def sections(self) -> tuple[Section, ...]:
        """All sections, in the order of the source."""
        return tuple(self._contents.section(name) for name in SECTION_NAMES)

    @property
    def conventions(self) -> "Conventions":
        """The chart of conventions."""
        return cast("Conventions", self._contents.section("conventions"))

    @property
    def peacekeeping(self) -> "Peacekeeping":
        """The table of peacekeeping organizations."""
        return cast("Peacekeeping", self._contents.section("peacekeeping"))

    @property
    def organizations(self) -> "Organizations":
        """The tables of multilateral organizations."""
        return cast("Organizations", self._contents.section("organizations"))

    @property
    def glossary(self) -> "Glossary":
        """The glossary of abbreviations."""
        return cast("Glossary", self._contents.section("glossary"))

    @property
    def notes(self) -> "Notes":
        """The notes."""
        return cast("Notes", self._contents.section("notes"))

    @property
    def photo_credits(self) -> "PhotoCredits":
        """The photo credits."""
        return cast("PhotoCredits", self._contents.section("photo_credits"))

    @property
    def closing_note(self) -> "ClosingNote":
        """The closing note."""
        return cast("ClosingNote", self._contents.section("closing_note"))

    @property
    def staff(self) -> "Staff":
        """The staff, the office and the special thanks."""
        return cast("Staff", self._contents.section("staff"))

    @property
    def office(self) -> str:
        """The office that makes the report, as printed above its staff."""
        return self.staff.office

    @property
    def special_thanks(self) -> Paragraph:
        """The line of thanks below the staff."""
        return self.staff.special_thanks

    @cached_property
    def register(self) -> "Records[RegisterEntry]":
        """What cited sources say of states and instruments, beside the chart.

        An entry that meets a cell has the chart's own country and instrument, and says what
        it finds of the cell.

        Raises:
            DataError: If two entries are of one country and one instrument.
        """
        from tipdata.models.beside import beside
        from tipdata.models.register import RegisterEntry

        entries = self._contents.register if self._given is None else self._given
        return Records(beside(entries, self.conventions), RegisterEntry)

    def with_register(self, records: "Iterable[RegisterEntry]") -> "Edition":
        """Return an edition with other entries beside it; `with_register(())` has none.

        Raises:
            DataError: If two entries are of one country and one instrument.
            TypeError: If one of them is no `RegisterEntry`.

        Example:
            >>> import tipdata
            >>> alone = tipdata.edition().with_register(())
            >>> tipdata.status("Fiji", "CRC-OP-SC", basis="register", edition=alone).state
            <State.IN_FORCE: 'in force'>
        """
        from tipdata.models.register import RegisterEntry

        given: Records[RegisterEntry] = Records(records, RegisterEntry)
        for record in given:
            check_type("records", record, RegisterEntry)
        edition = Edition(self.year, self._contents, given)
        assert edition.register is not None  # raises what is wrong with them now, not later
        return edition

    def coverage(self) -> "Coverage":
        """Account for every character of the source text.

        Each stands in exactly one innermost record or in declared structure: headings,
        column heads, shared labels, rules, separators. What stands in neither is `missing`.
        """
        from tipdata.models.provenance import cover

        return cover(self.text, self.sections)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Edition):
            return NotImplemented
        return self is other or (
            (self.year, self.text) == (other.year, other.text)
            and self.sections == other.sections
            and self.register == other.register
        )

    def __hash__(self) -> int:
        return hash(self.year)

    def __repr__(self) -> str:
        return f"Edition({self.year})"
