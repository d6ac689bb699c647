"""Breakpoints say on which days `status` leaves which states of play, and what changes when."""

from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest

import tipdata
from sampling import some
from tipdata import PartialDate, State
from tipdata.state.breakpoints import breakpoints

STATES = [state for state in State if state is not State.UNCERTAIN]
SETS = [frozenset(some) for size in range(1, 5) for some in combinations(STATES, size)]
DAY = timedelta(1)
YEARS = range(1925, 2046)
PERIODS = [
    *map(PartialDate, YEARS),
    *(PartialDate(year, month) for year in YEARS for month in range(1, 13)),
]


def days(found):
    """Yield the days on which a state begins or ends to be possible, and those beside them."""
    ends = {day for interval in found.intervals for day in (interval.first, interval.last)}
    for end in {date.min, date.max, *ends}:
        yield end
        if end > date.min:
            yield end - DAY
        if end < date.max:
            yield end + DAY


@pytest.mark.parametrize("basis", ["printed", "register"])
def test_the_runs_of_some_states_have_the_days_on_which_no_other_is_possible(basis):
    edition = tipdata.edition()
    for found in breakpoints(edition, edition.conventions.instruments, basis):
        asked = {
            day: tipdata.status(found.country, found.instrument, on=day, basis=basis).possible
            for day in days(found)
        }
        for states in SETS:
            runs = list(found.only(states))
            for day, possible in asked.items():
                within = any(first <= day <= last for first, last in runs)
                assert within == (possible <= states), (found.country, found.instrument, day)
            # Each is as long as can be, and they stand in the order of time.
            assert all(first <= last for first, last in runs)
            assert all(one[1] + DAY < two[0] for one, two in pairwise(runs))


def test_all_states_leave_every_day():
    edition = tipdata.edition()
    for found in breakpoints(edition, edition.conventions.instruments, "register"):
        assert list(found.only(set(STATES))) == [(date.min, date.max)]
        assert list(found.only(set())) == []


@pytest.mark.parametrize("basis", ["printed", "register"])
def test_they_have_just_the_months_and_years_in_which_status_says_that_it_changes(basis):
    edition = tipdata.edition()
    pairs = breakpoints(edition, edition.conventions.instruments, basis)
    for found in some(pairs, 10):
        asked = (
            tipdata.status(found.country, found.instrument, on=period, basis=basis)
            for period in PERIODS
        )
        changing = {status.on for status in asked if status.changes}
        assert set(found.changing) == changing, (found.country, found.instrument)
        assert len(found.changing) == len(changing)


@pytest.mark.parametrize("basis", ["printed", "register"])
def test_they_say_what_is_contested(basis):
    edition = tipdata.edition()
    contested = {
        (found.country.alpha_2, found.instrument.id)
        for found in breakpoints(edition, edition.conventions.instruments, basis)
        if found.contested
    }
    assert contested == {("FJ", "CRC-OP-SC"), ("FJ", "CRC-OP-AC")}
