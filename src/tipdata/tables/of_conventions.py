"""The tables of the chart of conventions, and of what stands beside it."""

from tipdata.models.conventions import Consent, CountryKind, InstrumentKind
from tipdata.models.errata import ErratumKind
from tipdata.models.record import SECTION_NAMES
from tipdata.models.register import ActionKind, Finding, Grade
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
        "The article by which it binds its first states from its own entry into force on;"
        " null: the delay runs for them too.",
        "delay.early_article",
        nullable=True,
    ),
    text(
        "delay_early_until",
        "The last day of consent of those states; null: the day before it came into force.",
        "delay.early_until",
        nullable=True,
    ),
    integer(
        "denunciation_months",
        "The months from a notice of denunciation to its effect; null: no rule is known.",
        "denunciation.months",
        nullable=True,
        unit="months",
    ),
    text(
        "denunciation_article",
        "The article of the treaty that says so.",
        "denunciation.article",
        nullable=True,
    ),
    text(
        "denunciation_counted_from",
        "The day from which the years are counted in which a notice can be given; null: at any"
        " time.",
        "denunciation.counted_from",
        nullable=True,
    ),
    integer(
        "denunciation_first",
        "How many years after that day the first such year begins.",
        "denunciation.first",
        nullable=True,
        unit="years",
    ),
    integer(
        "denunciation_every",
        "How many years after its beginning the next one begins.",
        "denunciation.every",
        nullable=True,
        unit="years",
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
        "entry_into_force",
        "The printed date of entry into force for the state",
        nullable=True,
        shown=True,
    ),
    text(
        "consent_form",
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
        "entry_into_force",
        "The printed date of entry into force for the state",
        "ratification.entry_into_force",
        nullable=True,
    ),
    text(
        "consent_form",
        "The form of the consent that the cell's mark gives.",
        "ratification.consent_form",
        nullable=True,
        vocabulary=Consent,
    ),
    SPANS,
)

REGISTER = table(
    "RegisterEntry",
    "register",
    "Register",
    "What cited sources say of a state and an instrument. What was not read is null.",
    "register entry",
    "register entries",
    "country instrument",
    COUNTRY,
    INSTRUMENT,
    text(
        "finding",
        "Whether the chart's cell agrees with the entry; null: the chart has no such cell.",
        nullable=True,
        vocabulary=Finding,
        shown=True,
    ),
    partial_date("signature", "The date of the latest signature", nullable=True),
    partial_date("consent", "The date of the latest consent", nullable=True, shown=True),
    text(
        "consent_form",
        "The form of that consent.",
        nullable=True,
        vocabulary=Consent,
        shown=True,
    ),
    partial_date(
        "entry_into_force",
        "The date from which it binds the state, where a source states it",
        nullable=True,
        shown=True,
    ),
    partial_date("denunciation", "The date of the latest denunciation", nullable=True),
    partial_date(
        "denunciation_effect",
        "The date from which it takes effect, where a source states it",
        nullable=True,
    ),
    partial_date("as_of", "The last day for which the source proves what it says", shown=True),
    text("grade", "What kind of source the first is.", vocabulary=Grade, shown=True),
    texts("sources", "The citations, the one that the entry rests on first."),
    text("note", "What else there is to say.", nullable=True),
    SPANS,
)

REGISTER_ACTIONS = table(
    "TreatyAction",
    "register_actions",
    "Register: acts",
    "An act of a state on an instrument, as the sources of its register entry give it.",
    "act",
    "acts",
    "country instrument place",
    COUNTRY,
    INSTRUMENT,
    integer("place", "Its place among the acts of the entry, counted from 1."),
    text("kind", "What the state did.", "action.kind", vocabulary=ActionKind),
    partial_date("date", "When it did so", "action.date"),
    partial_date(
        "entry_into_force",
        "The date from which this consent binds the state, where a source states it",
        "action.entry_into_force",
        nullable=True,
    ),
    partial_date(
        "effect",
        "The date from which this denunciation takes effect, where a source states it",
        "action.effect",
        nullable=True,
    ),
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
