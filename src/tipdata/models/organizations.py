"""The multilateral organizations that combat trafficking, and their documents."""

from enum import Enum
from typing import ClassVar

from attrs import field, frozen

from tipdata.models.record import REFERENCE, Answer, FactSource, Link, Record, Section, names


@frozen
class Organization(Record):
    """A body that the table names.

    Attributes:
        name: The name as printed, without what stands in parentheses.
        abbreviation: The abbreviation; None for a body that has none.
        other_names: The other names in parentheses, such as "Bali Process".
        parent: The body in whose row this one is listed, or None. It records the printed
            grouping, not law.
        links: The selected links of interest.
        documents_answer: What the row's cell of framework documents says; None for a body
            that is listed under another one: the row's cells belong to its head.
        focal_points_answer: What the row's cell of focal points says; None for a body that is
            listed under another one.
        sources: Who says the facts that the report does not print.
    """

    name: str
    abbreviation: str | None
    other_names: tuple[str, ...]
    parent: "Organization | None" = field(metadata=REFERENCE, repr=names)
    links: tuple[Link, ...] = field(repr=False)
    documents_answer: Answer | None
    focal_points_answer: Answer | None
    sources: tuple[FactSource, ...] = field(default=(), repr=False)

    @property
    def keys(self) -> tuple[str, ...]:
        """The name, the abbreviation and the other names."""
        short = () if self.abbreviation is None else (self.abbreviation,)
        return (self.name, *short, *self.other_names)

    def __str__(self) -> str:
        return self.name


class YearMeaning(Enum):
    """What a year that is printed with a document says of it."""

    DATED = "dated"
    """A year that stands for itself, mostly in parentheses: "(2005)"."""
    PERIOD = "period"
    """The years that the document is made for: "(2012-2016)"."""
    EXTENDED = "extended until"
    """The years by which its period was extended: "extended until 2011"."""
    UPDATED = "updated"
    """The year in which it was updated: "(updated in 2009)"."""
    TARGET = "target"
    """The year by which its aim is to be reached: "by 2020"."""
    NAMED = "named"
    """A year that is part of its name: "Human Trafficking 2016"."""
    SYMBOL = "symbol"
    """A year inside its symbol: "15/2/2012"."""


@frozen
class DocumentYears:
    """Years that are printed with a framework document.

    Attributes:
        first: The first of them.
        last: The last of them; the same for a single year.
        meaning: What they say of the document.
        printed: The characters that say so.
    """

    first: int
    last: int
    meaning: YearMeaning
    printed: str

    def __contains__(self, year: int) -> bool:
        return self.first <= year <= self.last

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}/{self.last}"


@frozen
class FrameworkDocument(Record):
    """A document that frames an organization's work against trafficking.

    Attributes:
        title: The title, without the years and the symbol in parentheses after it.
        printed: The whole text as printed, without the address.
        years: The years printed with it, and what they mean.
        symbol: Its document symbol or number, or None.
        link: Where it can be read, or None.
        organizations: The organizations that it belongs to.
    """

    title: str
    printed: str = field(repr=False)
    years: tuple[DocumentYears, ...] = field(repr=lambda years: repr([str(y) for y in years]))
    symbol: str | None
    link: Link | None = field(repr=False)
    organizations: tuple[Organization, ...] = field(metadata=REFERENCE, repr=names)

    @property
    def url(self) -> str | None:
        """Where it can be read; None where the report prints no address."""
        return None if self.link is None else self.link.url

    def __str__(self) -> str:
        return self.title


@frozen
class FocalPoint(Record):
    """Who deals with trafficking in persons at an organization.

    Attributes:
        name: The name, without the abbreviation in parentheses.
        abbreviation: The abbreviation, or None.
        organizations: The organizations that it belongs to.
    """

    name: str
    abbreviation: str | None
    organizations: tuple[Organization, ...] = field(metadata=REFERENCE, repr=names)

    def __str__(self) -> str:
        return self.name


@frozen
class Organizations(Section):
    """The three page-broken tables, as one.

    Attributes:
        organizations: Every body that the tables name.
        documents: The framework documents.
        focal_points: The focal points.
    """

    name: ClassVar[str] = "organizations"

    organizations: tuple[Organization, ...]
    documents: tuple[FrameworkDocument, ...]
    focal_points: tuple[FocalPoint, ...]
