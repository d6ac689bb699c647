"""Texts of the same layout are read: the marks, dates and numerals that they may carry."""

from pathlib import Path

import pytest

import tipdata
from for_each import for_each
from report import TEXT
from tipdata import Answer, Consent, Mark, NotFoundError, PartialDate, ReadError, TrainingStage

SOURCE = Path(tipdata.__file__).parent / "data" / "2018" / "source.md"


def read(printed, changed):
    """Read the text with one thing changed."""
    assert TEXT.count(printed) == 1, printed
    return tipdata.read_edition(TEXT.replace(printed, changed))


@pytest.mark.parametrize("given", [TEXT, str(SOURCE), SOURCE], ids=["text", "path", "Path"])
def test_a_text_or_a_path_is_read(given):
    edition = tipdata.read_edition(given)
    assert edition == tipdata.edition()
    assert edition is not tipdata.edition()
    assert (edition.year, repr(edition)) == (2018, "Edition(2018)")


@for_each("given", lambda: [None, 2018, TEXT.encode(), [TEXT], tipdata.edition()])
def test_what_is_neither_text_nor_path_is_a_type_error(given):
    message = f"^text_or_path must be a str or a Path, not {type(given).__name__}$"
    with pytest.raises(TypeError, match=message):
        tipdata.read_edition(given)


@pytest.mark.parametrize("given", ["no/such/file.md", Path("no/such/file.md"), "."])
def test_a_file_that_can_not_be_read_is_an_os_error(given):
    with pytest.raises(OSError, match=r"No such file|Is a directory"):
        tipdata.read_edition(given)


@pytest.mark.parametrize("text", ["", "\n", "# RELEVANT\n", TEXT.replace("*2018 T", "*218 T")])
def test_a_text_without_a_year_is_an_error(text):
    with pytest.raises(ReadError) as caught:
        tipdata.read_edition(text)
    said = (
        "line 1, column 1: expected a legend that names its *2018 Trafficking in Persons Report*"
    )
    assert str(caught.value) == f"{said}, found {text[:40]!r}"


@pytest.mark.parametrize(
    "char",
    [
        "\x00",
        "\x07",
        "\x0b",
        "\x0c",
        "\r",
        "\x1c",
        "\x1f",
        "\x7f",
        "\x85",
        "\u2003",
        "\u2028",
        "\ud800",
    ],
    ids=ascii,
)
def test_a_control_character_is_an_error_at_its_place(char):
    with pytest.raises(ReadError) as caught:
        tipdata.read_edition(TEXT.replace("Den", f"Den{char}", 1))
    said = str(caught.value)
    assert said.startswith("line 10, column 4: expected no control character, found ")
    assert said.endswith(repr(f"{char}mark\t2003\t2003\t2002\t1932\t2017 (into force 1"[:40]))


def test_line_ends_and_marks_of_other_systems_are_errors():
    with pytest.raises(ReadError, match=r"^line 1, column 1: expected no control character"):
        tipdata.read_edition(TEXT.replace("\n", "\r\n"))
    with pytest.raises(
        ReadError, match=r"^line 1, column 1: expected no control character.* '\\ufeff"
    ):
        tipdata.read_edition(f"\ufeff{TEXT}")


def test_a_space_that_does_not_break_is_kept():
    edition = read("Cover: Challenging Heights", "Cover: Challenging\u00a0Heights")
    assert edition.photo_credits.credits[-1].credit.startswith("Challenging\u00a0Heights")


def test_a_text_of_another_year_is_read_with_the_latest_supplement():
    edition = read("*2018 Trafficking", "*2019 Trafficking")
    assert edition.year == 2019
    assert edition != tipdata.edition()
    assert tipdata.country("Fiji", edition=edition).alpha_2 == "FJ"
    assert tipdata.register(edition=edition) == tipdata.register()
    with pytest.raises(NotFoundError):
        tipdata.edition(2019)


@pytest.mark.parametrize(
    ("printed", "year", "consent_form", "entry_into_force"),
    [
        ("2018", "2018", None, None),
        ("2018 (a)", "2018", Consent.ACCESSION, None),
        ("2018 (A)", "2018", Consent.ACCEPTANCE, None),
        ("2018 (a) (into force Jan 2019)", "2018", Consent.ACCESSION, "2019-01"),
        ("2018 (A) (into force 4 Jan 2019)", "2018", Consent.ACCEPTANCE, "2019-01-04"),
        ("2018 (into force 14 January 2019)", "2018", None, "2019-01-14"),
        ("2018 (into force January 2019)", "2018", None, "2019-01"),
        ("2018 (into force 2019)", "2018", None, "2019"),
        ("2011 (into force 05 Sep 2013)", "2011", None, "2013-09-05"),
    ],
)
def test_a_cell_may_carry_a_mark_and_a_date_of_entry_into_force(
    printed, year, consent_form, entry_into_force
):
    edition = read("2018 (into force Jan 2019)", printed)
    cell = tipdata.chart(edition=edition).cell("Brazil", "C189")
    act = cell.ratification
    assert cell.printed == printed
    assert (str(act.date), act.consent_form) == (year, consent_form)
    assert act.entry_into_force == (
        PartialDate.parse(entry_into_force) if entry_into_force else None
    )
    assert tipdata.source(act, edition=edition).text == printed
    assert edition.coverage().complete


def test_the_legend_says_which_marks_there_are():
    edition = read("Accession (a), or Acceptance (A) of", "Approval (p), or Succession (s) of")
    marks = (Mark("p", Consent.APPROVAL), Mark("s", Consent.SUCCESSION))
    assert edition.conventions.marks == marks
    for letter in "aA":
        changed = edition.text.replace("Brazil\t2004", f"Brazil\t2004 ({letter})")
        with pytest.raises(ReadError, match=rf"found '2004 \({letter}\)'$"):
            tipdata.read_edition(changed)
    changed = edition.text.replace("Brazil\t2004", "Brazil\t2004 (s)")
    cell = tipdata.read_edition(changed).conventions.cells[0]
    assert cell.ratification.consent_form is Consent.SUCCESSION


def test_the_window_is_the_legends():
    edition = read("between April 2017 and March 2018", "between May 2016 and December 2018")
    assert [str(month) for month in tipdata.chart(edition=edition).window] == [
        "2016-05",
        "2018-12",
    ]
    assert str(tipdata.chart(edition=edition).closing_date) == "2018-12-31"


def test_a_chart_may_have_other_rows_and_columns():
    lines = TEXT.split("\n")
    kept = [line for line in lines if not line.startswith(("Fiji\t", "Guinea\t"))]
    kept[6:21] = ["\t".join(line.split("\t")[:-1]) for line in kept[6:21]]
    edition = tipdata.read_edition("\n".join(kept))
    chart = tipdata.chart(edition=edition)
    assert (len(chart.countries), len(chart.instruments), len(chart.cells)) == (14, 7, 98)
    assert edition.coverage().complete
    with pytest.raises(NotFoundError, match="no country 'Fiji' in the chart"):
        chart.cell("Fiji", "C029")
    with pytest.raises(NotFoundError, match="no instrument 'C189' in the chart"):
        chart.cell("Brazil", "C189")


@pytest.mark.parametrize(
    ("printed", "stages", "material", "year"),
    [
        ("Pre-deployment and at mission", 2, None, None),
        ("Pre-deployment, including an online course", 1, "online course", None),
        ("Pre-deployment and at mission “Guide” (2001)", 2, "Guide", 2001),
    ],
)
def test_a_training_has_stages_and_perhaps_material(printed, stages, material, year):
    said = "Pre-deployment and at mission, including a new E-learning program"
    training = read(said, printed).peacekeeping.profiles[0].training
    assert training.stages == (TrainingStage.PRE_DEPLOYMENT, TrainingStage.AT_MISSION)[:stages]
    assert (training.material, training.year) == (material, year)


def test_a_prevention_policy_has_a_name_and_perhaps_more():
    said = "“Code of Conduct for Staff and Mission Members”"
    policy = read(said, "“Code” (CC) (1999 and 2001 and 2003)").peacekeeping.profiles[1]
    policy = policy.prevention_policy
    assert (policy.title, policy.abbreviation) == ("Code", "CC")
    assert policy.years == (1999, 2001, 2003)


def test_numbers_are_read_with_their_commas():
    profile = read("92,682\t", "1,092,682\t").peacekeeping.profiles[0]
    assert profile.personnel == 1092682
    said = read("against 136 military", "against 2,136 military").peacekeeping.profiles[0]
    assert said.allegations.personnel == 2136


def test_kinds_and_countries_are_listed_with_or_without_a_last_comma():
    said = "military, police, and civilian personnel"
    kinds = read(said, "military and civilian personnel").peacekeeping.profiles[0].allegations
    assert kinds.personnel_kinds == ("military", "civilian")
    said = "Democratic Republic of Congo, Central African Republic, Liberia and Haiti"
    one = read(said, "Mali").peacekeeping.profiles[0].allegations
    assert one.countries == ("Mali",)
    assert (one.answer, one.victims) == (Answer.GIVEN, 131)


# Numerals counted by hand: units and tens written out.
UNITS = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
TENS = ["", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"]
ROMAN = [ten + unit for ten in TENS for unit in UNITS] + ["c"]


def test_roman_page_numbers():
    start = TEXT.index("Page iii:")
    end = TEXT.index("\n", TEXT.index("Page v:"))
    pages = "\n\n".join(f"Page {ROMAN[n]}: Karen Kasmauski" for n in range(1, 101))
    edition = tipdata.read_edition(TEXT[:start] + pages + TEXT[end:])
    found = [c for c in edition.photo_credits.credits if c.photographer == "Karen Kasmauski"]
    assert [(c.pages.first, c.pages.last) for c in found] == [(n, n) for n in range(1, 101)]
    assert all(c.pages.roman for c in found)
    assert [c.page_label for c in found] == ROMAN[1:]


@pytest.mark.parametrize(
    ("label", "first", "last", "roman"),
    [
        ("7-7", 7, 7, False),
        ("cxliv", 144, 144, True),
        ("iv-ix", 4, 9, True),
        ("xcix-c", 99, 100, True),
        ("9-12", 9, 12, False),
    ],
)
def test_ranges_of_pages(label, first, last, roman):
    pages = read("Page v:", f"Page {label}:").photo_credits.credits[2].pages
    assert (pages.first, pages.last, pages.roman) == (first, last, roman)
    assert [n for n in range(200) if n in pages] == list(range(first, last + 1))


@pytest.mark.parametrize(
    ("credit", "photographer", "agency", "year"),
    [
        ("1999 Ann Lee", "Ann Lee", None, 1999),
        ("2017 Ann Lee for Polaris", "Ann Lee", "Polaris", 2017),
        ("REUTERS / Ann Lee", "Ann Lee", "REUTERS", None),
        ("Ann Lee/UNHCR", "Ann Lee", "UNHCR", None),
        ("2016 UNHCR", None, "UNHCR", 2016),
        ("AP/UNHCR", None, "AP/UNHCR", None),
        ("Ann Lee for the Paper", "Ann Lee", "the Paper", None),
    ],
)
def test_a_credit_has_a_photographer_an_agency_or_both(credit, photographer, agency, year):
    found = read("Page v: Karen Kasmauski", f"Page v: {credit}").photo_credits.credits[2]
    assert (found.photographer, found.agency, found.year) == (photographer, agency, year)
    assert found.credit == credit
