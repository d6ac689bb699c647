"""The words that the command understands. Nothing of the report is read for them."""

import argparse
import re
import sys
from collections.abc import Callable
from typing import Any, NoReturn

from tipdata.cli import commands

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
KEY = (
    "a country and an instrument, for the cell of the chart; or what a record is called: a"
    " country, instrument, organization, term, person, document, section, or chart"
)
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
  matrix                  [--on] [--basis]
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
        asked, unknown = super().parse_known_args(*args, **options)
        if unknown:
            self.error(f"unrecognized arguments: {' '.join(unknown)}")
        return asked, unknown

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
        from importlib.metadata import version

        sys.stdout.write(f"tipdata {version('tipdata')}\n")
        parser.exit()


def parser() -> Parser:
    """Make the parser of the command."""
    made = Parser(
        prog="tipdata",
        description="The back matter of the 2018 Trafficking in Persons Report.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    made.add_argument("--version", action=Version, nargs=0, help="print the version and exit")
    add = _adder(made.add_subparsers(metavar="COMMAND", required=True))

    one = add("ratifications", commands.ratifications, "list ratifications", table=True)
    one.add_argument("--country", type=country_key, help=COUNTRY)
    one.add_argument("--instrument", help=INSTRUMENT)
    one.add_argument("--year", type=int, help="the year that is printed")

    one = add("status", commands.status, "say whether an instrument binds a country", table=True)
    one.add_argument("country", metavar="COUNTRY", type=country_key, help=COUNTRY)
    one.add_argument("instrument", metavar="INSTRUMENT", help=INSTRUMENT)
    one.add_argument(
        "--on", metavar="DAY", help="2018-06-14, 2018-06, 2018; by default 2018-03-31"
    )
    one.add_argument(
        "--basis", default="printed", help="printed (the default), or register: cited sources too"
    )

    add("chart", commands.chart, "show the chart of conventions", table=True)

    one = add(
        "organizations", commands.organizations, "list organizations, or show one", table=True
    )
    one.add_argument("name", metavar="NAME", nargs="*", help="one, with its documents and links")

    one = add("expand", commands.expand, "say what an abbreviation means", table=True)
    one.add_argument("abbreviation", metavar="ABBREVIATION", nargs="+", help="such as ILO")

    one = add("search", commands.search, "find records by their words", table=True)
    one.add_argument("text", metavar="TEXT", nargs="+", help="words, all of which must occur")

    add("errata", commands.errata, "list what other evidence contradicts or qualifies", table=True)

    one = add("source", commands.source, "quote the words that say a record, with their place")
    _add_keys(one)

    one = add("cite", commands.cite, "cite a record")
    _add_keys(one)
    one.add_argument("--style", default="text", help="text (the default), bibtex or csl-json")
    one.add_argument(
        "--register", action="store_true", help="what the register says of a cell, and its source"
    )

    one = add("export", commands.export, "write everything in an exchange format", FORMATS)
    one.add_argument("format", metavar="FORMAT", help="one of those below")
    one.add_argument("directory", metavar="DIR", help="where to write; made if it is missing")
    one.add_argument("--force", action="store_true", help="write to a directory that is not empty")

    one = add("plot", commands.plot, "save a picture", PICTURES)
    one.add_argument("name", metavar="NAME", help="one of those below")
    one.add_argument("file", metavar="FILE", help="its ending says the format: .svg, .png, .html")
    one.add_argument("--country", type=country_key, help=COUNTRY)
    one.add_argument("--instrument", help=INSTRUMENT)
    one.add_argument("--on", metavar="DAY", help="the day, such as 2018-06-14")
    one.add_argument("--start", metavar="DAY", help="the first day, or the first year")
    one.add_argument("--end", metavar="DAY", help="the last day, or the last year")
    one.add_argument("--basis", help="printed (the default), or register")
    one.add_argument("--theme", help="light (the default), or dark")

    add("verify", commands.verify, "check that the packaged data are whole")
    return made


def country_key(text: str) -> str | int:
    """Read a key of a country: three digits or fewer are a numeric code."""
    return int(text) if re.fullmatch("[0-9]{1,3}", text) else text


def _adder(commands_of: "argparse._SubParsersAction[Parser]") -> Callable[..., Parser]:
    """Give a function that adds a command."""

    def add(
        name: str,
        run: Callable[[Any], int],
        description: str,
        epilog: str | None = None,
        *,
        table: bool = False,
    ) -> Parser:
        made = commands_of.add_parser(
            name,
            help=description,
            description=f"{description.capitalize()}.",
            epilog=epilog,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        made.set_defaults(run=run)
        if table:
            form = made.add_mutually_exclusive_group()
            form.add_argument("--json", action="store_true", help="print the whole table as JSON")
            form.add_argument("--csv", action="store_true", help="print the whole table as CSV")
        return made

    return add


def _add_keys(made: Parser) -> None:
    made.add_argument("key", metavar="KEY", nargs="+", help=KEY)
    made.add_argument("--section", help="only records of this section, such as glossary")
