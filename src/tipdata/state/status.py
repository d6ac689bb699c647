"""The state of play on a day: the questions that users come with."""

from tipdata.arguments import At, Basis, Day, check_basis, read_moment
from tipdata.dates import PartialDate
from tipdata.load.edition import Edition
from tipdata.models.conventions import Country, Instrument
from tipdata.models.state import State
from tipdata.queries.lookup import (
    countries_of,
    edition_or_default,
    find_country,
    find_instrument,
    instruments_of,
)
from tipdata.state.answer import Status
from tipdata.state.bounds import Bounds
from tipdata.state.evidence import assess
from tipdata.state.timeline import possible
from tipdata.tables.records import Records


def status(  # noqa: PLR0913 - the pair, the day, and what it rests on
    country: str | int | Country,
    instrument: str | Instrument,
    *,
    on: Day | None = None,
    at: At = "whole",
    basis: Basis = "printed",
    edition: Edition | None = None,
) -> Status:
    """Say whether an instrument binds a country on a day, and how sure that is.

    The answer is the set of states of play over all that the evidence allows: every day
    of a printed year, each with the entry into force that the treaty's rule gives, and every
    denunciation that its clause leaves open. One state makes it certain, more make it
    `State.UNCERTAIN`, and `possible` names them. Of days after the chart closed the print
    says little; `basis="register"` says more.

    Args:
        country: A name, an ISO 3166-1 code or the `Country`.
        instrument: An id, an alias, a title or the `Instrument`.
        on: The day: a `date`, a `datetime` (its date), an ISO text, or a `PartialDate`;
            a month or a year is a period. By default the chart's closing date.
        at: Of a period, `"whole"` asks for all its days, `"start"` for its first and `"end"`
            for its last day.
        basis: `"printed"`: the chart alone; `"register"`: with the cited register.
        edition: By default that of 2018.

    Raises:
        NotFoundError: If the basis speaks of no such country or instrument.
        DateError: If `on` can't be read as a date.
        ChoiceError: If there is no such basis, or `at` is no choice.
        TypeError: If an argument is of a wrong type.

    Example:
        >>> import tipdata
        >>> print(tipdata.status("Denmark", "P029"))
        Denmark had ratified P029 but was not bound by it on 2018-03-31: the chart prints \
the year 2017 and entry into force on 2018-06-14, and consent on 2017-06-14 is derived from \
that by art. 8(2).
        >>> sorted(state.name for state in tipdata.status("Brazil", "C182", on="2001").possible)
        ['IN_FORCE', 'RATIFIED']
    """
    edition, basis = edition_or_default(edition), check_basis(basis)
    row, column = (
        find_country(country, edition, basis),
        find_instrument(instrument, edition, basis),
    )
    return _status(edition, row, column, _day_or_closing(on, at, edition), basis)


def is_party(  # noqa: PLR0913 - the pair, the day, and what it rests on
    country: str | int | Country,
    instrument: str | Instrument,
    *,
    on: Day | None = None,
    at: At = "whole",
    basis: Basis = "printed",
    edition: Edition | None = None,
) -> bool | None:
    """Say whether an instrument is in force for a country: yes, no, or uncertain (None).

    The arguments and errors are those of `status`.

    Example:
        >>> import tipdata
        >>> tipdata.is_party("Fiji", "CRC-OP-SC")
        True
        >>> tipdata.is_party("Fiji", "CRC-OP-SC", basis="register")
        False
    """
    answer = status(country, instrument, on=on, at=at, basis=basis, edition=edition)
    if State.IN_FORCE not in answer.possible:
        return False
    return True if answer.certain else None


def protocol_status(
    instrument: str | Instrument,
    *,
    on: Day | None = None,
    at: At = "whole",
    basis: Basis = "printed",
    edition: Edition | None = None,
) -> Records[Status]:
    """Return the status of an instrument in every country that the basis speaks of.

    The arguments and errors are those of `status`.

    Example:
        >>> import tipdata
        >>> parties = tipdata.protocol_status("P029").where(state="in force")
        >>> [str(status.country) for status in parties]
        ['Poland']
    """
    edition, basis = edition_or_default(edition), check_basis(basis)
    column, period = find_instrument(instrument, edition, basis), _day_or_closing(on, at, edition)
    rows = countries_of(edition, basis)
    return Records((_status(edition, row, column, period, basis) for row in rows), Status)


def country_status(
    country: str | int | Country,
    *,
    on: Day | None = None,
    at: At = "whole",
    basis: Basis = "printed",
    edition: Edition | None = None,
) -> Records[Status]:
    """Return the status of every instrument that the basis speaks of in a country.

    The arguments and errors are those of `status`.

    Example:
        >>> import tipdata
        >>> len(tipdata.country_status("Japan").where(state="not ratified"))
        3
    """
    edition, basis = edition_or_default(edition), check_basis(basis)
    row, period = find_country(country, edition, basis), _day_or_closing(on, at, edition)
    columns = instruments_of(edition, basis)
    return Records((_status(edition, row, column, period, basis) for column in columns), Status)


def bounds(
    country: str | int | Country,
    instrument: str | Instrument,
    *,
    basis: Basis = "printed",
    edition: Edition | None = None,
) -> Bounds:
    """Return the days of consent, entry into force and denunciation that the evidence allows.

    Each says whether it is printed, derived or from a register, and by which rule.

    Raises:
        NotFoundError: If the basis speaks of no such country or instrument.
        ChoiceError: If there is no such basis.
        TypeError: If an argument is of a wrong type.

    Example:
        >>> import tipdata
        >>> consent = tipdata.bounds("Denmark", "P029").consent
        >>> str(consent), consent.origin, consent.rule
        ('2017-06-14', <Origin.DERIVED: 'derived'>, 'art. 8(2)')
        >>> str(tipdata.bounds("Brazil", "C182").entry_into_force)
        '2001-01-01/2001-12-31'
    """
    edition, basis = edition_or_default(edition), check_basis(basis)
    row, column = (
        find_country(country, edition, basis),
        find_instrument(instrument, edition, basis),
    )
    return assess(edition, row, column, basis).bounds


def _status(
    edition: Edition, country: Country, instrument: Instrument, on: PartialDate, basis: Basis
) -> Status:
    case = assess(edition, country, instrument, basis)
    states = possible(case.intervals, on.earliest, on.latest)
    return Status(country, instrument, on, states, basis, case.bounds, case.evidence, edition)


def _day_or_closing(on: Day | None, at: At, edition: Edition) -> PartialDate:
    """Read a day or a period; where none is passed, the chart's closing date is meant."""
    return read_moment("on", edition.conventions.closes.latest if on is None else on, at)
