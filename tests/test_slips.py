"""Slips of a source text or of a data file that could be read as something else."""

import pytest
from attrs import evolve

import tipdata
from tipdata import DataError, NotFoundError, ReadError
from tipdata.load import layers
from tipdata.models.convert import structure
from tipdata.models.glossary import Glossary

TEXT = tipdata.edition().text
SLIPS = [
    ("Office of Field Support", "Office of <b>Field</b> Support", "expected an office"),
    ("Tom Esslemont  \n", "Tom Esslemont\n", "found 'Bottom: "),
    ("\tLantsman\t", "\t\t", "expected a name that goes on in the cell below"),
    ("Denmark\t", "Brazil\t", "expected one row of Brazil"),
    ("14 Jun 2018)", "31 Jun 2018)", "expected a date (no calendar has 2018-06-31)"),
    ("between April 2017", "between Aprul 2017", "expected a date (can't read the date 'Aprul"),
    ("December 31, 2017", "December 32, 2017", "expected a date (no calendar has 2017-12-32)"),
    ("Brazil\t2004", "Brazil\t0000", "expected a date (no calendar has 0000)"),
]


@pytest.mark.parametrize(("printed", "slip", "said"), SLIPS, ids=[slip for _, slip, _ in SLIPS])
def test_a_slip_is_an_error_that_says_where(printed, slip, said):
    assert printed in TEXT
    with pytest.raises(ReadError, match=r"^line \d+, column \d+: ") as caught:
        tipdata.read_edition(TEXT.replace(printed, slip, 1))
    assert said in str(caught.value)


def test_a_file_in_another_encoding_is_an_error(tmp_path):
    path = tmp_path / "source.md"
    path.write_bytes(TEXT.encode("utf-16"))
    with pytest.raises(ReadError, match=r"source\.md is not in UTF-8"):
        tipdata.read_edition(path)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: layers.register_entries(2018, evolve(tipdata.edition().conventions)),
        lambda: layers.read_errata(2018),
    ],
    ids=["register", "errata"],
)
def test_a_layer_of_another_edition_is_an_error(ask, monkeypatch):
    read = layers.read_json
    monkeypatch.setattr(layers, "read_json", lambda *given: evolve(read(*given), edition=1999))
    with pytest.raises(DataError, match="a file of the edition 2018 says that it is of 1999"):
        ask()


def test_of_many_problems_five_are_named():
    terms = [{"abbreviation": number, "meaning": "", "spans": []} for number in range(8)]
    with pytest.raises(DataError) as caught:
        structure({"title": "", "terms": terms}, Glossary)
    message = str(caught.value)
    assert message.count("expected str, got int") == 5
    assert message.endswith("; and 3 more")


def test_a_term_of_several_words_is_found_whole_in_title_case():
    (match,) = tipdata.find_terms("the 2000 UN TIP Protocol (Palermo Protocol)")
    assert (match.start, match.text) == (4, "2000 UN TIP Protocol (Palermo Protocol)")


def test_an_instrument_has_one_column():
    text = tipdata.edition().text
    head = "UN Protocol to Prevent, Suppress and Punish Trafficking in Persons"
    twice = text.replace(f"\t{head}\t", f"\t{head}\t{head}\t")
    with pytest.raises(ReadError, match="line 7, column 76: expected an instrument that has no"):
        tipdata.read_edition(twice)


def test_the_errata_are_read_once(monkeypatch):
    first = layers.written_errata(2018)
    monkeypatch.setattr(layers, "read_json", None)
    assert layers.written_errata(2018) is first


def test_an_absent_record_is_shown_as_none():
    assert ", parent=None," in repr(tipdata.organization("UN"))
    assert ", parent='United Nations'," in repr(tipdata.organization("ILO"))


def test_a_letter_with_a_mark_is_no_end_of_a_term():
    assert tipdata.find_terms("EU\u0301") == ()


def test_a_code_without_its_zeros_is_close_to_the_code():
    with pytest.raises(NotFoundError, match="close to it: '076'"):
        tipdata.country("76")
