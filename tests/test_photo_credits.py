"""Every credit by hand: the page, the photographer, the agency, the year."""

import pytest

import tipdata
from for_each import for_each
from tipdata import PhotoCredit

# The label, the photographer, the agency, the year.
CREDITS = [
    ("Inside Front Cover", "Misty Keasler", "Winrock International", 2017),
    ("iii", "Misty Keasler", "Winrock International", 2017),
    ("v", "Karen Kasmauski", None, None),
    ("Table of Contents", "Simon Buxton", "Anti-Slavery International", None),
    ("2", "Lauren DeCicca", None, None),
    ("5", "Anurup Titu", "AP", None),
    ("6", "Francesca Commissari", "the Guardian", None),
    ("8", "Audrey Guichon", "Freedom Fund", None),
    ("10", "Hasan Jamali", "AP Photo", None),
    ("11", "Kamran Jebreili", "AP Photo", None),
    ("13", "Tom Esslemont", "REUTERS", None),
    ("13", "Misty Keasler", "Winrock International", 2017),
    ("14", "Jane Sigmon", None, None),
    ("15", None, "Design Pics Inc/National Geographic Creative", None),
    ("16-17", "Jodi Cobb", None, None),
    ("19", None, "Thai NGO", None),
    ("21", "Albert Moldvay", None, None),
    ("21", "Steve Winter", None, None),
    ("23", "Denis Farrell", "AP Photo", None),
    ("25", "Dita Alangkara", "AP Photo", None),
    ("25", "Jane Sigmon", None, None),
    ("25", None, "Thai NGO", None),
    ("27", "Matthew Cassel", "Polaris", None),
    ("32-33", "Santi Palacios", "AP Photo", None),
    ("34", None, "REUTERS", None),
    ("35", "Finbarr O'Reilly", "REUTERS", None),
    ("36-37", "Pete Pattison", None, None),
    ("38", "Paula Bronstein", None, None),
    ("40", "Michael Hylton", "Anti-Slavery International", None),
    ("42", "Reynesson Damasceno", "UNHCR", None),
    ("42", "James L. Stanfield", None, None),
    ("46", None, "Thai NGO", None),
    ("52-53", "Michael Hanson", None, None),
    ("61", "Thibault Camus", "AP Photo", None),
    ("63", "Marcel Crozet", None, None),
    ("476", "Brett Lewin", None, None),
    ("Inside Back Cover", None, "Challenging Heights/Beauty for Freedom", None),
]
POSITIONS = {
    "13": ["Top", "Bottom"],
    "21": ["Left", "Right"],
    "25": ["Top", "Middle", "Bottom"],
    "42": ["Left", "Right"],
}


def seen(found):
    return [(c.page_label, c.photographer, c.agency, c.year) for c in found]


def on(page):
    """Give the credits of an Arabic page, from the labels by hand."""
    found = []
    for credit in CREDITS:
        ends = credit[0].split("-")
        if ends[0].isdigit() and int(ends[0]) <= page <= int(ends[-1]):
            found.append(credit)
    return found


def test_every_credit_is_what_is_written_here():
    assert seen(tipdata.photo_credits()) == CREDITS
    assert len(CREDITS) == 37


def test_the_positions_are_those_of_pages_with_several():
    for label in {label for label, *_ in CREDITS}:
        positions = [credit.position for credit in tipdata.photo_credits(page=label)]
        assert positions == POSITIONS.get(label, [None])


def test_what_has_no_page_number_has_no_pages():
    numbered = [credit for credit in tipdata.photo_credits() if credit.pages]
    assert len(numbered) == 34
    assert {c.page_label for c in tipdata.photo_credits()} - {c.page_label for c in numbered} == {
        "Inside Front Cover",
        "Table of Contents",
        "Inside Back Cover",
    }
    assert [c.page_label for c in numbered if c.pages.roman] == ["iii", "v"]
    assert [(c.pages.first, c.pages.last) for c in numbered[:3]] == [(3, 3), (5, 5), (2, 2)]


@for_each("page", [*range(101), 475, 476, 477, -1, -5])
def test_an_arabic_page_is_found_in_its_ranges_and_is_no_roman_page(page):
    found = tipdata.photo_credits(page=page)
    assert seen(found) == on(page)
    assert found.kind is PhotoCredit


def test_the_pages_that_have_credits():
    pages = [page for page in range(1000) if tipdata.photo_credits(page=page)]
    assert pages == [
        2, 5, 6, 8, 10, 11, 13, 14, 15, 16, 17, 19, 21, 23, 25, 27, 32, 33, 34, 35, 36, 37, 38,
        40, 42, 46, 52, 53, 61, 63, 476,
    ]  # fmt: skip


@for_each("label", sorted({label for label, *_ in CREDITS}))
def test_a_label_is_found_as_it_is_printed(label):
    expected = [credit for credit in CREDITS if credit[0] == label]
    for written in (label, label.upper(), f" {label} ", f"Page {label}", f"page  {label}"):
        assert seen(tipdata.photo_credits(page=written)) == expected


@pytest.mark.parametrize("label", ["", "16", "17", "3", "iv", "vi", "Cover", "Page", "16–17"])
def test_what_is_no_label_finds_nothing(label):
    assert len(tipdata.photo_credits(page=label)) == 0


@pytest.mark.parametrize("page", [True, 5.0, b"v", ("v",)], ids=repr)
def test_a_page_of_another_type_is_named(page):
    with pytest.raises(TypeError, match=f"^page must be int or str, not {type(page).__name__}$"):
        tipdata.photo_credits(page=page)
