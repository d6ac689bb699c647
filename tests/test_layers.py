"""The compiler checks the hand-made layers against the chart and the source."""

import pytest
from attrs import evolve

import tipdata
from tipdata import Consent, DataError, Finding, NotFoundError, PartialDate
from tipdata.load import layers
from tipdata.load.errata import WrittenErratum, written_errata
from tipdata.read import layers as checked
from tipdata.read.layers import entry_problems, layer_problems

LATVIA, DASH = "Latvia", "Brazil"


def cell_of(country):
    """Give the cell of P029 of a country: Latvia's prints a year, Brazil's a dash."""
    return tipdata.chart().cell(country, "P029")


def problems_of(country, **changes):
    """Give what does not fit in the entry of that cell, when some of it is changed."""
    cell = cell_of(country)
    entry = evolve(entry_of(cell), **changes)
    return list(entry_problems(cell, entry, tipdata.edition().conventions.closes))


def entry_of(cell):
    return tipdata.register().where(country=cell.country.name, instrument=cell.instrument.id).one()


def test_the_packaged_layers_fit_the_chart_and_the_source():
    assert not list(layer_problems(tipdata.edition()))


@pytest.mark.parametrize(
    ("country", "changes", "problem"),
    [
        (LATVIA, {"finding": Finding.DISAGREES}, "the dates say otherwise"),
        (LATVIA, {"date": PartialDate(2016, 12, 7)}, "the dates say otherwise"),
        (LATVIA, {"date": None}, "the dates say otherwise"),
        (DASH, {"date": PartialDate(2016)}, "the dates say otherwise"),
        (LATVIA, {"consent": None}, "a date and a form, or neither"),
        (DASH, {"consent": Consent.ACCESSION}, "a date and a form, or neither"),
        (LATVIA, {"date": PartialDate(2018, 4, 1)}, "lies before the closing date"),
        (DASH, {"later_consent": PartialDate(2018, 3, 31)}, "lies after the closing date"),
        (LATVIA, {"later_consent": PartialDate(2019)}, "does not consent later"),
        (LATVIA, {"signature": PartialDate(2018)}, "follow one another"),
        (LATVIA, {"in_force": PartialDate(2017, 12, 6)}, "follow one another"),
        (LATVIA, {"withdrawal": PartialDate(2017, 12, 6)}, "follow one another"),
        (LATVIA, {"withdrawal": PartialDate(2024)}, "after its as-of date"),
        (DASH, {"later_consent": PartialDate(2023, 6)}, "after its as-of date"),
    ],
    ids=str,
)
def test_an_entry_that_does_not_fit_is_named(country, changes, problem):
    assert any(problem in said for said in problems_of(country, **changes))


def test_an_entry_that_was_not_read_need_not_fit():
    assert not problems_of(LATVIA, finding=Finding.NOT_READ, date=None, consent=None)


def test_a_missing_or_misplaced_entry_is_named(monkeypatch):
    entries = list(tipdata.register())
    for wrong in (entries[1:], entries[::-1], [*entries, entries[0]]):
        monkeypatch.setattr(checked, "register_entries", lambda *_, found=wrong: tuple(found))
        (problem,) = layer_problems(tipdata.edition())
        assert "one entry for each cell" in problem


def test_a_bad_entry_is_named_with_its_cell(monkeypatch):
    entries = [evolve(e, date=None) if e.date else e for e in tipdata.register()]
    monkeypatch.setattr(checked, "register_entries", lambda *_: tuple(entries))
    problems = list(layer_problems(tipdata.edition()))
    assert any(said.startswith("register.json: Latvia, P029: ") for said in problems)


@pytest.mark.parametrize("printed", ["no such words", "Brazil\t2004\t2004\t2004\t2004", "2004"])
def test_an_erratum_that_quotes_no_place_or_several_is_named(monkeypatch, printed):
    quoting = evolve(written_errata(2018)[0], printed=(printed,))
    assert isinstance(quoting, WrittenErratum)
    monkeypatch.setattr(checked, "read_errata", lambda _: (quoting,))
    (problem,) = layer_problems(tipdata.edition())
    assert problem.startswith("errata.json: ")
    assert repr(printed) in problem
    assert "does not stand once in the section conventions" in problem


def test_an_erratum_quotes_its_own_section(monkeypatch):
    quoting = evolve(written_errata(2018)[0], printed=("GRETA\tCouncil of Europe",))
    monkeypatch.setattr(checked, "read_errata", lambda _: (quoting,))
    assert len(list(layer_problems(tipdata.edition()))) == 1


def test_an_entry_refers_to_the_chart(monkeypatch):
    conventions = tipdata.edition().conventions
    monkeypatch.setattr(layers, "is_packaged", lambda *_: True)
    monkeypatch.setattr(layers, "once", lambda _, read: read())
    with pytest.raises(DataError, match=r"register\.json: .*refers to 'Brazil'.*\.country"):
        layers.register_entries(2018, evolve(conventions, countries=()))


def test_a_chart_without_a_row_goes_without_its_entries():
    conventions = tipdata.edition().conventions
    fewer = evolve(conventions, countries=conventions.countries[1:])
    found = layers.register_entries(2018, fewer)
    assert found == tuple(tipdata.register().where(lambda e: e.country.name != "Brazil"))


def test_a_register_entry_has_no_place_in_the_source():
    with pytest.raises(NotFoundError):
        tipdata.source(entry_of(cell_of(LATVIA)))
