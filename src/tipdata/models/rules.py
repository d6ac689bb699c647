"""The treaties' own clauses: when an instrument binds a state, and when it can withdraw."""

from datetime import date, datetime, timedelta

from tipdata.dates import add_days, add_months
from tipdata.errors import DateError, check_type
from tipdata.models.conventions import Denunciation, Instrument


def entry_into_force(consent: date, instrument: Instrument) -> date | None:
    """Return the day from which an instrument binds a state that consented on a day.

    The rule is the instrument's own (Vienna Convention, art. 24(1)), its `delay`: for the ILO
    instruments twelve months after the registration of the ratification; for the Palermo
    Protocol the 30th day after the deposit (art. 17(2)), and for the first forty states that
    deposited the day on which it came into force (art. 17(1)); for the two protocols to the
    Convention on the Rights of the Child one month after the deposit (art. 14(2), art. 10(2)),
    and for states that consented before they entered into force that very day (art. 14(1),
    art. 10(1)). No instrument binds anyone before its own entry into force.

    Args:
        consent: The day of the ratification, accession, acceptance or approval; of a
            `datetime` its date.
        instrument: The instrument.

    Returns:
        The day; None where the instrument's rule or own entry into force is not known.

    Raises:
        DateError: If the instrument was adopted only after the consent, or the calendar ends
            before that day.
        TypeError: If an argument is of a wrong type.

    Example:
        >>> from datetime import date, datetime
        >>> import tipdata
        >>> tipdata.entry_into_force(date(2017, 6, 14), tipdata.instrument("P029"))
        datetime.date(2018, 6, 14)
    """
    check_type("consent", consent, date)
    check_type("instrument", instrument, Instrument)
    day = consent.date() if isinstance(consent, datetime) else consent
    # There is nothing to consent to before a text is adopted (Vienna Convention, art. 9).
    if day < instrument.adopted.earliest:
        raise DateError(f"{instrument} was adopted only on {instrument.adopted}: none on {day}")
    return by_rule(day, instrument)


def by_rule(consent: date, instrument: Instrument) -> date | None:
    """Return what `entry_into_force` does, for arguments that need no check."""
    delay, own = instrument.delay, instrument.entry_into_force
    if delay is None or own is None:
        return None
    first = _first_until(instrument)
    if first is not None and consent <= first:
        return own.earliest
    # Whichever is the later, as the Palermo Protocol says of itself (art. 17(2)).
    return max(own.earliest, add_days(add_months(consent, delay.months), delay.days))


def articles(first: date, last: date | None, instrument: Instrument) -> str | None:
    """Name the articles that govern consents on some days, or from a day on."""
    delay, until = instrument.delay, _first_until(instrument)
    if delay is None:
        return None
    if until is None or first > until:
        return delay.article
    later = last is None or last > until
    return f"{delay.early_article} or {delay.article}" if later else delay.early_article


def _first_until(instrument: Instrument) -> date | None:
    """Return the last day of consent of the states that an instrument bound first."""
    delay, own = instrument.delay, instrument.entry_into_force
    if delay is None or own is None or delay.early_article is None:
        return None
    return delay.early_until.latest if delay.early_until else own.earliest - timedelta(1)


def effect_of(notice: date, clause: Denunciation) -> date:
    """Return the day from which a notice of denunciation that is given on a day has effect."""
    return add_months(notice, clause.months)


def open_days(first: date, last: date, clause: Denunciation) -> tuple[date, date] | None:
    """Return the first and the last of some days on which a notice can be given, if any."""
    opens = next_open(first, clause)
    if opens > last:
        return None
    # Open years are a year apart or more, or follow one another: either way it is one run.
    days = (last - timedelta(days) for days in range((last - opens).days + 1))
    return opens, next(day for day in days if next_open(day, clause) == day)


def first_effect(clause: Denunciation | None, *, given_from: date, after: date) -> date | None:
    """Return the first day on which a denunciation can have taken effect.

    Args:
        clause: The instrument's clause; None: none is known, and any notice may have any effect.
        given_from: The first day on which the notice can have been given.
        after: A day after which the effect lies.

    Returns:
        The day; None where the calendar ends before.
    """
    try:
        if clause is None:
            return max(add_days(after, 1), given_from)
        notice = given_from
        if after > effect_of(notice, clause):
            # A few days less than the months before: a clamped month may hide some.
            notice = max(given_from, add_months(after, -clause.months) - timedelta(3))
        notice = next_open(notice, clause)
        while effect_of(notice, clause) <= after:
            notice = next_open(add_days(notice, 1), clause)
        return effect_of(notice, clause)
    except DateError:
        return None


def next_open(day: date, clause: Denunciation) -> date:
    """Return the first day from a day on, on which a notice of denunciation can be given.

    ILO conventions are open to it for a year at a time: the one that begins ten years after
    they first came into force, and one every five or ten years after that.
    """
    if clause.counted_from is None or clause.first is None or clause.every is None:
        return day
    start = clause.counted_from.earliest
    years = clause.first
    while add_months(start, 12 * (years + 1)) <= day:
        years += clause.every
    return max(day, add_months(start, 12 * years))
