"""The declared tables are complete, and what they declare is true of every value."""

import pickle
import re
from datetime import date
from enum import Enum
from typing import get_args

import attrs
import pytest

import tipdata
from every_table import answers, odd, tables, whole
from for_each import for_each
from tipdata import Column, ColumnType, Link, PartialDate, Record, Records, Span, State, Table
from tipdata.arguments import Basis
from tipdata.models.record import is_reference
from tipdata.tables.registry import TABLES as DECLARED
from tipdata.tables.schema import plain

PYTHON = {
    ColumnType.TEXT: str,
    ColumnType.INTEGER: int,
    ColumnType.BOOLEAN: bool,
    ColumnType.DATE: date,
    ColumnType.TEXTS: list,
}
NAMES = (
    "chart closing_note countries entries_into_force errata focal_points framework_documents"
    " glossary instruments links notes organizations peacekeeping photo_credits ratifications"
    " records register staff status status_counts"
)


def keyed():
    """Give the whole tables: in these the key tells the rows apart."""
    every = (*answers().values(), *whole().values())
    return {records.schema.name: records for records in every if records.schema.key}


def of_one_kind():
    """Give the tables whose records are of one kind."""
    return {name: table for name, table in tables().items() if table.kind is not Record}


def test_there_is_a_table_for_every_kind_that_a_query_gives():
    assert sorted(table.name for table in DECLARED.values()) == NAMES.split()
    assert {records.kind.__name__ for records in tables().values()} == set(DECLARED)
    assert all(kind == table.kind and hasattr(tipdata, kind) for kind, table in DECLARED.items())
    for records in tables().values():
        assert records.schema is DECLARED[records.kind.__name__]


@for_each("table", lambda: {table.name: table for table in DECLARED.values()})
def test_a_table_is_declared_in_full(table):
    names = [column.name for column in table.columns]
    assert len(names) == len(set(names))
    for column in map(table.__getitem__, table.key):
        assert not column.nullable
        assert column.type is not ColumnType.TEXTS
    assert pickle.loads(pickle.dumps(table)) == table
    for text in (table.name, *names):
        assert re.fullmatch(r"[a-z][a-z0-9_]*", text)
    for text in (table.title, table.description, table.one, table.many):
        assert text
    assert table.shown
    for column in table.columns:
        assert table[column.name] is column
        assert re.fullmatch(r"[A-Z].*\.", column.description)
        assert column.description.count("`") % 2 == 0
        assert not (column.nullable and column.type is ColumnType.TEXTS)
        assert (column.unit is None) or column.type is ColumnType.INTEGER
        assert not column.vocabulary or column.type in (ColumnType.TEXT, ColumnType.TEXTS)
        if column.references is not None:
            assert column.type in (ColumnType.TEXT, ColumnType.TEXTS)
            (named,) = (other for other in DECLARED.values() if other.name == column.references)
            assert len(named.key) == 1
            assert column.type is ColumnType.TEXT or len(table.key) == 1
    with pytest.raises(KeyError, match="no_such_column"):
        table["no_such_column"]


@for_each("records", tables)
def test_every_value_is_what_its_column_declares(records):
    for column in records.schema.columns:
        for record in records:
            value = column.read(record)
            if value is None:
                assert column.nullable, column.name
                continue
            assert type(value) is PYTHON[column.type], column.name
            texts = value if isinstance(value, list) else [value]
            assert {type(text) for text in texts} <= {PYTHON[column.type], str}
            if column.vocabulary:
                assert set(texts) <= set(column.vocabulary), column.name


# A country without codes has no row in the chart of 2018, and every row has evidence.
NEVER_NULL = ("country_alpha_3",)


@for_each("kind", list(DECLARED))
def test_no_column_is_declared_for_nothing(kind):
    rows = [r for records in tables().values() if records.kind.__name__ == kind for r in records]
    for column in DECLARED[kind].columns:
        found = [column.read(record) for record in rows]
        assert any(value is not None for value in found), column.name
        if column.nullable and column.name not in NEVER_NULL:
            assert None in found, column.name


def test_the_words_of_a_basis_are_those_of_the_query():
    assert DECLARED["Status"]["basis"].vocabulary == get_args(Basis)


@for_each("records", keyed)
def test_the_key_tells_the_rows_apart(records):
    rows = records.to_dicts()
    keys = [tuple(row[column] for column in records.schema.key) for row in rows]
    assert len(rows) == len(set(keys)) > 0


# What a record says --------------------------------------------------------------------


def said(thing):
    """Give the text of everything that a record says itself, down to the last part."""
    if isinstance(thing, (tuple, frozenset)):
        for item in thing:
            yield from said(item)
    elif isinstance(thing, Enum):
        yield str(thing.value)
    elif isinstance(thing, (PartialDate, Span, tipdata.FactSource, tipdata.DocumentYears)):
        yield str(thing)
    elif isinstance(thing, Link) and type(thing) is Link:
        yield thing.url  # its other parts stand in the table `links`
    elif attrs.has(type(thing)):
        for field in attrs.fields(type(thing)):
            value = getattr(thing, field.name)
            if is_reference(field):
                yield from map(str, value if isinstance(value, tuple) else (value,))
            elif field.name != "spans" or not is_part(thing):
                yield from said(value)
    elif thing is not None:
        yield str(thing)


PARTS = {
    *("Ratification", "PreventionPolicy", "Training", "Allegations", "Initiative"),
    *("Cell", "RegisterEntry"),
}


def is_part(thing):
    """Whether its place is that of the record that it is part of."""
    return type(thing).__name__ in PARTS


@for_each("records", of_one_kind)
def test_nothing_that_a_record_says_is_lost(records):
    for record, row in zip(records, records.to_dicts(), strict=True):
        held = set()
        for value in row.values():
            held |= set(value) if isinstance(value, list) else {str(value)}
        own = record
        if isinstance(record, tipdata.Status):  # the evidence has tables of its own
            assert [str(each) for each in record.evidence] == row["evidence"]
            continued = record.bounds.continued  # so has the entry that says this
            assert continued in (None, getattr(record.evidence[-1], "continuity", None))
            own = attrs.evolve(
                record,
                evidence=(),
                bounds=attrs.evolve(record.bounds, continued=None),
                edition=None,
            )
        if isinstance(record, tipdata.RegisterEntry):  # and so have the acts
            own = attrs.evolve(record, actions=())
        assert set(said(own)) - {"None"} <= held


def test_every_address_of_the_report_is_whole_in_the_table_of_links():
    rows = {row["url"]: row for row in tipdata.links().to_dicts()}
    for records in tables().values():
        for record in records if records.kind.__name__ in ("Organization",) else ():
            for link in record.links:
                row = rows[link.url]
                assert (row["text"], row["label"], row["remark"]) == (
                    link.text,
                    link.label,
                    link.remark,
                )
                assert (row["record"], row["record_kind"]) == (record.name, "organization")


# Values --------------------------------------------------------------------------------

PATHS = {
    "url": "url",
    "record_kind": None,
    "years_meaning": None,
    "years_printed": None,
    "initiatives": None,
    "initiatives_symbols": None,
    "training": "training.stages",
    "allegations": "allegations.allegations",
    "never": "bounds.never",
    "continuity": "continuity.certainty",
    "independent": "continuity.independent",
    "independent_earliest": "continuity.independent.earliest",
    "independent_latest": "continuity.independent.latest",
    "links": None,
}


def by_name(record, name):
    """Give what a column's name leads to: `delay_months` is the months of the delay."""
    if hasattr(record, name):
        return getattr(record, name)
    words = name.split("_")
    for cut in range(len(words) - 1, 0, -1):
        head, rest = "_".join(words[:cut]), "_".join(words[cut:])
        for start in (record, getattr(record, "bounds", None)):
            if hasattr(start, head):
                part = getattr(start, head)
                return None if part is None else by_name(part, rest)
    raise AssertionError(name)


@for_each("records", of_one_kind)
def test_a_value_is_what_the_name_of_its_column_leads_to(records):
    checked = 0
    for record in records:
        for column in records.schema.columns:
            start, path = record, PATHS.get(column.name, column.name)
            if path is None:
                continue
            if isinstance(record, tipdata.Status) and column.name in (
                "consent",
                "entry_into_force",
                "denunciation_effect",
            ):
                start = record.bounds
            if isinstance(record, tipdata.Cell) and re.match(
                "date|entry_into_force|consent", path
            ):
                start = record.ratification
            for step in path.split("."):
                start = None if start is None else by_name(start, step)
            assert column.read(record) == plain(start, column.type), column.name
            checked += 1
    assert checked >= 2 * len(records)


def test_rows_written_out_by_hand():
    (row,) = tipdata.chart().cells.where(country="BR", instrument="C189").to_dicts()
    assert row == {
        "country": "Brazil",
        "country_alpha_3": "BRA",
        "instrument": "C189",
        "printed": "2018 (into force Jan 2019)",
        "date": "2018",
        "date_earliest": date(2018, 1, 1),
        "date_latest": date(2018, 12, 31),
        "entry_into_force": "2019-01",
        "entry_into_force_earliest": date(2019, 1, 1),
        "entry_into_force_latest": date(2019, 1, 31),
        "consent_form": None,
        "spans": ["1124:1150"],
    }
    row = tipdata.peacekeeping().to_dicts()[0]
    assert {name: value for name, value in row.items() if name.startswith("allegations")} == {
        "allegations": 62,
        "allegations_answer": "given",
        "allegations_year": 2017,
        "allegations_personnel": row["allegations_personnel"],
        "allegations_personnel_kinds": list(tipdata.peacekeeping()[0].allegations.personnel_kinds),
        "allegations_missions": tipdata.peacekeeping()[0].allegations.missions,
        "allegations_victims": tipdata.peacekeeping()[0].allegations.victims,
        "allegations_children": tipdata.peacekeeping()[0].allegations.children,
        "allegations_age_limit": 18,
        "allegations_countries": list(tipdata.peacekeeping()[0].allegations.countries),
        "allegations_remark": tipdata.peacekeeping()[0].allegations.remark,
    }
    (row,) = Records([tipdata.status("India", "C182", on="2018")]).to_dicts()
    assert {name: row[name] for name in ("on", "on_earliest", "on_latest", "state")} == {
        "on": "2018",
        "on_earliest": date(2018, 1, 1),
        "on_latest": date(2018, 12, 31),
        "state": "uncertain",
    }
    assert (row["possible"], row["certain"], row["never"]) == (
        ["in force", "ratified"],
        False,
        False,
    )
    assert (row["consent"], row["consent_rule"]) == ("2017-06-13", "art. 10(3)")
    assert (row["entry_into_force"], row["entry_into_force_origin"]) == ("2018-06-13", "printed")
    # Open to denunciation from 19 November 2020 on, with effect after twelve months.
    end = ("denunciation_effect", "denunciation_effect_origin", "denunciation_effect_rule")
    assert [row[name] for name in end] == ["2021-11-19/..", "derived", "art. 11"]
    assert (row["changes"], row["contested"]) == (True, False)  # on 13 June 2018
    rows = tipdata.protocol_status("OPSC").to_dicts()
    assert [row["country"] for row in rows if row["contested"]] == ["Fiji"]
    (row,) = tipdata.register().where(country="CAF", instrument="C029").to_dicts()
    assert {name: value for name, value in row.items() if "independent" in name} == {
        "independent": "1960-08-13",
        "independent_earliest": date(1960, 8, 13),
        "independent_latest": date(1960, 8, 13),
    }
    assert row["continuity"] == "certain"
    assert row["continuity_evidence"].startswith("Dz.U. 1965/39/251 names it among the States")
    (row,) = tipdata.instruments().where(id="C105").to_dicts()
    assert {name: value for name, value in row.items() if "denunciation" in name} == {
        "denunciation_months": 12,
        "denunciation_article": "art. 5",
        "denunciation_counted_from": "1959-01-17",
        "denunciation_first": 10,
        "denunciation_every": 10,
        "denunciation_later_for": None,
        "denunciation_follows": None,
    }
    known = {treaty["id"]: treaty for treaty in tipdata.instruments().to_dicts()}
    assert known["P029"]["denunciation_follows"] == "C029"
    assert known["CRC-OP-AC"]["denunciation_later_for"] == "a state then in an armed conflict"
    (row,) = tipdata.register().where(country="BR", instrument="PALERMO").to_dicts()
    assert row["entry_into_force_stated_by"].startswith("Dutch Treaty Database")


def test_a_search_result_is_a_small_table():
    assert tipdata.search("Jane Sigmon").to_dicts()[1:] == [
        {"kind": "photo credit", "text": "Jane Sigmon", "spans": [
            str(span) for span in tipdata.search("Jane Sigmon")[1].spans
        ]},
        {"kind": "member of the staff", "text": "Jane Nady Sigmon", "spans": ["27818:27834"]},
    ]  # fmt: skip
    assert Records([1, State.IN_FORCE]).to_dicts() == [
        {"kind": "int", "text": "1", "spans": []},
        {"kind": "state", "text": "State.IN_FORCE", "spans": []},
    ]
    policy = Records([tipdata.peacekeeping()[0].prevention_policy])
    assert policy.schema.name == "records"
    assert policy.to_dicts()[0]["kind"] == "prevention policy"


def test_what_is_shown_is_in_the_data():
    for records in (*answers().values(), *odd().values()):
        for column in records.schema.columns:
            assert column.shown is (column in records.schema.shown)
            if not column.shown:
                assert column.show(records[0]) is None


def test_a_table_and_a_column_can_not_be_changed_and_say_what_they_are():
    table = tipdata.staff().schema
    for thing in (table, table["name"]):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            thing.name = "x"
        hash(thing)
    assert isinstance(table, Table)
    assert repr(table["name"]).startswith("Column(name='name', type=<ColumnType.TEXT: 'text'>")
    assert isinstance(table["name"], Column)
    assert "columns=['name', 'spans']" in repr(table)
    assert tipdata.staff().to_dicts() is not tipdata.staff().to_dicts()
