"""The classes of records by their names, in whichever room they stand."""

from functools import cache
from importlib import import_module
from typing import Any

# Some stand in rooms below this one. A class is imported when it is asked for: reading the
# JSON of a glossary loads no treaty.
MODULES = {
    "models.closing_note": "ClosingNote",
    "models.conventions": "Cell Conventions Country Instrument Ratification",
    "models.errata": "Erratum",
    "models.glossary": "Glossary Term",
    "models.notes": "Note Notes",
    "models.organizations": "FocalPoint FrameworkDocument Organization Organizations",
    "models.peacekeeping": (
        "Allegations Initiative Peacekeeping PeacekeepingProfile PreventionPolicy Training"
    ),
    "models.photo_credits": "PhotoCredit PhotoCredits",
    "models.record": "Link Paragraph Record Section",
    "models.register": "RegisterEntry",
    "models.staff": "Staff StaffMember",
    "queries.links": "ReportLink",
    "state.answer": "Status",
    "state.summaries": "EntryIntoForce StatusCount",
}
MODULE_OF = {name: module for module, names in MODULES.items() for name in names.split()}


@cache  # as many as there are classes
def record_class(name: str) -> type[Any]:
    """Return the class of a kind of record.

    Raises:
        KeyError: If no kind of record has this name.
    """
    module = import_module(f"tipdata.{MODULE_OF[name]}")
    cls: type[Any] = getattr(module, name)
    return cls
