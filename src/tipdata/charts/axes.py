"""The axis of time: ticks on whole years, months or days, as many as there is room for."""

from collections.abc import Iterator
from datetime import date
from typing import Any

EPOCH = date(1970, 1, 1)  # from which JavaScript counts
MILLISECONDS = 86_400_000  # of a day
# How D3 formats the words of a tick, what they are, and their width in pixels with the room
# beside them.
DAYS, MONTHS, YEARS = (
    ("%-d %b", "days", 56),
    ("%b %Y", "months", 84),
    ("%Y", "years", 54),
)
# Steps as people count: months that divide a year, all else in ones, twos and fives.
IN_DAYS = (1, 2, 5, 10, 20)
IN_MONTHS = (1, 2, 3, 6)
IN_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


def time_axis(
    alt: Any, field: str, limits: tuple[date, date], *, width: int, grid: bool = False
) -> Any:
    """Return the channel of a day, on an axis so many pixels wide from one limit to the other."""
    first, last = map(_instant, limits)
    ticks, (form, unit, _) = _ticks(*limits, width)
    # `domainMin` and `domainMax`, not `domain`: Vega-Lite reads that anew for the end of a bar,
    # and complains that the two differ. In UTC no clock is put forward within an axis.
    return (
        alt.X(f"{field}:T", title=f"Time ({unit})")
        .scale(type="utc", domainMin=first, domainMax=last, nice=False)
        .axis(format=form, grid=grid, values=[_instant(day) for day in ticks], labelFlush=False)
    )


def _ticks(first: date, last: date, width: int) -> tuple[list[date], tuple[str, str, int]]:
    """Return the closest ticks that there is room for; the ends of closer ones, if only one is."""
    length, steps = (last - first).days, list(_steps(first, last))
    index = next(
        n for n, (step, _, unit) in enumerate(steps) if length <= step * (width // unit[2])
    )
    _, ticks, unit = steps[index]
    # One tick tells no scale. Two at the ends of a closer step do, and need less room: two thirds
    # of their width keep the words apart.
    if index and len(ticks) < 2:
        ends = [([days[0], days[-1]], unit) for _, days, unit in reversed(steps[:index])]
        return next(
            (pair, unit)
            for pair, unit in ends
            if (pair[1] - pair[0]).days * width * 3 >= length * unit[2] * 2
        )
    return ticks, unit


def _steps(first: date, last: date) -> Iterator[tuple[int, list[date], tuple[str, str, int]]]:
    """Yield steps, with about how many days they are long, from the shortest to the longest."""
    # From three months on a reader looks for months, however much room there is for days.
    months = 12 * (last.year - first.year) + last.month - first.month + (first.day == 1)
    for step in IN_DAYS if months < 3 else ():
        days = range(first.toordinal(), last.toordinal() + 1, step)
        yield step, [date.fromordinal(day) for day in days], DAYS
    for step in IN_MONTHS:
        yield 30 * step, _months(first, last, step), MONTHS
    for step in IN_YEARS:
        yield 365 * step, _months(first, last, 12 * step), YEARS


def _months(first: date, last: date, step: int) -> list[date]:
    """Return the first days of every so many months, counted from January of a year nought."""
    start = 12 * first.year + first.month - (first.day == 1)
    months = range(-(-start // step) * step, 12 * last.year + last.month, step)
    return [date(month // 12, month % 12 + 1, 1) for month in months]


def _instant(day: date) -> int:
    return (day - EPOCH).days * MILLISECONDS
