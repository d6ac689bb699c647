"""The packaged files are read strictly: whatever doesn't fit is named, with its path."""

import json
import re
import shutil
from pathlib import Path

import pytest
from attrs import evolve

import tipdata
from for_each import for_each
from tipdata import DataError, NotFoundError
from tipdata.load import handmade_errata, packaged
from tipdata.models.convert import structure
from tipdata.models.glossary import Glossary

PACKAGED = Path(tipdata.__file__).parent / "data" / "2018"
REMOVED = object()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Give a copy of the packaged files that is read in place of them, from the start."""
    monkeypatch.setattr(packaged, "_loaded", {})
    monkeypatch.setattr(packaged, "files", lambda _: tmp_path)
    return Path(shutil.copytree(PACKAGED.parent, tmp_path / "data")) / "2018"


def put(file, place, value):
    """Put a value at a place of a JSON file, such as `content.cells[3].printed`."""
    whole = json.loads(file.read_bytes())
    steps = [int(n) if n else name for name, n in re.findall(r"([^.[\]]+)|\[(\d+)\]", place)]
    inner = whole
    for step in steps[:-1]:
        inner = inner[step]
    if value is REMOVED:
        del inner[steps[-1]]
    else:
        inner[steps[-1]] = value
    file.write_text(json.dumps(whole), encoding="utf-8")


ACT = "content.cells[3].ratification"
DELAY = "content.instruments[0].delay"
DOCUMENT = "content.documents[0]"
SPAN = "content.cells[3].spans[0]"

# The file, a place in it, what is put there, and how the error that gives this place begins.
WRONG = [
    ("conventions", "content.cells[3].printed", REMOVED, "required field missing"),
    ("conventions", "content.cells[3].printed", 5, "expected str, got int 5"),
    ("conventions", "content.cells[3].printed", None, "expected str, got NoneType None"),
    ("conventions", "content.cells[3].country", "Brasil", "refers to 'Brasil', and no Country of"),
    ("conventions", "content.cells[3].country", "P029", "refers to 'P029', and no Country of"),
    ("conventions", "content.cells[3].country", ["Brazil"], "expected str, got list ['Brazil']"),
    ("conventions", "content.cells[3].country", None, "expected str, got NoneType None"),
    ("conventions", "content.cells[3].country", {"name": "Brazil"}, "expected str, got dict {"),
    ("conventions", f"{ACT}.instrument", "C29", "refers to 'C29', and no Instrument of that name"),
    ("conventions", f"{ACT}.date", "1957-13", "no calendar has 1957-13"),
    ("conventions", f"{ACT}.date", "57", "can't read the date '57'"),
    ("conventions", f"{ACT}.date", 1957, "expected str, got int 1957"),
    ("conventions", f"{ACT}.date", ["1957"], "expected str, got list ['1957']"),
    ("conventions", f"{ACT}.entry_into_force", "soon", "can't read the date 'soon'"),
    (
        "conventions",
        f"{ACT}.consent_form",
        "gift",
        "'gift' is not a valid Consent; there are 'ratif",
    ),
    ("conventions", f"{ACT}.consent_form", ["gift"], "['gift'] is not a valid Consent; there are"),
    ("conventions", f"{ACT}.consent_form", "ACCESSION", "'ACCESSION' is not a valid Consent"),
    ("conventions", SPAN, "1107-1111", "expected 'start:end', two offsets in order, got '1107-"),
    ("conventions", SPAN, "1107:", "expected 'start:end', two offsets in order, got '1107:'"),
    ("conventions", SPAN, "1:2:3", "expected 'start:end', two offsets in order, got '1:2:3'"),
    ("conventions", SPAN, "9:3", "expected 'start:end', two offsets in order, got '9:3'"),
    ("conventions", SPAN, "-3:9", "expected 'start:end', two offsets in order, got '-3:9'"),
    ("conventions", SPAN, " 1 : 2 ", "expected 'start:end', two offsets in order, got ' 1 : 2"),
    ("conventions", SPAN, "1_0:20", "expected 'start:end', two offsets in order, got '1_0:20'"),
    ("conventions", SPAN, "١:٢", "expected 'start:end', two offsets in order, got '١:٢'"),
    ("conventions", SPAN, 1107, "expected str, got int 1107"),
    ("conventions", "content.cells[3].spans", None, "expected list, got NoneType None"),
    ("conventions", "content.cells[3].spans", "1:2", "expected list, got str '1:2'"),
    ("conventions", "content.cells", 5, "expected list, got int 5"),
    ("conventions", "content.cells", {}, "expected list, got dict {}"),
    ("conventions", "content.cells[3]", "Brazil", "expected dict, got str 'Brazil'"),
    ("conventions", "content.legend", None, "expected dict, got NoneType None"),
    ("conventions", DELAY, 12, "expected dict, got int 12"),
    ("conventions", f"{DELAY}.months", True, "expected int, got bool True"),
    ("conventions", f"{DELAY}.months", 1.0, "expected int, got float 1.0"),
    ("conventions", f"{DELAY}.months", "1", "expected int, got str '1'"),
    ("conventions", f"{DELAY}.early_article", 1, "expected str, got int 1"),
    ("conventions", "content.instruments[0].aliases[1]", 7, "expected str, got int 7"),
    ("conventions", "content.instruments[0].aliases", "Palermo", "expected list, got str 'Pal"),
    ("conventions", "content.instruments[0].kind", "treaty", "'treaty' is not a valid Instrum"),
    ("conventions", "content.structure[0].kind", REMOVED, "required field missing"),
    ("organizations", "content.organizations[1].parent", "UNESCO", "refers to 'UNESCO', and no"),
    ("organizations", "content.organizations[1].parent", 1, "expected str, got int 1"),
    ("organizations", "content.organizations[1].links[0].url", REMOVED, "required field missing"),
    ("organizations", f"{DOCUMENT}.organizations", ["Onion"], "refers to 'Onion', and no Org"),
    ("organizations", f"{DOCUMENT}.organizations", "United Nations", "expected list, got str 'U"),
    ("organizations", f"{DOCUMENT}.organizations", None, "expected list, got NoneType None"),
    ("organizations", f"{DOCUMENT}.organizations", [["UN"]], "expected str, got list ['UN']"),
    ("organizations", f"{DOCUMENT}.years[0].meaning", "signed", "'signed' is not a valid YearM"),
    ("photo_credits", "content.credits[0].year", "2017", "expected int, got str '2017'"),
    ("photo_credits", "content.credits[0].agency", ["AP"], "expected str, got list ['AP']"),
    ("notes", "content.notes[0].date", "2017-02-29", ""),
    ("notes", "content.title", 1, "expected str, got int 1"),
    ("staff", "content.members[80].name", None, "expected str, got NoneType None"),
    ("staff", "content", [], "expected "),
    ("staff", "content.title", ["x"] * 99, f"expected str, got list {str(['x'] * 99)[:79]}… @ $"),
    ("staff", "source_sha256", REMOVED, "required field missing"),
    ("staff", "edition", "2018", "expected int, got str '2018'"),
]


@pytest.mark.parametrize(("name", "place", "value", "said"), WRONG)
def test_what_does_not_fit_is_named_with_its_path(folder, name, place, value, said):
    put(folder / f"{name}.json", place, value)
    with pytest.raises(DataError) as caught:
        getattr(tipdata.edition(), name)
    assert str(caught.value).startswith(f"2018/{name}.json: {said}")
    assert re.search(rf" @ \$\.{re.escape(place)}(;|$)", str(caught.value))


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("conventions", "content.cells[3]"),
        ("conventions", "content.cells[3].ratification"),
        ("conventions", DELAY),
        ("organizations", "content.organizations[1].links[0]"),
        ("organizations", "content.documents[0].years[0]"),
        ("peacekeeping", "content.profiles[0].allegations"),
        ("staff", "content"),
    ],
)
def test_an_unknown_key_is_named_with_its_path(folder, name, place):
    put(folder / f"{name}.json", f"{place}.more", 1)
    with pytest.raises(DataError) as caught:
        getattr(tipdata.edition(), name)
    assert f"extra fields found (more) @ $.{place}" in str(caught.value).split(": ", 1)[1].split(
        "; "
    )


def test_an_unknown_key_in_the_head_of_a_file_is_named(folder):
    put(folder / "staff.json", "version", 1)
    with pytest.raises(
        DataError, match=r"^2018/staff\.json: extra fields found \(version\) @ \$$"
    ):
        tipdata.staff()


def test_all_problems_are_named_together(folder):
    put(folder / "staff.json", "content.members[0].name", 1)
    put(folder / "staff.json", "content.members[5].name", REMOVED)
    put(folder / "staff.json", "content.members[7].rank", "chief")
    put(folder / "staff.json", "content.office", None)
    with pytest.raises(DataError) as caught:
        tipdata.staff()
    found = str(caught.value).removeprefix("2018/staff.json: ").split("; ")
    assert sorted(found) == [
        "expected str, got NoneType None @ $.content.office",
        "expected str, got int 1 @ $.content.members[0].name",
        "extra fields found (rank) @ $.content.members[7]",
        "required field missing @ $.content.members[5].name",
    ]


@pytest.mark.parametrize(
    "content", [b"", b"{", b'{"edition": 2018,}', b"\xff\xfe", b"'staff'", b"[]", b"null", b"5"]
)
def test_what_is_no_json_object_is_an_error(folder, content):
    (folder / "staff.json").write_bytes(content)
    with pytest.raises(DataError, match=r"^2018/staff\.json: "):
        tipdata.staff()


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("edition", 2017, "is of 2017/staff"),
        ("section", "notes", "is of 2018/notes"),
        ("section", "Staff", "is of 2018/Staff"),
    ],
)
def test_a_file_that_is_of_another_section_or_edition_is_an_error(folder, key, value, said):
    put(folder / "staff.json", key, value)
    with pytest.raises(DataError) as caught:
        tipdata.staff()
    assert str(caught.value) == f"2018/staff.json: {said}"


def test_a_bad_file_hurts_no_other_and_may_be_mended(folder):
    good = (folder / "staff.json").read_bytes()
    (folder / "staff.json").write_text("{}")
    assert len(tipdata.glossary()) == 23
    for _ in range(2):
        with pytest.raises(DataError):
            tipdata.staff()
    (folder / "staff.json").write_bytes(good)
    assert len(tipdata.staff()) == 81


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        ("entries[0].country", "Ruritania", "refers to 'Ruritania'"),
        (
            "entries[0].country",
            "P029",
            "refers to 'P029', and no Country of that name stands above",
        ),
        ("entries[0].grade", "rumour", "'rumour' is not a valid Grade"),
        ("entries[0].sources", REMOVED, "required field missing"),
        ("entries[0].remark", "x", r"extra fields found \(remark\) @ \$\.entries\[0\]$"),
    ],
)
def test_the_register_is_read_as_strictly(folder, place, value, said):
    put(folder.parent / "register" / "register.json", place, value)
    with pytest.raises(DataError, match=rf"^register/register\.json: .*{said}"):
        tipdata.register()


def test_the_errata_are_read_as_strictly(folder):
    put(folder / "errata.json", "errata[2].found", 5)
    message = r"^2018/errata\.json: expected str, got int 5 @ \$\.errata\[2\]\.found$"
    with pytest.raises(DataError, match=message):
        tipdata.errata()


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        ("countries.Fiji.numeric", 5, "expected str, got int 5 @ $.countries['Fiji'].numeric"),
        ("agencies[0].source", REMOVED, "required field missing @ $.agencies[0].source"),
        ("countries", [], "expected a mapping @ $.countries"),
        ("cities", {}, "extra fields found (cities) @ $"),
    ],
)  # fmt: skip
def test_the_supplement_is_read_as_strictly(folder, place, value, said):
    put(folder / "supplement.json", place, value)
    with pytest.raises(DataError) as caught:
        tipdata.read_edition(folder / "source.md")
    assert str(caught.value) == f"2018/supplement.json: {said}"


def test_the_packaged_editions(folder):
    assert tipdata.editions() == (2018,)
    for name in ("2020", "1999", "draft"):
        (folder.parent / name).mkdir()
    assert tipdata.editions() == (1999, 2018, 2020)
    assert tipdata.edition(1999).year == 1999


def test_an_edition_is_the_same_each_time():
    assert tipdata.edition() is tipdata.edition(2018)
    assert tipdata.edition().staff is tipdata.edition().staff
    assert tipdata.edition().year == 2018
    assert len(tipdata.edition().sections) == 8


@pytest.mark.parametrize("year", [2017, 2019, 0, -2018, 10**30])
def test_an_edition_that_is_not_packaged_is_not_found(year):
    with pytest.raises(NotFoundError) as caught:
        tipdata.edition(year)
    assert str(caught.value) == f"no edition {year}; packaged: 2018"


@for_each("year", lambda: [True, "2018", 2018.0, None, tipdata.edition()])
def test_a_year_is_an_int(year):
    with pytest.raises(TypeError, match=f"^year must be an int, not {type(year).__name__}$"):
        tipdata.edition(year)


def test_errata_of_another_edition_are_an_error(monkeypatch):
    read = handmade_errata.read_json
    monkeypatch.setattr(
        handmade_errata, "read_json", lambda *given: evolve(read(*given), edition=1999)
    )
    with pytest.raises(DataError, match="a file of the edition 2018 says that it is of 1999"):
        handmade_errata.read_handmade_errata(2018)


def test_a_register_of_an_edition_that_is_not_packaged_is_an_error(folder):
    put(folder.parent / "register" / "register.json", "edition", 1999)
    with pytest.raises(NotFoundError, match=r"^no edition 1999; packaged: 2018$"):
        tipdata.register()


def test_of_many_problems_five_are_named():
    terms = [{"abbreviation": number, "meaning": "", "spans": []} for number in range(8)]
    with pytest.raises(DataError) as caught:
        structure({"title": "", "terms": terms}, Glossary)
    message = str(caught.value)
    assert message.count("expected str, got int") == 5
    assert message.endswith("; and 3 more")
