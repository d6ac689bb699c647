"""Register entries beside a chart: which cells they meet, and what they find of them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from attrs import evolve

from tipdata.errors import DataError
from tipdata.models.conventions import Cell, Conventions, Country, Ratification
from tipdata.models.register import Finding, RegisterEntry, TreatyAction
from tipdata.models.rules import by_rule
from tipdata.names import fold


def finding(cell: Cell, entry: RegisterEntry, closing: date) -> Finding:
    """Compare an entry with the cell that it meets, as of the day on which the chart closed.

    They agree where a day of consent fits both, and where a dash meets an entry without a
    consent by that day. A printed entry into force has to fit such a day of consent too.
    """
    period = entry.period_on(closing)
    if cell.ratification is None:
        agrees = period is None or period.consent.date.latest > closing
    else:
        agrees = period is not None and any(shared_days(cell.ratification, period.consent))
    return Finding.AGREES if agrees else Finding.DISAGREES


def shared_days(printed: Ratification, read: TreatyAction) -> Iterator[date]:
    """Yield the days of consent that fit both a printed cell and an act that was read."""
    first = max(printed.date.earliest, read.date.earliest)
    last = min(printed.date.latest, read.date.latest)
    force = printed.entry_into_force
    for days in range((last - first).days + 1):
        day = first + timedelta(days)
        bound = by_rule(day, printed.instrument)
        stated = read.entry_into_force
        if (
            force is None
            or (bound is not None and force.allows(bound))
            or (stated is not None and force.same_day(stated) is not False)
            or (bound is None and stated is None)
        ):
            yield day


def beside(entries: Iterable[RegisterEntry], chart: Conventions) -> Iterator[RegisterEntry]:
    """Set entries beside a chart: with its countries and instruments, and what they find.

    An entry meets the row of its country by the code alpha-3, else by the name.

    Raises:
        DataError: If two entries are of one country and one instrument.
    """
    countries = {key: country for country in chart.countries for key in _keys(country)}
    instruments = {instrument.id: instrument for instrument in chart.instruments}
    cells = {(cell.country.name, cell.instrument.id): cell for cell in chart.cells}
    closing = chart.closes.latest
    met: set[tuple[str, str]] = set()
    for given in entries:
        country = _met(given.country, countries)
        # Whoever means this country later, by code or by name, means the same.
        for key in _keys(given.country):
            countries.setdefault(key, country)
        instrument = instruments.get(given.instrument.id, given.instrument)
        pair = country.name, instrument.id
        if pair in met:
            raise DataError(f"two entries are of {country} and {instrument}")
        met.add(pair)
        cell = cells.get(pair)
        found = None if cell is None else finding(cell, given, closing)
        yield evolve(given, country=country, instrument=instrument, finding=found)


def _met(country: Country, countries: Mapping[str, Country]) -> Country:
    """Find the country that one is: that of its code or its name, and of no other code."""
    known = next((countries[key] for key in _keys(country) if key in countries), country)
    codes = {country.alpha_3, known.alpha_3} - {None}
    return known if len(codes) < 2 else country


def _keys(country: Country) -> tuple[str, ...]:
    """Give what a country is met by; a name folds, and is no code."""
    name = f"name {fold(country.name)}"
    return (name,) if country.alpha_3 is None else (country.alpha_3, name)
