"""The second layer: what cited sources say of a state's acts on an instrument."""

from collections.abc import Collection
from datetime import date
from enum import Enum

from attrs import evolve, field, frozen

from tipdata.dates import PartialDate
from tipdata.errors import DataError
from tipdata.models.acts import CONSENTS, ActionKind, Continuity, TreatyAction
from tipdata.models.conventions import Consent, Country, Instrument
from tipdata.models.periods import BoundPeriod, continuity_of
from tipdata.models.record import DERIVED, REFERENCE, Record, names

# After it treaties need days: for months to run, and for years that are open to denunciation.
LAST_YEAR = 9900


class Grade(Enum):
    """What kind of source an entry rests on."""

    REGISTER = "register copy"
    """A copy of the depositary's list; its as-of day says up to when it speaks for certain."""
    OFFICIAL = "official publication"
    """A publication of a government or an organization of states."""
    OFFICIAL_COPY = "copy of an official publication"
    """Such a publication as someone else has copied it."""
    NEWS = "news of the depositary"
    """What the depositary itself says outside its register."""
    SECONDARY = "secondary source"
    """The press, an encyclopedia, and the like."""


class Finding(Enum):
    """What an entry finds of the printed cell."""

    AGREES = "agrees"
    DISAGREES = "disagrees"


@frozen
class RegisterEntry(Record):
    """What cited sources say of a state and an instrument: the state's acts, in order.

    What was not read is not there. An entry speaks up to its as-of day and not beyond: of an
    undated copy that is the day of the newest entry in it. What it finds is derived beside a
    chart, and takes no part in equality.

    Attributes:
        country: The state.
        instrument: The treaty.
        actions: The acts of the state; none: it had done nothing by the as-of day.
        as_of: The last day for which the sources prove what they say.
        grade: The kind of the source that the entry rests on.
        sources: The citations, the one that the entry rests on first.
        note: What else there is to say.
        continuity: That its first consent continued a predecessor's, or may have; or None.
        footnotes: The marks of the register's footnotes on the state, as on the territories to
            which the treaty applies, where the copy has lost their texts.
        finding: Whether the chart's cell agrees with the entry; None where the chart has no
            such cell.

    Raises:
        DataError: If an act stands after a later one, before the adoption of the instrument or
            after the as-of day, a denunciation after no consent, there is no source, the as-of
            day lies too near the end of the calendar, or no days can be those of its acts: a
            notice in a year that is closed to it; an entry into force before the consent, the
            instrument's own or independence; an effect before that.
    """

    country: Country = field(metadata=REFERENCE, repr=names)
    instrument: Instrument = field(metadata=REFERENCE, repr=names)
    actions: tuple[TreatyAction, ...]
    as_of: PartialDate
    grade: Grade
    sources: tuple[str, ...] = field(repr=False)
    note: str | None = field(default=None, repr=False)
    continuity: Continuity | None = None
    footnotes: tuple[str, ...] = ()
    finding: Finding | None = field(default=None, eq=False, metadata=DERIVED)

    def __attrs_post_init__(self) -> None:
        # Only whoever is a party can denounce (Vienna Convention, art. 54 and 56).
        if not self.sources:
            raise DataError(f"{self} has no source")
        if self.as_of.year > LAST_YEAR:
            raise DataError(f"{self}: no source speaks up to the end of the calendar")
        bound = False
        for before, action in zip((None, *self.actions), self.actions, strict=False):
            # Of dates that overlap, as 2017 and May 2017 do, none is surely before the other.
            if before and action.date.before(before.date):
                raise DataError(f"{self}: {action} stands after {before}")
            adopted = self.instrument.adopted
            if action.date.before(adopted) or self.as_of.before(adopted):
                raise DataError(f"{self}: {action} stands before the adoption of the instrument")
            if self.as_of.before(action.date):
                raise DataError(f"{self}: {action} stands after the as-of day {self.as_of}")
            if action.kind is ActionKind.DENUNCIATION and not bound:
                raise DataError(f"{self}: {action} stands after no consent")
            # They are signed subject to ratification, and who signed is not bound yet (art. 14).
            if action.kind is not ActionKind.SIGNATURE:
                bound = action.kind is not ActionKind.DENUNCIATION
        for period in self.periods:
            try:
                period.check()
            except DataError as error:
                raise DataError(f"{self}: {error}") from error

    @property
    def signature(self) -> PartialDate | None:
        """The date of the latest signature, or None."""
        signature = self._latest({ActionKind.SIGNATURE})
        return None if signature is None else signature.date

    @property
    def consent(self) -> PartialDate | None:
        """The date of the latest consent, or None."""
        consent = self._latest(CONSENTS)
        return None if consent is None else consent.date

    @property
    def consent_form(self) -> Consent | None:
        """The form of the latest consent; None if there is none, or it was not read."""
        consent = self._latest(CONSENTS)
        return None if consent is None else consent.consent_form

    @property
    def entry_into_force(self) -> PartialDate | None:
        """The date from which the latest consent binds the state, where a source states it."""
        consent = self._latest(CONSENTS)
        return None if consent is None else consent.entry_into_force

    @property
    def entry_into_force_stated_by(self) -> str | None:
        """Who states that date, where it is another source than the first; or None."""
        consent = self._latest(CONSENTS)
        return None if consent is None else consent.stated_by

    @property
    def denunciation(self) -> PartialDate | None:
        """The date of the latest denunciation, or None."""
        denunciation = self._latest({ActionKind.DENUNCIATION})
        return None if denunciation is None else denunciation.date

    @property
    def denunciation_effect(self) -> PartialDate | None:
        """The date from which the latest denunciation takes effect, where a source states it."""
        denunciation = self._latest({ActionKind.DENUNCIATION})
        return None if denunciation is None else denunciation.effect

    @property
    def periods(self) -> tuple[BoundPeriod, ...]:
        """The acts that bound the state, each with the one that ended it, in order.

        A further consent of a state that is bound already begins no new period.
        """
        periods: list[BoundPeriod] = []
        for action in self.actions:
            is_open = bool(periods) and periods[-1].denunciation is None
            if action.kind is ActionKind.DENUNCIATION:
                periods[-1] = evolve(periods[-1], denunciation=action)
            elif action.kind in CONSENTS and is_open:
                further = (*periods[-1].further, action)
                periods[-1] = evolve(periods[-1], further=further)
            elif action.kind in CONSENTS:
                known = None if periods else self.continuity
                continuity = continuity_of(action, known)
                period = BoundPeriod(action, None, self.instrument, self.as_of, continuity)
                periods.append(period)
        return tuple(periods)

    def period_on(self, day: date) -> BoundPeriod | None:
        """Find the period that began by a day and has not surely ended by it."""
        begun = [period for period in self.periods if period.consent.date.earliest <= day]
        if not begun:
            return None
        effect = begun[-1].effect
        is_over = effect is not None and effect[1] is not None and effect[1] <= day
        return None if is_over else begun[-1]

    def _latest(self, kinds: Collection[ActionKind]) -> TreatyAction | None:
        return next((action for action in reversed(self.actions) if action.kind in kinds), None)

    def __str__(self) -> str:
        acts = ", ".join(map(str, self.actions)) or "no act"
        return f"{self.country}, {self.instrument}: {acts} ({self.grade.value})"
