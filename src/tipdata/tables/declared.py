"""Every table that there is, by the kind of its records."""

import re
from typing import Any

from tipdata.models.record import SECTION_NAMES, Span
from tipdata.tables import of_conventions, of_peacekeeping, of_sections, of_state
from tipdata.tables.columns import SPANS, table, text, texts
from tipdata.tables.schema import Table


def schema_of(kind: type) -> Table:
    """Give the table of a kind of record; without one of its own, that of mixed records."""
    return TABLES.get(kind.__name__, MIXED)


def called(kind: type) -> str:
    """Say what a record of this kind is called: the words of its class where no table says it."""
    words = re.sub("(?<=[a-z])(?=[A-Z])", " ", kind.__name__).lower()
    return TABLES[kind.__name__].one if kind.__name__ in TABLES else words


def _kind(record: object) -> str:
    return called(type(record))


def _record_kind(link: Any) -> str:
    return _kind(link.record)


def _spans(record: object) -> tuple[Span, ...]:
    spans: tuple[Span, ...] = getattr(record, "spans", ())
    return spans


LINKS = table(
    "ReportLink",
    "links",
    "Links",
    "An address that the report prints, with the record that it belongs to.",
    "link",
    "links",
    "url",
    text("url", "The address, usable: where the print is bare, `http://` is added.", shown=True),
    text("text", "The address as printed."),
    text(
        "label",
        "What the report calls the page; null: it prints the bare address.",
        nullable=True,
        shown=True,
    ),
    text("remark", "What the report says of the address.", nullable=True),
    text("record", "The record that it belongs to, in its own words.", shown=True),
    text("record_kind", "What that record is called.", _record_kind),
    text("section", "The section that it stands in.", vocabulary=SECTION_NAMES, shown=True),
    SPANS,
)

MIXED = table(
    "Record",
    "records",
    "Records",
    "A record of any kind, such as `search` gives: what it is, and itself in a few words.",
    "record",
    "records",
    "",
    text("kind", "What the record is called.", _kind, shown=True),
    text("text", "The record in a few words.", str, shown=True),
    texts("spans", SPANS.description, _spans),
)

TABLES = {
    declared.kind: declared
    for declared in (
        of_conventions.COUNTRIES,
        of_conventions.INSTRUMENTS,
        of_conventions.RATIFICATIONS,
        of_conventions.CHART,
        of_conventions.REGISTER,
        of_conventions.ERRATA,
        of_peacekeeping.PEACEKEEPING,
        of_sections.ORGANIZATIONS,
        of_sections.FRAMEWORK_DOCUMENTS,
        of_sections.FOCAL_POINTS,
        LINKS,
        of_sections.GLOSSARY,
        of_sections.NOTES,
        of_sections.PHOTO_CREDITS,
        of_sections.CLOSING_NOTE,
        of_sections.STAFF,
        of_state.STATUS,
        of_state.STATUS_COUNTS,
        of_state.ENTRIES_INTO_FORCE,
        MIXED,
    )
}

# Those of an export whose rows are parts of records, each with the record's own key.
OF_PARTS = (of_conventions.REGISTER_ACTIONS,)
