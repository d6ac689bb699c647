"""Terms are found in a text as whole words, the longest first; any spelling expands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tipdata
from for_each import for_each
from report import GLOSSARY
from tipdata import NotFoundError

PALERMO = "2000 UN TIP PROTOCOL (PALERMO PROTOCOL)"

# Each way in which a term may be written, and the term: as printed, by its two names apart,
# and with words longer than three letters capitalized.
NAMES = {
    **{abbreviation: abbreviation for abbreviation, _ in GLOSSARY},
    "2000 UN TIP PROTOCOL": PALERMO,
    "PALERMO PROTOCOL": PALERMO,
    "2000 UN TIP Protocol": PALERMO,
    "Palermo Protocol": PALERMO,
    "UN Women": "UN WOMEN",
}


def found(text):
    return [(m.start, m.end, m.text, m.term.abbreviation) for m in tipdata.find_terms(text)]


def word(char):
    """Tell whether a character is part of a word."""
    return char.isalnum() or char == "_"


def end_of(name, text, place):
    """Tell where a name ends that stands at a place, whatever the space between its words."""
    for char in name:
        if char == " ":
            rest = text[place:].lstrip()
            space = text[place : len(text) - len(rest)]
            if not space or space.count("\n") > 1:
                return None
            place += len(space)
        elif text[place : place + 1] != char:
            return None
        else:
            place += 1
    return place


def brute_force(text):
    """Try every name at every place, the longest first."""
    matches, place = [], 0
    while place < len(text):
        for name in sorted(NAMES, key=len, reverse=True):
            end = end_of(name, text, place)
            ends = [] if end is None else [end + 1, end] if text[end:][:1] == "s" else [end]
            ends = [end for end in ends if end == len(text) or not word(text[end])]
            if ends and (place == 0 or not word(text[place - 1])):
                matches.append((place, ends[0], text[place : ends[0]], NAMES[name]))
                place = ends[0] - 1
                break
        place += 1
    return matches


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("nothing here", []),
        ("EU", [(0, 2, "EU", "EU")]),
        ("the EU.", [(4, 6, "EU", "EU")]),
        ("NEUTRAL EUROPE EUR EU2 EU_ 2EU _EU EUß", []),
        ("EUROPOL and INTERPOL", [(0, 7, "EUROPOL", "EUROPOL"), (12, 20, "INTERPOL", "INTERPOL")]),
        ("ILO-IPEC", [(0, 8, "ILO-IPEC", "ILO-IPEC")]),
        ("ILO-IPECs", [(0, 9, "ILO-IPECs", "ILO-IPEC")]),
        ("ILO-IPECx", [(0, 3, "ILO", "ILO")]),
        ("ILO-ipec", [(0, 3, "ILO", "ILO")]),
        ("NGO-ILO", [(0, 3, "NGO", "NGO"), (4, 7, "ILO", "ILO")]),
        ("EU-funded, non-EU", [(0, 2, "EU", "EU"), (15, 17, "EU", "EU")]),
        ("NGOs and IDPs", [(0, 4, "NGOs", "NGO"), (9, 13, "IDPs", "IDP")]),
        ("NGOss NGOS", []),
        ("NGO's, NGOs'", [(0, 3, "NGO", "NGO"), (7, 11, "NGOs", "NGO")]),
        ("ISIS", [(0, 4, "ISIS", "ISIS")]),
        ("isis, ngo, un, Un", []),
        ("UN Women", [(0, 8, "UN Women", "UN WOMEN")]),
        ("UN WOMEN", [(0, 8, "UN WOMEN", "UN WOMEN")]),
        ("UN women", [(0, 2, "UN", "UN")]),
        ("Un Women", []),
        ("UN  Women", [(0, 9, "UN  Women", "UN WOMEN")]),
        ("UN\nWomen", [(0, 8, "UN\nWomen", "UN WOMEN")]),
        ("of UN \r\n\t WOMEN.", [(3, 15, "UN \r\n\t WOMEN", "UN WOMEN")]),
        ("UN\u00a0Women", [(0, 8, "UN\u00a0Women", "UN WOMEN")]),
        ("Palermo\n  Protocols", [(0, 19, "Palermo\n  Protocols", PALERMO)]),
        ("UN\n\nWomen", [(0, 2, "UN", "UN")]),
        ("UN \n \n Women", [(0, 2, "UN", "UN")]),
        ("UN Women\n\n", [(0, 8, "UN Women", "UN WOMEN")]),
        ("UNWOMEN", []),
        ("the Palermo Protocol", [(4, 20, "Palermo Protocol", PALERMO)]),
        ("Palermo Protocols", [(0, 17, "Palermo Protocols", PALERMO)]),
        ("palermo protocol, Palermo protocol", []),
        ("2000 UN TIP Protocol", [(0, 20, "2000 UN TIP Protocol", PALERMO)]),
        (PALERMO, [(0, 39, PALERMO, PALERMO)]),
        ("2000 UN TIP", [(5, 7, "UN", "UN")]),
        ("UNODC/UNHCR", [(0, 5, "UNODC", "UNODC"), (6, 11, "UNHCR", "UNHCR")]),
        ("(OSCE)", [(1, 5, "OSCE", "OSCE")]),
        ("\U0001f310\U0001f310 UN", [(3, 5, "UN", "UN")]),
        ("\U0001d518UN \U00020000UN", []),
        ("e\u0301 UN\u2014EU", [(3, 5, "UN", "UN"), (6, 8, "EU", "EU")]),
        ("ÜN ＵＮ ÉEU", []),
    ],
)
def test_terms_in_a_text(text, expected):
    assert found(text) == expected
    assert [text[start:end] for start, end, _, _ in expected] == [m[2] for m in expected]


def test_a_letter_beyond_the_basic_plane_ends_no_word():
    text = "\U0001d518UN \U00020000UN \U0001f310UN"
    assert found(text) == [(9, 11, "UN", "UN")]


PIECES = [
    *NAMES,
    "s",
    "S",
    " ",
    "\n",
    "-",
    ".",
    "x",
    "_",
    "2",
    "é",
    "\U0001f310",
    "\U0001d518",
    "U",
    "N",
]
TEXTS = st.lists(st.sampled_from([piece for piece in PIECES if "(" not in piece])).map("".join)


@given(TEXTS)
def test_terms_are_those_that_a_search_at_every_place_finds(text):
    assert found(text) == brute_force(text)


@given(st.text())
def test_any_text_can_be_searched(text):
    matches = found(text)
    assert matches == brute_force(text)
    assert [text[start:end] for start, end, _, _ in matches] == [match[2] for match in matches]


def test_every_name_is_found_between_others():
    for name, abbreviation in NAMES.items():
        (match,) = tipdata.find_terms(f"a {name}, b")
        assert (match.start, match.text) == (2, name)
        assert match.term is tipdata.expand(abbreviation)


def test_the_meanings_hold_terms_too():
    assert found(tipdata.expand(PALERMO).meaning) == []
    legend = "Acts of the UN (1) and NATO (2) in 2000 UN TIP PROTOCOL cases"
    assert [match[3] for match in found(legend)] == ["UN", PALERMO]


@for_each("abbreviation, meaning", GLOSSARY)
def test_a_term_expands_in_any_case_and_with_any_space(abbreviation, meaning):
    term = tipdata.expand(abbreviation)
    assert (term.abbreviation, term.meaning) == (abbreviation, meaning)
    for written in (
        abbreviation.lower(),
        abbreviation.title(),
        abbreviation.swapcase(),
        f"\t {abbreviation}\n",
        abbreviation.replace(" ", " \u00a0 "),
        abbreviation.replace("O", "Ó").replace("E", "é"),
    ):
        assert tipdata.expand(written) is term


def test_the_palermo_protocol_goes_by_either_name():
    term = tipdata.glossary()[22]
    assert len(tipdata.glossary()) == 23
    assert term.other_names == ("2000 UN TIP PROTOCOL", "PALERMO PROTOCOL")
    assert all(not other.other_names for other in tipdata.glossary()[:22])
    for name in ("Palermo Protocol", "2000 un tip protocol", PALERMO):
        assert tipdata.expand(name) is term


@pytest.mark.parametrize(
    ("key", "close"),
    [("GRETTA", "GRETA"), ("UNWOMEN", "UN WOMEN"), ("NGOs", "NGO"), ("ILO IPEC", "ILO-IPEC")],
)
def test_what_is_close_is_named(key, close):
    with pytest.raises(NotFoundError) as caught:
        tipdata.expand(key)
    assert str(caught.value).startswith(f"no term {key!r} in the glossary; close to it: ")
    assert repr(close) in str(caught.value)


@pytest.mark.parametrize("key", ["", "  ", "xyzzy", "\U0001f310"])
def test_what_is_close_to_nothing_is_not_found(key):
    with pytest.raises(NotFoundError) as caught:
        tipdata.expand(key)
    assert str(caught.value) == f"no term {key!r} in the glossary"


@pytest.mark.parametrize("value", [5, None, b"UN", ["UN"]], ids=repr)
def test_another_type_is_named(value):
    name = type(value).__name__
    with pytest.raises(TypeError, match=f"^abbreviation must be str, not {name}$"):
        tipdata.expand(value)
    with pytest.raises(TypeError, match=f"^text must be str, not {name}$"):
        tipdata.find_terms(value)


def test_another_edition_has_its_own_terms():
    text = tipdata.edition().text.replace("IDP\tInternally", "IDPX\tInternally")
    edition = tipdata.read_edition(text)
    assert [match.text for match in tipdata.find_terms("IDP IDPX", edition=edition)] == ["IDPX"]
    assert tipdata.expand("idpx", edition=edition).meaning == "Internally displaced person"
    assert tipdata.glossary(edition=edition)[6].abbreviation == "IDPX"


def test_a_term_of_several_words_is_found_whole_in_title_case():
    (match,) = tipdata.find_terms("the 2000 UN TIP Protocol (Palermo Protocol)")
    assert (match.start, match.text) == (4, "2000 UN TIP Protocol (Palermo Protocol)")


def test_a_letter_with_a_mark_is_no_end_of_a_term():
    assert tipdata.find_terms("EU\u0301") == ()
