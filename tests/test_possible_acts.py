"""What no state can have done is an error; the rest has effect when the treaty says."""

import pytest
from attrs import evolve

import tipdata
from for_each import for_each
from one_entry import asked, entry_of, jamaica, withdrawn
from tipdata import ActionKind, Certainty, Country, DataError, PartialDate, State, TreatyAction


@for_each("effect", [PartialDate(1965, 12, 1), PartialDate(1966, 6, 18), PartialDate(1966, 5)])
def test_nobody_is_released_before_having_been_bound(effect):
    with pytest.raises(DataError, match="can't have entered into force before the effect"):
        withdrawn(PartialDate(1965, 7, 1), effect=effect)
    day_after = withdrawn(PartialDate(1965, 7, 1), effect=PartialDate(1966, 6, 19))
    assert asked(day_after, "1966-06-18").state is State.IN_FORCE
    assert asked(day_after, "1966-06-19").state is State.NO_LONGER_BOUND


def test_a_notice_counts_in_the_years_that_are_open_to_it():
    # C105 came into force on 17 Jan 1959: open from 17 Jan 1979 to 16 Jan 1980, and so on.
    found = withdrawn(PartialDate(1980))
    assert str(asked(found, "2000").bounds.denunciation_effect) == "1981-01-01/1981-01-16"
    assert asked(found, "1981-01-16").state is State.NO_LONGER_BOUND
    ten_years = withdrawn(PartialDate(1979))
    assert str(asked(ten_years, "2000").bounds.denunciation_effect) == "1980-01-17/1980-12-31"
    for closed in (PartialDate(1975, 5, 5), PartialDate(1978), PartialDate(1980, 2)):
        with pytest.raises(DataError, match=r"stands in no year that is open to one \(art. 5\)"):
            withdrawn(closed)
    # What a register says of the effect stands: then it has taken the notice.
    stated = withdrawn(PartialDate(1975, 5, 5), effect=PartialDate(1976, 5, 5))
    assert asked(stated, "1976-05-05").state is State.NO_LONGER_BOUND


def test_a_state_at_war_may_be_bound_for_longer():
    # CRC-OP-AC, art. 11(1): nobody knows of whom it is true, and for how long.
    entry = evolve(entry_of("Brazil", "CRC-OP-AC"), country=Country("Chad", "TD", "TCD", "148"))
    end = TreatyAction(ActionKind.DENUNCIATION, PartialDate(2010, 5, 1))
    entry = evolve(entry, actions=(*entry.actions, end))
    assert asked(entry, "2011-04-30").state is State.IN_FORCE
    found = asked(entry, "2011-05-01")
    assert found.possible == {State.IN_FORCE, State.NO_LONGER_BOUND}
    assert (
        "effect of the denunciation not before 2011-05-01, or later for a state then in an armed"
        " conflict is derived by art. 11(1)" in found.explanation
    )


def test_without_a_clause_nobody_knows_from_when_a_denunciation_has_effect():
    entry = entry_of("Brazil", "C105")
    treaty = evolve(entry.instrument, id="X", denunciation=None, aliases=(), spans=())
    end = TreatyAction(ActionKind.DENUNCIATION, PartialDate(1975, 5, 5))
    entry = evolve(entry, instrument=treaty, actions=(*entry.actions, end))
    found = asked(entry, "1980")
    assert found.possible == {State.IN_FORCE, State.NO_LONGER_BOUND}
    assert found.explanation.endswith(
        "and denunciation on 1975-05-05, and from when the denunciation has effect is not known."
    )


def test_nobody_states_what_is_not_there():
    with pytest.raises(DataError, match="has no entry into force that 'a newspaper' states"):
        TreatyAction(ActionKind.ACCESSION, PartialDate(2001, 2, 3), stated_by="a newspaper")


def test_what_bound_nobody_yet_covered_no_territory():
    # C029 came into force on 1 May 1932; Fiji became independent on 10 Oct 1970.
    early, later = (tipdata.status("Fiji", "C029", on=on).explanation for on in ("1931", "1932"))
    assert early.endswith("and it became independent on 1970-10-10.")
    assert later.endswith("may have been covered by the ratification of another state.")


def impossible_consents():
    """Give consents that can't be, of Brazil on C105 or of Jamaica on C029, and what is wrong."""
    brazil, continued = entry_of("Brazil", "C105"), jamaica()  # of 18 June 1965, 26 Dec 1962
    sure = evolve(continued.continuity, certainty=Certainty.CERTAIN)
    own = evolve(entry_of("Denmark", "C105"), continuity=None)
    return {
        "bound before it consented": (brazil, {"entry_into_force": PartialDate(1965, 6, 17)}),
        "bound before anyone": (own, {"entry_into_force": PartialDate(1959, 1, 16)}),
        "bound before independence": (continued, {"entry_into_force": PartialDate(1962, 8, 5)}),
        "bound in the year before": (brazil, {"entry_into_force": PartialDate(1964)}),
        "continued from later on": (
            evolve(continued, continuity=sure),
            {"entry_into_force": PartialDate(1963, 12, 26)},
        ),
        "consented before independence": (continued, {"date": PartialDate(1962, 8, 5)}),
    }


@for_each("entry, said", impossible_consents)
def test_a_consent_that_can_not_be_is_an_error(entry, said):
    (act,) = entry.actions
    fault = "before independence" if "date" in said else "can't have entered into force in"
    with pytest.raises(DataError, match=fault):
        evolve(entry, actions=(evolve(act, **said),))


def test_a_year_of_consent_begins_with_independence():
    year = jamaica(date=PartialDate(1962))  # independent on 6 Aug 1962
    assert str(asked(year, "1970").bounds.consent) == "1962-08-06/1962-12-31"
    assert asked(year, "1962-08-05").state is State.NOT_RATIFIED


def test_a_succession_continues_what_had_bound_the_predecessor():
    brazil = entry_of("Brazil", "PALERMO")
    succeeded = TreatyAction(ActionKind.SUCCESSION, PartialDate(2006, 10, 23))
    entry = evolve(brazil, actions=(succeeded,))
    found = asked(entry, "2006-10-23", edition=tipdata.edition().with_register(()))
    assert str(found.bounds.entry_into_force) == "2003-12-25/2006-10-23"
    assert found.state is State.IN_FORCE
    assert asked(entry, "2006-10-22").possible >= {State.NOT_RATIFIED, State.IN_FORCE}


def test_a_denunciation_of_a_convention_is_one_of_its_protocol():
    # P029, art. 9; both are open from 1 May 2022 to 30 Apr 2023.
    end = TreatyAction(ActionKind.DENUNCIATION, PartialDate(2022, 6, 1))
    convention, protocol = entry_of("Poland", "C029"), entry_of("Poland", "P029")
    left = evolve(convention, actions=(*convention.actions, end))
    edition = tipdata.edition().with_register((left, protocol))
    asked_of = {"basis": "register", "edition": edition}
    assert tipdata.status("Poland", "P029", on="2023-05-31", **asked_of).state is State.IN_FORCE
    gone = tipdata.status("Poland", "P029", on="2023-06-01", **asked_of)
    assert gone.possible >= {State.NO_LONGER_BOUND}
    assert State.IN_FORCE not in gone.possible
    assert "denunciation on 2022-06-01 by another source" in gone.explanation
    assert f"Denunciation: {convention.sources[0]}" in tipdata.cite(gone, edition=edition)
    alone = tipdata.edition().with_register((protocol,))
    asked_of["edition"] = alone
    assert tipdata.status("Poland", "P029", on="2023-06-01", **asked_of).state is State.IN_FORCE
    # Of a notice after the as-of day of the protocol's entry, that entry leaves all open.
    early = evolve(protocol, as_of=PartialDate(2022, 5, 31))
    asked_of["edition"] = tipdata.edition().with_register((left, early))
    assert State.IN_FORCE in tipdata.status("Poland", "P029", on="2023-07-01", **asked_of).possible


def test_such_a_denunciation_may_contradict_the_print():
    # Poland was bound from 10 Mar 2018; the chart closed on 31 Mar and shows it bound.
    end = TreatyAction(
        ActionKind.DENUNCIATION, PartialDate(2017, 6, 1), effect=PartialDate(2018, 3, 20)
    )
    convention, protocol = entry_of("Poland", "C029"), entry_of("Poland", "P029")
    left = evolve(convention, actions=(*convention.actions, end))
    edition = tipdata.edition().with_register((left, protocol))
    found = tipdata.status("Poland", "P029", basis="register", edition=edition)
    assert (found.state, found.contested) == (State.NO_LONGER_BOUND, True)
    said = [erratum.found for erratum in tipdata.errata(edition=edition)]
    assert "Poland, P029: not bound any longer when the chart closed." in said


def test_of_several_days_of_independence_the_first_counts():
    one, other = jamaica(), entry_of("Jamaica", "C105")
    earlier = evolve(other.continuity, independent=PartialDate(1962, 8, 1))
    entries = (one, evolve(other, continuity=earlier))
    edition = tipdata.edition().with_register(entries)
    found = tipdata.status("Jamaica", "C029", on="1960", edition=edition)
    assert "it became independent on 1962-08-01" in found.explanation


@for_each("entry", lambda: tipdata.register().where(instrument="P029"))
def test_whoever_is_bound_by_the_protocol_is_bound_by_the_convention(entry):
    # It binds a state by the Convention with its own articles added (P029, art. 8).
    for period in entry.periods:
        begun = entry_of(entry.country, "C029").periods
        assert any(each.consent.date.earliest <= period.consent.date.earliest for each in begun)


def test_a_further_consent_is_said_and_begins_nothing():
    entry = entry_of("Brazil", "C105")
    again = TreatyAction(ActionKind.RATIFICATION, PartialDate(1970, 2, 1))
    found = asked(evolve(entry, actions=(*entry.actions, again)), "1970-02-01")
    assert found.state is State.IN_FORCE
    assert "by another source) and again ratification on 1970-02-01" in found.explanation
