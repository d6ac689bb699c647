"""For how long a state was bound, and which days of consent and of force its acts allow."""

from collections.abc import Iterator
from datetime import date

from attrs import evolve, field, frozen

from tipdata.dates import PartialDate
from tipdata.errors import DataError
from tipdata.models.acts import ActionKind, Certainty, Continuity, TreatyAction
from tipdata.models.conventions import Instrument
from tipdata.models.record import REFERENCE
from tipdata.models.rules import by_rule, effect_of, open_days

Run = tuple[date, date | None]
"""The first and the last day of a run; None: it has no end."""

# Who succeeds to a treaty stays bound by it, as of the succession of states: no months run.
SUCCEEDED = Continuity(Certainty.CERTAIN, None, "the register calls it a succession")


@frozen
class BoundPeriod:
    """The time for which a state was bound, from one act to another.

    Attributes:
        consent: The act by which it consented.
        denunciation: The act by which it withdrew; None where none is known.
        instrument: The treaty.
        as_of: The last day for which the sources prove what they say.
        continuity: That its consent continued a predecessor's, or may have; or None.
        further: Acts by which the state consented while it was bound already.
    """

    consent: TreatyAction
    denunciation: TreatyAction | None
    instrument: Instrument = field(metadata=REFERENCE, repr=str)
    as_of: PartialDate
    continuity: Continuity | None = None
    further: tuple[TreatyAction, ...] = ()

    @property
    def effect(self) -> Run | None:
        """The first and the last day on which its denunciation can take effect.

        That is as a source states it, or else by the instrument's clause, from the days on
        which it lets a state give notice; without either there is no last day, nor where the
        clause lets the effect be put off. None where no denunciation is known.

        Raises:
            DataError: If the notice stands in a year that is closed to it.
        """
        end, clause = self.denunciation, self.instrument.denunciation
        if end is None:
            return None
        if end.effect:
            return end.effect.earliest, end.effect.latest
        if clause is None:
            return end.date.earliest, None
        given = open_days(end.date.earliest, end.date.latest, clause)
        if given is None:
            raise DataError(f"{end} stands in no year that is open to one ({clause.article})")
        first, last = given
        return effect_of(first, clause), None if clause.later_for else effect_of(last, clause)

    @property
    def days(self) -> list[date]:
        """The days on which the state can have consented, up to the as-of day.

        A stated entry into force keeps those that the rule brings to it, if there are any; a
        state that continued to be bound needs no rule, and was one by then. Whoever withdrew
        was bound before.
        """
        first = self._independent.earliest if self._independent else date.min
        read = consent_days(self.consent.date, self.instrument)
        days = [day for day in read if first <= day <= self.as_of.latest]
        stated, effect = self.consent.entry_into_force, self.effect
        if stated and self.continuity is None:
            bound = {day: by_rule(day, self.instrument) for day in days}
            kept = [day for day, force in bound.items() if force and stated.allows(force)]
            days = kept or days
        ends_by = effect[1] if effect and effect[1] else date.max
        return [day for day in days if any(begin < ends_by for begin, _ in self.bound_from(day))]

    def bound_from(self, consent: date) -> Iterator[Run]:
        """Yield the runs of days from which a consent on a day can have bound the state.

        As its source states it, or by the rule; where it continued, or may have continued,
        what had bound its predecessor, from its independence on.
        """
        continuity, first = self.continuity, self._first
        if stated := self.consent.entry_into_force:
            begins = max(stated.earliest, first if continuity else max(first, consent))
            ends = min(stated.latest, max(first, consent)) if self._is_certain else stated.latest
            bound = None if continuity else by_rule(consent, self.instrument)
            if bound and stated.allows(bound):
                yield bound, bound
            elif begins <= ends:
                yield begins, ends
            return
        if continuity:
            yield first, max(first, consent)
        if continuity is None or continuity.certainty is not Certainty.CERTAIN:
            yield from run_by_rule(consent, self.instrument)

    @property
    def _first(self) -> date:
        """The first day on which the instrument can bind the state in its own right."""
        first = (self.instrument.entry_into_force or self.instrument.adopted).earliest
        return max(first, self._independent.earliest) if self._independent else first

    @property
    def _independent(self) -> PartialDate | None:
        return self.continuity.independent if self.continuity else None

    def check(self) -> None:
        """Check that there are days that can be those of its acts.

        Raises:
            DataError: If a notice stands in a year that is closed to it, or the state would
                have been independent, bound or released at impossible times.
        """
        if not self.days:
            raise DataError(f"{self.consent} {self._fault()}")

    def _fault(self) -> str:
        """Say why no day can be that of its consent."""
        last = min(self.consent.date.latest, self.as_of.latest)
        if self._independent and last < self._independent.earliest:
            return f"stands before independence in {self._independent}"
        stated = self.consent.entry_into_force
        if stated and not evolve(self, denunciation=None).days:
            return f"can't have entered into force in {stated}"
        return f"can't have entered into force before the effect of the {self.denunciation}"

    @property
    def _is_certain(self) -> bool:
        """Whether a source says that the state continued, and not the register's form alone."""
        continuity = self.continuity
        return (
            continuity is not None
            and continuity is not SUCCEEDED
            and continuity.certainty is Certainty.CERTAIN
        )


def continuity_of(consent: TreatyAction, known: Continuity | None) -> Continuity | None:
    """Return the continuity of a consent: what is known of it, or that it is a succession."""
    return known or (SUCCEEDED if consent.kind is ActionKind.SUCCESSION else None)


def consent_days(read: PartialDate, instrument: Instrument) -> list[date]:
    """Return the days that a date of consent allows: those on which the instrument existed.

    A year that ends before its adoption, which readers refuse, is left as it is.
    """
    first, last, adopted = read.earliest, read.latest, instrument.adopted.earliest
    if adopted <= last:
        first = max(first, adopted)
    return [date.fromordinal(day) for day in range(first.toordinal(), last.toordinal() + 1)]


def run_by_rule(consent: date, instrument: Instrument) -> Iterator[Run]:
    """Yield the day that the rule gives; without a rule any day from the consent on."""
    bound, own = by_rule(consent, instrument), instrument.entry_into_force
    yield (bound, bound) if bound else (max(consent, own.earliest) if own else consent, None)
