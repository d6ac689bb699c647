"""The back matter of the 2018 Trafficking in Persons Report as typed, cited data.

A name is resolved on its first use (PEP 562), so that importing tipdata costs next to
nothing; checkers and editors see every name through the imports under `TYPE_CHECKING`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tipdata.citations.cite import cite
    from tipdata.dates import PartialDate
    from tipdata.errors import (
        ChoiceError,
        DataError,
        DateError,
        ExportError,
        MissingExtraError,
        NotFoundError,
        NotOneError,
        ReadError,
        TipdataError,
    )
    from tipdata.frames.enriching import enrich
    from tipdata.frames.panels import panel
    from tipdata.load.edition import Edition
    from tipdata.load.packaged import (
        edition,
        editions,
    )
    from tipdata.models.closing_note import ClosingNote
    from tipdata.models.conventions import (
        Cell,
        Consent,
        Conventions,
        Country,
        CountryKind,
        Delay,
        Instrument,
        InstrumentKind,
        Mark,
        Ratification,
    )
    from tipdata.models.errata import (
        Erratum,
        ErratumKind,
    )
    from tipdata.models.glossary import (
        Glossary,
        Term,
    )
    from tipdata.models.notes import (
        Note,
        Notes,
    )
    from tipdata.models.organizations import (
        DocumentYears,
        FocalPoint,
        FrameworkDocument,
        Organization,
        Organizations,
        YearMeaning,
    )
    from tipdata.models.peacekeeping import (
        Allegations,
        Initiative,
        Peacekeeping,
        PeacekeepingProfile,
        PreventionPolicy,
        Training,
        TrainingStage,
    )
    from tipdata.models.photo_credits import (
        PageRange,
        PhotoCredit,
        PhotoCredits,
    )
    from tipdata.models.provenance import (
        Coverage,
        SourcePart,
        SourceText,
    )
    from tipdata.models.record import (
        Answer,
        FactSource,
        Link,
        Paragraph,
        Record,
        Section,
        Span,
        Structure,
    )
    from tipdata.models.register import (
        ActionKind,
        BoundPeriod,
        Finding,
        Grade,
        RegisterEntry,
        TreatyAction,
    )
    from tipdata.models.staff import (
        Staff,
        StaffMember,
    )
    from tipdata.models.state import (
        Origin,
        State,
    )
    from tipdata.queries.chart import Chart, chart
    from tipdata.queries.conventions import (
        countries,
        country,
        instrument,
        instruments,
        ratifications,
        ratifications_by_year,
    )
    from tipdata.queries.glossary import (
        TermMatch,
        expand,
        find_terms,
        glossary,
    )
    from tipdata.queries.links import (
        ReportLink,
        links,
    )
    from tipdata.queries.organizations import (
        focal_points,
        framework_documents,
        organization,
        organizations,
    )
    from tipdata.queries.provenance import source
    from tipdata.queries.search import search
    from tipdata.queries.sections import (
        closing_note,
        notes,
        peacekeeping,
        photo_credits,
        staff,
    )
    from tipdata.read.edition import read_edition
    from tipdata.state.bounds import (
        Bounds,
        DateBounds,
    )
    from tipdata.state.errata import errata
    from tipdata.state.evidence import register
    from tipdata.state.rules import entry_into_force
    from tipdata.state.status import (
        Status,
        bounds,
        country_status,
        is_party,
        protocol_status,
        status,
    )
    from tipdata.state.summaries import (
        EntryIntoForce,
        StatusCount,
        entries_into_force,
        not_ratified,
        status_counts,
    )
    from tipdata.tables.groups import Groups
    from tipdata.tables.records import Records
    from tipdata.tables.schema import (
        Column,
        ColumnType,
        Table,
    )

    __version__: str

# fmt: off
__all__ = [
    "ActionKind", "Allegations", "Answer", "BoundPeriod", "Bounds", "Cell", "Chart",
    "ChoiceError", "ClosingNote",
    "Column", "ColumnType", "Consent", "Conventions", "Country", "CountryKind", "Coverage",
    "DataError", "DateBounds", "DateError", "Delay", "DocumentYears", "Edition",
    "EntryIntoForce", "Erratum", "ErratumKind", "ExportError", "FactSource", "Finding",
    "FocalPoint", "FrameworkDocument", "Glossary", "Grade", "Groups", "Initiative",
    "Instrument", "InstrumentKind", "Link", "Mark", "MissingExtraError", "NotFoundError",
    "NotOneError", "Note", "Notes", "Organization", "Organizations", "Origin", "PageRange",
    "Paragraph", "PartialDate", "Peacekeeping", "PeacekeepingProfile", "PhotoCredit",
    "PhotoCredits", "PreventionPolicy", "Ratification", "ReadError", "Record", "Records",
    "RegisterEntry", "ReportLink", "Section", "SourcePart", "SourceText", "Span", "Staff",
    "StaffMember", "State", "Status", "StatusCount", "Structure", "Table", "Term",
    "TermMatch", "TipdataError", "Training", "TrainingStage", "TreatyAction", "YearMeaning",
    "__version__",
    "bounds", "chart", "cite", "closing_note", "countries", "country", "country_status",
    "edition", "editions", "enrich", "entries_into_force", "entry_into_force", "errata",
    "expand", "find_terms", "focal_points", "framework_documents", "glossary",
    "instrument", "instruments", "is_party", "links", "not_ratified", "notes",
    "organization", "organizations", "panel", "peacekeeping", "photo_credits",
    "protocol_status", "ratifications", "ratifications_by_year", "read_edition",
    "register", "search", "source", "staff", "status", "status_counts",
]
# fmt: on

_ROOMS = {
    "citations.cite": "cite",
    "dates": "PartialDate",
    "errors": (
        "ChoiceError DataError DateError ExportError MissingExtraError"
        " NotFoundError NotOneError ReadError TipdataError"
    ),
    "frames.enriching": "enrich",
    "frames.panels": "panel",
    "load.edition": "Edition",
    "load.packaged": "edition editions",
    "models.closing_note": "ClosingNote",
    "models.conventions": (
        "Cell Consent Conventions Country CountryKind Delay"
        " Instrument InstrumentKind Mark Ratification"
    ),
    "models.errata": "Erratum ErratumKind",
    "models.glossary": "Glossary Term",
    "models.notes": "Note Notes",
    "models.organizations": (
        "DocumentYears FocalPoint FrameworkDocument Organization Organizations YearMeaning"
    ),
    "models.peacekeeping": (
        "Allegations Initiative Peacekeeping PeacekeepingProfile"
        " PreventionPolicy Training TrainingStage"
    ),
    "models.photo_credits": "PageRange PhotoCredit PhotoCredits",
    "models.provenance": "Coverage SourcePart SourceText",
    "models.record": "Answer FactSource Link Paragraph Record Section Span Structure",
    "models.register": "ActionKind BoundPeriod Finding Grade RegisterEntry TreatyAction",
    "models.staff": "Staff StaffMember",
    "models.state": "Origin State",
    "queries.chart": "Chart chart",
    "queries.conventions": (
        "countries country instrument instruments ratifications ratifications_by_year"
    ),
    "queries.glossary": "TermMatch expand find_terms glossary",
    "queries.links": "ReportLink links",
    "queries.organizations": "focal_points framework_documents organization organizations",
    "queries.provenance": "source",
    "queries.search": "search",
    "queries.sections": "closing_note notes peacekeeping photo_credits staff",
    "read.edition": "read_edition",
    "state.bounds": "Bounds DateBounds",
    "state.errata": "errata",
    "state.evidence": "register",
    "state.rules": "entry_into_force",
    "state.status": "Status bounds country_status is_party protocol_status status",
    "state.summaries": (
        "EntryIntoForce StatusCount entries_into_force not_ratified status_counts"
    ),
    "tables.groups": "Groups",
    "tables.records": "Records",
    "tables.schema": "Column ColumnType Table",
}


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name == "__version__":
        from importlib.metadata import version

        value: object = version("tipdata")
    else:
        room = next((room for room, names in _ROOMS.items() if name in names.split()), None)
        if room is None:
            raise AttributeError(f"module 'tipdata' has no attribute {name!r}")
        value = getattr(import_module(f"tipdata.{room}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
