"""The second layer beside the chart: cited, complete, and consistent with it."""

from datetime import date, timedelta
from functools import cache

import pytest

import tipdata
from for_each import for_each
from tipdata import Finding, PartialDate, State

CLOSING = date(2018, 3, 31)

# The thirteen printed entries into force, with the register's day of consent where read.
PRINTED_FORCE = {
    ("Brazil", "C189"): ("Jan 2019", date(2018, 1, 31)),
    ("Denmark", "P029"): ("14 Jun 2018", date(2017, 6, 14)),
    ("Guinea", "C189"): ("25 Apr 2018", date(2017, 4, 25)),
    ("Iceland", "P029"): ("14 Jun 2018", date(2017, 6, 14)),
    ("India", "C182"): ("13 Jun 2018", date(2017, 6, 13)),
    ("Jamaica", "P029"): ("13 Jun 2018", date(2017, 6, 13)),
    ("Latvia", "P029"): ("07 Dec 2018", date(2017, 12, 7)),
    ("Namibia", "P029"): ("06 Nov 2018", date(2017, 11, 6)),
    ("Netherlands", "P029"): ("08 Aug 2018", date(2017, 8, 8)),
    ("Poland", "P029"): ("10 Mar 2018", date(2017, 3, 10)),
    ("Spain", "P029"): ("20 Sep 2018", date(2017, 9, 20)),
    ("Sweden", "P029"): ("14 Jun 2018", date(2017, 6, 14)),
    ("Switzerland", "P029"): ("28 Sep 2018", date(2017, 9, 28)),
}

# C029, and P029 with it, could be denounced from 1 May 2017 to 30 April 2018. Poland was bound
# earlier; C182 and C189 were open in years long before or after.
DENOUNCEABLE = {key for key in PRINTED_FORCE if key[1] == "P029"} - {("Poland", "P029")}


@cache
def entries():
    """Give the register's entries by country and instrument."""
    return {(e.country.name, e.instrument.id): e for e in tipdata.register()}


def cells():
    return tipdata.chart().cells


def test_there_is_an_entry_for_every_cell_in_order():
    assert [(c.country.name, c.instrument.id) for c in cells()] == list(entries())


def test_what_the_entries_hold():
    every = entries().values()
    consents = [e.consent for e in every if e.consent]
    assert {consent.precision for consent in consents} == {"day"}
    assert sum(consent.earliest <= CLOSING for consent in consents) == 107
    assert {len(e.periods) for e in every} == {0, 1}
    assert {k for k, e in entries().items() if e.finding is Finding.DISAGREES} == {
        ("Fiji", "CRC-OP-SC"),
        ("Fiji", "CRC-OP-AC"),
    }
    later = {k: e.consent for k, e in entries().items() if e.consent}
    assert {k: str(consent) for k, consent in later.items() if consent.earliest > CLOSING} == {
        ("Fiji", "CRC-OP-SC"): "2021-03-09",
        ("Fiji", "CRC-OP-AC"): "2021-03-29",
        ("Japan", "C105"): "2022-07-19",
        ("Namibia", "C189"): "2020-12-09",
        ("Sweden", "C189"): "2019-04-04",
    }
    assert not [k for k, e in entries().items() if e.denunciation]


@for_each("entry", tipdata.register)
def test_every_entry_is_cited_and_dated_to_the_day(entry):
    assert entry.sources
    assert all(entry.sources)
    assert entry.as_of.precision == "day"


@for_each("cell", cells)
def test_the_printed_year_is_the_registers_unless_it_disagrees(cell):
    entry = entries()[cell.country.name, cell.instrument.id]
    printed = cell.printed[:4] if cell.printed != "—" else None
    by_then = entry.consent if entry.consent and entry.consent.earliest <= CLOSING else None
    read = str(by_then.year) if by_then else None
    assert (printed == read) is (entry.finding is Finding.AGREES)


@pytest.mark.parametrize(("key", "printed"), PRINTED_FORCE.items(), ids=str)
def test_each_printed_entry_into_force_holds_before_on_and_after_its_day(key, printed):
    text, consent = printed
    force = PartialDate.parse(text)
    assert tipdata.chart()[key].entry_into_force == force
    before = tipdata.status(*key, on=force.earliest - timedelta(1))
    assert before.state is State.RATIFIED
    assert tipdata.status(*key, on=force.latest).state is State.IN_FORCE
    # By the next day a denunciation can have had effect, where it could be noticed a year before.
    after = tipdata.status(*key, on=force.latest + timedelta(1))
    until = {State.IN_FORCE, State.NO_LONGER_BOUND} if key in DENOUNCEABLE else {State.IN_FORCE}
    assert after.possible == until
    on = tipdata.status(*key, on=force)
    known = {State.RATIFIED, State.IN_FORCE} if force.precision == "month" else {State.IN_FORCE}
    assert on.possible == known
    derived = tipdata.bounds(*key).consent
    assert derived.earliest <= consent <= derived.latest
    assert entries()[key].consent == PartialDate.of(consent)
    if force.precision == "day":
        assert derived.earliest == derived.latest == consent


def test_the_printed_entries_into_force_are_these_thirteen():
    printed = {
        (r.country.name, r.instrument.id) for r in tipdata.ratifications() if r.entry_into_force
    }
    assert printed == set(PRINTED_FORCE)


def grid():
    yield from (date(year, 6, 30) for year in range(1925, 2035))
    yield from (date(2018, 3, 30) + timedelta(days) for days in range(4))
    yield from (date(2023, 5, 10) + timedelta(days) for days in range(4))


@for_each("cell", cells, sample=40)
def test_a_certain_register_is_never_contradicted_by_a_certain_print(cell):
    entry = entries()[cell.country.name, cell.instrument.id]
    for day in grid():
        printed = tipdata.status(cell.country, cell.instrument, on=day)
        register = tipdata.status(cell.country, cell.instrument, on=day, basis="register")
        if entry.finding is Finding.AGREES and register.certain:
            assert register.state in printed.possible, day
            assert not printed.certain or printed.state is register.state, day


# The first day on which a notice after the as-of day can have had effect: for the UN's protocols
# a year later; for the ILO's the beginning of the next open year, and a year.
LATER = {
    "PALERMO": date(2023, 11, 5),
    "CRC-OP-SC": date(2023, 5, 6),
    "CRC-OP-AC": date(2022, 11, 17),
    "C029": date(2028, 5, 1),
    "P029": date(2028, 5, 1),
    "C105": date(2030, 1, 17),
    "C182": date(2031, 11, 19),
    "C189": date(2024, 9, 5),
}


@for_each("cell", cells)
def test_an_entry_of_a_consent_speaks_until_a_denunciation_can_have_had_effect(cell):
    entry, later = entries()[cell.country.name, cell.instrument.id], LATER[cell.instrument.id]

    def at(day):
        return tipdata.status(cell.country, cell.instrument, on=day, basis="register").possible

    if entry.consent:
        assert at(later - timedelta(1)) == {State.IN_FORCE}
        assert at(later) == {State.IN_FORCE, State.NO_LONGER_BOUND}
    else:
        last = entry.as_of.latest
        assert at(last) == {State.NOT_RATIFIED}
        assert at(last + timedelta(1)) == {State.NOT_RATIFIED, State.RATIFIED}


# The fortieth deposit was on 26 September 2003.
@pytest.mark.parametrize(
    ("country", "deposit", "article", "bound"),
    [
        ("Spain", "2002-03-01", "art. 17(1)", "2003-12-25"),
        ("Namibia", "2002-08-16", "art. 17(1)", "2003-12-25"),
        ("Poland", "2003-09-26", "art. 17(1)", "2003-12-25"),
        ("Jamaica", "2003-09-29", "art. 17(2)", "2003-12-25"),
        ("Sweden", "2004-07-01", "art. 17(2)", "2004-07-31"),
    ],
)
def test_the_first_forty_parties_are_bound_by_an_article_of_their_own(
    country, deposit, article, bound
):
    found = tipdata.bounds(country, "PALERMO", basis="register")
    assert str(found.consent) == deposit
    force = found.entry_into_force
    assert (str(force), force.rule) == (bound, article)


def test_a_printed_year_in_which_both_articles_hold_names_both():
    for country, rule in (
        ("Spain", "art. 17(1)"),
        ("Poland", "art. 17(1) or art. 17(2)"),
        ("Denmark", "art. 17(1) or art. 17(2)"),
        ("Sweden", "art. 17(2)"),
    ):
        assert tipdata.bounds(country, "PALERMO").entry_into_force.rule == rule


def test_fiji_was_a_signatory_only_when_the_chart_closed():
    for instrument in ("OPSC", "OPAC"):
        assert tipdata.status("Fiji", instrument).state is State.IN_FORCE
        by_register = tipdata.status("Fiji", instrument, on="2018-03-31", basis="register")
        assert by_register.state is State.NOT_RATIFIED
        assert str(entries()["Fiji", tipdata.instrument(instrument).id].signature) == "2005-09-16"


def test_the_register_is_read_once_whatever_else_is_asked():
    first = tipdata.register()[0]
    for _ in range(17):
        other = tipdata.register(edition=tipdata.read_edition(tipdata.edition().text))
        assert other == tipdata.register()
    assert tipdata.register()[0] is first
