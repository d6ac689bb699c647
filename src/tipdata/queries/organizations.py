"""Questions to the tables of multilateral organizations."""

from tipdata.errors import check_type
from tipdata.load.edition import Edition
from tipdata.models.organizations import FocalPoint, FrameworkDocument, Organization
from tipdata.queries.lookup import edition_or_default, find
from tipdata.tables.records import Records


def organizations(*, edition: Edition | None = None) -> Records[Organization]:
    """Return every body that the tables name, in the order of the source.

    Raises:
        TypeError: If `edition` is no `Edition`.

    Example:
        >>> import tipdata
        >>> [body.abbreviation for body in tipdata.organizations().where(parent="UN")]
        ['UNODC', 'UNSC', 'OHCHR', 'ILO']
    """
    return Records(edition_or_default(edition).organizations.organizations, Organization)


def organization(key: str | Organization, *, edition: Edition | None = None) -> Organization:
    """Find a multilateral organization.

    Args:
        key: An abbreviation or a name, without regard to case, accents or space around it.
        edition: By default that of 2018.

    Raises:
        NotFoundError: If the tables name no such body; it names what comes close.
        TypeError: If an argument is of a wrong type.

    Example:
        >>> import tipdata
        >>> tipdata.organization("Puebla Group").name
        'Regional Conference on Migration'
        >>> tipdata.organization("AU").focal_points_answer
        <Answer.NOT_APPLICABLE: 'N/A'>
    """
    return _find(key, edition_or_default(edition))


def framework_documents(
    *,
    organization: str | Organization | None = None,
    year: int | None = None,
    edition: Edition | None = None,
) -> Records[FrameworkDocument]:
    """Return the framework documents.

    Args:
        organization: Only those of this organization.
        year: Only those that cover this year: it is printed with them, or lies in a period
            that is. `DocumentYears.meaning` says what each year means.
        edition: By default that of 2018.

    Raises:
        NotFoundError: If the tables name no such organization.
        TypeError: If an argument is of a wrong type.

    Example:
        >>> import tipdata
        >>> [document.title for document in tipdata.framework_documents(year=2014)][:2]
        ['Declaration of the Ministerial Conference of the Khartoum Process', \
'EU-Africa Action Plan on Migration and Mobility']
    """
    edition = edition_or_default(edition)
    body = None if organization is None else _find(organization, edition)
    if year is not None:
        check_type("year", year, int)
    return Records(
        (
            document
            for document in edition.organizations.documents
            if (body is None or body in document.organizations)
            and (year is None or any(year in years for years in document.years))
        ),
        FrameworkDocument,
    )


def focal_points(
    *, organization: str | Organization | None = None, edition: Edition | None = None
) -> Records[FocalPoint]:
    """Return the focal points for trafficking in persons.

    Args:
        organization: Only those of this organization. Where there are none,
            `Organization.focal_points_answer` tells "N/A" from a blank.
        edition: By default that of 2018.

    Raises:
        NotFoundError: If the tables name no such organization.
        TypeError: If an argument is of a wrong type.

    Example:
        >>> import tipdata
        >>> tipdata.focal_points(organization="COE").one().abbreviation
        'GRETA'
    """
    edition = edition_or_default(edition)
    body = None if organization is None else _find(organization, edition)
    return Records(
        (
            point
            for point in edition.organizations.focal_points
            if body is None or body in point.organizations
        ),
        FocalPoint,
    )


def _find(key: str | Organization, edition: Edition) -> Organization:
    check_type("organization", key, str, Organization)
    name = key.name if isinstance(key, Organization) else key
    where = "the multilateral organizations"
    return find("organization", name, edition.organizations.organizations, where)
