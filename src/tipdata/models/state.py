"""The words for a state of play, and for what an answer rests on."""

from enum import Enum


class State(Enum):
    """The state of play between a country and an instrument on a day."""

    NOT_RATIFIED = "not ratified"
    """It has not consented to be bound."""
    RATIFIED = "ratified"
    """It has consented, and the instrument is not yet in force for it."""
    IN_FORCE = "in force"
    """The instrument is in force for it: it is a party."""
    NO_LONGER_BOUND = "no longer bound"
    """It has withdrawn or denounced. Only a register says so for certain."""
    UNCERTAIN = "uncertain"
    """The evidence leaves more than one of the others."""


class Origin(Enum):
    """Where a bound comes from."""

    PRINTED = "printed"
    DERIVED = "derived"
    REGISTER = "register"
