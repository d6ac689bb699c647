"""Questions to the chart of conventions."""

from collections.abc import Mapping

from tipdata.errors import check_type
from tipdata.load.edition import Edition
from tipdata.models.conventions import Country, Instrument, Ratification
from tipdata.queries.lookup import edition_or_default, find_country, find_instrument
from tipdata.tables.records import Records


def countries(*, edition: Edition | None = None) -> Records[Country]:
    """Return the chart's countries, in the order of its rows.

    Raises:
        TypeError: If `edition` is no `Edition`.

    Example:
        >>> import tipdata
        >>> [country.name for country in tipdata.countries()][:3]
        ['Brazil', 'Central African Republic', 'Denmark']
    """
    return Records(edition_or_default(edition).conventions.countries, Country)


def country(key: str | int | Country, *, edition: Edition | None = None) -> Country:
    """Find a country of the chart.

    Args:
        key: The name as printed, or its ISO 3166-1 alpha-2, alpha-3 or numeric code,
            without regard to case, accents or space around it; an `int` is a numeric code.
        edition: By default that of 2018.

    Raises:
        NotFoundError: If the chart has no such row. That says nothing of the country:
            the chart lists only those that the report says ratified, acceded to or
            accepted an instrument in its window.
        TypeError: If an argument is of a wrong type.

    Example:
        >>> import tipdata
        >>> tipdata.country("dnk").name, tipdata.country(208).name
        ('Denmark', 'Denmark')
    """
    return find_country(key, edition_or_default(edition))


def instruments(*, edition: Edition | None = None) -> Records[Instrument]:
    """Return the chart's instruments, in the order of its columns.

    Raises:
        TypeError: If `edition` is no `Edition`.

    Example:
        >>> import tipdata
        >>> [instrument.id for instrument in tipdata.instruments()]
        ['PALERMO', 'CRC-OP-SC', 'CRC-OP-AC', 'C029', 'P029', 'C105', 'C182', 'C189']
    """
    return Records(edition_or_default(edition).conventions.instruments, Instrument)


def instrument(key: str | Instrument, *, edition: Edition | None = None) -> Instrument:
    """Find an instrument of the chart.

    Args:
        key: Its id, an alias such as "C29" or "Palermo Protocol", its printed heading or
            its official title, without regard to case, accents or space around it.
        edition: By default that of 2018.

    Raises:
        NotFoundError: If the chart has no such column; it names what comes close.
        TypeError: If an argument is of a wrong type.

    Example:
        >>> import tipdata
        >>> tipdata.instrument("Palermo Protocol").entry_into_force
        PartialDate(2003, 12, 25)
    """
    return find_instrument(key, edition_or_default(edition))


def ratifications(
    *,
    country: str | int | Country | None = None,
    instrument: str | Instrument | None = None,
    year: int | None = None,
    edition: Edition | None = None,
) -> Records[Ratification]:
    """Return the ratifications that the chart prints, row by row.

    A ratification here is any act by which the state consented to be bound: the chart
    prints its year, and by the legend a mark if it is an accession or an acceptance.

    Args:
        country: Only those of this country.
        instrument: Only those of this instrument.
        year: Only those whose printed year this is.
        edition: By default that of 2018.

    Raises:
        NotFoundError: If the chart has no such row or column.
        TypeError: If an argument is of a wrong type.

    Example:
        >>> import tipdata
        >>> tipdata.ratifications(instrument="C189", year=2016)
        1 ratification
        country  instrument  date  entry_into_force  consent_form
        Jamaica  C189        2016
    """
    edition = edition_or_default(edition)
    row = None if country is None else find_country(country, edition)
    column = None if instrument is None else find_instrument(instrument, edition)
    if year is not None:
        check_type("year", year, int)
    return Records(
        (
            ratification
            for cell in edition.conventions.cells
            if (ratification := cell.ratification) is not None
            and (row is None or ratification.country == row)
            and (column is None or ratification.instrument == column)
            and (year is None or ratification.date.year == year)
        ),
        Ratification,
    )


def ratifications_by_year(
    *,
    country: str | int | Country | None = None,
    instrument: str | Instrument | None = None,
    edition: Edition | None = None,
) -> Mapping[int, Records[Ratification]]:
    """Group the ratifications that the chart prints by year, ascending.

    Args:
        country: Only those of this country.
        instrument: Only those of this instrument.
        edition: By default that of 2018.

    Returns:
        A read-only mapping; a year in which nothing happened is not in it.

    Raises:
        NotFoundError: If the chart has no such row or column.
        TypeError: If an argument is of a wrong type.

    Example:
        >>> import tipdata
        >>> by_year = tipdata.ratifications_by_year(instrument="P029")
        >>> {year: len(ratifications) for year, ratifications in by_year.items()}
        {2017: 10}
    """
    from tipdata.tables.groups import Groups

    records = ratifications(country=country, instrument=instrument, edition=edition)
    groups = records.group_by(lambda ratification: ratification.date.year)
    return Groups(tuple((year, groups[year]) for year in sorted(groups)))
