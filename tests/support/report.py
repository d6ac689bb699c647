"""The source text, cut at its headings by hand: what the reader must agree with."""

from pathlib import Path

import tipdata

TEXT = Path(tipdata.__file__).with_name("data").joinpath("2018/source.md").read_bytes().decode()
LINES = TEXT.split("\n")


def between(first, last):
    """Give the lines from one that starts with some words to the next that starts so."""
    start = next(n for n, line in enumerate(LINES) if line.startswith(first))
    end = next((n for n, line in enumerate(LINES) if n > start and line.startswith(last)), None)
    return LINES[start:end]


CHART = [line.split("\t") for line in between("Country\t", "# STOPPING") if line]
COUNTRIES = [row[0] for row in CHART[1:]]
# What the columns of the chart are called here.
INSTRUMENTS = ["PALERMO", "CRC-OP-SC", "CRC-OP-AC", "C029", "P029", "C105", "C182", "C189"]
PEACEKEEPING = [line.split("\t") for line in between("\tUNITED", "# MULTI") if line]
ROWS = [line.split("\t") for line in LINES if line.startswith("<p>")]
GLOSSARY = [line.split("\t") for line in between("ASEAN\t", "---") if line]
CREDITS = [line for line in between("Inside Front", "## A CLOSING") if line]
CLOSING = [line for line in between("In this age", "---") if line]
STAFF = [line.split("\t") for line in between("Karen Vierling", "*Special") if line]
