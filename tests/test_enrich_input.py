"""What a user's frame may hold, on every engine: names, keys, days and types of any kind."""

import re
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import duckdb
import narwhals as nw
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import tipdata
from engines import EVERY, PLANS, columns, connection, frame, rows, spark
from tipdata import ChoiceError, DateError, MissingExtraError, NotFoundError, PartialDate
from tipdata.arguments import read_day

NEW = ("state", "certain", "entry_into_force", "contested")
IN_SQL = PLANS[1:]

SMALL = {
    "c": pa.array(["DK", "Chad", None, "  côte ", "Icéland"]),
    "n": pa.array([208, 999, None, 76, 352], pa.float64()),
    "d": pa.array([date(2018, 6, 14)] * 5),
    "state": pa.array(["x"] * 5),
    "list": pa.array([[1]] * 5),
    "t": pa.array(["P029", "C29", "NPT", None, "x"]),
}


@pytest.mark.parametrize("engine", EVERY)
def test_unmatched_keys_may_be_an_error_that_names_them(engine):
    given = frame(engine, pa.table({name: SMALL[name] for name in ("c", "d", "t")}))
    asked = {"on": "d", "unmatched": "raise"}
    with pytest.raises(NotFoundError, match=r"^c: the chart has no '  côte ', 'Chad'$"):
        rows(tipdata.enrich(given, country="c", instrument="P029", **asked), "state")
    with pytest.raises(NotFoundError, match=r"^c: the chart has no '  côte ', 'Chad'$"):
        rows(tipdata.enrich(given, country="c", instrument="t", **asked), "state")
    given = frame(engine, pa.table({"c": ["DK"] * 5, "d": SMALL["d"], "t": SMALL["t"]}))
    with pytest.raises(NotFoundError, match=r"^t: the chart has no 'NPT', 'x'$"):
        rows(tipdata.enrich(given, country="c", instrument="t", **asked), "state")
    known = frame(engine, pa.table({"c": ["DK", "iceland", None], "d": SMALL["d"][:3]}))
    found = tipdata.enrich(known, country="c", instrument="P029", **asked)
    assert sorted(map(str, rows(found, "state"))) == ["('in force',)"] * 2 + ["(None,)"]


@pytest.mark.parametrize("engine", EVERY)
def test_of_many_unmatched_keys_five_are_named(engine):
    for keys, others in (("hgfedcba", " and others"), ("edcba", "")):
        given = frame(engine, pa.table({"c": list(keys), "d": [2018] * len(keys)}))
        with pytest.raises(NotFoundError, match=rf"no 'a', 'b', 'c', 'd', 'e'{others}$"):
            rows(
                tipdata.enrich(given, country="c", on="d", instrument="P029", unmatched="raise"),
                "state",
            )


@pytest.mark.parametrize("engine", EVERY)
def test_accents_do_not_tell_countries_apart(engine):
    given = frame(engine, pa.table({name: SMALL[name] for name in ("c", "d")}))
    found = tipdata.enrich(given, country="c", on="d", instrument="P029")
    assert sorted(map(str, rows(found, "c", "state")))[2:4] == [
        "('DK', 'in force')",
        "('Icéland', 'in force')",
    ]


@pytest.mark.parametrize("engine", EVERY)
def test_an_empty_frame_and_columns_of_blanks_have_an_answer(engine):
    kinds = {"c": pa.string(), "t": pa.string(), "text": pa.string(), "day": pa.date32()}
    given = frame(engine, pa.schema(kinds).empty_table())
    for on in ("text", "day"):
        found = tipdata.enrich(given, country="c", on=on, instrument="t")
        may_be_periods = on == "text" or engine == "pandas of objects"
        assert columns(found) == [*kinds, *NEW, *(["changes"] if may_be_periods else [])]
        assert rows(found, *NEW) == []
    blanks = frame(engine, pa.table({"c": ["DK"], "d": [2019], "blank": pa.nulls(1)}))
    since = date(2018, 6, 14)
    for country, on, known in (("c", "blank", (since, False)), ("blank", "d", (None, None))):
        found = tipdata.enrich(blanks, country=country, on=on, instrument="P029")
        assert columns(found) == ["c", "d", "blank", *NEW, "changes"]
        assert rows(found, "blank", *NEW, "changes") == [(None, None, None, *known, None)]
    blanks = pa.table({name: pa.nulls(1) for name in "abc"})
    found = tipdata.enrich(frame(engine, blanks), country="a", on="b", instrument="c")
    assert rows(found, *NEW, "changes") == [(None,) * 5]


@pytest.mark.parametrize("engine", EVERY)
@pytest.mark.parametrize(
    ("asked", "error", "said"),
    [
        (
            {"country": "nation"},
            NotFoundError,
            "country: the frame has no column 'nation'; it has",
        ),
        ({"on": "when"}, NotFoundError, "on: the frame has no column 'when'; it has 'c', 'n'"),
        ({"instrument": "NPT"}, NotFoundError, "no instrument 'NPT' .*; the frame has no column"),
        ({"on": "list"}, TypeError, "on: a column of .* holds no dates|list: such objects"),
        ({"country": "list"}, TypeError, "country: a column of .* holds no keys|list: such obj"),
        ({"instrument": "c"}, ChoiceError, "'c' can't be two of country, on and instrument"),
        ({"instrument": "n"}, TypeError, "instrument: a column of (Float|Int)64 holds no"),
        ({"instrument": ["P029", "P29"]}, ChoiceError, "'P029_state' would stand there twice"),
        ({"basis": "hearsay"}, ChoiceError, "basis must be 'printed' or 'register', not"),
        ({"unmatched": "drop"}, ChoiceError, "unmatched must be 'null' or 'raise', not 'drop'"),
        ({"at": "middle"}, ChoiceError, "at must be 'whole', 'start' or 'end', not 'middle'"),
        ({"country": 1}, TypeError, "country must be str, not int"),
        ({"instrument": 29}, TypeError, "instrument must be list or tuple, not int"),
        ({"instrument": []}, ChoiceError, "instrument must name one at least"),
        ({"instrument": [29]}, TypeError, "instrument must be str or Instrument, not int"),
    ],
)
def test_what_can_not_be_done_is_a_clear_error(engine, asked, error, said):
    given = frame(engine, pa.table({n: SMALL[n] for n in ("c", "n", "d", "list")}))
    with pytest.raises(error, match=said):
        tipdata.enrich(given, **{"country": "c", "on": "d", "instrument": "P029"} | asked)


@pytest.mark.parametrize("engine", EVERY)
def test_a_column_is_not_written_over(engine):
    given = frame(engine, pa.table({name: SMALL[name] for name in ("c", "d", "state")}))
    with pytest.raises(ChoiceError, match="'state' would stand there twice: rename or drop it"):
        tipdata.enrich(given, country="c", on="d", instrument="P029")


@pytest.mark.parametrize("engine", EVERY)
def test_engines_that_ignore_case_take_two_names_for_one(engine):
    given = frame(engine, pa.table({"c": ["DK"], "d": [2019], "State": ["x"]}))
    if engine in {"duckdb", "spark"}:
        with pytest.raises(ChoiceError, match="'State' would stand there twice"):
            tipdata.enrich(given, country="c", on="d", instrument="C105")
    else:
        found = tipdata.enrich(given, country="c", on="d", instrument="C105")
        assert rows(found, "State", "state") == [("x", "in force")]


def test_columns_of_pandas_may_have_numbers_for_names():
    cases = pd.DataFrame({0: ["x"], "c": ["DK"], "d": [2019]})
    found = tipdata.enrich(cases, country="c", on="d", instrument="P029")
    assert list(found.columns) == [0, "c", "d", *NEW, "changes"]


@pytest.mark.parametrize("given", [{"c": ["DK"]}, [("DK", 2018)], None])
def test_what_is_no_frame_is_a_type_error(given):
    said = "frame must be a frame of pandas, Polars, pyarrow, DuckDB, PySpark or the like, not"
    with pytest.raises(TypeError, match=said):
        tipdata.enrich(given, country="c", on="d", instrument="P029")


def test_without_narwhals_the_error_says_how_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "narwhals.stable.v2", None)
    with pytest.raises(MissingExtraError, match=r'pip install "tipdata\[frames\]"'):
        tipdata.enrich(pl.DataFrame(), country="c", on="d", instrument="P029")


@pytest.mark.parametrize("engine", EVERY)
def test_columns_may_have_any_names(engine):
    names = ["a.b", 'say "when"', "for `what`", " ", "état", "select", "^x.*$", "*", "a.c", "#1"]
    given = frame(
        engine, pa.table([["DK"], ["2018-06-14"], ["P029"], *[[n] for n in names[3:]]], names)
    )
    found = tipdata.enrich(given, country="a.b", on='say "when"', instrument="for `what`")
    assert columns(found) == [*names, *NEW, "changes"]
    assert rows(found, *names, "state") == [("DK", "2018-06-14", "P029", *names[3:], "in force")]


@pytest.mark.parametrize("engine", EVERY)
def test_the_space_and_the_case_of_keys_count_for_nothing(engine):
    keys = [
        "\u00a0DK",
        "dk\t",
        "d\u2003k",
        "CENTRAL  african\n\nrepublic",
        "\x1fdNk\x85",
        "İceland",
    ]
    given = frame(engine, pa.table({"c": keys, "d": [2019] * 6}))
    found = tipdata.enrich(given, country="c", on="d", instrument="C105")
    expected = ["in force", "in force", None, "in force", "in force", "in force"]
    assert dict(rows(found, "c", "state")) == dict(zip(keys, expected, strict=True))


@pytest.mark.parametrize("engine", IN_SQL)
def test_sql_takes_off_the_accents_that_python_does(engine):
    """Each letter with an accent, alone in a country's code, counts as the bare one."""
    letters = [chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))]
    marks = [f"D{chr(code)}K" for code in range(0x300, 0x370)]
    words = [f"{letter}K" for letter in letters] + [f"I{letter}" for letter in letters] + marks
    known = tipdata.enrich(
        pl.DataFrame({"c": words, "d": [2019] * len(words)}),
        country="c",
        on="d",
        instrument="C182",
    )
    table = pa.table({"n": range(len(words)), "c": words, "d": [2019] * len(words)})
    found = tipdata.enrich(frame(engine, table), country="c", on="d", instrument="C182")
    states = [state for (state,) in rows(found, "state", place="n")]
    wanted = known["state"].to_list()
    # A letter that is only compatible with a bare one, such as a long s, need not be it.
    differ = {word for word, one, two in zip(words, states, wanted, strict=True) if one != two}
    assert differ <= {"Iſ", "Iẛ"}
    assert sum(state is not None for state in states) > 130


@pytest.mark.parametrize("engine", EVERY)
def test_numbers_that_are_no_codes_find_nothing(engine):
    codes = [208, 8, -208, 208_000, 2**62, None]
    given = frame(engine, pa.table({"c": codes, "d": [2019] * 6}))
    found = tipdata.enrich(given, country="c", on="d", instrument="C105")
    assert sorted(rows(found, "c", "state"), key=str) == sorted(
        [(208, "in force"), *((code, None) for code in codes[1:])], key=str
    )


def test_numbers_of_any_size_find_nothing_in_plans():
    huge = connection().sql(
        "SELECT unnest([208, 18446744073709551615]::UBIGINT[]) AS c,"
        " 170141183460469231731687303715884105727::HUGEINT AS h, 2019 AS d"
    )
    for column, found in (("c", {"in force", None}), ("h", {None})):
        given = tipdata.enrich(huge, country=column, on="d", instrument="C105")
        assert {state for (state,) in rows(given, "state")} == found
    with pytest.raises(duckdb.Error, match="on: 18446744073709551615 is no year"):
        tipdata.enrich(huge, country="d", on="c", instrument="C105").fetchall()
    plan = pl.LazyFrame({"c": pl.Series([208, 2**64 - 1], dtype=pl.UInt64), "d": [2019] * 2})
    found = tipdata.enrich(plan, country="c", on="d", instrument="C105")
    assert rows(found, "state") == [("in force",), (None,)]


OBJECTS = [b"DK", ("DK",), True, Decimal("208.5"), date(2018, 1, 1), 208.5, np.int64(999)]


@pytest.mark.parametrize("value", OBJECTS)
def test_objects_that_are_no_keys_find_nothing(value):
    keys = pd.Series([value, "DK"], dtype=object)
    given = pd.DataFrame({"c": keys, "d": [2019, 2019]})
    found = tipdata.enrich(given, country="c", on="d", instrument="C105")
    assert [state for (state,) in rows(found, "state")] == [None, "in force"]
    with pytest.raises(NotFoundError, match=r"^c: the chart has no "):
        tipdata.enrich(given, country="c", on="d", instrument="C105", unmatched="raise")


def test_scalars_of_numpy_among_objects_are_keys_and_days():
    days = [
        np.datetime64("2018-06-14"),
        np.datetime64("2018-06-13T23:59:59.999999999", "ns"),
        np.int64(2016),
        np.float64(2017),
        np.str_("2018"),
        pd.Timestamp("2018-06-14"),
        np.datetime64("NaT", "s"),
        np.float64("nan"),
        np.datetime64("2018"),
        np.datetime64("2018-06"),
        np.datetime64("2018-01-01"),
        np.datetime64("2018-06-01"),
    ]
    keys = [np.int32(208), np.str_("dk"), np.float64(208), "Denmark", "208", 208, *["DK"] * 6]
    given = pd.DataFrame({"c": pd.Series(keys, dtype=object), "d": pd.Series(days, dtype=object)})
    found = tipdata.enrich(given, country="c", on="d", instrument="P029", unmatched="raise")
    assert [state for (state,) in rows(found, "state")] == [
        *("in force", "ratified", "not ratified", "uncertain", "uncertain", "in force"),
        *(None, None),
        *("uncertain", "uncertain", "ratified", "ratified"),
    ]


def test_partial_dates_among_objects_are_days_and_periods():
    days = [PartialDate(2018), PartialDate(2018, 5), PartialDate(2018, 6, 14), None]
    given = pd.DataFrame({"c": ["DK"] * 4, "d": pd.Series(days, dtype=object)})
    asked = {"country": "c", "on": "d", "instrument": "P029", "prefix": "tip_"}
    found = tipdata.enrich(given, **asked)
    assert rows(found, "tip_state", "tip_contested", "tip_changes") == [
        ("uncertain", False, True),
        ("ratified", False, False),
        ("in force", False, False),
        (None, False, None),
    ]
    for at, states in (
        ("start", ["ratified", "ratified", "in force", None]),
        ("end", ["uncertain", "ratified", "in force", None]),
    ):
        found = tipdata.enrich(given, **asked, at=at)
        assert columns(found) == ["c", "d", *(f"tip_{name}" for name in NEW)]
        assert [state for (state,) in rows(found, "tip_state")] == states


@pytest.mark.parametrize("lazy", [False, True])
def test_objects_of_polars_hold_no_keys(lazy):
    given = pl.DataFrame({"c": pl.Series(["DK"], dtype=pl.Object), "d": [2019]})
    given = given.lazy() if lazy else given
    with pytest.raises(TypeError, match="country: a column of Object holds no keys"):
        tipdata.enrich(given, country="c", on="d", instrument="P029")
    with pytest.raises(TypeError, match="on: a column of Object holds no dates"):
        tipdata.enrich(given, country="d", on="c", instrument="P029")


TEXTS = {
    "2018": "uncertain",
    "2017-06": "uncertain",
    "2018-06-13": "ratified",
    " 2018-06-14\t": "in force",
    "2018-06-13T23:59:59": "ratified",
    "2018-06-14 00:00": "in force",
    "2018-06-13T23:59:59.123456Z": "ratified",
    "2018-06-14T00:00:00+02:00": "in force",
    "2016-02-29": "not ratified",
    "9999-12-31": "uncertain",
    "0001-01-01": "not ratified",
}
# Only at hand and in plans of Polars; and nowhere.
IN_WORDS = {"14 Jun 2018": "in force", "June 2018": "uncertain", "20180613": "ratified"}
NO_DAYS = (
    *("2018-02-30", "2018-13", "2018-00-01", "0000", "0000-01-01", "2018-6-14", "18-06-14", ""),
    *("2018-06-14rubbish", "2018-06-14T25:00", "2018-06-14 x", "2018-06-14T", "mid-2018", "x"),
    *("2018-06-14/2018-06-15", "2018-06-1", "12018-06-14", "201", "2018-", "２０１８", "-2018"),
)


@pytest.mark.parametrize("engine", EVERY)
def test_texts_are_read_as_status_reads_them(engine):
    texts = TEXTS if engine in {"duckdb", "spark"} else TEXTS | IN_WORDS
    given = frame(engine, pa.table({"c": ["DK"] * len(texts), "d": list(texts)}))
    found = tipdata.enrich(given, country="c", on="d", instrument="P029")
    assert dict(rows(found, "d", "state")) == texts


@pytest.mark.parametrize("engine", EVERY)
def test_a_text_that_is_no_day_is_an_error_that_shows_it(engine):
    for text in NO_DAYS:
        with pytest.raises(DateError):
            read_day("on", text)
        given = frame(engine, pa.table({"c": ["DK", "DK"], "d": ["2018", text]}))
        in_sql = engine in {"duckdb", "spark"}
        said = f"can't read the date '{text}'"
        with pytest.raises(
            Exception if in_sql else DateError, match=said if in_sql else f"{said}|no calendar has"
        ):
            rows(tipdata.enrich(given, country="c", on="d", instrument="P029"), "state")


@pytest.mark.parametrize("engine", EVERY)
def test_numbers_are_years_or_an_error_that_shows_them(engine):
    years = [1956, 1958, 2019, None]
    states = ["not ratified", "uncertain", "in force", None]
    for kind in (pa.int16(), pa.int64(), pa.float64()):
        table = pa.table({"n": range(4), "c": ["DK"] * 4, "d": pa.array(years, kind)})
        found = tipdata.enrich(frame(engine, table), country="c", on="d", instrument="C105")
        assert [state for (state,) in rows(found, "state", place="n")] == states
    for wrong in (0, -1, 20180614, 2018.5, 10000):
        given = frame(engine, pa.table({"c": ["DK", "DK"], "d": [2018, wrong]}))
        with pytest.raises(
            Exception, match=f"on: {wrong}(.0E7|.0)? is no year|on: 2.0180614E7 is no year"
        ):
            rows(tipdata.enrich(given, country="c", on="d", instrument="C105"), "state")


@pytest.mark.parametrize("engine", EVERY)
def test_what_is_not_a_number_is_a_blank(engine):
    numbers = pa.array([float("nan"), 208.0])
    table = pa.table({"n": [0, 1], "c": numbers, "d": [2019.0, 2019.0], "e": numbers})
    found = tipdata.enrich(
        frame(engine, table), country="c", on="d", instrument="C105", unmatched="raise"
    )
    assert [state for (state,) in rows(found, "state", place="n")] == [None, "in force"]
    found = tipdata.enrich(frame(engine, table), country="c", on="e", instrument="C105")
    assert [state for (state,) in rows(found, "state", place="n")] == [None, "not ratified"]


def test_equal_times_of_different_zones_have_their_own_dates():
    early, late = timezone(timedelta(hours=-5)), UTC
    times = [datetime(2018, 6, 13, 23, tzinfo=early), datetime(2018, 6, 14, 4, tzinfo=late)]
    assert times[0] == times[1]
    given = pd.DataFrame({"c": ["DK"] * 2, "d": pd.Series(times, dtype=object)})
    found = tipdata.enrich(given, country="c", on="d", instrument="P029")
    assert list(found["state"]) == ["ratified", "in force"]


def test_a_plan_of_polars_reads_each_row_once():
    given = 0

    def source(columns, predicate, rows, size):
        nonlocal given
        given += 1
        yield pl.DataFrame({"c": ["DK", "FJ"], "t": ["P029", "C29"], "d": [2019, 2019]})

    from polars.io.plugins import register_io_source

    plan = register_io_source(source, schema={"c": pl.String, "t": pl.String, "d": pl.Int64})
    for instrument in ("t", "P029", ["P029", "C029"]):
        tipdata.enrich(plan, country="c", on="d", instrument=instrument).collect()
    assert given == 3


def test_a_plan_of_polars_may_be_streamed_and_leaves_out_what_is_not_asked_for():
    plan = pl.LazyFrame({"c": ["DK", "FJ"] * 5000, "d": [2019] * 10_000, "x": range(10_000)})
    found = tipdata.enrich(plan, country="c", on="d", instrument="P029")
    assert found.collect(engine="streaming").equals(found.collect())
    assert found.filter(pl.col("x") == 9_999).collect()["state"].to_list() == ["uncertain"]
    assert (
        'PROJECT["c", "d"]' in found.select("state").explain()
        or "2/3" in found.select("state").explain()
    )


def test_a_relation_reads_each_row_once():
    mine = connection()
    mine.execute("CREATE OR REPLACE TABLE once AS SELECT 'DK' AS c, 'P29' AS t, 2019 AS d")
    for instrument in ("t", "P029", ["P029", "C029"]):
        found = tipdata.enrich(mine.table("once"), country="c", on="d", instrument=instrument)
        assert len(re.findall(r"(?i)seq.scan", found.explain())) == 1
        assert len(rows(found, "d")) == 1
    mine.execute("DROP TABLE once")


@pytest.mark.parametrize("engine", [PLANS[-1]])
def test_rows_of_spark_stay_where_they_are(engine):
    given = frame(engine, pa.table({"n": range(9)})).sparkSession.range(9)
    given = given.selectExpr("'DK' AS c", "id + 2010 AS d", "'P029' AS t")
    # One table leads from keys to countries, one from keys to instruments, one to breakpoints.
    for instrument, tables in (("P029", 2), (["P029", "C029", "C105"], 2), ("t", 3)):
        found = tipdata.enrich(given, country="c", on="d", instrument=instrument)
        plan = found._jdf.queryExecution().executedPlan().toString()
        assert plan.count("Range (") == 1
        exchanges = [line for line in plan.splitlines() if "Exchange" in line]
        assert len(exchanges) == tables
        assert all("BroadcastExchange" in line for line in exchanges)


@pytest.mark.parametrize("engine", [PLANS[-1]])
@pytest.mark.parametrize("ansi", ["true", "false"])
def test_spark_refuses_what_is_no_day_in_either_mode(engine, ansi):
    given = frame(engine, pa.table({"c": ["DK"], "d": ["2018-02-30"], "y": [0]}))
    before = spark().conf.get("spark.sql.ansi.enabled")
    spark().conf.set("spark.sql.ansi.enabled", ansi)
    try:
        for on, said in (("d", "can't read the date '2018-02-30'"), ("y", "0 is no year")):
            with pytest.raises(Exception, match=f"on: {said}"):
                tipdata.enrich(given, country="c", on=on, instrument="P029").collect()
    finally:
        spark().conf.set("spark.sql.ansi.enabled", before)


@pytest.mark.parametrize("engine", EVERY)
def test_a_time_is_of_its_day_to_the_last_moment(engine):
    late = datetime(2018, 6, 13, 23, 59, 59, 999_999)
    kinds = [pa.timestamp(unit) for unit in ("s", "ms", "us", "ns")]
    times = {f"d{n}": pa.array([late]).cast(kind, safe=False) for n, kind in enumerate(kinds)}
    times["d3"] = pa.array([times["d3"][0].value + 999], pa.timestamp("ns"))
    if engine == "spark":
        times["d3"] = times["d3"].cast(pa.timestamp("us"), safe=False)
    given = frame(engine, pa.table({"c": ["DK"], **times}))
    for on in times:
        found = tipdata.enrich(given, country="c", on=on, instrument="P029")
        assert rows(found, "state") == [("ratified",)]


def test_a_time_long_after_or_before_has_an_answer():
    ends = np.array([-(2**63) + 1, 2**63 - 1], dtype="datetime64[ns]")
    given = pd.DataFrame({"c": ["DK", "DK"], "d": ends})
    table = pa.Table.from_pandas(given)
    of_arrow = table.to_pandas(types_mapper=pd.ArrowDtype)
    for one in (given, pl.DataFrame(given), table, of_arrow):
        found = tipdata.enrich(one, country="c", on="d", instrument="P029")
        assert rows(found, "state") == [("not ratified",), ("uncertain",)]


def test_days_without_end_have_the_answer_of_the_last_day():
    ends = "DATE 'infinity' AS d, DATE '-infinity' AS e"
    given = connection().sql(f"SELECT unnest(['DK', 'FJ']) AS c, {ends}")
    for basis in ("printed", "register"):
        for on, day in (("d", date.max), ("e", date.min)):
            found = tipdata.enrich(given, country="c", on=on, instrument="C182", basis=basis)
            asked = tipdata.protocol_status("C182", on=day, basis=basis)
            states = {status.country.alpha_2: status.state.value for status in asked}
            assert sorted(rows(found, "c", "state")) == [(c, states[c]) for c in ("DK", "FJ")]


@pytest.mark.parametrize("engine", IN_SQL)
def test_columns_of_the_same_name_stay_as_they_are(engine):
    query = "SELECT 1 AS i, 2 AS i, 'FJ' AS home, 'DK' AS c, 2010 AS opened, 2019 AS d, 3 AS i"
    given = connection().sql(query) if engine == "duckdb" else spark().sql(query)
    found = tipdata.enrich(given, country="c", on="d", instrument="C105")
    assert found.columns == ["i", "i", "home", "c", "opened", "d", "i", *NEW, "changes"]
    taken = found.fetchall() if engine == "duckdb" else found.collect()
    assert [tuple(row)[:9] for row in taken] == [
        (1, 2, "FJ", "DK", 2010, 2019, 3, "in force", True)
    ]
    query = "SELECT 'DK' AS c, 2019 AS d, 2018 AS d"
    given = connection().sql(query) if engine == "duckdb" else spark().sql(query)
    with pytest.raises(ChoiceError, match="the column 'd' stands there twice: rename or drop one"):
        tipdata.enrich(given, country="c", on="d", instrument="C105")


def test_columns_of_the_same_name_are_an_error_in_frames_at_hand():
    with pytest.raises(ChoiceError, match="the column 'x' stands there twice: rename or drop one"):
        tipdata.enrich(
            pd.DataFrame([["DK", 2019, 1, 2]], columns=["c", "d", "x", "x"]),
            country="c",
            on="d",
            instrument="P029",
        )


def test_a_collation_does_not_double_rows():
    mine = duckdb.connect()
    mine.execute("CREATE TABLE cases (c VARCHAR COLLATE NOCASE, t VARCHAR, d INT)")
    mine.execute("INSERT INTO cases VALUES ('DNK', 'c105', 2019), ('dnk', 'C105', 1958)")
    for collation in ("''", "'NOCASE.NOACCENT'"):
        mine.execute(f"SET default_collation = {collation}")
        for instrument in ("t", "C105"):
            given = mine.table("cases")
            found = tipdata.enrich(given, country="c", on="d", instrument=instrument)
            assert sorted(rows(found, "d", "state")) == [(1958, "uncertain"), (2019, "in force")]
        with pytest.raises(NotFoundError, match=r"^c: the chart has no 'XX'$"):
            tipdata.enrich(
                mine.sql("SELECT 'XX' AS c, 2019 AS d"),
                country="c",
                on="d",
                instrument="C105",
                unmatched="raise",
            )
    mine.close()


@pytest.mark.parametrize("engine", [PLANS[-1]])
def test_columns_of_spark_stay_the_very_ones(engine):
    given = frame(engine, pa.table({"c": ["DK", "DK"], "d": [1958, 2019]}))
    found = tipdata.enrich(given, country="c", on="d", instrument="C105")
    assert rows(found.filter(given.d > 2018), "state") == [("in force",)]
    joined = found.join(given, found.d == given.d).select(found.state)
    assert sorted(rows(joined, "state")) == [("in force",), ("uncertain",)]


@pytest.mark.parametrize("engine", EVERY)
def test_decimal_numbers_are_years_and_codes(engine):
    kind = pa.decimal128(9, 2)
    table = pa.table({"c": pa.array([208, 208], kind), "d": pa.array([1958, 2019], kind)})
    found = tipdata.enrich(frame(engine, table), country="c", on="d", instrument="C105")
    assert sorted(rows(found, "state")) == [("in force",), ("uncertain",)]


def test_types_that_pyarrow_does_little_with_are_read():
    days = pa.array([date(2018, 6, 14)], pa.date64())
    given = pa.table({"c": pa.array(["DK"], pa.string_view()), "d": days})
    of_pandas = pd.DataFrame({"c": ["DK"], "d": pd.Series(days, dtype=pd.ArrowDtype(pa.date64()))})
    for one in (given, of_pandas):
        found = tipdata.enrich(one, country="c", on="d", instrument="P029")
        assert columns(found) == ["c", "d", *NEW]
        assert rows(found, "state") == [("in force",)]


@pytest.mark.parametrize("given", [pl.DataFrame({"c": ["DK"]}), pd.DataFrame({"c": ["DK"]})])
def test_a_frame_of_narwhals_is_a_type_error(given):
    with pytest.raises(TypeError, match=r"frame must be a frame of .*, not one of narwhals"):
        tipdata.enrich(nw.from_native(given), country="c", on="c", instrument="P029")


@pytest.mark.parametrize("zone", ["America/New_York", "Etc/GMT+5", "America/Port-au-Prince"])
def test_zones_of_pandas_may_have_any_name(zone):
    times = pd.to_datetime(["2018-06-14 03:59", "2018-06-14 05:01", None]).tz_localize("UTC")
    given = pd.DataFrame({"c": ["DK"] * 3, "d": times.tz_convert(zone)})
    for one in (given, pa.Table.from_pandas(given).to_pandas(types_mapper=pd.ArrowDtype)):
        found = tipdata.enrich(one, country="c", on="d", instrument="P029")
        assert rows(found, "state") == [("ratified",), ("in force",), (None,)]
        assert found["d"].equals(one["d"])


@pytest.mark.parametrize("engine", [PLANS[-1]])
@pytest.mark.parametrize("name", ["__tipdata_country", "__TIPDATA_0_since"])
def test_spark_has_no_columns_named_as_ours(engine, name):
    given = frame(engine, pa.table({"c": ["DK"], "d": [2019], name: ["FJ"]}))
    with pytest.raises(ChoiceError, match=f"the name '{name}' is needed for a while"):
        tipdata.enrich(given, country="c", on="d", instrument="P029")


@pytest.mark.parametrize("engine", [PLANS[-1]])
def test_case_counts_in_spark_where_it_is_set_to(engine):
    session = frame(engine, pa.table({"c": ["DK"]})).sparkSession
    query = "SELECT 'DK' AS c, 2019 AS d, 2010 AS D, 'x' AS State"
    with pytest.raises(ChoiceError, match="the column 'd' stands there twice"):
        tipdata.enrich(session.sql(query), country="c", on="d", instrument="C105")
    session.conf.set("spark.sql.caseSensitive", "true")
    try:
        found = tipdata.enrich(session.sql(query), country="c", on="d", instrument="C105")
        assert rows(found, "State", "state") == [("x", "in force")]
    finally:
        session.conf.set("spark.sql.caseSensitive", "false")
