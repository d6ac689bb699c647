"""The chart as a person reads it: countries down, instruments across."""

from collections.abc import Iterator
from html import escape

from tipdata.models.conventions import Cell, Conventions
from tipdata.tables.html_table import html_table
from tipdata.tables.text_table import cut

NOTE = "A date in parentheses is the printed entry into force; a dash, no ratification printed."


def as_text(section: Conventions) -> str:
    """Show the chart as a text table."""
    return "\n".join([caption(section), *cut(*matrix(section)), NOTE])


def as_html(section: Conventions) -> str:
    """Show the chart as an HTML table; the heads carry the official titles."""
    heads, rows = matrix(section)
    return html_table(
        caption(section),
        ["Country", *heads[1:]],
        ([escape(text) for text in row] for row in rows),
        note=NOTE,
        titles=["", *(instrument.title for instrument in section.instruments)],
    )


def caption(section: Conventions) -> str:
    """Say what the chart shows."""
    return (
        f"Year of ratification, {len(section.countries)} countries and"
        f" {len(section.instruments)} instruments, to {section.closes.latest}"
    )


def matrix(section: Conventions) -> tuple[list[str], list[list[str]]]:
    """Return the heads of the columns, and the rows, each with the country first."""
    heads = ["", *(instrument.id for instrument in section.instruments)]
    rows = [[cells[0].country.name, *(_short(cell) for cell in cells)] for cells in _rows(section)]
    return heads, rows


# The cells stand row by row, a cell for each instrument: dashes are cells too.
def _rows(section: Conventions) -> Iterator[tuple[Cell, ...]]:
    width = len(section.instruments)
    for start in range(0, len(section.cells), width):
        yield section.cells[start : start + width]


def _short(cell: Cell) -> str:
    ratification = cell.ratification
    if ratification is None:
        return cell.printed
    form, force = ratification.consent_form, ratification.entry_into_force
    mark = "" if form is None else f", {form.value}"
    return f"{ratification.date}{mark}{'' if force is None else f' ({force})'}"
