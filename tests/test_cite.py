"""Every record can be cited in every style: where it stands, and in which data."""

import json
import re
from functools import cache
from pathlib import Path

import bibtexparser
import citeproc
import jsonschema
import pytest
from attrs import evolve
from citeproc.source.json import CiteProcJSON

import tipdata
from for_each import for_each
from sampling import some
from tipdata import (
    ActionKind,
    ChoiceError,
    Link,
    NotFoundError,
    PartialDate,
    Span,
    Term,
    TreatyAction,
)
from tipdata.citations.cite import STYLES
from tipdata.citations.styles import AUTHOR, OFFICE, SPECIAL
from tipdata.models.record import walk

KINDS = ["printed", "beside", "whole"]
REPORT = f"{AUTHOR}, {OFFICE}: 2018 Trafficking in Persons Report"
NASTY = (
    "50% & #1 {of} $x_y^z~ \\n <b>\"@a|b\"</b> é — line\nbreak\ttab {{ } \\' a---b `` '' ,, ?` !`"
)
AGAINST_FIJI = "no consent when the chart closed, signature on 2005-09-16, consent on 2021-03-09"


@cache
def records(kind):
    """Give what can be cited: what is printed, what stands beside it, or the two wholes."""
    sections = tipdata.edition().sections
    if kind == "printed":
        return [*sections, *(record for section in sections for record in walk(section))]
    if kind == "whole":
        return [tipdata.chart(), tipdata.edition()]
    return [
        *tipdata.register(),
        *tipdata.errata(),
        *(
            status
            for basis in ("printed", "register")
            for day in ("2010", "2018-03-31")
            for country in tipdata.countries()
            for status in tipdata.country_status(country, on=day, basis=basis)
        ),
    ]


def data():
    """Give the words that name the data."""
    return (
        f"tipdata {tipdata.__version__}, edition 2018"
        f" (SHA-256 of the source text: {tipdata.edition().sha256[:16]})"
    )


def fiji():
    """Give the entry of Fiji, which consented late."""
    return tipdata.register().where(country="Fiji", instrument="CRC-OP-SC").one()


def entry_of(record, **arguments):
    """Parse the BibTeX of a record."""
    (entry,) = bibtexparser.loads(tipdata.cite(record, style="bibtex", **arguments)).entries
    return entry


def item_of(record):
    """Parse the CSL-JSON of a record."""
    (item,) = json.loads(tipdata.cite(record, style="csl-json"))
    return item


def unescaped(text):
    """Read what is written for LaTeX."""
    written = {**{escape: char for char, escape in SPECIAL.items()}, "{}": ""}
    return re.sub("|".join(map(re.escape, written)), lambda found: written[found[0]], text)


def csl(file, start):
    """Give the words of a list in the grammar of CSL, which citeproc-py carries."""
    folder = Path(citeproc.__file__).parent / "data" / "schema" / "schemas" / "styles"
    grammar = re.sub("(?m)#.*$", "", (folder / f"csl-{file}.rnc").read_text(encoding="utf-8"))
    words = re.search(rf'{re.escape(start)} =\s+((?:\|?\s*"[\w-]+"\s*)+)', grammar)[1]
    return re.findall('"(.+?)"', words)


def schema():
    """What CSL-JSON may be, from the lists of the grammar: its types and variables."""
    text = {"type": "string", "minLength": 1}
    name = {"type": "object", "required": ["literal"], "properties": {"literal": text}}
    people = {"type": "array", "items": name}
    day = {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3}
    date = {
        "type": "object",
        "properties": {"date-parts": {"type": "array", "items": day, "maxItems": 2}},
        "additionalProperties": False,
    }
    kinds = [*csl("variables", "variables.strings"), *csl("variables", "variables.numbers")]
    properties = {
        "id": text,
        "type": {"enum": csl("types", "item-types")},
        **dict.fromkeys([*kinds, *csl("variables", "variables.titles")], text),
        **dict.fromkeys(csl("variables", "variables.dates"), date),
        **dict.fromkeys(csl("variables", "variables.names"), people),
    }
    item = {
        "type": "object",
        "required": ["id", "type"],
        "properties": properties,
        "additionalProperties": False,
    }
    return {"type": "array", "items": item}


SCHEMA = jsonschema.Draft202012Validator(schema())


@pytest.mark.parametrize("kind", KINDS)
def test_a_text_names_the_report_the_section_the_line_and_the_data(kind):
    titles = {section.name: section.title for section in tipdata.edition().sections}
    for record in some(records(kind), 80):
        said = tipdata.cite(record)
        assert "\n" not in said
        assert REPORT in said
        assert said.endswith(f" Data: {data()}.")
        if record is not tipdata.edition():
            assert re.search(r", lines? \d+[-\d, ]* of the source text", said)
            assert any(f"Report, “{title}”, " in said for title in titles.values())
        if kind == "printed":
            where = tipdata.source(record)
            assert f"“{titles[where.section]}”" in said


def test_a_line_is_that_of_the_source():
    for record in some(records("printed"), 80):
        where = tipdata.source(record)
        if "\n" not in where.text:
            assert f" line {where.line} of the source text" in tipdata.cite(record)
        assert re.search(rf" lines? {where.line}[-, ]", tipdata.cite(record))


@pytest.mark.parametrize("kind", KINDS)
def test_bibtex_can_be_parsed_and_says_what_the_text_says(kind):
    for record in some(records(kind), 80):
        entry = entry_of(record)
        assert entry["ENTRYTYPE"] == ("misc" if kind == "beside" else "techreport")
        assert re.fullmatch(r"tip2018(-[a-z0-9]+)*", entry["ID"])
        assert entry["note"].endswith(f"Data: {data()}.")
        for name, value in entry.items():
            assert value.count("{") == value.count("}")
            assert not re.search(r"(?<!\\)[#$%&_~^<>|]", value) or name == "ID"
            assert not re.search("--|''|,,|[`?!]`", value)
        assert ("key" in entry) is ("author" not in entry)  # or there is nothing to sort by
        if kind != "beside":
            assert entry["author"] == f"{{{AUTHOR}}}"
            assert (entry["institution"], entry["year"]) == (OFFICE, "2018")
        note, said = unescaped(entry["note"]), tipdata.cite(record)
        assert note.removeprefix("“")[:40] in said


def test_no_two_records_are_cited_alike():
    everything = [record for kind in KINDS for record in records(kind)]
    said = {tipdata.cite(record) for record in everything}
    assert len(said) == len(everything) - 1  # the chart is cited as its section is


def test_a_key_is_that_of_one_record():
    keys = [item_of(record)["id"] for kind in KINDS for record in records(kind)]
    assert len(keys) == len(set(keys)) > 1000


def test_a_key_stays_the_same():
    assert (
        item_of(tipdata.chart()["DK", "P029"])["id"]
        == "tip2018-ratification-denmark-p029-2017-7446d51f"
    )


def test_an_address_has_one_key_however_it_was_asked_for():
    for link in tipdata.links(organization="NATO"):
        (same,) = link.record.links
        assert tipdata.cite(link, style="bibtex") == tipdata.cite(same, style="bibtex")


@pytest.mark.parametrize("kind", KINDS)
def test_csl_json_is_valid(kind):
    for record in some(records(kind), 80):
        SCHEMA.validate(json.loads(tipdata.cite(record, style="csl-json")))
        item = item_of(record)
        assert item["id"] == entry_of(record)["ID"]
        assert item["source"] == data()
        assert ("issued" in item) is (kind != "beside")
        assert ("section" in item) is (record is not tipdata.edition())


def test_the_schema_of_the_test_minds_what_csl_does_not_know():
    item = item_of(tipdata.chart())
    for wrong in (
        {"type": "rapport"},
        {"issued": "2018"},
        {"author": "State"},
        {"line": "3"},
        {"note": ""},
    ):
        assert not SCHEMA.is_valid([{**item, **wrong}])
    assert not SCHEMA.is_valid(item)


def test_a_csl_processor_reads_it():
    source = CiteProcJSON([item_of(tipdata.chart().cell("DK", "P029")), item_of(fiji())])
    style = citeproc.CitationStylesStyle("harvard-cite-them-right", validate=False)
    made = citeproc.CitationStylesBibliography(style, source, citeproc.formatter.plain)
    made.register(citeproc.Citation([citeproc.CitationItem(key) for key in source]))
    lines = sorted(map(str, made.bibliography()))
    assert any(f"{AUTHOR} (2018) 2018 Trafficking in Persons Report." in line for line in lines)
    assert any("Fiji, CRC-OP-SC: no consent when the chart closed" in line for line in lines)


def citations():
    """Give records, each with what its citation says."""
    chart = tipdata.chart()
    return [
        (tipdata.edition(), f"{REPORT}."),
        (chart, f"{REPORT}, “RELEVANT INTERNATIONAL CONVENTIONS”, lines 3-23 of the source text."),
        (
            chart["DK", "P029"],
            "row Denmark, column P029 (“ILO Protocol of 2014 to the Forced Labour Convention,"
            " entered in to force November 9, 2016”), line 10 of the source text: ratification"
            " “2017 (into force 14 Jun 2018)”.",
        ),
        (chart.cell("DK", "C189"), "line 10 of the source text: cell “—”."),
        (
            tipdata.country("DK"),
            "row Denmark, line 10 of the source text: country “Denmark”. Not in print: alpha_2,"
            " alpha_3, numeric: ISO 3166-1, as in pycountry 26.2.16.",
        ),
        (
            tipdata.instrument("P029"),
            ", column P029 (“ILO Protocol of 2014 to the Forced Labour Convention, ",
        ),
        (
            tipdata.focal_points(organization="COE").one(),
            "row Council of Europe, line 52 of the source text: focal point “Group of Experts",
        ),
        (
            tipdata.peacekeeping()[0],
            "column United Nations, lines 30-37 of the source text: peacekeeping profile “United",
        ),
        (
            tipdata.peacekeeping()[2].allegations,
            "column North Atlantic Treaty Organization, line 35 of the source text: allegations",
        ),
        (
            tipdata.links(domain="nato.int")[0],
            "column North Atlantic Treaty Organization, line 37 of the source text: link “http",
        ),
        (
            next(m for m in tipdata.staff() if "Hjelle" in m.name),
            "lines 201-202 of the source text: member of the staff “Megan Hjelle-Lantsman”.",
        ),
        (
            fiji(),
            "Fiji, CRC-OP-SC: no consent when the chart closed, signature on 2005-09-16,"
            f" ratification on 2021-03-09. {fiji().sources[0]} (register copy, as of 2022-05-05)."
            f" Also: {'; '.join(fiji().sources[1:])}. Concerns: {REPORT}, “RELEVANT",
        ),
        (
            tipdata.errata().where(kind="outside the window").one(),
            "Erratum (outside the window) to “2017 (into force 10 Mar 2018)”: Poland, P029:"
            " consent on 2017-03-10, outside the window of the chart. Evidence: P029, art. 8(2);",
        ),
        (
            tipdata.status("DK", "C189"),
            " Basis: printed. Evidence: the cell, “—”. Concerns: ",
        ),
        (
            tipdata.status("Fiji", "OPSC", basis="register"),
            f" Basis: register. Evidence: the cell, “2005”. Evidence: {fiji().sources[0]} (",
        ),
        (
            tipdata.status("Fiji", "OPSC"),
            f"; the print is contested: {AGAINST_FIJI}. Basis: printed. Evidence: the cell,"
            f" “2005”. Contested by: {fiji().sources[0]}. Concerns: ",
        ),
        (
            chart.cell("Fiji", "OPSC"),
            f"line 11 of the source text: cell “2005”. Contested: Fiji, CRC-OP-SC: {AGAINST_FIJI}."
            f" Evidence: {fiji().sources[0]}. Data: ",
        ),
    ]


@for_each("record, said", citations)
def test_a_citation_says(record, said):
    assert said in tipdata.cite(record)


@pytest.mark.parametrize("style", STYLES)
def test_a_contested_cell_is_cited_as_such_in_every_style(style):
    chart = tipdata.chart()
    for instrument in ("OPSC", "OPAC"):
        for record in (chart.cell("Fiji", instrument), chart["Fiji", instrument]):
            assert "Contested: Fiji, CRC-OP-" in tipdata.cite(record, style=style)
        for basis in ("printed", "register"):
            status = tipdata.status("Fiji", instrument, basis=basis)
            assert "; the print is contested" in tipdata.cite(status, style=style)


@pytest.mark.parametrize("style", STYLES)
def test_what_only_qualifies_the_print_does_not_contest_it(style):
    for country, instrument in (("CAF", "C029"), ("FJ", "C105"), ("JP", "PALERMO")):
        cell = tipdata.chart().cell(country, instrument)
        status = tipdata.status(country, instrument)
        assert len(status.errata) == 1
        for record in (cell, cell.ratification, status):
            assert "ontested" not in tipdata.cite(record, style=style)


def test_who_contests_the_print_is_named_once():
    said = tipdata.cite(tipdata.status("Fiji", "OPSC", basis="register"))
    assert said.count(fiji().sources[0]) == 1


def test_a_print_that_contradicts_itself_is_contested_by_the_treaty():
    text = tipdata.edition().text.replace(
        "2017 (into force 07 Dec 2018)", "2017 (into force 2020)"
    )
    edition = tipdata.read_edition(text).with_register(())
    said = tipdata.cite(tipdata.status("Latvia", "P029", edition=edition), edition=edition)
    assert "no consent in the printed year leads to the printed entry into force" in said
    assert " Contested by: P029, art. 8(2). " in said


def test_a_status_cites_the_cell_and_the_entry_where_it_rests_on_both():
    both = [
        s
        for s in records("beside")
        if len(getattr(s, "evidence", "")) == 2 and hasattr(s, "basis")
    ]
    assert both
    for status in both:
        said = tipdata.cite(status)
        assert said.count("Evidence: ") == 2
        assert status.evidence[1].sources[0] in said


def test_what_stands_beside_the_report_cites_its_sources():
    for entry in tipdata.register():
        said = tipdata.cite(entry)
        assert f"{entry.sources[0]} ({entry.grade.value}, as of {entry.as_of})" in said
    for erratum in tipdata.errata():
        assert f"Evidence: {erratum.evidence}" in tipdata.cite(erratum)


def test_an_unknown_stays_unknown():
    nothing = evolve(fiji(), actions=(), sources=fiji().sources[:1])
    assert tipdata.cite(nothing).startswith(
        f"Fiji, CRC-OP-SC: no consent when the chart closed. {fiji().sources[0]} (register"
    )
    assert "Also" not in tipdata.cite(nothing)
    acts = (
        TreatyAction(ActionKind.SIGNATURE, PartialDate(2005, 9, 16)),
        TreatyAction(ActionKind.CONSENT, PartialDate(2006), PartialDate(2006, 1)),
        TreatyAction(ActionKind.DENUNCIATION, PartialDate(2019), effect=PartialDate(2020)),
    )
    assert tipdata.cite(evolve(fiji(), actions=acts)).startswith(
        "Fiji, CRC-OP-SC: signature on 2005-09-16, consent on 2006, entry into force on 2006-01,"
        " denunciation on 2019, denunciation in effect on 2020. "
    )
    known = TreatyAction(ActionKind.ACCESSION, PartialDate(2005))
    assert "CRC-OP-SC: accession on 2005. " in tipdata.cite(evolve(fiji(), actions=(known,)))


def test_what_the_chart_has_no_cell_of_concerns_the_chart():
    france = evolve(tipdata.country("DK"), name="France", alpha_3="FRA", spans=())
    entry = evolve(fiji(), country=france)
    edition = tipdata.edition().with_register([entry])
    status = tipdata.status("France", "OPSC", basis="register", edition=edition)
    for record in (entry, status):
        said = tipdata.cite(record, edition=edition)
        assert "of the source text, which has no cell of France and CRC-OP-SC." in said


@pytest.mark.parametrize("style", STYLES)
def test_nasty_texts_stay_what_they_are(style):
    term = tipdata.glossary()[0]
    nasty = evolve(term, abbreviation=NASTY)
    entry = evolve(fiji(), sources=(NASTY, "\\"))
    oneline = " ".join(NASTY.split())
    for record in (nasty, entry):
        if style == "bibtex":
            said = unescaped(entry_of(record)["note"])
        elif style == "csl-json":
            said = item_of(record)["note"]
        else:
            said = tipdata.cite(record)
        assert oneline in said


def test_a_control_character_is_not_written_for_latex():
    nasty = evolve(tipdata.glossary()[0], abbreviation="a\x00b\x1b")
    assert "term “ab”" in entry_of(nasty)["note"]
    assert item_of(nasty)["note"].count("a\x00b\x1b") == 1


def test_long_words_are_cut():
    said = tipdata.cite(tipdata.edition().conventions.legend)
    assert "paragraph “The chart below shows the Ratification, Accession (a), or" in said
    assert " …”. Data: " in said


def test_another_edition_is_cited_as_itself():
    other = tipdata.read_edition(tipdata.edition().text.replace("*2018 T", "*2019 T"))
    row = tipdata.country("DK", edition=other)
    said = tipdata.cite(row, edition=other)
    assert ": 2019 Trafficking in Persons Report, " in said
    assert f"edition 2019 (SHA-256 of the source text: {other.sha256[:16]})" in said
    assert tipdata.cite(other) == tipdata.cite(other, edition=tipdata.edition())
    assert "2019 Trafficking" in tipdata.cite(other)
    assert entry_of(row, edition=other)["ID"].startswith("tip2019-country-denmark-")


def test_what_has_no_place_is_not_found():
    stranger = Link("http://x.org", "x.org", None, None, spans=(Span(1, 2),))
    for record in (stranger, Term("X", "Y")):
        with pytest.raises(NotFoundError, match="no record of the edition 2018 stands where"):
            tipdata.cite(record)
    france = evolve(fiji(), country=tipdata.Country("France", "FR", "FRA", "250"))
    with pytest.raises(NotFoundError, match="no country 'France' in the chart"):
        tipdata.cite(france)


@pytest.mark.parametrize("style", ["", "apa", "TEXT", None, 5, ["text"], b"text"])
def test_an_unknown_style_is_a_choice_error(style):
    with pytest.raises(ChoiceError) as caught:
        tipdata.cite(tipdata.edition(), style=style)
    assert str(caught.value) == f"style must be 'text', 'bibtex' or 'csl-json', not {style!r}"


@for_each(
    "thing",
    lambda: [
        None,
        5,
        "Denmark",
        tipdata.countries(),
        tipdata.status_counts(start=2017, end=2017)[0],
    ],
)
def test_what_can_not_be_cited_is_a_type_error(thing):
    with pytest.raises(TypeError, match=r"^record must be a record, not "):
        tipdata.cite(thing)


def test_the_office_is_that_of_the_report():
    assert OFFICE.upper() == tipdata.edition().office
