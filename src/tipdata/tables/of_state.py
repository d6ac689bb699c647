"""The tables of the state of play."""

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
    "Status",
    "status",
    "State of play",
    "The state of play between a country and an instrument, on a day or in a period.",
    "status",
    "statuses",
    "country instrument on basis",
    COUNTRY,
    INSTRUMENT,
    partial_date("on", "The day or the period that was asked for", shown=True),
    text(
        "state",
        "The state of play; `uncertain` where more than one is possible.",
        vocabulary=State,
        shown=True,
    ),
    texts(
        "possible",
        "The states of play that the evidence leaves, in alphabetical order.",
        vocabulary=State,
        shown=True,
    ),
    boolean("certain", "Whether the evidence leaves one state of play only."),
    boolean(
        "changes",
        "Whether the state of play changes for certain within the period; false on a day.",
    ),
    boolean(
        "contested",
        "Whether an erratum says that the printed cell is contradicted.",
        shown=True,
    ),
    text(
        "basis",
        "What it rests on: the chart alone, or with the register beside it.",
        vocabulary=("printed", "register"),
    ),
    boolean("never", "Whether the state may not have consented at all.", "bounds.never"),
    date_bounds("consent", "The days on which the state can have consented", "bounds.consent"),
    date_bounds(
        "entry_into_force",
        "The days from which the instrument can have been in force for it",
        "bounds.entry_into_force",
    ),
    date_bounds(
        "denunciation_effect",
        "The days from which it can have been no longer bound",
        "bounds.denunciation_effect",
        nullable=True,
    ),
    texts("evidence", "What says so: the cell of the chart, the register entry, or both."),
    text("explanation", "One sentence: what is printed, what derived, what from a register."),
)

STATUS_COUNTS = table(
    "StatusCount",
    "status_counts",
    "Countries bound, by year",
    "How many of the chart's countries an instrument bound on a day.",
    "status count",
    "status counts",
    "instrument on",
    INSTRUMENT,
    partial_date("on", "The day", shown=True),
    integer("certain", "How many it certainly bound.", unit="countries", shown=True),
    integer("possible", "How many it certainly or possibly bound.", unit="countries", shown=True),
    integer("countries", "How many the chart has.", unit="countries", shown=True),
)

ENTRIES_INTO_FORCE = table(
    "EntryIntoForce",
    "entries_into_force",
    "Entries into force",
    "An instrument that enters into force for a country in a period, or may.",
    "entry into force",
    "entries into force",
    "country instrument",
    COUNTRY,
    INSTRUMENT,
    date_bounds(
        "entry_into_force",
        "The days from which it can have been in force",
        "entry_into_force",
        shown=True,
    ),
    boolean(
        "certain",
        "Whether it certainly entered into force in the period that was asked for.",
        shown=True,
    ),
)
