"""One docstring says what a field means, and columns, JSON Schema and dictionary take it."""

import json
import subprocess
import sys
from functools import cache

import attrs
import pytest

import tipdata
from environment import ENVIRONMENT
from for_each import for_each
from record_fields import record_classes, rows
from tipdata import Record, export
from tipdata.models import meanings as module
from tipdata.models.meanings import docstring, meaning, meanings, summary, with_null
from tipdata.tables.columns import FieldMeaning
from tipdata.tables.record_classes import MODULE_OF, record_class
from tipdata.tables.registry import OF_PARTS, TABLES

# What no field says: keys of other tables, ends of dates, lists that a text holds in short.
WRITTEN = {
    "country",
    "country_alpha_3",
    "instrument",
    "links",
    "register_actions.place",
    "peacekeeping.initiatives",
    "peacekeeping.initiatives_symbols",
    "organizations.parent",
    "framework_documents.years",
    "framework_documents.years_meaning",
    "framework_documents.years_printed",
    "framework_documents.organizations",
    "focal_points.organizations",
    "links.record",
    "links.record_kind",
    "status.evidence",
    "records.kind",
    "records.text",
}


def all_tables():
    """Give the declared tables by their names."""
    return {table.name: table for table in (*TABLES.values(), *OF_PARTS)}


@cache
def definitions():
    """Give what the JSON Schemas say of each class, by its name."""
    files = dict(export.json_files())
    schemas = [json.loads(files[path]) for path in files if path.endswith(".schema.json")]
    return {name: value for schema in schemas for name, value in schema["$defs"].items()}


@for_each("table", all_tables)
def test_a_column_means_what_its_field_means_or_has_none(table):
    for column in table.columns:
        from_field = isinstance(column._description, FieldMeaning)
        end = column.name.endswith(("_earliest", "_latest"))
        written = end or column.name in WRITTEN or f"{table.name}.{column.name}" in WRITTEN
        assert from_field is not written, column.name


@pytest.mark.parametrize(
    ("table", "column", "cls", "field"),
    [
        ("ratifications", "consent_form", "Ratification", "consent_form"),
        ("instruments", "delay_months", "Delay", "months"),
        ("peacekeeping", "prevention_policy", "PreventionPolicy", "title"),
        ("photo_credits", "pages_roman", "PageRange", "roman"),
        ("framework_documents", "url", "FrameworkDocument", "url"),
        ("links", "remark", "Link", "remark"),
        ("status", "state", "Status", "state"),
        ("status", "never", "Bounds", "never"),
        ("status", "entry_into_force_rule", "DateBounds", "rule"),
    ],
)
def test_a_column_and_the_dictionary_say_the_same(table, column, cls, field):
    (said,) = (text for name, _, text in rows(getattr(tipdata, cls)) if name == field)
    assert all_tables()[table][column].description == with_null(said)


def test_the_schema_says_what_the_dictionary_says():
    compared = 0
    for name, definition in definitions().items():
        for field, described in definition.get("properties", {}).items():
            assert described["description"] == with_null(meanings(getattr(tipdata, name))[field])
            compared += 1
        if name not in ("PartialDate", "Span"):  # which JSON writes as texts
            assert definition["description"] == summary(getattr(tipdata, name))
    assert compared > 100


@for_each("name", record_classes)
def test_a_meaning_is_a_sentence_on_one_line(name):
    for text in meanings(getattr(tipdata, name)).values():
        assert text[0].isupper() or text[0] == "`"
        assert text.endswith(".")
        assert text.count("`") % 2 == 0
        assert "\n" not in text
        assert "  " not in text


def test_none_is_null_where_data_are_read():
    for table in all_tables().values():
        for column in table.columns:
            assert "None" not in column.description
    assert "None" not in json.dumps(definitions())
    assert with_null("None reported: None; Nonesuch.") == "null reported: null; Nonesuch."


def test_a_subclass_has_the_meanings_of_its_bases_and_its_own():
    assert meanings(tipdata.ReportLink)["url"] == meanings(tipdata.Link)["url"]
    assert set(meanings(tipdata.ReportLink)) >= {"url", "record", "section", "spans", "keys"}
    with pytest.raises(TypeError):
        meanings(tipdata.Link)["url"] = "x"
    with pytest.raises(KeyError):
        meaning(tipdata.Link, "no_such_field")


# Docstrings may be stripped --------------------------------------------------------------

DESCRIBE = """
from tipdata import export
from tipdata.tables.registry import TABLES
for table in TABLES.values():
    for column in table.columns:
        print(table.name, column.name, column.description)
print(dict(export.json_files())["register.schema.json"].decode())
"""


def output_of(*arguments):
    """Give what Python prints in a process of its own."""
    done = subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, env=ENVIRONMENT, check=True
    )
    return done.stdout


def test_descriptions_are_there_without_docstrings():
    whole, stripped = output_of("-c", DESCRIBE), output_of("-OO", "-c", DESCRIBE)
    assert whole == stripped
    assert "countries name The name as printed." in whole


def test_without_docstrings_and_source_a_description_is_an_error(monkeypatch):
    def missing(documented):
        raise OSError("could not get source code")

    class Stripped:
        pass

    monkeypatch.setattr(module, "getsource", missing)
    with pytest.raises(RuntimeError, match=r"Stripped means stands in its docstring.*-OO"):
        docstring(Stripped)
    assert docstring(tipdata.Term).startswith("A line of the glossary.")


def test_what_has_no_docstring_means_nothing():
    def bare():
        pass

    assert docstring(bare) == ""


# Where classes stand ----------------------------------------------------------------------


def test_the_registry_knows_every_kind_of_record():
    public = {name: getattr(tipdata, name) for name in tipdata.__all__}
    records = {
        name: value
        for name, value in public.items()
        if isinstance(value, type) and issubclass(value, Record)
    }
    assert set(MODULE_OF) == set(records) | set(TABLES)
    for name in MODULE_OF:
        assert record_class(name) is public[name]
        assert attrs.has(record_class(name))


def test_a_table_is_shown_without_the_rooms_of_others():
    shown = "import sys, tipdata; repr(tipdata.notes())"
    rooms = "[name for name in sys.modules if name.startswith('tipdata.state')]"
    assert output_of("-c", f"{shown}; print({rooms})") == "[]\n"
