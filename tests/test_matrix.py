"""The chart as a matrix: countries down, instruments across, as text and as HTML."""

import re
from datetime import datetime
from itertools import pairwise

import pytest
from attrs import evolve

import tipdata
from one_chart import OneChart
from page import HOSTILE, Page
from report import CHART, COUNTRIES, INSTRUMENTS
from tipdata import ActionKind, Consent, Edition, ErratumKind, PartialDate, TreatyAction

CAPTION = "Year of ratification, 16 countries and 8 instruments, to 2018-03-31"
NOTE = "A date in parentheses is the printed entry into force; a dash, no ratification printed."
CONTESTED = "!: other evidence contradicts the print, see `errata`."


def short(printed):
    """Give a printed cell as the matrix has it: its date of entry into force in EDTF."""
    force = re.fullmatch(r"(\d{4}) \(into force (.+)\)", printed)
    if force is None:
        return printed
    if force[2].count(" ") == 2:
        return f"{force[1]} ({datetime.strptime(force[2], '%d %b %Y').date()})"
    return f"{force[1]} ({datetime.strptime(force[2], '%b %Y').strftime('%Y-%m')})"


ROWS = [[row[0], *(short(cell) for cell in row[1:])] for row in CHART[1:]]
# Both CRC protocols print the year of Fiji's signature.
ROWS[COUNTRIES.index("Fiji")][2:4] = ["2005 !", "2005 !"]


def chart_with(**changes):
    """Give the chart of an edition whose conventions are changed."""
    changed = evolve(tipdata.edition().conventions, **changes)
    return tipdata.chart(edition=Edition(1, OneChart(changed)))


def test_the_text_has_every_cell_in_its_column():
    caption, heads, *rows, note, contested = repr(tipdata.chart()).splitlines()
    assert (caption, note, contested) == (CAPTION, NOTE, CONTESTED)
    assert heads.split() == INSTRUMENTS
    starts = [0, *(heads.index(f"  {key}") + 2 for key in INSTRUMENTS), None]
    cut = [[line[start:end] for start, end in pairwise(starts)] for line in rows]
    assert [[cell.strip() for cell in line] for line in cut] == ROWS


def test_the_html_has_every_cell_under_its_head():
    found = Page(tipdata.chart()._repr_html_())
    assert found.caption == f"{CAPTION}{NOTE} {CONTESTED}"
    assert found.texts == [["Country", *INSTRUMENTS], *ROWS]
    assert {(tag, scope) for tag, scope, _ in found.rows[0]} == {("th", "col")}
    for row in found.rows[1:]:
        assert [(tag, scope) for tag, scope, _ in row] == [("th", "row")] + [("td", None)] * 8
    titles = [attributes["title"] for _, attributes in found.tags if "title" in attributes]
    assert titles == [instrument.title for instrument in tipdata.instruments()]


def test_the_matrix_says_what_the_cells_say():
    body = [row[1:] for row in Page(tipdata.chart()._repr_html_()).texts[1:]]
    shown = [text for row in body for text in row]
    assert len(shown) == len(tipdata.chart().cells) == 128
    contested = tipdata.chart().contested
    for text, cell in zip(shown, tipdata.chart().cells, strict=True):
        assert (text == "—") is (cell.ratification is None)
        assert text[:4] == cell.printed[:4]
        if cell.ratification:
            force = cell.ratification.entry_into_force
            sign = " !" if cell in contested else ""
            stated = "" if force is None else f" ({force})"
            assert text == f"{cell.ratification.date}{stated}{sign}"
            assert tipdata.chart()[cell.country, cell.instrument] is cell.ratification
        else:
            assert tipdata.chart()[cell.country, cell.instrument] is None
        assert tipdata.chart().cell(cell.country, cell.instrument) is cell


def test_the_matrix_has_the_rows_and_columns_of_the_chart():
    assert [country.name for country in tipdata.chart().countries] == COUNTRIES
    heads = [instrument.printed_heading for instrument in tipdata.chart().instruments]
    assert heads == CHART[0][1:]
    assert [str(month) for month in tipdata.chart().window] == ["2017-04", "2018-03"]
    assert tipdata.source(tipdata.chart()).line == 3


@pytest.mark.parametrize(
    ("entry_into_force", "shown"),
    [(None, "2003, accession"), (PartialDate(2004, 1), "2003, accession (2004-01)")],
)
def test_a_mark_is_shown_beside_the_year(entry_into_force, shown):
    cells = list(tipdata.chart().cells)
    act = evolve(
        cells[16].ratification, consent_form=Consent.ACCESSION, entry_into_force=entry_into_force
    )
    cells[16] = evolve(cells[16], ratification=act)
    chart = chart_with(cells=tuple(cells))
    assert Page(chart._repr_html_()).texts[3][:3] == ["Denmark", shown, "2003"]
    assert re.split(r"\s{2,}", repr(chart).splitlines()[4])[:3] == ["Denmark", shown, "2003"]


def test_without_other_evidence_nothing_is_contested():
    alone = tipdata.chart(edition=tipdata.edition().with_register(()))
    assert list(alone.contested) == []
    assert repr(alone).splitlines()[-1] == NOTE
    assert Page(alone._repr_html_()).caption == CAPTION + NOTE
    assert "!" not in repr(alone)


def test_the_cells_that_are_contested_are_those_of_the_statuses():
    contested = tipdata.chart().contested
    found = [(cell.country.name, cell.instrument.id) for cell in contested]
    assert found == [("Fiji", "CRC-OP-SC"), ("Fiji", "CRC-OP-AC")]
    for cell in tipdata.chart().cells:
        for basis in ("printed", "register"):
            status = tipdata.status(cell.country, cell.instrument, basis=basis)
            assert status.contested is (cell in contested)
            assert status.contested is ("; the print is contested" in status.explanation)
            kinds = {erratum.kind for erratum in status.errata}
            assert status.contested is (ErratumKind.CONTRADICTED in kinds)


def test_a_dash_can_be_contested_too():
    brazil = tipdata.register().where(country="BR", instrument="P029").one()
    act = TreatyAction(ActionKind.RATIFICATION, PartialDate(2017, 5, 1))
    edition = tipdata.edition().with_register([evolve(brazil, actions=(act,))])
    rows = Page(tipdata.chart(edition=edition)._repr_html_()).texts
    assert rows[1][5] == "— !"
    assert tipdata.status("Brazil", "P029", edition=edition).contested


def test_hostile_names_stay_texts():
    calm = Page(tipdata.chart(edition=tipdata.edition().with_register(()))._repr_html_())
    cells = list(tipdata.chart().cells)
    cells[0] = evolve(
        cells[0],
        country=evolve(cells[0].country, name=HOSTILE),
        printed=HOSTILE,
        ratification=None,
    )
    heads = list(tipdata.chart().instruments)
    heads[0] = evolve(heads[0], id=HOSTILE, title=HOSTILE)
    found = Page(chart_with(cells=tuple(cells), instruments=tuple(heads))._repr_html_())
    assert [tag for tag, _ in found.tags] == [tag for tag, _ in calm.tags]
    assert (found.texts[0][1], found.texts[1][:2]) == (HOSTILE, [HOSTILE, HOSTILE])
    titles = [attributes["title"] for _, attributes in found.tags if "title" in attributes]
    assert titles[0] == HOSTILE
    assert found.texts[2:] == calm.texts[2:]
