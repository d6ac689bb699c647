"""The chart of conventions: who is bound by which instrument, since when."""

from enum import Enum
from typing import ClassVar

from attrs import field, frozen

from tipdata.dates import PartialDate
from tipdata.models.record import REFERENCE, FactSource, Paragraph, Record, Section, names


class Consent(Enum):
    """How a state expresses its consent to be bound (Vienna Convention, art. 11)."""

    RATIFICATION = "ratification"
    ACCESSION = "accession"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    SUCCESSION = "succession"


class CountryKind(Enum):
    """What a participant in an instrument is."""

    STATE = "state"
    ORGANIZATION = "regional organization"


class InstrumentKind(Enum):
    """What form an instrument has."""

    CONVENTION = "convention"
    PROTOCOL = "protocol"
    OPTIONAL_PROTOCOL = "optional protocol"


@frozen
class Country(Record):
    """A row of the chart.

    Attributes:
        name: The name as printed.
        alpha_2: The two-letter code of ISO 3166-1; None for a participant that has none.
        alpha_3: The three-letter code of ISO 3166-1, or None.
        numeric: The three digits of ISO 3166-1, leading zeros kept, or None.
        kind: A state, or an organization of states.
        sources: Who says the facts that the report does not print.
    """

    name: str
    alpha_2: str | None
    alpha_3: str | None
    numeric: str | None
    kind: CountryKind = CountryKind.STATE
    sources: tuple[FactSource, ...] = field(default=(), repr=False)

    @property
    def keys(self) -> tuple[str, ...]:
        """The name and the codes."""
        return (self.name, *self.codes)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of ISO 3166-1 that it has."""
        codes = (self.alpha_2, self.alpha_3, self.numeric)
        return tuple(code for code in codes if code is not None)

    def __str__(self) -> str:
        return self.name


@frozen
class Delay:
    """How long after its consent an instrument enters into force for a state.

    Attributes:
        months: The months from a state's consent to entry into force for it; a month that is too
            short ends with its last day.
        days: The days from then on.
        article: The article of the treaty that says so.
        early_article: The article by which the instrument binds its first states from its
            own entry into force on; None: the delay runs for them too.
        early_until: The last day of consent of those states, such as that of the deposit
            which brought the instrument into force; None: the day before it came into force.
    """

    months: int
    days: int
    article: str
    early_article: str | None = None
    early_until: PartialDate | None = None


@frozen
class Denunciation:
    """How a state withdraws from an instrument.

    Attributes:
        months: Months from the notice to its effect; a month that is too short ends with
            its last day.
        article: The article of the treaty that says so.
        counted_from: The day from which the years are counted in which a notice can be given;
            None: it can be given at any time.
        first: How many years after that day the first such year begins, or None.
        every: How many years after its beginning the next one begins, or None.
        later_for: For whom the article lets the effect be put off, for nobody knows how long;
            None: for nobody.
        follows: The id of the instrument a denunciation of which is one of this too, or None.
    """

    months: int
    article: str
    counted_from: PartialDate | None = None
    first: int | None = None
    every: int | None = None
    later_for: str | None = None
    follows: str | None = None


@frozen
class Instrument(Record):
    """A treaty: a column of the chart.

    Attributes:
        id: The name it has in tipdata, such as `"P029"`.
        title: The official title.
        printed_heading: The heading of its column, as printed.
        kind: A convention, a protocol or an optional protocol.
        adopted: The day of its adoption.
        entry_into_force: The day on which it first entered into force, for its first parties.
        depositary: With whom consent is deposited or registered.
        delay: When it enters into force for a state that consents; None where no rule is
            known.
        denunciation: When a state can withdraw from it; None where no rule is known.
        aliases: Other names it goes by.
        sources: Who says the facts that the report does not print.
    """

    id: str
    title: str = field(repr=False)
    printed_heading: str = field(repr=False)
    kind: InstrumentKind = field(repr=False)
    adopted: PartialDate = field(repr=False)
    entry_into_force: PartialDate | None = field(repr=False)
    depositary: str = field(repr=False)
    delay: Delay | None = field(repr=False)
    denunciation: Denunciation | None = field(default=None, repr=False)
    aliases: tuple[str, ...] = field(default=(), repr=False)
    sources: tuple[FactSource, ...] = field(default=(), repr=False)

    @property
    def keys(self) -> tuple[str, ...]:
        """The id, the heading, the title and the aliases."""
        return (self.id, self.printed_heading, self.title, *self.aliases)

    def __str__(self) -> str:
        return self.id


@frozen
class Ratification(Record):
    """A cell of the chart that prints a year: the act by which the state consented.

    Attributes:
        country: The state.
        instrument: The treaty.
        date: The printed date of the consent: a year, which may be any day of it.
        entry_into_force: The printed date of entry into force for the state, or None.
        consent_form: The form of the consent that the cell's mark gives; None: the cell
            carries no mark.
    """

    country: Country = field(metadata=REFERENCE, repr=names)
    instrument: Instrument = field(metadata=REFERENCE, repr=names)
    date: PartialDate
    entry_into_force: PartialDate | None
    consent_form: Consent | None

    def __str__(self) -> str:
        return f"{self.country}, {self.instrument}: {self.date}"


@frozen
class Cell(Record):
    """A cell of the chart, dashes too, so that an absence can be cited.

    Attributes:
        country: The row.
        instrument: The column.
        printed: The characters of the cell.
        ratification: What the cell says; None where it prints a dash.
    """

    country: Country = field(metadata=REFERENCE, repr=names)
    instrument: Instrument = field(metadata=REFERENCE, repr=names)
    printed: str
    ratification: Ratification | None

    def __str__(self) -> str:
        return f"{self.country}, {self.instrument}: {self.printed}"


@frozen
class Mark:
    """A letter by which the chart's legend promises to mark a form of consent.

    Attributes:
        letter: The letter that a cell would carry in parentheses.
        consent_form: What it stands for.
    """

    letter: str
    consent_form: Consent


@frozen
class Conventions(Section):
    """The chart, its legend and its window.

    Attributes:
        legend: The paragraph above the chart; it holds the address of the complete list.
        marks: The letters that the legend promises.
        opens: The month in which the chart's window opens.
        closes: The month in which it closes.
        countries: The rows.
        instruments: The columns.
        cells: The cells, row by row.
    """

    name: ClassVar[str] = "conventions"

    legend: Paragraph
    marks: tuple[Mark, ...]
    opens: PartialDate
    closes: PartialDate
    countries: tuple[Country, ...]
    instruments: tuple[Instrument, ...]
    cells: tuple[Cell, ...]
