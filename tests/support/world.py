"""A register of the size of the world: made-up participants, each with ten keys and its acts."""

from functools import cache

from attrs import frozen

import tipdata
from tipdata import ActionKind, Country, Grade, PartialDate, RegisterEntry, TreatyAction

PARTICIPANTS = 198
AS_OF = PartialDate(2026, 1, 31)


@frozen
class Participant(Country):
    """A country that goes by other names too."""

    other_names: tuple[str, ...] = ()

    @property
    def keys(self):
        return (*super().keys, *self.other_names)


@cache
def participants():
    """Make countries that the chart lacks, with codes that none of its countries has."""
    taken = {country.numeric for country in tipdata.countries()}
    numbers = [f"{number:03d}" for number in range(500) if f"{number:03d}" not in taken]
    return tuple(_participant(number, numbers[number]) for number in range(PARTICIPANTS))


@cache
def edition(size=PARTICIPANTS, instruments=()):
    """Make an edition beside which so many of them stand.

    Args:
        size: How many.
        instruments: Instruments that the register has besides those of the chart.
    """
    instruments = (*tipdata.instruments(), *instruments)
    return tipdata.edition().with_register(
        RegisterEntry(
            country,
            instrument,
            _actions(row * len(instruments) + column, instrument.adopted.year),
            AS_OF,
            Grade.SECONDARY,
            ("made up",),
        )
        for row, country in enumerate(participants()[:size])
        for column, instrument in enumerate(instruments)
    )


def _participant(number, numeric):
    letters = "".join(chr(ord("A") + digit) for digit in divmod(number, 26))
    name = f"Republic of Côte {letters.title()}"
    others = (
        *(f"Côte {letters}", f"The Côte {letters}", f"Former Côte {letters}"),
        *(f"{letters} (Federation of)", f"Kingdom of {letters}", f"People's {letters}"),
        f"United States of {letters}",
    )
    return Participant(name, None, f"Q{letters}", numeric, other_names=others)


def _actions(number, adopted):
    """Return the acts of one: none, a consent, one and its end, or another after these."""
    first, end = max(2001, adopted + 1), AS_OF.year
    years = end - first
    consent = PartialDate(first + number % (years // 3), 1 + number % 12, 1 + number % 28)
    notice = first + years // 2 + number % (years // 6)
    actions = (
        TreatyAction(ActionKind.ACCESSION, consent),
        TreatyAction(ActionKind.DENUNCIATION, PartialDate(notice), effect=PartialDate(notice + 1)),
        TreatyAction(ActionKind.RATIFICATION, PartialDate(end - 1 - number % (years // 5))),
    )
    return actions[: (1, 0, 1, 2, 1, 3)[number % 6]]
