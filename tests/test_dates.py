"""Dates are as exact as their source, and no more."""

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from for_each import for_each
from tipdata import DateError, PartialDate
from tipdata.dates import add_days, add_months

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
PARTIAL = st.one_of(
    st.builds(lambda day: PartialDate(day.year), DAYS),
    st.builds(lambda day: PartialDate(day.year, day.month), DAYS),
    st.builds(PartialDate.of, DAYS),
)


@pytest.mark.parametrize(
    ("text", "edtf", "earliest", "latest", "precision"),
    [
        ("2017", "2017", date(2017, 1, 1), date(2017, 12, 31), "year"),
        ("2019-01", "2019-01", date(2019, 1, 1), date(2019, 1, 31), "month"),
        ("2018-06-14", "2018-06-14", date(2018, 6, 14), date(2018, 6, 14), "day"),
        ("14 Jun 2018", "2018-06-14", date(2018, 6, 14), date(2018, 6, 14), "day"),
        ("07 Dec 2018", "2018-12-07", date(2018, 12, 7), date(2018, 12, 7), "day"),
        ("6 Oct 2006", "2006-10-06", date(2006, 10, 6), date(2006, 10, 6), "day"),
        ("Jan 2019", "2019-01", date(2019, 1, 1), date(2019, 1, 31), "month"),
        ("27 Jan 2004", "2004-01-27", date(2004, 1, 27), date(2004, 1, 27), "day"),
        ("April 2017", "2017-04", date(2017, 4, 1), date(2017, 4, 30), "month"),
        ("December 31, 2017", "2017-12-31", date(2017, 12, 31), date(2017, 12, 31), "day"),
        (" 2012-02 ", "2012-02", date(2012, 2, 1), date(2012, 2, 29), "month"),
        ("0033", "0033", date(33, 1, 1), date(33, 12, 31), "year"),
    ],
)
def test_forms_that_can_be_read(text, edtf, earliest, latest, precision):
    read = PartialDate.parse(text)
    assert (str(read), read.earliest, read.latest, read.precision) == (
        edtf,
        earliest,
        latest,
        precision,
    )


@for_each("month", range(1, 13))
def test_every_month_is_read_short_and_in_full(month):
    short, full = calendar.month_abbr[month], calendar.month_name[month]
    for name in (short, full, short.upper(), full.lower()):
        assert PartialDate.parse(f"{name} 2001") == PartialDate(2001, month)
        assert PartialDate.parse(f"3 {name} 2001") == PartialDate(2001, month, 3)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "17",
        "20171",
        "mid-2018",
        "2018-6",
        "14/06/2018",
        "Sommer 2018",
        "14 Juni 2018",
        "2018-06-14T00:00",
        "14 Jun",
        "June 14 2018",
        "٢٠١٨",
        "2018-",
        "Jun",
        "ca. 2017",
    ],
)
def test_an_unreadable_date_shows_the_text_and_the_forms(text):
    with pytest.raises(DateError) as caught:
        PartialDate.parse(text)
    assert repr(text) in str(caught.value)
    for form in ("'2017'", "'2019-01'", "'2018-06-14'", "'14 Jun 2018'", "'Jan 2019'"):
        assert form in str(caught.value)


@pytest.mark.parametrize("text", ["2017-13", "2017-00", "2018-02-29", "31 Apr 2018", "0000"])
def test_an_impossible_date_is_an_error(text):
    with pytest.raises(DateError, match="no calendar has"):
        PartialDate.parse(text)


@pytest.mark.parametrize("parts", [(2018, None, 3), (10000,), (0,), (2018, 0), (2018, 1, 0)])
def test_impossible_parts_are_an_error(parts):
    with pytest.raises(DateError):
        PartialDate(*parts)


@pytest.mark.parametrize("parts", [("2018",), (True,), (2018, "6"), (2018, 6, 1.0), (None,)])
def test_parts_of_a_wrong_type_name_the_part(parts):
    with pytest.raises(TypeError, match=r"^(year|month|day) must be an int, not "):
        PartialDate(*parts)


def test_a_text_of_a_wrong_type_names_the_argument():
    with pytest.raises(TypeError, match="text must be a str, not int"):
        PartialDate.parse(2017)


@given(PARTIAL)
def test_edtf_is_read_back(partial):
    assert PartialDate.parse(str(partial)) == partial
    assert eval(repr(partial)) == partial


@given(PARTIAL)
def test_the_interval_is_every_day_with_the_same_parts(partial):
    day, days = date(partial.year, 1, 1), []
    while day.year == partial.year:
        if partial.month in (None, day.month) and partial.day in (None, day.day):
            days.append(day)
        if day == date.max:
            break
        day += timedelta(1)
    assert (partial.earliest, partial.latest) == (days[0], days[-1])
    assert all(partial.allows(day) for day in days)
    assert not partial.allows(days[0] - timedelta(1))
    assert not partial.allows(days[-1] + timedelta(1))


def answer(outcomes):
    """Give yes or no where all concrete days agree, and None where they don't."""
    return outcomes.pop() if len(outcomes) == 1 else None


def some_days(partial):
    return {
        partial.earliest,
        partial.latest,
        min(partial.earliest + timedelta(1), partial.latest),
        max(partial.latest - timedelta(1), partial.earliest),
    }


@given(PARTIAL, PARTIAL)
def test_comparisons_say_unknown_where_the_days_disagree(one, other):
    pairs = [(a, b) for a in some_days(one) for b in some_days(other)]
    if one.earliest <= other.latest and other.earliest <= one.latest:
        shared = max(one.earliest, other.earliest)
        pairs.append((shared, shared))
    assert one.before(other) == answer({a < b for a, b in pairs})
    assert one.after(other) == answer({a > b for a, b in pairs})
    assert one.same_day(other) == answer({a == b for a, b in pairs})


@pytest.mark.parametrize(
    ("day", "months", "result"),
    [
        (date(2005, 1, 31), 1, date(2005, 2, 28)),  # Benin and CRC-OP-SC
        (date(2004, 1, 31), 1, date(2004, 2, 29)),
        (date(2005, 8, 23), 1, date(2005, 9, 23)),  # the Netherlands and CRC-OP-SC
        (date(2017, 6, 14), 12, date(2018, 6, 14)),
        (date(2016, 2, 29), 12, date(2017, 2, 28)),
        (date(2018, 12, 31), 2, date(2019, 2, 28)),
        (date(2018, 3, 31), -1, date(2018, 2, 28)),
        (date(2018, 1, 15), 0, date(2018, 1, 15)),
    ],
)
def test_months_clamp_at_their_end(day, months, result):
    assert add_months(day, months) == result


@given(DAYS, st.integers(-600, 600))
def test_adding_months_lands_in_the_right_month_on_the_nearest_day(day, months):
    added = add_months(day, months)
    assert (added.year - day.year) * 12 + added.month - day.month == months
    assert added.day == min(day.day, calendar.monthrange(added.year, added.month)[1])


def test_the_calendar_has_an_end():
    with pytest.raises(DateError, match="12 months from 9999-01-01"):
        add_months(date(9999, 1, 1), 12)
    with pytest.raises(DateError, match="1 days from 9999-12-31"):
        add_days(date(9999, 12, 31), 1)
    assert add_days(date(9999, 12, 30), 1) == date(9999, 12, 31)
