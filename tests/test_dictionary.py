"""The data dictionary explains every field of every public record class."""

import re
from pathlib import Path

import tipdata
from for_each import for_each
from record_fields import record_classes, rows
from tipdata.tables.registry import OF_PARTS, TABLES
from written_tables import columns

PAGE = Path(__file__).parent.parent / "docs" / "dictionary.md"


@for_each("name", record_classes)
def test_every_field_has_a_type_and_a_meaning(name):
    explained = list(rows(getattr(tipdata, name)))
    assert explained
    assert [field for field, written, meaning in explained if not (written and meaning)] == []


def test_the_page_has_every_class_once():
    page = PAGE.read_text(encoding="utf-8")
    named = re.findall(r"^```\{data-dictionary\} (.+)$", page, re.M)
    assert sorted(" ".join(named).split()) == sorted(record_classes())


@for_each("table", lambda: {table.name: table for table in (*TABLES.values(), *OF_PARTS)})
def test_the_columns_of_a_table_are_written_out(table):
    heading, *lines = columns(table).splitlines()
    assert heading == f"## {table.name}"
    named = [re.match(r"\| `(\w+)` \| .+ \| .+ \|$", line) for line in lines]
    assert [found[1] for found in named if found] == [column.name for column in table.columns]


def test_a_column_is_written_with_its_type_and_its_words():
    assert "| `personnel` | integer (persons) | Peacekeeping and support personnel. |" in columns(
        tipdata.peacekeeping().schema
    )
    line = next(
        line
        for line in columns(tipdata.ratifications().schema).splitlines()
        if line.startswith("| `consent_form`")
    )
    assert line.startswith("| `consent_form` | text, or null | The form of the consent")
    assert "One of: `ratification`, `accession`, " in line
