"""The compiler checks the hand-made layers against the chart and the source."""

import pytest
from attrs import evolve

import tipdata
from for_each import for_each
from tipdata import ActionKind, NotFoundError, PartialDate, Records, RegisterEntry, TreatyAction
from tipdata.load.handmade_errata import HandmadeErratum, handmade_errata
from tipdata.read import handmade_checks as checked
from tipdata.read.handmade_checks import entry_problems, handmade_problems

SIGNATURE, RATIFICATION = ActionKind.SIGNATURE, ActionKind.RATIFICATION


def entry_of(country):
    """Give the entry of P029 of a country: Latvia's has a ratification, Brazil's no act."""
    return tipdata.register().where(country=country, instrument="P029").one()


def act(kind, *parts, entry_into_force=None, stated_by=None):
    return TreatyAction(kind, PartialDate(*parts), entry_into_force, stated_by=stated_by)


def test_the_packaged_layers_fit_the_chart_and_the_source():
    assert not list(handmade_problems(tipdata.edition()))


@for_each(
    "actions, problem",
    lambda: [
        (
            [act(RATIFICATION, 2017, entry_into_force=PartialDate(2018), stated_by="hearsay")],
            "who states the entry into force of the ratification 2017 is one of its other sources",
        ),
        ([act(RATIFICATION, 2017), act(SIGNATURE, 2017)], "a signature comes first"),
    ],
)
def test_an_entry_that_does_not_fit_is_named(actions, problem):
    (said,) = entry_problems(evolve(entry_of("Latvia"), actions=tuple(actions)))
    assert said == problem


def beside(entries):
    """Give the packaged edition with other entries beside it."""
    return tipdata.edition().with_register(Records(entries, RegisterEntry))


def test_a_missing_or_misplaced_entry_is_named():
    entries = list(tipdata.register())
    for wrong in (entries[1:], entries[::-1]):
        (problem,) = handmade_problems(beside(wrong))
        assert "one entry for each cell" in problem


def test_two_entries_of_one_pair_are_named(monkeypatch):
    entries = list(tipdata.register())
    edition = tipdata.Edition(2018, tipdata.edition()._contents, [*entries, entries[0]])
    assert list(handmade_problems(edition)) == ["two entries are of Brazil and PALERMO"]


def test_a_bad_entry_is_named_with_its_cell():
    late = [act(RATIFICATION, 2017), act(SIGNATURE, 2017)]
    entries = [evolve(e, actions=tuple(late)) for e in tipdata.register()]
    problems = list(handmade_problems(beside(entries)))
    assert "register/register.json: Latvia, P029: a signature comes first" in problems


@pytest.mark.parametrize("printed", ["no such words", "Brazil\t2004\t2004\t2004\t2004", "2004"])
def test_an_erratum_that_quotes_no_place_or_several_is_named(monkeypatch, printed):
    quoting = evolve(handmade_errata(2018)[0], printed=(printed,))
    assert isinstance(quoting, HandmadeErratum)
    monkeypatch.setattr(checked, "read_handmade_errata", lambda _: (quoting,))
    (problem,) = handmade_problems(tipdata.edition())
    assert problem.startswith("2018/errata.json: ")
    assert repr(printed) in problem
    assert "does not stand once in the section conventions" in problem


def test_an_erratum_quotes_its_own_section(monkeypatch):
    quoting = evolve(handmade_errata(2018)[0], printed=("GRETA\tCouncil of Europe",))
    monkeypatch.setattr(checked, "read_handmade_errata", lambda _: (quoting,))
    assert len(list(handmade_problems(tipdata.edition()))) == 1


def test_a_register_entry_has_no_place_in_the_source():
    with pytest.raises(NotFoundError):
        tipdata.source(entry_of("Latvia"))
