"""A register beside the chart: each date as far as it proves anything, and no further."""

from datetime import timedelta

import pytest
from attrs import evolve

import tipdata
from for_each import for_each
from one_chart import edition_of
from one_entry import asked, entry_of, jamaica, withdrawn
from tipdata import (
    ActionKind,
    Cell,
    DataError,
    ErratumKind,
    Finding,
    PartialDate,
    Ratification,
    State,
    TreatyAction,
)


def test_an_old_list_does_not_contradict_a_later_consent():
    # Fiji acceded on 19 Sep 2017; a list of January 2014 can't have it.
    old = evolve(entry_of("Fiji", "PALERMO"), actions=(), as_of=PartialDate(2014, 1, 27))
    found = asked(old, "2018-03-31")
    (entry,) = (item for item in found.evidence if item == old)
    assert entry.finding is Finding.AGREES
    assert (found.state, found.contested) == (State.IN_FORCE, False)
    assert asked(old, "2016-12-31").state is State.NOT_RATIFIED
    assert asked(old, "2017-06-30").possible == {
        State.NOT_RATIFIED,
        State.RATIFIED,
        State.IN_FORCE,
    }
    new = evolve(old, as_of=PartialDate(2018, 1, 1))
    assert asked(new, "2018-01-01").contested
    assert asked(new, "2018-01-01").state is State.NOT_RATIFIED


def test_a_year_of_a_register_ends_with_what_the_register_knows():
    consent = TreatyAction(ActionKind.RATIFICATION, PartialDate(2004))
    entry = evolve(
        entry_of("Brazil", "PALERMO"), actions=(consent,), as_of=PartialDate(2004, 2, 10)
    )
    found = asked(entry, "2004-02-10")
    assert str(found.bounds.consent) == "2004-01-01/2004-02-10"
    assert State.NOT_RATIFIED not in found.possible
    assert asked(entry, "2004-03-11").state is State.IN_FORCE  # the 30th day after the last one


def test_a_printed_year_denies_what_a_chart_denies_to_an_old_register():
    # Notices from 28 Jan 2014 on are open to that list; the chart shows a party in 2018.
    old = evolve(entry_of("Brazil", "PALERMO"), as_of=PartialDate(2014, 1, 27))
    assert asked(old, "2018-03-31").state is State.IN_FORCE
    assert asked(old, "2018-04-01").state is State.UNCERTAIN


def test_no_act_comes_before_the_adoption():
    entry = entry_of("Brazil", "PALERMO")
    early = evolve(
        entry.actions[0], date=PartialDate(2000, 11, 14), entry_into_force=None, stated_by=None
    )
    with pytest.raises(DataError, match="before the adoption"):
        evolve(entry, actions=(early,))
    on_the_day = evolve(early, date=PartialDate(2000, 11, 15))
    assert evolve(entry, actions=(on_the_day,)).consent == PartialDate(2000, 11, 15)
    whole_year = evolve(early, date=PartialDate(2000))
    found = asked(evolve(entry, actions=(whole_year,)), "2001")
    assert str(found.bounds.consent) == "2000-11-15/2000-12-31"


LOST = {
    ("Denmark", "PALERMO"): "2",
    ("Denmark", "CRC-OP-SC"): "3",
    ("Denmark", "CRC-OP-AC"): "4",
    ("Netherlands", "PALERMO"): "4",
    ("Netherlands", "CRC-OP-SC"): "5",
}


@for_each("entry", tipdata.register)
def test_a_lost_footnote_is_said_where_a_register_is_asked(entry):
    lost = LOST.get((entry.country.name, entry.instrument.id))
    assert entry.footnotes == ((lost,) if lost else ())
    pair = entry.country, entry.instrument
    said = "a footnote of the register, as on territories, is lost in the copy"
    assert (said in tipdata.status(*pair, basis="register").explanation) is bool(lost)
    assert said not in tipdata.status(*pair).explanation


def changed_texts():
    """Give the print, and with changes that contradict the register or the treaty's rule."""
    text = tipdata.edition().text
    changes = {
        "the print": ("", ""),
        "another year": ("Poland\t2003\t", "Poland\t2004\t"),
        "another entry into force": ("14 Jun 2018", "04 Jan 2018"),
        "none that a day leads to": ("14 Jun 2018", "14 Jun 2019"),
    }
    return {name: text.replace(*change, 1) for name, change in changes.items()}


@for_each("text", changed_texts)
def test_the_matrix_marks_what_a_status_calls_contested(text):
    edition = tipdata.read_edition(text)
    chart = tipdata.chart(edition=edition)
    statuses = [
        tipdata.status(cell.country, cell.instrument, basis=basis, edition=edition)
        for cell in chart.cells
        for basis in ("printed", "register")
    ]
    contradicted = {
        erratum.spans for erratum in tipdata.errata(edition=edition).where(kind="contradicted")
    } & {cell.spans for cell in chart.cells}
    assert {s.evidence[0].spans for s in statuses if s.contested} == contradicted
    assert {cell.spans for cell in chart.contested} == contradicted


def test_beside_no_cell_only_the_as_of_day_is_past():
    entry = evolve(
        entry_of("Brazil", "PALERMO"),
        country=tipdata.Country("France", "FR", "FRA", "250"),
        as_of=PartialDate(2015, 1, 1),
    )
    assert "PALERMO was in force for France" in asked(entry, "2015-01-01").explanation
    assert "PALERMO is in force for France" in asked(entry, "2015-12-31").explanation


@for_each("as_of", [PartialDate(9901), PartialDate(9999, 12, 31)])
def test_no_source_speaks_up_to_the_end_of_the_calendar(as_of):
    with pytest.raises(DataError, match="end of the calendar"):
        evolve(entry_of("Brazil", "PALERMO"), as_of=as_of)


@for_each("instrument", tipdata.instruments)
def test_a_count_has_open_countries_just_where_statuses_turn_uncertain_for_good(instrument):
    for basis in ("printed", "register"):
        statuses = tipdata.protocol_status(instrument, basis=basis)
        for status in statuses:
            first = status.bounds.open_from
            pair = {"country": status.country, "instrument": instrument, "basis": basis}
            before = tipdata.status(**pair, on=first - timedelta(1)).possible
            after = tipdata.status(**pair, on=first).possible
            assert len(before & {State.IN_FORCE, State.NO_LONGER_BOUND}) <= 1
            assert State.IN_FORCE in after
            assert len(after) > 1
            # Nothing tells later either.
            assert len(tipdata.status(**pair, on="2090-01-01").possible) > 1
        for count in tipdata.status_counts(
            start=2015, end=2035, instrument=instrument, basis=basis
        ):
            days = [status.bounds.open_from for status in statuses]
            assert count.open == sum(day <= count.on.latest for day in days)
            assert count.contested == sum(status.contested for status in statuses)


def test_a_stated_entry_into_force_leaves_a_continuity_no_other_day():
    entry = jamaica(entry_into_force=PartialDate(1962, 8, 6))
    found = asked(entry, "1963-01-01")
    assert found.state is State.IN_FORCE
    assert str(found.bounds.entry_into_force) == "1962-08-06"
    assert "it was bound from 1962-08-06 on" in found.explanation


def test_a_printed_entry_into_force_keeps_what_lies_in_it_of_a_continuity():
    # From independence on 6 Aug 1962 to registration on 26 Dec 1962, or on 26 Dec 1963.
    text = tipdata.edition().text
    row = text[text.index("Jamaica\t") :].partition("\n")[0]
    cells = row.split("\t")
    cells[4] = "1962 (into force Oct 1963)"
    apart = tipdata.read_edition(text.replace(row, "\t".join(cells)))
    assert asked(jamaica(), "1964", edition=apart).contested
    cells[4] = "1962 (into force Dec 1962)"
    edition = tipdata.read_edition(text.replace(row, "\t".join(cells)))
    found = asked(jamaica(), "1963-01-01", edition=edition)
    assert (found.state, found.basis) == (State.IN_FORCE, "register")
    assert str(found.bounds.entry_into_force) == "1962-12-01/1962-12-31"


def test_who_withdrew_may_ratify_again_unseen():
    entry = withdrawn(PartialDate(1969, 2, 1))
    assert asked(entry, "1970-01-31").state is State.IN_FORCE
    assert asked(entry, "1970-02-01").state is State.NO_LONGER_BOUND
    later = asked(entry, "2024-01-01")
    assert later.possible == {State.NO_LONGER_BOUND, State.RATIFIED}
    assert "nothing denies a new ratification from 2023-05-12 on" in later.explanation


def test_the_calendar_ends_before_some_denunciations():
    entry = entry_of("Brazil", "C105")
    late = evolve(entry.actions[0], entry_into_force=PartialDate(9998))
    found = asked(evolve(entry, actions=(late,)), "9999-12-31")
    assert (found.state, found.bounds.denunciation_effect) == (State.IN_FORCE, None)


def test_an_erratum_says_no_entry_into_force_that_no_rule_gives():
    instrument = evolve(tipdata.instrument("C182"), delay=None, aliases=(), spans=())
    country = tipdata.country("Brazil")
    printed = Ratification(country, instrument, PartialDate(2005), PartialDate(2006, 3), None)
    cell = Cell(country, instrument, "2005 (into force Mar 2006)", printed)
    entry = entry_of("Brazil", "C182")
    consent = evolve(entry.actions[0], entry_into_force=None, stated_by=None)
    entry = evolve(entry, instrument=instrument, actions=(consent,))
    found = tipdata.status(country, instrument, basis="register", edition=edition_of(cell, entry))
    (erratum,) = (e for e in found.errata if e.kind is ErratumKind.CONTRADICTED)
    assert erratum.found == "Brazil, C182: consent on 2000-02-02."


def test_a_notice_takes_effect_at_any_time_where_no_clause_is_known():
    entry = withdrawn(PartialDate(1969, 2, 1))
    entry = evolve(
        entry, instrument=evolve(entry.instrument, denunciation=None, aliases=(), spans=())
    )
    edition = edition_of(Cell(entry.country, entry.instrument, "—", None), entry)
    asked_of = {"basis": "register", "edition": edition}
    pair = entry.country, entry.instrument
    assert tipdata.status(*pair, on="1969-01-31", **asked_of).state is State.IN_FORCE
    found = tipdata.status(*pair, on="2000-01-01", **asked_of)
    assert found.possible == {State.IN_FORCE, State.NO_LONGER_BOUND}
    assert "in effect" not in found.explanation


def test_dates_that_no_rule_joins_stand_as_they_are_stated():
    entry = entry_of("Brazil", "C182")
    consent = evolve(
        entry.actions[0], date=PartialDate(2005), entry_into_force=PartialDate(2005, 3)
    )
    found = asked(evolve(entry, actions=(consent,)), "2005")
    assert (str(found.bounds.consent), str(found.bounds.entry_into_force)) == (
        "2005-01-01/2005-03-31",
        "2005-03-01/2005-03-31",
    )
    assert found.changes


def test_a_year_before_the_adoption_is_left_as_it_is():
    instrument = tipdata.instrument("C182")  # of 17 June 1999
    country = tipdata.country("Brazil")
    printed = Ratification(country, instrument, PartialDate(1990), None, None)
    edition = edition_of(Cell(country, instrument, "1990", printed))
    assert str(tipdata.bounds(country, instrument, edition=edition).consent) == (
        "1990-01-01/1990-12-31"
    )


def test_a_printed_year_denies_no_second_consent():
    # A notice of 1 Oct 2017 takes effect after the chart closed.
    entry = entry_of("Denmark", "P029")
    end = TreatyAction(ActionKind.DENUNCIATION, PartialDate(2017, 10, 1))
    entry = evolve(entry, actions=(entry.actions[0], end), as_of=PartialDate(2017, 10, 13))
    found = asked(entry, "2018-06-14")
    assert entry.finding is Finding.AGREES
    assert str(found.bounds.again.consent) == "2017-10-14/.."
    dash = evolve(entry_of("Brazil", "P029"), as_of=PartialDate(2017, 10, 13))
    assert str(asked(dash, "2018-06-14").bounds.consent) == "2018-04-01/.."
