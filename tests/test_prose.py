"""The numbers that the pages give in words are those of the data."""

from pathlib import Path

import pytest

import tipdata
from tipdata import Answer

DOCS = Path(__file__).parent.parent / "docs"


def exact_entries():
    """Give the printed entries into force, and those that leave one day of consent."""
    found = [r for r in tipdata.ratifications() if r.entry_into_force]
    bounds = [tipdata.bounds(r.country, r.instrument).consent for r in found]
    return len([b for b in bounds if b.earliest == b.latest]), len(found)


def nameless():
    """Count the credits without a photographer, of those that credit somebody."""
    return len([credit for credit in tipdata.photo_credits() if credit.photographer is None])


@pytest.mark.parametrize(
    ("page", "sentence", "counted", "number"),
    [
        ("register.md", "126 do.", lambda: len(tipdata.register().where(finding="agrees")), 126),
        (
            "register.md",
            "These eleven follow",
            lambda: len(tipdata.errata().where(lambda erratum: erratum.derived)),
            11,
        ),
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
