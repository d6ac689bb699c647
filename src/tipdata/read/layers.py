"""Checks the hand-made layers against the chart and the source."""

from collections.abc import Iterator
from itertools import pairwise

from tipdata.dates import PartialDate
from tipdata.errors import DataError
from tipdata.load.layers import read_errata, register_entries
from tipdata.models.conventions import Cell
from tipdata.models.edition import Edition
from tipdata.models.register import RegisterEntry
from tipdata.state.errata import locate
from tipdata.state.evidence import finding


def layer_problems(edition: Edition) -> Iterator[str]:
    """Say what is wrong with the register and the hand-made errata of an edition."""
    chart = edition.conventions
    entries = register_entries(edition.year, chart)
    named = [(entry.country.name, entry.instrument.id) for entry in entries]
    if named != [(cell.country.name, cell.instrument.id) for cell in chart.cells]:
        yield "register.json has not one entry for each cell, in the order of the chart"
    else:
        for cell, entry in zip(chart.cells, entries, strict=True):
            for problem in entry_problems(cell, entry, chart.closes):
                yield f"register.json: {cell.country}, {cell.instrument}: {problem}"
    for erratum in read_errata(edition.year):
        try:
            locate(erratum, edition)
        except DataError as error:
            yield f"errata.json: {error}"


def entry_problems(cell: Cell, entry: RegisterEntry, closes: PartialDate) -> Iterator[str]:
    """Say what is wrong with a register entry beside a cell."""
    if entry.finding is not finding(cell, entry):
        yield f"the finding is {entry.finding.value!r}, and the dates say otherwise"
    if (entry.date is None) is not (entry.consent is None) and entry.later_consent is None:
        yield "a consent has a date and a form, or neither"
    if entry.date and not entry.date.earliest <= closes.latest:
        yield "the consent that a cell is about lies before the closing date"
    if entry.later_consent and not entry.later_consent.earliest > closes.latest:
        yield "a later consent lies after the closing date"
    if entry.date and entry.later_consent:
        yield "a state that consented does not consent later"
    dates = (entry.date, entry.in_force, entry.signature, entry.later_consent, entry.withdrawal)
    ordered = (entry.signature, entry.date or entry.later_consent, entry.in_force)
    known = [date for date in (*ordered, entry.withdrawal) if date]
    if any(later.before(earlier) for earlier, later in pairwise(known)):
        yield "signature, consent, entry into force and withdrawal follow one another"
    if any(date and entry.as_of.before(date) for date in dates if date is not entry.in_force):
        yield "the source can't know what happened after its as-of date"
