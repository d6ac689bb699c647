"""Dates that are as exact as their source: a year, a month or a day."""

import re
from datetime import date, timedelta
from typing import Literal, Self

from attrs import field, frozen

from tipdata.errors import DateError, check_type

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
MONTH_NUMBERS = {
    name.casefold(): number
    for number, month in enumerate(MONTHS, start=1)
    for name in (month, month[:3])
}
# EDTF level 0 first, then what the report and the registers print. re.ASCII where they are
# used, since \d matches the digits of every script.
FORMS = (
    (r"(?P<year>\d{4})", "2017"),
    (r"(?P<year>\d{4})-(?P<month>\d{2})", "2019-01"),
    (r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})", "2018-06-14"),
    (r"(?P<day>\d{1,2}) (?P<name>[A-Za-z]+) (?P<year>\d{4})", "14 Jun 2018"),
    (r"(?P<name>[A-Za-z]+) (?P<year>\d{4})", "Jan 2019"),
    (r"(?P<name>[A-Za-z]+) (?P<day>\d{1,2}), (?P<year>\d{4})", "November 9, 2016"),
)


@frozen(repr=False)
class PartialDate:
    """A date of the precision that its source prints: the interval of days it allows.

    The three precisions are those of the Extended Date/Time Format (EDTF, ISO 8601-2)
    level 0. `str()` gives the EDTF text.

    Attributes:
        year: The year, 1 to 9999.
        month: The month, 1 to 12; None when the source gives none.
        day: The day of the month; None when the source gives none.

    Raises:
        DateError: If no calendar has such a date.
        TypeError: If a part is no `int`.

    Example:
        >>> printed = PartialDate.parse("Jan 2019")
        >>> str(printed), printed.precision
        ('2019-01', 'month')
        >>> printed.earliest, printed.latest
        (datetime.date(2019, 1, 1), datetime.date(2019, 1, 31))
    """

    year: int
    month: int | None = None
    day: int | None = field(default=None)

    def __attrs_post_init__(self) -> None:
        # Not isinstance: True is an int to Python, and no month.
        for name, part in (("year", self.year), ("month", self.month), ("day", self.day)):
            if type(part) is not int and (part is not None or name == "year"):
                raise TypeError(f"{name} must be an int, not {type(part).__name__}")
        if self.month is None and self.day is not None:
            raise DateError(f"day {self.day} of the year {self.year} has no month")
        try:
            date(self.year, self.month or 1, self.day or 1)
            possible = self.month != 0 and self.day != 0
        except (ValueError, OverflowError):
            possible = False
        if not possible:
            raise DateError(f"no calendar has {self._written()}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a date in EDTF, or in one of the forms that the report and registers print.

        Args:
            text: Such as `2017`, `2019-01`, `2018-06-14`, `14 Jun 2018`, `Jan 2019`
                or `November 9, 2016`; months in English, short or in full.

        Returns:
            The date, no more exact than the text.

        Raises:
            DateError: If the text has none of these forms, or names no real day.
            TypeError: If `text` is no `str`.

        Example:
            >>> PartialDate.parse("07 Dec 2018")
            PartialDate(2018, 12, 7)
            >>> PartialDate.parse("mid-2018")
            Traceback (most recent call last):
                ...
            tipdata.errors.DateError: can't read the date 'mid-2018'; forms that can be read: \
'2017', '2019-01', '2018-06-14', '14 Jun 2018', 'Jan 2019', 'November 9, 2016'
        """
        if not isinstance(text, str):
            raise TypeError(f"text must be a str, not {type(text).__name__}")
        for pattern, _ in FORMS:
            parts = _parts(pattern, text.strip())
            if parts is not None:
                return cls(*parts)
        forms = ", ".join(repr(example) for _, example in FORMS)
        raise DateError(f"can't read the date {text!r}; forms that can be read: {forms}")

    @classmethod
    def of(cls, day: date) -> Self:
        """Return the partial date that is exactly this day; of a `datetime`, its date.

        Example:
            >>> from datetime import date
            >>> PartialDate.of(date(2018, 3, 31))
            PartialDate(2018, 3, 31)
        """
        check_type("day", day, date)
        return cls(day.year, day.month, day.day)

    @property
    def earliest(self) -> date:
        """The first day that the date allows."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day that the date allows."""
        month = self.month or 12
        return date(self.year, month, self.day or _days_in(self.year, month))

    @property
    def precision(self) -> Literal["year", "month", "day"]:
        """How much the source gives: `"year"`, `"month"` or `"day"`."""
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    def add_months(self, months: int) -> Self:
        """Return the date so many months later; where the month is too short, its last day.

        Raises:
            DateError: If the date gives no month, or the calendar ends before.
            TypeError: If `months` is no `int`.

        Example:
            >>> PartialDate(2005, 1, 31).add_months(1), PartialDate(2018, 12).add_months(1)
            (PartialDate(2005, 2, 28), PartialDate(2019, 1))
        """
        check_type("months", months, int)
        if self.month is None:
            raise DateError(f"{self} gives no month to add to")
        moved = add_months(self.earliest, months)
        return type(self)(moved.year, moved.month, None if self.day is None else moved.day)

    def add_days(self, days: int) -> Self:
        """Return the date so many days later.

        Raises:
            DateError: If the date gives no day, or the calendar ends before.
            TypeError: If `days` is no `int`.

        Example:
            >>> PartialDate(2004, 2, 28).add_days(30)
            PartialDate(2004, 3, 29)
        """
        check_type("days", days, int)
        if self.day is None:
            raise DateError(f"{self} gives no day to add to")
        return type(self).of(add_days(self.earliest, days))

    def before(self, other: Self) -> bool | None:
        """Tell whether this date lies before another one: yes, no, or unknown (None).

        Example:
            >>> PartialDate(2016).before(PartialDate(2017, 6))
            True
            >>> print(PartialDate(2017).before(PartialDate(2017, 6)))
            None
        """
        check_type("other", other, PartialDate)
        if self.latest < other.earliest:
            return True
        # On one and the same day neither lies before the other.
        return False if self.earliest >= other.latest else None

    def after(self, other: Self) -> bool | None:
        """Tell whether this date lies after another one: yes, no, or unknown (None).

        Example:
            >>> PartialDate(2018).after(PartialDate(2017, 6))
            True
        """
        check_type("other", other, PartialDate)
        return other.before(self)

    def same_day(self, other: Self) -> bool | None:
        """Tell whether two dates are one and the same day: yes, no, or unknown (None).

        Example:
            >>> print(PartialDate(2017).same_day(PartialDate(2017)))
            None
        """
        check_type("other", other, PartialDate)
        if self.latest < other.earliest or other.latest < self.earliest:
            return False
        return True if self.precision == other.precision == "day" else None

    def allows(self, day: date) -> bool:
        """Tell whether the date may be this day.

        Example:
            >>> from datetime import date
            >>> PartialDate(2017, 6).allows(date(2017, 6, 30))
            True
        """
        check_type("day", day, date)
        # A datetime is a date to isinstance, but Python compares the two with an error.
        return self.earliest <= date(day.year, day.month, day.day) <= self.latest

    def __str__(self) -> str:
        return self._written()

    def __repr__(self) -> str:
        parts = (self.year, self.month, self.day)
        return f"PartialDate({', '.join(str(part) for part in parts if part is not None)})"

    def _written(self) -> str:
        # EDTF, as ISO 8601, gives a year four digits: 0987.
        parts = (f"{self.year:04d}", self.month, self.day)
        return "-".join(
            part if isinstance(part, str) else f"{part:02d}" for part in parts if part is not None
        )


def add_months(day: date, months: int) -> date:
    """Add months to a day; where the month is too short, its last day is meant.

    Raises:
        DateError: If the calendar ends before.

    Example:
        >>> add_months(date(2005, 1, 31), 1)
        datetime.date(2005, 2, 28)
    """
    # Months from 0, so that the remainder is one of them, of negative sums too.
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if not date.min.year <= year <= date.max.year:
        raise DateError(f"no calendar has the day {months} months from {day}")
    return date(year, month + 1, min(day.day, _days_in(year, month + 1)))


def add_days(day: date, days: int) -> date:
    """Add days to a day.

    Raises:
        DateError: If the calendar ends before.
    """
    try:
        return day + timedelta(days)
    except OverflowError:
        raise DateError(f"no calendar has the day {days} days from {day}") from None


def _days_in(year: int, month: int) -> int:
    # December apart: the first day after 9999-12-31 is none that Python has.
    return 31 if month == 12 else (date(year, month + 1, 1) - date(year, month, 1)).days


def _parts(pattern: str, text: str) -> tuple[int, int | None, int | None] | None:
    match = re.fullmatch(pattern, text, re.ASCII)
    if match is None:
        return None
    parts = match.groupdict()
    if "name" in parts:
        parts["month"] = MONTH_NUMBERS.get(parts["name"].casefold())
        if parts["month"] is None:
            return None
    month, day = parts.get("month"), parts.get("day")
    return (
        int(parts["year"]),
        None if month is None else int(month),
        None if day is None else int(day),
    )
