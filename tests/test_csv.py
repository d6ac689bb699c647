"""CSV: exact for programs, and safe for spreadsheets when that is asked for."""

import csv
import io
from datetime import date

import duckdb
import polars
import pytest
from hypothesis import given, strategies

import tipdata
from every_table import NASTY, answers, every, whole
from for_each import for_each
from tipdata import ColumnType, Records, Term

every_table = for_each("records", every)


def read(text):
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def value(column, cell):
    """Give the value that a cell writes."""
    if column.type is ColumnType.TEXTS:
        return split(cell)
    if cell == "" and column.nullable:
        return None
    if column.type is ColumnType.INTEGER:
        return int(cell)
    if column.type is ColumnType.BOOLEAN:
        return {"true": True, "false": False}[cell]
    return date.fromisoformat(cell) if column.type is ColumnType.DATE else cell


def split(cell):
    """Split a list at its bars, but not at those that a backslash stands before."""
    items, escaped = [""], False
    for mark in cell:
        if mark == "|" and not escaped:
            items.append("")
        elif mark == "\\" and not escaped:
            escaped = True
            continue
        else:
            items[-1] += mark
        escaped = False
    return items if cell else []


@every_table
def test_csv_gives_the_rows_back(records):
    heads, *lines = read(records.to_csv())
    columns = records.schema.columns
    assert heads == [column.name for column in columns]
    assert [
        {column.name: value(column, cell) for column, cell in zip(columns, line, strict=True)}
        for line in lines
    ] == records.to_dicts()


@every_table
def test_csv_is_a_file_in_utf_8(records, tmp_path):
    for path in (tmp_path / "table.csv", str(tmp_path / "table.csv")):
        assert records.to_csv(path) is None
        assert (tmp_path / "table.csv").read_bytes() == records.to_csv().encode()
    assert records.to_csv().endswith("\n")
    assert "\r\n" not in records.to_csv()


def test_no_packaged_list_needs_an_escape():
    for name, records in (*answers().items(), *whole().items()):
        lists = (value for row in records.to_dicts() for value in row.values())
        items = [item for value in lists if isinstance(value, list) for item in value]
        assert [item for item in items if item == "" or set(item) & set("|\\")] == [], name


ANY = strategies.text(strategies.characters(exclude_categories=["Cs"]))
ITEMS = strategies.lists(ANY.filter(bool)).map(tuple)


@given(ANY, ITEMS)
def test_any_text_comes_back(text, items):
    terms = Records([Term(text, f"{text}x", items)])
    (_, row) = read(terms.to_csv())
    assert [*row[:2], split(row[2])] == [text, f"{text}x", list(items)]
    assert Records.from_json(terms.to_json()) == terms


@given(ANY)
def test_no_text_is_a_formula(text):
    (_, row) = read(Records([Term(text, text, (text,))]).to_csv(spreadsheet_safe=True))
    for cell in row[:3]:
        assert not cell.lstrip(" \0\u200b").startswith(tuple("=+-@＝＋－＠﹢﹣﹦﹫\t\r\n"))
        assert not cell.startswith("\0")
        assert cell.removeprefix("'").replace("\\", "") == text.removeprefix("'").replace("\\", "")


def test_a_null_is_told_from_an_empty_text():
    terms = Records([Term("", "x", ("",))])
    assert terms.to_csv().splitlines()[1] == '"",x,"",'
    assert tipdata.photo_credits()[:1].to_csv().splitlines()[1].startswith("Inside Front Cover,,,")


def test_other_readers_read_it():
    records = tipdata.register()
    frame = polars.read_csv(records.to_csv().encode(), infer_schema=False)
    assert frame["grade"].to_list() == [entry.grade.value for entry in records]
    held = [tuple(split(cell)) for cell in frame["sources"]]
    assert held == [entry.sources for entry in records]
    assert frame["note"].to_list() == [entry.note for entry in records]


def test_duckdb_reads_it(tmp_path):
    tipdata.errata().to_csv(tmp_path / "errata.csv")
    found = duckdb.read_csv(str(tmp_path / "errata.csv"), all_varchar=True).fetchall()
    assert [row[3] for row in found] == [erratum.found for erratum in tipdata.errata()]


# Spreadsheets --------------------------------------------------------------------------


@pytest.mark.parametrize("text", [text for text in NASTY if not text.startswith("a")])
def test_a_text_that_a_spreadsheet_would_run_is_defused(text):
    terms = Records([Term(text, "calm", (text, "calm", text))])
    assert read(terms.to_csv())[1][:2] == [text, "calm"]
    _, row = read(terms.to_csv(spreadsheet_safe=True))
    assert row[:2] == [f"'{text}", "calm"]
    assert split(row[2]) == [f"'{text}", "calm", f"'{text}"]


@pytest.mark.parametrize(
    "text", ["calm", "a=1", "1-1", "—", "", "'=1", 'x "y", z', "a\n=1", "−1", " "]
)
def test_any_other_text_stays_as_it_is(text):
    terms = Records([Term(text, text)])
    assert terms.to_csv(spreadsheet_safe=True) == terms.to_csv()
    assert read(terms.to_csv())[1][:2] == [text, text]


@every_table
def test_no_cell_of_a_safe_table_starts_a_formula(records):
    for cells in read(records.to_csv(spreadsheet_safe=True)):
        for cell in cells:
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\0"))


def test_numbers_stay_numbers():
    credit = tipdata.photo_credits(page=13)[1]
    assert ",2017," in Records([credit]).to_csv(spreadsheet_safe=True)
