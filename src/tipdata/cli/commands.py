"""The commands, each a few words around the functions of the library."""

import re
import sys
from argparse import Namespace
from inspect import signature
from typing import Any

import tipdata
from tipdata.cli.output import in_blocks, room, say, show, show_lines, show_table, wants_data

# What may be asked of a picture; each takes some of them.
PLOT_OPTIONS = ("country", "instrument", "on", "start", "end", "basis", "theme")


def ratifications(asked: Namespace) -> int:
    """List ratifications."""
    found = tipdata.ratifications(
        country=asked.country, instrument=asked.instrument, year=asked.year
    )
    return show(found, asked)


def status(asked: Namespace) -> int:
    """Say whether an instrument binds a country on a day."""
    found = tipdata.status(asked.country, asked.instrument, on=asked.on, basis=asked.basis)
    if wants_data(asked):
        return show(tipdata.Records([found]), asked)
    say(found.explanation)
    say(f"State: {found.state.value}")
    if not found.certain:
        say(f"Possible: {', '.join(sorted(state.value for state in found.possible))}")
    return 0


def chart(asked: Namespace) -> int:
    """Show the chart as a matrix."""
    found = tipdata.chart()
    if wants_data(asked):
        return show(found.cells, asked)
    from tipdata.tables.matrix import caption, matrix, notes

    say(caption(tipdata.edition().conventions))
    heads, rows = matrix(tipdata.edition().conventions, found.contested)
    show_lines(in_blocks(heads, rows, room()))
    for note in notes(found.contested):
        say(note)
    return 0


def organizations(asked: Namespace) -> int:
    """List organizations, or show one with what belongs to it."""
    if not asked.name:
        return show(tipdata.organizations(), asked)
    found = tipdata.organization(" ".join(asked.name))
    if wants_data(asked):
        return show(tipdata.Records([found]), asked)
    say(", ".join(found.keys))
    if found.parent:
        say(f"Listed under: {found.parent}")
    for records in (
        tipdata.framework_documents(organization=found),
        tipdata.focal_points(organization=found),
        tipdata.links(organization=found).where(record=found),
    ):
        print()
        show_table(records)
    return 0


def expand(asked: Namespace) -> int:
    """Say what an abbreviation means."""
    found = tipdata.expand(" ".join(asked.abbreviation))
    if wants_data(asked):
        return show(tipdata.Records([found]), asked)
    say(found.meaning)
    return 0


def search(asked: Namespace) -> int:
    """Find records by their words, best first."""
    return show(tipdata.search(" ".join(asked.text)), asked)


def errata(asked: Namespace) -> int:
    """List the errata."""
    return show(tipdata.errata(), asked)


def source(asked: Namespace) -> int:
    """Quote the characters that say a record, under a line that says where they stand."""
    for place, record in enumerate(_called(asked)):
        said = tipdata.source(record)
        if place:
            print()
        print(f"{_kind(record)}, {said.section}, line {said.line}, column {said.column}")
        print(said)
    return 0


def cite(asked: Namespace) -> int:
    """Cite records; those of several as one list."""
    records = _called(asked)
    if asked.register:
        records = [_entry(record) for record in records]
    citations = [tipdata.cite(record, style=asked.style) for record in records]
    if asked.style == "csl-json":
        import json

        items = [item for citation in citations for item in json.loads(citation)]
        print(json.dumps(items, ensure_ascii=False, indent=2))
    else:
        print("\n\n".join(citations))
    return 0


def export(asked: Namespace) -> int:
    """Write everything in an exchange format; on a terminal, name each file as it is made."""
    from tipdata.export import export as export_all

    progress = _report if sys.stderr.isatty() else None
    try:
        export_all(asked.format, asked.directory, force=asked.force, progress=progress)
    except tipdata.ExportError as error:
        said = re.sub(r"`force`(?= replaces its files\Z)", "--force", str(error))
        raise tipdata.ExportError(said) from error
    return 0


def plot(asked: Namespace) -> int:
    """Save a picture."""
    from tipdata import charts

    name = asked.name.replace("-", "_")
    if name not in charts.PLOTS:
        names = ", ".join(known.replace("_", "-") for known in charts.PLOTS)
        raise tipdata.ChoiceError(f"no picture {asked.name!r}; there are {names}")
    takes = signature(charts.PLOTS[name]).parameters
    given = {
        option: value for option in PLOT_OPTIONS if (value := getattr(asked, option)) is not None
    }
    for option in given:
        if option not in takes:
            raise tipdata.ChoiceError(f"the picture {asked.name} takes no --{option}")
    for option, parameter in takes.items():
        if parameter.default is parameter.empty and option not in given:
            raise tipdata.ChoiceError(f"the picture {asked.name} needs --{option}")
    charts.save(charts.PLOTS[name](**given), asked.file)
    return 0


def verify(asked: Namespace) -> int:
    """Check the packaged data, and say what was checked."""
    from tipdata.read.verify import verify as verify_all

    checks = list(verify_all())
    for check in checks:
        print(f"{'FAILED' if check.problems else 'ok'}  {check.folder}: {check.said}")
        for problem in check.problems:
            print(f"        {problem}")
    return 1 if any(check.problems for check in checks) else 0


def _called(asked: Namespace) -> list[Any]:
    from tipdata.cli.finding import records_called

    return records_called(asked.key, asked.section, tipdata.edition())


def _entry(record: Any) -> "tipdata.RegisterEntry":
    if not isinstance(record, tipdata.Cell):
        raise tipdata.NotFoundError(f"the register is of cells of the chart, not of {record}")
    found = tipdata.register().where(country=record.country, instrument=record.instrument)
    return found.one()


def _kind(record: Any) -> str:
    from tipdata.tables.declared import called

    return "section" if isinstance(record, tipdata.Section) else called(type(record))


def _report(path: str) -> None:
    print(path, file=sys.stderr)
