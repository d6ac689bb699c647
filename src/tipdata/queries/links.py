"""Every address of the report."""

import re
from collections.abc import Iterator

from attrs import field, frozen

from tipdata.errors import check_type
from tipdata.load.edition import Edition
from tipdata.models.organizations import FrameworkDocument, Organization
from tipdata.models.record import REFERENCE, Link, Record, names, parts
from tipdata.names import fold
from tipdata.queries.lookup import edition_or_default, find
from tipdata.tables.records import Records


@frozen
class ReportLink(Link):
    """An address, with the record that it belongs to.

    Attributes:
        record: The record.
        section: The name of the section that it stands in.
    """

    record: Record = field(metadata=REFERENCE, repr=names)
    section: str


def links(
    *,
    organization: str | Organization | None = None,
    domain: str | None = None,
    edition: Edition | None = None,
) -> Records[ReportLink]:
    """Return every address that the report prints, each with the record that it belongs to.

    Args:
        organization: Only those of this organization: its own links of interest, without
            those of the bodies listed under it, and those of its framework documents and
            of its column in the table of peacekeeping.
        domain: Only those at this domain or below it, such as "un.org"; of an address,
            its host counts.
        edition: By default that of 2018.

    Raises:
        NotFoundError: If neither table names such an organization.
        TypeError: If an argument is of a wrong type.

    Example:
        >>> import tipdata
        >>> len(tipdata.links()), len(tipdata.links(domain="un.org"))
        (62, 5)
        >>> tipdata.links(organization="NATO").one().url
        'http://www.nato.int/cps/en/natolive/topics_50315.htm'
    """
    edition = edition_or_default(edition)
    links = _all(edition)
    if organization is not None:
        names = _names(organization, edition)
        links = links.where(lambda link: not names.isdisjoint(_owners(link.record)))
    if domain is not None:
        check_type("domain", domain, str)
        end = _host(domain).removeprefix("www.")
        links = links.where(lambda link: _lies_in(_host(link.url), end))
    return links


def _all(edition: Edition) -> Records[ReportLink]:
    return Records(
        (
            ReportLink(
                link.url,
                link.text,
                link.label,
                link.remark,
                record,
                section.name,
                spans=link.spans,
            )
            for section in edition.sections
            for record, link in _linked(section)
        ),
        ReportLink,
    )


def _linked(record: Record) -> Iterator[tuple[Record, Link]]:
    for part in parts(record):
        if isinstance(part, Link):
            yield record, part
        else:
            yield from _linked(part)


def _names(organization: str | Organization, edition: Edition) -> set[str]:
    """Find the folded keys of an organization, or of a column of the peacekeeping table."""
    check_type("organization", organization, str, Organization)
    key = organization.name if isinstance(organization, Organization) else organization
    # The two tables share no records: the UN of the one is known in the other by its names.
    bodies = (*edition.organizations.organizations, *edition.peacekeeping.profiles)
    return {fold(name) for name in find("organization", key, bodies, "the report's tables").keys}


def _owners(record: Record) -> set[str]:
    bodies = record.organizations if isinstance(record, FrameworkDocument) else (record,)
    return {fold(name) for body in bodies for name in body.keys}


def _host(address: str) -> str:
    """Cut the host out of an address, with or without what stands before and after it."""
    return re.sub(r"^\w+://|[/?#:].*", "", fold(address))


def _lies_in(host: str, domain: str) -> bool:
    return host == domain or host.endswith(f".{domain}")
