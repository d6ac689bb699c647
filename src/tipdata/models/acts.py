"""What a state does about an instrument, and when that continues what another had done."""

from enum import Enum

from attrs import field, frozen

from tipdata.dates import PartialDate
from tipdata.errors import DataError
from tipdata.models.conventions import Consent


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
        stated_by: Who states that entry into force, or this denunciation, where it is another
            source than the one that the entry rests on; or None.

    Raises:
        DataError: If an act other than a consent has an entry into force, or one other than
            a denunciation an effect, the effect lies before the notice, or somebody states an
            entry into force that is not there.
    """

    kind: ActionKind
    date: PartialDate
    entry_into_force: PartialDate | None = None
    effect: PartialDate | None = None
    stated_by: str | None = field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        if self.entry_into_force and self.kind not in CONSENTS:
            raise DataError(f"a {self.kind.value} has no entry into force")
        if self.effect and self.kind is not ActionKind.DENUNCIATION:
            raise DataError(f"a {self.kind.value} has no effect of a denunciation")
        if self.effect and self.effect.before(self.date):
            raise DataError(f"the {self} can't have had effect in {self.effect}, before it")
        is_stated = self.entry_into_force or self.kind is ActionKind.DENUNCIATION
        if self.stated_by and not is_stated:
            raise DataError(f"the {self} has no entry into force that {self.stated_by!r} states")

    @property
    def consent_form(self) -> Consent | None:
        """The form of the consent that the act is; None if it is none, or was not read."""
        return FORMS.get(self.kind)

    def __str__(self) -> str:
        return f"{self.kind.value} {self.date}"


class Certainty(Enum):
    """How sure it is that a registered ratification continued a predecessor's."""

    CERTAIN = "certain"
    """A text names the state and the instrument."""
    LIKELY = "likely"
    """The signs are for it, and none against it."""
    UNCLEAR = "unclear"
    """There are signs for it and against it."""


@frozen
class Continuity:
    """That a new state stayed bound by what its predecessor had applied to its territory.

    The registration of such a declaration begins nothing anew: no months run from it.

    Attributes:
        certainty: How sure it is that the state continued what had bound its predecessor.
        independent: The earliest day of the state's independence that a source names, before
            which it can't have been bound in its own right; None where none was read.
        evidence: Who or what says that it did, or may have.
    """

    certainty: Certainty
    independent: PartialDate | None
    evidence: str = field(repr=False)
