"""A panel says of each period, or of its first or last day, what `status` says of it."""

import inspect
import subprocess
import sys
import tracemalloc
import typing
from datetime import date

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import tipdata
from engines import columns, rows
from environment import ENVIRONMENT
from tipdata import ChoiceError, DateError, MissingExtraError, NotFoundError, State

NAMES = ("country", "country_alpha_3", "instrument", "period", "last_day")
ANSWERS = ("state", "ratified", "in_force", "certain")
CONTESTED = [("Fiji", "CRC-OP-SC"), ("Fiji", "CRC-OP-AC")]
KINDS = {"polars": pl.DataFrame, "pandas": pd.DataFrame, "pyarrow": pa.Table}
BACKENDS = list(KINDS)


def unless_open(states, possible):
    """Tell whether one of some states holds; None where others are possible too."""
    return None if possible & states and possible - states else bool(possible & states)


def expected(periods, basis, countries=None, instruments=None, at="end"):
    """Ask `status` of every country, instrument and period."""
    for country in countries or tipdata.countries():
        for instrument in instruments or tipdata.instruments():
            for period, *days in periods:
                found = tipdata.status(country, instrument, on=period, at=at, basis=basis)
                ratified = unless_open({State.RATIFIED, State.IN_FORCE}, found.possible)
                in_force = unless_open({State.IN_FORCE}, found.possible)
                yield (
                    *(country.name, country.alpha_3, instrument.id, period, *days),
                    *(found.state.value, ratified, in_force, found.certain),
                    *([(country.name, instrument.id) in CONTESTED] if basis == "printed" else []),
                    *([found.changes] if at == "whole" and len(period) < 10 else []),
                )


def new_columns(basis, at, freq):
    """Return the names of the columns that hold days, and of those that hold answers."""
    days = {"start": ["first_day"], "end": ["last_day"], "whole": ["first_day", "last_day"]}[at]
    contested = ["contested"] if basis == "printed" else []
    changes = ["changes"] if at == "whole" and freq != "day" else []
    return [*NAMES[:4], *days, *ANSWERS, *contested, *changes]


@pytest.mark.parametrize("basis", ["printed", "register"])
@pytest.mark.parametrize("backend", BACKENDS)
def test_a_panel_of_years_has_what_status_says(backend, basis):
    found = tipdata.panel(start=1930, end=2030, basis=basis, backend=backend)
    assert type(found) is KINDS[backend]
    years = [(str(year), date(year, 12, 31)) for year in range(1930, 2031)]
    assert columns(found) == new_columns(basis, "end", "year")
    assert rows(found, *columns(found)) == list(expected(years, basis))


@pytest.mark.parametrize("basis", ["printed", "register"])
@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("at", ["whole", "start"])
def test_a_panel_may_ask_for_all_days_of_each_year_or_for_the_first(at, backend, basis):
    found = tipdata.panel(start=1998, end=2022, at=at, basis=basis, backend=backend)
    ends = {"whole": ((1, 1), (12, 31)), "start": ((1, 1),)}[at]
    years = [(str(year), *(date(year, *end) for end in ends)) for year in range(1998, 2023)]
    assert columns(found) == new_columns(basis, at, "year")
    assert rows(found, *columns(found)) == list(expected(years, basis, at=at))


@pytest.mark.parametrize("freq", ["month", "day"])
def test_months_may_change_and_days_do_not(freq):
    asked = {"start": "2018-05", "end": "2018-07", "instrument": "P029", "country": "DK"}
    found = tipdata.panel(**asked, freq=freq, at="whole")
    assert columns(found) == new_columns("printed", "whole", freq)
    if freq == "month":
        assert rows(found, "period", "state", "in_force", "changes") == [
            ("2018-05", "ratified", False, False),
            ("2018-06", "uncertain", None, True),
            ("2018-07", "uncertain", None, False),
        ]
    else:
        assert found.drop("first_day").equals(tipdata.panel(**asked, freq=freq))


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_panel_of_months_ends_with_their_last_days(backend):
    found = tipdata.panel(
        start="2017-12-15", end="2020-02", freq="month", instrument="P29", backend=backend
    )
    months = [(12, 2017), *((m, y) for y in (2018, 2019) for m in range(1, 13)), (1, 2020)]
    last = {m: 30 if m in {4, 6, 9, 11} else 28 if m == 2 else 31 for m in range(1, 13)}
    periods = [(f"{y}-{m:02d}", date(y, m, last[m])) for m, y in months]
    periods.append(("2020-02", date(2020, 2, 29)))
    instruments = [tipdata.instrument("P029")]
    assert rows(found, *NAMES, *ANSWERS, "contested") == list(
        expected(periods, "printed", instruments=instruments)
    )


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_panel_of_days_has_every_day(backend):
    found = tipdata.panel(
        start=2018, end=date(2018, 6, 14), freq="day", country="dk", backend=backend
    )
    days = [date.fromordinal(n) for n in range(date(2018, 1, 1).toordinal(), 736860)]
    assert days[-1] == date(2018, 6, 14)
    countries = [tipdata.country("Denmark")]
    assert rows(found, *NAMES, *ANSWERS, "contested") == list(
        expected([(str(day), day) for day in days], "printed", countries=countries)
    )


def test_a_panel_of_thirty_years_of_days_has_a_row_for_each():
    found = tipdata.panel(start=1995, end=2024, freq="day")
    assert len(found) == 16 * 8 * 10_958
    one = found.filter(country="Denmark", instrument="P029", last_day=date(2018, 6, 14))
    assert one.select("period", *ANSWERS).rows() == [("2018-06-14", "in force", True, True, True)]


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_row_of_a_panel_is_no_object_of_python(backend):
    asked = {"start": 1995, "end": 2024, "freq": "day", "backend": backend}
    tipdata.panel(**asked | {"end": 1995})
    before = sys.getallocatedblocks()
    tracemalloc.start()
    try:
        found = tipdata.panel(**asked)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    kept = sys.getallocatedblocks() - before
    assert len(found) > 1_400_000
    assert kept < len(found) / 10
    if backend != "pandas":  # which makes its arrays in the memory that Python counts
        assert peak < len(found) * sys.getsizeof(object())


def test_the_types_of_a_panel_are_those_of_its_values():
    asked = {"start": 2017, "end": 2018}
    text = ["String"] * 4
    assert [str(kind) for kind in tipdata.panel(**asked).dtypes] == [
        *text,
        "Date",
        "String",
        *["Boolean"] * 4,
    ]
    found = tipdata.panel(**asked, backend="pandas").dtypes
    texts = str(pd.Series(["text"]).dtype)
    assert list(map(str, found))[4:] == ["datetime64[us]", texts, *["boolean"] * 4]
    found = tipdata.panel(**asked, backend="pyarrow").schema
    assert [str(kind) for kind in found.types][4:] == ["date32[day]", "string", *["bool"] * 4]


@pytest.mark.parametrize(
    ("asked", "error", "said"),
    [
        ({"freq": "week"}, ChoiceError, "freq must be 'year', 'month' or 'day', not 'week'"),
        ({"backend": "dask"}, ChoiceError, "backend must be 'polars', 'pandas' or 'pyarrow'"),
        ({"basis": "x"}, ChoiceError, "basis must be"),
        ({"at": "middle"}, ChoiceError, "at must be 'whole', 'start' or 'end', not 'middle'"),
        ({"start": 2019}, ChoiceError, r"start \(2019\) lies after end \(2018\)"),
        ({"start": "soon"}, DateError, "can't read the date 'soon'"),
        ({"end": 0}, DateError, "no calendar has 0000"),
        ({"end": 2018.0}, TypeError, "end must be int or date or str or PartialDate, not float"),
        ({"country": "Chad"}, NotFoundError, "no country 'Chad' in the chart"),
        ({"instrument": "NPT"}, NotFoundError, "no instrument 'NPT' in the chart"),
    ],
)
def test_what_can_not_be_done_is_a_clear_error(asked, error, said):
    with pytest.raises(error, match=said):
        tipdata.panel(**{"start": 2017, "end": 2018} | asked)


@pytest.mark.parametrize(
    ("module", "backend", "extra"),
    [
        ("narwhals.stable.v2", "polars", "frames"),
        ("polars", "polars", "polars"),
        ("pandas", "pandas", "pandas"),
        ("pyarrow", "pyarrow", "arrow"),
    ],
)
def test_what_is_not_installed_is_an_error_that_says_how_to(module, backend, extra, monkeypatch):
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError, match=rf'pip install "tipdata\[{extra}\]"'):
        tipdata.panel(start=2017, end=2018, backend=backend)


@pytest.mark.parametrize("function", [tipdata.enrich, tipdata.panel])
def test_the_types_of_arguments_can_be_asked_for(function):
    hints = typing.get_type_hints(function)
    assert hints.keys() == {*inspect.signature(function).parameters, "return"}
    assert hints["edition"] == tipdata.Edition | None


def test_no_engine_is_imported_before_it_is_asked_for():
    code = (
        "import sys, tipdata.frames.enriching, tipdata.frames.panels;"
        "print(*{'narwhals', 'pandas', 'polars', 'pyarrow', 'duckdb', 'pyspark'} & {*sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=ENVIRONMENT
    )
    assert done.stdout.strip() == ""
