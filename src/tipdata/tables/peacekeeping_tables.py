"""The table of peacekeeping."""

from tipdata.models.peacekeeping import PeacekeepingProfile, TrainingStage
from tipdata.models.record import Answer
from tipdata.tables.columns import SPANS, Drafts, integer, links, table, text, texts

POLICY: Drafts = (
    text(
        "prevention_policy",
        read="prevention_policy.title",
        shown=True,
    ),
    text(
        "prevention_policy_abbreviation",
        read="prevention_policy.abbreviation",
        nullable=True,
    ),
    texts("prevention_policy_years", read="prevention_policy.years"),
)

TRAINING: Drafts = (
    texts("training", read="training.stages", vocabulary=TrainingStage, shown=True),
    text("training_material", read="training.material", nullable=True),
    integer("training_year", read="training.year", nullable=True, unit="year"),
)

ALLEGATIONS: Drafts = (
    integer(
        "allegations",
        read="allegations.allegations",
        nullable=True,
        unit="allegations",
        shown="allegations",  # the number, or that none were reported
    ),
    text("allegations_answer", read="allegations.answer", vocabulary=Answer),
    integer("allegations_year", read="allegations.year", unit="year"),
    integer("allegations_personnel", read="allegations.personnel", nullable=True, unit="persons"),
    texts("allegations_personnel_kinds", read="allegations.personnel_kinds"),
    integer("allegations_missions", read="allegations.missions", nullable=True, unit="missions"),
    integer("allegations_victims", read="allegations.victims", nullable=True, unit="persons"),
    integer("allegations_children", read="allegations.children", nullable=True, unit="persons"),
    integer(
        "allegations_age_limit", read="allegations.age_limit", nullable=True, unit="years of age"
    ),
    texts("allegations_countries", read="allegations.countries"),
    text("allegations_remark", read="allegations.remark", nullable=True),
)

INITIATIVES: Drafts = (
    texts("initiatives", read="initiatives.text", description="The new initiatives, as printed."),
    texts(
        "initiatives_symbols",
        read="initiatives.symbols",
        description="The UN document symbols in them.",
    ),
    text("initiatives_answer", vocabulary=Answer),
)

PEACEKEEPING = table(
    kind=PeacekeepingProfile,
    name="peacekeeping",
    title="Peacekeeping organizations",
    description="A column of the table of peacekeeping: how an organization answers abuse.",
    one="peacekeeping profile",
    many="peacekeeping profiles",
    key=("abbreviation",),
    columns=(
        text("organization"),
        text("abbreviation", shown=True),
        text("printed_heading"),
        integer("personnel", unit="persons", shown=True),
        integer("missions", unit="missions", shown=True),
        POLICY,
        text("lead_office", shown=True),
        TRAINING,
        ALLEGATIONS,
        INITIATIVES,
        links(),
        SPANS,
    ),
)
