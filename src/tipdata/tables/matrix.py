"""The chart as a person reads it: countries down, instruments across."""

from collections.abc import Collection, Iterator
from html import escape

from tipdata.models.conventions import Cell, Conventions
from tipdata.tables.show import CAPTION, CELL, TABLE, aligned

NOTE = "A date in parentheses is the printed entry into force; a dash, no ratification printed."
CONTESTED = "!: the register beside the chart says otherwise, see `errata`."


def as_text(section: Conventions, contested: Collection[Cell] = ()) -> str:
    """Show the chart as aligned text."""
    lines = aligned(*matrix(section, contested))
    return "\n".join([caption(section), *lines, *notes(contested)])


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
    """Give the heads of the columns, and the rows, each with the country first."""
    heads = ["", *(instrument.id for instrument in section.instruments)]
    rows = [
        [cells[0].country.name, *(_short(cell, contested) for cell in cells)]
        for cells in _rows(section)
    ]
    return heads, rows


def as_html(section: Conventions, contested: Collection[Cell] = ()) -> str:
    """Show the chart as an HTML table; the heads carry the official titles."""
    heads = "".join(
        f'<th scope="col" style="{CELL}" title="{escape(instrument.title)}">'
        f"{escape(instrument.id)}</th>"
        for instrument in section.instruments
    )
    rows = "\n".join(
        f'<tr><th scope="row" style="{CELL}">{escape(cells[0].country.name)}</th>'
        + "".join(f'<td style="{CELL}">{escape(_short(cell, contested))}</td>' for cell in cells)
        + "</tr>"
        for cells in _rows(section)
    )
    return (
        f'<table style="{TABLE}">\n<caption style="{CAPTION}">{escape(caption(section))}'
        f'<br><span style="font-weight:normal">{" ".join(notes(contested))}</span></caption>\n'
        f'<thead><tr><th scope="col" style="{CELL}">Country</th>{heads}</tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table>"
    )


def _rows(section: Conventions) -> Iterator[tuple[Cell, ...]]:
    width = len(section.instruments)
    for start in range(0, len(section.cells), width):
        yield section.cells[start : start + width]


def _short(cell: Cell, contested: Collection[Cell]) -> str:
    ratification = cell.ratification
    if ratification is None:
        return f"{cell.printed} !" if cell in contested else cell.printed
    form, force = ratification.consent_form, ratification.entry_into_force
    mark = "" if form is None else f", {form.value}"
    sign = " !" if cell in contested else ""
    stated = "" if force is None else f" ({force})"
    return f"{ratification.date}{mark}{stated}{sign}"
