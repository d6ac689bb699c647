"""Errata: derived where they can be, cited always, and never a change of the print."""

from attrs import evolve

import tipdata
from for_each import for_each
from tipdata import ErratumKind, Finding, PartialDate


def of(kind, *, derived):
    found = tipdata.errata().where(
        lambda erratum: erratum.kind is kind and erratum.derived is derived
    )
    return sorted(erratum.found for erratum in found)


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
    ):
        assert words in quoted
    assert len(by_hand) == 13
    assert len(tipdata.errata()) == 24


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
    assert len(gone) == 3
    assert sorted(found) == sorted(e.found for e in tipdata.errata() if e.found not in gone)
    assert tipdata.status("Japan", "C189", basis="register", edition=changed).certain


def test_a_slip_that_a_text_does_not_print_is_none_of_its_errata():
    text = tipdata.edition().text.replace("OSCE Parliament Assembly", "OSCE Assembly")
    changed = tipdata.errata(edition=tipdata.read_edition(text))
    assert len(changed) == len(tipdata.errata()) - 1
