"""Every record is found by its words, whatever its section, and the best ones come first."""

import itertools

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import tipdata
from for_each import for_each
from report import CHART, STAFF, TEXT
from sampling import some
from tipdata import Cell, Record
from tipdata.models.record import walk


def sections():
    return tipdata.edition().sections


def names(text):
    return [str(record)[:60].rstrip() for record in tipdata.search(text)]


@pytest.mark.parametrize(
    ("text", "section", "first"),
    [
        ("Guinea", "conventions", "Guinea"),
        ("Office of Field Support", "peacekeeping", "United Nations"),
        ("Puebla Group", "organizations", "Regional Conference on Migration"),
        ("criminal police", "glossary", "INTERPOL"),
        ("exchange rates", "notes", "Local currencies have been converted"),
        ("Jodi Cobb", "photo_credits", "Jodi Cobb"),
        ("passport confiscation", "closing_note", "For example, governments around"),
        ("Wiselogle", "staff", "Ben Wiselogle"),
        ("office to monitor and combat trafficking in persons", "staff", "THE STAFF OF THE OFF"),
        ("Shawki El-Shacke", "staff", "Special thanks to Lamyia"),
    ],
)
def test_every_section_is_searched(text, section, first):
    found = tipdata.search(text)
    assert str(found[0]).startswith(first)
    assert tipdata.source(found[0]).section == section


MAIN_TEXTS = {
    "Ratification": lambda act: f"{act.country.name} {act.instrument.id} {act.date.year}",
    "Cell": lambda cell: f"{cell.country.name} {cell.instrument.id} —",
    "Training": lambda training: training.material or "pre-deployment",
    "Allegations": lambda said: f"{said.victims} Haiti" if said.victims else "none reported",
    "Instrument": lambda instrument: instrument.title,
    "Term": lambda term: term.meaning,
    "Link": lambda link: link.url,
}


def called(record):
    """Give what a record is called: the texts of its own fields."""
    values = [getattr(record, field.name) for field in attrs.fields(type(record))]
    values += [item for value in values if isinstance(value, tuple) for item in value]
    values += [value.value for value in values if hasattr(value, "value")]
    return [" ".join(value.casefold().split()) for value in values if isinstance(value, str)]


@for_each("section", sections)
def test_every_record_is_found_by_its_own_text(section):
    for record in some(walk(section), 40):
        if isinstance(record, Cell) and record.ratification:
            continue
        text = MAIN_TEXTS.get(type(record).__name__, str)(record)
        found = tipdata.search(text)
        assert record in found
        own = " ".join(text.casefold().split())
        if own in called(record):
            for better in found[: found.index(record)]:
                assert own in called(better)
        else:
            assert type(record).__name__ in ("Ratification", "Cell", "Allegations")
            assert record in found[:2]


@for_each("section", sections)
def test_a_section_is_found_first_by_its_title(section):
    assert tipdata.search(section.title)[0] is section
    assert str(section).startswith(section.title) or section.name == "closing_note"


def test_every_cell_is_found_by_what_it_prints():
    texts = [cell for row in CHART[1:] for cell in row[1:]]
    for cell, printed in zip(tipdata.chart().cells, texts, strict=True):
        found = tipdata.search(printed)
        # A bare year is the date of the cells that print a day too.
        first = found[: texts.count(printed)] if "(" in printed else found
        assert (cell.ratification or cell) in first


# What is printed, and the first that are found by it.
PRINTED = {
    "14 Jun 2018": ["Denmark, P029: 2017", "Iceland, P029: 2017", "Sweden, P029: 2017"],
    "07 DEC 2018": ["Latvia, P029: 2017"],
    "into force Jan 2019": ["Brazil, C189: 2018"],
    "2018-06-14 iceland": ["Iceland, P029: 2017"],
    "92,682": ["United Nations"],
    "92682": ["United Nations"],
    "3,088": ["Organization for Security and Co-operation in Europe"],
    "Page 13": ["REUTERS/Tom Esslemont", "2017 Misty Keasler for Winrock International"],
    "Page 16": ["Jodi Cobb"],
    "page iii": ["2017 Misty Keasler for Winrock International"],
    "Inside Back Cover": ["Challenging Heights/Beauty for Freedom"],
}


@pytest.mark.parametrize("text", PRINTED)
def test_what_is_printed_is_found_as_it_is_printed(text):
    assert names(text)[: len(PRINTED[text])] == [name[:60] for name in PRINTED[text]]


def test_a_year_is_no_number_with_a_comma():
    assert len(tipdata.search("2,017")) == 0
    assert len(tipdata.search("page inside back cover")) == 0


def test_every_name_of_the_chart_and_the_staff_is_found():
    for name, *cells in CHART[1:]:
        assert names(name)[0] == name
        assert len([r for r in tipdata.search(name) if hasattr(r, "instrument")]) == len(cells)
    for name in {name for row in STAFF for name in row} - {"", "Megan Hjelle-", "Lantsman"}:
        assert names(name)[0] == name


# The whole answer, in order, with why each stands where it does.
RANKED = {
    "council of europe": [
        "Council of Europe",  # its name
        "GRETA",  # its meaning starts so: "Council of Europe's Group ..."
        "Group of Experts on Action Against Trafficking in Human Being",  # its organization
        "COE Convention on Action Against Trafficking in Human Beings",  # the same, longer
    ],
    "Jane Sigmon": [
        "Jane Sigmon",  # the photographer, page 14
        "Jane Sigmon",  # page 25
        "Jane Nady Sigmon",  # all words
    ],
    "conduct": [
        "https://conduct.unmissions.org/",  # as a word, 31 characters
        "Code of Conduct for Staff and Mission Members",  # 44 characters
        "Similarly, many governments prohibit labor migration to coun",  # a paragraph
    ],
    "co-operation": [
        "Organization for Security and Co-operation in Europe",  # peacekeeping
        "OSCE",  # the glossary: as short, later
        "As required by law, this section summarizes actions taken by",
    ],
    "stan": [  # inside other words, the shorter first
        "Amy Rustan Haslett",
        "James L. Stanfield",
        "COMMIT Memorandum of Understanding on Cooperation Against Tr",
        "These are only a few examples of how some government policie",  # understand
        "In this age of interconnected markets, mobile workforces, an",  # circumstances
        "Some governments' pursuit of national security and regional",  # understand
    ],
    "ecowas anti-trafficking": ["Anti-Trafficking Unit"],
    "P029 2017 latvia": ["Latvia, P029: 2017"],
    "reuters": [  # the agency of each: as short, in the order of the source
        "REUTERS/Tom Esslemont",
        "REUTERS/Stringer",
        "REUTERS/Finbarr O'Reilly",
    ],
    "bury m": ["Carla M. Bury", "Joel Maybury"],  # words come before shorter parts of words
    "(ACTIP": [  # part of the label of both
        "http://asean.org/asean-convention-against-trafficking-in-pers",
        "http://www.asean.org/storage/2015/12/APA-FINAL.pdf",
    ],
    "children (acceptance)": [],
}


@pytest.mark.parametrize("text", RANKED)
def test_the_best_come_first(text):
    assert names(text) == [name[:60].rstrip() for name in RANKED[text]]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("TF", "Regional COMMIT Task Force"),  # its abbreviation
        ("UN", "United Nations"),
        ("Human Trafficking 2016", "Human Trafficking 2016 – Baltic Sea Round-up Report"),
        ("palermo protocol", "PALERMO"),  # an alias
        ("Fiji", "Fiji"),
        ("ILO", "International Labour Organization"),
        ("C029", "C029"),
        ("OECD", "Organization for Economic Cooperation and Development"),
        ("thai ngo", "Thai NGO"),
    ],
)
def test_what_is_called_so_or_starts_so_comes_first(text, first):
    found = names(text)
    assert found[0] == first
    assert len(found) > 1


def test_to_start_with_a_word_is_more_than_to_start_with_its_letters():
    # The code IN, "in Russian only", "In this age"; then "Inter-American ... in Persons" too.
    found = names("in")
    assert found[0] == "India"
    assert found[1] == "http://www.cis.minsk.by/"
    assert found[2].startswith("In this age of interconnected markets")
    assert any(name.startswith("Inter-American Declaration") for name in found[3:])


def test_among_equals_the_shorter_then_the_order_of_the_source():
    acts = [r for r in tipdata.search("P029") if type(r).__name__ == "Ratification"]
    ends = [act.entry_into_force for act in acts]
    assert all(ends)
    assert len(acts) == 10
    for one, other in itertools.pairwise(acts):
        lengths = len(one.country.name), len(other.country.name)
        assert lengths[0] <= lengths[1]
        assert lengths[0] < lengths[1] or one.spans[0].start < other.spans[0].start


@pytest.mark.parametrize("text", ["", " ", "\t\n", "\u00a0", "\u0301"])
def test_without_words_nothing_is_found(text):
    found = tipdata.search(text)
    assert len(found) == 0
    assert found.kind is Record


@pytest.mark.parametrize(
    "text", ["desirée suo", "DESIREE SUO", "Désirée  Suó", "de\u0301siree\nsuo", "ＤＥＳＩＲＥＥ"]
)
def test_case_accents_and_space_do_not_matter(text):
    assert names(text) == ["Desirée Suo Weymont"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("—", 19),  # the dashes of the chart
        ("2014–2018", 1),
        ("Hjelle-Lantsman", 1),
        ("TF-THB", 1),
        ("ILO-IPEC", 1),
        ("“Declaration of Mexico”", 1),
        ("($)", 1),
        ("(A)", 1),
        ("A/RES/64/293", 2),
        ("rev. 1", 1),
        ("classNum=4&lang=e", 1),
        ("(1)(1).pdf", 1),
        ("download=true", 1),
    ],
)
def test_signs_are_found_as_they_stand(text, count):
    assert len(tipdata.search(text)) == count


@pytest.mark.parametrize(
    "text", [".*", "[a-z]+", "^Fiji$", "Fi.i", "Fiji|Japan", "(?", "\\w", "\\", "[", "Jap?n", "+"]
)
def test_signs_of_patterns_are_only_signs(text):
    assert len(tipdata.search(text)) == 0
    assert len(tipdata.search(f"Fiji {text}")) == 0


@pytest.mark.parametrize("text", ["a", "un", "2017", "trafficking", "of the", "o", "-", "given"])
def test_nothing_is_found_twice(text):
    found = tipdata.search(text)
    assert len(found) > 5
    assert len(set(found)) == len(found)
    everything = [record for section in sections() for record in (section, *walk(section))]
    assert {type(record) for record in found} <= {type(record) for record in everything}
    assert not [r for r in found if isinstance(r, Cell) and r.ratification]


WORDS = st.sampled_from(sorted(set(TEXT.casefold().split()), key=str)).filter(str.isalpha)


@given(st.lists(WORDS, min_size=1, max_size=3))
def test_the_order_of_words_decides_ranks_and_not_finds(words):
    found = tipdata.search(" ".join(words))
    assert set(tipdata.search(" ".join(words[::-1]))) == set(found)
    for word in words:
        assert set(found) <= set(tipdata.search(word))


def test_another_edition_is_searched():
    edition = tipdata.read_edition(TEXT.replace("Jodi Cobb", "Jody Kobb"))
    assert str(tipdata.search("kobb", edition=edition).one()) == "Jody Kobb"
    assert len(tipdata.search("kobb")) == len(tipdata.search("cobb", edition=edition)) == 0


@pytest.mark.parametrize("text", [5, None, b"Fiji", ["Fiji"]], ids=repr)
def test_a_text_of_another_type_is_named(text):
    with pytest.raises(TypeError, match=f"^text must be str, not {type(text).__name__}$"):
        tipdata.search(text)
