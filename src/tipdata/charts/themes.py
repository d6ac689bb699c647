"""Colours on paper and on a dark screen; what each picture says of itself around its marks."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal, TypeVar, get_args

from attrs import frozen

from tipdata.arguments import check_choice
from tipdata.models.state import State

P = TypeVar("P")
Theme = Literal["light", "dark"]

# Metrically the same, so that a picture is laid out alike wherever it is made.
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
SMALL, TEXT, HEADING = 11, 12, 17
# Room for words at the sides where a reader has none of these fonts, but a wider one.
PADDING = {"left": 20, "top": 16, "right": 32, "bottom": 16}

# Okabe and Ito, "Color Universal Design" (2008).
BLUE, SKY, GREEN, YELLOW = "#0072b2", "#56b4e9", "#009e73", "#f0e442"
ORANGE, VERMILLION, PURPLE = "#e69f00", "#d55e00", "#cc79a7"
BLACK, WHITE = "#111418", "#ffffff"


@frozen
class Style:
    """The colours of a theme.

    Attributes:
        paper: Behind everything.
        ink: Of titles, names and numbers.
        soft: Of what is said aside: subtitles, axes, the source.
        grid: Of grid lines, which nobody must see to read the picture.
        edge: Around marks whose own colour may come close to the paper.
        accent: Of the one thing that a picture shows.
        second: Of the other thing, where there are two.
        states: Behind each state of play, and the ink on it.
        series: Of things side by side, such as instruments.
    """

    paper: str
    ink: str
    soft: str
    grid: str
    edge: str
    accent: str
    second: str
    states: Mapping[State, tuple[str, str]]
    series: tuple[str, ...]


def _states(nothing: str, ink: str) -> Mapping[State, tuple[str, str]]:
    return MappingProxyType(
        {
            State.IN_FORCE: (BLUE, WHITE),
            State.RATIFIED: (SKY, BLACK),
            State.UNCERTAIN: (YELLOW, BLACK),
            State.NOT_RATIFIED: (nothing, ink),
            State.NO_LONGER_BOUND: (VERMILLION, BLACK),
        }
    )


STYLES: Mapping[str, Style] = MappingProxyType(
    {
        "light": Style(
            paper=WHITE,
            ink="#1b1f24",
            soft="#57606a",
            grid="#e1e4e8",
            edge="#3a4048",
            accent=BLUE,
            second=VERMILLION,
            states=_states("#edeff2", "#57606a"),
            series=(BLUE, SKY, GREEN, ORANGE, VERMILLION, YELLOW, PURPLE, "#4d4d4d"),
        ),
        "dark": Style(
            paper="#14181d",
            ink="#eceff2",
            soft="#a9b1ba",
            grid="#2f363e",
            edge="#14181d",
            accent=SKY,
            second=ORANGE,
            states=_states("#262c33", "#a9b1ba"),
            series=(BLUE, SKY, GREEN, ORANGE, VERMILLION, YELLOW, PURPLE, "#d0d0d0"),
        ),
    }
)


def style_of(theme: Theme) -> Style:
    """Return the colours of a theme, or raise the error that lists the themes."""
    check_choice("theme", theme, get_args(Theme))
    return STYLES[theme]


def finished(picture: P, style: Style, title: str, subtitle: list[str], description: str) -> P:
    """Return a picture with its title, its accessible description and the looks of a theme.

    The title of a layered picture stands above the names of its rows; that of pictures
    side by side above the first of them, as do the lines at their foot.
    """
    frame = "bounds" if hasattr(picture, "layer") else "group"
    heading = {"text": title, "subtitle": subtitle, "frame": frame}
    chart: Any = picture  # of a class that this room doesn't import
    drawn: P = chart.properties(
        title=heading, description=description, background=style.paper
    ).configure(**_config(style))
    return drawn


def _config(style: Style) -> dict[str, Any]:
    """Return what Vega-Lite calls a config: everything that holds for all pictures."""
    axis = {
        "labelColor": style.ink,
        "titleColor": style.soft,
        "domainColor": style.soft,
        "tickColor": style.soft,
        "gridColor": style.grid,
        "labelFontSize": TEXT,
        "titleFontSize": TEXT,
        "titleFontWeight": "normal",
        "titlePadding": 8,
    }
    legend = {
        "labelColor": style.ink,
        "titleColor": style.soft,
        "labelFontSize": TEXT,
        "titleFontSize": TEXT,
        "titleFontWeight": "normal",
        "labelLimit": 0,  # no limit: Vega would cut names
    }
    title = {
        "anchor": "start",
        "color": style.ink,
        "fontSize": HEADING,
        "subtitleColor": style.soft,
        "subtitleFontSize": TEXT,
        "subtitleLineHeight": 16,
        "subtitlePadding": 6,
        "offset": 14,
    }
    return {
        "font": FONT,
        "padding": PADDING,
        "axis": axis,
        "legend": legend,
        "title": title,
        "view": {"stroke": None},
        "text": {"color": style.ink, "fontSize": TEXT},
    }
