"""JSON: every record as it is, and back; what is no such JSON is an error with its place."""

import json

import pytest
from attrs import evolve, frozen

import tipdata
from every_table import every, tables
from for_each import for_each
from tipdata import DataError, Record, Records, RegisterEntry, State

every_table = for_each("records", every)


@frozen
class Country(tipdata.Country):
    """A class of another library that goes by the same name."""


def c189():
    """Give the ratifications of one instrument."""
    return tipdata.ratifications(instrument="C189")


def statuses():
    """Give the statuses of one instrument, which hold evidence of two kinds."""
    return tipdata.protocol_status("P029", on="2018", basis="register")


def entries():
    """Give entries into force."""
    return tipdata.entries_into_force("2018-06")


def sigmon():
    """Give records of several kinds."""
    return tipdata.search("Jane Sigmon")


@every_table
def test_json_gives_the_records_back(records):
    text = records.to_json()
    back = Records.from_json(text)
    assert back == records
    assert back.kind is records.kind
    assert hash(back) == hash(records)
    assert back.to_json() == text
    derived = {"finding": None} if records.kind is RegisterEntry else {}  # beside a chart
    assert back.to_dicts() == [row | derived for row in records.to_dicts()]
    assert Records.from_json(json.dumps(json.loads(text))) == records


@every_table
def test_what_is_referred_to_stands_once_and_before_it_is_needed(records):
    value = json.loads(records.to_json())
    assert list(value) == ["kind", "referred", "records"]
    names = [each["name"] for each in value["referred"]]
    assert len(names) == len(set(names))
    seen = set()
    for each in value["referred"]:
        parent = each["record"].get("parent")
        assert parent is None or parent in seen
        assert set(each["record"].get("organizations", ())) <= seen
        seen.add(each["name"])


def test_what_a_file_holds():
    value = json.loads(c189().to_json())
    assert value["kind"] == "Ratification"
    assert [(each["name"], each["kind"]) for each in value["referred"]] == [
        ("Brazil", "Country"),
        ("C189", "Instrument"),
        ("Guinea", "Country"),
        ("Jamaica", "Country"),
        ("Switzerland", "Country"),
    ]
    assert value["records"][1] == {
        "spans": [str(c189()[1].spans[0])],
        "country": "Guinea",
        "instrument": "C189",
        "date": "2017",
        "entry_into_force": "2018-04-25",
        "consent_form": None,
    }
    status = json.loads(statuses().to_json())["records"][0]
    assert (status["country"], status["on"], status["basis"]) == ("Brazil", "2018", "register")
    assert status["possible"] == sorted(state.value for state in statuses()[0].possible)
    assert [each.get("printed") for each in status["evidence"]] == ["—", None]


def test_records_of_several_kinds_say_their_kinds():
    found = sigmon()
    value = json.loads(found.to_json())
    assert (value["kind"], [each["kind"] for each in value["records"]]) == (
        "Record",
        ["PhotoCredit", "PhotoCredit", "StaffMember"],
    )
    assert Records.from_json(found.to_json()) == found
    assert Records.from_json(Records(()).to_json()) == Records(())
    parts = Records([tipdata.peacekeeping()[0].prevention_policy])
    assert Records.from_json(parts.to_json()) == parts


def test_two_records_of_one_name_are_told_apart():
    value = json.loads(tables()["two of a name"].to_json())
    names = [each["name"] for each in value["referred"]]
    assert names == ["Brazil", "C189", "Brazil (2)", "Brazil (3)"]
    assert [each["country"] for each in value["records"]] == [*names[:1], *names[2:], "Brazil"]


def test_a_record_of_the_name_of_another_is_not_taken_for_it():
    union = tipdata.organization("UN")
    other = evolve(union, abbreviation="XX")
    child = evolve(tipdata.organization("ILO"), parent=union)
    mixed = Records([other, child])
    assert Records.from_json(mixed.to_json())[1].parent == union


@for_each("records", lambda: [c189(), statuses(), tipdata.search("europe")])
def test_json_is_a_file_too(records, tmp_path):
    for path in (tmp_path / "records.json", str(tmp_path / "records.json")):
        assert records.to_json(path) is None
        assert (tmp_path / "records.json").read_bytes() == records.to_json().encode()
        assert Records.from_json(path) == records


@for_each(
    "records, kind",
    lambda: [
        (Records([1]), "int"),
        (Records([State.IN_FORCE]), "State"),
        (Records((), dict), "dict"),
        (Records([tipdata.bounds("DK", "P029")]), "Bounds"),
        (Records((tipdata.country("DK"), 1), Record), "int"),
        (Records((), Country), "Country"),
    ],
)
def test_what_is_no_record_has_no_json(records, kind):
    with pytest.raises(TypeError) as caught:
        records.to_json()
    assert str(caught.value) == f"{kind} is no kind of record, and has no JSON form"


def broken(records, *path_and_value):
    """Give the JSON of records with one value replaced; `...` takes it out."""
    value = json.loads(records.to_json())
    *path, last, new = path_and_value
    place = value
    for step in path:
        place = place[step]
    if new is ...:
        del place[last]
    else:
        place[last] = new
    return json.dumps(value)


DAY = ("records", 0, "entry_into_force", "earliest")


BROKEN = [
    (c189, ("kind", "Ratificatio"), "$.kind: 'Ratificatio' is no kind of record"),
    (c189, ("kind", "Edition"), "$.kind: 'Edition' is no kind of record"),
    (c189, ("kind", "State"), "$.kind: 'State' is no kind of record"),
    (c189, ("kind", "countries"), "$.kind: 'countries' is no kind of record"),
    (c189, ("kind", 1), "expected str, got int 1 @ $.kind"),
    (c189, ("kind", ...), "required field missing @ $.kind"),
    (c189, ("more", 1), "extra fields found (more) @ $"),
    (c189, ("records", {}), "expected list, got dict {} @ $.records"),
    (c189, ("records", 0, "x", 1), "extra fields found (x) @ $.records[0]"),
    (c189, ("records", 1, "date", 2017), "$.records[1].date"),
    (c189, ("records", 1, "consent_form", "x"), "$.records[1].consent_form"),
    (c189, ("records", 1, "spans", "1:2"), "expected list, got str '1:2' @ $.records[1].spans"),
    (c189, ("records", 1, "country", "Fiji"), "refers to 'Fiji', and no Country of that name"),
    (c189, ("records", 1, "country", None), "expected str, got NoneType None @ $.records[1]"),
    (c189, ("records", 1, "country", ["Brazil"]), "expected str, got list ['Brazil']"),
    (c189, ("records", 1, "country", "C189"), "refers to 'C189', and no Country of that name"),
    (c189, ("referred", 0, "name", "C189"), "$.referred[1].name: 'C189' stands there twice"),
    (c189, ("referred", 0, "kind", "Chart"), "$.referred[0].kind: 'Chart' is no kind of record"),
    (c189, ("referred", 0, "record", "name", 1), "got int 1 @ $.referred[0].record.name"),
    (c189, ("referred", 1, "record", "delay", "months", True), "expected int, got bool True"),
    (c189, ("referred", 0, "note", ""), "extra fields found (note) @ $.referred[0]"),
    (statuses, ("records", 0, "basis", "both"),
     "'both' is none of 'printed', 'register' @ $.records[0].basis"),
    (statuses, ("records", 0, "possible", []), "'possible' must be >= 1: 0 @ $.records[0]"),
    (statuses, ("records", 0, "possible", ["bound"]), "$.records[0].possible[0]"),
    (statuses, ("records", 0, "possible", "in force"), "expected list, got str 'in force'"),
    (statuses, ("records", 0, "evidence", 0, {}), "$.records[0].evidence[0]"),
    (entries, (*DAY, "2018-6-1"), "$.records[0].entry_into_force.earliest"),
    (entries, (*DAY, "20180614"), "expected a day such as"),
    (entries, (*DAY, 20180614), "expected str, got int 20180614"),
    (tipdata.focal_points, ("records", 0, "organizations", "EU"), "expected list, got str"),
    (sigmon, ("records", 0, "kind", "x"), "[0].kind: 'x' is no kind"),
    (sigmon, ("records", 0, "record", {}), "$.records[0].record"),
]  # fmt: skip


@pytest.mark.parametrize(("records", "change", "said"), BROKEN, ids=[said for *_, said in BROKEN])
def test_what_does_not_fit_is_named_with_its_place(records, change, said):
    with pytest.raises(DataError) as caught:
        Records.from_json(broken(records(), *change))
    assert said in str(caught.value)


def test_what_is_no_json_is_an_error(tmp_path):
    (tmp_path / "a.json").write_bytes(b"\xff{}")
    for text in ("{", "{}x", " {'a': 1}", tmp_path / "a.json"):
        with pytest.raises(DataError, match="no JSON: "):
            Records.from_json(text)
    (tmp_path / "a.json").write_text("[]")
    for rows in (tmp_path / "a.json", "[]", json.dumps(c189().to_dicts(), default=str)):
        with pytest.raises(DataError, match="expected dict, got list"):
            Records.from_json(rows)
    with pytest.raises(FileNotFoundError):
        Records.from_json("no such file")
    with pytest.raises(TypeError):
        Records.from_json(1)


def test_any_record_of_the_report_goes_through():
    every = Records(tipdata.edition().sections, Record)
    assert Records.from_json(every.to_json()) == every


def test_json_that_is_nested_too_deep_is_an_error_of_the_data():
    with pytest.raises(tipdata.DataError, match="no JSON: maximum recursion depth"):
        Records.from_json('{"a":' * 100_000)
