"""The words that the command understands. Nothing of the report is read for them."""

import argparse
import sys
from collections.abc import Callable
from typing import Any, NoReturn

from tipdata.cli import commands
from tipdata.cli.keys import country_key

EXAMPLES = """\
examples:
  tipdata ratifications --country Denmark
  tipdata status Denmark P029 --on 2018-06-14
  tipdata source Denmark P029
  tipdata cite Denmark P029 --style bibtex
  tipdata chart --csv > chart.csv

exit status: 0 done, 1 nothing found, not verified or failed, 2 wrong usage
"""
COUNTRY = "a name as printed or a code of ISO 3166-1: Denmark, DK, DNK, 208"
INSTRUMENT = 'an id, an alias or a heading: P029, C29, OPSC, "Palermo Protocol"'
AT = "of a month or a year the whole (the default), its start or its end"
KEY = (
    "a country and an instrument, for the cell of the chart; or what a record is called: a"
    " country, instrument, organization, term, person, document, section, or chart"
)
DEBUG = "show where an error comes from, as a traceback"
FORMATS = """\
formats:
  data-package          Data Package v2: datapackage.json and CSV
  data-package-parquet  Data Package v2: datapackage.json and Parquet
  csvw                  CSV on the Web: csv-metadata.json and CSV
  json                  JSON of every record, with its JSON Schema (2020-12)
  skos                  the glossary as SKOS, in Turtle
  sqlite                an SQLite database: typed and keyed tables, and views
"""
PICTURES = """\
pictures, and what they take besides --theme:
  matrix                  [--on] [--at] [--basis]
  timeline                --country [--basis]
  ratifications-per-year
  bound-over-time         --start --end [--instrument] [--basis]
  peacekeeping-figures
"""


class UsageError(Exception):
    """The command can't be read as it is written."""


class Parser(argparse.ArgumentParser):
    """A parser that raises its errors; that of a command points to the help of the command."""

    def parse_known_args(self, *args: Any, **options: Any) -> Any:
        """Parse arguments, all of which must be known."""
        namespace, unknown = super().parse_known_args(*args, **options)
        # argparse lets the parser of a command pass what it doesn't know to the one above, whose
        # error would then point to the wrong help.
        if unknown:
            self.error(f"unrecognized arguments: {' '.join(unknown)}")
        return namespace, unknown

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the usage."""
        raise UsageError(f"{message}; see {self.prog} --help")

    def print_help(self, file: Any = None) -> None:
        """Print the help; argparse itself would hide that it can't be written."""
        (file or sys.stdout).write(self.format_help())


class Version(argparse.Action):
    """Prints the version, which is only looked up when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        """Print it, and exit."""
        from tipdata.version import __version__

        sys.stdout.write(f"tipdata {__version__}\n")
        parser.exit()


def parser() -> Parser:
    """Return the parser of the command."""
    root = Parser(
        prog="tipdata",
        description="The back matter of the 2018 Trafficking in Persons Report.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    root.add_argument("--version", action=Version, nargs=0, help="print the version and exit")
    root.add_argument("--debug", action="store_true", help=DEBUG)
    add = _adder(root)

    command = add("ratifications", commands.ratifications, "list ratifications", table=True)
    command.add_argument("--country", type=country_key, help=COUNTRY)
    command.add_argument("--instrument", help=INSTRUMENT)
    command.add_argument("--year", type=int, help="the year that is printed")

    command = add(
        "status", commands.status, "say whether an instrument binds a country", table=True
    )
    command.add_argument("country", metavar="COUNTRY", type=country_key, help=COUNTRY)
    command.add_argument("instrument", metavar="INSTRUMENT", help=INSTRUMENT)
    command.add_argument(
        "--on", metavar="DAY", help="2018-06-14, 2018-06, 2018; by default 2018-03-31"
    )
    command.add_argument("--at", default="whole", help=AT)
    command.add_argument(
        "--basis", default="printed", help="printed (the default), or register: cited sources too"
    )

    add("chart", commands.chart, "show the chart of conventions", table=True)

    command = add(
        "organizations", commands.organizations, "list organizations, or show one", table=True
    )
    command.add_argument(
        "name", metavar="NAME", nargs="*", help="one, with its documents and links"
    )

    command = add("expand", commands.expand, "say what an abbreviation means", table=True)
    command.add_argument("abbreviation", metavar="ABBREVIATION", nargs="+", help="such as ILO")

    command = add("search", commands.search, "find records by their words", table=True)
    command.add_argument("text", metavar="TEXT", nargs="+", help="words, all of which must occur")

    add("errata", commands.errata, "list what other evidence contradicts or qualifies", table=True)

    command = add("source", commands.source, "quote the words that say a record, with their place")
    _add_keys(command)

    command = add("cite", commands.cite, "cite a record")
    _add_keys(command)
    command.add_argument("--style", default="text", help="text (the default), bibtex or csl-json")
    command.add_argument(
        "--register", action="store_true", help="what the register says of a cell, and its source"
    )

    command = add("export", commands.export, "write everything in an exchange format", FORMATS)
    command.add_argument("format", metavar="FORMAT", help="one of those below")
    command.add_argument("directory", metavar="DIR", help="where to write; made if it is missing")
    command.add_argument(
        "--force", action="store_true", help="write to a directory that is not empty"
    )

    command = add("plot", commands.plot, "save a picture", PICTURES)
    command.add_argument("name", metavar="NAME", help="one of those below")
    command.add_argument(
        "file", metavar="FILE", help="its ending says the format: .svg, .png, .html"
    )
    command.add_argument("--country", type=country_key, help=COUNTRY)
    command.add_argument("--instrument", help=INSTRUMENT)
    command.add_argument("--on", metavar="DAY", help="the day, such as 2018-06-14")
    command.add_argument("--at", help=AT)
    command.add_argument("--start", metavar="DAY", help="the first day, or the first year")
    command.add_argument("--end", metavar="DAY", help="the last day, or the last year")
    command.add_argument("--basis", help="printed (the default), or register")
    command.add_argument("--theme", help="light (the default), or dark")

    add("verify", commands.verify, "check that the packaged data are whole")
    return root


def _adder(root: Parser) -> Callable[..., Parser]:
    """Return a function that adds a command."""
    subparsers = root.add_subparsers(metavar="COMMAND", required=True)

    def add(
        name: str,
        run: Callable[[Any], int],
        description: str,
        epilog: str | None = None,
        *,
        table: bool = False,
    ) -> Parser:
        command = subparsers.add_parser(
            name,
            help=description,
            description=f"{description.capitalize()}.",
            epilog=epilog,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        command.set_defaults(run=run)
        # Without a default here: argparse would set it over what stands before the command.
        command.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help=DEBUG)
        if table:
            form = command.add_mutually_exclusive_group()
            form.add_argument("--json", action="store_true", help="print the whole table as JSON")
            form.add_argument("--csv", action="store_true", help="print the whole table as CSV")
        return command

    return add


def _add_keys(command: Parser) -> None:
    command.add_argument("key", metavar="KEY", nargs="+", help=KEY)
    command.add_argument("--section", help="only records of this section, such as glossary")
