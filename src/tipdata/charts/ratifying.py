"""Ratifications per year, stacked by instrument."""

from typing import TYPE_CHECKING

from tipdata.charts.themes import Theme, finished, style_of
from tipdata.charts.words import day_in_words, footer, headings, source_lines
from tipdata.extras import Deferred, need
from tipdata.load.edition import Edition
from tipdata.queries.conventions import ratifications
from tipdata.queries.lookup import edition_or_default

if TYPE_CHECKING:
    import altair
else:
    altair = Deferred("altair", "charts")

# In pixels: of a year, of the plot, and of the numbers beside it.
YEAR, HEIGHT, NUMBERS = 9, 300, 44


def ratifications_per_year(
    *, theme: Theme = "light", edition: Edition | None = None
) -> "altair.LayerChart":
    """Draw how many ratifications the chart prints for each year, stacked by instrument.

    Args:
        theme: `"light"` or `"dark"`.
        edition: The edition to draw; by default that of 2018.

    Raises:
        ChoiceError: If there is no such theme.
        MissingExtraError: If Altair is not installed.
        TypeError: If an argument is of a wrong type.

    Example:
        >>> from tipdata import charts
        >>> charts.ratifications_per_year().title["text"]
        'Ratifications per year'
    """
    alt, style, edition = need("altair", "charts"), style_of(theme), edition_or_default(edition)
    acts, section = ratifications(edition=edition), edition.conventions
    instruments = [instrument.id for instrument in section.instruments]
    # An axis needs a year, even of a chart that prints none.
    years = [act.date.year for act in acts] or [section.closes.year]
    rows = [
        {
            "year": act.date.year,
            "instrument": act.instrument.id,
            "country": act.country.name,
            "place": instruments.index(act.instrument.id),
        }
        for act in acts
    ]
    first, last = min(years), max(years)
    bars = (
        alt.Chart(alt.InlineData(rows))
        # The edge is for the yellow, which comes close to white paper.
        .mark_bar(stroke=style.edge, strokeWidth=0.8, size=YEAR - 1)
        .encode(
            x=alt.X("year:Q", title="Year of ratification, as printed")
            .scale(domain=[first - 1, last + 1], nice=False, zero=False)
            .axis(format="d", grid=False, tickCount=10),
            y=alt.Y("count():Q", title="Ratifications").axis(
                domain=False, ticks=False, tickMinStep=1
            ),
            color=alt.Color("instrument:N")
            .scale(domain=instruments, range=list(style.series))
            .legend(
                title="Instrument",
                symbolType="square",
                symbolStrokeWidth=0.8,
                symbolSize=140,
                symbolStrokeColor=style.edge,
            ),
            # Bars are stacked upwards: descending, so that the first of the legend is on top.
            order=alt.Order("place:Q", sort="descending"),
            tooltip=[
                alt.Tooltip("year:Q", title="Year"),
                alt.Tooltip("instrument:N", title="Instrument"),
                alt.Tooltip("count():Q", title="Ratifications"),
            ],
        )
    )
    lines = [*headings(section.instruments), *source_lines(edition)]
    picture: altair.LayerChart = alt.layer(
        bars, footer(alt, style, lines, left=-NUMBERS, top=HEIGHT + 54)
    ).properties(width=YEAR * (last - first + 2), height=HEIGHT)
    return finished(
        picture,
        style,
        "Ratifications per year",
        [
            f"{len(acts)} ratifications of {len(instruments)} instruments by the"
            f" {len(section.countries)} countries of the chart, as printed, up to"
            f" {day_in_words(section.closes.latest)}.",
            "Stacked in the order of the legend.",
        ],
        f"Stacked bars: for each year from {first} to {last} the number of ratifications"
        " that the chart prints, by instrument.",
    )
