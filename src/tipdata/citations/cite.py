"""`cite`: a citation of any record, in one of the styles."""

from collections.abc import Callable
from typing import Literal

from tipdata.arguments import check_choice
from tipdata.citations.content import Citation, content
from tipdata.citations.styles import as_bibtex, as_csl_json, as_text
from tipdata.load.edition import Edition
from tipdata.models.record import Record
from tipdata.queries.chart import Chart
from tipdata.queries.lookup import edition_or_default
from tipdata.state.answer import Status

Style = Literal["text", "bibtex", "csl-json"]
STYLES: dict[Style, Callable[[Citation], str]] = {
    "text": as_text,
    "bibtex": as_bibtex,
    "csl-json": as_csl_json,
}


def cite(
    record: Record | Chart | Status | Edition,
    *,
    style: Style = "text",
    edition: Edition | None = None,
) -> str:
    """Cite a record: the report, the section, the row or line, and the data that has it.

    What stands beside the report cites its own sources too: a register entry its source,
    with its grade and as-of day, an erratum its evidence, a status all that it rests on.
    Of a cell that other evidence contradicts the citation says so, and who says it.
    Lines are those of the edition's source text.

    Args:
        record: A record, a section, the chart, a status, or the edition itself.
        style: `"text"`; `"bibtex"`: an entry whose key stays the same for the same record;
            `"csl-json"`: an array with one item.
        edition: The edition that the record is from; by default that of 2018.

    Raises:
        NotFoundError: If nothing of the edition stands where the record says it does: it is
            from another edition, or was made by hand.
        ChoiceError: If there is no such style.
        TypeError: If `record` can't be cited, or `edition` is no `Edition`.

    Example:
        >>> import tipdata
        >>> print(tipdata.cite(tipdata.expand("ILO")).partition(" Data: ")[0])
        United States Department of State, Office to Monitor and Combat Trafficking in \
Persons: 2018 Trafficking in Persons Report, “GLOSSARY OF ABBREVIATIONS”, line 75 of the \
source text: term “ILO”.
    """
    edition = edition_or_default(edition)
    check_choice("style", style, tuple(STYLES))
    return STYLES[style](content(record, edition))
