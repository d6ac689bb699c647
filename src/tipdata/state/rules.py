"""When an instrument enters into force for a state: the treaties' own rules."""

from datetime import date, datetime

from tipdata.dates import add_days, add_months
from tipdata.errors import DateError, check_type
from tipdata.models.conventions import Instrument


def entry_into_force(consent: date, instrument: Instrument) -> date | None:
    """Return the day from which an instrument binds a state that consented on a day.

    The rule is the instrument's own (Vienna Convention, art. 24(1)), its `delay`: for the
    ILO instruments twelve months after the registration of the ratification; for the
    Palermo Protocol the 30th day after the deposit (art. 17(2)); for the two protocols to
    the Convention on the Rights of the Child one month after the deposit (art. 14(2),
    art. 10(2)), and for states that consented before they entered into force that very day
    (art. 14(1), art. 10(1)). No instrument binds anyone before its own entry into force.

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
    """Derive what `entry_into_force` returns, from arguments that need no check."""
    delay, own = instrument.delay, instrument.entry_into_force
    if delay is None or own is None:
        return None
    # The month of the protocols to the Convention on the Rights of the Child runs only for a
    # state that consents once they are in force (art. 14(2), art. 10(2)).
    if delay.early_article and consent < own.earliest:
        return own.earliest
    # Whichever is the later, as the Palermo Protocol says of itself (art. 17(2)).
    return max(own.earliest, add_days(add_months(consent, delay.months), delay.days))


def articles(first: date, last: date | None, instrument: Instrument) -> str | None:
    """Name the articles that govern consents on some days, or from a day on."""
    delay, own = instrument.delay, instrument.entry_into_force
    if delay is None:
        return None
    if delay.early_article is None or own is None or first >= own.earliest:
        return delay.article
    later = last is None or last >= own.earliest
    return f"{delay.early_article} or {delay.article}" if later else delay.early_article
