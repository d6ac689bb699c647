"""Checks what is made by hand, the register and the errata, against the chart and the source."""

from collections.abc import Iterator

from tipdata.errors import DataError
from tipdata.load.edition import Edition
from tipdata.load.handmade_errata import read_handmade_errata
from tipdata.load.packaged import REGISTER
from tipdata.models.acts import ActionKind
from tipdata.models.register import RegisterEntry
from tipdata.state.errata import locate

FILE = f"{REGISTER}/{REGISTER}.json"


def handmade_problems(edition: Edition) -> Iterator[str]:
    """Say what is wrong with the register and the hand-made errata beside an edition."""
    chart = edition.conventions
    try:
        register = edition.register
    except DataError as error:
        yield str(error)
    else:
        named = [(entry.country.name, entry.instrument.id) for entry in register]
        if named != [(cell.country.name, cell.instrument.id) for cell in chart.cells]:
            yield f"{FILE} has not one entry for each cell, in the order of the chart"
        for entry in register:
            for problem in entry_problems(entry):
                yield f"{FILE}: {entry.country}, {entry.instrument}: {problem}"
    for erratum in read_handmade_errata(edition.year):
        try:
            locate(erratum, edition)
        except DataError as error:
            yield f"{edition.year}/errata.json: {error}"


def entry_problems(entry: RegisterEntry) -> Iterator[str]:
    """Say what is wrong with a register entry; what no entry may be, its class says."""
    for action in entry.actions:
        if action.stated_by and action.stated_by not in entry.sources[1:]:
            yield f"who states the entry into force of the {action} is one of its other sources"
    kinds = [action.kind for action in entry.actions]
    if ActionKind.SIGNATURE in kinds and kinds.index(ActionKind.SIGNATURE) > 0:
        yield "a signature comes first"
