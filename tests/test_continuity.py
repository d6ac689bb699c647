"""Continuity: registrations that continued what had bound a predecessor, and their errata."""

import pytest
from attrs import evolve

import tipdata
from tipdata import ActionKind, ErratumKind, PartialDate, State, TreatyAction
from tipdata.models.acts import Certainty, Continuity

# Who, on what, how surely, since when independent, registered when.
CONTINUED = [
    ("CAF", "C029", "certain", "1960-08-13", "1960-10-27"),
    ("FJI", "C029", "likely", "1970-10-10", "1974-04-19"),
    ("FJI", "C105", "likely", "1970-10-10", "1974-04-19"),
    ("GIN", "C029", "likely", "1958-10-02", "1959-01-21"),
    ("JAM", "C029", "likely", "1962-08-06", "1962-12-26"),
    ("JAM", "C105", "likely", "1962-08-06", "1962-12-26"),
]


def test_the_register_knows_of_six_continuities():
    assert [
        (e.country.alpha_3, e.instrument.id, e.continuity.certainty.value,
         str(e.continuity.independent), str(e.consent))
        for e in tipdata.register()
        if e.continuity
    ] == CONTINUED  # fmt: skip


@pytest.mark.parametrize(("country", "instrument", "sure", "independent", "day"), CONTINUED)
def test_a_continuity_is_an_erratum_that_does_not_contest_the_print(
    country, instrument, sure, independent, day
):
    status = tipdata.status(country, instrument)
    (erratum,) = status.errata
    assert erratum.kind is ErratumKind.CONTINUITY
    assert erratum.derived
    words = "is a" if sure == "certain" else "is likely a"
    assert erratum.found.endswith(
        f"printed as a ratification of {day[:4]}; what was registered on {day} {words}"
        " declaration of continuity."
    )
    entry = tipdata.register().where(country=status.country.name, instrument=instrument).one()
    assert erratum.evidence == f"{entry.continuity.evidence}; {entry.sources[0]}"
    assert not status.contested


def test_what_names_the_central_african_republic_is_cited():
    (erratum,) = tipdata.status("CAF", "C029").errata
    assert erratum.evidence.startswith("Dz.U. 1965/39/251 names it among the States")


def test_unclear_signs_are_an_erratum_that_says_no_more():
    entry = tipdata.register().where(country="Latvia", instrument="C029").one()
    signs = Continuity(Certainty("unclear"), None, "signs for both")
    edition = tipdata.edition().with_register([evolve(entry, continuity=signs)])
    (erratum,) = tipdata.errata(edition=edition).where(kind="continuity")
    assert "on 2006-06-02 may be a declaration of continuity." in erratum.found


def test_a_continued_treaty_binds_without_the_twelve_months():
    on = "1961-01-01"  # registered 27 Oct 1960
    assert tipdata.status("CAF", "C029", on=on, basis="register").state is State.IN_FORCE
    likely = tipdata.status("GIN", "C029", on="1959-05-01", basis="register")
    assert likely.possible == {State.RATIFIED, State.IN_FORCE}
    ordinary = tipdata.status("CHE", "C029", on="1941-01-01", basis="register")
    assert ordinary.state is State.RATIFIED


def test_a_later_period_is_no_continuity():
    entry = tipdata.register().where(country="Jamaica", instrument="C105").one()
    acts = (
        *entry.actions,
        TreatyAction(ActionKind.DENUNCIATION, PartialDate(1969, 2, 1)),
        TreatyAction(ActionKind.RATIFICATION, PartialDate(1980, 2, 1)),
    )
    edition = tipdata.edition().with_register([evolve(entry, actions=acts)])
    assert not tipdata.errata(edition=edition).where(kind="continuity")


@pytest.mark.parametrize(
    ("sure", "said"),
    [
        ("certain", "and that continued what had bound its predecessor: it was bound from"),
        ("likely", "and that likely continued what had bound its predecessor: it was bound from"),
        ("unclear", "and it is unclear whether that continued what had bound its predecessor: it"),
    ],
)
def test_a_sentence_says_how_sure_a_continuity_is(sure, said):
    entry = tipdata.register().where(country="Jamaica", instrument="C105").one()
    entry = evolve(entry, continuity=evolve(entry.continuity, certainty=Certainty(sure)))
    edition = tipdata.edition().with_register([entry])
    found = tipdata.status("Jamaica", "C105", on="1963", basis="register", edition=edition)
    assert said in found.explanation
