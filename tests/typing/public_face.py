"""What a type checker sees of the public face; checked, not run."""

# pyright: reportUnnecessaryTypeIgnoreComment=true

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, assert_type

import altair
import pandas
import polars
import pyarrow

import tipdata
from tipdata import (
    Answer,
    Bounds,
    Cell,
    Chart,
    ClosingNote,
    Column,
    ColumnType,
    Consent,
    Country,
    Coverage,
    DateBounds,
    DocumentYears,
    Edition,
    EntryIntoForce,
    Erratum,
    FocalPoint,
    FrameworkDocument,
    Groups,
    Instrument,
    Link,
    Note,
    Organization,
    PageRange,
    Paragraph,
    PartialDate,
    PeacekeepingProfile,
    PhotoCredit,
    Ratification,
    Record,
    Records,
    RegisterEntry,
    ReportLink,
    SourceText,
    Span,
    StaffMember,
    State,
    Status,
    StatusCount,
    Table,
    Term,
    TermMatch,
    charts,
    export,
)

assert_type(tipdata.__version__, str)
assert_type(tipdata.edition(), Edition)
assert_type(tipdata.edition().coverage(), Coverage)
assert_type(tipdata.edition().office, str)
assert_type(tipdata.edition().special_thanks, Paragraph)
assert_type(tipdata.editions(), tuple[int, ...])
assert_type(tipdata.read_edition("text\n"), Edition)

chart = tipdata.chart()
assert_type(chart, Chart)
assert_type(chart["DK", "P029"], Ratification | None)
assert_type(chart.cell(208, "P029"), Cell)
assert_type(chart.cells, Records[Cell])
assert_type(chart.window, tuple[PartialDate, PartialDate])

assert_type(tipdata.countries(), Records[Country])
assert_type(tipdata.country("DK").alpha_2, str | None)
assert_type(tipdata.instruments(), Records[Instrument])
assert_type(tipdata.instrument("C29").adopted, PartialDate)

found = tipdata.ratifications(year=2017)
assert_type(found, Records[Ratification])
assert_type(found[0], Ratification)
assert_type(found[:2], Records[Ratification])
assert_type(found.one(), Ratification)
assert_type(found.where(country="DK"), Records[Ratification])
assert_type(found.where(lambda ratification: ratification.date.year == 2017).one().date.year, int)
assert_type(found.group_by(lambda ratification: ratification.date.year), Groups[int, Ratification])
assert_type(found.group_by("instrument"), Groups[Any, Ratification])
assert_type([ratification.entry_into_force for ratification in found], list[PartialDate | None])
assert_type(found[0].consent_form, Consent | None)
assert_type(found[0].spans, tuple[Span, ...])
assert_type(found.schema, Table)
assert_type(found.schema.columns, tuple[Column, ...])
assert_type(found.schema["date"].type, ColumnType)
assert_type(found.schema["date"].vocabulary, tuple[str, ...])
assert_type(found.to_dicts(), list[dict[str, str | int | bool | date | list[str] | None]])
assert_type(found.to_pandas(), pandas.DataFrame)
assert_type(found.to_polars(), polars.DataFrame)
assert_type(found.to_csv(spreadsheet_safe=True), str)
assert_type(found.to_csv("found.csv"), None)
assert_type(found.to_json(), str)
assert_type(found.to_json(Path("found.json")), None)
assert_type(Records.from_json("found.json"), Records[Any])
assert_type(Records(tipdata.closing_note().paragraphs), Records[Paragraph])
assert_type(tipdata.ratifications_by_year(), Mapping[int, Records[Ratification]])

status = tipdata.status("DK", "P029", on=date(2018, 6, 14), basis="register")
assert_type(status, Status)
assert_type(status.state, State)
assert_type(status.possible, frozenset[State])
assert_type(status.evidence, tuple[Cell | RegisterEntry, ...])
assert_type(tipdata.is_party("DK", "P029"), bool | None)
assert_type(tipdata.protocol_status("P029"), Records[Status])
assert_type(tipdata.country_status("DK"), Records[Status])
assert_type(tipdata.not_ratified("P029"), Records[Status])
assert_type(tipdata.bounds("DK", "P029"), Bounds)
assert_type(tipdata.bounds("DK", "P029").entry_into_force, DateBounds)
assert_type(tipdata.entry_into_force(date(2017, 6, 14), tipdata.instrument("P029")), date | None)
assert_type(tipdata.entries_into_force("2018"), Records[EntryIntoForce])
assert_type(tipdata.status_counts(start=2000, end=2017), Records[StatusCount])
assert_type(tipdata.panel(start=2017, end=2018), polars.DataFrame)
assert_type(tipdata.panel(start=2017, end=2018, backend="pandas"), pandas.DataFrame)
assert_type(tipdata.panel(start=2017, end=2018, backend="pyarrow"), pyarrow.Table)
assert_type(tipdata.register(), Records[RegisterEntry])
assert_type(tipdata.errata(), Records[Erratum])

assert_type(tipdata.peacekeeping(), Records[PeacekeepingProfile])
assert_type(tipdata.peacekeeping()[0].allegations.victims, int | None)
assert_type(tipdata.organizations(), Records[Organization])
assert_type(tipdata.organization("UNODC").parent, Organization | None)
assert_type(tipdata.organization("AU").focal_points_answer, Answer | None)
assert_type(tipdata.framework_documents(year=2014), Records[FrameworkDocument])
assert_type(tipdata.framework_documents()[0].years, tuple[DocumentYears, ...])
assert_type(tipdata.framework_documents()[0].url, str | None)
assert_type(tipdata.framework_documents()[0].organizations, tuple[Organization, ...])
assert_type(tipdata.focal_points(), Records[FocalPoint])
assert_type(tipdata.links(), Records[ReportLink])
assert_type(tipdata.links()[0].record, Record)
assert_type(tipdata.organization("AU").links, tuple[Link, ...])
assert_type(tipdata.glossary(), Records[Term])
assert_type(tipdata.expand("ILO").meaning, str)
assert_type(tipdata.find_terms("ILO"), tuple[TermMatch, ...])
assert_type(tipdata.notes(), Records[Note])
assert_type(tipdata.photo_credits(page=5), Records[PhotoCredit])
assert_type(tipdata.photo_credits()[0].pages, PageRange | None)
assert_type(tipdata.closing_note(), ClosingNote)
assert_type(tipdata.closing_note().paragraphs, tuple[Paragraph, ...])
assert_type(tipdata.staff(), Records[StaffMember])
assert_type(tipdata.search("fiji"), Records[Record])
assert_type(tipdata.source(found[0]), SourceText)
assert_type(tipdata.source(chart).text, str)
assert_type(export.export("csvw", Path("web")), tuple[Path, ...])
assert_type(export.FORMATS, Mapping[str, str])
assert_type(export.skos(), Iterator[tuple[str, bytes]])
assert_type(tipdata.cite(found[0]), str)
assert_type(tipdata.cite(chart, style="bibtex"), str)
assert_type(tipdata.cite(tipdata.status("DK", "P029"), style="csl-json"), str)
assert_type(tipdata.cite(tipdata.edition()), str)

assert_type(charts.matrix(on="2018", theme="dark"), altair.LayerChart)
assert_type(charts.timeline("DK", basis="register"), altair.LayerChart)
assert_type(charts.ratifications_per_year(), altair.LayerChart)
assert_type(charts.bound_over_time(start=1, end=2), altair.LayerChart | altair.FacetChart)
assert_type(charts.peacekeeping_figures(), altair.FacetChart)
PIE = charts.pie  # type: ignore[attr-defined]
charts.save(charts.matrix(), Path("matrix.svg"))

# A wrong name is an error: checkers complain of an `ignore` that ignores nothing.
from tipdata import Ratificationz  # type: ignore[attr-defined]  # noqa: E402, F401

WRONG = tipdata.nothing  # type: ignore[attr-defined]
WRONG = tipdata.Recordz  # type: ignore[attr-defined]
