"""The glossary as a SKOS concept scheme, in Turtle."""

from collections.abc import Iterator
from urllib.parse import quote

from tipdata.export.about import LICENCES, About
from tipdata.export.files import File
from tipdata.export.sheets import check_keys
from tipdata.load.edition import Edition
from tipdata.models.glossary import Term
from tipdata.models.provenance import locate
from tipdata.queries.glossary import glossary
from tipdata.queries.lookup import edition_or_default

PREFIXES = """\
@prefix dct: <http://purl.org/dc/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
# What a quoted literal may not hold as it is (Turtle 1.1, 2.5.1 and 6.4).
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def skos(*, edition: Edition | None = None) -> Iterator[tuple[str, bytes]]:
    r"""Return the glossary as SKOS: a concept scheme, and a concept for each term.

    A concept's preferred label is what the abbreviation stands for; the abbreviation is its
    notation and one of its other labels. The glossary defines nothing, so neither does it.

    Args:
        edition: The edition to export; by default that of 2018.

    Raises:
        TypeError: If `edition` is no `Edition`.

    Example:
        >>> from tipdata import export
        >>> print(dict(export.skos())["glossary.ttl"].decode().split("\n\n")[2])
        <urn:x-tipdata:2018:glossary#ASEAN> a skos:Concept ;
            skos:inScheme <urn:x-tipdata:2018:glossary> ;
            skos:topConceptOf <urn:x-tipdata:2018:glossary> ;
            skos:prefLabel "Association of Southeast Asian Nations"@en ;
            skos:altLabel "ASEAN"@en ;
            skos:notation "ASEAN" ;
            dct:source "2018 Trafficking in Persons Report, glossary, line 68" .
    """
    return _files(About(edition_or_default(edition)))


def _files(about: About) -> Iterator[File]:
    check_keys(glossary(edition=about.edition))
    scheme = f"{about.iri}:glossary"
    blocks = [_scheme(about, scheme)]
    blocks += [_concept(term, about, scheme) for term in about.edition.glossary.terms]
    yield "glossary.ttl", "\n".join((PREFIXES, *blocks)).encode()


def _scheme(about: About, scheme: str) -> str:
    return _block(
        f"<{scheme}> a skos:ConceptScheme",
        ("dct:title", _text(f"Glossary of the {about.source}", "en")),
        ("dct:creator", _text(about.creator)),
        ("dct:source", _text(f"{about.source}, {about.publisher}, {about.source_version}")),
        *(("dct:rights", _text(licence.title, "en")) for licence in LICENCES),
        ("owl:versionInfo", _text(about.version)),
        *(
            ("skos:hasTopConcept", f"<{_iri(term, scheme)}>")
            for term in about.edition.glossary.terms
        ),
    )


def _concept(term: Term, about: About, scheme: str) -> str:
    line = locate(about.edition.text, "glossary", term.spans).line
    return _block(
        f"<{_iri(term, scheme)}> a skos:Concept",
        ("skos:inScheme", f"<{scheme}>"),
        ("skos:topConceptOf", f"<{scheme}>"),
        ("skos:prefLabel", _text(term.meaning, "en")),
        *(("skos:altLabel", _text(name, "en")) for name in term.keys if name != term.meaning),
        # A notation is no word of a language (SKOS Reference, 6.1).
        ("skos:notation", _text(term.abbreviation)),
        ("dct:source", _text(f"{about.source}, glossary, line {line}")),
    )


def _block(first: str, *statements: tuple[str, str]) -> str:
    """Write what is said of one thing."""
    return " ;\n    ".join((first, *map(" ".join, statements))) + " .\n"


def _iri(term: Term, scheme: str) -> str:
    # An abbreviation may have spaces and slashes, which a fragment may not or does not mean.
    return f"{scheme}#{quote(term.abbreviation, safe='')}"


def _text(text: str, language: str = "") -> str:
    """Write a text in quotation marks, with its language if it has one."""
    quoted = "".join(ESCAPES.get(mark, mark) for mark in text)
    return f'"{quoted}"' + (f"@{language}" if language else "")
