"""The data dictionary explains every field of every public record class."""

import re
from pathlib import Path

import pytest

import tipdata
from record_fields import record_classes, rows

PAGE = Path(__file__).parent.parent / "docs" / "dictionary.md"


@pytest.mark.parametrize("name", record_classes())
def test_every_field_has_a_type_and_a_meaning(name):
    explained = list(rows(getattr(tipdata, name)))
    assert explained
    assert [field for field, written, meaning in explained if not (written and meaning)] == []


def test_the_page_has_every_class_once():
    page = PAGE.read_text(encoding="utf-8")
    named = re.findall(r"^```\{data-dictionary\} (.+)$", page, re.M)
    assert sorted(" ".join(named).split()) == sorted(record_classes())
