"""An edition of the report: its source text, its sections, and the register beside it."""

from collections.abc import Iterable
from functools import cached_property
from typing import Protocol, cast

from attrs import field, frozen

import tipdata.models  # noqa: TC001  # annotations are read at run time, too
from tipdata.errors import check_type
from tipdata.models.record import SECTION_NAMES, Paragraph, Section
from tipdata.tables.records import Records


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
    def register(self) -> Records["tipdata.models.RegisterEntry"]:
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
    # The one thing that knows whether files or a compiler gave the sections.
    _contents: Contents = field(alias="contents")
    _own_register: Records["tipdata.models.RegisterEntry"] | None = field(
        default=None, alias="register"
    )

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
    def conventions(self) -> "tipdata.models.Conventions":
        """The chart of conventions."""
        return cast("tipdata.models.Conventions", self._contents.section("conventions"))

    @property
    def peacekeeping(self) -> "tipdata.models.Peacekeeping":
        """The table of peacekeeping organizations."""
        return cast("tipdata.models.Peacekeeping", self._contents.section("peacekeeping"))

    @property
    def organizations(self) -> "tipdata.models.Organizations":
        """The tables of multilateral organizations."""
        return cast("tipdata.models.Organizations", self._contents.section("organizations"))

    @property
    def glossary(self) -> "tipdata.models.Glossary":
        """The glossary of abbreviations."""
        return cast("tipdata.models.Glossary", self._contents.section("glossary"))

    @property
    def notes(self) -> "tipdata.models.Notes":
        """The notes."""
        return cast("tipdata.models.Notes", self._contents.section("notes"))

    @property
    def photo_credits(self) -> "tipdata.models.PhotoCredits":
        """The photo credits."""
        return cast("tipdata.models.PhotoCredits", self._contents.section("photo_credits"))

    @property
    def closing_note(self) -> "tipdata.models.ClosingNote":
        """The closing note."""
        return cast("tipdata.models.ClosingNote", self._contents.section("closing_note"))

    @property
    def staff(self) -> "tipdata.models.Staff":
        """The staff, the office and the special thanks."""
        return cast("tipdata.models.Staff", self._contents.section("staff"))

    @property
    def office(self) -> str:
        """The office that makes the report, as printed above its staff."""
        return self.staff.office

    @property
    def special_thanks(self) -> Paragraph:
        """The line of thanks below the staff."""
        return self.staff.special_thanks

    @cached_property
    def register(self) -> Records["tipdata.models.RegisterEntry"]:
        """What cited sources say of states and instruments, beside the chart.

        An entry that meets a cell has the chart's own country and instrument, and says what
        it finds of the cell.

        Raises:
            DataError: If two entries are of one country and one instrument.
        """
        from tipdata.models.beside import beside
        from tipdata.models.register import RegisterEntry

        entries = self._contents.register if self._own_register is None else self._own_register
        return Records(beside(entries, self.conventions), RegisterEntry)

    def with_register(self, records: Iterable["tipdata.models.RegisterEntry"]) -> "Edition":
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

        check_type("records", records, Iterable)
        entries: Records[RegisterEntry] = Records(records, RegisterEntry)
        for entry in entries:
            check_type("records", entry, RegisterEntry)
        edition = Edition(self.year, self._contents, entries)
        _ = edition.register  # what is wrong with them is raised now, not at the first query
        return edition

    def coverage(self) -> "tipdata.models.Coverage":
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

    # Equal editions are of one year; to hash all that they hold would read every file.
    def __hash__(self) -> int:
        return hash(self.year)

    def __repr__(self) -> str:
        return f"Edition({self.year})"
