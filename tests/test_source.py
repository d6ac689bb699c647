"""The queries agree with the source text, cut at its tabs by hand, on every record."""

import hashlib
import html
import re

import pycountry

import tipdata
from for_each import for_each
from report import CHART, CLOSING, CREDITS, GLOSSARY, PEACEKEEPING, ROWS, STAFF, TEXT
from tipdata import Answer, Consent, PartialDate


def test_the_source_is_the_given_text_byte_for_byte():
    digest = "521715b1e02f39c6c015ee46a12d3cc221304f50c5198b7c2bc3faebf5f6ef32"
    assert len(TEXT) == 28132
    assert hashlib.sha256(TEXT.encode()).hexdigest() == digest == tipdata.edition().sha256


def test_every_cell_of_the_chart():
    heads, *rows = CHART
    assert [i.printed_heading for i in tipdata.instruments()] == heads[1:]
    assert [country.name for country in tipdata.countries()] == [row[0] for row in rows]
    printed = [
        (row[0], head, cell) for row in rows for head, cell in zip(heads[1:], row[1:], strict=True)
    ]
    assert [
        (cell.country.name, cell.instrument.printed_heading, cell.printed)
        for cell in tipdata.chart().cells
    ] == printed
    assert len(printed) == 128
    for cell, (_, _, text) in zip(tipdata.chart().cells, printed, strict=True):
        found = cell.ratification
        assert (found is None) is (text == "—")
        if found:
            assert found.date == PartialDate(int(text[:4]))
            force = re.search(r"\(into force (.+)\)", text)
            assert found.entry_into_force == (PartialDate.parse(force[1]) if force else None)
            assert (found.country, found.instrument) == (cell.country, cell.instrument)
            assert found.consent_form is None
    cells = [text for _, _, text in printed]
    assert (cells.count("—"), sum("into force" in text for text in cells)) == (19, 13)
    assert len(tipdata.ratifications()) == 109


def test_every_row_has_one_cell_of_the_windows_years():
    for country in tipdata.countries():
        years = [r.date.year for r in tipdata.ratifications(country=country)]
        assert len([year for year in years if year in (2017, 2018)]) == 1


@for_each("country", tipdata.countries)
def test_the_codes_are_those_of_iso_3166(country):
    known = pycountry.countries.get(alpha_3=country.alpha_3)
    assert (country.alpha_2, country.numeric) == (known.alpha_2, known.numeric)
    assert country.name in known.name
    for key in (country.name.upper(), f" {country.alpha_2.lower()} ", country.alpha_3):
        assert tipdata.country(key) == country
    assert tipdata.country(country.numeric) == tipdata.country(int(country.numeric)) == country
    assert tipdata.country(country) is country


@for_each("instrument", tipdata.instruments)
def test_an_instrument_answers_to_all_its_names(instrument):
    assert len(instrument.aliases) >= 2
    for key in instrument.keys:
        assert tipdata.instrument(key) is instrument
        assert tipdata.instrument(f"  {key.swapcase()} ") is instrument
    assert {fact.fact for fact in instrument.sources} >= {"title", "adopted", "entry_into_force"}


def test_the_printed_headings_bear_out_the_cited_dates():
    forced = {
        i.id: re.search(r"in ?to force (?:in )?(.*\d{4})$", i.printed_heading)
        for i in tipdata.instruments()
    }
    assert {k: m[1] for k, m in forced.items() if m} == {
        "C029": "1932",
        "P029": "November 9, 2016",
        "C189": "September 5, 2013",
    }
    for key, match in forced.items():
        if match:
            day = tipdata.instrument(key).entry_into_force
            assert PartialDate.parse(match[1]).allows(day.earliest)
    for key, year in (("C029", 1930), ("P029", 2014), ("C105", 1957), ("C189", 2011)):
        assert tipdata.instrument(key).adopted.year == year


def test_the_legend_the_window_and_the_complete_list():
    chart, section = tipdata.chart(), tipdata.edition().conventions
    assert chart.legend.text.startswith(
        "The chart below shows the Ratification, Accession (a), or"
    )
    assert "*" not in chart.legend.text
    assert "<" not in chart.legend.text
    assert {mark.letter: mark.consent_form for mark in section.marks} == {
        "a": Consent.ACCESSION,
        "A": Consent.ACCEPTANCE,
    }
    assert [str(month) for month in chart.window] == ["2017-04", "2018-03"]
    assert chart.closing_date == PartialDate(2018, 3, 31)
    assert chart.complete_list.url == "https://www.state.gov/j/tip/conventions/index.htm"


def test_ratifications_are_those_that_a_look_at_every_one_finds():
    everything = list(tipdata.ratifications())
    years = {r.date.year for r in everything} | {1066}
    for country in (None, *tipdata.countries()):
        for instrument in (None, *tipdata.instruments()):
            kept = [
                r
                for r in everything
                if (country is None or r.country == country)
                and (instrument is None or r.instrument == instrument)
            ]
            question = {"country": country, "instrument": instrument}
            assert list(tipdata.ratifications(**question)) == kept
            by_year = tipdata.ratifications_by_year(**question)
            assert list(by_year) == sorted({r.date.year for r in kept})
            for year in years:
                found = list(tipdata.ratifications(**question, year=year))
                assert found == [r for r in kept if r.date.year == year]
                assert year not in by_year or list(by_year[year]) == found


def test_every_number_of_the_peacekeeping_table():
    heads = PEACEKEEPING[0][1:]
    rows = {row[0]: row[1:] for row in PEACEKEEPING[1:]}
    assert len(rows) == 8
    for n, profile in enumerate(tipdata.peacekeeping()):
        column = [cells[n] for cells in rows.values()]
        assert profile.printed_heading == heads[n]
        assert f"{profile.personnel:,}" == column[0]
        assert str(profile.missions) == column[1]
        assert f"“{profile.prevention_policy.title}”" in column[2]
        years = [int(year) for year in re.findall(r"\d{4}", column[2])]
        assert list(profile.prevention_policy.years) == years
        assert profile.lead_office == column[3]
        assert [link.url for link in profile.links] == [re.search('href="(.+?)"', column[7])[1]]
        assert [TEXT[span.start : span.end] for span in profile.spans] == column
    un, osce, nato = tipdata.peacekeeping()
    assert (un.organization, un.abbreviation) == ("United Nations", "UN")
    assert nato.organization == "North Atlantic Treaty Organization"
    assert osce.organization == "Organization for Security and Co-operation in Europe"
    said = un.allegations
    assert said.answer is Answer.GIVEN
    assert (said.allegations, said.personnel, said.missions) == (62, 136, 11)
    assert (said.victims, said.children, said.age_limit, said.year) == (131, 21, 18, 2017)
    assert said.personnel_kinds == ("military", "police", "civilian")
    assert said.countries == (
        "Democratic Republic of Congo",
        "Central African Republic",
        "Liberia",
        "Haiti",
    )
    for silent in (osce.allegations, nato.allegations):
        assert silent.answer is Answer.NONE_REPORTED
        assert silent.allegations is silent.victims is silent.children is None
    assert osce.allegations.remark is None
    assert "contributing countries" in nato.allegations.remark
    assert un.initiatives[0].symbols == ("A/72/751", "A/71/818")
    assert un.initiatives_answer is Answer.GIVEN
    for blank in (osce, nato):
        assert (blank.initiatives, blank.initiatives_answer) == ((), Answer.BLANK)
    assert [stage.value for stage in un.training.stages] == ["pre-deployment", "at mission"]
    assert [stage.value for stage in osce.training.stages] == ["pre-deployment"]
    assert (un.training.material, osce.training.material) == ("new E-learning program", None)
    assert nato.training.material.startswith("NATO Guidance for the development of training")
    assert nato.training.year == 2004
    introduction = tipdata.edition().peacekeeping.introduction.text
    assert introduction.startswith("As required by law, this section summarizes actions")


def addresses(text):
    """Give every address of a text, with what is printed for it."""
    found = re.findall(r'<a href="(.*?)">(.*?)</a>', text)
    rest = re.sub(r"<a href.*?</a>", "", text)
    found += [(url, url) for url in re.findall(r"<(https?://[^>]+)>", rest)]
    found += [
        (f"http://{bare}", bare)
        for bare in re.findall(r"www\.[\w./-]+", rest.replace("<http", ""))
        if f"//{bare}" not in rest
    ]
    return sorted((html.unescape(url), html.unescape(printed)) for url, printed in found)


def test_every_address_of_the_report():
    found = sorted((link.url, link.text) for link in tipdata.links())
    assert found == addresses(TEXT)
    assert len(found) == 62
    places = [link.section for link in tipdata.links()]
    counts = {"conventions": 1, "peacekeeping": 3, "organizations": 57, "notes": 1}
    assert {place: places.count(place) for place in places} == counts


def test_every_row_of_the_organizations():
    assert len(ROWS) == 19
    for named, documented, pointed in ROWS:
        bodies = [
            body
            for body in tipdata.organizations()
            if html.escape(body.name, quote=False) in named
            and body.spans[0].start in range(TEXT.index(named), TEXT.index(named) + len(named))
        ]
        head = bodies[0]
        links = sorted((link.url, link.text) for body in bodies for link in body.links)
        assert links == addresses(named)
        documents = tipdata.framework_documents(organization=head)
        assert sorted((d.url, d.link.text) for d in documents if d.url) == addresses(documented)
        points = tipdata.focal_points(organization=head)
        printed = re.findall("<p>(.*?)</p>", pointed)
        assert head.documents_answer is (Answer.GIVEN if documented else Answer.BLANK)
        if printed == ["N/A"]:
            assert (len(points), head.focal_points_answer) == (0, Answer.NOT_APPLICABLE)
        elif not printed:
            assert (len(points), head.focal_points_answer) == (0, Answer.BLANK)
        else:
            assert head.focal_points_answer is Answer.GIVEN
            names = [p.name + (f" ({p.abbreviation})" if p.abbreviation else "") for p in points]
            assert names == printed
        texts = [
            re.sub("  ?<a .*?</a>", "", text) for text in re.findall("<p>(.*?)</p>", documented)
        ]
        texts = [text for text in texts if not text.startswith("<b>")]
        assert " ".join(document.printed for document in documents) == " ".join(texts)


def test_every_line_of_the_glossary():
    assert [(t.abbreviation, t.meaning) for t in tipdata.glossary()] == [
        tuple(x) for x in GLOSSARY
    ]
    for abbreviation, meaning in GLOSSARY:
        assert tipdata.expand(f" {abbreviation.lower()}").meaning == meaning


def test_every_name_of_the_staff_in_reading_order():
    columns = [[row[n] for row in STAFF] for n in range(5)]
    names = [name for column in columns for name in column if name]
    broken = names.index("Megan Hjelle-")
    names[broken : broken + 2] = ["Megan Hjelle-Lantsman"]
    assert [member.name for member in tipdata.staff()] == names
    assert len(names) == 81
    (one,) = tipdata.staff().where(name="Megan Hjelle-Lantsman")
    assert [part.text for part in tipdata.source(one).parts] == ["Megan Hjelle-", "Lantsman"]
    assert tipdata.edition().office == "OFFICE TO MONITOR AND COMBAT TRAFFICKING IN PERSONS"
    thanks = tipdata.edition().special_thanks.text
    assert f"*{thanks}*" == TEXT.split("\n")[-1]


def test_every_line_of_the_credits():
    lines, page = [], None
    for line in CREDITS:
        parts = line.rstrip().split(": ")
        if parts[0] not in ("Bottom", "Right", "Middle"):
            page, *parts = parts
        lines.append((page.removeprefix("Page "), *([None] * (2 - len(parts))), *parts))
    assert [(c.page_label, c.position, c.credit) for c in tipdata.photo_credits()] == lines
    assert len(lines) == 37


def test_the_closing_note_and_the_note():
    note = tipdata.closing_note()
    assert [paragraph.text for paragraph in note.paragraphs] == CLOSING
    assert str(note) == "\n\n".join(CLOSING)
    (rates,) = tipdata.notes()
    assert rates.text.startswith("Local currencies have been converted to U.S. dollars ($) using")
    assert rates.date == PartialDate(2017, 12, 31)
    assert rates.links[0].url.endswith("itin-12-31-17.pdf")
