"""Pictures show what the queries and the status say, mark by mark."""

import re
import subprocess
import sys
from collections import Counter
from datetime import date, datetime, timedelta
from itertools import pairwise

import altair
import pytest
from attrs import evolve

import tipdata
from environment import ENVIRONMENT
from for_each import for_each
from pictures import ASKED, ON_A_BASIS, SVG, drawn, encodings, marks, rows, svg, texts
from report import COUNTRIES, INSTRUMENTS, TEXT
from sampling import some
from tipdata import (
    ActionKind,
    Answer,
    ChoiceError,
    DateError,
    Edition,
    MissingExtraError,
    NotFoundError,
    PartialDate,
    State,
    TreatyAction,
    charts,
)
from tipdata.charts.themes import STYLES
from tipdata.charts.words import day_in_words, days_in_words

CONTESTED = {("Fiji", "CRC-OP-SC"), ("Fiji", "CRC-OP-AC")}
SIGNS = {State.IN_FORCE: " ●", State.RATIFIED: " ○", State.UNCERTAIN: " ?"}
BAR, ARROW = "Bar: one of these days.", "Arrow: any later day."
BESIDE_A_TIMELINE = re.compile(r"translate\(572,([\d.]+)\)$")
TOP = re.compile(r"M[\d.]+,([\d.]+)h")
SOURCE = (
    "Source: US Department of State, Trafficking in Persons Report 2018, back matter;"
    f" tipdata {tipdata.__version__}"
)
BESIDE = (
    "The register beside it: copies of registers, copies of official publications and"
    " secondary sources, as of 5 October 2020 to 11 May 2023; each is silent on later days"
)


def test_the_pictures_can_be_listed_without_altair():
    code = """if True:
        import sys
        sys.modules["altair"] = sys.modules["vl_convert"] = None
        from tipdata import charts
        print(*charts.PLOTS)
    """
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, env=ENVIRONMENT
    )
    assert done.stdout.split() == list(ASKED)


def test_every_picture_has_a_name():
    assert list(charts.PLOTS) == list(ASKED)
    for name, plot in charts.PLOTS.items():
        assert plot is getattr(charts, name)
        assert name in charts.__all__
    with pytest.raises(TypeError):
        charts.PLOTS["other"] = charts.matrix


@pytest.mark.parametrize("theme", STYLES)
@pytest.mark.parametrize("name", ASKED)
def test_a_picture_says_what_it_is_and_where_it_is_from(name, theme):
    picture = drawn(name, theme=theme)
    spec, root = picture.to_dict(), svg(picture)
    assert spec["background"] == STYLES[theme].paper
    assert spec["description"].endswith(".")
    assert root.get("aria-label") == spec["description"]
    said = texts(root)
    for line in (spec["title"]["text"], *spec["title"]["subtitle"], SOURCE):
        assert said.count(line) == 1
    assert isinstance(picture, altair.LayerChart | altair.FacetChart)


@pytest.mark.parametrize("name", [name for name in ASKED if name != "peacekeeping_figures"])
def test_a_picture_says_what_the_ids_stand_for(name):
    said = texts(svg(drawn(name)))
    foot = [f"{column.id}: {column.printed_heading}" for column in tipdata.instruments()]
    assert said[said.index(foot[0]) :][:9] == [*foot, SOURCE]
    assert foot[7] == (
        "C189: ILO Convention 189, Domestic Workers (2011), entered into force September 5, 2013"
    )


@pytest.mark.parametrize("name", ON_A_BASIS)
@pytest.mark.parametrize("basis", ["printed", "register"])
def test_a_picture_names_its_basis(name, basis):
    said = texts(svg(drawn(name, basis=basis)))
    words = {"printed": "the chart as printed.", "register": "the chart with the register beside"}
    assert sum(f"Basis: {words[basis]}" in line for line in said) == 1
    beside = [line for line in said if line.startswith("The register beside it")]
    # Of Denmark nothing rests on a secondary source.
    of_denmark = BESIDE.replace(
        ", copies of official publications and secondary sources",
        " and copies of official publications",
    )
    line = of_denmark if name == "timeline" else BESIDE
    assert beside == ([line] if basis == "register" else [])


def test_without_a_register_none_is_named():
    other = tipdata.read_edition(TEXT)
    said = texts(svg(charts.matrix(basis="register", edition=other.with_register(()))))
    assert not [line for line in said if line.startswith("The register")]


@pytest.mark.parametrize("basis", ["printed", "register"])
@pytest.mark.parametrize("on", [None, "2018-06-01", date(2018, 4, 1), "2002", "2018-04"])
def test_a_cell_of_the_matrix_has_the_printed_year_and_the_state_of_play(on, basis):
    picture = charts.matrix(on=on, basis=basis)
    found = {(row["country"], row["instrument"]): row for row in rows(picture)}
    assert list(found) == [(country, column) for country in COUNTRIES for column in INSTRUMENTS]
    boxes = dict(marks(svg(picture), kind="rect mark"))
    for (country, column), row in found.items():
        act = tipdata.chart()[country, column]
        status = tipdata.status(country, column, on=on, basis=basis)
        assert row["state"] == status.state.value
        contested = " !" if (country, column) in CONTESTED else ""
        sign = " →" if status.changes else SIGNS.get(status.state, "")
        assert row["text"] == f"{act.date if act else '–'}{sign}{contested}"
        # What nobody had adopted yet needs no evidence.
        said = row["explanation"].endswith("; the print is contested.") or (
            "; the print is contested: no consent when the chart closed" in row["explanation"]
        )
        assert said is bool(contested)
        fill = STYLES["light"].states[status.state][0]
        assert boxes[status.explanation]["fill"] == fill
    assert len(boxes) == 128


def test_the_matrix_stands_in_the_order_of_the_chart_and_says_its_day():
    picture = charts.matrix(on="2018-06")
    said = texts(svg(picture))
    assert [line for line in said if line in COUNTRIES] == COUNTRIES
    assert [line for line in said if line in INSTRUMENTS] == INSTRUMENTS
    assert said.count("State of play in June 2018. Basis: the chart as printed.") == 1
    assert "State of play on 31 March 2018." in charts.matrix().title["subtitle"][0]


@pytest.mark.parametrize(
    ("at", "said", "denmark"),
    [
        ("whole", "State of play in 2018.", "2017 →"),
        ("start", "State of play on 1 January 2018.", "2017 ○"),
        ("end", "State of play on 31 December 2018.", "2017 ●"),
    ],
)
def test_the_matrix_shows_the_start_or_the_end_of_a_period(at, said, denmark):
    picture = charts.matrix(on="2018", at=at, basis="register")
    assert picture.title["subtitle"][0].startswith(said)
    (text,) = [
        row["text"]
        for row in rows(picture)
        if (row["country"], row["instrument"]) == ("Denmark", "P029")  # in force 14 June 2018
    ]
    assert text == denmark
    with pytest.raises(ChoiceError, match="at must be 'whole', 'start' or 'end', not 'middle'"):
        charts.matrix(on="2018", at="middle")


def test_the_matrix_says_what_its_marks_mean():
    words = "!: other evidence contradicts the print."
    assert texts(svg(charts.matrix())).count(words) == 1
    alone = tipdata.edition().with_register(())
    assert words not in texts(svg(charts.matrix(edition=alone)))


def test_the_legend_of_the_matrix_has_the_states_that_there_are():
    said = texts(svg(charts.matrix()))
    legend = ["● in force", "○ ratified, not yet in force", "? uncertain", "not ratified"]
    assert [line for line in said if line in legend] == [legend[0], legend[1], legend[3]]
    assert legend[2] in texts(svg(charts.matrix(on="2002")))
    (scale,) = [fill["scale"] for fill in encodings(charts.matrix(), "fill")]
    states = STYLES["light"].states
    assert scale["domain"] == [state.value for state in states]
    assert scale["range"] == [fill for fill, _ in states.values()]


@pytest.mark.parametrize("basis", ["printed", "register"])
@for_each("country", COUNTRIES, sample=5)
def test_a_timeline_shows_the_bounds(country, basis):
    picture = charts.timeline(country, basis=basis)
    found = {(row["instrument"], row["event"]): row for row in rows(picture)}
    ends = encodings(picture, "x")[0]["scale"]
    domain = [str(instant(ends[end])) for end in ("domainMin", "domainMax")]
    assert len(found) == 2 * len(INSTRUMENTS)
    for column in INSTRUMENTS:
        bounds = tipdata.bounds(country, column, basis=basis)
        for event, days in (
            ("consent", bounds.consent),
            ("entry into force", bounds.entry_into_force),
        ):
            row = found[column, event]
            assert row["first"] == str(days.earliest)
            if days.latest is None:
                assert (row["kind"], row["last"]) == ("open", domain[1])
                assert row["days"] == f"from {day_in_words(days.earliest)}, if at all"
            else:
                assert row["kind"] == ("day" if days.earliest == days.latest else "span")
                assert row["last"] == str(days.latest)
                assert row["days"] == days_in_words(days.earliest, days.latest)
            assert domain[0] < row["first"] <= row["last"] <= domain[1]


def instant(milliseconds):
    return date(1970, 1, 1) + timedelta(milliseconds=milliseconds)


@pytest.mark.parametrize(
    ("country", "basis", "kinds"),
    [
        ("Denmark", "printed", ["Point: the day is known.", BAR, ARROW]),
        ("Jamaica", "printed", ["Point: the day is known.", BAR]),
        ("Japan", "printed", [BAR, ARROW]),
        ("Sweden", "register", ["Point: the day is known."]),
    ],
)
def test_a_timeline_explains_what_is_in_it_and_stands_in_pairs(country, basis, kinds):
    picture = charts.timeline(country, basis=basis)
    assert picture.title["subtitle"][1] == " ".join(kinds)
    root = svg(picture)
    assert bool(marks(root, kind="bar")) == (BAR in kinds)
    places = [text.get("transform", "") for text in root.iter(f"{SVG}text")]
    heights = [float(found[1]) for place in places if (found := BESIDE_A_TIMELINE.match(place))]
    apart = [lower - upper for upper, lower in pairwise(heights)]
    assert len(apart) == 15
    assert max(apart[::2]) < min(apart[1::2])


def test_points_bars_and_arrows():
    root = svg(charts.timeline("Denmark"))
    points = [words for words, _ in marks(root, kind="point")]
    bars = [words for words, _ in marks(root, kind="bar")]
    known = ["P029, consent: 14 June 2017", "P029, entry into force: 14 June 2018"]
    open_ends = [
        "C189, consent: from 1 April 2018, if at all",
        "C189, entry into force: from 1 April 2019, if at all",
    ]
    assert points == [*known, *open_ends]
    assert len(bars) == 14
    assert bars[-2:] == open_ends
    assert "C105, entry into force: 17 January to 31 December 1959" in bars
    said = texts(root)
    assert [line for line in said if line in INSTRUMENTS] == INSTRUMENTS
    assert [line for line in said if line in ("consent", "entry into force")] == [
        "consent",
        "entry into force",
    ]


def test_a_denunciation_that_a_source_gives_is_shown_and_a_new_consent_too():
    entry = tipdata.register().where(country="DK", instrument="C029").one()
    acts = (
        *entry.actions,
        TreatyAction(
            ActionKind.DENUNCIATION, PartialDate(1942, 5), effect=PartialDate(1943, 5, 1)
        ),
        TreatyAction(ActionKind.RATIFICATION, PartialDate(1950, 2, 1)),
    )
    edition = tipdata.edition().with_register([evolve(entry, actions=acts)])
    picture = charts.timeline("Denmark", basis="register", edition=edition)
    said = [row["said"] for row in rows(picture) if row["instrument"] == "C029"]
    assert said == [
        "C029, consent: 11 February 1932",
        "C029, entry into force: 11 February 1933",
        "C029, denunciation in effect: 1 May 1943",
        "C029, consent: 1 February 1950",
        "C029, entry into force: 1 February 1951",
    ]
    assert "denunciation in effect" in texts(svg(picture))


def test_an_entry_into_force_without_a_rule_is_open():
    section = tipdata.edition().conventions
    known = {"C189": evolve(tipdata.instrument("C189"), delay=None)}

    def swapped(record):
        return evolve(record, instrument=known.get(record.instrument.id, record.instrument))

    cells = tuple(
        evolve(swapped(cell), ratification=cell.ratification and swapped(cell.ratification))
        for cell in section.cells
    )
    columns = tuple(known.get(column.id, column) for column in section.instruments)
    edition = edition_with(conventions=evolve(section, instruments=columns, cells=cells))
    said = [row["said"] for row in rows(charts.timeline("Jamaica", edition=edition))]
    assert said[-1] == "C189, entry into force: 1 January 2016 or later"


class Contents:
    """The contents of the packaged edition, but for some sections."""

    def __init__(self, **sections):
        self.sections = sections

    @property
    def text(self):
        return tipdata.edition().text

    def section(self, name):
        return self.sections.get(name) or getattr(tipdata.edition(), name)


def edition_with(**sections):
    return Edition(2018, Contents(**sections))


def test_ratifications_per_year_are_those_of_the_cells():
    picture = charts.ratifications_per_year()
    wanted = Counter(
        (cell.ratification.date.year, cell.instrument.id)
        for cell in tipdata.chart().cells
        if cell.ratification
    )
    assert Counter((row["year"], row["instrument"]) for row in rows(picture)) == wanted
    assert picture.title["subtitle"] == [
        "109 ratifications of 8 instruments by the 16 countries of the chart, as printed,"
        " up to 31 March 2018.",
        "Stacked in the order of the legend.",
    ]
    (colour,) = encodings(picture, "color")
    assert colour["scale"] == {"domain": INSTRUMENTS, "range": list(STYLES["light"].series)}
    root = svg(picture)
    bars, tops = Counter(), {}
    for words, bar in marks(root, kind="bar"):
        said = dict(part.split(": ") for part in words.split("; "))
        key = int(said["Year"]), said["Instrument"]
        bars[key] += int(said["Ratifications"])
        place = INSTRUMENTS.index(said["Instrument"])
        tops.setdefault(said["Year"], {})[place] = float(TOP.match(bar["d"])[1])
        assert bar["fill"] == STYLES["light"].series[place]
    assert bars == wanted
    for stack in tops.values():
        assert sorted(stack, key=stack.get) == sorted(stack)
    assert {"Ratifications", "Year of ratification, as printed"} <= set(texts(root))


def test_a_chart_that_prints_no_year_has_no_bars():
    section = tipdata.edition().conventions
    cells = tuple(evolve(cell, printed="—", ratification=None) for cell in section.cells)
    picture = charts.ratifications_per_year(
        edition=edition_with(conventions=evolve(section, cells=cells))
    )
    assert picture.title["subtitle"][0].startswith("0 ratifications of 8 instruments")
    assert not marks(svg(picture), kind="bar")


# The last day before some state can have joined or withdrawn unseen. On the print: of whoever
# is bound, the day before the first effect that a notice can have after the chart closed, and
# the print excludes no earlier notice; of a dash, twelve months after the close. With the
# register, which does exclude notices up to its as-of day: likewise, of notices after it.
PRINTED_UNTIL = {
    **dict.fromkeys(("PALERMO", "CRC-OP-SC", "CRC-OP-AC"), "2018-03-31"),
    **dict.fromkeys(("C029", "P029"), "2018-04-30"),  # notice from 1 May 2017; P029: Poland's
    **dict.fromkeys(("C105", "C189"), "2019-03-31"),  # dashes
    "C182": "2021-11-18",
}
REGISTERED_UNTIL = {
    "PALERMO": "2023-11-04",
    "CRC-OP-SC": "2023-05-05",
    "CRC-OP-AC": "2022-11-16",
    "C029": "2028-04-30",
    "P029": "2024-05-11",  # dashes
    "C105": "2030-01-16",
    "C182": "2031-11-18",
    "C189": "2021-10-05",  # dashes
}
END = date(2023, 12, 31)


def counted(picture, instrument):
    """Give the counts of an instrument, without the hatched field."""
    found = [row for row in rows(picture) if row["instrument"] == instrument]
    return [row for row in found if "hatch" not in row]


@pytest.mark.parametrize(
    ("basis", "until"), [("printed", PRINTED_UNTIL), ("register", REGISTERED_UNTIL)]
)
def test_the_counts_are_those_of_the_statuses_on_every_day_of_which_the_evidence_speaks(
    basis, until
):
    picture = charts.bound_over_time(start=2016, end=2023, basis=basis)
    for column in INSTRUMENTS:
        own = counted(picture, column)
        spoken = min(date.fromisoformat(until[column]), END)
        assert (own[0]["day"], own[-1]["day"]) == ("2016-01-01", str(spoken + timedelta(1)))
        assert [row["end"] for row in own] == [False] * (len(own) - 1) + [True]
        last = own.pop()
        assert (last["certain"], last["possible"]) == (own[-1]["certain"], own[-1]["possible"])
        for row, after in zip(own, [*own[1:], last], strict=True):
            before = date.fromisoformat(after["day"]) - timedelta(days=1)
            for day in (row["day"], before):
                states = [s.possible for s in tipdata.protocol_status(column, on=day, basis=basis)]
                assert row["possible"] == sum(State.IN_FORCE in each for each in states)
                assert row["certain"] == states.count({State.IN_FORCE})


@pytest.mark.parametrize(
    ("basis", "until"), [("printed", PRINTED_UNTIL), ("register", REGISTERED_UNTIL)]
)
def test_silence_is_hatched_and_no_fall_to_zero(basis, until):
    picture = charts.bound_over_time(start=2016, end=2023, basis=basis)
    for column in INSTRUMENTS:
        lines = [row for row in rows(picture) if row["instrument"] == column and "hatch" in row]
        if until[column] >= str(END):
            assert not lines
            continue
        first = str(date.fromisoformat(until[column]) + timedelta(1))
        ends = min(line["day"] for line in lines), max(line["until"] for line in lines)
        assert ends == (f"{first}T00:00:00", "2024-01-01T00:00:00")
        assert min(line["low"] for line in lines) == 0
        assert max(line["high"] for line in lines) == pytest.approx(16, abs=0.5)
        for line in lines:
            assert line["day"] <= line["until"]
            assert 0 <= line["low"] <= line["high"] < 16.001
    words = "Hatched: states may have joined or withdrawn since, and no evidence tells."
    assert texts(svg(picture)).count(words) == 1
    assert words not in texts(svg(charts.bound_over_time(start=2016, end=2017, basis=basis)))


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2018-03-31", "2018-04-01"),
        ("2018-03-25", "2018-04-06"),
        ("2018-03", "2018-06"),
        (2016, 2020),
        (1, 9999),
        (9998, 9999),
    ],
)
def test_hatching_is_parallel_and_evenly_spaced_whatever_the_range(start, end):
    picture = charts.bound_over_time(start=start, end=end, instrument="PALERMO")
    lines = [row for row in rows(picture) if "hatch" in row]
    assert len(lines) > 3
    # Each is the line of a day on the axis: where it would meet it, and how far it leans.
    feet, slopes = [], []
    for line in lines:
        day, until = map(datetime.fromisoformat, (line["day"], line["until"]))
        if until - day > timedelta(minutes=1):
            slopes.append((line["high"] - line["low"]) / ((until - day) / timedelta(1)))
            feet.append((day - datetime(1, 1, 1)) / timedelta(1) - line["low"] / slopes[-1])
    assert slopes == pytest.approx([slopes[0]] * len(slopes), rel=1e-3)
    steps = [after - before for before, after in pairwise(feet)]
    assert steps == pytest.approx([steps[0]] * len(steps), rel=1e-2)


def test_the_sources_are_those_of_what_is_drawn():
    picture = charts.bound_over_time(start=2000, end=2010, instrument="C182", basis="register")
    (line,) = (line for line in texts(svg(picture)) if line.startswith("The register beside it"))
    assert line == (
        "The register beside it: copies of registers, as of 11 May 2023; each is silent on later"
        " days"
    )


@pytest.mark.parametrize("theme", STYLES)
def test_numbers_stand_clear_of_the_hatching(theme):
    picture = charts.bound_over_time(start=2016, end=2020, instrument="PALERMO", theme=theme)
    under, over = [text for text in svg(picture).iter(f"{SVG}text") if text.text == "16"][-2:]
    paper = STYLES[theme].paper
    assert (under.get("fill"), under.get("stroke")) == (paper, paper)
    assert (over.get("fill"), over.get("stroke")) == (STYLES[theme].ink, None)
    assert under.get("transform") == over.get("transform")


def test_no_count_is_claimed_of_hatched_days():
    open_after = charts.bound_over_time(start=2016, end=2020, instrument="PALERMO")
    assert open_after.to_dict()["description"] == (
        "For each day from 1 January 2016 to 31 December 2020 the number of states that were"
        " certainly and possibly bound by PALERMO, up to where states may have joined or"
        " withdrawn and no evidence tells."
    )
    known = charts.bound_over_time(start=2016, end=2017, instrument="PALERMO")
    assert known.to_dict()["description"].endswith("possibly bound by PALERMO.")


@pytest.mark.parametrize("theme", STYLES)
def test_the_matrix_tells_what_changes_from_what_is_not_known(theme):
    picture = charts.matrix(on="2018", basis="register", theme=theme)
    shown = {
        (row["country"], row["instrument"]): row["text"] for row in rows(picture) if "text" in row
    }
    assert shown["Denmark", "P029"] == "2017 →"
    said = "→: uncertain of the whole time, for it changes within it."
    assert said in texts(svg(picture))
    assert said not in texts(svg(charts.matrix(on="2018-06-14", basis="register")))
    one = charts.matrix(on="2001")
    known = {
        (row["country"], row["instrument"]): row["text"] for row in rows(one) if "text" in row
    }
    assert known["Brazil", "C182"] == "2000 ?"


def test_a_time_of_which_nothing_speaks_is_hatched_alone():
    picture = charts.bound_over_time(start=2032, end=2033, instrument="C182", basis="register")
    assert {row.get("hatch") for row in rows(picture)} == {True}
    words = [words for words, _ in marks(svg(picture), kind="text mark")]
    assert not [word for word in words if "bound" in word]


def test_the_counts_at_the_end_of_a_year_are_those_of_status_counts():
    picture = charts.bound_over_time(start=1931, end=2019, instrument="C29")
    for count in tipdata.status_counts(start=1931, end=2017, instrument="C29"):
        last = [row for row in counted(picture, "C029") if row["day"] <= str(count.on)][-1]
        assert (last["certain"], last["possible"]) == (count.certain, count.possible)


def test_pictures_of_counts_are_side_by_side_or_of_one_instrument():
    side_by_side = svg(charts.bound_over_time(start=1995, end=2020))
    said = texts(side_by_side)
    assert [line for line in said if line in INSTRUMENTS] == INSTRUMENTS
    for instrument in some(INSTRUMENTS, 3):
        picture = charts.bound_over_time(start=1995, end=2020, instrument=instrument)
        assert picture.title["text"] == f"States bound by {instrument}"
        words = [words for words, _ in marks(svg(picture), kind="text mark")]
        (last,) = [word for word in words if not word.endswith(SOURCE)]
        assert last in [words for words, _ in marks(side_by_side, kind="text mark")]
        assert {row["instrument"] for row in rows(picture)} == {instrument}
        heights = encodings(picture, "y")
        assert {tuple(height["scale"]["domain"]) for height in heights if "scale" in height} == {
            (0, 17)
        }
    # Jamaica, Switzerland; Brazil and Guinea too, after their twelve months.
    assert last == "C189, 31 March 2019: 4 certainly bound, 0 more possibly"
    assert {"States bound", "Time (years)"} <= set(said)


def test_a_short_time_is_told_in_months():
    said = texts(svg(charts.bound_over_time(start="2018-03", end="2018-12", instrument="P029")))
    assert "Time (months)" in said
    assert "Jul 2018" in said
    assert "Of the 16 states of the chart, 1 March to 31 December 2018." in " ".join(said)


def test_a_day_is_as_wide_as_the_picture():
    picture = charts.bound_over_time(
        start=date(2018, 6, 14), end="2018-06-14", instrument="P029", basis="register"
    )
    # Poland; Jamaica since the day before; Denmark, Iceland and Sweden.
    assert [(row["day"], row["certain"], row["label"]) for row in rows(picture)] == [
        ("2018-06-14", 5, "5"),
        ("2018-06-15", 5, "5"),
    ]
    root = svg(picture)
    assert {"14 Jun", "15 Jun", "Time (days)"} <= set(texts(root))
    assert "Of the 16 states of the chart, 14 June 2018. " in " ".join(texts(root))
    (line,) = [path for path in root.iter(f"{SVG}path") if path.get("stroke") == "#0072b2"]
    assert re.fullmatch(r"M0,([\d.]+)(L[\d.]+,\1)*L640,\1", line.get("d"))


def test_the_last_day_that_there_is():
    one = charts.bound_over_time(start=9999, end=9999, instrument="P029")
    lines = rows(one)
    assert (lines[0]["day"], max(line["until"] for line in lines)) == (
        "9999-01-01T00:00:00",
        "9999-12-31T00:00:00",
    )


def test_a_time_that_ends_before_it_starts_is_an_error():
    with pytest.raises(ChoiceError, match=r"^start \(2019\) lies after end \(2018\)$"):
        charts.bound_over_time(start=2019, end=2018)


FIGURES = [
    "UN, Personnel (persons): 92,682",
    "UN, Missions (number): 15",
    "UN, Allegations in 2017 (number): 62",
    "OSCE, Personnel (persons): 3,088",
    "OSCE, Missions (number): 15",
    "OSCE, Allegations in 2017 (number): none reported",
    "NATO, Personnel (persons): 24,242",
    "NATO, Missions (number): 3",
    "NATO, Allegations in 2017 (number): none reported",
]


def test_the_figures_of_the_peacekeepers():
    picture = charts.peacekeeping_figures()
    assert [row["said"] for row in rows(picture)] == FIGURES
    assert [row["number"] for row in rows(picture)] == [
        *(92682, 15, 62),
        *(3088, 15, None),
        *(24242, 3, None),
    ]
    root = svg(picture)
    assert {words for words, _ in marks(root, kind="bar")} == {
        words for words in FIGURES if "none" not in words
    }
    said = texts(root)
    assert said.count("none reported") == 2
    assert "NATO: “NATO relies on contributing countries to report allegations.”" in said
    heads = [line for line in said if line.endswith((" (persons)", " (number)"))]
    assert {
        "Stopping human trafficking, sexual exploitation, and abuse by international"
        " peacekeepers and civilian personnel"
    } <= set(said)
    assert heads == ["Personnel (persons)", "Missions (number)", "Allegations in 2017 (number)"]
    assert picture.to_dict()["resolve"] == {"scale": {"x": "independent"}}


def test_names_stand_in_the_middle_of_their_rows_and_the_columns_evenly():
    root = svg(charts.peacekeeping_figures())
    middles = []
    for text in root.iter(f"{SVG}text"):
        height = float(re.search(r",([-\d.]+)\)", text.get("transform"))[1])
        lines = text.findall(f"{SVG}tspan")
        if text.get("text-anchor") == "end":
            middles.append(height + 14 * max(0, len(lines) - 1) / 2)
    assert len(middles) == 3
    assert [lower - upper for upper, lower in pairwise(middles)] == pytest.approx([58, 58])
    (cells,) = [group for group in root.iter(f"{SVG}g") if "role-scope" in group.get("class", "")]
    assert [cell.get("transform") for cell in cells] == [
        "translate(0,0)",
        "translate(256,0)",
        "translate(512,0)",
    ]


@pytest.mark.parametrize(
    ("answer", "words"),
    [(Answer.BLANK, "blank"), (Answer.NOT_APPLICABLE, "N/A"), (Answer.GIVEN, "no number given")],
)
def test_a_figure_that_is_not_given_is_no_zero(answer, words):
    section = tipdata.edition().peacekeeping
    first, *others = section.profiles
    said = evolve(first.allegations, answer=answer, allegations=None)
    profiles = (evolve(first, allegations=said), *others)
    edition = edition_with(peacekeeping=evolve(section, profiles=profiles))
    picture = charts.peacekeeping_figures(edition=edition)
    assert rows(picture)[2]["number"] is None
    assert f"UN, Allegations in 2017 (number): {words}" in [
        label for label, _ in marks(svg(picture), kind="text mark")
    ]


@pytest.mark.parametrize("name", ASKED)
def test_an_unknown_theme_is_an_error_that_lists_them(name):
    with pytest.raises(ChoiceError, match=r"^theme must be 'light' or 'dark', not 'sepia'$"):
        drawn(name, theme="sepia")


@pytest.mark.parametrize("name", ON_A_BASIS)
def test_an_unknown_basis_is_an_error(name):
    with pytest.raises(ChoiceError, match="basis must be 'printed' or 'register', not 'heard'"):
        drawn(name, basis="heard")


@pytest.mark.parametrize("name", ASKED)
def test_an_edition_is_an_edition(name):
    with pytest.raises(TypeError, match=r"^edition must be an Edition, not int$"):
        drawn(name, edition=2018)


def test_keys_and_days_that_there_are_not():
    with pytest.raises(NotFoundError, match=r"no country 'Atlantis'"):
        charts.timeline("Atlantis")
    with pytest.raises(NotFoundError, match=r"no instrument 'C999'"):
        charts.bound_over_time(start=2000, end=2001, instrument="C999")
    with pytest.raises(DateError):
        charts.matrix(on="soon")
    with pytest.raises(TypeError, match=r"^start must be int or date or str or PartialDate"):
        charts.bound_over_time(start=2000.5, end=2001)


@pytest.mark.parametrize("name", ASKED)
def test_without_altair_the_command_that_installs_it_is_named(name, monkeypatch):
    monkeypatch.setitem(sys.modules, "altair", None)
    with pytest.raises(MissingExtraError) as caught:
        drawn(name)
    assert str(caught.value) == (
        'altair is not installed: pip install "tipdata[charts]",'
        ' or in a clone pip install -e ".[charts]"'
    )


@pytest.mark.parametrize("name", ASKED)
def test_a_notebook_shows_a_picture(name):
    assert "vega" in str(drawn(name)._repr_mimebundle_()).lower()
