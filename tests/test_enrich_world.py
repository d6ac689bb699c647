"""Rows of participants and instruments that only a register has, of the size of the world."""

from datetime import date, timedelta
from functools import cache
from random import Random

import pyarrow as pa
import pytest
from attrs import evolve

import tipdata
import world
from engines import EVERY, frame, rows
from tipdata import NotFoundError
from tipdata.frames.sql_duckdb import DuckDB

NEW = ("state", "certain", "entry_into_force")
SIZE = 500


@cache
def covenant():
    """Make an instrument that the chart lacks."""
    return evolve(
        tipdata.instrument("P029"),
        id="C190",
        title="Convention on Violence and Harassment, 2019",
        printed_heading="ILO Convention 190",
        aliases=("C 190", "Harassment Convention"),
        adopted=tipdata.PartialDate(2019, 6, 21),
        entry_into_force=tipdata.PartialDate(2021, 6, 25),
    )


@cache
def edition():
    """Make an edition beside which a few participants stand, and that instrument."""
    return world.edition(12, (covenant(),))


@cache
def cases():
    """Make rows with every spelling of each participant, of the chart's countries, and others."""
    random = Random(198)
    countries = [key for country in world.participants()[:12] for key in country.keys]
    countries += [country.alpha_2 for country in tipdata.countries()]
    countries += [key.upper() for key in countries] + ["Ruritania", "", None]
    instruments = [key for each in tipdata.instruments() for key in each.keys]
    instruments += [*covenant().keys, *covenant().keys, "NPT", None]
    first, span = date(1998, 1, 1), 11_000
    days = [first + timedelta(random.randrange(span)) for _ in range(SIZE)]
    return pa.table(
        {
            "row": range(SIZE),
            "country": [countries[row % len(countries)] for row in range(SIZE)],
            "treaty": [random.choice(instruments) for _ in range(SIZE)],
            "day": days,
            "year": [day.year for day in days],
        }
    )


def expected(country, instrument, on, edition):
    """Ask `status` of a row."""
    asked = {"basis": "register", "edition": edition}
    try:
        bounds = tipdata.bounds(country, instrument, **asked)
    except (NotFoundError, TypeError):  # a blank is a key of the wrong type
        return None, None, None, None
    force = bounds.entry_into_force
    certain = not bounds.never and force.earliest == force.latest
    on = tipdata.PartialDate(on) if isinstance(on, int) else on
    found = tipdata.status(country, instrument, on=on, **asked)
    since = force.earliest if certain else None
    return found.state.value, found.certain, since, found.changes


def test_each_participant_of_the_world_has_ten_keys_or_more():
    keys = [country.keys for country in world.participants()]
    assert len(keys) == 198
    assert min(map(len, keys)) >= 10
    assert len({key.casefold() for some in keys for key in some}) == sum(map(len, keys))


@pytest.mark.parametrize("engine", EVERY)
def test_rows_have_what_status_says_of_participants_that_the_chart_lacks(engine):
    given, taken = frame(engine, cases()), cases().to_pylist()
    asked = {"country": "country", "basis": "register", "edition": edition()}
    for on, new in (("day", NEW), ("year", (*NEW, "changes"))):
        found = tipdata.enrich(given, on=on, instrument="treaty", **asked)
        wanted = [expected(row["country"], row["treaty"], row[on], edition()) for row in taken]
        assert rows(found, *new, place="row") == [row[: len(new)] for row in wanted]
        states = {state for state, *_ in wanted}
        assert states >= {"in force", "no longer bound", "uncertain", None}
        found = tipdata.enrich(given, on=on, instrument=["C190", "C29"], **asked)
        for name in ("C190", "C029"):
            wanted = [expected(row["country"], name, row[on], edition()) for row in taken]
            names = [f"{name}_{column}" for column in new]
            assert rows(found, *names, place="row") == [row[: len(new)] for row in wanted]
    assert {change for *_, change in wanted} == {True, False, None}


def test_engines_that_are_not_known_have_them_too(monkeypatch):
    monkeypatch.setattr("tipdata.frames.engines.SQL", ())  # take DuckDB for an engine not known
    test_rows_have_what_status_says_of_participants_that_the_chart_lacks("duckdb")


def test_engines_that_are_not_known_have_the_whole_world(monkeypatch):
    monkeypatch.setattr("tipdata.frames.engines.SQL", ())
    test_the_whole_world_has_what_status_says("duckdb")


@pytest.mark.parametrize("engine", EVERY)
def test_the_whole_world_has_what_status_says(engine):
    countries, day = world.participants(), date(2012, 3, 4)
    table = {
        "row": range(len(countries)),
        "country": [country.keys[-1] for country in countries],
        "day": [day] * len(countries),
    }
    found = tipdata.enrich(
        frame(engine, pa.table(table)),
        country="country",
        on="day",
        instrument="P029",
        basis="register",
        edition=world.edition(),
    )
    wanted = [expected(country, "P029", day, world.edition())[:3] for country in countries]
    assert rows(found, *NEW, place="row") == wanted


@pytest.mark.parametrize("engine", EVERY)
def test_without_the_register_they_name_nothing(engine):
    given = frame(engine, pa.table({"c": ["QAB", "DK"], "d": [2019, 2019]}))
    asked = {"country": "c", "on": "d", "instrument": "C105", "edition": edition()}
    found = tipdata.enrich(given, **asked)
    assert dict(rows(found, "c", "state")) == {"QAB": None, "DK": "in force"}
    with pytest.raises(NotFoundError, match=r"^c: the chart has no 'QAB'$"):
        rows(tipdata.enrich(given, unmatched="raise", **asked), "state")
    found = tipdata.enrich(given, unmatched="raise", basis="register", **asked)
    assert None not in dict(rows(found, "c", "state")).values()


def test_the_small_tables_are_as_long_as_keys_and_pairs_are_many_and_no_longer(monkeypatch):
    lengths = []
    table = DuckDB.table

    def counted(self, columns):
        lengths.append({len(values) for values in columns.values()})
        return table(self, columns)

    monkeypatch.setattr(DuckDB, "table", counted)
    given = frame("duckdb", pa.table({"c": ["QAB"], "t": ["P029"], "d": [2019]}))
    countries, instruments = 198 + 16, 8
    for instrument, pairs in (("P029", 1), (["P029", "C029"], 1), ("t", instruments)):
        lengths.clear()
        tipdata.enrich(
            given,
            country="c",
            on="d",
            instrument=instrument,
            basis="register",
            edition=world.edition(),
        )
        breakpoints, *keys = lengths
        assert breakpoints == {countries * pairs}
        # Each table of keys has ten a participant at most, and capitals of codes once more.
        assert all(max(length) <= countries * 12 for length in keys)
        assert len(keys) == (2 if instrument == "t" else 1)
