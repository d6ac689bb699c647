"""The chart as a person reads it: countries down, instruments across."""

from collections.abc import Collection, Iterator
from html import escape

from tipdata.models.conventions import Cell, Conventions
from tipdata.tables.html_table import html_table
from tipdata.tables.text_table import cut

NOTE = "A date in parentheses is the printed entry into force; a dash, no ratification printed."
CONTESTED = "!: other evidence contradicts the print, see `errata`."


def as_text(section: Conventions, contested: Collection[Cell] = ()) -> str:
    """Show the chart as a text table."""
    lines = cut(*matrix(section, contested))
    return "\n".join([caption(section), *lines, *notes(contested)])


def as_html(section: Conventions, contested: Collection[Cell] = ()) -> str:
    """Show the chart as an HTML table; the heads carry the official titles."""
    heads, rows = matrix(section, contested)
    return html_table(
        caption(section),
        ["Country", *heads[1:]],
        ([escape(text) for text in row] for row in rows),
        note=" ".join(notes(contested)),
        titles=["", *(instrument.title for instrument in section.instruments)],
    )


def caption(section: Conventions) -> str:
    """Say what the chart shows."""
    return (
        f"Year of ratification, {len(section.countries)} countries and"
        f" {len(section.instruments)} instruments, to {section.closes.latest}"
    )


def notes(contested: Collection[Cell] = ()) -> list[str]:
    """Say what the signs in the cells mean."""
    return [NOTE, CONTESTED] if contested else [NOTE]


def matrix(
    section: Conventions, contested: Collection[Cell] = ()
) -> tuple[list[str], list[list[str]]]:
    """Return the heads of the columns, and the rows, each with the country first."""
    heads = ["", *(instrument.id for instrument in section.instruments)]
    rows = [
        [cells[0].country.name, *(_short(cell, contested) for cell in cells)]
        for cells in _rows(section)
    ]
    return heads, rows


def _rows(section: Conventions) -> Iterator[tuple[Cell, ...]]:
    width = len(section.instruments)
    for start in range(0, len(section.cells), width):
        yield section.cells[start : start + width]


def _short(cell: Cell, contested: Collection[Cell]) -> str:
    ratification, sign = cell.ratification, " !" if cell in contested else ""
    if ratification is None:
        return f"{cell.printed}{sign}"
    form, force = ratification.consent_form, ratification.entry_into_force
    mark = "" if form is None else f", {form.value}"
    stated = "" if force is None else f" ({force})"
    return f"{ratification.date}{mark}{stated}{sign}"
