"""Register entries beside a chart: which cells they meet, and what they find of them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from attrs import evolve

from tipdata.errors import DataError
from tipdata.models.conventions import Cell, Conventions, Country, Ratification
from tipdata.models.register import BoundPeriod, Finding, RegisterEntry, TreatyAction
from tipdata.models.rules import by_rule
from tipdata.names import fold


def finding(cell: Cell, entry: RegisterEntry, closing: date) -> Finding:
    """Compare an entry with the cell that it meets, as of the day on which the chart closed.

    They agree where a day of consent fits both, and where a dash meets an entry without a
    consent by which the state was bound on that day. A printed entry into force has to fit
    such a day of consent too.
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

    A dash would deny the one that ran on the day on which the chart closed.
    """
    printed = cell.ratification
    return entry.period_on(closing) if printed is None else period_of(printed, entry)


def period_of(printed: Ratification, entry: RegisterEntry) -> BoundPeriod | None:
    """Find the bound period that a printed year is about: the latest whose consent fits it."""
    periods = (period for period in entry.periods if any(shared_days(printed, period.consent)))
    return max(periods, key=lambda period: period.consent.date.latest, default=None)


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
