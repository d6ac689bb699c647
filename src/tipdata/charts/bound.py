"""How many states were bound through time, certainly and possibly."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from tipdata.arguments import Basis, Day, check_basis, read_run
from tipdata.charts.axes import time_axis
from tipdata.charts.themes import Style, Theme, finished, style_of
from tipdata.charts.words import (
    BASES,
    day_in_words,
    days_in_words,
    footer,
    headings,
    panel_heads,
    source_lines,
)
from tipdata.dates import add_days
from tipdata.extras import Deferred, need
from tipdata.load.edition import Edition
from tipdata.models.conventions import Instrument
from tipdata.models.state import State
from tipdata.queries.lookup import (
    countries_of,
    edition_or_default,
    find_instrument,
    instruments_of,
)
from tipdata.state.breakpoints import Breakpoints, breakpoints
from tipdata.state.evidence import open_from
from tipdata.state.timeline import possible

if TYPE_CHECKING:
    import altair
else:
    altair = Deferred("altair", "charts")

# In pixels; NUMBERS is the room for those of the axis of heights.
WIDTH, HEIGHT, NUMBERS = 640, 280, 44
SMALL_WIDTH, SMALL_HEIGHT, COLUMNS = 168, 128, 4
# In pixels too: how far apart the lines of a hatched field are, and how far they lean.
HATCH, SLANT = 7, 60
HATCHED = "Hatched: states may have joined or withdrawn since, and no evidence tells."
HALO = 4  # around a number, which may stand on the hatching

Layers = Callable[..., tuple[Any, ...]]


def bound_over_time(  # noqa: PLR0913 - what it covers, what it rests on, and its looks
    *,
    start: int | Day,
    end: int | Day,
    instrument: str | Instrument | None = None,
    basis: Basis = "printed",
    theme: Theme = "light",
    edition: Edition | None = None,
) -> "altair.LayerChart | altair.FacetChart":
    """Draw how many states an instrument bound through time, to the day.

    The line is the number that it certainly bound; the band above it reaches to the number
    that it possibly bound. They end before the first day on which a state may have joined or
    withdrawn, and no evidence tells, with the numbers of their last day; the rest is hatched.

    Args:
        start: The first day; of a month or a year its first. An `int` is a year.
        end: The last day; of a month or a year its last.
        instrument: The instrument; without one, each has a picture of its own, side by side.
        basis: What the statuses rest on, as in `status`.
        theme: `"light"` or `"dark"`.
        edition: The edition to draw; by default that of 2018.

    Raises:
        ChoiceError: If there is no such basis or theme, or `start` lies after `end`.
        DateError: If `start` or `end` can't be read as a date.
        MissingExtraError: If Altair is not installed.
        NotFoundError: If the chart has no such column.
        TypeError: If an argument is of a wrong type.

    Example:
        >>> from tipdata import charts
        >>> picture = charts.bound_over_time(start=2000, end=2018, instrument="C182")
        >>> picture.title["text"]
        'States bound by C182'
    """
    alt, style, edition = need("altair", "charts"), style_of(theme), edition_or_default(edition)
    basis = check_basis(basis)
    first, last = read_run(start, end)
    columns = instruments_of(edition, basis)
    if instrument is not None:
        columns = (find_instrument(instrument, edition, basis),)
    states = len(countries_of(edition, basis))
    width = SMALL_WIDTH if instrument is None else WIDTH
    rows: list[dict[str, Any]] = []
    for column in columns:
        silent = open_from(edition, column, basis)
        spoken = min(last, add_days(silent, -1)) if silent else last
        if first <= spoken:
            rows += _rows(column, breakpoints(edition, (column,), basis), first, spoken)
        rows += _silence(column, (first, last), spoken, states, width)
    what = columns[0].id if instrument is not None else "each instrument"
    only_chart = states == len(edition.conventions.countries)
    of_whom = "of the chart" if only_chart else "of the chart and the register"
    subtitle = [
        f"Of the {states} states {of_whom}, {days_in_words(first, last)}. {BASES[basis]}.",
        "Line: certainly bound. Band: possibly bound as well. Numbers: on their last day.",
        *([HATCHED] if _is_silent(rows) else []),
    ]
    silence = ", up to where states may have joined or withdrawn and no evidence tells"
    description = (
        f"For each day from {day_in_words(first)} to {day_in_words(last)} the number of states"
        f" that were certainly and possibly bound by {what}{silence if _is_silent(rows) else ''}."
    )
    draw = _alone if instrument is not None else _side_by_side
    layers = partial(_layers, alt, style, (first, _end(last)), states)
    lines = [*headings(columns), *source_lines(edition, basis, columns)]
    picture = draw(alt, style, rows, layers, lines)
    return finished(picture, style, f"States bound by {what}", subtitle, description)


def _rows(
    instrument: Instrument, participants: tuple[Breakpoints, ...], first: date, last: date
) -> Iterator[dict[str, Any]]:
    """Count on the first day, on each on which a count may change, and to the end of the last."""
    changes, end = {first}, _end(last)
    for participant in participants:
        for interval in participant.intervals:
            changes |= {day for day in (interval.first, _end(interval.last)) if first < day < end}
    for day in [*sorted(changes), end]:
        # The step of the last day is drawn up to its end, where the count is still its own.
        counted = min(day, last)
        sets = [possible(participant.intervals, counted, counted) for participant in participants]
        bound = [states for states in sets if State.IN_FORCE in states]
        certain = sum(len(states) == 1 for states in bound)
        yield {
            "instrument": instrument.id,
            "day": day.isoformat(),
            "certain": certain,
            "possible": len(bound),
            "end": day == end,
            "said": f"{instrument}, {day_in_words(counted)}: {certain} certainly bound,"
            f" {len(bound) - certain} more possibly",
            "label": f"{certain}" if certain == len(bound) else f"{certain}–{len(bound)}",
        }


def _silence(
    instrument: Instrument, limits: tuple[date, date], spoken: date, states: int, width: int
) -> Iterator[dict[str, Any]]:
    """Hatch the days on which a count is open: slanting lines, cut at the ends of these days."""
    if limits[1] <= spoken:
        return
    first, end = max(limits[0], add_days(spoken, 1)), _end(limits[1])
    days = (end - limits[0]).days
    # With its time: of a few days a line begins and ends within one.
    begin = datetime.combine(first, time())
    step, slant = days * HATCH / width, days * SLANT / width
    start = -slant
    while start < (end - first).days:
        low, high = max(start, 0.0), min(start + slant, float((end - first).days))
        yield {
            "instrument": instrument.id,
            "hatch": True,
            "day": (begin + timedelta(low)).isoformat(),
            "until": (begin + timedelta(high)).isoformat(),
            "low": (low - start) / slant * states,
            "high": (high - start) / slant * states,
        }
        start += step


def _is_silent(rows: list[dict[str, Any]]) -> bool:
    return any("hatch" in row for row in rows)


def _end(last: date) -> date:
    """Return the day with whose beginning the last one ends, as far as there are days."""
    return last if last == date.max else add_days(last, 1)


def _alone(
    alt: Any, style: Style, rows: list[dict[str, Any]], layers: Layers, lines: list[str]
) -> "altair.LayerChart":
    """Draw one instrument, with the source below."""
    source = footer(alt, style, lines, left=-NUMBERS, top=HEIGHT + 54)
    picture: altair.LayerChart = alt.layer(
        alt.layer(*layers(width=WIDTH), data=alt.InlineData(rows)), source
    ).properties(width=WIDTH, height=HEIGHT)
    return picture


def _side_by_side(
    alt: Any, style: Style, rows: list[dict[str, Any]], layers: Layers, lines: list[str]
) -> "altair.FacetChart":
    """Draw each instrument, all to the same scales, with the source below them."""
    instruments = list(dict.fromkeys(row["instrument"] for row in rows))
    heads = panel_heads(style, lines)
    # One scale for all, which Vega-Lite shares unless told otherwise: heights can be compared.
    picture: altair.FacetChart = (
        alt.layer(*layers(width=SMALL_WIDTH))
        .properties(width=SMALL_WIDTH, height=SMALL_HEIGHT)
        .facet(
            facet=alt.Facet("instrument:N", sort=instruments, header=heads),
            columns=COLUMNS,
            # By their plots alone, which then stand in line whatever their words take.
            bounds="flush",
            spacing={"row": 44, "column": 64},
            data=alt.InlineData(rows),
        )
    )
    return picture


def _layers(
    alt: Any, style: Style, limits: tuple[date, date], states: int, *, width: int
) -> tuple[Any, ...]:
    """Draw the band, the line and the numbers on the last day."""
    every = alt.Chart().encode(x=time_axis(alt, "day", limits, width=width))
    base = every.transform_filter("!datum.hatch")
    height = (
        alt.Y("certain:Q", title="States bound")
        .scale(domain=[0, states + 1], nice=False)  # above the topmost count, its number
        .axis(
            values=[0, states // 4, states // 2, states * 3 // 4, states],
            domain=False,
            ticks=False,
        )
    )
    # A count holds from its day to the next change; a slope would invent numbers between.
    band = base.mark_area(
        interpolate="step-after", color=style.accent, opacity=0.35, aria=False
    ).encode(y=height, y2="possible:Q")
    line = base.mark_line(
        interpolate="step-after", color=style.accent, strokeWidth=2, aria=False
    ).encode(y=height)
    end = base.transform_filter("datum.end").encode(y=height, text="label:N")
    # A mark of its own: the stroke of a text would be drawn over its letters.
    halo = end.mark_text(
        align="left", dx=5, color=style.paper, stroke=style.paper, strokeWidth=HALO, aria=False
    )
    number = end.mark_text(align="left", dx=5, color=style.ink).encode(
        description="said:N", tooltip="said:N"
    )
    hatch = (
        every.transform_filter("datum.hatch")
        .mark_rule(color=style.soft, strokeWidth=0.8, opacity=0.6, aria=False)
        .encode(x2="until:T", y="low:Q", y2="high:Q")
    )
    return hatch, band, line, halo, number
