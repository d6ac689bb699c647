"""Reads the glossary."""

import re

from tipdata.models.glossary import Glossary, Term
from tipdata.read.markup import plain
from tipdata.read.scanner import Scanner


def read(scanner: Scanner) -> Glossary:
    """Read the section: a term a line, and the rule below them."""
    title = scanner.heading(2, "GLOSSARY OF ABBREVIATIONS")
    terms = []
    while scanner.sees(r"[^\n]"):
        line = scanner.take(r"[^\t\n]+\t[^\t\n]+", "a term, a tab, its meaning")
        abbreviation, meaning = (plain(part) for part in line.text.split("\t"))
        terms.append(Term(abbreviation, meaning, _names(abbreviation), spans=(line.span,)))
        scanner.mark("separator", "\n")
    scanner.mark("blank lines", "\n")
    scanner.mark("rule", "---")
    scanner.mark("blank lines", "\n\n")
    return Glossary(
        title=title,
        terms=tuple(terms),
        spans=(scanner.passed,),
        structure=scanner.structure,
    )


def _names(abbreviation: str) -> tuple[str, ...]:
    """Take "2000 UN TIP PROTOCOL (PALERMO PROTOCOL)" apart; it goes by either."""
    both = re.fullmatch(r"(.+) \(([^()]+)\)", abbreviation)
    return (both[1], both[2]) if both else ()
