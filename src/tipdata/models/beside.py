"""Register entries beside a chart: which cells they meet, and what they find of them."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import evolve

from tipdata.dates import PartialDate
from tipdata.errors import DataError
from tipdata.models.conventions import Cell, Conventions, Country, Instrument, Ratification
from tipdata.models.register import BoundPeriod, Certainty, Continuity, Finding, RegisterEntry
from tipdata.models.rules import by_rule
from tipdata.names import fold

Run = tuple[date, date | None]
"""The first and the last day of a run; None: it has no end."""


def finding(cell: Cell, entry: RegisterEntry, closing: date) -> Finding:
    """Compare an entry with the cell that it meets, as of the day on which the chart closed.

    They agree where a day of consent fits both, and with it a printed entry into force; and
    where a dash meets an entry by which the state need not have been bound on that day. What
    comes after its as-of day no entry denies.
    """
    printed = cell.ratification
    if printed is None:
        agrees = all(_is_denied(period, entry, closing) for period in entry.periods)
    else:
        agrees = shown_period(printed, entry, closing) is not None or prints_later(printed, entry)
    return Finding.AGREES if agrees else Finding.DISAGREES


def shown_period(printed: Ratification, entry: RegisterEntry, closing: date) -> BoundPeriod | None:
    """Find the bound period that a printed year is about: it fits, and lasts beyond the chart."""
    for period in entry.periods:
        effect = period.effect(entry.instrument.denunciation)
        lasts = effect is None or effect[1] is None or effect[1] > closing
        if lasts and shared_days(printed, period, entry):
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
    late = bisect_left(days, force.earliest, key=lambda day: next(_by_rule(day, instrument))[0])
    first = days[late] if late < len(days) else days[-1]
    return not _fits(_by_rule(first, instrument), force)


def shared_days(printed: Ratification, period: BoundPeriod, entry: RegisterEntry) -> list[date]:
    """Return the days of consent that a printed cell and a period of an entry both allow."""
    force = printed.entry_into_force
    return [
        day
        for day in read_days(period, entry)
        if printed.date.allows(day)
        and (force is None or _fits(bound_from(day, period, entry), force))
    ]


def prints_later(printed: Ratification, entry: RegisterEntry) -> bool:
    """Tell whether a cell can print a consent after the as-of day of an entry that denies none."""
    if entry.periods and entry.periods[-1].denunciation is None:
        return False
    force, instrument = printed.entry_into_force, entry.instrument
    return any(
        force is None or _fits(_by_rule(day, instrument), force)
        for day in consent_days(printed.date, instrument)
        if entry.as_of.earliest < day
    )


def read_days(period: BoundPeriod, entry: RegisterEntry) -> list[date]:
    """Return the days of consent that an entry allows, up to its as-of day.

    A stated entry into force keeps those that the rule brings to it, if there are any; a
    state that continued to be bound needs no rule.
    """
    stated, instrument = period.consent.entry_into_force, entry.instrument
    read = consent_days(period.consent.date, instrument)
    days = [day for day in read if day <= entry.as_of.latest]
    if stated is None or continuity_of(period, entry):
        return days
    bound = {day: by_rule(day, instrument) for day in days}
    return [day for day, force in bound.items() if force and stated.allows(force)] or days


def bound_from(consent: date, period: BoundPeriod, entry: RegisterEntry) -> Iterator[Run]:
    """Yield the runs of days from which a consent on a day can have bound the state.

    As its source states it, or by the rule; where it continued, or may have continued, what
    had bound its predecessor, from its independence on.
    """
    stated, continuity = period.consent.entry_into_force, continuity_of(period, entry)
    if stated is not None:
        yield stated.earliest, stated.latest
        return
    if continuity:
        first = (entry.instrument.entry_into_force or entry.instrument.adopted).earliest
        if continuity.independent:
            first = max(first, continuity.independent.earliest)
        yield first, max(first, consent)
    if continuity is None or continuity.certainty is not Certainty.CERTAIN:
        yield from _by_rule(consent, entry.instrument)


def continuity_of(period: BoundPeriod, entry: RegisterEntry) -> Continuity | None:
    """Return the continuity of a period; only the first of an entry can have any."""
    return entry.continuity if period == entry.periods[0] else None


def consent_days(read: PartialDate, instrument: Instrument) -> list[date]:
    """Return the days that a date of consent allows: those on which the instrument existed.

    A year that ends before its adoption, which readers refuse, is left as it is.
    """
    first, last, adopted = read.earliest, read.latest, instrument.adopted.earliest
    if adopted <= last:
        first = max(first, adopted)
    return [date.fromordinal(day) for day in range(first.toordinal(), last.toordinal() + 1)]


def _by_rule(consent: date, instrument: Instrument) -> Iterator[Run]:
    """Yield the day that the rule gives; without a rule any day from the consent on."""
    bound, own = by_rule(consent, instrument), instrument.entry_into_force
    yield (bound, bound) if bound else (max(consent, own.earliest) if own else consent, None)


def _fits(runs: Iterable[Run], printed: PartialDate) -> bool:
    """Tell whether a printed date has a day of some run."""
    return any(
        first <= printed.latest and (last is None or printed.earliest <= last)
        for first, last in runs
    )


def _is_denied(period: BoundPeriod, entry: RegisterEntry, closing: date) -> bool:
    """Tell whether a period need not have bound the state on a day."""
    effect = period.effect(entry.instrument.denunciation)
    is_over = effect is not None and effect[0] <= closing
    return is_over or read_days(period, entry)[-1] > closing


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
