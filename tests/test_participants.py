"""An edition owns its register, which may speak of participants that the chart lacks."""

from datetime import date

import polars as pl
import pytest
from attrs import evolve

import tipdata
from for_each import for_each
from tipdata import (
    ActionKind,
    Country,
    DataError,
    Finding,
    Grade,
    NotFoundError,
    PartialDate,
    RegisterEntry,
    State,
    TreatyAction,
    export,
)

FRANCE = Country("France", "FR", "FRA", "250")
NOWHERE = Country("Nowhere", None, None, None)


def ratified(country, instrument="C029", *parts):
    """Give an entry of a ratification, of 24 June 1937 if no other day is given."""
    return RegisterEntry(
        country=country,
        instrument=tipdata.instrument(instrument) if isinstance(instrument, str) else instrument,
        actions=(TreatyAction(ActionKind.RATIFICATION, PartialDate(*parts or (1937, 6, 24))),),
        as_of=PartialDate(2023, 5, 11),
        grade=Grade.REGISTER,
        sources=("A register",),
    )


def beside(*entries):
    """Give the packaged edition with its register and further entries beside it."""
    return tipdata.edition().with_register([*tipdata.register(), *entries])


def test_the_packaged_register_stands_beside_every_edition():
    later = tipdata.read_edition(tipdata.edition().text.replace("*2018 T", "*2019 T"))
    assert later.register == tipdata.edition().register == tipdata.register(edition=later)
    assert all(erratum.derived for erratum in tipdata.errata(edition=later))


def test_without_entries_all_rests_on_the_print():
    alone = tipdata.edition().with_register(())
    assert len(alone.register) == 0
    for cell in tipdata.chart().cells:
        status = tipdata.status(cell.country, cell.instrument, basis="register", edition=alone)
        assert status.evidence == (cell,)
        assert status.state is tipdata.status(cell.country, cell.instrument).state


def test_an_edition_is_equal_with_an_equal_register():
    edition = tipdata.edition()
    assert edition.with_register(edition.register) == edition
    assert edition.with_register(()) != edition
    assert hash(edition.with_register(())) == hash(edition)


def test_an_entry_meets_a_row_by_the_code_else_by_the_name():
    row = tipdata.country("DK")
    for country in (
        Country("Kingdom of Denmark", None, "DNK", None),
        Country("dénmark", None, None, None),
        evolve(row, spans=()),
    ):
        edition = tipdata.edition().with_register([ratified(country, "P029", 2017, 6, 14)])
        (entry,) = edition.register
        assert entry.country is edition.conventions.countries[2]
        assert entry.country == row
        assert entry.finding is Finding.AGREES
    other = Country("Denmark", None, "XXX", None)
    with pytest.raises(DataError, match=r"^Denmark has the code XXX, and DNK elsewhere$"):
        tipdata.edition().with_register([ratified(other)])


@for_each(
    "country",
    lambda: [
        tipdata.country("BR"),
        Country("Brasil", None, "BRA", None),
        Country("BRAZIL", None, None, None),
    ],
)
def test_two_entries_of_one_pair_are_an_error(country):
    with pytest.raises(DataError, match=r"^two entries are of Brazil and C029$"):
        beside(ratified(country))


def test_two_entries_of_a_participant_without_a_row_are_an_error_too():
    for other in (Country("Frankreich", None, "FRA", None), Country("france", None, None, None)):
        with pytest.raises(DataError, match=r"^two entries are of France and C029$"):
            beside(ratified(FRANCE), ratified(other))


def test_what_is_no_entry_is_a_type_error():
    for wrong in (None, ratified(FRANCE)):
        with pytest.raises(TypeError, match=r"^records must be Iterable, not "):
            tipdata.edition().with_register(wrong)
    with pytest.raises(TypeError, match=r"^records must be RegisterEntry, not Cell$"):
        tipdata.edition().with_register(tipdata.chart().cells)


def test_a_participant_without_a_row_rests_on_its_entry():
    edition = beside(ratified(FRANCE))
    status = tipdata.status("fra", "C29", on="1938-06-23", basis="register", edition=edition)
    assert (status.state, len(status.evidence)) == (State.RATIFIED, 1)
    assert tipdata.is_party(250, "C029", on="1938-06-24", basis="register", edition=edition)
    bounds = tipdata.bounds("France", "C029", basis="register", edition=edition)
    assert str(bounds.entry_into_force) == "1938-06-24"


def test_on_the_print_it_is_an_error_that_says_who_knows_it():
    with pytest.raises(NotFoundError, match='The register knows France: what takes basis="regist'):
        tipdata.status("France", "C029", edition=beside(ratified(FRANCE)))
    with pytest.raises(NotFoundError) as caught:
        tipdata.status("Norway", "C029")
    assert "close to it" not in str(caught.value)
    assert "The register knows" not in str(caught.value)


def test_of_what_neither_speaks_everything_is_open():
    edition = beside(ratified(FRANCE))
    status = tipdata.status("France", "P029", on="2014-06-10", basis="register", edition=edition)
    assert status.state is State.NOT_RATIFIED
    status = tipdata.status("France", "P029", on="2019", basis="register", edition=edition)
    assert {State.NOT_RATIFIED, State.RATIFIED, State.IN_FORCE} <= status.possible
    assert status.evidence == ()
    assert "neither the chart nor the register says anything of it" in status.explanation


def test_every_question_knows_the_participant():
    edition = beside(ratified(FRANCE), ratified(NOWHERE, "P029", 2017, 6, 14))
    options = {"basis": "register", "edition": edition}
    assert len(tipdata.country_status("France", **options)) == 8
    for instrument, state in (("C029", "in force"), ("P029", "uncertain")):
        statuses = tipdata.protocol_status(instrument, **options)
        assert [str(s.country) for s in statuses][16:] == ["France", "Nowhere"]
        assert statuses.where(country="FR").one().state.value == state
    assert "Nowhere" in [str(s.country) for s in tipdata.not_ratified("C105", **options)]
    (count,) = tipdata.status_counts(start=2010, end=2010, instrument="C029", **options)
    assert count.countries == 18
    entries = tipdata.entries_into_force("1938-06", **options).where(certain=True)
    assert [str(entry.country) for entry in entries] == ["France"]
    years = tipdata.panel(start=1937, end=1938, country="FRA", instrument="C029", **options)
    assert years["state"].to_list() == ["ratified", "in force"]
    frame = pl.DataFrame({"c": ["fr", "Nowhere", "DNK"], "on": [date(1938, 6, 24)] * 3})
    states = tipdata.enrich(frame, country="c", on="on", instrument="C029", **options)
    assert states["state"].to_list()[::2] == ["in force", "in force"]


def test_an_instrument_that_the_chart_lacks_can_be_asked():
    treaty = evolve(tipdata.instrument("C189"), id="C190", aliases=(), spans=())
    edition = beside(ratified(FRANCE, treaty, 2020, 1, 1))
    options = {"basis": "register", "edition": edition}
    assert tipdata.status("FR", "C190", on="2021-01-01", **options).state is State.IN_FORCE
    assert len(tipdata.country_status("FR", **options)) == 9
    with pytest.raises(NotFoundError, match=r"no instrument 'C190' .* The register knows C190"):
        tipdata.protocol_status("C190", edition=edition)


def acts(*kinds):
    return tuple(TreatyAction(kind, PartialDate(2000 + place)) for place, kind in enumerate(kinds))


SIGNED, ACCEDED = ActionKind.SIGNATURE, ActionKind.ACCESSION
CONSENTED, DENOUNCED = ActionKind.CONSENT, ActionKind.DENUNCIATION


def test_an_entry_says_what_was_done_last():
    entry = evolve(
        ratified(FRANCE),
        actions=acts(SIGNED, CONSENTED, DENOUNCED, ACCEDED),
    )
    assert (str(entry.signature), str(entry.consent), str(entry.denunciation)) == (
        "2000",
        "2003",
        "2002",
    )
    assert entry.consent_form is tipdata.Consent.ACCESSION
    assert entry.entry_into_force is entry.denunciation_effect is None
    assert [str(period.consent.date) for period in entry.periods] == ["2001", "2003"]
    assert str(entry.periods[0].denunciation.date) == "2002"
    assert str(entry) == (
        "France, C029: signature 2000, consent 2001, denunciation 2002, accession 2003"
        " (register copy)"
    )
    assert entry.period_on(date(2000, 12, 31)) is None
    assert entry.period_on(date(2001, 1, 1)) == entry.periods[0]
    assert entry.period_on(date(2002, 12, 31)) == entry.periods[0]  # a notice is no effect
    assert entry.period_on(date(2003, 1, 1)) == entry.periods[1]


def test_an_entry_without_acts_has_none():
    entry = evolve(ratified(FRANCE), actions=())
    assert str(entry) == "France, C029: no act (register copy)"
    assert {entry.signature, entry.consent, entry.consent_form, entry.entry_into_force} == {None}
    assert {entry.denunciation, entry.denunciation_effect} == {None}
    assert entry.periods == ()


def test_a_further_consent_begins_no_new_period():
    entry = evolve(ratified(FRANCE), actions=acts(CONSENTED, ACCEDED))
    (period,) = entry.periods
    assert str(period.consent) == "consent 2000"
    assert str(entry.consent) == "2001"


@for_each(
    "kinds, said",
    lambda: [
        ((DENOUNCED,), "denunciation 2000 stands after no consent"),
        ((SIGNED, DENOUNCED), "denunciation 2001 stands after no consent"),
        ((CONSENTED, DENOUNCED, DENOUNCED), "denunciation 2002 stands after no consent"),
    ],
)
def test_a_denunciation_stands_after_a_consent(kinds, said):
    with pytest.raises(DataError, match=said):
        evolve(ratified(FRANCE), actions=acts(*kinds))


def test_acts_stand_in_order():
    with pytest.raises(DataError, match="consent 2000 stands after accession 2001"):
        evolve(ratified(FRANCE), actions=acts(CONSENTED, ACCEDED)[::-1])


def test_only_a_consent_enters_into_force_and_only_a_denunciation_has_an_effect():
    day = PartialDate(2000)
    with pytest.raises(DataError, match="a signature has no entry into force"):
        TreatyAction(SIGNED, day, day)
    with pytest.raises(DataError, match="a consent has no effect of a denunciation"):
        TreatyAction(CONSENTED, day, effect=day)


def test_an_act_stands_before_the_as_of_day_and_an_entry_has_a_source():
    with pytest.raises(DataError, match="accession 2023-06 stands after the as-of day 2023-05-11"):
        evolve(ratified(FRANCE), actions=(TreatyAction(ACCEDED, PartialDate(2023, 6)),))
    with pytest.raises(DataError, match="has no source"):
        evolve(ratified(FRANCE), sources=())
    with pytest.raises(DataError, match="can't have had effect in 1980, before it"):
        TreatyAction(DENOUNCED, PartialDate(2000), effect=PartialDate(1980))


def test_nobody_is_free_before_having_consented():
    entry = evolve(ratified(FRANCE, "C029", 2018, 6, 14), as_of=PartialDate(2018))
    edition = beside(entry)
    status = tipdata.status("FR", "C029", on="2018-03-01", basis="register", edition=edition)
    assert status.possible == {State.NOT_RATIFIED}


def test_a_dash_denies_the_part_of_a_year_before_the_chart_closed():
    entry = ratified(tipdata.country("BR"), "P029", 2018)
    edition = tipdata.edition().with_register([entry])
    assert edition.register.one().finding is Finding.AGREES
    bounds = tipdata.bounds("BR", "P029", basis="register", edition=edition)
    assert str(bounds.consent) == "2018-04-01/2018-12-31"
    last = tipdata.status("BR", "P029", on="2018-03-31", basis="register", edition=edition)
    assert last.state is State.NOT_RATIFIED


def test_errata_are_of_the_period_that_the_cell_is_about():
    entry = tipdata.register().where(country="Japan", instrument="PALERMO").one()
    acts = (
        entry.actions[0],
        TreatyAction(DENOUNCED, PartialDate(2018, 1), effect=PartialDate(2019, 1)),
        TreatyAction(ACCEDED, PartialDate(2019, 6)),
    )
    edition = tipdata.edition().with_register([evolve(entry, actions=acts)])
    found = [e.found for e in tipdata.errata(edition=edition) if e.found.startswith("Japan, PAL")]
    assert found == ["Japan, PALERMO: acceptance, which the legend marks (A)."]


@for_each("country, instrument", lambda: [("Japan", "C105"), ("Japan", "P029"), ("Fiji", "OPSC")])
def test_a_status_says_the_same_after_json(country, instrument):
    entry = (
        tipdata.register().where(country=country, instrument=tipdata.instrument(instrument)).one()
    )
    early = TreatyAction(ActionKind.RATIFICATION, PartialDate(2015))
    for acts in (entry.actions, (early,)):
        edition = tipdata.edition().with_register([evolve(entry, actions=acts)])
        status = tipdata.status(country, instrument, basis="register", edition=edition)
        (back,) = tipdata.Records.from_json(tipdata.Records([status]).to_json())
        assert back.explanation == status.explanation


@for_each(
    "old, new, contested",
    {
        "agrees": ("1957\t—\t1965", "1957\t—\t1965", False),
        "another year": ("1957\t—\t1965", "1957\t—\t1966", True),
        "a dash": ("1957\t—\t1965", "1957\t—\t—", True),
    },
)
def test_a_cell_of_another_text_is_as_contested_after_json(old, new, contested):
    assert tipdata.edition().text.count(old) == 1
    edition = tipdata.read_edition(tipdata.edition().text.replace(old, new))
    for basis in ("printed", "register"):
        status = tipdata.status("Brazil", "C105", basis=basis, edition=edition)
        (back,) = tipdata.Records.from_json(tipdata.Records([status]).to_json())
        assert status.contested is back.contested is contested
        assert back.explanation == status.explanation


def test_uncertain_is_no_state_of_play():
    text = tipdata.Records([tipdata.status("Brazil", "C105")]).to_json()
    assert text.count('"in force"') == 1
    with pytest.raises(DataError, match="uncertain is which of them"):
        tipdata.Records.from_json(text.replace('"in force"', '"uncertain"'))


def test_every_export_has_what_only_the_register_has():
    treaty = evolve(tipdata.instrument("C189"), id="C190", aliases=(), spans=())
    edition = beside(ratified(FRANCE, treaty, 2020, 1, 1))
    files = dict(export.data_package(edition=edition))
    rows = [row for row in files["status.csv"].decode().splitlines() if row.startswith("France,")]
    assert len(rows) == 9
    assert any(",C190," in row for row in rows)


def test_a_finding_is_neither_stored_nor_compared():
    entries = tipdata.register()
    assert entries[0].finding is Finding.AGREES
    assert '"finding"' not in entries.to_json()
    read = tipdata.Records.from_json(entries.to_json())
    assert read == entries
    assert read[0].finding is None
