"""What every record shares: its spans, its keys, and how records hang together."""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any, ClassVar, Protocol

from attrs import field, fields, frozen

# How attrs' fields say of themselves what their types don't.
REFERENCE = {"reference": True}
DERIVED = {"derived": True}
SECTION_NAMES = (
    "conventions",
    "peacekeeping",
    "organizations",
    "glossary",
    "notes",
    "photo_credits",
    "closing_note",
    "staff",
)


@frozen
class Span:
    """A half-open range of characters of the edition's source text.

    Attributes:
        start: The offset of the first character, counted in Unicode code points from 0.
        end: The offset after the last character. Equal to `start` where the source
            leaves a cell blank: the blank has a place too.
    """

    start: int
    end: int

    def __contains__(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def __str__(self) -> str:
        return f"{self.start}:{self.end}"


class Answer(Enum):
    """What a cell of a table says, where saying nothing is a statement too."""

    GIVEN = "given"
    """The cell gives what its column asks for."""
    NONE_REPORTED = "none reported"
    """The cell says that nothing was reported. That is no counted zero."""
    NOT_APPLICABLE = "N/A"
    """The cell prints "N/A"."""
    BLANK = "blank"
    """The cell is empty."""


@frozen
class Record:
    """Something that the report says, with the place where it says it.

    The place takes part in equality: the same words in two places are two statements.

    Attributes:
        spans: The ranges of the source that say it, in order.
    """

    spans: tuple[Span, ...] = field(default=(), kw_only=True, repr=False)

    @property
    def keys(self) -> tuple[str, ...]:
        """The texts that name this record; empty for records that go by no name."""
        return ()

    @property
    def codes(self) -> tuple[str, ...]:
        """Those of the keys that are codes and no words."""
        return ()


@frozen
class FactSource:
    """Who says a fact that the report does not print.

    Attributes:
        fact: The name of the field that holds the fact.
        source: The citation.
    """

    fact: str
    source: str

    def __str__(self) -> str:
        return f"{self.fact}: {self.source}"


@frozen
class Structure:
    """Characters of the source that arrange records and belong to none.

    Attributes:
        kind: What they are, such as `"heading"`, `"column head"` or `"separator"`.
        span: Where they stand.
    """

    kind: str
    span: Span


@frozen
class Section(Record):
    """One of the report's parts: its records, and the structure around them.

    Attributes:
        title: The section's heading as printed.
        structure: The characters that belong to no record, in order.
    """

    name: ClassVar[str]

    title: str
    structure: tuple[Structure, ...] = field(default=(), kw_only=True, repr=False)

    def __str__(self) -> str:
        return self.title


@frozen
class Link(Record):
    """An address that the report prints.

    Attributes:
        url: The address, usable: where the print is bare, `http://` is added.
        text: The address as printed.
        label: What the report calls the page; None where it prints the bare address.
        remark: What the report says of the address, such as "in Russian only", or None.
    """

    url: str
    text: str
    label: str | None
    remark: str | None

    def __str__(self) -> str:
        return self.url


@frozen
class Paragraph(Record):
    """A paragraph of running text.

    Attributes:
        text: The text without its markup.
        links: The addresses in it.
    """

    text: str
    links: tuple[Link, ...] = field(default=(), repr=False)

    def __str__(self) -> str:
        return self.text


class Field(Protocol):
    """A field of a record, as attrs describes it."""

    @property
    def metadata(self) -> Mapping[Any, Any]:
        """What the record's class says of the field."""
        ...


def is_reference(attribute: Field) -> bool:
    """Tell whether a field only refers to its records: they are part of something else."""
    return "reference" in attribute.metadata


def is_derived(attribute: Field) -> bool:
    """Tell whether a field follows from what stands beside its record: it is not stored."""
    return "derived" in attribute.metadata


def parts(record: Record) -> Iterator[Record]:
    """List the records that a record directly consists of, in the order of its fields."""
    for attribute in fields(type(record)):
        # What is only referred to stands elsewhere, and would be counted twice.
        if is_reference(attribute):
            continue
        value = getattr(record, attribute.name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Record):
                yield item


def walk(record: Record) -> Iterator[Record]:
    """List all the records that a record consists of, at any depth, parents first."""
    for part in parts(record):
        yield part
        yield from walk(part)


def names(value: Any) -> str:
    """Show a field that only refers to its records by their names."""
    if isinstance(value, tuple):
        return repr([str(item) for item in value])
    return repr(None if value is None else str(value))
