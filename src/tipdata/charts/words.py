"""What pictures say in words: days, the basis, the source."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from tipdata.arguments import Basis
from tipdata.charts.themes import SMALL, Style
from tipdata.dates import MONTHS, PartialDate
from tipdata.extras import Deferred
from tipdata.load.edition import Edition
from tipdata.models.conventions import Country, Instrument
from tipdata.models.register import Grade
from tipdata.version import __version__

if TYPE_CHECKING:
    import altair
else:
    altair = Deferred("altair", "charts")

BASES = {
    "printed": "Basis: the chart as printed",
    "register": "Basis: the chart with the register beside it",
}
KINDS = {
    Grade.REGISTER: "copies of registers",
    Grade.OFFICIAL: "official publications",
    Grade.OFFICIAL_COPY: "copies of official publications",
    Grade.NEWS: "news of the depositaries",
    Grade.SECONDARY: "secondary sources",
}


def day_in_words(day: PartialDate | date) -> str:
    """Write a date as a newspaper does: 31 March 2018, March 2018, or 2018."""
    month = f"{MONTHS[day.month - 1]} " if day.month else ""
    return f"{f'{day.day} ' if day.day else ''}{month}{day.year}"


def days_in_words(first: date, last: date) -> str:
    """Write a run of days: one day, a month or a year as such, any other by its ends."""
    # A printed year is all of its days, and is said as the print says it.
    for whole in (
        PartialDate.of(first),
        PartialDate(first.year, first.month),
        PartialDate(first.year),
    ):
        if (whole.earliest, whole.latest) == (first, last):
            return day_in_words(whole)
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} to {day_in_words(last)}"
    return f"{day_in_words(first)} to {day_in_words(last)}"


def headings(instruments: Iterable[Instrument]) -> list[str]:
    """Say what the ids stand for, as the report heads its columns."""
    return [f"{instrument.id}: {instrument.printed_heading}" for instrument in instruments]


def source_lines(
    edition: Edition,
    basis: Basis = "printed",
    instruments: Iterable[Instrument] | None = None,
    country: Country | None = None,
) -> list[str]:
    """Return the lines that say where a picture's data come from; of some of it alone."""
    lines = [
        "Source: US Department of State, Trafficking in Persons Report"
        f" {edition.year}, back matter; tipdata {__version__}"
    ]
    drawn = None if instruments is None else [instrument.id for instrument in instruments]
    beside = edition.register if basis == "register" else ()
    entries = [
        entry
        for entry in beside
        if (drawn is None or entry.instrument.id in drawn) and country in (None, entry.country)
    ]
    if entries:
        grades = {entry.grade for entry in entries}
        *kinds, last = (words for grade, words in KINDS.items() if grade in grades)
        named = f"{', '.join(kinds)} and {last}" if kinds else last
        days = sorted(entry.as_of.latest for entry in entries)
        lines.append(
            f"The register beside it: {named}, as of {days_in_words(days[0], days[-1])};"
            " each is silent on later days"
        )
    return lines


def footer(alt: Any, style: Style, lines: list[str], *, left: int, top: int) -> "altair.Chart":
    """Write lines under a picture, so many pixels from the corner of its plot."""
    # A mark, and not a title: a picture has one title, and that stands above it.
    text: altair.Chart = (
        alt.Chart(alt.InlineData([{"source": lines}]))
        .mark_text(
            align="left",
            baseline="top",
            color=style.soft,
            fontSize=SMALL,
            lineHeight=15,
            description=" ".join(lines),
            tooltip=None,
        )
        .encode(x=alt.value(left), y=alt.value(top), text="source:N")
    )
    return text


def panel_heads(style: Style, lines: list[str]) -> dict[str, Any]:
    """Return the heads of pictures side by side, and the lines that stand under them all."""
    return {
        "labelColor": style.ink,
        "labelFontSize": 13,
        "labelFontWeight": "bold",
        "labelAnchor": "start",
        # Side by side no mark can stand under all: the title of the heads is moved down there.
        "title": lines,
        "titleOrient": "bottom",
        "titleAnchor": "start",
        "titleAlign": "left",
        "titleColor": style.soft,
        "titleFontSize": SMALL,
        "titleFontWeight": "normal",
        "titleLineHeight": 15,
    }
