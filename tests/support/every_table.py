"""Every table that a query gives, and rows that the packaged report has none of."""

from datetime import date
from functools import cache

from attrs import evolve

import tipdata
from questions import FUNCTIONS, questions
from sampling import some
from tipdata import (
    ActionKind,
    Consent,
    DateBounds,
    Link,
    Origin,
    PartialDate,
    Records,
    TreatyAction,
)

NASTY = (
    "=cmd|'/c calc'!A0",
    "-1",
    "+1",
    "@x",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "\0=1",
    "\u200b=1",
    "＝1",
    "﹣1",
    "⁺1",
    'a "b", c\nd',
)
WITHDRAWN = (
    TreatyAction(ActionKind.SIGNATURE, PartialDate(2000, 12, 12)),
    TreatyAction(ActionKind.ACCESSION, PartialDate(2004), PartialDate(2005, 1, 28)),
    TreatyAction(ActionKind.DENUNCIATION, PartialDate(2018, 2), effect=PartialDate(2019, 2)),
)
DAYS = (
    DateBounds(date(1, 1, 1), date(9999, 12, 31), Origin.DERIVED, "art. 1"),
    DateBounds(date(2018, 2, 28), None, Origin.PRINTED),
)


@cache
def answers():
    """Give the tables that functions find when they are asked their questions."""
    found = {name: ask(**questions()[name]) for name, ask in FUNCTIONS.items()}
    return {name: table for name, table in found.items() if isinstance(table, Records)}


@cache
def whole():
    """Give the same without a filter, and the tables that are no function's answer."""
    return {
        "cells": tipdata.chart().cells,
        "every document": tipdata.framework_documents(),
        "every focal point": tipdata.focal_points(),
        "every link": tipdata.links(),
        "every credit": tipdata.photo_credits(),
        "every ratification": tipdata.ratifications(),
        "every count": tipdata.status_counts(start=1930, end=2020),
        "every entry": tipdata.entries_into_force("2018", basis="register"),
        "paragraphs": Records(tipdata.closing_note().paragraphs),
        "many kinds": tipdata.search("protocol"),
        "of the United Nations": tipdata.organizations().where(parent="UN"),
        "statuses": Records(
            status
            for basis in ("printed", "register")
            for country in tipdata.countries()
            for status in tipdata.country_status(country, on="2018", basis=basis)
        ),
    }


@cache
def odd():
    """Give what no packaged record has: marks, blanks, denunciations, texts that hurt."""
    brazil, c189 = tipdata.country("BR"), tipdata.instrument("C189")
    return {
        "countries without codes": Records(
            [evolve(brazil, name="European Union", alpha_2=None, alpha_3=None, numeric=None)]
        ),
        "instruments without a rule": Records(
            [
                evolve(
                    c189,
                    delay=None,
                    denunciation=None,
                    entry_into_force=None,
                    aliases=(),
                    sources=(),
                )
            ]
        ),
        "a mark": Records(
            [
                evolve(
                    tipdata.chart()["BR", "C189"],
                    consent_form=Consent.ACCESSION,
                    entry_into_force=None,
                )
            ]
        ),
        "a cell with a mark": Records(
            [
                evolve(
                    cell, ratification=evolve(cell.ratification, consent_form=Consent.ACCEPTANCE)
                )
                for cell in tipdata.chart().cells[:1]
            ]
        ),
        "statuses of all sorts": Records(
            evolve(
                status,
                bounds=evolve(
                    status.bounds, consent=days, entry_into_force=days, denunciation_effect=days
                ),
            )
            for status in tipdata.country_status("DK")
            for days in DAYS
        ),
        "a status that nothing ends": Records(
            [
                evolve(status, bounds=evolve(status.bounds, denunciation_effect=None))
                for status in tipdata.country_status("Fiji", on="2018")
            ]
        ),
        "entries of all sorts": Records(
            evolve(tipdata.entries_into_force("2018-06")[0], entry_into_force=days)
            for days in DAYS
        ),
        "first and last days": Records(
            [
                evolve(tipdata.notes()[0], date=PartialDate(1, 1, 1)),
                evolve(tipdata.notes()[0], date=PartialDate(9999)),
            ]
        ),
        "a denunciation": Records(
            [evolve(tipdata.register()[0], actions=WITHDRAWN, note="n", finding=None)]
        ),
        "links of a note": Records(
            [evolve(tipdata.notes()[0], links=(Link("http://a.b|c\\", "a.b", None, "r"),) * 2)]
        ),
        "nasty texts": Records(
            tipdata.Term(text, f"{text} ", tuple(NASTY[:place]))
            for place, text in enumerate(("", *NASTY, "|", "\\", "Désirée — 🙂", "'"))
        ),
        "two of a name": Records(
            [
                evolve(tipdata.chart()["BR", "C189"], country=evolve(brazil, alpha_2=code))
                for code in ("BR", "XX", "YY", "BR")
            ]
        ),
    }


def tables():
    """Give all of these, each with its name."""
    return {**answers(), **whole(), **odd()}


def empty():
    """Give a table without rows of each kind."""
    return {table.schema.name: table[:0] for table in tables().values()}


def every():
    """Give the tables with rows, or some of their rows, and those without."""
    found = {name: Records(some(table, 40), table.kind) for name, table in tables().items()}
    return {**found, **{f"no {name}": table for name, table in empty().items()}}
