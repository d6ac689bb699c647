"""What a citation says, whatever its style."""

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import pairwise
from textwrap import shorten
from typing import Any

from attrs import frozen

from tipdata.dates import PartialDate
from tipdata.load.edition import Edition
from tipdata.models.acts import TreatyAction
from tipdata.models.beside import not_bound
from tipdata.models.conventions import Cell, Country, Instrument, Ratification
from tipdata.models.errata import Erratum, ErratumKind
from tipdata.models.organizations import FocalPoint, FrameworkDocument
from tipdata.models.provenance import SourceText
from tipdata.models.record import Record, Section, walk
from tipdata.models.register import RegisterEntry
from tipdata.names import fold
from tipdata.queries.chart import Chart
from tipdata.queries.lookup import find_country, find_instrument
from tipdata.queries.provenance import source
from tipdata.state.answer import Status
from tipdata.state.errata import errata
from tipdata.tables.registry import called
from tipdata.version import __version__

# How many characters of a text are quoted; the place says where the rest is.
QUOTED = 120


@frozen
class Citation:
    """What a citation says.

    Attributes:
        key: A name for it, the same for the same record and no other.
        year: The year in the report's name.
        section: The section's heading as printed; None for the report as a whole.
        place: The row or line.
        statement: What is said there; of what stands beside the report, what is found.
        sources: The sources that the citation has besides the report.
        beside: Whether what is cited stands beside the report, and not in it.
        data: The version of tipdata and the edition of its data.
    """

    key: str
    year: int
    section: str | None
    place: str
    statement: str
    sources: tuple[str, ...]
    beside: bool
    data: str

    @property
    def where(self) -> str:
        """The section and the place in it."""
        title = self.section and f"“{self.section}”"
        return ", ".join(part for part in (title, self.place) if part)


def content(record: Record | Chart | Status | Edition, edition: Edition) -> Citation:
    """Return what a citation says, gathered from the record and its edition.

    Raises:
        NotFoundError: If nothing of the edition stands where the record says it does.
        TypeError: If it can't be cited.
    """
    if isinstance(record, Edition):
        key = f"tip{record.year}"
        return Citation(key, record.year, None, "", "", (), beside=False, data=_data(record))
    # These have no characters of their own: what they are about has, the cell of the chart;
    # or, of a participant that the chart lacks, the chart.
    if isinstance(record, (RegisterEntry, Status)):
        text = source(_cell(record, edition) or edition.conventions, edition=edition)
    else:
        text = source(record, edition=edition)
    title = next(s.title for s in edition.sections if s.name == text.section)
    beside = isinstance(record, (RegisterEntry, Erratum, Status))
    return Citation(
        _key(record, edition),
        edition.year,
        title,
        _place(record, text, edition),
        _statement(record, text, edition),
        (*_sources(record), *_contested(record, edition)),
        beside,
        _data(edition),
    )


def _data(edition: Edition) -> str:
    return (
        f"tipdata {__version__}, edition {edition.year}"
        f" (SHA-256 of the source text: {edition.sha256[:16]})"
    )


def _key(record: Any, edition: Edition) -> str:
    """Return a key that can be read, and is that of one record only."""
    kind = fold(called(type(record))).replace(" ", "-")
    spans, basis = getattr(record, "spans", ()), getattr(record, "basis", "")
    # The words alone may be those of two records; with their place they are those of one. The
    # version is left out, so that the key stays the same in a bibliography for years.
    exact = "|".join((kind, str(edition.year), *map(str, spans), _name(record), basis))
    name = re.sub("[^a-z0-9]+", "-", fold(_name(record)))[:32].strip("-")
    return f"tip{edition.year}-{kind}-{name}-{sha256(exact.encode()).hexdigest()[:8]}"


def _name(record: Any) -> str:
    return "chart" if isinstance(record, Chart) else str(record)


def _place(record: Any, text: SourceText, edition: Edition) -> str:
    """Say the row and the column, where there are any, and the lines."""
    lines = f"{_lines(text)} of the source text"
    if isinstance(record, (RegisterEntry, Status)) and _cell(record, edition) is None:
        return f"{lines}, which has no cell of {record.country} and {record.instrument}"
    spot = _spot(record, text, edition)
    return f"{spot}, {lines}" if spot else lines


def _spot(record: Any, text: SourceText, edition: Edition) -> str | None:
    """Say in which row or column of its table a record stands; None where there is no table."""
    if isinstance(record, Country):
        return f"row {record}"
    if isinstance(record, Instrument):
        return f"column {_heading(record)}"
    if hasattr(record, "country"):
        return f"row {record.country}, column {_heading(record.instrument)}"
    if isinstance(record, (FrameworkDocument, FocalPoint)):
        return f"row {' and '.join(map(str, record.organizations))}"
    # The print sets the three profiles side by side: a column says whose, which no line does.
    if text.section == "peacekeeping":
        for profile in edition.peacekeeping.profiles:
            if any(part.spans == text.spans for part in (profile, *walk(profile))):
                return f"column {profile}"
    return None


def _cell(record: RegisterEntry | Status, edition: Edition) -> Cell | None:
    """Return the cell that a register entry or a status is about, if the chart has it.

    Raises:
        NotFoundError: If the register of the edition has no such country or instrument either.
    """
    find_country(record.country, edition, "register")
    find_instrument(record.instrument, edition, "register")
    pair = record.country.name, record.instrument.id
    cells = edition.conventions.cells
    return next((c for c in cells if (c.country.name, c.instrument.id) == pair), None)


def _heading(instrument: Instrument) -> str:
    return f"{instrument} (“{instrument.printed_heading}”)"


def _lines(text: SourceText) -> str:
    """Name the lines on which characters stand: "lines 31-33, 35"."""
    numbers: set[int] = set()
    for part in text.parts:
        numbers.update(range(part.line, part.line + part.text.strip().count("\n") + 1))
    ordered = sorted(numbers)
    breaks = [i for i, (line, after) in enumerate(pairwise(ordered), 1) if after > line + 1]
    runs = [ordered[i:j] for i, j in zip([0, *breaks], [*breaks, None], strict=True)]
    texts = [str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs]
    return f"{'line' if len(ordered) == 1 else 'lines'} {', '.join(texts)}"


def _statement(record: Any, text: SourceText, edition: Edition) -> str:
    """Say what the report says at the place, or what is found beside it."""
    if isinstance(record, (Section, Chart)):
        return ""
    if isinstance(record, RegisterEntry):
        return f"{record.country}, {record.instrument}: {_acts(record, edition)}"
    if isinstance(record, Erratum):
        printed = _quoted(" / ".join(record.printed))
        return f"Erratum ({record.kind.value}) to {printed}: {record.found}"
    if isinstance(record, Status):
        return f"{record.explanation} Basis: {record.basis}"
    if isinstance(record, (Cell, Ratification)):
        return f"{called(type(record))} {_quoted(text.text)}"
    return f"{called(type(record))} {_quoted(str(record))}"


def _quoted(text: str) -> str:
    return f"“{shorten(text, QUOTED, placeholder=' …')}”"


def _acts(entry: RegisterEntry, edition: Edition) -> str:
    """Say what the acts of an entry are, and that none had bound it when the chart closed."""
    acts = [f"{act} on {day}" for action in entry.actions for act, day in _dated(action) if day]
    closing = edition.conventions.closes.latest
    if entry.period_on(closing) is None:
        acts = [not_bound(entry, closing), *acts]
    return ", ".join(acts)


def _dated(action: TreatyAction) -> tuple[tuple[str, PartialDate | None], ...]:
    return (
        (action.kind.value, action.date),
        ("entry into force", action.entry_into_force),
        ("denunciation in effect", action.effect),
    )


def _sources(record: Any) -> list[str]:
    """Name the sources besides the report."""
    if isinstance(record, RegisterEntry):
        # The grade is that of the first, on which the entry rests.
        first, *others = record.sources
        also = [f"Also: {'; '.join(others)}"] if others else []
        rests = f"{first} ({record.grade.value}, as of {record.as_of})"
        return [rests, *also, *_qualified(record)]
    if isinstance(record, Erratum):
        return [f"Evidence: {record.evidence}"]
    if isinstance(record, Status):
        return [_evidence(evidence) for evidence in record.evidence]
    facts = getattr(record, "sources", ())
    return [f"Not in print: {'; '.join(map(str, facts))}"] if facts else []


def _qualified(entry: RegisterEntry) -> Iterator[str]:
    """Say who states what the first source doesn't, and what was not read."""
    continuity = entry.continuity
    if continuity:
        yield f"Continuity, {continuity.certainty.value}: {continuity.evidence}"
    for action in entry.actions:
        if action.stated_by:
            what = "Denunciation" if action.entry_into_force is None else "Entry into force"
            yield f"{what}: {action.stated_by}"
    if entry.footnotes:
        yield f"Footnotes lost in the copy: {', '.join(entry.footnotes)}"


def _contested(record: Any, edition: Edition) -> list[str]:
    """Name what contradicts a cell that is cited, or that a status rests on, and who says so."""
    if isinstance(record, Status):
        # The sentence says what; of an entry that was weighed, the evidence says who.
        weighed = {e.sources[0] for e in record.evidence if isinstance(e, RegisterEntry)}
        found = [e for e in _contradicting(record.errata) if e.evidence not in weighed]
        return [f"Contested by: {erratum.evidence}" for erratum in found]
    if isinstance(record, (Cell, Ratification)):
        here = (e for e in errata(edition=edition) if e.spans == record.spans)
        return [f"Contested: {e.found} Evidence: {e.evidence}" for e in _contradicting(here)]
    return []


def _contradicting(errata: Iterable[Erratum]) -> Iterator[Erratum]:
    return (erratum for erratum in errata if erratum.kind is ErratumKind.CONTRADICTED)


def _evidence(evidence: Cell | RegisterEntry) -> str:
    if isinstance(evidence, Cell):
        return f"Evidence: the cell, {_quoted(evidence.printed)}"
    return f"Evidence: {'. '.join(_sources(evidence))}"
