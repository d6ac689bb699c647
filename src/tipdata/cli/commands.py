"""The commands, each a few words around the functions of the library."""

import sys
from argparse import Namespace
from inspect import signature
from typing import Any

import tipdata
from tipdata.cli.output import say, show, show_lines, show_table, terminal_width, wants_data
from tipdata.tables.text_table import in_blocks

# Of all pictures together; each takes some of them.
PLOT_OPTIONS = ("country", "instrument", "on", "at", "start", "end", "basis", "theme")


def ratifications(options: Namespace) -> int:
    """List ratifications."""
    records = tipdata.ratifications(
        country=options.country, instrument=options.instrument, year=options.year
    )
    return show(records, options)


def status(options: Namespace) -> int:
    """Say whether an instrument binds a country on a day."""
    record = tipdata.status(
        options.country,
        options.instrument,
        on=options.on,
        at=options.at,
        basis=options.basis,
    )
    if wants_data(options):
        return show(tipdata.Records([record]), options)
    say(record.explanation)
    say(f"State: {record.state.value}")
    if not record.certain:
        say(f"Possible: {', '.join(sorted(state.value for state in record.possible))}")
    return 0


def chart(options: Namespace) -> int:
    """Show the chart as a matrix."""
    chart = tipdata.chart()
    if wants_data(options):
        return show(chart.cells, options)
    from tipdata.tables.matrix import caption, matrix, notes

    section = tipdata.edition().conventions
    say(caption(section))
    heads, rows = matrix(section, chart.contested)
    show_lines(in_blocks(heads, rows, terminal_width()))
    for note in notes(chart.contested):
        say(note)
    return 0


def organizations(options: Namespace) -> int:
    """List organizations, or show one with what belongs to it."""
    if not options.name:
        return show(tipdata.organizations(), options)
    organization = tipdata.organization(" ".join(options.name))
    if wants_data(options):
        return show(tipdata.Records([organization]), options)
    say(", ".join(organization.keys))
    if organization.parent:
        say(f"Listed under: {organization.parent}")
    for records in (
        tipdata.framework_documents(organization=organization),
        tipdata.focal_points(organization=organization),
        # Its own links only: those of its documents stand in the table of documents.
        tipdata.links(organization=organization).where(record=organization),
    ):
        print()
        show_table(records)
    return 0


def expand(options: Namespace) -> int:
    """Say what an abbreviation means."""
    term = tipdata.expand(" ".join(options.abbreviation))
    if wants_data(options):
        return show(tipdata.Records([term]), options)
    say(term.meaning)
    return 0


def search(options: Namespace) -> int:
    """Find records by their words, best first."""
    return show(tipdata.search(" ".join(options.text)), options)


def errata(options: Namespace) -> int:
    """List the errata."""
    return show(tipdata.errata(), options)


def source(options: Namespace) -> int:
    """Quote the characters that say a record, under a line that says where they stand."""
    for number, record in enumerate(_called(options)):
        text = tipdata.source(record)
        if number:
            print()
        print(f"{_kind(record)}, {text.section}, line {text.line}, column {text.column}")
        print(text)
    return 0


def cite(options: Namespace) -> int:
    """Cite records; those of several as one list."""
    records = _called(options)
    if options.register:
        records = [_entry(record) for record in records]
    citations = [tipdata.cite(record, style=options.style) for record in records]
    if options.style == "csl-json":
        import json

        # Each citation is an array of its own; several make one array, which processors read.
        items = [item for citation in citations for item in json.loads(citation)]
        print(json.dumps(items, ensure_ascii=False, indent=2))
    else:
        print("\n\n".join(citations))
    return 0


def export(options: Namespace) -> int:
    """Write everything in an exchange format; on a terminal, name each file as it is made."""
    from tipdata.export import export as export_all

    # Who sends stderr to a file wants to find errors in it, and nothing else.
    progress = _report if sys.stderr.isatty() else None
    export_all(options.format, options.directory, force=options.force, progress=progress)
    return 0


def plot(options: Namespace) -> int:
    """Save a picture."""
    from tipdata import charts

    name = options.name.replace("-", "_")
    if name not in charts.PLOTS:
        names = ", ".join(known.replace("_", "-") for known in charts.PLOTS)
        raise tipdata.ChoiceError(f"no picture {options.name!r}; there are {names}")
    # The function itself says which options its picture takes, and which it needs.
    parameters = signature(charts.PLOTS[name]).parameters
    values = {option: getattr(options, option) for option in PLOT_OPTIONS}
    arguments = {option: value for option, value in values.items() if value is not None}
    for option in arguments:
        if option not in parameters:
            raise tipdata.ChoiceError(f"the picture {options.name} takes no --{option}")
    for option, parameter in parameters.items():
        if parameter.default is parameter.empty and option not in arguments:
            raise tipdata.ChoiceError(f"the picture {options.name} needs --{option}")
    charts.save(charts.PLOTS[name](**arguments), options.file)
    return 0


def verify(options: Namespace) -> int:
    """Check the packaged data, and say what was checked."""
    from tipdata.read.verify import verify as verify_all

    checks = list(verify_all())
    for check in checks:
        print(f"{'FAILED' if check.problems else 'ok'}  {check.folder}: {check.said}")
        for problem in check.problems:
            print(f"        {problem}")
    return 1 if any(check.problems for check in checks) else 0


def _called(options: Namespace) -> list[Any]:
    # Imported late: most commands look up nothing, and start sooner without it.
    from tipdata.cli.lookup import records_called

    return records_called(options.key, options.section, tipdata.edition())


def _entry(record: Any) -> "tipdata.RegisterEntry":
    if not isinstance(record, tipdata.Cell):
        raise tipdata.NotFoundError(f"the register is of cells of the chart, not of {record}")
    entries = tipdata.register().where(country=record.country, instrument=record.instrument)
    return entries.one()


def _kind(record: Any) -> str:
    from tipdata.tables.registry import called

    return "section" if isinstance(record, tipdata.Section) else called(type(record))


def _report(path: str) -> None:
    print(path, file=sys.stderr)
