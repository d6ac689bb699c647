"""How a key that a user gives finds its record."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from attrs import frozen

from tipdata.dates import MONTHS, PartialDate
from tipdata.errors import ChoiceError, NotFoundError
from tipdata.load import packaged
from tipdata.models.conventions import Conventions, Country, Instrument
from tipdata.models.edition import Edition
from tipdata.models.keys import fold
from tipdata.models.record import Record

R = TypeVar("R", bound=Record)
V = TypeVar("V")


def chosen(edition: Edition | None) -> Edition:
    """Give the edition that a user chose; the default is that of 2018."""
    if edition is None:
        return packaged.edition()
    if not isinstance(edition, Edition):
        raise TypeError(f"edition must be an Edition, not {type(edition).__name__}")
    return edition


def check(name: str, value: object, *types: type) -> None:
    """Raise the `TypeError` that names an argument of a wrong type; a bool is no int."""
    if not isinstance(value, types) or (isinstance(value, bool) and bool not in types):
        wanted = " or ".join(cls.__name__ for cls in types)
        raise TypeError(f"{name} must be {wanted}, not {type(value).__name__}")


def check_choice(name: str, value: object, choices: Sequence[str]) -> None:
    """Raise the error that lists the choices where an argument is none of them."""
    if value not in choices:
        *most, last = map(repr, choices)
        raise ChoiceError(f"{name} must be {', '.join(most)} or {last}, not {value!r}")


def find_country(key: str | int | Country, edition: Edition) -> Country:
    """Find a row of the chart by the name as printed, an ISO 3166-1 code, or itself."""
    check("country", key, str, int, Country)
    text = f"{key:03d}" if isinstance(key, int) else key.name if isinstance(key, Country) else key
    section = edition.conventions
    found: Country | None = _index(Same(section.countries)).get(fold(text))
    if found is None:
        named = key if isinstance(key, int) else text
        padded = text.strip().zfill(3) if text.strip().isdecimal() else text
        close = "" if isinstance(key, int) else _close(padded, section.countries)
        raise NotFoundError(
            f"no country {named!r} in the chart{close}"
            f". {_scope(section)} The complete list was at {section.legend.links[0].url}"
        )
    return found


def find_instrument(key: str | Instrument, edition: Edition) -> Instrument:
    """Find a column of the chart by its id, an alias, its heading, its title, or itself."""
    check("instrument", key, str, Instrument)
    text = key.id if isinstance(key, Instrument) else key
    return find("instrument", text, edition.conventions.instruments, "the chart")


def find(what: str, key: str, records: tuple[R, ...], where: str) -> R:
    """Find the record that goes by a key, without regard to case, accents or space.

    Raises:
        NotFoundError: If there is none; it names the keys that come close.
    """
    found: R | None = _index(Same(records)).get(fold(key))
    if found is None:
        raise NotFoundError(f"no {what} {key!r} in {where}{_close(key, records)}")
    return found


@frozen(eq=False)
class Same(Generic[V]):
    """A value as the key of a cache: the same object, not an equal one."""

    value: V

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.value is other.value

    def __hash__(self) -> int:
        return id(self.value)


@lru_cache(maxsize=64)
def _index(records: Same[tuple[Record, ...]]) -> Mapping[str, Any]:
    """Map every folded key of some records to the first that has it."""
    index: dict[str, Record] = {}
    for record in records.value:
        for key in record.keys:
            index.setdefault(fold(key), record)
    return MappingProxyType(index)


def _close(key: str, records: tuple[Record, ...]) -> str:
    from difflib import get_close_matches

    names = {fold(name): name for record in records for name in record.keys}
    close = get_close_matches(fold(key), names, n=3, cutoff=0.5)
    return f"; close to it: {', '.join(repr(names[name]) for name in close)}" if close else ""


def _scope(section: Conventions) -> str:
    """Say which countries have a row; a country without one is not said to be unbound."""
    names = ", ".join(country.name for country in section.countries)
    return (
        f"The chart lists only the {len(section.countries)} countries that the report says"
        f" ratified, acceded to or accepted an instrument between {_month(section.opens)} and"
        f" {_month(section.closes)}: {names}. Of any other it says nothing."
    )


def _month(date: PartialDate) -> str:
    return f"{MONTHS[(date.month or 1) - 1]} {date.year}"
