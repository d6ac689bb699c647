"""Errata: derived where they can be, cited always, and never a change of the print."""

import pytest
from attrs import evolve

import tipdata
from for_each import for_each
from tipdata import ErratumKind, Finding, PartialDate


def of(kind, *, derived):
    found = tipdata.errata().where(
        lambda erratum: erratum.kind is kind and erratum.derived is derived
    )
    return sorted(erratum.found for erratum in found)


def new_errata(old, new):
    """Give the errata of a text with a change that those of the print are not."""
    text = tipdata.edition().text
    assert text.count(old) == 1
    print_ = {str(erratum) for erratum in tipdata.errata()}
    found = tipdata.errata(edition=tipdata.read_edition(text.replace(old, new)))
    return [erratum for erratum in found if str(erratum) not in print_]


def adopted(instrument):
    return tipdata.instrument(instrument).adopted.year


def test_the_marks_that_the_chart_lost_are_derived():
    assert of(ErratumKind.LOST_MARK, derived=True) == [
        "Central African Republic, PALERMO: accession, which the legend marks (a).",
        "Fiji, PALERMO: accession, which the legend marks (a).",
        "Guinea, CRC-OP-AC: accession, which the legend marks (a).",
        "Guinea, CRC-OP-SC: accession, which the legend marks (a).",
        "Guinea, PALERMO: accession, which the legend marks (a).",
        "Japan, PALERMO: acceptance, which the legend marks (A).",
        "Netherlands, PALERMO: acceptance, which the legend marks (A).",
    ]


def test_poland_lies_outside_the_window_and_nobody_else():
    assert of(ErratumKind.OUTSIDE_WINDOW, derived=True) == [
        "Poland, P029: consent on 2017-03-10, outside the window of the chart."
    ]


def test_the_printed_years_that_the_register_contradicts_are_fijis():
    assert of(ErratumKind.CONTRADICTED, derived=True) == [
        f"Fiji, {instrument}: no consent when the chart closed, signature on 2005-09-16,"
        f" consent on {later}."
        for instrument, later in (("CRC-OP-AC", "2021-03-29"), ("CRC-OP-SC", "2021-03-09"))
    ]


def test_the_one_printed_month_is_less_exact_than_the_register():
    assert of(ErratumKind.IMPRECISE, derived=True) == [
        "Brazil, C189: entry into force on 2019-01-31."
    ]


def test_what_is_made_by_hand_covers_the_other_oddities():
    by_hand = [erratum for erratum in tipdata.errata() if not erratum.derived]
    quoted = " ".join(" ".join((*e.printed, e.found)) for e in by_hand)
    for words in (
        "Djibouti",
        "State of Palestine",
        "entered in to force",
        "Child Labor",
        "Child in Armed Conflict",
        "TOTAL NUMBER OF MISSIONS",
        "High Commissioner on Human Rights",
        "Case_Digest_Evidential_Issues",
        "APA-FINAL.pdf",
        "domesticervitude",
        "Decision No. 1107",
        "OSCE Parliament Assembly",
        "Security and Cooperation",
        "Especially Women and Children",
        "International Program for",
        "AP/ Anurup Titu",
    ):
        assert words in quoted
    assert len(by_hand) == 16
    # And derived: seven lost marks, six continuities, two contradicted years, and one each that
    # is less exact than known, and outside the window.
    assert len(tipdata.errata()) == 16 + 7 + 6 + 2 + 1 + 1


@pytest.mark.parametrize(
    ("kind", "printed", "said", "evidence"),
    [
        (
            "contradicted",
            "those countries that have ratified",
            "Djibouti ratified P029 on 9 March 2018, inside this window, and has no row.",
            "ILO NORMLEX, list of ratifications of P029",
        ),
        (
            "imprecise",
            "those countries that have ratified",
            "The State of Palestine acceded to PALERMO and CRC-OP-SC on 29 December 2017, inside"
            " this window; whether the report covers it, the text doesn't say.",
            "UN Treaty Collection, participants of XVIII-12-a, undated copy",
        ),
        (
            "imprecise",
            "UN Protocol to Prevent, Suppress and Punish Trafficking in Persons",
            "The title is shortened; in full: Protocol to Prevent, Suppress and Punish Trafficking"
            " in Persons, Especially Women and Children, supplementing the United Nations"
            " Convention against Transnational Organized Crime.",
            "treaties.un.org",
        ),
        (
            "imprecise",
            "ILO Convention 182, Elimination of Worst Forms of Child Labor",
            "The heading gives no year; those of the other ILO instruments do, and this one was"
            " adopted in 1999.",
            "statengeneraal/laws-markdown",
        ),
        (
            "misprint",
            "International Program for the Elimination of Child Labour",
            '"International Programme on the Elimination of Child Labour".',
            "the ILO itself",
        ),
        (
            "misprint",
            "AP/ Anurup Titu",
            "A blank stands after the slash; it has none in the other credits.",
            'the other credits with a slash, such as "AP Photo/Hasan Jamali"',
        ),
    ],
)
def test_an_oddity_of_the_print_has_its_kind_and_its_evidence(kind, printed, said, evidence):
    (found,) = [
        e
        for e in tipdata.errata().where(kind=kind)
        if e.printed[0].startswith(printed) and e.found.startswith(said)
    ]
    assert not found.derived
    assert found.evidence.startswith(evidence)


def test_what_an_oddity_says_of_the_rest_of_the_text_is_true():
    credits = [credit for credit in tipdata.photo_credits() if "/" in tipdata.source(credit).text]
    spaced = [c for c in credits if "/ " in tipdata.source(c).text]
    assert len(credits) > 1
    assert [tipdata.source(credit).text for credit in spaced] == ["Page 5: AP/ Anurup Titu"]
    headings = {i.id: i.printed_heading for i in tipdata.instruments() if i.id[1:].isdigit()}
    dated = {key for key, heading in headings.items() if str(adopted(key)) in heading}
    assert dated == headings.keys() - {"C182"}


@for_each("erratum", tipdata.errata)
def test_every_erratum_is_cited_and_quotes_the_source(erratum):
    text = tipdata.edition().text
    assert erratum.printed == tuple(text[span.start : span.end] for span in erratum.spans)
    assert all(erratum.printed)
    assert erratum.evidence
    assert erratum.found
    said = tipdata.source(erratum)
    assert said.section == erratum.section
    assert tuple(part.text for part in said.parts) == erratum.printed


def test_errata_are_in_the_order_of_the_source():
    starts = [erratum.spans[0].start for erratum in tipdata.errata()]
    assert starts == sorted(starts)


def changed(old, new):
    text = tipdata.edition().text
    assert text.count(old) == 1
    return tipdata.errata(edition=tipdata.read_edition(text.replace(old, new)))


def test_a_printed_entry_into_force_that_no_day_yields_is_an_erratum_and_stands():
    text = tipdata.edition().text.replace(
        "2017 (into force 07 Dec 2018)", "2017 (into force 2020)"
    )
    edition = tipdata.read_edition(text)
    found = tipdata.errata(edition=edition).where(
        lambda erratum: "no consent in the printed year" in erratum.found
    )
    assert [(e.kind, e.found[:13]) for e in found] == [(ErratumKind.CONTRADICTED, "Latvia, P029:")]
    bounds = tipdata.bounds("Latvia", "P029", edition=edition)
    assert str(bounds.consent) == "2017-01-01/2017-12-31"
    assert str(bounds.entry_into_force) == "2020-01-01/2020-12-31"


def test_a_mark_that_is_printed_is_not_lost():
    found = changed("Japan\t2017\t", "Japan\t2017 (A)\t")
    assert len(found.where(kind="lost mark")) == 6


def test_a_consent_inside_the_window_is_not_outside_it():
    text = tipdata.edition().text.replace("*2018 Trafficking", "*2019 Trafficking")
    for day, outside in (("31 Mar 2018", 1), ("01 Apr 2018", 0)):  # consent a year before
        edition = tipdata.read_edition(text.replace("10 Mar 2018", day)).with_register(())
        found = tipdata.errata(edition=edition).where(kind="outside the window")
        assert len(found) == outside


def test_an_entry_with_another_date_contradicts_the_print():
    (entry,) = tipdata.register().where(country="Latvia", instrument="C105")
    assert entry.finding is Finding.AGREES
    act = evolve(entry.actions[0], date=PartialDate(1993, 1, 27))
    edition = tipdata.edition().with_register([evolve(entry, actions=(act,))])
    found = tipdata.errata(edition=edition).where(kind="contradicted")
    assert "Latvia, C105: consent on 1993-01-27." in [erratum.found for erratum in found]


def test_what_is_printed_is_never_changed():
    assert tipdata.chart()["Fiji", "OPSC"].date == PartialDate(2005)
    assert tipdata.chart()["Poland", "P029"].entry_into_force == PartialDate(2018, 3, 10)


def test_a_text_with_another_chart_has_the_errata_of_its_own_chart():
    text = tipdata.edition().text
    row = next(line for line in text.splitlines() if line.startswith("Fiji\t"))
    changed = tipdata.read_edition(text.replace(row + "\n", ""))
    assert len(changed.conventions.countries) == 15
    others = tipdata.register(edition=changed).where(finding=None)
    assert {str(entry.country) for entry in others} == {"Fiji"}
    found = [erratum.found for erratum in tipdata.errata(edition=changed)]
    gone = {erratum.found for erratum in tipdata.errata() if "Fiji" in erratum.found}
    assert len(gone) == 5  # a lost mark, two contradicted years, two continuities
    assert sorted(found) == sorted(e.found for e in tipdata.errata() if e.found not in gone)
    assert tipdata.status("Japan", "C189", basis="register", edition=changed).certain


def test_a_slip_that_a_text_does_not_print_is_none_of_its_errata():
    text = tipdata.edition().text.replace("OSCE Parliament Assembly", "OSCE Assembly")
    changed = tipdata.errata(edition=tipdata.read_edition(text))
    assert len(changed) == len(tipdata.errata()) - 1


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
    (erratum,) = new_errata(old, new)
    assert erratum.kind is ErratumKind.WRONG_MARK
    assert erratum.found.endswith(f": {found}.")


def test_a_mark_that_the_register_confirms_is_none():
    assert not new_errata("Japan\t2017\t", "Japan\t2017 (A)\t")


def test_a_wrong_mark_does_not_contest_that_the_state_is_bound():
    text = tipdata.edition().text.replace("Poland\t2003\t", "Poland\t2003 (A)\t")
    status = tipdata.status("Poland", "PALERMO", edition=tipdata.read_edition(text))
    assert [erratum.kind for erratum in status.errata] == [ErratumKind.WRONG_MARK]
    assert not status.contested


def test_a_printed_entry_into_force_that_no_shared_day_leads_to_is_contradicted():
    old = "1932\t2017 (into force 14 Jun 2018)\t1958\t2000\t—\nFiji"
    (erratum,) = new_errata(old, old.replace("14 Jun", "4 Jan"))
    assert erratum.kind is ErratumKind.CONTRADICTED
    assert erratum.found == (
        "Denmark, P029: consent on 2017-06-14 with entry into force on 2018-06-14 by art. 8(2)."
    )


def test_a_stated_entry_into_force_is_named_as_stated():
    (erratum,) = new_errata("2018 (into force Jan 2019)", "2018 (into force Mar 2019)")
    assert erratum.found == (
        "Brazil, C189: consent on 2018-01-31 with entry into force on 2019-01-31."
    )


@pytest.mark.parametrize("year", ["2020", "2099"])
def test_an_entry_into_force_that_is_contradicted_is_not_called_imprecise(year):
    found = new_errata("2017 (into force 07 Dec 2018)", f"2017 (into force {year})")
    assert {erratum.kind for erratum in found} == {ErratumKind.CONTRADICTED}


def test_na_in_another_case_is_read_and_is_a_misprint():
    text = tipdata.edition().text.replace("<p>N/A</p>\n<p>Khartoum", "<p>n/a</p>\n<p>Khartoum")
    edition = tipdata.read_edition(text)
    assert edition.organizations == tipdata.edition().organizations
    (erratum,) = [e for e in tipdata.errata(edition=edition) if e.printed == ("<p>n/a</p>",)]
    assert (erratum.kind, erratum.found) == (ErratumKind.MISPRINT, 'African Union: "N/A".')
