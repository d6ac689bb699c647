"""State of play equals enumeration; the printed dates and the register bear it out."""

from datetime import date, timedelta

from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import brute_force
import tipdata
from for_each import for_each
from one_chart import asked
from sampling import examples
from tipdata import (
    Cell,
    Consent,
    Country,
    DateBounds,
    Delay,
    Finding,
    Grade,
    Instrument,
    InstrumentKind,
    Origin,
    PartialDate,
    Ratification,
    RegisterEntry,
    State,
)
from tipdata.state.rules import articles

CLOSING = date(2018, 3, 31)
RURITANIA = Country("Ruritania", "XX", "XXX", "999")
ORDER = [State.NOT_RATIFIED, State.RATIFIED, State.IN_FORCE, State.NO_LONGER_BOUND]
NEAR = st.dates(date(2016, 7, 1), date(2020, 6, 30))


@st.composite
def partial_dates(draw, days=NEAR, precisions=("year", "month", "day")):
    day = draw(days)
    parts = {"year": 1, "month": 2, "day": 3}[draw(st.sampled_from(precisions))]
    return PartialDate(*(day.year, day.month, day.day)[:parts])


@st.composite
def instruments(draw):
    adopted = draw(st.dates(date(2015, 1, 1), date(2018, 12, 31)))
    own = draw(st.integers(-100, 900))
    lengths = st.tuples(st.integers(0, 14), st.integers(0, 40)).filter(any)
    months, days = draw(lengths)
    delay = Delay(months, days, "art. 1", draw(st.sampled_from([None, "art. 2"])))
    return Instrument(
        id="X",
        title="A treaty",
        printed_heading="A treaty",
        kind=InstrumentKind.CONVENTION,
        adopted=PartialDate.of(adopted),
        entry_into_force=PartialDate.of(adopted + timedelta(own)) if own >= 0 else None,
        depositary="A depositary",
        delay=draw(st.sampled_from([*[delay] * 9, None])),
    )


@st.composite
def cells(draw):
    country = RURITANIA
    instrument = draw(instruments())
    if draw(st.integers(0, 3)) == 0:
        return Cell(country, instrument, "—", None)
    year = PartialDate(draw(st.integers(2016, 2018)))
    into_force = None
    if draw(st.booleans()):
        consent = draw(st.dates(year.earliest, year.latest))
        force = brute_force.rule(consent, instrument) or consent
        near = st.sampled_from([force, force, force + timedelta(3), consent])
        into_force = draw(partial_dates(near, ("month", "day")))
    ratification = Ratification(country, instrument, year, into_force, None)
    return Cell(country, instrument, "...", ratification)


@st.composite
def entries(draw, cell):
    finding = draw(st.sampled_from([Finding.AGREES, Finding.AGREES, Finding.DISAGREES]))
    printed = cell.ratification and cell.ratification.date
    consented = draw(partial_dates())
    if finding is Finding.AGREES and printed:
        inside = st.dates(printed.earliest, printed.latest)
        consented = draw(partial_dates(inside))
    denies = printed is None if finding is Finding.AGREES else printed is not None
    if denies or draw(st.integers(0, 5)) == 0:
        consented = None
    later = None
    if consented is None and draw(st.booleans()):
        later = draw(partial_dates(st.dates(date(2019, 1, 1), date(2020, 12, 31))))
    last = (consented or later or PartialDate(2016)).latest
    in_force = withdrawal = None
    if (consented or later) and draw(st.booleans()):
        force = brute_force.rule((consented or later).earliest, cell.instrument) or last
        in_force = draw(partial_dates(st.just(force), ("month", "day")))
    if (consented or later) and draw(st.integers(0, 3)) == 0:
        withdrawal = draw(partial_dates(st.dates(last, date(2023, 1, 1)), ("month", "day")))
    return RegisterEntry(
        country=cell.country,
        instrument=cell.instrument,
        finding=draw(st.sampled_from([finding, finding, finding, Finding.NOT_READ])),
        date=consented,
        consent=Consent.RATIFICATION if consented else None,
        in_force=in_force,
        signature=None,
        later_consent=later,
        withdrawal=withdrawal,
        as_of=PartialDate.of(draw(st.dates(last, last + timedelta(900)))),
        grade=Grade.REGISTER,
        source="A register",
        also=None,
        note=None,
    )


@st.composite
def telling_days(draw, cell, entry=None):
    """Give a day at which something may change, or close to one."""
    known = [CLOSING, cell.instrument.adopted.earliest]
    dates = [cell.instrument.entry_into_force]
    if cell.ratification:
        dates += [cell.ratification.date, cell.ratification.into_force]
    if entry:
        dates += [entry.date, entry.later_consent, entry.in_force, entry.withdrawal, entry.as_of]
    known += [end for date in dates if date for end in (date.earliest, date.latest)]
    later = [brute_force.rule(day, cell.instrument) for day in known]
    after = brute_force.rule(CLOSING + timedelta(1), cell.instrument)
    day = draw(st.sampled_from([*known, *(day for day in (*later, after) if day)]))
    return PartialDate.of(day + timedelta(draw(st.integers(-2, 2))))


@settings(max_examples=examples(300))
@given(st.data())
def test_the_printed_status_is_what_enumeration_gives(data):
    cell = data.draw(cells())
    on = data.draw(st.one_of(telling_days(cell), partial_dates(precisions=("day", "month"))))
    scenarios = brute_force.printed(cell, CLOSING, on.latest + timedelta(1))
    assume(len(scenarios) < 20_000 or on.precision == "day")
    expected = brute_force.states(scenarios, {None}, cell.instrument, on.earliest, on.latest)
    found = asked(cell, on)
    assert found.possible == expected
    assert found.certain is (len(expected) == 1)
    assert found.state is (next(iter(expected)) if found.certain else State.UNCERTAIN)


@settings(max_examples=examples(500))
@given(st.data())
def test_the_status_with_a_register_is_what_enumeration_gives(data):
    cell = data.draw(cells())
    entry = data.draw(entries(cell))
    on = data.draw(telling_days(cell, entry))
    scenarios, gone = brute_force.registered(cell, entry, CLOSING, on.latest + timedelta(1))
    expected = brute_force.states(scenarios, gone, cell.instrument, on.earliest, on.latest)
    assert asked(cell, on, entry).possible == expected


@settings(max_examples=examples(100))
@given(st.data())
def test_status_never_moves_backwards(data):
    cell = data.draw(cells())
    entry = data.draw(st.one_of(st.none(), entries(cell).filter(lambda e: not e.withdrawal)))
    one, other = sorted(data.draw(st.tuples(NEAR, NEAR)))
    before = [ORDER.index(state) for state in asked(cell, one, entry).possible]
    after = [ORDER.index(state) for state in asked(cell, other, entry).possible]
    assert min(before) <= min(after)
    assert max(before) <= max(after)


def test_the_register_stands_alone_where_it_disagrees():
    before = tipdata.status("Fiji", "CRC-OP-SC")
    assert before.state is State.IN_FORCE
    assert [type(evidence) for evidence in before.evidence] == [Cell]
    after = tipdata.status("Fiji", "CRC-OP-SC", basis="register")
    assert after.state is State.NOT_RATIFIED
    assert [type(evidence) for evidence in after.evidence] == [Cell, RegisterEntry]
    assert after.explanation == (
        "Fiji had not ratified CRC-OP-SC on 2018-03-31: the chart prints the year 2005, but a"
        " register copy of 2023-05-11 gives no consent before one on 2021-03-09 after signature"
        " on 2005-09-16."
    )


def c182():
    return tipdata.instrument("C182")


def withdrawn(**changes):
    """Give an entry of a state that consented in 2005 and withdrew in 2016, perhaps changed."""
    entry = RegisterEntry(
        country=RURITANIA,
        instrument=c182(),
        finding=Finding.AGREES,
        date=PartialDate(2005, 3, 1),
        consent=Consent.RATIFICATION,
        in_force=None,
        signature=None,
        later_consent=None,
        withdrawal=PartialDate(2016, 5, 1),
        as_of=PartialDate(2020, 1, 1),
        grade=Grade.SECONDARY,
        source="A newspaper",
        also=None,
        note=None,
    )
    return evolve(entry, **changes)


def cell_of(instrument, printed):
    ratification = Ratification(RURITANIA, instrument, PartialDate(printed), None, None)
    return Cell(RURITANIA, instrument, str(printed), ratification)


def test_only_a_register_says_that_a_state_is_no_longer_bound():
    cell = cell_of(c182(), 2005)
    bound = asked(cell, "2016-04-30", withdrawn())
    assert bound.state is State.IN_FORCE
    gone = asked(cell, "2016-05-01", withdrawn())
    assert gone.state is State.NO_LONGER_BOUND
    assert asked(cell, "2016-05-01").state is State.IN_FORCE
    assert gone.explanation == (
        "Ruritania was no longer bound by C182 on 2016-05-01: the chart prints the year 2005,"
        " and a secondary source of 2020-01-01 gives ratification on 2005-03-01 and withdrawal"
        " on 2016-05-01, and entry into force on 2006-03-01 is derived by art. 10(3)."
    )


def test_a_cell_whose_register_was_not_read_rests_on_the_print():
    cell = cell_of(c182(), 2005)
    unread = asked(cell, "2020", withdrawn(finding=Finding.NOT_READ))
    assert unread.state is State.IN_FORCE
    assert unread.evidence == (cell,)


def test_without_a_known_rule_the_entry_into_force_stays_open():
    cell = cell_of(evolve(c182(), delay=None), 2005)
    found = asked(cell, "2010-01-01")
    assert found.possible == {State.RATIFIED, State.IN_FORCE}
    assert found.explanation == (
        "The status of C182 for Ruritania on 2010-01-01 is uncertain (ratified or in force):"
        " the chart prints the year 2005, and no rule of entry into force is known."
    )


def stated(into_force, delay):
    """Give a cell that prints 2005 and an entry into force, and an entry that agrees."""
    instrument = evolve(c182(), delay=delay)
    cell = cell_of(instrument, 2005)
    cell = evolve(cell, ratification=evolve(cell.ratification, into_force=into_force))
    return cell, withdrawn(instrument=instrument, withdrawal=None)


@for_each(
    "into_force, delay",
    lambda: [
        (PartialDate(2005, 6), c182().delay),  # no day of 2005 leads there
        (PartialDate(2005, 6), None),
        (PartialDate(2006, 3, 1), c182().delay),
    ],
)
def test_beside_a_register_the_printed_entry_into_force_stands(into_force, delay):
    cell, entry = stated(into_force, delay)
    found = asked(cell, "2010", entry)
    assert found.bounds.in_force == DateBounds(
        into_force.earliest, into_force.latest, Origin.PRINTED
    )
    assert found.bounds.in_force == asked(cell, "2010").bounds.in_force
    assert found.state is State.IN_FORCE


def test_what_a_register_narrows_is_derived():
    cell, entry = stated(PartialDate(2006, 3), c182().delay)
    found = asked(cell, "2006-03-01", entry)
    assert found.state is State.IN_FORCE
    day = date(2006, 3, 1)
    assert found.bounds.in_force == DateBounds(day, day, Origin.DERIVED, "art. 10(3)")


def test_a_register_that_contradicts_the_printed_entry_into_force_prevails():
    cell, entry = stated(PartialDate(2006, 3), c182().delay)
    other = asked(cell, "2010", evolve(entry, in_force=PartialDate(2007)))
    assert str(other.bounds.in_force) == "2007-01-01/2007-12-31"
    both = asked(cell, "2010", evolve(entry, in_force=PartialDate(2006)))
    assert str(both.bounds.in_force) == "2006-03-01"


def test_the_article_is_that_of_the_day_of_consent():
    # In force from 18 January 2002: art. 14(1) is for consents before, art. 14(2) for later ones.
    for cell in tipdata.chart().cells.where(instrument="CRC-OP-SC"):
        rule = tipdata.bounds(cell.country, "CRC-OP-SC").in_force.rule
        year = cell.ratification.date.year
        early, both = "art. 14(1)", "art. 14(1) or art. 14(2)"
        assert rule == (early if year < 2002 else both if year == 2002 else "art. 14(2)")
    assert tipdata.bounds("Namibia", "OPSC", basis="register").in_force.rule == "art. 14(2)"
    unknown = evolve(c182(), delay=None)
    assert articles(CLOSING, CLOSING, unknown) is None
