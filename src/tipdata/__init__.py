"""The back matter of the 2018 Trafficking in Persons Report as typed, cited data.

A name is resolved on its first use (PEP 562), so that importing tipdata costs next to
nothing; checkers and editors see every name through the imports under `TYPE_CHECKING`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tipdata.citations.cite import cite as cite
    from tipdata.dates import PartialDate as PartialDate
    from tipdata.errors import ChoiceError as ChoiceError
    from tipdata.errors import DataError as DataError
    from tipdata.errors import DateError as DateError
    from tipdata.errors import ExportError as ExportError
    from tipdata.errors import MissingExtraError as MissingExtraError
    from tipdata.errors import NotFoundError as NotFoundError
    from tipdata.errors import NotOneError as NotOneError
    from tipdata.errors import ReadError as ReadError
    from tipdata.errors import TipdataError as TipdataError
    from tipdata.frames.enriching import enrich as enrich
    from tipdata.frames.panels import panel as panel
    from tipdata.load.edition import Edition as Edition
    from tipdata.load.packaged import edition as edition
    from tipdata.load.packaged import editions as editions
    from tipdata.models.acts import ActionKind as ActionKind
    from tipdata.models.acts import Certainty as Certainty
    from tipdata.models.acts import Continuity as Continuity
    from tipdata.models.acts import TreatyAction as TreatyAction
    from tipdata.models.closing_note import ClosingNote as ClosingNote
    from tipdata.models.conventions import Cell as Cell
    from tipdata.models.conventions import Consent as Consent
    from tipdata.models.conventions import Conventions as Conventions
    from tipdata.models.conventions import Country as Country
    from tipdata.models.conventions import CountryKind as CountryKind
    from tipdata.models.conventions import Delay as Delay
    from tipdata.models.conventions import Denunciation as Denunciation
    from tipdata.models.conventions import Instrument as Instrument
    from tipdata.models.conventions import InstrumentKind as InstrumentKind
    from tipdata.models.conventions import Mark as Mark
    from tipdata.models.conventions import Ratification as Ratification
    from tipdata.models.errata import Erratum as Erratum
    from tipdata.models.errata import ErratumKind as ErratumKind
    from tipdata.models.glossary import Glossary as Glossary
    from tipdata.models.glossary import Term as Term
    from tipdata.models.notes import Note as Note
    from tipdata.models.notes import Notes as Notes
    from tipdata.models.organizations import DocumentYears as DocumentYears
    from tipdata.models.organizations import FocalPoint as FocalPoint
    from tipdata.models.organizations import FrameworkDocument as FrameworkDocument
    from tipdata.models.organizations import Organization as Organization
    from tipdata.models.organizations import Organizations as Organizations
    from tipdata.models.organizations import YearMeaning as YearMeaning
    from tipdata.models.peacekeeping import Allegations as Allegations
    from tipdata.models.peacekeeping import Initiative as Initiative
    from tipdata.models.peacekeeping import Peacekeeping as Peacekeeping
    from tipdata.models.peacekeeping import PeacekeepingProfile as PeacekeepingProfile
    from tipdata.models.peacekeeping import PreventionPolicy as PreventionPolicy
    from tipdata.models.peacekeeping import Training as Training
    from tipdata.models.peacekeeping import TrainingStage as TrainingStage
    from tipdata.models.periods import BoundPeriod as BoundPeriod
    from tipdata.models.photo_credits import PageRange as PageRange
    from tipdata.models.photo_credits import PhotoCredit as PhotoCredit
    from tipdata.models.photo_credits import PhotoCredits as PhotoCredits
    from tipdata.models.provenance import Coverage as Coverage
    from tipdata.models.provenance import SourcePart as SourcePart
    from tipdata.models.provenance import SourceText as SourceText
    from tipdata.models.record import Answer as Answer
    from tipdata.models.record import FactSource as FactSource
    from tipdata.models.record import Link as Link
    from tipdata.models.record import Paragraph as Paragraph
    from tipdata.models.record import Record as Record
    from tipdata.models.record import Section as Section
    from tipdata.models.record import Span as Span
    from tipdata.models.record import Structure as Structure
    from tipdata.models.register import Finding as Finding
    from tipdata.models.register import Grade as Grade
    from tipdata.models.register import RegisterEntry as RegisterEntry
    from tipdata.models.rules import entry_into_force as entry_into_force
    from tipdata.models.staff import Staff as Staff
    from tipdata.models.staff import StaffMember as StaffMember
    from tipdata.models.state import Origin as Origin
    from tipdata.models.state import State as State
    from tipdata.queries.chart import Chart as Chart
    from tipdata.queries.chart import chart as chart
    from tipdata.queries.conventions import countries as countries
    from tipdata.queries.conventions import country as country
    from tipdata.queries.conventions import instrument as instrument
    from tipdata.queries.conventions import instruments as instruments
    from tipdata.queries.conventions import ratifications as ratifications
    from tipdata.queries.conventions import ratifications_by_year as ratifications_by_year
    from tipdata.queries.glossary import TermMatch as TermMatch
    from tipdata.queries.glossary import expand as expand
    from tipdata.queries.glossary import find_terms as find_terms
    from tipdata.queries.glossary import glossary as glossary
    from tipdata.queries.links import ReportLink as ReportLink
    from tipdata.queries.links import links as links
    from tipdata.queries.organizations import focal_points as focal_points
    from tipdata.queries.organizations import framework_documents as framework_documents
    from tipdata.queries.organizations import organization as organization
    from tipdata.queries.organizations import organizations as organizations
    from tipdata.queries.provenance import source as source
    from tipdata.queries.search import search as search
    from tipdata.queries.sections import closing_note as closing_note
    from tipdata.queries.sections import notes as notes
    from tipdata.queries.sections import peacekeeping as peacekeeping
    from tipdata.queries.sections import photo_credits as photo_credits
    from tipdata.queries.sections import staff as staff
    from tipdata.read.edition import read_edition as read_edition
    from tipdata.state.answer import Status as Status
    from tipdata.state.bounds import Bounds as Bounds
    from tipdata.state.bounds import DateBounds as DateBounds
    from tipdata.state.errata import errata as errata
    from tipdata.state.evidence import register as register
    from tipdata.state.status import bounds as bounds
    from tipdata.state.status import country_status as country_status
    from tipdata.state.status import is_party as is_party
    from tipdata.state.status import protocol_status as protocol_status
    from tipdata.state.status import status as status
    from tipdata.state.summaries import EntryIntoForce as EntryIntoForce
    from tipdata.state.summaries import StatusCount as StatusCount
    from tipdata.state.summaries import entries_into_force as entries_into_force
    from tipdata.state.summaries import not_ratified as not_ratified
    from tipdata.state.summaries import status_counts as status_counts
    from tipdata.tables.groups import Groups as Groups
    from tipdata.tables.records import Records as Records
    from tipdata.tables.schema import Column as Column
    from tipdata.tables.schema import ColumnType as ColumnType
    from tipdata.tables.schema import Table as Table
    from tipdata.version import __version__ as __version__

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
    "models.acts": "ActionKind Certainty Continuity TreatyAction",
    "models.closing_note": "ClosingNote",
    "models.conventions": (
        "Cell Consent Conventions Country CountryKind Delay Denunciation"
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
    "models.periods": "BoundPeriod",
    "models.register": "Finding Grade RegisterEntry",
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
    "state.answer": "Status",
    "state.bounds": "Bounds DateBounds",
    "state.errata": "errata",
    "state.evidence": "register",
    "models.rules": "entry_into_force",
    "state.status": "bounds country_status is_party protocol_status status",
    "state.summaries": (
        "EntryIntoForce StatusCount entries_into_force not_ratified status_counts"
    ),
    "tables.groups": "Groups",
    "tables.records": "Records",
    "tables.schema": "Column ColumnType Table",
    "version": "__version__",
}

# Checkers take the names from the imports above: seen by them, a `__getattr__` would
# make every wrong name a right one.
if not TYPE_CHECKING:  # pragma: no branch - it always holds where this runs
    _ROOM_OF = dict(sorted((name, room) for room in _ROOMS for name in _ROOMS[room].split()))
    __all__ = list(_ROOM_OF)

    def __getattr__(name: str) -> object:
        from importlib import import_module

        if name not in _ROOM_OF:
            raise AttributeError(f"module 'tipdata' has no attribute {name!r}")
        value = getattr(import_module(f"tipdata.{_ROOM_OF[name]}"), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return __all__
