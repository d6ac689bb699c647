"""Reads the chart of conventions."""

import re

from tipdata.models.conventions import (
    Cell,
    Consent,
    Conventions,
    Country,
    Instrument,
    Mark,
    Ratification,
)
from tipdata.models.record import FactSource
from tipdata.read.markup import paragraph
from tipdata.read.scanner import Piece, Scanner
from tipdata.read.supplement import Supplement

LEGEND = (
    r"The chart below shows the Ratification(?:,? (?:or )?\w+ \(\w\))*"
    r" of relevant international conventions"
    r" for those countries that have ratified, acceded to, or accepted any such conventions"
    r" between (?P<opens>\w+ (?:19|20)\d\d) and (?P<closes>\w+ (?:19|20)\d\d)\."
)
# "2017 (a) (into force 14 Jun 2018)"; no cell of 2018 prints a mark, though the legend says so.
CELL = r"(?P<date>\d{4})(?: \((?P<mark>[A-Za-z])\))?(?: \(into force (?P<force>\w+(?: \w+)*)\))?"
DASH = "—"  # an em dash, U+2014


def read(scanner: Scanner, supplement: Supplement) -> Conventions:
    """Read the section."""
    title = scanner.heading(1, "RELEVANT INTERNATIONAL CONVENTIONS")
    legend = scanner.take(r"[^\n]+", "the legend")
    window = re.match(LEGEND, legend.text)
    if window is None:
        scanner.inside(legend).fail("the chart's legend")
    printed_legend = paragraph(legend)
    if len(printed_legend.links) != 1:
        scanner.inside(legend).fail("a legend with the address of the complete list")
    marks = _marks(legend, scanner)
    scanner.mark("blank lines", "\n\n")
    instruments = _heads(scanner, supplement)
    countries: list[Country] = []
    cells: list[Cell] = []
    while scanner.sees(r"[^\n]"):
        country = _country(scanner, supplement, countries)
        countries.append(country)
        for instrument in instruments:
            scanner.mark("separator", "\t")
            cells.append(_cell(scanner, country, instrument, marks))
        scanner.mark("separator", "\n")
    scanner.mark("blank lines", "\n")
    return Conventions(
        title=title,
        legend=printed_legend,
        marks=marks,
        opens=scanner.date(window["opens"], legend),
        closes=scanner.date(window["closes"], legend),
        countries=tuple(countries),
        instruments=instruments,
        cells=tuple(cells),
        spans=(scanner.passed,),
        structure=scanner.structure,
    )


def _marks(legend: Piece, scanner: Scanner) -> tuple[Mark, ...]:
    """Read the letters of "Accession (a), or Acceptance (A)"."""
    forms = {consent.value: consent for consent in Consent}
    printed = re.findall(r"(\w+) \((\w)\)", legend.text)
    if not all(form.casefold() in forms for form, _ in printed):
        scanner.inside(legend).fail("a legend whose marks stand for forms of consent")
    return tuple(Mark(letter, forms[form.casefold()]) for form, letter in printed)


def _heads(scanner: Scanner, supplement: Supplement) -> tuple[Instrument, ...]:
    scanner.mark("column head", "Country")
    instruments: list[Instrument] = []
    while scanner.sees("\t"):
        scanner.mark("separator", "\t")
        instruments.append(_instrument(scanner, supplement, instruments))
    scanner.mark("separator", "\n")
    return tuple(instruments)


def _instrument(scanner: Scanner, supplement: Supplement, before: list[Instrument]) -> Instrument:
    head = scanner.take(r"[^\t\n]+", "the heading of a column")
    # Headings are no official titles, and misprint: "entered in to force November 9, 2016".
    supplied = supplement.instruments.get(head.text)
    if supplied is None:
        scanner.inside(head).fail("the heading of an instrument that the supplement knows")
    if supplied.id in [instrument.id for instrument in before]:
        scanner.inside(head).fail("an instrument that has no column yet")
    return Instrument(
        id=supplied.id,
        title=supplied.title,
        printed_heading=head.text,
        kind=supplied.kind,
        adopted=supplied.adopted,
        entry_into_force=supplied.entry_into_force,
        depositary=supplied.depositary,
        delay=supplied.delay,
        denunciation=supplied.denunciation,
        aliases=supplied.aliases,
        sources=tuple(FactSource(fact, source) for fact, source in supplied.sources.items()),
        spans=(head.span,),
    )


def _country(scanner: Scanner, supplement: Supplement, before: list[Country]) -> Country:
    name = scanner.take(r"[^\t\n]+", "a country")
    supplied = supplement.countries.get(name.text)
    if supplied is None:
        scanner.inside(name).fail("a country whose codes the supplement knows")
    if name.text in [country.name for country in before]:
        scanner.inside(name).fail(f"one row of {name.text}")
    return Country(
        name=name.text,
        alpha_2=supplied.alpha_2,
        alpha_3=supplied.alpha_3,
        numeric=supplied.numeric,
        sources=(FactSource("alpha_2, alpha_3, numeric", supplied.source),),
        spans=(name.span,),
    )


def _cell(
    scanner: Scanner, country: Country, instrument: Instrument, marks: tuple[Mark, ...]
) -> Cell:
    """Read a dash, or a year with a form of consent and an entry into force if printed."""
    piece = scanner.take(r"[^\t\n]+", "a cell of the chart")
    spans = (piece.span,)
    if piece.text == DASH:
        return Cell(country, instrument, piece.text, None, spans=spans)
    printed = re.fullmatch(CELL, piece.text)
    letters = {mark.letter: mark.consent_form for mark in marks}
    if printed is None or (printed["mark"] and printed["mark"] not in letters):
        scanner.inside(piece).fail('a dash, or a year as in "2017 (a) (into force 14 Jun 2018)"')
    ratification = Ratification(
        country,
        instrument,
        scanner.date(printed["date"], piece),
        scanner.date(printed["force"], piece) if printed["force"] else None,
        letters[printed["mark"]] if printed["mark"] else None,
        spans=spans,
    )
    return Cell(country, instrument, piece.text, ratification, spans=spans)
