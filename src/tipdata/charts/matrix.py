"""The chart as a matrix, coloured by the state of play on a day."""

from typing import TYPE_CHECKING, Any

from tipdata.arguments import At, Basis, Day
from tipdata.charts.themes import Style, Theme, finished, style_of
from tipdata.charts.words import BASES, day_in_words, footer, headings, source_lines
from tipdata.extras import Deferred, need
from tipdata.load.edition import Edition
from tipdata.models.conventions import Cell
from tipdata.models.state import State
from tipdata.queries.lookup import edition_or_default
from tipdata.state.answer import Status
from tipdata.state.status import status

if TYPE_CHECKING:
    import altair
else:
    altair = Deferred("altair", "charts")

# In pixels; NAMES is the room beside the plot for those of the countries.
WIDTH, ROW, NAMES = 84, 25, 172
CONTESTED = "!: other evidence contradicts the print."
CHANGING, CHANGES = "→", "→: uncertain of the whole time, for it changes within it."
# Beside the year, so that nobody has to tell colours apart.
SIGNS = {
    State.IN_FORCE: "●",
    State.RATIFIED: "○",
    State.UNCERTAIN: "?",
    State.NO_LONGER_BOUND: "×",
}
WORDS = {
    State.IN_FORCE: "in force",
    State.RATIFIED: "ratified, not yet in force",
    State.UNCERTAIN: "uncertain",
    State.NOT_RATIFIED: "not ratified",
    State.NO_LONGER_BOUND: "no longer bound",
}


def matrix(
    *,
    on: Day | None = None,
    at: At = "whole",
    basis: Basis = "printed",
    theme: Theme = "light",
    edition: Edition | None = None,
) -> "altair.LayerChart":
    """Draw the chart: countries down, instruments across, the printed year in each cell.

    The colour is the state of play on a day, and so is the sign beside the year; without a
    sign the instrument was not ratified. `→` stands where it changes within a period for
    certain, and `!` where other evidence contradicts the year.

    Args:
        on: The day, as in `status`; by default the chart's closing date.
        at: Of a period, the whole, its start or its end, as in `status`.
        basis: What the states rest on, as in `status`.
        theme: `"light"` or `"dark"`.
        edition: The edition to draw; by default that of 2018.

    Raises:
        ChoiceError: If there is no such basis or theme, or `at` is no choice.
        DateError: If `on` can't be read as a date.
        MissingExtraError: If Altair is not installed.
        TypeError: If an argument is of a wrong type.

    Example:
        >>> from tipdata import charts
        >>> picture = charts.matrix(on="2018-06-14")
        >>> picture.title["subtitle"][0]
        'State of play on 14 June 2018. Basis: the chart as printed.'
    """
    alt, style, edition = need("altair", "charts"), style_of(theme), edition_or_default(edition)
    cells = edition.conventions.cells
    statuses = [
        status(cell.country, cell.instrument, on=on, at=at, basis=basis, edition=edition)
        for cell in cells
    ]
    countries, columns = edition.conventions.countries, edition.conventions.instruments
    day = statuses[0].on
    when = f"{'on' if day.precision == 'day' else 'in'} {day_in_words(day)}"
    height = ROW * len(countries)
    rows = [_row(style, *pair) for pair in zip(cells, statuses, strict=True)]
    lines = [*headings(columns), *source_lines(edition, basis, columns)]
    picture: altair.LayerChart = alt.layer(
        *_cells(alt, style, rows),
        footer(alt, style, lines, left=-NAMES, top=height + 14),
    ).properties(width=WIDTH * len(columns), height=height)
    return finished(
        picture,
        style,
        "Who is bound by which instrument",
        [
            f"State of play {when}. {BASES[basis]}.",
            "In each cell the year of ratification as printed; –: no ratification printed.",
            *([CONTESTED] if any(status.contested for status in statuses) else []),
            *([CHANGES] if any(status.changes for status in statuses) else []),
        ],
        f"A table of {len(countries)} countries and {len(columns)} instruments. Each cell has the"
        f" printed year of ratification and the state of play {when}.",
    )


def _cells(alt: Any, style: Style, rows: list[dict[str, Any]]) -> tuple[Any, Any]:
    """Draw the cells, and what stands in them."""
    states = [state.value for state in style.states]
    # The legend explains only what is in the picture, but the colours stay those of all states.
    shown = [state for state in style.states if any(row["state"] == state.value for row in rows)]
    fills = alt.Scale(domain=states, range=[fill for fill, _ in style.states.values()])
    labels = {state.value: f"{SIGNS.get(state, '')} {WORDS[state]}".strip() for state in shown}
    names = list(dict.fromkeys(row["country"] for row in rows))
    columns = list(dict.fromkeys(row["instrument"] for row in rows))
    base = alt.Chart(alt.InlineData(rows)).encode(
        x=alt.X("instrument:N", sort=columns, title=None).axis(
            orient="top",
            labelAngle=0,
            labelPadding=6,
            domain=False,
            ticks=False,
            labelFontWeight="bold",
        ),
        y=alt.Y("country:N", sort=names, title=None).axis(
            domain=False,
            ticks=False,
            labelPadding=8,
            minExtent=NAMES,
            maxExtent=NAMES,
            labelLimit=NAMES,
        ),
        tooltip=[
            alt.Tooltip("country:N", title="Country"),
            alt.Tooltip("title:N", title="Instrument"),
            alt.Tooltip("printed:N", title="Printed"),
            alt.Tooltip("state:N", title="State of play"),
            alt.Tooltip("explanation:N", title="Why"),
        ],
    )
    legend = alt.Legend(
        title=None,
        orient="top",
        values=list(labels),
        # Python writes a dict of texts as Vega's expressions write an object.
        labelExpr=f"{labels}[datum.value]",
        symbolType="square",
        symbolSize=180,
        symbolStrokeWidth=0,
        columnPadding=30,
        offset=10,
    )
    boxes = base.mark_rect(stroke=style.paper, strokeWidth=2).encode(
        fill=alt.Fill("state:N", scale=fills, legend=legend), description="explanation:N"
    )
    # A screen reader hears each cell once, from its box.
    texts = base.mark_text(aria=False).encode(text="text:N", color=alt.Color("ink:N", scale=None))
    return boxes, texts


def _row(style: Style, cell: Cell, status: Status) -> dict[str, Any]:
    contested = "!" if status.contested else ""
    sign = CHANGING if status.changes else SIGNS.get(status.state)
    year = str(cell.ratification.date) if cell.ratification else "–"
    return {
        "country": cell.country.name,
        "instrument": cell.instrument.id,
        "title": cell.instrument.title,
        "printed": cell.printed,
        "text": " ".join(filter(None, (year, sign, contested))),
        "state": status.state.value,
        "ink": style.states[status.state][1],
        "explanation": status.explanation,
    }
