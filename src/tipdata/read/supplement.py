"""The hand-made facts that the text can't give, each with its source."""

from attrs import frozen

from tipdata.dates import PartialDate
from tipdata.models.conventions import Delay, Denunciation, InstrumentKind


@frozen
class SuppliedCountry:
    """The codes of a country that the chart names."""

    alpha_2: str
    alpha_3: str
    numeric: str
    source: str


@frozen
class SuppliedInstrument:
    """What is known of the instrument of a column; `sources` cites each fact by its name."""

    id: str
    title: str
    kind: InstrumentKind
    adopted: PartialDate
    entry_into_force: PartialDate
    depositary: str
    delay: Delay
    denunciation: Denunciation
    aliases: tuple[str, ...]
    sources: dict[str, str]


@frozen
class SuppliedName:
    """A name, and who gives it."""

    value: str
    source: str


@frozen
class Supplement:
    """The hand-made file of an edition.

    Attributes:
        countries: By the name that the chart prints.
        instruments: By the heading that the chart prints.
        abbreviations: Of organizations whose row prints none, by their printed name.
        agencies: The names in photo credits that are no photographer's.
        bylines: What stands in a photo credit for a photographer who isn't named.
    """

    countries: dict[str, SuppliedCountry]
    instruments: dict[str, SuppliedInstrument]
    abbreviations: dict[str, SuppliedName]
    agencies: tuple[SuppliedName, ...]
    bylines: tuple[SuppliedName, ...]
