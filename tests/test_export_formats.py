"""Each export is what its field's own validator accepts, and reads back as the same records."""

import csv
import json
import sqlite3
from collections import Counter
from csv import DictReader
from datetime import date
from functools import cache
from io import StringIO
from typing import get_args

import polars
import pyarrow.parquet
import pytest
from attrs import evolve

import tipdata
from for_each import for_each
from tipdata import ColumnType, ExportError, Records, State, export
from tipdata.arguments import Basis
from tipdata.export.csvw import any_of
from tipdata.export.sheets import sheets
from tipdata.load.edition import Edition
from tipdata.tables.registry import TABLES
from validators import validate

# What gives the records of the tables that a query gives, written out once more.
RECORDS = {
    "countries": tipdata.countries,
    "instruments": tipdata.instruments,
    "chart": lambda: tipdata.chart().cells,
    "ratifications": tipdata.ratifications,
    "status": lambda: Records(
        status
        for basis in get_args(Basis)
        for instrument in tipdata.instruments()
        for status in tipdata.protocol_status(instrument, basis=basis)
    ),
    "register": tipdata.register,
    "errata": tipdata.errata,
    "links": tipdata.links,
    "peacekeeping": tipdata.peacekeeping,
    "organizations": tipdata.organizations,
    "framework_documents": tipdata.framework_documents,
    "focal_points": tipdata.focal_points,
    "glossary": tipdata.glossary,
    "notes": tipdata.notes,
    "photo_credits": tipdata.photo_credits,
    "closing_note": lambda: Records(tipdata.closing_note().paragraphs),
    "staff": tipdata.staff,
}
LISTED = {
    "peacekeeping_links",
    "organizations_links",
    "framework_documents_organizations",
    "focal_points_organizations",
    "notes_links",
    "closing_note_links",
}


@cache
def records(name):
    """Give the records of a table that a query gives."""
    return RECORDS[name]()


@cache
def exported():
    """Give the tables of an export by their names."""
    return {sheet.schema.name: sheet for sheet in sheets(tipdata.edition())}


@cache
def rows_of(name):
    """Give the rows of a table of an export."""
    columns = exported()[name].schema.columns
    return [{column.name: column.read(row) for column in columns} for row in exported()[name]]


@cache
def all_rows():
    """Give the rows of every table of an export."""
    return {name: rows_of(name) for name in exported()}


@cache
def json_files():
    """Give the files of the export as JSON."""
    return dict(export.json_files())


def written(folder, name):
    """Write an export, and give where it is."""
    export.export(name, folder / name)
    return folder / name


def damage(path, right, wrong):
    """Put something wrong in a file, once."""
    text = path.read_bytes().decode()
    assert right in text
    path.write_bytes(text.replace(right, wrong, 1).encode())


def in_json(rows):
    """Give rows as JSON has them: a day is a text."""
    return json.loads(json.dumps(rows, default=str))


# The tables ------------------------------------------------------------------------------


def test_an_export_has_every_table():
    assert exported().keys() == RECORDS.keys() | LISTED | {"register_actions"}
    answers = {"records", "status_counts", "entries_into_force"}  # to questions with arguments
    assert RECORDS.keys() == {table.name for table in TABLES.values()} - answers


@for_each("name", list(RECORDS))
def test_a_table_has_the_rows_of_its_records(name):
    assert exported()[name].schema is records(name).schema
    assert rows_of(name) == records(name).to_dicts()


@for_each("name", sorted(LISTED))
def test_the_table_of_a_list_says_what_the_list_says(name):
    owner, _, column = name.rpartition("_")
    key = records(owner).schema.key[0]
    first, second, place = (each.name for each in exported()[name].schema.columns)
    assert rows_of(name) == [
        {first: row[key], second: item, place: number}
        for row in records(owner).to_dicts()
        for number, item in enumerate(row[column], start=1)
    ]


def test_the_acts_of_the_register_are_a_table_too():
    schema = exported()["register_actions"].schema
    assert (schema.name, schema.key) == ("register_actions", ("country", "instrument", "place"))
    rows = rows_of("register_actions")
    assert [(row["country"], row["instrument"], row["place"]) for row in rows] == [
        (entry.country.name, entry.instrument.id, place)
        for entry in tipdata.register()
        for place, _ in enumerate(entry.actions, start=1)
    ]
    acts = [action for entry in tipdata.register() for action in entry.actions]
    assert len(acts) == len(rows) > 107
    for row, act in zip(rows, acts, strict=True):
        assert (row["kind"], row["date"]) == (act.kind.value, str(act.date))
        assert (row["date_earliest"], row["date_latest"]) == (act.date.earliest, act.date.latest)
        force, effect = act.entry_into_force, act.effect
        assert row["entry_into_force"] == (str(force) if force else None)
        assert row["effect"] == (str(effect) if effect else None)


def test_the_acts_of_a_state_stand_in_their_order():
    fiji = [row for row in rows_of("register_actions") if row["country"] == "Fiji"]
    assert [
        (row["place"], row["kind"], row["date"])
        for row in fiji
        if row["instrument"] == "CRC-OP-SC"
    ] == [(1, "signature", "2005-09-16"), (2, "ratification", "2021-03-09")]


def test_a_list_of_organizations_is_a_table_too():
    assert rows_of("focal_points_organizations")[0] == {
        "focal_point": "Special Rapporteur on Trafficking in Persons,"
        " Especially Women and Children",
        "organization": "United Nations",
        "place": 1,
    }


def described_in_data_package(files):
    package = json.loads(files["datapackage.json"])
    return {
        each["name"]: {
            field["name"]: (field["description"], field.get("unit"))
            for field in each["schema"]["fields"]
        }
        for each in package["resources"]
    }


def described_in_parquet(files):
    schemas = {
        name.removesuffix(".parquet"): pyarrow.parquet.read_schema(pyarrow.BufferReader(data))
        for name, data in files.items()
        if name.endswith(".parquet")
    }
    return {
        name: {
            field.name: (
                field.metadata[b"description"].decode(),
                field.metadata.get(b"unit", b"").decode() or None,
            )
            for field in schema
        }
        for name, schema in schemas.items()
    }


def described_on_the_web(files):
    metadata = json.loads(files["csv-metadata.json"])
    return {
        each["url"].removesuffix(".csv"): {
            column["name"]: (column["dc:description"], column.get("schema:unitText"))
            for column in each["tableSchema"]["columns"]
        }
        for each in metadata["tables"]
    }


@pytest.mark.parametrize(
    ("files", "described"),
    [
        (export.data_package, described_in_data_package),
        (export.data_package_parquet, described_in_parquet),
        (export.csvw, described_on_the_web),
    ],
)
def test_what_a_column_means_reaches_the_format(files, described):
    found = described(dict(files()))
    assert found.keys() == exported().keys()
    for name, sheet in exported().items():
        for column in sheet.schema.columns:
            description, unit = found[name][column.name]
            assert description.startswith(column.description)
            assert unit == column.unit


# Data Package ----------------------------------------------------------------------------


@pytest.mark.full
def test_a_data_package_is_valid_and_reads_back(tmp_path):
    path = written(tmp_path, "data-package") / "datapackage.json"
    found = validate("frictionless", "data_package", path)
    assert (found["errors"], found["warnings"]) == ([], [])
    assert found["rows"].keys() == exported().keys()
    for name, rows in found["rows"].items():
        assert rows == in_json(rows_of(name))


@pytest.mark.full
@pytest.mark.parametrize("name", ["data-package", "data-package-parquet"])
def test_a_data_package_has_the_profile_of_its_standard(tmp_path, name):
    path = written(tmp_path, name) / "datapackage.json"
    assert validate("web", "package_profile", path) == []


@pytest.mark.full
def test_the_profile_does_find_errors(tmp_path):
    path = written(tmp_path, "data-package") / "datapackage.json"
    damage(path, '"type": "array"', '"type": "arrays"')
    (error,) = validate("web", "package_profile", path)
    assert error.startswith("$.resources[0].schema.fields[5]: ")


@pytest.mark.full
def test_a_data_package_of_parquet_is_valid_and_reads_back(tmp_path):
    folder = written(tmp_path, "data-package-parquet")
    files = {name: folder / f"{name}.parquet" for name in exported()}
    rows = {name: polars.read_parquet(file).to_dicts() for name, file in files.items()}
    assert rows == all_rows()
    (tmp_path / "rows.json").write_text(json.dumps(rows, default=str), encoding="utf-8")
    path = folder / "datapackage.json"
    found = validate("frictionless", "data_package", path, tmp_path / "rows.json")
    assert (found["errors"], found["warnings"]) == ([], [])
    assert found["rows"] == in_json(rows)


@pytest.mark.full
def test_the_validator_of_data_packages_does_find_errors(tmp_path):
    folder = written(tmp_path, "data-package")
    damage(folder / "ratifications.csv", "Brazil,BRA,C029,", "Brazil,BRA,C030,")
    damage(folder / "status.csv", ",in force,", ",in farce,")
    damage(folder / "errata.csv", ",true,", ",yes,")
    path = folder / "datapackage.json"
    package = json.loads(path.read_bytes())
    for resource in package["resources"]:  # else frictionless goes no further
        del resource["bytes"], resource["hash"]
    path.write_text(json.dumps(package), encoding="utf-8")
    found = validate("frictionless", "data_package", path)
    key, word, boolean = found["errors"]
    assert '"C030" not found in the lookup table "instruments"' in key
    assert 'constraint "enum"' in word
    assert 'type is "boolean' in boolean


def test_a_data_package_says_what_it_is():
    package = json.loads(dict(export.data_package())["datapackage.json"])
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert package["version"] == tipdata.__version__
    assert [licence["name"] for licence in package["licenses"]] == ["MIT", "other-pd"]
    assert package["sources"][0]["version"] == f"sha256:{tipdata.edition().sha256}"


def test_the_fields_of_a_data_package_are_those_of_the_declared_table():
    package = json.loads(dict(export.data_package())["datapackage.json"])
    for resource in package["resources"]:
        table = exported()[resource["name"]].schema
        assert [field["name"] for field in resource["schema"]["fields"]] == [
            column.name for column in table.columns
        ]
        assert resource["schema"].get("primaryKey", []) == list(table.key)


def test_a_data_package_declares_keys_and_words():
    package = json.loads(dict(export.data_package())["datapackage.json"])
    schemas = {each["name"]: each["schema"] for each in package["resources"]}
    assert schemas["ratifications"]["foreignKeys"] == [
        {"fields": ["country"], "reference": {"resource": "countries", "fields": ["name"]}},
        {"fields": ["instrument"], "reference": {"resource": "instruments", "fields": ["id"]}},
    ]
    for name in ("chart", "status", "register"):
        assert schemas[name]["foreignKeys"] == schemas["ratifications"]["foreignKeys"]
    assert schemas["organizations"]["foreignKeys"] == [
        {"fields": ["parent"], "reference": {"fields": ["name"]}}
    ]
    (state,) = (each for each in schemas["status"]["fields"] if each["name"] == "state")
    assert state["constraints"]["enum"] == [state.value for state in State]
    (possible,) = (each for each in schemas["status"]["fields"] if each["name"] == "possible")
    assert "Each is one of: not ratified, " in possible["description"]


@pytest.mark.parametrize("files", [export.data_package, export.data_package_parquet])
def test_a_data_package_says_what_may_be_missing_and_what_may_not_recur(files):
    package = json.loads(dict(files())["datapackage.json"])
    for resource in package["resources"]:
        table, fields = exported()[resource["name"]].schema, resource["schema"]["fields"]
        for column, field in zip(table.columns, fields, strict=True):
            constraints = field.get("constraints", {})
            assert constraints.get("required", False) is not column.nullable
            assert constraints.get("unique", False) is (table.key == (column.name,))


def test_the_sources_of_the_register_are_named_beside_the_report():
    package = json.loads(dict(export.data_package())["datapackage.json"])
    web = json.loads(dict(export.csvw())["csv-metadata.json"])
    wanted = list(dict.fromkeys(entry.sources[0] for entry in tipdata.register()))
    said = {each["name"]: each["sources"] for each in package["resources"] if "sources" in each}
    assert said == {"register": [{"title": source} for source in wanted]}
    said = {each["url"]: each["dc:source"] for each in web["tables"] if "dc:source" in each}
    assert said == {"register.csv": wanted}


# CSV on the Web --------------------------------------------------------------------------


@pytest.mark.full
def test_csv_on_the_web_is_valid_and_reads_back(tmp_path):
    found = validate("web", "csv_on_the_web", written(tmp_path, "csvw") / "csv-metadata.json")
    assert (found["valid"], found["warnings"]) == (True, [])
    assert found["rows"].keys() == exported().keys()
    for name, rows in found["rows"].items():
        assert rows == in_json(rows_of(name))


@pytest.mark.full
@pytest.mark.parametrize(
    ("file", "right", "wrong"),
    [
        ("status.csv", ",2018-03-31,in force,", ",31.3.2018,in force,"),
        ("errata.csv", ",conventions,", ",inventions,"),
        ("focal_points_organizations.csv", "United Nations,1", "United Nation,1"),
    ],
)
def test_the_validator_of_csv_on_the_web_does_find_errors(tmp_path, file, right, wrong):
    folder = written(tmp_path, "csvw")
    damage(folder / file, right, wrong)
    with pytest.raises(AssertionError):
        assert validate("web", "csv_on_the_web", folder / "csv-metadata.json")["valid"]


def test_the_csv_is_that_of_records():
    files = dict(export.csvw())
    for name in RECORDS:
        assert files[f"{name}.csv"] == records(name).to_csv().encode(), name


def test_words_are_a_pattern_that_any_reader_understands():
    metadata = json.loads(dict(export.csvw())["csv-metadata.json"])
    (status,) = (each for each in metadata["tables"] if each["url"] == "status.csv")
    (state,) = (each for each in status["tableSchema"]["columns"] if each["name"] == "state")
    words = "not ratified|ratified|in force|no longer bound|uncertain"
    assert state["datatype"]["format"] == f"^({words})$"
    assert any_of(["a.b", "c|d", "e-f g/h"]) == r"^(a\.b|c\|d|e-f g/h)$"


# JSON ------------------------------------------------------------------------------------


@pytest.mark.full
def test_the_json_is_what_its_schema_describes(tmp_path):
    found = validate("web", "json_schema", written(tmp_path, "json"))
    assert found == {f"{name}.schema.json": [] for name in RECORDS}


@for_each("name", list(RECORDS))
def test_the_json_reads_back(name):
    assert Records.from_json(json_files()[f"{name}.json"].decode()) == records(name)


DAMAGE = {
    "staff": ('"name"', '"nom"'),
    "chart": ('"date": "2018"', '"date": 2018'),
    "ratifications": ('"date": "2018"', '"date": "in 2018"'),
    "status": ('"in force"', '"in farce"'),
    "errata": ('"derived": true', '"derived": "true"'),
    "glossary": ('"referred": []', '"referred": [1]'),
    "focal_points": ('"kind": "Organization"', '"kind": "Term"'),
}


@pytest.mark.full
def test_a_schema_does_find_errors(tmp_path):
    folder = written(tmp_path, "json")
    for name, (right, wrong) in DAMAGE.items():
        damage(folder / f"{name}.json", right, wrong)
    found = validate("web", "json_schema", folder)
    assert {name.partition(".")[0] for name, errors in found.items() if errors} == set(DAMAGE)


@for_each("name", list(RECORDS))
def test_a_schema_says_what_it_is_made_of(name):
    said = json.loads(json_files()[f"{name}.schema.json"])["$comment"]
    assert f"tipdata {tipdata.__version__} " in said
    assert "2018 Trafficking in Persons Report, " in said
    assert tipdata.edition().sha256 in said
    assert "MIT License" in said
    assert "public domain" in said


def test_a_schema_says_what_fields_mean():
    schema = json.loads(json_files()["ratifications.schema.json"])
    country = schema["$defs"]["Ratification"]["properties"]["country"]
    assert country == {"description": "The state.", "type": "string"}
    for definition in schema["$defs"].values():
        assert definition["description"]
        for field in definition.get("properties", {}).values():
            assert field["description"]


# SKOS ------------------------------------------------------------------------------------


@pytest.mark.full
def test_the_glossary_is_a_concept_scheme_and_reads_back(tmp_path):
    found = validate("web", "concepts", written(tmp_path, "skos") / "glossary.ttl")
    assert found["conforms"], found["report"]
    assert found["bad"] == []
    concepts = {concept["notation"][0]: concept for concept in found["concepts"]}
    assert len(concepts) == len({each["iri"] for each in found["concepts"]}) == 23
    for term in tipdata.glossary():
        concept = concepts[term.abbreviation]
        assert concept["prefLabel"] == [term.meaning]
        assert concept["altLabel"] == sorted(term.keys)
        line = tipdata.source(term).line
        assert concept["source"] == [f"2018 Trafficking in Persons Report, glossary, line {line}"]


@pytest.mark.full
def test_the_shapes_of_the_glossary_do_find_errors(tmp_path):
    path = written(tmp_path, "skos") / "glossary.ttl"
    path.write_bytes(path.read_bytes().replace(b"skos:notation", b"skos:note", 1))
    assert not validate("web", "concepts", path)["conforms"]


# SQLite ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def database():
    connection = sqlite3.connect(":memory:")
    connection.deserialize(dict(export.sqlite())["tipdata.sqlite"])
    yield connection
    connection.close()


def as_declared(value, kind):
    """Give a value of the database as the type of its column has it."""
    if value is None:
        return None
    if kind is ColumnType.TEXTS:
        return json.loads(value)
    if kind is ColumnType.DATE:
        return date.fromisoformat(value)
    return bool(value) if kind is ColumnType.BOOLEAN else value


def test_the_database_is_sound(database):
    assert database.execute("pragma integrity_check").fetchall() == [("ok",)]
    assert database.execute("pragma foreign_key_check").fetchall() == []
    tables = database.execute("pragma table_list").fetchall()
    strict = {
        name: strict
        for _, name, kind, _, _, strict in tables
        if kind == "table" and not name.startswith("sqlite_")
    }
    assert strict == dict.fromkeys([*exported(), "about"], 1)


@for_each("name", lambda: list(exported()))
def test_a_table_of_the_database_reads_back(database, name):
    columns = exported()[name].schema.columns
    cursor = database.execute(f"select * from {name}")
    assert [each[0] for each in cursor.description] == [column.name for column in columns]
    assert [
        {c.name: as_declared(value, c.type) for c, value in zip(columns, row, strict=True)}
        for row in cursor
    ] == rows_of(name)


@pytest.mark.parametrize(
    "statement",
    [
        "update ratifications set country = 'Atlantis'",
        "update status set state = 'maybe'",
        "update status set certain = 2",
        "update status set on_latest = 'today'",
        "update peacekeeping set personnel = 'many'",
        "update staff set spans = '{}'",
        "update staff set name = null",
        "insert into glossary select * from glossary",
        "delete from countries",
    ],
)
def test_the_database_minds_what_is_written(database, statement):
    database.execute("pragma foreign_keys = on")
    with pytest.raises(sqlite3.IntegrityError):
        database.execute(statement)
    database.rollback()


@for_each("name", lambda: list(exported()))
def test_the_database_says_what_a_column_means(database, name):
    (sql,) = database.execute("select sql from sqlite_schema where name = ?", [name]).fetchone()
    lines = sql.splitlines()
    assert lines[0].endswith(f"-- {exported()[name].schema.description}")
    for line, column in zip(lines[1:], exported()[name].schema.columns, strict=False):
        assert line.startswith(f'  "{column.name}" ')
        assert line.endswith(f" -- {column.description}")


def test_the_database_says_what_it_is(database):
    facts = dict(database.execute("select name, value from about where name <> 'licence'"))
    assert facts["version"] == tipdata.__version__
    assert facts["source_version"] == f"sha256:{tipdata.edition().sha256}"


def test_a_view_counts_the_ratifications_of_a_year(database):
    rows = database.execute("select * from ratifications_by_year").fetchall()
    assert rows == [
        (year, instrument, count)
        for year, found in tipdata.ratifications_by_year().items()
        for instrument, count in sorted(Counter(each.instrument.id for each in found).items())
    ]


def test_a_view_sets_the_status_on_each_basis_side_by_side(database):
    rows = database.execute("select * from status_by_basis").fetchall()
    assert len(rows) == 128
    for country, instrument, on, *states in rows:
        assert on == "2018-03-31"
        assert states == [
            tipdata.status(country, instrument, basis=basis).state.value
            for basis in ("printed", "register")
        ]


def test_every_format_of_the_statuses_says_which_are_contested(database):
    contested = [
        (country, instrument, basis)
        for country, instrument in (("Fiji", "CRC-OP-SC"), ("Fiji", "CRC-OP-AC"))
        for basis in get_args(Basis)
    ]
    asked = "select country, instrument, basis from status where contested"
    assert sorted(database.execute(asked).fetchall()) == sorted(contested)
    for files in (export.data_package, export.csvw):
        rows = csv.DictReader(dict(files())["status.csv"].decode().splitlines())
        said = [row for row in rows if row["contested"] == "true"]
        found = [(row["country"], row["instrument"], row["basis"]) for row in said]
        assert sorted(found) == sorted(contested)
    frame = polars.read_parquet(dict(export.data_package_parquet())["status.parquet"])
    found = frame.filter("contested").select("country", "instrument", "basis").rows()
    assert sorted(found) == sorted(contested)


@pytest.mark.parametrize("basis", get_args(Basis))
def test_a_view_says_who_has_not_ratified(database, basis):
    rows = database.execute(
        "select instrument, country, certain from not_ratified where basis = ?", [basis]
    )
    assert {(*row[:2], bool(row[2])) for row in rows} == {
        (instrument.id, status.country.name, status.certain)
        for instrument in tipdata.instruments()
        for status in tipdata.not_ratified(instrument, basis=basis)
    }


def test_a_view_says_where_chart_and_register_disagree(database):
    rows = database.execute("select country, instrument, printed from disagreements").fetchall()
    assert set(rows) == {
        (entry.country.name, entry.instrument.id, printed(entry))
        for entry in tipdata.register().where(finding="disagrees")
    }


def printed(entry):
    (cell,) = tipdata.chart().cells.where(country=entry.country, instrument=entry.instrument)
    return cell.printed


def test_an_old_sqlite_is_an_error(monkeypatch):
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 37, 2))
    monkeypatch.setattr(sqlite3, "sqlite_version", "3.37.2")
    with pytest.raises(ExportError, match=r"needs SQLite 3\.38 or later, not 3\.37\.2"):
        export.sqlite()


# Editions that are not packaged -----------------------------------------------------------


def with_terms(*terms):
    """Give an edition with these terms, which no text that can be read need have."""
    edition = tipdata.edition()
    glossary = evolve(edition.glossary, terms=terms)

    class Contents:
        text = edition.text
        register = edition.register

        def section(self, name):
            return glossary if name == "glossary" else getattr(edition, name)

    return Edition(edition.year, Contents())


def changed(key, **fields):
    """Give the term of this key with other fields."""
    return evolve(tipdata.expand(key), **fields)


@pytest.mark.full
def test_no_text_of_a_glossary_hurts(tmp_path):
    odd = 'Nations "of" \\n <Asia> # é 🙂'
    edition = with_terms(changed("ECCAS", abbreviation="<E#1\\>", meaning=odd))
    export.export("skos", tmp_path, edition=edition)
    found = validate("web", "concepts", tmp_path / "glossary.ttl")
    assert (found["conforms"], found["bad"]) == (True, [])
    (concept,) = (each for each in found["concepts"] if each["notation"] == ["<E#1\\>"])
    assert concept["prefLabel"] == [odd]
    assert concept["iri"] == "urn:x-tipdata:2018:glossary#%3CE%231%5C%3E"


@pytest.mark.parametrize(
    "files",
    [export.data_package, export.data_package_parquet, export.csvw, export.skos, export.sqlite],
)
def test_rows_of_the_same_key_are_an_error(files):
    edition = with_terms(*tipdata.glossary(), tipdata.expand("ECCAS"))
    with pytest.raises(
        ExportError, match=r"^two rows of the table glossary have the key 'ECCAS'$"
    ):
        dict(files(edition=edition))


def test_rows_of_the_same_key_are_none_in_json():
    edition = with_terms(*tipdata.glossary(), tipdata.expand("ECCAS"))
    found = Records.from_json(dict(export.json_files(edition=edition))["glossary.json"].decode())
    assert len(found) == 24


def test_a_term_that_stands_for_itself_has_one_label():
    ((_, turtle),) = export.skos(edition=with_terms(changed("ECCAS", meaning="ECCAS")))
    (said,) = (each for each in turtle.decode().split("\n\n") if "#ECCAS> a " in each)
    assert 'skos:prefLabel "ECCAS"@en' in said
    assert "skos:altLabel" not in said


@pytest.mark.parametrize("mark", ["|", "\\"])
def test_a_bar_in_a_list_is_an_error_where_bars_separate(mark):
    names = ("2000 UN TIP PROTOCOL", f"PALERMO{mark}PROTOCOL")
    edition = with_terms(changed("PALERMO PROTOCOL", other_names=names))
    with pytest.raises(ExportError, match=r"^an item of a list can't have a bar or a backslash: "):
        dict(export.csvw(edition=edition))
    rows = dict(export.data_package(edition=edition))["glossary.csv"].decode()
    names = [json.loads(row["other_names"]) for row in DictReader(StringIO(rows))]
    assert [f"PALERMO{mark}PROTOCOL"] in (each[1:] for each in names)
    database = sqlite3.connect(":memory:")
    database.deserialize(dict(export.sqlite(edition=edition))["tipdata.sqlite"])
    (names,) = database.execute("select other_names from glossary where other_names <> '[]'")
    database.close()
    assert json.loads(names[0])[1] == f"PALERMO{mark}PROTOCOL"
