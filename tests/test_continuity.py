"""Continuity: registrations that continued what had bound a predecessor, and their errata."""

import pytest
from attrs import evolve

import tipdata
from tipdata import ActionKind, ErratumKind, PartialDate, State, TreatyAction
from tipdata.models.register import Certainty, Continuity

# Who, on what, how surely, since when independent, registered when.
CONTINUED = [
    ("CAF", "C029", "certain", "1960-08-13", "1960-10-27"),
    ("FJI", "C029", "likely", "1970-10-10", "1974-04-19"),
    ("FJI", "C105", "likely", "1970-10-10", "1974-04-19"),
    ("GIN", "C029", "likely", "1958-10-02", "1959-01-21"),
    ("JAM", "C029", "likely", "1962-08-06", "1962-12-26"),
    ("JAM", "C105", "likely", "1962-08-06", "1962-12-26"),
]


def changed(old, new):
    """Give the errata of a text with a change that those of the print are not."""
    text = tipdata.edition().text
    assert text.count(old) == 1
    print_ = {str(erratum) for erratum in tipdata.errata()}
    found = tipdata.errata(edition=tipdata.read_edition(text.replace(old, new)))
    return [erratum for erratum in found if str(erratum) not in print_]


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
    ("old", "new", "found"),
    [
        ("Poland\t2003\t", "Poland\t2003 (A)\t", "ratification, and no acceptance (A)"),
        ("Fiji\t2017\t", "Fiji\t2017 (A)\t",
         "accession, which the legend marks (a), and no acceptance (A)"),
        ("Brazil\t2004\t2004\t2004\t1957", "Brazil\t2004\t2004\t2004\t1957 (a)",
         "ratification, and no accession (a)"),
    ],
)  # fmt: skip
def test_a_mark_that_the_register_denies_is_an_erratum(old, new, found):
    (erratum,) = changed(old, new)
    assert erratum.kind is ErratumKind.WRONG_MARK
    assert erratum.found.endswith(f": {found}.")


def test_a_mark_that_the_register_confirms_is_none():
    assert not changed("Japan\t2017\t", "Japan\t2017 (A)\t")


def test_a_wrong_mark_does_not_contest_that_the_state_is_bound():
    text = tipdata.edition().text.replace("Poland\t2003\t", "Poland\t2003 (A)\t")
    status = tipdata.status("Poland", "PALERMO", edition=tipdata.read_edition(text))
    assert [erratum.kind for erratum in status.errata] == [ErratumKind.WRONG_MARK]
    assert not status.contested


def test_a_printed_entry_into_force_that_no_shared_day_leads_to_is_contradicted():
    old = "1932\t2017 (into force 14 Jun 2018)\t1958\t2000\t—\nFiji"
    (erratum,) = changed(old, old.replace("14 Jun", "4 Jan"))
    assert erratum.kind is ErratumKind.CONTRADICTED
    assert erratum.found == (
        "Denmark, P029: consent on 2017-06-14 with entry into force on 2018-06-14 by art. 8(2)."
    )


def test_a_stated_entry_into_force_is_named_as_stated():
    (erratum,) = changed("2018 (into force Jan 2019)", "2018 (into force Mar 2019)")
    assert erratum.found == (
        "Brazil, C189: consent on 2018-01-31 with entry into force on 2019-01-31."
    )


@pytest.mark.parametrize("year", ["2020", "9999"])
def test_an_entry_into_force_that_is_contradicted_is_not_called_imprecise(year):
    found = changed("2017 (into force 07 Dec 2018)", f"2017 (into force {year})")
    assert {erratum.kind for erratum in found} == {ErratumKind.CONTRADICTED}


def test_na_in_another_case_is_read_and_is_a_misprint():
    text = tipdata.edition().text.replace("<p>N/A</p>\n<p>Khartoum", "<p>n/a</p>\n<p>Khartoum")
    edition = tipdata.read_edition(text)
    assert edition.organizations == tipdata.edition().organizations
    (erratum,) = [e for e in tipdata.errata(edition=edition) if e.printed == ("<p>n/a</p>",)]
    assert (erratum.kind, erratum.found) == (ErratumKind.MISPRINT, 'African Union: "N/A".')


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("UN Protocol to Prevent, Suppress", "Especially Women and Children, supplementing"),
        ("Elimination of Worst Forms of Child Labor", "this one was adopted in 1999"),
        ("International Program for the", "International Programme on the Elimination"),
        ("AP/ Anurup Titu", "A blank stands after the slash"),
        ("those countries that", "whether the report covers it, the text doesn't say"),
    ],
)
def test_oddities_of_the_print_are_hand_made_errata(printed, said):
    found = [e for e in tipdata.errata() if printed in e.printed[0] and said in e.found]
    assert len(found) == 1
    assert not found[0].derived
    assert found[0].evidence
