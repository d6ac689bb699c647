"""The numbers and rules that the pages give in words are those of the data."""

import re
from pathlib import Path

import pytest

import tipdata
from tipdata import Answer
from tipdata.charts.words import day_in_words
from tipdata.dates import add_months

DOCS = Path(__file__).parent.parent / "docs"


def exact_entries():
    """Give the printed entries into force, and those that leave one day of consent."""
    found = [r for r in tipdata.ratifications() if r.entry_into_force]
    bounds = [tipdata.bounds(r.country, r.instrument).consent for r in found]
    return len([b for b in bounds if b.earliest == b.latest]), len(found)


def continued():
    """Count the cells whose year continued what had bound a predecessor, or may have."""
    return len([entry for entry in tipdata.register() if entry.continuity])


def nameless():
    """Count the credits without a photographer, of those that credit somebody."""
    return len([credit for credit in tipdata.photo_credits() if credit.photographer is None])


@pytest.mark.parametrize(
    ("page", "sentence", "counted", "number"),
    [
        ("register.md", "126 do.", lambda: len(tipdata.register().where(finding="agrees")), 126),
        (
            "register.md",
            "These seventeen follow",
            lambda: len(tipdata.errata().where(lambda erratum: erratum.derived)),
            17,
        ),
        ("status.md", "Six of its cells stand for a continuity, or may", continued, 6),
        ("status.md", "for twelve of the thirteen that are printed", exact_entries, (12, 13)),
        ("sections/photo_credits.md", "Six name an agency alone", nameless, 6),
        (
            "sections/organizations.md",
            'For five organizations the focal point is "N/A"',
            lambda: sum(
                body.focal_points_answer is Answer.NOT_APPLICABLE
                for body in tipdata.organizations()
            ),
            5,
        ),
    ],
)
def test_a_number_in_words_is_true(page, sentence, counted, number):
    assert sentence in " ".join((DOCS / page).read_text(encoding="utf-8").split())
    assert counted() == number


def table_under(heading):
    """Give the rows of the table under a heading of the page on status, without their markup."""
    page = (DOCS / "status.md").read_text(encoding="utf-8")
    section = re.search(rf"^### {heading}\n(.*?)^##", page, re.M | re.S)[1]
    rows = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in rows[2:]]


def test_the_articles_of_entry_into_force_are_those_of_the_instruments():
    early, later = {}, {}
    for ids, said, numbers in table_under("Entry into force"):
        found = [f"art. {number}" for number in numbers.split(", ")]
        named = dict(zip(re.findall("`(.+?)`", ids), found, strict=True))
        (later if "later" in said else early).update(named)
    treaties = tipdata.instruments()
    assert later == {treaty.id: treaty.delay.article for treaty in treaties}
    assert early == {t.id: t.delay.early_article for t in treaties if t.delay.early_article}


def test_the_clauses_of_denunciation_are_those_of_the_instruments():
    for instrument, said, numbers in table_under("Denunciation"):
        clause = tipdata.instrument(instrument.strip("`")).denunciation
        assert (clause.months, clause.article) == (12, f"art. {numbers}")
        if clause.counted_from is None:
            assert said == "at any time"
        else:
            first = day_in_words(add_months(clause.counted_from.earliest, 12 * clause.first))
            again = f"every {clause.every} years after that"
            assert said == f"in the year from {first} on, and {again}"
    assert len(table_under("Denunciation")) == len(tipdata.instruments())
