"""What the register's sources prove: their kinds, as-of days, and what each is called."""

from collections import Counter

import pytest
from attrs import evolve

import tipdata
from tipdata import ActionKind, Consent, Grade, PartialDate
from tipdata.charts.words import source_lines

AS_OF = {
    "PALERMO": "2022-11-04",
    "CRC-OP-SC": "2022-05-05",
    "CRC-OP-AC": "2021-11-16",
    "C029": "2023-05-11",
    "P029": "2023-05-11",
    "C105": "2023-05-11",
    "C182": "2023-05-11",
    "C189": "2020-10-05",
}


def entry(country, instrument):
    return tipdata.register().where(country=country, instrument=instrument).one()


def test_each_list_speaks_up_to_its_own_day_and_namibia_has_another_source():
    others = [e for e in tipdata.register() if str(e.as_of) != AS_OF[e.instrument.id]]
    assert others == [entry("Namibia", "C189")]
    assert str(others[0].as_of) == "2020-12-16"


def test_the_grades_are_what_the_sources_are():
    assert Counter(each.grade for each in tipdata.register()) == {
        Grade.REGISTER: 112,
        Grade.OFFICIAL_COPY: 15,
        Grade.SECONDARY: 1,
    }
    # Of C189 no list was copied, but the Swiss table of those that it binds.
    swiss = tipdata.register().where(instrument="C189")
    assert {each.grade for each in swiss} == {Grade.OFFICIAL_COPY, Grade.SECONDARY}
    assert {each.country.name for each in swiss.where(grade="secondary source")} == {"Namibia"}


def test_a_copy_without_a_date_is_called_undated():
    lists = ("PALERMO", "CRC-OP-SC", "CRC-OP-AC")
    for each in tipdata.register().where(lambda entry: entry.instrument.id in lists):
        assert "undated copy (newest entry " in each.sources[0]
    # The ILO's pages were loaded on a day that the copy's log gives.
    dated = {e.instrument.id for e in tipdata.register() if "copy of 11 May 2023" in e.sources[0]}
    assert dated == {"C029", "P029", "C105", "C182"}
    assert not [e for e in tipdata.register() if "copy of May 2023" in " ".join(e.sources)]
    assert not [e for e in tipdata.errata() if "copy of May 2023" in e.evidence]


def test_namibia_consented_after_the_chart_as_a_secondary_source_says():
    found = entry("Namibia", "C189")
    (act,) = found.actions
    assert (act.kind, act.date) == (ActionKind.RATIFICATION, PartialDate(2020, 12, 9))
    assert found.grade is Grade.SECONDARY
    assert "the register itself was not read" in found.sources[0]


def test_fijis_day_has_lost_no_digit_and_the_note_says_why():
    found = entry("Fiji", "CRC-OP-SC")
    assert str(found.consent) == "2021-03-09"
    assert "lost a digit" not in found.note
    assert "welcomed the ratification on 19 Mar 2021, before the 29th" in found.note


def test_consents_after_the_chart_are_ratifications():
    later = [e for e in tipdata.register() if e.consent and e.consent.after(closing())]
    assert [(e.country.alpha_2, e.instrument.id, e.consent_form) for e in later] == [
        ("FJ", "CRC-OP-SC", Consent.RATIFICATION),
        ("FJ", "CRC-OP-AC", Consent.RATIFICATION),
        ("JP", "C105", Consent.RATIFICATION),
        ("NA", "C189", Consent.RATIFICATION),
        ("SE", "C189", Consent.RATIFICATION),
    ]


def test_ilo_instruments_know_ratification_only():
    ilo = [e for e in tipdata.register() if e.instrument.id[1:].isdigit() and e.consent]
    assert {e.consent_form for e in ilo} == {Consent.RATIFICATION}


@pytest.mark.parametrize(
    ("country", "instrument", "day"),
    [
        ("Brazil", "PALERMO", "2004-02-28"),
        ("Brazil", "C189", "2019-01-31"),
        ("Denmark", "PALERMO", "2003-12-25"),
        ("Japan", "C105", "2023-07-19"),
        ("Sweden", "C189", "2020-04-04"),
    ],
)
def test_a_stated_entry_into_force_is_that_of_the_act(country, instrument, day):
    assert str(entry(country, instrument).entry_into_force) == day


def test_stated_days_are_what_the_treaties_rules_give():
    stated = [e for e in tipdata.register() if e.entry_into_force]
    assert len(stated) == 24
    for each in stated:
        derived = tipdata.entry_into_force(each.consent.earliest, each.instrument)
        assert each.entry_into_force == PartialDate.of(derived)


@pytest.mark.parametrize(
    ("grade", "said"),
    [
        (Grade.REGISTER, "a register copy, as of 2022-11-04, gives"),
        (Grade.OFFICIAL, "an official publication, as of 2022-11-04, gives"),
        (Grade.OFFICIAL_COPY, "a copy of an official publication, as of 2022-11-04, gives"),
        (Grade.NEWS, "and news of the depositary, as of 2022-11-04, gives"),
        (Grade.SECONDARY, "a secondary source, as of 2022-11-04, gives"),
    ],
)
def test_a_sentence_says_what_a_source_is_and_as_of_when_it_speaks(grade, said):
    graded = evolve(entry("Poland", "PALERMO"), grade=grade)
    edition = tipdata.edition().with_register([graded])
    status = tipdata.status("Poland", "PALERMO", basis="register", edition=edition)
    assert said in status.explanation


def test_a_citation_says_as_of_when_a_source_speaks():
    cited = tipdata.cite(entry("Brazil", "CRC-OP-AC"))
    assert "(register copy, as of 2021-11-16)" in cited
    assert "undated copy (newest entry 16 Nov 2021)" in cited


def test_a_picture_names_the_kinds_of_sources_and_their_days():
    assert source_lines(tipdata.edition(), "register")[1] == (
        "The register beside it: copies of registers, copies of official publications and"
        " secondary sources, as of 5 October 2020 to 11 May 2023; each is silent on later days"
    )
    one = tipdata.edition().with_register([entry("Brazil", "C189")])
    assert "beside it: copies of official publications, as of 5 Oct" in "".join(
        source_lines(one, "register")
    )


def closing():
    return tipdata.edition().conventions.closes
