"""The tables of the sections after peacekeeping."""

from tipdata.models.organizations import YearMeaning
from tipdata.models.record import Answer
from tipdata.tables.columns import (
    LINKS,
    SOURCES,
    SPANS,
    boolean,
    integer,
    partial_date,
    table,
    text,
    texts,
)

ORGANIZATIONS = table(
    "Organization",
    "organizations",
    "Multilateral organizations",
    "A body that the tables of multilateral organizations name.",
    "organization",
    "organizations",
    "name",
    text("name", "The name as printed, without what stands in parentheses.", shown=True),
    text("abbreviation", "The abbreviation.", nullable=True, shown=True),
    texts("other_names", "The other names in parentheses."),
    text(
        "parent",
        "The name of the body in whose row it is listed.",
        nullable=True,
        references="organizations",
        shown=True,
    ),
    texts("links", LINKS.description, "links.url", references="links", shown=True),
    text(
        "documents_answer",
        "What the row's cell of framework documents says; null: the row has another head.",
        nullable=True,
        vocabulary=Answer,
    ),
    text(
        "focal_points_answer",
        "What the row's cell of focal points says; null: the row has another head.",
        nullable=True,
        vocabulary=Answer,
    ),
    SOURCES,
    SPANS,
)

FRAMEWORK_DOCUMENTS = table(
    "FrameworkDocument",
    "framework_documents",
    "Framework documents",
    "A document that frames an organization's work against trafficking.",
    "framework document",
    "framework documents",
    "title",
    text("title", "The title, without the years and the symbol after it.", shown=True),
    text("printed", "The whole text as printed, without the address."),
    texts(
        "years",
        "The years printed with it: each a year, or an EDTF interval of years.",
        shown=True,
    ),
    texts(
        "years_meaning",
        "What each of `years` says of it.",
        "years.meaning",
        vocabulary=YearMeaning,
    ),
    texts("years_printed", "The characters that say each of `years`.", "years.printed"),
    text("symbol", "Its document symbol or number.", nullable=True, shown=True),
    texts(
        "organizations",
        "The names of the organizations it belongs to.",
        references="organizations",
        shown=True,
    ),
    text("url", "Where it can be read.", nullable=True, references="links", shown=True),
    SPANS,
)

FOCAL_POINTS = table(
    "FocalPoint",
    "focal_points",
    "Focal points",
    "Who deals with trafficking in persons at an organization.",
    "focal point",
    "focal points",
    "name",
    text("name", "The name, without the abbreviation in parentheses.", shown=True),
    text("abbreviation", "The abbreviation.", nullable=True, shown=True),
    texts(
        "organizations",
        "The names of the organizations it belongs to.",
        references="organizations",
        shown=True,
    ),
    SPANS,
)

GLOSSARY = table(
    "Term",
    "glossary",
    "Glossary",
    "A line of the glossary.",
    "term",
    "terms",
    "abbreviation",
    text("abbreviation", "The abbreviation as printed.", shown=True),
    text("meaning", "What it stands for.", shown=True),
    texts("other_names", "What else the line calls it, in parentheses."),
    SPANS,
)

NOTES = table(
    "Note",
    "notes",
    "Notes",
    "A note after the glossary.",
    "note",
    "notes",
    "text",
    text("text", "The note, without its markup.", shown=True),
    partial_date("date", "The date that it refers to", shown=True),
    LINKS,
    SPANS,
)

PHOTO_CREDITS = table(
    "PhotoCredit",
    "photo_credits",
    "Photo credits",
    "A credit. A page has as many as it has photographs.",
    "photo credit",
    "photo credits",
    "",
    text("page_label", "The label of the page or pages, such as `v` or `16-17`.", shown=True),
    integer(
        "pages_first",
        "The first page; null: no number.",
        "pages.first",
        nullable=True,
        unit="page",
    ),
    integer(
        "pages_last", "The last page; null: no number.", "pages.last", nullable=True, unit="page"
    ),
    boolean(
        "pages_roman",
        "Whether the pages are numbered in Roman numerals: page v is not page 5.",
        "pages.roman",
        nullable=True,
    ),
    text("position", "Where on the page, such as `Top`.", nullable=True, shown=True),
    text("photographer", "The photographer.", nullable=True, shown=True),
    text("agency", "The agency or organization.", nullable=True, shown=True),
    integer(
        "year", "The year at the start of the credit.", nullable=True, unit="year", shown=True
    ),
    text("credit", "The credit as printed."),
    SPANS,
)

CLOSING_NOTE = table(
    "Paragraph",
    "closing_note",
    "Closing note",
    "A paragraph of running text, such as those of the closing note.",
    "paragraph",
    "paragraphs",
    "text",
    text("text", "The text without its markup.", shown=True),
    LINKS,
    SPANS,
)

STAFF = table(
    "StaffMember",
    "staff",
    "Staff",
    "A member of the staff of the office that makes the report, in reading order.",
    "member of the staff",
    "members of the staff",
    "name",
    text("name", "The name.", shown=True),
    SPANS,
)
