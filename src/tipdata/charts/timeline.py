"""Consent and entry into force of a country, instrument by instrument, through time."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from tipdata.arguments import Basis, check_basis
from tipdata.charts.axes import time_axis
from tipdata.charts.themes import SMALL, Style, Theme, finished, style_of
from tipdata.charts.words import BASES, day_in_words, days_in_words, footer, headings, source_lines
from tipdata.extras import Deferred, need
from tipdata.load.edition import Edition
from tipdata.models.conventions import Country, Instrument
from tipdata.queries.lookup import edition_or_default, find_country, instruments_of
from tipdata.state.bounds import Bounds, DateBounds
from tipdata.state.status import bounds

if TYPE_CHECKING:
    import altair
else:
    altair = Deferred("altair", "charts")

# In pixels: of the plot, of an instrument's two or three lanes, and of its id beside them.
WIDTH, LANES, NAMES = 560, 44, 84
EVENTS = CONSENT, FORCE, GONE = ("consent", "entry into force", "denunciation in effect")
SHAPES = ("circle", "diamond", "square")
KINDS = {
    "day": "Point: the day is known.",
    "span": "Bar: one of these days.",
    "open": "Arrow: any later day.",
}


def timeline(
    country: str | int | Country,
    *,
    basis: Basis = "printed",
    theme: Theme = "light",
    edition: Edition | None = None,
) -> "altair.LayerChart":
    """Draw when a country consented to each instrument, and when each entered into force.

    A known day is a point. Where the evidence allows several days, a bar spans them; where
    it allows any later day, or that it never happened, the bar is open: it ends in an arrow.

    Args:
        country: A key of a country of which the basis speaks.
        basis: What the days rest on, as in `status`.
        theme: `"light"` or `"dark"`.
        edition: The edition to draw; by default that of 2018.

    Raises:
        ChoiceError: If there is no such basis or theme.
        MissingExtraError: If Altair is not installed.
        NotFoundError: If the chart has no such row.
        TypeError: If an argument is of a wrong type.

    Example:
        >>> from tipdata import charts
        >>> charts.timeline("DK").title["text"]
        'Denmark: consent and entry into force'
    """
    alt, style, edition = need("altair", "charts"), style_of(theme), edition_or_default(edition)
    basis = check_basis(basis)
    row, columns = find_country(country, edition, basis), instruments_of(edition, basis)
    events = [
        event
        for column in columns
        for event in _events(column, bounds(row, column, basis=basis, edition=edition))
    ]
    days = [day for event in events for day in (event["first"], event["last"]) if day]
    # Four years more, for the arrows: they end later than any day that is known.
    start, end = date(min(days).year - 1, 1, 1), date(max(days).year + 4, 1, 1)
    rows = _labelled([_row(style, event, end) for event in events])
    lines = [*headings(columns), *source_lines(edition, basis, columns, row)]
    height = LANES * len(columns)
    picture: altair.LayerChart = alt.layer(
        *_marks(alt, style, rows, (start, end)),
        footer(alt, style, lines, left=-NAMES, top=height + 56),
    ).properties(width=WIDTH, height=height)
    return finished(
        picture,
        style,
        f"{row}: consent and entry into force",
        [
            f"{BASES[basis]}. Where that leaves several days, all of them are shown."
            " Consent stands above entry into force.",
            " ".join(words for kind, words in KINDS.items() if _has(kind, rows)),
        ],
        f"For each of {len(columns)} instruments, the days on which {row} can have consented"
        f" to be bound and those from which it can have been bound, {day_in_words(start)}"
        f" to {day_in_words(end)}.",
    )


def _events(instrument: Instrument, limits: Bounds) -> Iterator[dict[str, Any]]:
    """Yield consent, entry into force and a denunciation that a source gives, period by period."""
    for before in limits.earlier:
        yield from _events(instrument, before)
    yield _event(instrument, CONSENT, limits.consent, limits.never)
    yield _event(instrument, FORCE, limits.entry_into_force, limits.never)
    # Without a latest day it is only possible, as it is for every state that is bound.
    if limits.denunciation_effect and limits.denunciation_effect.latest:
        yield _event(instrument, GONE, limits.denunciation_effect, never=False)


def _event(instrument: Instrument, event: str, days: DateBounds, never: bool) -> dict[str, Any]:
    return {
        "instrument": instrument.id,
        "title": instrument.title,
        "event": event,
        "first": days.earliest,
        "last": days.latest,
        "never": never,
    }


def _row(style: Style, event: dict[str, Any], end: date) -> dict[str, Any]:
    """Turn an event into what is drawn, with its days in words."""
    first, last = event["first"], event["last"]
    if last is None:
        kind, words = "open", day_in_words(first)
        words = f"from {words}, if at all" if event["never"] else f"{words} or later"
    else:
        kind, words = "day" if first == last else "span", days_in_words(first, last)
    return {
        "instrument": event["instrument"],
        "title": event["title"],
        "event": event["event"],
        "kind": kind,
        "first": first.isoformat(),
        "last": (last or end).isoformat(),
        "colour": _colour(style, event["event"]),
        "days": words,
        "said": f"{event['instrument']}, {event['event']}: {words}",
    }


def _labelled(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Say the days of each lane in one place: a state that was bound twice has two of a kind."""
    lanes: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in rows:
        lanes.setdefault((row["instrument"], row["event"]), []).append(row)
    for lane in lanes.values():
        lane[0]["label"] = "; ".join(row["days"] for row in lane)
    return rows


def _has(kind: str, rows: list[dict[str, Any]]) -> bool:
    return any(row["kind"] == kind for row in rows)


def _colour(style: Style, event: str) -> str:
    return (style.second, style.accent, style.ink)[EVENTS.index(event)]


def _marks(
    alt: Any, style: Style, rows: list[dict[str, Any]], limits: tuple[date, date]
) -> Iterator[Any]:
    """Draw the bars, the points, the arrows and the days in words."""
    events = [event for event in EVENTS if event in {r["event"] for r in rows}]
    time = partial(time_axis, alt, limits=limits, width=WIDTH, grid=True)
    instruments = list(dict.fromkeys(row["instrument"] for row in rows))
    base = alt.Chart(alt.InlineData(rows)).encode(
        x=time(field="first"),
        y=alt.Y("instrument:N", sort=instruments, title=None)
        .scale(paddingInner=0.2, paddingOuter=0.1)
        .axis(domain=False, ticks=False, grid=True, minExtent=NAMES, maxExtent=NAMES),
        # Each event has a lane of its own, so that none hides another.
        yOffset=alt.YOffset("event:N", sort=None).scale(type="band", domain=events, padding=0.1),
        color=alt.Color("event:N")
        .scale(domain=events, range=[_colour(style, event) for event in events])
        .legend(title=None, orient="top", symbolOpacity=1, symbolSize=110, offset=6),
        description="said:N",
        tooltip=[
            alt.Tooltip("title:N", title="Instrument"),
            alt.Tooltip("event:N", title="Event"),
            alt.Tooltip("days:N", title="When"),
        ],
    )
    # Dashes, so that more than an arrow tells an open bar from one that ends there.
    for kind, dash in (("span", [1, 0]), ("open", [3, 2])):
        if _has(kind, rows):
            yield (
                base.transform_filter(f"datum.kind == '{kind}'")
                .mark_bar(height=9, fillOpacity=0.35, strokeWidth=1.2, strokeDash=dash)
                .encode(x2="last:T", stroke=alt.Stroke("colour:N", scale=None))
            )
    if _has("day", rows):
        yield (
            base.transform_filter("datum.kind == 'day'")
            .mark_point(filled=True, size=75, opacity=1)
            .encode(
                shape=alt.Shape("event:N", title=None).scale(
                    domain=events, range=list(SHAPES[: len(events)])
                )
            )
        )
    if _has("open", rows):
        yield (
            base.transform_filter("datum.kind == 'open'")
            .mark_point(filled=True, size=75, opacity=1, shape="triangle-right")
            .encode(x=time(field="last"))
        )
    # Beside the plot, in line with the marks, which have said it to a screen reader already.
    yield base.mark_text(align="left", aria=False, fontSize=SMALL, color=style.ink).encode(
        x=alt.value(WIDTH + 12), text="label:N", color=alt.value(style.ink)
    )
