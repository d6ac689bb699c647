"""The tables of the chart of conventions, and of what stands beside it."""

from tipdata.models.conventions import Consent, CountryKind, InstrumentKind
from tipdata.models.edition import SECTION_NAMES
from tipdata.models.errata import ErratumKind
from tipdata.models.register import Finding, Grade
from tipdata.tables.columns import (
    COUNTRY,
    INSTRUMENT,
    SOURCES,
    SPANS,
    boolean,
    integer,
    partial_date,
    table,
    text,
    texts,
)

COUNTRIES = table(
    "Country",
    "countries",
    "Countries",
    "A row of the chart of conventions: a country that the report lists there.",
    "country",
    "countries",
    "name",
    text("name", "The name as printed.", shown=True),
    text("alpha_2", "The two-letter code of ISO 3166-1.", nullable=True, shown=True),
    text("alpha_3", "The three-letter code of ISO 3166-1.", nullable=True, shown=True),
    text(
        "numeric",
        "The three digits of ISO 3166-1, leading zeros kept.",
        nullable=True,
        shown=True,
    ),
    text("kind", "A state, or an organization of states.", vocabulary=CountryKind),
    SOURCES,
    SPANS,
)

INSTRUMENTS = table(
    "Instrument",
    "instruments",
    "Instruments",
    "A column of the chart of conventions: a treaty.",
    "instrument",
    "instruments",
    "id",
    text("id", "The name it has in tipdata, such as `P029`.", shown=True),
    text("title", "The official title.", shown=True),
    text("printed_heading", "The heading of its column, as printed."),
    text("kind", "What form it has.", vocabulary=InstrumentKind, shown=True),
    partial_date("adopted", "The day of its adoption", shown=True),
    partial_date(
        "entry_into_force",
        "The day on which it first entered into force, for its first parties",
        nullable=True,
        shown=True,
    ),
    text("depositary", "With whom consent is deposited or registered."),
    integer(
        "delay_months",
        "The months from a state's consent to entry into force for it; null: no rule is known.",
        "delay.months",
        nullable=True,
        unit="months",
    ),
    integer("delay_days", "The days from then on.", "delay.days", nullable=True, unit="days"),
    text(
        "delay_article", "The article of the treaty that says so.", "delay.article", nullable=True
    ),
    text(
        "delay_early_article",
        "The article by which it binds a state that consented before its own entry into force"
        " from that entry on; null: the delay runs for such a state too.",
        "delay.early_article",
        nullable=True,
    ),
    texts("aliases", "Other names it goes by."),
    SOURCES,
    SPANS,
)

RATIFICATIONS = table(
    "Ratification",
    "ratifications",
    "Ratifications",
    "A cell of the chart that prints a year: the act by which a state consented to be bound.",
    "ratification",
    "ratifications",
    "country instrument",
    COUNTRY,
    INSTRUMENT,
    partial_date("date", "The printed date of the consent", shown=True),
    partial_date(
        "into_force",
        "The printed date of entry into force for the state",
        nullable=True,
        shown=True,
    ),
    text(
        "consent",
        "The form of the consent that the cell's mark gives; null: the cell carries no mark.",
        nullable=True,
        vocabulary=Consent,
        shown=True,
    ),
    SPANS,
)

CHART = table(
    "Cell",
    "chart",
    "Chart of conventions",
    "A cell of the chart, dashes too. What it says is null where it prints a dash.",
    "cell",
    "cells",
    "country instrument",
    COUNTRY,
    INSTRUMENT,
    text("printed", "The characters of the cell.", shown=True),
    partial_date("date", "The printed date of the consent", "ratification.date", nullable=True),
    partial_date(
        "into_force",
        "The printed date of entry into force for the state",
        "ratification.into_force",
        nullable=True,
    ),
    text(
        "consent",
        "The form of the consent that the cell's mark gives.",
        "ratification.consent",
        nullable=True,
        vocabulary=Consent,
    ),
    SPANS,
)

REGISTER = table(
    "RegisterEntry",
    "register",
    "Register",
    "What a cited source says of a cell of the chart. What was not read is null.",
    "register entry",
    "register entries",
    "country instrument",
    COUNTRY,
    INSTRUMENT,
    text(
        "finding",
        "Whether the printed cell agrees with the source.",
        vocabulary=Finding,
        shown=True,
    ),
    partial_date(
        "date", "The date of the consent that the cell is about", nullable=True, shown=True
    ),
    text(
        "consent",
        "The form of that consent.",
        nullable=True,
        vocabulary=Consent,
        shown=True,
    ),
    partial_date(
        "in_force", "The date of entry into force for the state", nullable=True, shown=True
    ),
    partial_date("signature", "The date of signature", nullable=True),
    partial_date(
        "later_consent",
        "The date of a consent after the chart closed",
        nullable=True,
        shown=True,
    ),
    partial_date("withdrawal", "The date from which the state is no longer bound", nullable=True),
    partial_date("as_of", "The day up to which the source speaks", shown=True),
    text("grade", "What kind of source it is.", vocabulary=Grade, shown=True),
    text("source", "The citation."),
    text("also", "Further sources.", nullable=True),
    text("note", "What else there is to say.", nullable=True),
    SPANS,
)

ERRATA = table(
    "Erratum",
    "errata",
    "Errata",
    "A printed statement that other evidence contradicts or qualifies.",
    "erratum",
    "errata",
    "kind found",
    text("kind", "What is the matter.", vocabulary=ErratumKind, shown=True),
    text("section", "The name of the section.", vocabulary=SECTION_NAMES, shown=True),
    texts("printed", "The characters at the erratum's spans.", shown=True),
    text("found", "What the evidence says instead, or besides.", shown=True),
    text("evidence", "The citation of the evidence.", shown=True),
    boolean("derived", "Whether the library derives it from its data; else it is hand-made."),
    SPANS,
)
