"""On every engine, each row of an enriched frame has what `status` says of it."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from random import Random

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import sampling
import tipdata
from engines import EVERY, ORDERED, columns, connection, frame, kind, rows
from tipdata import ChoiceError, NotFoundError, PartialDate
from validators import validate

ATS = ("whole", "start", "end")
YEARS = [1990, 2016, 2017, 2018, 2019, 2020]
NEW = ("state", "certain", "entry_into_force", "contested")
SIZE = 10_000 if sampling.full else 1_000
START, DAYS = date(1925, 1, 1), 40_000


def spelled(record):
    """Yield the keys of a record in several spellings."""
    for key in record.keys:
        yield from (key, key.upper(), key.lower(), f"  {key}\t")


@cache
def given_rows():
    """Make rows with keys of every form, unknown ones, blanks, and days as users have them."""
    random = Random(1807)
    countries = [key for country in tipdata.countries() for key in spelled(country)]
    instruments = [key for one in tipdata.instruments() for key in spelled(one)]
    unknown = ["Chad", "XX", "", "Dänemark", None]
    keys = [random.choice(countries) for _ in range(SIZE)]
    made = {
        "row": list(range(SIZE)),
        "country": [random.choice(unknown) if random.random() < 0.1 else key for key in keys],
        "treaty": [random.choice([*instruments, "NPT", None]) for _ in range(SIZE)],
        "code": [random.choice([208, 76, 4, 999, 246, None]) for _ in range(SIZE)],
    }
    days = [drawn(random, *pair) for pair in zip(made["country"], made["treaty"], strict=True)]
    cut = [random.choice((4, 7, 10)) for _ in range(SIZE)]
    hours = [timedelta(seconds=random.randrange(86_400)) for _ in range(SIZE)]
    made["day"] = days
    made["time"] = [
        None if day is None else datetime(day.year, day.month, day.day) + hour
        for day, hour in zip(days, hours, strict=True)
    ]
    made["text"] = [
        None if day is None else str(day)[:end] for day, end in zip(days, cut, strict=True)
    ]
    made["year"] = [None if day is None else day.year for day in days]
    return made


def drawn(random, country, treaty):
    """Draw a day: some are blank, and every other one lies where the state of play changes."""
    if random.random() < 0.02:
        return None
    if country and treaty and random.random() < 0.5:
        with suppress(NotFoundError):
            found = tipdata.ratifications(country=country, instrument=treaty)
            if found:
                return date(found[0].date.year, 1, 1) + timedelta(random.randrange(800))
    return START + timedelta(random.randrange(DAYS))


def table():
    """Make a table of Arrow of these rows."""
    kinds = {
        "row": pa.int64(),
        "country": pa.string(),
        "treaty": pa.string(),
        "code": pa.int32(),
        "day": pa.date32(),
        "time": pa.timestamp("us"),
        "text": pa.string(),
        "year": pa.int16(),
    }
    return pa.table(given_rows(), schema=pa.schema(kinds))


@cache
def answers(country, instrument, on, basis, at):
    """Ask `status` of each row, and return the answers by the column that they stand in."""
    given = given_rows()
    found = [
        one(*row, basis, at)
        for row in zip(
            given[country], given.get(instrument, [instrument] * SIZE), given[on], strict=True
        )
    ]
    return dict(zip((*NEW, "changes"), zip(*found, strict=True), strict=True))


def expected(names, *asked, basis="printed", at="whole"):
    """Return what some new columns are to have, row by row."""
    columns = answers(*asked, basis, at)
    return list(zip(*(columns[name] for name in names), strict=True))


def one(country, instrument, on, basis="printed", at="whole"):
    try:
        days = tipdata.bounds(country, instrument, basis=basis)
    except (NotFoundError, TypeError):  # a blank is a key of the wrong type
        return None, None, None, None, None
    sure = not days.never and days.entry_into_force.earliest == days.entry_into_force.latest
    since = days.entry_into_force.earliest if sure else None
    contested = tipdata.status(country, instrument, basis=basis).contested
    if on is None:
        return None, None, since, contested, None
    on = PartialDate(on) if isinstance(on, int) else on
    found = tipdata.status(country, instrument, on=on, at=at, basis=basis)
    return found.state.value, found.certain, since, contested, found.changes


def new_columns(engine, on, *, basis="printed", at="whole"):
    """Return the names of the columns that are added."""
    names = NEW if basis == "printed" else NEW[:3]
    # Among objects of Python there may be periods, whatever is there now.
    may_be_periods = on in {"text", "year"} or (engine, on) == ("pandas of objects", "day")
    return (*names, "changes") if at == "whole" and may_be_periods else names


@pytest.mark.parametrize("basis", ["printed", "register"])
@pytest.mark.parametrize("engine", EVERY)
def test_an_enriched_row_has_what_status_says_of_it(engine, basis):
    given = frame(engine, table())
    for on in ("day", "time", "text", "year"):
        agrees(engine, given, on, basis=basis)


@pytest.mark.parametrize("basis", ["printed", "register"])
@pytest.mark.parametrize("engine", EVERY)
def test_of_a_period_its_first_or_last_day_may_be_asked_for(engine, basis):
    given = frame(engine, table())
    for on in ("day", "text", "year"):
        for at in ("start", "end"):
            agrees(engine, given, on, basis=basis, at=at)


def agrees(engine, given, on, **asked):
    """Hold an enriched frame against `status`."""
    names = new_columns(engine, on, **asked)
    found = tipdata.enrich(given, country="country", on=on, instrument="treaty", **asked)
    assert isinstance(found, kind(engine))
    assert columns(found) == [*given_rows(), *names]
    assert rows(found, *names, place="row") == expected(names, "country", "treaty", on, **asked)


def test_the_rows_meet_every_answer():
    for basis in ("printed", "register"):
        found = answers("country", "treaty", "text", basis, "whole")
        assert set(found["changes"]) == set(found["contested"]) == {True, False, None}
        assert set(found["state"]) >= {"not ratified", "ratified", "in force", "uncertain", None}


@pytest.mark.parametrize("engine", EVERY)
def test_several_instruments_have_columns_of_their_own(engine):
    treaties = ["C29", tipdata.instrument("P029"), "Palermo Protocol"]
    given = frame(engine, table())
    found = tipdata.enrich(given, country="code", on="day", instrument=treaties)
    for name in ("C029", "P029", "PALERMO"):
        names = new_columns(engine, "day")
        new = [f"{name}_{column}" for column in names]
        assert rows(found, *new, place="row") == expected(names, "code", name, "day")
    assert len(columns(found)) == len(given_rows()) + 3 * len(names)


@pytest.mark.parametrize("engine", ORDERED)
def test_every_row_stays_in_its_place_as_it_was(engine):
    given = frame(engine, table())
    found = tipdata.enrich(given, country="country", on="day", instrument="C105")
    assert rows(found, *given_rows()) == rows(given, *given_rows())
    assert columns(given) == list(given_rows())


def test_an_index_of_pandas_stays():
    index = pd.MultiIndex.from_tuples([("a", 1), ("a", 1), ("b", 2)], names=["x", "y"])
    cases = pd.DataFrame({"c": ["DK", "JP", "DK"], "y": [2019, 2017, 1958]}, index=index)
    found = tipdata.enrich(cases, country="c", on="y", instrument="C105")
    assert found.index.equals(index)
    assert list(found["state"]) == ["in force", "not ratified", "uncertain"]
    for name in ("certain", "contested", "changes"):
        assert dict(found.dtypes.astype(str))[name] == "boolean"
    assert found[["c", "y"]].equals(cases)


def test_an_index_may_be_named_like_a_column():
    cases = pd.DataFrame({"c": ["DK"], "y": [2019]}).set_index("c", drop=False)
    found = tipdata.enrich(cases, country="c", on="y", instrument="C105")
    assert list(found["state"]) == ["in force"]
    assert found.index.equals(cases.index)


def test_numbers_among_objects_are_codes():
    cases = pd.DataFrame({"c": pd.Series([208.0, None], dtype=object), "y": [2019, 2019]})
    found = tipdata.enrich(cases, country="c", on="y", instrument="C105")
    assert found["state"].tolist()[0] == "in force"
    assert found["state"].isna().tolist() == [False, True]


def test_other_columns_may_be_of_any_type():
    cases = pa.table({"c": ["DK"], "y": [2019], "names": [["a", "b"]], "no": pa.nulls(1)})
    found = tipdata.enrich(cases, country="c", on="y", instrument="P029")
    assert found.drop_columns([*NEW, "changes"]).equals(cases)


def test_a_plan_of_polars_stays_a_plan():
    def run(*_):
        raise AssertionError("the plan was run")

    from polars.io.plugins import register_io_source

    plan = register_io_source(run, schema={"c": pl.String, "on": pl.String})
    found = tipdata.enrich(plan, country="c", on="on", instrument=["P029", "C105"])
    assert isinstance(found, pl.LazyFrame)
    with pytest.raises(Exception, match="the plan was run"):
        found.collect()


def test_a_relation_stays_on_its_connection():
    mine = connection()
    mine.execute("CREATE OR REPLACE TEMP TABLE cases AS SELECT 'dk' AS c, DATE '2018-06-14' AS d")
    before = mine.sql("SHOW ALL TABLES").fetchall()
    found = tipdata.enrich(mine.table("cases"), country="c", on="d", instrument="P029")
    mine.execute("INSERT INTO cases VALUES ('dk', DATE '2018-06-13')")
    assert found.query("found", "SELECT state FROM found ORDER BY d").fetchall() == [
        ("ratified",),
        ("in force",),
    ]
    mine.execute("DROP VIEW IF EXISTS found")
    assert mine.sql("SHOW ALL TABLES").fetchall()[0][:3] == before[0][:3]
    assert len(mine.sql("SHOW ALL TABLES").fetchall()) == len(before) == 1
    mine.execute("DROP TABLE cases")


@pytest.mark.parametrize("engine", EVERY)
def test_numbers_with_a_fraction_part_are_codes_too(engine):
    codes = pa.array([208, 999, None, 76, 352], pa.float64())
    given = frame(engine, pa.table({"n": codes, "d": [date(2018, 6, 14)] * 5}))
    found = tipdata.enrich(given, country="n", on="d", instrument="P029")
    assert sorted(str(state) for (state,) in rows(found, "state")) == [
        *["None"] * 2,
        *["in force"] * 2,
        "uncertain",
    ]


def test_the_date_of_a_time_is_that_of_its_own_zone():
    late, early = timezone(timedelta(hours=-5)), timezone(timedelta(hours=5))
    times = [datetime(2018, 6, 13, 23, tzinfo=late), datetime(2018, 6, 14, 1, tzinfo=early)]
    assert times[0] > times[1]
    mixed = pd.DataFrame({"c": ["DK"] * 2, "d": pd.Series(times, dtype=object)})
    found = tipdata.enrich(mixed, country="c", on="d", instrument="P029")
    assert list(found["state"]) == ["ratified", "in force"]


@pytest.mark.parametrize("engine", ["polars", "pandas", "pyarrow", "polars plan"])
@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
def test_a_column_of_times_may_have_a_zone_and_any_unit(engine, unit):
    utc = datetime(2018, 6, 13, 23, tzinfo=UTC)
    for zone, state in ((None, "ratified"), ("Asia/Tokyo", "in force")):
        times = pa.array([utc], pa.timestamp(unit, zone))
        given = frame(engine, pa.table({"c": ["DK"], "d": times}))
        found = tipdata.enrich(given, country="c", on="d", instrument="P029")
        assert rows(found, "state") == [(state,)]


def test_the_zone_of_a_relation_is_that_of_its_session():
    mine = connection()
    for zone, state in (("UTC", "ratified"), ("Asia/Tokyo", "in force")):
        mine.execute(f"SET timezone = '{zone}'")
        given = mine.sql("SELECT 'DK' AS c, TIMESTAMPTZ '2018-06-13 23:00:00+00' AS d")
        found = tipdata.enrich(given, country="c", on="d", instrument="P029")
        assert rows(found, "state") == [(state,)]


@pytest.mark.parametrize("engine", ["polars", "pandas", "pyarrow", "polars plan"])
def test_a_column_of_categories_is_one_of_texts(engine):
    table = pa.table({"c": ["DK", None, "DK"], "d": ["2019", "2019", "1958"], "t": ["C105"] * 3})
    coded = pa.table({name: table[name].dictionary_encode() for name in table.column_names})
    found = tipdata.enrich(frame(engine, coded), country="c", on="d", instrument="t")
    assert rows(found, "state") == [("in force",), (None,), ("uncertain",)]


def test_the_first_and_the_last_day_of_the_calendar_have_an_answer():
    ends = {"c": ["DK", "DK"], "d": [date.min, date.max]}
    for given in (pl.DataFrame(ends), pd.DataFrame(ends), pl.DataFrame(ends).lazy()):
        found = tipdata.enrich(given, country="c", on="d", instrument="P029")
        assert rows(found, "state", "certain") == [("not ratified", True), ("uncertain", False)]


@pytest.mark.parametrize("basis", ["printed", "register"])
def test_what_every_engine_has_is_enough(monkeypatch, basis):
    monkeypatch.setattr("tipdata.frames.engines.SQL", ())  # take DuckDB for an engine not known
    given = frame("duckdb", table())
    for on, at in (("day", "whole"), ("time", "whole"), *(("year", at) for at in ATS)):
        agrees("duckdb", given, on, basis=basis, at=at)
    found = tipdata.enrich(given, country="code", on="year", instrument=["C29", "P029"])
    for name in ("C029", "P029"):
        names = new_columns("duckdb", "year")
        new = [f"{name}_{column}" for column in names]
        assert rows(found, *new, place="row") == expected(names, "code", name, "year")


def test_an_engine_that_is_not_known_reads_dates_and_years_only(monkeypatch):
    monkeypatch.setattr("tipdata.frames.engines.SQL", ())
    table = pa.table({"c": ["DK", "XX"], "d": ["2018", "2019"], "y": [2019, 20180614]})
    asked = {"country": "c", "instrument": "C105"}
    with pytest.raises(TypeError, match="on: String is read in no such plan; cast the column"):
        tipdata.enrich(frame("duckdb", table), on="d", **asked)
    found = tipdata.enrich(frame("duckdb", table), on="y", **asked)
    assert sorted(rows(found, "c", "state")) == [("DK", "in force"), ("XX", None)]
    with pytest.raises(NotFoundError, match=r"^c: the chart has no 'XX'$"):
        tipdata.enrich(frame("duckdb", table), on="y", unmatched="raise", **asked)
    own = pa.table({"c": ["DK"], "y": [2019], "__tipdata_x": [1]})
    with pytest.raises(ChoiceError, match="the name '__tipdata_x' is needed for a while"):
        tipdata.enrich(frame("duckdb", own), on="y", **asked)


@pytest.mark.full
def test_dask_ibis_and_sqlframe_take_part():
    """In an environment of its own each engine gives what `status` says of the same rows."""
    package = str(Path(tipdata.__file__).parent.parent)
    found = validate("engines", "enriched", package)
    pairs = [(country, year) for country in ("DK", " fiji ", "XX", None) for year in YEARS]
    for at in ATS:
        states = {}
        for country, year in pairs:
            state, certain, _, contested, changes = one(country, "P029", year, at=at)
            of_periods = [changes] if at == "whole" else []
            states[country, year] = (state, certain, contested, *of_periods)
        for engine in ("dask", "ibis", "sqlframe"):
            given = found[engine][at]
            assert [tuple(row[2:]) for row in given] == [states[pair] for pair in pairs]
            assert [tuple(row[:2]) for row in given] == pairs
