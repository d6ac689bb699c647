"""Arguments, read once: choices, the basis of a status, days and runs of days."""

import re
from collections.abc import Sequence
from datetime import date, time
from typing import Literal, get_args

from tipdata.dates import PartialDate
from tipdata.errors import ChoiceError, check_type

Basis = Literal["printed", "register"]
BASES = get_args(Basis)
Day = date | str | PartialDate
At = Literal["whole", "start", "end"]

# A day in the extended or the basic form of ISO 8601, perhaps with a time.
MOMENT = r"(\d{4})(-?)(\d{2})\2(\d{2})(?:[T ](\d{2}\S*))?"


def check_choice(name: str, value: object, choices: Sequence[str]) -> None:
    """Raise an error that lists the choices where an argument is none of them.

    Raises:
        ChoiceError: If `value` is not one of `choices`.
    """
    if value not in choices:
        *most, last = map(repr, choices)
        raise ChoiceError(f"{name} must be {', '.join(most)} or {last}, not {value!r}")


def check_basis(basis: Basis) -> Basis:
    """Return a basis that there is.

    Raises:
        ChoiceError: If there is no such basis.
    """
    check_choice("basis", basis, BASES)
    return basis


def read_day(name: str, on: Day) -> PartialDate:
    """Read the day or the period that an argument gives.

    Raises:
        DateError: If it can't be read as a date.
        TypeError: If it is of a wrong type.

    Example:
        >>> read_day("on", "2018-06-14T12:00")
        PartialDate(2018, 6, 14)
    """
    check_type(name, on, date, str, PartialDate)
    if isinstance(on, str):
        # What time it was, in whatever zone, doesn't matter to a treaty: it counts days.
        moment = re.fullmatch(MOMENT, on.strip(), re.ASCII)
        if moment and _is_time(moment[5]):
            return PartialDate(int(moment[1]), int(moment[3]), int(moment[4]))
        return PartialDate.parse(on)
    return PartialDate.of(on) if isinstance(on, date) else on


def read_moment(name: str, on: Day, at: At) -> PartialDate:
    """Read the day or the period that an argument gives, or the first or last day of that.

    Raises:
        ChoiceError: If `at` is no choice.
        DateError: If it can't be read as a date.
        TypeError: If it is of a wrong type.

    Example:
        >>> read_moment("on", "2018", "end")
        PartialDate(2018, 12, 31)
    """
    check_choice("at", at, get_args(At))
    period = read_day(name, on)
    if at == "whole":
        return period
    return PartialDate.of(period.earliest if at == "start" else period.latest)


def read_run(start: int | Day, end: int | Day) -> tuple[date, date]:
    """Read the first and the last day of a run from two arguments; an `int` is a year.

    Raises:
        ChoiceError: If it ends before it starts.
        DateError: If one can't be read as a date.
        TypeError: If one is of a wrong type.
    """
    days = []
    for name, day in (("start", start), ("end", end)):
        check_type(name, day, int, date, str, PartialDate)
        days.append(PartialDate(day) if isinstance(day, int) else read_day(name, day))
    first, last = days[0].earliest, days[1].latest
    if last < first:
        raise ChoiceError(f"start ({start}) lies after end ({end})")
    return first, last


def _is_time(text: str | None) -> bool:
    try:
        time.fromisoformat(text or "00:00")
    except ValueError:
        return False
    return True
