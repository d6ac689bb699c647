"""The tables of the sections after peacekeeping."""

from tipdata.models.glossary import Term
from tipdata.models.notes import Note
from tipdata.models.organizations import (
    FocalPoint,
    FrameworkDocument,
    Organization,
    YearMeaning,
)
from tipdata.models.photo_credits import PhotoCredit
from tipdata.models.record import Answer, Paragraph
from tipdata.models.staff import StaffMember
from tipdata.tables.columns import (
    SOURCES,
    SPANS,
    boolean,
    integer,
    links,
    partial_date,
    table,
    text,
    texts,
)

BELONGS_TO = texts(
    "organizations",
    description="The names of the organizations it belongs to.",
    references="organizations",
    shown=True,
)

ORGANIZATIONS = table(
    kind=Organization,
    name="organizations",
    title="Multilateral organizations",
    description="A body that the tables of multilateral organizations name.",
    one="organization",
    many="organizations",
    key=("name",),
    columns=(
        text("name", shown=True),
        text("abbreviation", nullable=True, shown=True),
        texts("other_names"),
        text(
            "parent",
            description="The name of the body in whose row it is listed.",
            nullable=True,
            references="organizations",
            shown=True,
        ),
        links(shown=True),
        text("documents_answer", nullable=True, vocabulary=Answer),
        text("focal_points_answer", nullable=True, vocabulary=Answer),
        SOURCES,
        SPANS,
    ),
)

FRAMEWORK_DOCUMENTS = table(
    kind=FrameworkDocument,
    name="framework_documents",
    title="Framework documents",
    description="A document that frames an organization's work against trafficking.",
    one="framework document",
    many="framework documents",
    key=("title",),
    columns=(
        text("title", shown=True),
        text("printed"),
        texts(
            "years",
            description=("The years printed with it: each a year, or an EDTF interval of years."),
            shown=True,
        ),
        texts(
            "years_meaning",
            read="years.meaning",
            description="What each of `years` says of it.",
            vocabulary=YearMeaning,
        ),
        texts(
            "years_printed",
            read="years.printed",
            description="The characters that say each of `years`.",
        ),
        text("symbol", nullable=True, shown=True),
        BELONGS_TO,
        text("url", nullable=True, references="links", shown=True),
        SPANS,
    ),
)

FOCAL_POINTS = table(
    kind=FocalPoint,
    name="focal_points",
    title="Focal points",
    description="Who deals with trafficking in persons at an organization.",
    one="focal point",
    many="focal points",
    key=("name",),
    columns=(
        text("name", shown=True),
        text("abbreviation", nullable=True, shown=True),
        BELONGS_TO,
        SPANS,
    ),
)

GLOSSARY = table(
    kind=Term,
    name="glossary",
    title="Glossary",
    description="A line of the glossary.",
    one="term",
    many="terms",
    key=("abbreviation",),
    columns=(
        text("abbreviation", shown=True),
        text("meaning", shown=True),
        texts("other_names"),
        SPANS,
    ),
)

NOTES = table(
    kind=Note,
    name="notes",
    title="Notes",
    description="A note after the glossary.",
    one="note",
    many="notes",
    key=("text",),
    columns=(text("text", shown=True), partial_date("date", shown=True), links(), SPANS),
)

PHOTO_CREDITS = table(
    kind=PhotoCredit,
    name="photo_credits",
    title="Photo credits",
    description=(
        "A credit. A page has as many as it has photographs. Its pages are null where the"
        " label is no number."
    ),
    one="photo credit",
    many="photo credits",
    columns=(
        text("page_label", shown=True),
        integer("pages_first", read="pages.first", nullable=True, unit="page"),
        integer("pages_last", read="pages.last", nullable=True, unit="page"),
        boolean("pages_roman", read="pages.roman", nullable=True),
        text("position", nullable=True, shown=True),
        text("photographer", nullable=True, shown=True),
        text("agency", nullable=True, shown=True),
        integer("year", nullable=True, unit="year", shown=True),
        text("credit"),
        SPANS,
    ),
)

CLOSING_NOTE = table(
    kind=Paragraph,
    name="closing_note",
    title="Closing note",
    description="A paragraph of running text, such as those of the closing note.",
    one="paragraph",
    many="paragraphs",
    key=("text",),
    columns=(text("text", shown=True), links(), SPANS),
)

STAFF = table(
    kind=StaffMember,
    name="staff",
    title="Staff",
    description="A member of the staff of the office that makes the report, in reading order.",
    one="member of the staff",
    many="members of the staff",
    key=("name",),
    columns=(text("name", shown=True), SPANS),
)
