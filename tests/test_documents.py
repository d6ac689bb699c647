"""The framework documents are what is written out by hand: titles, symbols, years."""

import pytest

import tipdata
from documents import DOCUMENTS, D, N, P
from for_each import for_each
from report import TEXT
from tipdata import YearMeaning


def years_of(document):
    return [(year.first, year.last, year.meaning, year.printed) for year in document.years]


def test_there_are_39():
    assert len(tipdata.framework_documents()) == len(DOCUMENTS) == 39


@for_each("place", range(39))
def test_a_document_is_what_is_written_here(place):
    organizations, title, symbol, years = DOCUMENTS[place]
    found = tipdata.framework_documents()[place]
    assert (found.title, found.symbol, years_of(found)) == (title, symbol, years)
    assert str(found) == title
    assert [body.keys for body in found.organizations] == [
        tipdata.organization(key).keys for key in organizations
    ]
    for year in found.years:
        single = year.first == year.last
        assert str(year) == (str(year.first) if single else f"{year.first}/{year.last}")


BODIES = (None, *{body: None for bodies, *_ in DOCUMENTS for body in bodies}, "OECD", "ILO")


@for_each("body", BODIES)
def test_the_filters_keep_what_a_look_at_every_document_keeps(body):
    own = [row for row in DOCUMENTS if body is None or body in row[0]]
    found = tipdata.framework_documents(organization=body)
    assert [document.title for document in found] == [title for _, title, _, _ in own]
    for year in range(1900, 2101):
        titles = [
            title
            for _, title, _, years in own
            if any(first <= year <= last for first, last, _, _ in years)
        ]
        found = tipdata.framework_documents(organization=body, year=year)
        assert [document.title for document in found] == titles


# What could be printed instead of "AU Commission ...": title, symbol, years.
OTHERS = [
    ("A Plan", "A Plan", None, []),
    ("A Plan, 1999", "A Plan", None, [(1999, 1999, D, "1999")]),
    ("A Plan (1998-2003)", "A Plan", None, [(1998, 2003, P, "1998-2003")]),
    ("A Plan (1998–99)", "A Plan", None, [(1998, 1999, P, "1998–99")]),
    ("A Plan 1998", "A Plan 1998", None, [(1998, 1998, N, "1998")]),
    ("A Plan, extended until 2011", "A Plan", None,
     [(2011, 2011, YearMeaning.EXTENDED, "extended until 2011")]),
    ("A Plan (2001), extended until 2011", "A Plan", None,
     [(2001, 2001, D, "2001"), (2001, 2011, YearMeaning.EXTENDED, "extended until 2011")]),
    ("A Plan (updated in 2001)", "A Plan", None,
     [(2001, 2001, YearMeaning.UPDATED, "updated in 2001")]),
    ("A Plan (A/RES/1/2) (2001)", "A Plan", "A/RES/1/2", [(2001, 2001, D, "2001")]),
    ("A Plan by 2030", "A Plan by 2030", None, [(2030, 2030, YearMeaning.TARGET, "by 2030")]),
    ("A Plan, 6 May (2001)", "A Plan", None, [(2001, 2001, D, "6 May (2001)")]),
    ("Decision No. 7 on a Plan", "Decision No. 7 on a Plan", "Decision No. 7", []),
    ("R&amp;D Plan 12345", "R&D Plan 12345", None, []),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "title", "symbol", "years"), OTHERS)
def test_other_documents_that_could_be_printed(printed, title, symbol, years):
    said = "AU Commission Initiative against Trafficking Campaign (AU.COMMIT)"
    edition = tipdata.read_edition(TEXT.replace(said, printed))
    found = edition.organizations.documents[3]
    assert (found.title, found.symbol, years_of(found)) == (title, symbol, years)
    assert found.printed == printed.replace("&amp;", "&")
    assert tipdata.source(found, edition=edition).text == f"<p>{printed}</p>"


@pytest.mark.parametrize("year", [True, "2014", 2014.0])
def test_a_year_is_an_int(year):
    with pytest.raises(TypeError, match=f"^year must be int, not {type(year).__name__}$"):
        tipdata.framework_documents(year=year)
