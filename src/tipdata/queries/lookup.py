"""How a key that a user gives finds its record, and which records there are to find."""

from functools import lru_cache
from typing import TypeVar

from tipdata.arguments import Basis
from tipdata.dates import MONTHS, PartialDate
from tipdata.errors import NotFoundError, check_type
from tipdata.load import packaged
from tipdata.load.edition import Edition
from tipdata.models.conventions import Conventions, Country, Instrument
from tipdata.models.record import Record
from tipdata.names import ById, close, fold, index, numeric_code

R = TypeVar("R", bound=Record)


def edition_or_default(edition: Edition | None) -> Edition:
    """Return the edition that a user passed, or that of 2018 where they passed none.

    Raises:
        TypeError: If `edition` is no `Edition`.
    """
    if edition is None:
        return packaged.edition()
    if not isinstance(edition, Edition):
        raise TypeError(f"edition must be an Edition, not {type(edition).__name__}")
    return edition


def countries_of(edition: Edition, basis: Basis = "printed") -> tuple[Country, ...]:
    """Return the countries that a basis speaks of: the chart's, then the register's others."""
    if basis == "printed":
        return edition.conventions.countries
    return _with_register(ById(edition))[0]


def instruments_of(edition: Edition, basis: Basis = "printed") -> tuple[Instrument, ...]:
    """Return the instruments that a basis speaks of: the chart's, then the register's others."""
    if basis == "printed":
        return edition.conventions.instruments
    return _with_register(ById(edition))[1]


def find_country(key: str | int | Country, edition: Edition, basis: Basis = "printed") -> Country:
    """Find a country by its name, an ISO 3166-1 code, or itself.

    Raises:
        NotFoundError: If the basis speaks of no such country; it names what comes close,
            and says what the chart covers.
        TypeError: If the key is of a wrong type.
    """
    check_type("country", key, str, int, Country)
    countries = countries_of(edition, basis)
    country = _country(key, countries)
    if country is None:
        named = key.name if isinstance(key, Country) else key
        hint = "" if isinstance(key, int) else _hint(str(named), countries)
        where = "the chart" if basis == "printed" else "the chart or the register"
        raise NotFoundError(
            f"no country {named!r} in {where}{hint}. {_scope(edition.conventions)}"
            f"{_known_beside(key, edition, basis)}"
            f" The complete list was at {edition.conventions.legend.links[0].url}"
        )
    return country


def find_instrument(
    key: str | Instrument, edition: Edition, basis: Basis = "printed"
) -> Instrument:
    """Find an instrument by its id, an alias, its heading, its title, or itself.

    Raises:
        NotFoundError: If the basis speaks of no such instrument; it names what comes close.
        TypeError: If the key is of a wrong type.
    """
    check_type("instrument", key, str, Instrument)
    text = key.id if isinstance(key, Instrument) else key
    if basis == "register":
        where = "the chart or the register"
        return find("instrument", text, instruments_of(edition, basis), where)
    try:
        return find("instrument", text, instruments_of(edition), "the chart")
    except NotFoundError as error:
        known = index(instruments_of(edition, "register")).get(fold(text))
        if known is None:
            raise
        raise NotFoundError(f"{error}. {_register_knows(known)}") from None


def find(what: str, key: str, records: tuple[R, ...], where: str) -> R:
    """Find the record that goes by a key, without regard to case, accents or space.

    Raises:
        NotFoundError: If there is none; it names the keys that come close.
    """
    record = index(records).get(fold(key))
    if record is None:
        raise NotFoundError(f"no {what} {key!r} in {where}{_hint(key, records)}")
    return record


# Without it each look-up on the register would walk all entries. Sixteen editions are more
# than anyone compares.
@lru_cache(maxsize=16)
def _with_register(
    edition: ById[Edition],
) -> tuple[tuple[Country, ...], tuple[Instrument, ...]]:
    chart, entries = edition.value.conventions, edition.value.register
    countries = {country.name: country for country in chart.countries}
    instruments = {instrument.id: instrument for instrument in chart.instruments}
    for entry in entries:
        countries.setdefault(entry.country.name, entry.country)
        instruments.setdefault(entry.instrument.id, entry.instrument)
    return tuple(countries.values()), tuple(instruments.values())


def _country(key: str | int | Country, countries: tuple[Country, ...]) -> Country | None:
    by_key = index(countries)
    # The country of another edition or register is known by its code, however it is spelt.
    if isinstance(key, Country):
        return by_key.get(fold(key.alpha_3 or key.name))
    return by_key.get(numeric_code(key) if isinstance(key, int) else fold(key))


def _hint(key: str, records: tuple[Record, ...]) -> str:
    names = close(key, records)
    return f"; close to it: {', '.join(map(repr, names))}" if names else ""


def _known_beside(key: str | int | Country, edition: Edition, basis: Basis) -> str:
    """Say where the register knows a country of which the chart says nothing."""
    known = basis == "printed" and _country(key, countries_of(edition, "register"))
    return f" {_register_knows(known)}" if known else ""


def _register_knows(record: Record) -> str:
    return f'The register knows {record}: what takes basis="register" answers for it.'


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
