"""How peacekeeping organizations answer trafficking, exploitation and abuse."""

from enum import Enum
from typing import ClassVar

from attrs import field, frozen

from tipdata.models.record import Answer, Link, Paragraph, Record, Section


@frozen
class PreventionPolicy(Record):
    """An organization's policy against exploitation and abuse.

    Attributes:
        title: The policy's name, without its quotation marks.
        abbreviation: The abbreviation that is printed after it, or None.
        years: The years that are printed after it.
    """

    title: str
    abbreviation: str | None
    years: tuple[int, ...]

    def __str__(self) -> str:
        return self.title


class TrainingStage(Enum):
    """When personnel are trained."""

    PRE_DEPLOYMENT = "pre-deployment"
    AT_MISSION = "at mission"


@frozen
class Training(Record):
    """How an organization trains its personnel in prevention.

    Attributes:
        stages: When personnel are trained in prevention.
        material: The named programme or guidance, or None.
        year: The year that is printed with the material, or None.
    """

    stages: tuple[TrainingStage, ...]
    material: str | None
    year: int | None

    def __str__(self) -> str:
        return ", ".join(stage.value for stage in self.stages)


@frozen
class Allegations(Record):
    """What an organization says of the allegations made in the year before the report.

    A number that the cell doesn't give is None.

    Attributes:
        answer: Whether the cell gives an answer, or says that none were reported, which is no
            counted zero.
        year: The year that the allegations were made in.
        allegations: How many allegations were made; None: the cell gives no number.
        personnel: How many persons they were made against.
        personnel_kinds: What these persons are.
        missions: How many missions these persons belonged to. Not the organization's total.
        victims: How many victims the allegations affected.
        children: How many of the victims were under the age limit.
        age_limit: The age, in years, under which a victim counts as a child here.
        countries: Where the majority of the allegations were made.
        remark: What the cell adds, or None.
    """

    answer: Answer
    year: int
    allegations: int | None = None
    personnel: int | None = None
    personnel_kinds: tuple[str, ...] = ()
    missions: int | None = None
    victims: int | None = None
    children: int | None = None
    age_limit: int | None = None
    countries: tuple[str, ...] = ()
    remark: str | None = None

    def __str__(self) -> str:
        return self.answer.value if self.allegations is None else str(self.allegations)


@frozen
class Initiative(Record):
    """A new initiative.

    Attributes:
        text: The text as printed.
        symbols: The UN document symbols in it.
    """

    text: str
    symbols: tuple[str, ...]

    def __str__(self) -> str:
        return self.text


@frozen
class PeacekeepingProfile(Record):
    """An organization's column of the table: eight cells, one under the other.

    Attributes:
        organization: The organization's name, as the introduction gives it.
        abbreviation: Its abbreviation, as the introduction gives it.
        printed_heading: The head of its column.
        personnel: Peacekeeping and support personnel.
        missions: Peacekeeping missions.
        prevention_policy: Its policy.
        lead_office: The office responsible for implementing the policy.
        training: Its prevention training.
        allegations: The allegations reported.
        initiatives: The new initiatives.
        initiatives_answer: Whether the cell of new initiatives is blank.
        links: Where to read more.
    """

    organization: str
    abbreviation: str
    printed_heading: str
    personnel: int
    missions: int
    prevention_policy: PreventionPolicy
    lead_office: str
    training: Training
    allegations: Allegations
    initiatives: tuple[Initiative, ...]
    initiatives_answer: Answer
    links: tuple[Link, ...] = field(repr=False)

    @property
    def keys(self) -> tuple[str, ...]:
        """The name and the abbreviation."""
        return (self.organization, self.abbreviation)

    def __str__(self) -> str:
        return self.organization


@frozen
class Peacekeeping(Section):
    """The table, and the paragraph above it.

    Attributes:
        introduction: What the table is, and that the law requires it.
        profiles: One for each organization, in the order of the columns.
    """

    name: ClassVar[str] = "peacekeeping"

    introduction: Paragraph
    profiles: tuple[PeacekeepingProfile, ...]
