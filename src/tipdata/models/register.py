"""The second layer: what cited sources say of a state's acts on an instrument."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from enum import Enum

from attrs import evolve, field, frozen

from tipdata.dates import PartialDate
from tipdata.errors import DataError
from tipdata.models.conventions import Cell, Consent, Conventions, Country, Instrument
from tipdata.models.record import DERIVED, REFERENCE, Record, names
from tipdata.names import fold


class Grade(Enum):
    """What kind of source an entry rests on."""

    REGISTER = "register copy"
    """A dated copy of the depositary's record."""
    OFFICIAL = "official publication"
    """A publication of a government or an organization of states."""
    SECONDARY = "secondary source"
    """The press, an encyclopedia, and the like."""


class Finding(Enum):
    """What an entry finds of the printed cell."""

    AGREES = "agrees"
    DISAGREES = "disagrees"


class ActionKind(Enum):
    """What a state does about an instrument (Vienna Convention, art. 11 and 56)."""

    SIGNATURE = "signature"
    RATIFICATION = "ratification"
    ACCESSION = "accession"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    SUCCESSION = "succession"
    CONSENT = "consent"
    """A consent to be bound whose form was not read."""
    DENUNCIATION = "denunciation"


FORMS = {ActionKind(form.value): form for form in Consent}
CONSENTS = {*FORMS, ActionKind.CONSENT}


@frozen
class TreatyAction:
    """An act of a state on an instrument, as a source gives it.

    Attributes:
        kind: What the state did.
        date: When it did so: of a consent or a denunciation, the day of its deposit or
            registration.
        entry_into_force: The date from which this consent binds the state, where a source
            states it.
        effect: The date from which this denunciation takes effect, where a source states it.

    Raises:
        DataError: If an act other than a consent has an entry into force, or one other than
            a denunciation an effect, or the effect lies before the notice.
    """

    kind: ActionKind
    date: PartialDate
    entry_into_force: PartialDate | None = None
    effect: PartialDate | None = None

    def __attrs_post_init__(self) -> None:
        if self.entry_into_force and self.kind not in CONSENTS:
            raise DataError(f"a {self.kind.value} has no entry into force")
        if self.effect and self.kind is not ActionKind.DENUNCIATION:
            raise DataError(f"a {self.kind.value} has no effect of a denunciation")
        if self.effect and self.effect.before(self.date):
            raise DataError(f"the {self} can't have had effect in {self.effect}, before it")

    @property
    def consent_form(self) -> Consent | None:
        """The form of the consent that the act is; None if it is none, or was not read."""
        return FORMS.get(self.kind)

    def __str__(self) -> str:
        return f"{self.kind.value} {self.date}"


@frozen
class RegisterEntry(Record):
    """What cited sources say of a state and an instrument: the state's acts, in order.

    What was not read is not there. An entry speaks up to its as-of day and not beyond. What
    it finds is derived beside a chart, and takes no part in equality.

    Attributes:
        country: The state.
        instrument: The treaty.
        actions: The acts of the state; none: it had done nothing by the as-of day.
        as_of: The day up to which the sources speak.
        grade: The kind of the source that the entry rests on.
        sources: The citations, the one that the entry rests on first.
        note: What else there is to say.
        finding: Whether the chart's cell agrees with the entry; None where the chart has no
            such cell.

    Raises:
        DataError: If an act stands after a later one or after the as-of day, a denunciation
            after no consent, or there is no source.
    """

    country: Country = field(metadata=REFERENCE, repr=names)
    instrument: Instrument = field(metadata=REFERENCE, repr=names)
    actions: tuple[TreatyAction, ...]
    as_of: PartialDate
    grade: Grade
    sources: tuple[str, ...] = field(repr=False)
    note: str | None = field(default=None, repr=False)
    finding: Finding | None = field(default=None, eq=False, metadata=DERIVED)

    def __attrs_post_init__(self) -> None:
        # Only whoever is a party can denounce (Vienna Convention, art. 54 and 56).
        if not self.sources:
            raise DataError(f"{self} has no source")
        bound = False
        for before, action in zip((None, *self.actions), self.actions, strict=False):
            # Of dates that overlap, as 2017 and May 2017 do, none is surely before the other.
            if before and action.date.before(before.date):
                raise DataError(f"{self}: {action} stands after {before}")
            if self.as_of.before(action.date):
                raise DataError(f"{self}: {action} stands after the as-of day {self.as_of}")
            if action.kind is ActionKind.DENUNCIATION and not bound:
                raise DataError(f"{self}: {action} stands after no consent")
            # They are signed subject to ratification, and who signed is not bound yet (art. 14).
            if action.kind is not ActionKind.SIGNATURE:
                bound = action.kind is not ActionKind.DENUNCIATION

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
    def periods(self) -> tuple["BoundPeriod", ...]:
        """The acts that bound the state, each with the one that ended it, in order.

        A further consent of a state that is bound already begins no new period.
        """
        periods: list[BoundPeriod] = []
        for action in self.actions:
            is_open = bool(periods) and periods[-1].denunciation is None
            if action.kind is ActionKind.DENUNCIATION:
                periods[-1] = evolve(periods[-1], denunciation=action)
            elif action.kind in CONSENTS and not is_open:
                periods.append(BoundPeriod(action))
        return tuple(periods)

    def period_on(self, day: date) -> "BoundPeriod | None":
        """Find the period that began by a day and has not surely ended by it."""
        begun = [period for period in self.periods if period.consent.date.earliest <= day]
        if not begun:
            return None
        # A state stays bound between its notice and the effect of it.
        end = begun[-1].denunciation
        # A notice takes effect later; of one without a stated effect it isn't sure when.
        return None if end and end.effect and end.effect.latest <= day else begun[-1]

    def _latest(self, kinds: Collection[ActionKind]) -> TreatyAction | None:
        return next((action for action in reversed(self.actions) if action.kind in kinds), None)

    def __str__(self) -> str:
        acts = ", ".join(map(str, self.actions)) or "no act"
        return f"{self.country}, {self.instrument}: {acts} ({self.grade.value})"


@frozen
class BoundPeriod:
    """The time for which a state was bound, from one act to another.

    Attributes:
        consent: The act by which it consented.
        denunciation: The act by which it withdrew; None where none is known.
    """

    consent: TreatyAction
    denunciation: TreatyAction | None = None


def finding(cell: Cell, entry: RegisterEntry, closing: date) -> Finding:
    """Compare an entry with the cell that it meets, as of the day on which the chart closed.

    They agree where the printed year may be that of a consent, and where a dash meets an entry
    without one by which the state was bound on that day.
    """
    period = shown_period(cell, entry, closing)
    if cell.ratification is None:
        agrees = period is None or period.consent.date.latest > closing
    else:
        agrees = period is not None
    return Finding.AGREES if agrees else Finding.DISAGREES


def not_bound(entry: RegisterEntry, day: date) -> str:
    """Say that a state had not consented, or was bound no longer, when the chart closed."""
    begun = any(period.consent.date.earliest <= day for period in entry.periods)
    return f"{'not bound any longer' if begun else 'no consent'} when the chart closed"


def shown_period(cell: Cell, entry: RegisterEntry, closing: date) -> BoundPeriod | None:
    """Find the bound period that a cell is about.

    Of a printed year it is the latest whose consent may be of that year; of a dash the one
    that the dash would deny, which ran on the day on which the chart closed.
    """
    if cell.ratification is None:
        return entry.period_on(closing)
    printed = cell.ratification.date
    periods = (p for p in entry.periods if p.consent.date.same_day(printed) is not False)
    return max(periods, key=lambda period: period.consent.date.latest, default=None)


def beside(entries: Iterable[RegisterEntry], chart: Conventions) -> Iterator[RegisterEntry]:
    """Set entries beside a chart: with its countries and instruments, and what they find.

    An entry meets the row of its country by the code alpha-3, else by the name.

    Raises:
        DataError: If two entries are of one country and one instrument, or two countries of
            one name.
    """
    countries = {key: country for country in chart.countries for key in _keys(country)}
    instruments = {instrument.id: instrument for instrument in chart.instruments}
    cells = {(cell.country.name, cell.instrument.id): cell for cell in chart.cells}
    closing = chart.closes.latest
    pairs: set[tuple[str, str]] = set()
    for entry in entries:
        country = _same_country(entry.country, countries)
        # Whoever means this country later, by code or by name, means the same.
        for key in _keys(entry.country):
            countries.setdefault(key, country)
        instrument = instruments.get(entry.instrument.id, entry.instrument)
        pair = country.name, instrument.id
        if pair in pairs:
            raise DataError(f"two entries are of {country} and {instrument}")
        pairs.add(pair)
        cell = cells.get(pair)
        finds = None if cell is None else finding(cell, entry, closing)
        yield evolve(entry, country=country, instrument=instrument, finding=finds)


def _same_country(country: Country, countries: Mapping[str, Country]) -> Country:
    """Find the country of the same code, else of the same name; else return it itself.

    Raises:
        DataError: If the one of the same name has another code.
    """
    known = next((countries[key] for key in _keys(country) if key in countries), country)
    if None not in (country.alpha_3, known.alpha_3) and country.alpha_3 != known.alpha_3:
        raise DataError(f"{country} has the code {country.alpha_3}, and {known.alpha_3} elsewhere")
    return known


def _keys(country: Country) -> tuple[str, ...]:
    """Return the keys that a country is known by: its code and its folded name."""
    # With a word before it a name of three letters is no code.
    name = f"name {fold(country.name)}"
    return (name,) if country.alpha_3 is None else (country.alpha_3, name)
