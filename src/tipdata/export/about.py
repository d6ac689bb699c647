"""What every export says of itself: what it is, by whom, from what, and on what terms."""

from attrs import field, frozen

from tipdata.load.edition import Edition
from tipdata.version import __version__

# A namespace for names, not a place: nothing is fetched from it.
BASE = "urn:x-tipdata"


@frozen
class Licence:
    """The terms for a part of an export.

    Attributes:
        name: Its identifier, as the Open Definition lists it.
        title: What it is, and for what.
        path: Where it can be read, or None.
    """

    name: str
    title: str
    path: str | None


LICENCES = (
    Licence(
        "MIT",
        "MIT License, for the tables, their descriptions and what stands beside the report",
        "https://opensource.org/license/mit",
    ),
    Licence(
        "other-pd",
        "Work of the United States government, in the public domain in the United States"
        " (17 U.S.C. 105), for what the report says",
        None,
    ),
)


@frozen
class About:
    """What an export says of itself.

    Attributes:
        edition: The edition that it holds.
        version: The version of tipdata that made it.
        creator: Who makes tipdata.
    """

    edition: Edition = field(repr=False)
    version: str = __version__
    creator: str = "The tipdata developers"

    @property
    def name(self) -> str:
        """The name of the data, for machines."""
        return f"tipdata-{self.edition.year}"

    @property
    def iri(self) -> str:
        """The name of the data in the web of data."""
        return f"{BASE}:{self.edition.year}"

    @property
    def title(self) -> str:
        """The title of the data."""
        return f"Back matter of the {self.source}"

    @property
    def description(self) -> str:
        """What the data are."""
        return (
            f"What the end of the {self.source} prints, table by table: treaties against"
            " trafficking in persons and who has ratified them, peacekeeping, multilateral"
            " organizations and their documents, a glossary, notes and credits; beside it the"
            " state of play on the day the chart closed, a register, and errata. Each row gives"
            " the range of the source text that says it."
        )

    @property
    def source(self) -> str:
        """The title of the report."""
        return f"{self.edition.year} Trafficking in Persons Report"

    @property
    def publisher(self) -> str:
        """Who published the report."""
        return "United States Department of State"

    @property
    def source_version(self) -> str:
        """Which source text the data are made of: its SHA-256."""
        return f"sha256:{self.edition.sha256}"

    @property
    def statement(self) -> str:
        """All of it in a few words, for a format that has one place for it."""
        terms = "; ".join(licence.title for licence in LICENCES)
        return (
            f"Made by tipdata {self.version} from the {self.source}, {self.publisher}"
            f" ({self.source_version}). {terms}."
        )
