"""The tables of the chart of conventions, and of what stands beside it."""

from tipdata.models.acts import ActionKind, Certainty, TreatyAction
from tipdata.models.conventions import (
    Cell,
    Consent,
    Country,
    CountryKind,
    Instrument,
    InstrumentKind,
    Ratification,
)
from tipdata.models.errata import Erratum, ErratumKind
from tipdata.models.record import SECTION_NAMES
from tipdata.models.register import Finding, Grade, RegisterEntry
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
    kind=Country,
    name="countries",
    title="Countries",
    description="A row of the chart of conventions: a country that the report lists there.",
    one="country",
    many="countries",
    key=("name",),
    columns=(
        text("name", shown=True),
        text("alpha_2", nullable=True, shown=True),
        text("alpha_3", nullable=True, shown=True),
        text("numeric", nullable=True, shown=True),
        text("kind", vocabulary=CountryKind),
        SOURCES,
        SPANS,
    ),
)

INSTRUMENTS = table(
    kind=Instrument,
    name="instruments",
    title="Instruments",
    description=(
        "A column of the chart of conventions: a treaty. Its delay is null where no rule is known."
    ),
    one="instrument",
    many="instruments",
    key=("id",),
    columns=(
        text("id", shown=True),
        text("title", shown=True),
        text("printed_heading"),
        text("kind", vocabulary=InstrumentKind, shown=True),
        partial_date("adopted", shown=True),
        partial_date("entry_into_force", nullable=True, shown=True),
        text("depositary"),
        integer("delay_months", read="delay.months", nullable=True, unit="months"),
        integer("delay_days", read="delay.days", nullable=True, unit="days"),
        text("delay_article", read="delay.article", nullable=True),
        text("delay_early_article", read="delay.early_article", nullable=True),
        text("delay_early_until", read="delay.early_until", nullable=True),
        integer("denunciation_months", read="denunciation.months", nullable=True, unit="months"),
        text("denunciation_article", read="denunciation.article", nullable=True),
        text("denunciation_counted_from", read="denunciation.counted_from", nullable=True),
        integer("denunciation_first", read="denunciation.first", nullable=True, unit="years"),
        integer("denunciation_every", read="denunciation.every", nullable=True, unit="years"),
        text("denunciation_later_for", read="denunciation.later_for", nullable=True),
        text("denunciation_follows", read="denunciation.follows", nullable=True),
        texts("aliases"),
        SOURCES,
        SPANS,
    ),
)

RATIFICATIONS = table(
    kind=Ratification,
    name="ratifications",
    title="Ratifications",
    description=(
        "A cell of the chart that prints a year: the act by which a state consented to be bound."
    ),
    one="ratification",
    many="ratifications",
    key=("country", "instrument"),
    columns=(
        COUNTRY,
        INSTRUMENT,
        partial_date("date", shown=True),
        partial_date("entry_into_force", nullable=True, shown=True),
        text("consent_form", nullable=True, vocabulary=Consent, shown=True),
        SPANS,
    ),
)

CHART = table(
    kind=Cell,
    name="chart",
    title="Chart of conventions",
    description="A cell of the chart, dashes too. What it says is null where it prints a dash.",
    one="cell",
    many="cells",
    key=("country", "instrument"),
    columns=(
        COUNTRY,
        INSTRUMENT,
        text("printed", shown=True),
        partial_date("date", read="ratification.date", nullable=True),
        partial_date("entry_into_force", read="ratification.entry_into_force", nullable=True),
        text("consent_form", read="ratification.consent_form", nullable=True, vocabulary=Consent),
        SPANS,
    ),
)

REGISTER = table(
    kind=RegisterEntry,
    name="register",
    title="Register",
    description="What cited sources say of a state and an instrument. What was not read is null.",
    one="register entry",
    many="register entries",
    key=("country", "instrument"),
    columns=(
        COUNTRY,
        INSTRUMENT,
        text("finding", nullable=True, vocabulary=Finding, shown=True),
        partial_date("signature", nullable=True),
        partial_date("consent", nullable=True, shown=True),
        text("consent_form", nullable=True, vocabulary=Consent, shown=True),
        partial_date("entry_into_force", nullable=True, shown=True),
        text("entry_into_force_stated_by", nullable=True),
        partial_date("denunciation", nullable=True),
        partial_date("denunciation_effect", nullable=True),
        partial_date("as_of", shown=True),
        text("grade", vocabulary=Grade, shown=True),
        texts("sources"),
        text("note", nullable=True),
        text("continuity", read="continuity.certainty", nullable=True, vocabulary=Certainty),
        partial_date("independent", read="continuity.independent", nullable=True),
        text("continuity_evidence", read="continuity.evidence", nullable=True),
        texts("footnotes"),
        SPANS,
    ),
)

REGISTER_ACTIONS = table(
    kind=TreatyAction,
    name="register_actions",
    title="Register: acts",
    description=(
        "An act of a state on an instrument, as the sources of its register entry give it."
    ),
    one="act",
    many="acts",
    key=("country", "instrument", "place"),
    columns=(
        COUNTRY,
        INSTRUMENT,
        integer("place", description="Its place among the acts of the entry, counted from 1."),
        text("kind", vocabulary=ActionKind),
        partial_date("date"),
        partial_date("entry_into_force", nullable=True),
        partial_date("effect", nullable=True),
        text("stated_by", nullable=True),
    ),
)

ERRATA = table(
    kind=Erratum,
    name="errata",
    title="Errata",
    description="A printed statement that other evidence contradicts or qualifies.",
    one="erratum",
    many="errata",
    key=("kind", "found"),
    columns=(
        text("kind", vocabulary=ErratumKind, shown=True),
        text("section", vocabulary=SECTION_NAMES, shown=True),
        texts("printed", shown=True),
        text("found", shown=True),
        text("evidence", shown=True),
        boolean("derived"),
        SPANS,
    ),
)
