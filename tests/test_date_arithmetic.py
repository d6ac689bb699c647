"""A date is moved by the units that its source gives, and asked with what is a date."""

import calendar
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipdata import DateError, PartialDate

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
DAY = PartialDate(2018, 6, 14)


@given(DAYS, st.integers(-600, 600))
def test_months_are_counted_on_the_calendar(day, months):
    year, month = day.year, day.month
    for _ in range(abs(months)):
        month += 1 if months > 0 else -1
        if month in (0, 13):
            year, month = (year - 1, 12) if month == 0 else (year + 1, 1)
    last = calendar.monthrange(year, month)[1]
    assert PartialDate.of(day).add_months(months) == PartialDate(year, month, min(day.day, last))
    assert PartialDate(day.year, day.month).add_months(months) == PartialDate(year, month)


@given(DAYS, st.integers(-5000, 5000))
def test_days_are_counted_on_the_calendar(day, days):
    assert PartialDate.of(day).add_days(days) == PartialDate.of(day + timedelta(days))


def test_months_end_with_their_last_day():
    assert PartialDate(2005, 1, 31).add_months(1) == PartialDate(2005, 2, 28)
    assert PartialDate(2004, 1, 31).add_months(1) == PartialDate(2004, 2, 29)
    assert PartialDate(2018, 3, 31).add_months(-1) == PartialDate(2018, 2, 28)


def test_what_the_source_does_not_give_is_not_added_to():
    with pytest.raises(DateError, match="2017 gives no month to add to"):
        PartialDate(2017).add_months(12)
    for date_ in (PartialDate(2017), PartialDate(2017, 5)):
        with pytest.raises(DateError, match=f"{date_} gives no day to add to"):
            date_.add_days(1)


def test_the_calendar_ends():
    with pytest.raises(DateError):
        PartialDate(9999, 12).add_months(1)
    with pytest.raises(DateError):
        PartialDate(1, 1, 1).add_days(-1)


@pytest.mark.parametrize("name", ["before", "after", "same_day"])
@pytest.mark.parametrize("other", ["2018", date(2018, 6, 14), 2018, None])
def test_what_is_compared_must_be_a_partial_date(name, other):
    with pytest.raises(TypeError, match=r"^other must be PartialDate, not "):
        getattr(DAY, name)(other)


@pytest.mark.parametrize("ask", [DAY.allows, PartialDate.of])
@pytest.mark.parametrize("day", ["2018-06-14", 2018, None, DAY])
def test_a_day_must_be_a_date(ask, day):
    with pytest.raises(TypeError, match=r"^day must be date, not "):
        ask(day)


@pytest.mark.parametrize(("name", "unit"), [("add_months", "months"), ("add_days", "days")])
@pytest.mark.parametrize("number", ["1", 1.0, True, None])
def test_a_number_must_be_an_int(name, unit, number):
    with pytest.raises(TypeError, match=f"^{unit} must be int, not "):
        getattr(DAY, name)(number)


def test_a_datetime_is_its_date():
    assert DAY.allows(datetime(2018, 6, 14, 23, 59))
    assert not DAY.allows(datetime(2018, 6, 15))
