"""Register entries beside a chart: which cells they meet, and what they find of them."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import evolve

from tipdata.dates import PartialDate
from tipdata.errors import DataError
from tipdata.models.conventions import Cell, Conventions, Country, Ratification
from tipdata.models.periods import BoundPeriod, Run, consent_days, run_by_rule
from tipdata.models.register import Finding, RegisterEntry
from tipdata.names import fold


def finding(cell: Cell, entry: RegisterEntry, closing: date) -> Finding:
    """Compare an entry with the cell that it meets, as of the day on which the chart closed.

    They agree where a day of consent fits both, and with it a printed entry into force; and
    where a dash meets an entry by which the state need not have been bound on that day. What
    comes after its as-of day no entry denies.
    """
    printed = cell.ratification
    if printed is None:
        agrees = all(_is_denied(period, closing) for period in entry.periods)
    else:
        agrees = shown_period(printed, entry, closing) is not None or prints_later(printed, entry)
    return Finding.AGREES if agrees else Finding.DISAGREES


def shown_period(printed: Ratification, entry: RegisterEntry, closing: date) -> BoundPeriod | None:
    """Find the bound period that a printed year is about: it fits, and lasts beyond the chart."""
    for period in entry.periods:
        effect = period.effect
        lasts = effect is None or effect[1] is None or effect[1] > closing
        if lasts and shared_days(printed, period):
            return period
    return None


def not_bound(entry: RegisterEntry, day: date) -> str:
    """Say that a state had not consented, or was bound no longer, when the chart closed."""
    begun = any(period.consent.date.earliest <= day for period in entry.periods)
    return f"{'not bound any longer' if begun else 'no consent'} when the chart closed"


def is_contested(cell: Cell, entry: RegisterEntry | None) -> bool:
    """Tell whether an entry beside a cell, or a rule of the treaty, contradicts it."""
    disagrees = entry is not None and entry.finding is Finding.DISAGREES
    printed = cell.ratification
    return disagrees or (printed is not None and is_irreconcilable(printed))


def is_irreconcilable(printed: Ratification) -> bool:
    """Tell whether no consent in a printed year leads to the printed entry into force."""
    force, instrument = printed.entry_into_force, printed.instrument
    if force is None:
        return False
    days = consent_days(printed.date, instrument)
    # A later consent never binds earlier: of those that bind late enough the first counts.
    late = bisect_left(days, force.earliest, key=lambda day: next(run_by_rule(day, instrument))[0])
    first = days[late] if late < len(days) else days[-1]
    return not _fits(run_by_rule(first, instrument), force)


def following(entry: RegisterEntry, other: RegisterEntry | None) -> RegisterEntry:
    """Add to an entry the denunciation of another instrument that is one of its own too.

    As a denunciation of C029 is one of P029 (art. 9 of the latter). One after the entry's as-of
    day is left away: by then the entry excludes nothing.
    """
    ends = [period.denunciation for period in other.periods] if other else []
    bound = entry.periods[-1] if entry.periods else None
    if other is None or bound is None or bound.denunciation:
        return entry
    for end in ends:
        begun = end and end.date.after(bound.consent.date)
        if end and begun and not end.date.after(entry.as_of):
            acts = (*entry.actions, evolve(end, stated_by=other.sources[0]))
            return evolve(entry, actions=acts, sources=(*entry.sources, other.sources[0]))
    return entry


def shared_days(printed: Ratification, period: BoundPeriod) -> list[date]:
    """Return the days of consent that a printed cell and a period of an entry both allow."""
    force = printed.entry_into_force
    return [
        day
        for day in period.days
        if printed.date.allows(day) and (force is None or _fits(period.bound_from(day), force))
    ]


def prints_later(printed: Ratification, entry: RegisterEntry) -> bool:
    """Tell whether a cell can print a consent after the as-of day of an entry that denies none."""
    if entry.periods and entry.periods[-1].denunciation is None:
        return False
    force, instrument = printed.entry_into_force, entry.instrument
    return any(
        force is None or _fits(run_by_rule(day, instrument), force)
        for day in consent_days(printed.date, instrument)
        if entry.as_of.earliest < day
    )


def _fits(runs: Iterable[Run], printed: PartialDate) -> bool:
    """Tell whether a printed date has a day of some run."""
    return any(
        first <= printed.latest and (last is None or printed.earliest <= last)
        for first, last in runs
    )


def _is_denied(period: BoundPeriod, closing: date) -> bool:
    """Tell whether a period need not have bound the state on a day."""
    effect = period.effect
    is_over = effect is not None and effect[0] <= closing
    return is_over or period.days[-1] > closing


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
