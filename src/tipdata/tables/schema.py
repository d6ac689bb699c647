"""The columns under which each kind of record is shown."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from attrs import frozen


@frozen
class Column:
    """A column of a table.

    Attributes:
        name: Its name.
        read: How its value is read from a record.
    """

    name: str
    read: Callable[[Any], object]


@frozen
class Table:
    """The columns under which a kind of record is shown.

    Attributes:
        one: What one record is called.
        many: What several are called.
        columns: The columns, in order.
    """

    one: str
    many: str
    columns: tuple[Column, ...]


def _table(one: str, many: str, *columns: str) -> Table:
    """Declare a table whose columns are attributes, or paths of attributes."""
    return Table(one, many, tuple(Column(name, attrgetter(name)) for name in columns))


TABLES = {
    "Country": _table("country", "countries", "name", "alpha_2", "alpha_3", "numeric"),
    "Instrument": _table(
        "instrument", "instruments", "id", "title", "kind", "adopted", "entry_into_force"
    ),
    "Ratification": _table(
        "ratification",
        "ratifications",
        "country",
        "instrument",
        "date",
        "into_force",
        "consent",
    ),
    "Cell": _table("cell", "cells", "country", "instrument", "printed"),
    "PeacekeepingProfile": _table(
        "peacekeeping profile",
        "peacekeeping profiles",
        "abbreviation",
        "personnel",
        "missions",
        "prevention_policy",
        "lead_office",
        "training",
        "allegations",
    ),
    "Organization": _table(
        "organization", "organizations", "name", "abbreviation", "parent", "links"
    ),
    "FrameworkDocument": _table(
        "framework document",
        "framework documents",
        "title",
        "years",
        "symbol",
        "organizations",
        "url",
    ),
    "FocalPoint": _table("focal point", "focal points", "name", "abbreviation", "organizations"),
    "ReportLink": _table("link", "links", "url", "label", "record", "section"),
    "Term": _table("term", "terms", "abbreviation", "meaning"),
    "Note": _table("note", "notes", "text", "date"),
    "PhotoCredit": _table(
        "photo credit",
        "photo credits",
        "page_label",
        "position",
        "photographer",
        "agency",
        "year",
    ),
    "StaffMember": _table("member of the staff", "members of the staff", "name"),
    "Paragraph": _table("paragraph", "paragraphs", "text"),
    "Status": _table("status", "statuses", "country", "instrument", "on", "state", "possible"),
    "RegisterEntry": _table(
        "register entry",
        "register entries",
        "country",
        "instrument",
        "finding",
        "date",
        "consent",
        "in_force",
        "later_consent",
        "as_of",
        "grade",
    ),
    "Erratum": _table("erratum", "errata", "kind", "section", "printed", "found", "evidence"),
    "StatusCount": _table(
        "status count",
        "status counts",
        "instrument",
        "on",
        "certain",
        "possible",
        "countries",
    ),
    "EntryIntoForce": _table(
        "entry into force", "entries into force", "country", "instrument", "days", "certain"
    ),
}
