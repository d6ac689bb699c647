"""Records as text and as HTML: what a person sees in a terminal and in a notebook."""

import re
from enum import Enum
from operator import attrgetter

import pytest
from attrs import evolve
from IPython.core.formatters import DisplayFormatter

import tipdata
from for_each import for_each
from page import HOSTILE, Page
from report import CHART, GLOSSARY, STAFF, TEXT
from tipdata import Records

COUNTRY = "name alpha_2 alpha_3 numeric"
PAIR = "country instrument"
# What gives the records, how many and one of them are called, and the columns shown.
SHOWN = [
    (tipdata.countries, "16 countries", "1 country", COUNTRY),
    (tipdata.instruments, "8 instruments", "1 instrument",
     "id title kind adopted entry_into_force"),
    (lambda: tipdata.chart().cells, "128 cells", "1 cell", f"{PAIR} printed"),
    (tipdata.ratifications, "109 ratifications", "1 ratification",
     f"{PAIR} date entry_into_force consent_form"),
    (tipdata.peacekeeping, "3 peacekeeping profiles", "1 peacekeeping profile",
     "abbreviation personnel missions prevention_policy lead_office training allegations"),
    (tipdata.organizations, "24 organizations", "1 organization",
     "name abbreviation parent links"),
    (tipdata.framework_documents, "39 framework documents", "1 framework document",
     "title years symbol organizations url"),
    (tipdata.focal_points, "17 focal points", "1 focal point",
     "name abbreviation organizations"),
    (tipdata.links, "62 links", "1 link", "url label record section"),
    (tipdata.glossary, "23 terms", "1 term", "abbreviation meaning"),
    (tipdata.notes, "1 note", "1 note", "text date"),
    (tipdata.photo_credits, "37 photo credits", "1 photo credit",
     "page_label position photographer agency year"),
    (tipdata.staff, "81 members of the staff", "1 member of the staff", "name"),
    (lambda: Records(tipdata.closing_note().paragraphs), "5 paragraphs", "1 paragraph", "text"),
    (lambda: tipdata.protocol_status("P029", on="2018"), "16 statuses", "1 status",
     f"{PAIR} on state possible contested"),
    (tipdata.register, "128 register entries", "1 register entry",
     f"{PAIR} finding consent consent_form entry_into_force as_of grade"),
    (tipdata.errata, "33 errata", "1 erratum", "kind section printed found evidence"),
    (lambda: tipdata.status_counts(start=2017, end=2018), "16 status counts", "1 status count",
     "instrument on certain possible open contested countries"),
    (lambda: tipdata.entries_into_force("2018-06"), "5 entries into force", "1 entry into force",
     f"{PAIR} entry_into_force certain"),
]  # fmt: skip
shown_tables = pytest.mark.parametrize(
    ("query", "many", "one", "heads"), SHOWN, ids=[one[2:] for _, _, one, _ in SHOWN]
)
ADDRESS = """https://a.org/?b=1&c="><script>alert('d')</script>"""


def page(records):
    return Page(records._repr_html_())


def written(value):
    """Give a value as it is written in a cell."""
    if isinstance(value, tuple):
        return ", ".join(written(item) for item in value)
    if isinstance(value, frozenset):
        return ", ".join(sorted(written(item) for item in value))
    return "" if value is None else str(value.value if isinstance(value, Enum) else value)


def test_a_short_table_is_shown_whole():
    assert repr(tipdata.ratifications(country="BR")[5:]) == "\n".join([
        "2 ratifications",
        "country  instrument  date  entry_into_force  consent_form",
        "Brazil   C182        2000",
        "Brazil   C189        2018  2019-01",
    ])  # fmt: skip


def test_blanks_keep_their_columns():
    assert repr(tipdata.photo_credits()[9:14]) == "\n".join([
        "5 photo credits",
        "page_label  position  photographer     agency                                year",
        "11                    Kamran Jebreili  AP Photo",
        "13          Top       Tom Esslemont    REUTERS",
        "13          Bottom    Misty Keasler    Winrock International                 2017",
        "14                    Jane Sigmon",
        "15                                     Design Pics Inc/National Geographic…",
    ])  # fmt: skip


def test_records_of_several_kinds_are_shown_with_their_kinds():
    assert repr(tipdata.search("Jane Sigmon")) == "\n".join([
        "3 records",
        "kind                 text",
        "photo credit         Jane Sigmon",
        "photo credit         Jane Sigmon",
        "member of the staff  Jane Nady Sigmon",
    ])  # fmt: skip
    assert page(tipdata.search("Jane Sigmon")).texts == [
        ["kind", "text"],
        ["photo credit", "Jane Sigmon"],
        ["photo credit", "Jane Sigmon"],
        ["member of the staff", "Jane Nady Sigmon"],
    ]


def test_values_with_several_parts_are_shown_in_one_cell():
    assert repr(tipdata.protocol_status("C182", on="2018").where(country="IN")) == "\n".join([
        "1 status",
        "country  instrument  on    state      possible            contested",
        "India    C182        2018  uncertain  in force, ratified  False",
    ])  # fmt: skip
    assert repr(tipdata.framework_documents(organization="CBSS")).splitlines()[2][:55] == (
        "A Vision for the Baltic Sea region …  2020, 2010       "
    )


@pytest.mark.parametrize(("length", "cut"), [(35, False), (36, False), (37, True), (500, True)])
def test_a_cell_is_cut_at_36_characters(length, cut):
    text = ("abcdefghij" * 50)[:length]
    shown = repr(Records([evolve(tipdata.expand("EU"), meaning=text)])).splitlines()[2]
    assert shown == f"EU            {text[:35] + '…' if cut else text}"


def test_twenty_records_are_shown_as_text():
    members = tipdata.staff()
    assert repr(members).splitlines() == [
        "81 members of the staff",
        "name",
        *(row[0] for row in STAFF),
        "Mark Forstrom",
        "Anna Patrick Fraser",
        "Connor Gary",
        "... and 61 more",
    ]
    assert repr(members[:21]).splitlines()[-1] == "... and 1 more"
    assert repr(members[:20]).splitlines()[-1] == "Connor Gary"


@shown_tables
def test_the_first_line_counts_and_the_second_names_the_columns(query, many, one, heads):
    records = query()
    lines = repr(records).splitlines()
    assert (lines[0], lines[1].split()) == (many, heads.split())
    assert repr(records[:1]).splitlines()[0] == one
    plural = "notes" if many == "1 note" else many.partition(" ")[2]
    assert repr(records[:0]) == f"0 {plural}"
    empty = page(records[:0])
    assert (empty.caption, empty.texts) == (f"0 {plural}", [heads.split()])


def test_no_records_of_no_kind_are_shown_too():
    assert repr(Records(())) == "0 records"
    assert page(Records(())).texts == [["kind", "text"]]


@shown_tables
def test_an_html_table_holds_every_value_whole(query, many, one, heads):
    records = query()
    found = page(records)
    assert found.caption == many
    assert found.texts == [
        heads.split(),
        *([written(attrgetter(name)(record)) for name in heads.split()] for record in records),
    ]
    assert {tag for tag, _ in found.tags} - {"a"} == {
        "table", "caption", "thead", "tbody", "tr", "th"
    } | ({"td"} if len(heads.split()) > 1 else set())  # fmt: skip
    assert {(tag, scope) for tag, scope, _ in found.rows[0]} == {("th", "col")}
    for row in found.rows[1:]:
        assert [tag for tag, _, _ in row] == ["th"] + ["td"] * (len(row) - 1)
        assert [scope for _, scope, _ in row] == ["row"] + [None] * (len(row) - 1)


def test_html_holds_what_the_source_prints():
    assert page(tipdata.glossary()).texts[1:-1] == GLOSSARY[:-1]
    assert [row[0] for row in page(tipdata.countries()).texts[1:]] == [r[0] for r in CHART[1:]]
    printed = [cell for row in CHART[1:] for cell in row[1:]]
    assert [row[2] for row in page(tipdata.chart().cells).texts[1:]] == printed
    assert page(tipdata.peacekeeping()).texts[1][:3] == ["UN", "92682", "15"]


def test_an_address_can_be_followed():
    found = page(tipdata.links())
    assert found.addresses == [row[0] for row in found.texts[1:]]
    assert len(found.addresses) == 62
    assert found.addresses[0] == "https://www.state.gov/j/tip/conventions/index.htm"
    documents = page(tipdata.framework_documents())
    assert documents.addresses == [row[4] for row in documents.texts[1:] if row[4]]
    assert page(tipdata.staff()).addresses == []


@for_each("query", [*(query for query, *_ in SHOWN), tipdata.chart])
def test_text_and_background_have_the_colours_of_the_notebook(query):
    for tag, attributes in page(query()).tags:
        assert tag not in ("font", "style", "script")
        assert set(attributes) <= {"scope", "style", "title", "href"}
        declared = re.findall(r"([\w-]+):", attributes.get("style", ""))
        assert not {"color", "background", "background-color", "opacity"} & set(declared)


@pytest.mark.parametrize("field", ["name", "alpha_2", "numeric"])
def test_a_hostile_text_stays_a_text(field):
    calm, hostile = tipdata.countries()[:1], evolve(tipdata.country("BR"), **{field: HOSTILE})
    found = page(Records([hostile]))
    assert found.tags == page(calm).tags
    assert found.texts[1][COUNTRY.split().index(field)] == HOSTILE


def test_a_hostile_address_stays_an_address():
    link = tipdata.links()[0]
    found = page(Records([evolve(link, url=ADDRESS)]))
    assert found.addresses == [ADDRESS]
    assert found.texts[1][0] == ADDRESS
    assert "script" not in {tag for tag, _ in found.tags}
    for url in ("javascript:alert(1)", " https://a.org", "data:text/html,x", "httpd://a.org"):
        assert page(Records([evolve(link, url=url)])).addresses == []


def test_two_hundred_records_are_shown_as_html():
    many = Records([*tipdata.staff(), *tipdata.staff(), *tipdata.staff()])
    assert page(many).caption == "243 members of the staff, the first 200 shown"
    assert [row[0] for row in page(many).texts[1:]] == [str(member) for member in many[:200]]
    assert page(many[:201]).caption == "201 members of the staff, the first 200 shown"
    assert page(many[:200]).caption == "200 members of the staff"
    assert len(page(many[:200]).rows) == 201


@for_each(
    "shown",
    lambda: [tipdata.notes(), tipdata.chart(), tipdata.search("europe"), Records(())],
)
def test_a_notebook_shows_a_table_and_keeps_the_text(shown):
    formats, _ = DisplayFormatter().format(shown)
    assert formats == {"text/plain": repr(shown), "text/html": shown._repr_html_()}


def test_a_notebook_shows_a_record_as_text():
    formats, _ = DisplayFormatter().format(tipdata.country("DK"))
    assert set(formats) == {"text/plain"}
    assert formats["text/plain"].startswith("Country(name='Denmark', alpha_2='DK'")


@for_each(
    "record, text",
    lambda: [
        (tipdata.country("076"), "Brazil"),
        (tipdata.instrument("Palermo Protocol"), "PALERMO"),
        (tipdata.chart()["BR", "C189"], "Brazil, C189: 2018"),
        (tipdata.chart().cell("BR", "C189"), "Brazil, C189: 2018 (into force Jan 2019)"),
        (tipdata.chart().cell("BR", "P029"), "Brazil, P029: —"),
        (tipdata.peacekeeping()[2], "North Atlantic Treaty Organization"),
        (tipdata.peacekeeping()[1].prevention_policy,
         "Code of Conduct for Staff and Mission Members"),
        (tipdata.peacekeeping()[0].training, "pre-deployment, at mission"),
        (tipdata.peacekeeping()[0].allegations, "62"),
        (tipdata.peacekeeping()[1].allegations, "none reported"),
        (tipdata.links(domain="conduct.unmissions.org").one(), "https://conduct.unmissions.org/"),
        (tipdata.organization("AU"), "African Union"),
        (tipdata.expand("EU"), "EU"),
        (tipdata.photo_credits(page=476).one(), "Brett Lewin"),
        (tipdata.staff()[-1], "Janet Zinn"),
        (tipdata.country("BR").spans[0], f"{TEXT.index('Brazil')}:{TEXT.index('Brazil') + 6}"),
    ],
)  # fmt: skip
def test_a_record_says_itself_in_a_few_words(record, text):
    assert str(record) == text


def test_a_running_text_says_itself_whole():
    initiative = tipdata.peacekeeping()[0].initiatives[0]
    assert str(initiative) in TEXT
    assert str(initiative).startswith("The UN Secretary General released his report (A/72/751)")
    assert str(tipdata.notes().one()).endswith("itin-12-31-17.pdf")
    assert str(tipdata.closing_note()).count("\n\n") == 4


def test_no_line_of_text_has_a_tab():
    assert "\t" not in repr(tipdata.errata())


def test_a_kind_is_called_by_words():
    assert "prevention policy" in repr(tipdata.search("special measures"))


def test_every_address_in_a_table_can_be_followed():
    addresses = Page(tipdata.organizations()._repr_html_()).addresses
    assert addresses == [link.url for body in tipdata.organizations() for link in body.links]


def test_an_absent_record_is_shown_as_none():
    assert ", parent=None," in repr(tipdata.organization("UN"))
    assert ", parent='United Nations'," in repr(tipdata.organization("ILO"))
