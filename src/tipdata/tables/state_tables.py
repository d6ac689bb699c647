"""The tables of the state of play; their records stand in a room below."""

from typing import get_args

from tipdata.arguments import Basis
from tipdata.models.state import State
from tipdata.tables.columns import (
    COUNTRY,
    INSTRUMENT,
    boolean,
    date_bounds,
    integer,
    partial_date,
    table,
    text,
    texts,
)

STATUS = table(
    kind="Status",
    name="status",
    title="State of play",
    description="The state of play between a country and an instrument, on a day or in a period.",
    one="status",
    many="statuses",
    key=("country", "instrument", "on", "basis"),
    columns=(
        COUNTRY,
        INSTRUMENT,
        partial_date("on", shown=True),
        text("state", vocabulary=State, shown=True),
        texts("possible", form=" In alphabetical order.", vocabulary=State, shown=True),
        boolean("certain"),
        boolean("changes"),
        boolean("contested", shown=True),
        text("basis", vocabulary=get_args(Basis)),
        boolean("never", read="bounds.never"),
        date_bounds("consent", read="bounds.consent"),
        date_bounds("entry_into_force", read="bounds.entry_into_force"),
        date_bounds("denunciation_effect", read="bounds.denunciation_effect", nullable=True),
        texts(
            "evidence",
            description="What says so: the cell of the chart, the register entry, or both.",
        ),
        text("explanation"),
    ),
)

STATUS_COUNTS = table(
    kind="StatusCount",
    name="status_counts",
    title="Countries bound, by year",
    description="How many countries an instrument bound on a day.",
    one="status count",
    many="status counts",
    key=("instrument", "on"),
    columns=(
        INSTRUMENT,
        partial_date("on", shown=True),
        integer("certain", unit="countries", shown=True),
        integer("possible", unit="countries", shown=True),
        integer("open", unit="countries", shown=True),
        integer("contested", unit="countries", shown=True),
        integer("countries", unit="countries", shown=True),
    ),
)

ENTRIES_INTO_FORCE = table(
    kind="EntryIntoForce",
    name="entries_into_force",
    title="Entries into force",
    description="An instrument that enters into force for a country in a period, or may.",
    one="entry into force",
    many="entries into force",
    key=("country", "instrument"),
    columns=(
        COUNTRY,
        INSTRUMENT,
        date_bounds("entry_into_force", shown=True),
        boolean("certain", shown=True),
    ),
)
