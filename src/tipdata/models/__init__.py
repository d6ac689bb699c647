"""What the report says: one module a section, and what the sections share.

The classes that an edition's annotations name are found here by their names alone, each loaded
when it is first named (PEP 562): the annotations can be read at run time, and cost nothing
until then.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tipdata.models.closing_note import ClosingNote as ClosingNote
    from tipdata.models.conventions import Conventions as Conventions
    from tipdata.models.glossary import Glossary as Glossary
    from tipdata.models.notes import Notes as Notes
    from tipdata.models.organizations import Organizations as Organizations
    from tipdata.models.peacekeeping import Peacekeeping as Peacekeeping
    from tipdata.models.photo_credits import PhotoCredits as PhotoCredits
    from tipdata.models.provenance import Coverage as Coverage
    from tipdata.models.register import RegisterEntry as RegisterEntry
    from tipdata.models.staff import Staff as Staff
else:
    MODULES = {
        "ClosingNote": "closing_note",
        "Conventions": "conventions",
        "Coverage": "provenance",
        "Glossary": "glossary",
        "Notes": "notes",
        "Organizations": "organizations",
        "Peacekeeping": "peacekeeping",
        "PhotoCredits": "photo_credits",
        "RegisterEntry": "register",
        "Staff": "staff",
    }

    def __getattr__(name: str) -> type:
        from importlib import import_module

        if name not in MODULES:
            raise AttributeError(f"module 'tipdata.models' has no attribute {name!r}")
        return getattr(import_module(f"tipdata.models.{MODULES[name]}"), name)
