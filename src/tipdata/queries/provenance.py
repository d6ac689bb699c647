"""The very characters that say a record."""

from tipdata.errors import NotFoundError
from tipdata.load.edition import Edition
from tipdata.models.errata import Erratum
from tipdata.models.provenance import SourceText, locate
from tipdata.models.record import Record, walk
from tipdata.models.register import RegisterEntry
from tipdata.queries.chart import Chart
from tipdata.queries.lookup import edition_or_default


def source(record: Record | Chart, *, edition: Edition | None = None) -> SourceText:
    """Return the very characters of the source that say a record, and where they stand.

    Args:
        record: A record, a section, the chart or an erratum.
        edition: The edition that the record is from; by default that of 2018.

    Raises:
        NotFoundError: If nothing of the edition stands where the record says it does: it is
            from another edition, or was made by hand. A register entry stands beside the
            report and has no place in it: its `sources` are its citations.
        TypeError: If `record` has no spans, or `edition` is no `Edition`.

    Example:
        >>> import tipdata
        >>> source = tipdata.source(tipdata.chart()["Denmark", "P029"])
        >>> source.text, source.section, source.line, source.column
        ('2017 (into force 14 Jun 2018)', 'conventions', 10, 29)
    """
    edition = edition_or_default(edition)
    spans = getattr(record, "spans", None)
    if not isinstance(spans, tuple):
        raise TypeError(f"record must be a record, not {type(record).__name__}")
    if isinstance(record, RegisterEntry):
        raise NotFoundError(
            f"the register's entry {record} has no place in the report;"
            " its attribute `sources` has its citations"
        )
    around = (section for section in edition.sections if spans and spans[0] in section.spans[0])
    section = next(around, None)
    # An erratum quotes any characters; all else stands where a record of the edition does.
    is_quotation = isinstance(record, Erratum)
    if section and (
        is_quotation or any(spans == part.spans for part in (section, *walk(section)))
    ):
        return locate(edition.text, section.name, spans)
    raise NotFoundError(f"no record of the edition {edition.year} stands where {record!r} does")
