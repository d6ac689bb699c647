"""Every table that there is, by the kind of its records."""

import re
from typing import Any

from tipdata.models.record import SECTION_NAMES, Record, Span
from tipdata.tables import (
    conventions_tables,
    peacekeeping_tables,
    sections_tables,
    state_tables,
)
from tipdata.tables.columns import SPANS, SPANS_FORM, table, text, texts
from tipdata.tables.schema import Table


def schema_of(kind: type) -> Table:
    """Return the table of a kind of record; without one of its own, that of mixed records."""
    return TABLES.get(kind.__name__, MIXED)


def called(kind: type) -> str:
    """Say what a record of this kind is called: the words of its class where no table says it."""
    # `PreventionPolicy` is a prevention policy.
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
    kind="ReportLink",
    name="links",
    title="Links",
    description="An address that the report prints, with the record that it belongs to.",
    one="link",
    many="links",
    key=("url",),
    columns=(
        text("url", shown=True),
        text("text"),
        text("label", nullable=True, shown=True),
        text("remark", nullable=True),
        text(
            "record",
            description="The record that it belongs to, in its own words.",
            shown=True,
        ),
        text("record_kind", read=_record_kind, description="What that record is called."),
        text("section", vocabulary=SECTION_NAMES, shown=True),
        SPANS,
    ),
)

MIXED = table(
    kind=Record,
    name="records",
    title="Records",
    description=(
        "A record of any kind, such as `search` finds: what it is, and itself in a few words."
    ),
    one="record",
    many="records",
    columns=(
        text("kind", read=_kind, description="What the record is called.", shown=True),
        text("text", read=str, description="The record in a few words.", shown=True),
        # Of what is no record, there are none.
        texts("spans", read=_spans, form=SPANS_FORM),
    ),
)

TABLES = {
    table.kind: table
    for table in (
        conventions_tables.COUNTRIES,
        conventions_tables.INSTRUMENTS,
        conventions_tables.RATIFICATIONS,
        conventions_tables.CHART,
        conventions_tables.REGISTER,
        conventions_tables.ERRATA,
        peacekeeping_tables.PEACEKEEPING,
        sections_tables.ORGANIZATIONS,
        sections_tables.FRAMEWORK_DOCUMENTS,
        sections_tables.FOCAL_POINTS,
        LINKS,
        sections_tables.GLOSSARY,
        sections_tables.NOTES,
        sections_tables.PHOTO_CREDITS,
        sections_tables.CLOSING_NOTE,
        sections_tables.STAFF,
        state_tables.STATUS,
        state_tables.STATUS_COUNTS,
        state_tables.ENTRIES_INTO_FORCE,
        MIXED,
    )
}

# Those of an export whose rows are parts of records, each with the record's own key.
OF_PARTS = (conventions_tables.REGISTER_ACTIONS,)
