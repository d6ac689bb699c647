"""Ticks stand on whole years, months or days, never too close, and are never missing."""

from datetime import date, timedelta
from itertools import pairwise

import altair
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipdata.charts.axes import time_axis

CLOSEST = {"Time (days)": 40, "Time (months)": 56, "Time (years)": 40}  # words, and room


def ticks(first, last, width):
    made = time_axis(altair, "day", (first, last), width=width).to_dict()
    days = [date(1970, 1, 1) + timedelta(milliseconds=tick) for tick in made["axis"]["values"]]
    return made["title"], days


@pytest.mark.parametrize(
    ("first", "last", "width", "title", "days"),
    [
        ("1995-01-01", "2021-01-01", 168, "years", ["2000-01-01", "2010-01-01", "2020-01-01"]),
        ("2016-01-01", "2020-01-01", 168, "years", ["2016-01-01", "2018-01-01", "2020-01-01"]),
        ("2018-03-01", "2019-01-01", 168, "months", ["2018-07-01", "2019-01-01"]),
        ("2018-03-02", "2018-06-02", 640, "months", ["2018-04-01", "2018-05-01", "2018-06-01"]),
        ("2018-03-01", "2018-03-13", 168, "days", ["2018-03-01", "2018-03-06", "2018-03-11"]),
        ("2018-06-14", "2018-06-15", 640, "days", ["2018-06-14", "2018-06-15"]),
        ("0001-01-01", "9999-12-31", 168, "years", ["2000-01-01", "8000-01-01"]),
        ("2000-02-01", "2009-11-30", 168, "years", ["2002-01-01", "2008-01-01"]),
        ("1996-01-20", "1996-08-30", 168, "months", ["1996-04-01", "1996-07-01"]),
    ],
)
def test_ticks_are_where_a_reader_looks_for_them(first, last, width, title, days):
    found = ticks(date.fromisoformat(first), date.fromisoformat(last), width)
    assert found == (f"Time ({title})", [date.fromisoformat(day) for day in days])


@given(st.dates(), st.dates(), st.sampled_from([168, 560, 640]))
def test_ticks_lie_between_the_limits_and_apart_and_there_are_two(one, other, width):
    first, last = sorted((one, other))
    title, days = ticks(first, last, width)
    assert len(days) >= min(2, (last - first).days + 1)
    assert first <= days[0]
    assert days[-1] <= last
    places = [(day - first).days * width / max(1, (last - first).days) for day in days]
    for left, right in pairwise(places):
        assert right - left >= CLOSEST[title]


@given(st.dates(), st.integers(0, 500), st.sampled_from([168, 560, 640]))
def test_a_short_time_has_ticks_too(first, length, width):
    last = min(first.toordinal() + length, date.max.toordinal())
    assert len(ticks(first, date.fromordinal(last), width)[1]) >= min(2, length + 1) - (
        first == date.max
    )
