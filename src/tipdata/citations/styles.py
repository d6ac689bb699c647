"""The styles of a citation: plain text, BibTeX, CSL-JSON."""

import json
import re

from tipdata.citations.content import Citation

AUTHOR = "United States Department of State"
OFFICE = "Office to Monitor and Combat Trafficking in Persons"

# What LaTeX reads as more than the character; braces come as words, so that BibTeX,
# which counts them, finds each one closed.
SPECIAL = {
    **{char: f"\\{char}" for char in "#$%&_"},
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
}
# What LaTeX draws as one sign, or as another; between them it reads an empty group.
LIGATURES = "(?<=-)(?=-)|(?<=')(?=')|(?<=,)(?=,)|(?<=[`?!])(?=`)"


def as_text(citation: Citation) -> str:
    """Write a citation as one line of plain text."""
    report = f"{AUTHOR}, {OFFICE}: {_title(citation)}"
    if citation.beside:
        parts = [citation.statement, *citation.sources, f"Concerns: {report}, {citation.where}"]
    else:
        parts = [", ".join(part for part in (report, _note(citation)) if part)]
        parts += citation.sources
    return _sentences(*parts, _data(citation))


def as_bibtex(citation: Citation) -> str:
    """Write a citation as an entry for BibTeX or biblatex, in UTF-8."""
    fields = {
        "author": "" if citation.beside else AUTHOR,
        # By which styles sort, and make a label, where there is no author.
        "key": "tipdata" if citation.beside else "",
        "title": citation.statement if citation.beside else _title(citation),
        "institution": "" if citation.beside else OFFICE,
        "year": "" if citation.beside else str(citation.year),
        "note": _sentences(*_parts(citation), _data(citation)),
    }
    # Another pair of braces keeps a name whole and a title in its letters.
    whole = {"author", "title"}
    lines = [
        f"  {name} = {{{{{_escaped(text)}}}}},"
        if name in whole
        else f"  {name} = {{{_escaped(text)}}},"
        for name, text in fields.items()
        if text
    ]
    kind = "misc" if citation.beside else "techreport"
    return "\n".join([f"@{kind}{{{citation.key},", *lines, "}"])


def as_csl_json(citation: Citation) -> str:
    """Write a citation as CSL-JSON: an array with one item."""
    item: dict[str, object] = {
        "id": citation.key,
        "type": "document" if citation.beside else "report",
        "title": citation.statement if citation.beside else _title(citation),
    }
    if not citation.beside:
        item["author"] = [{"literal": AUTHOR}]
        item["publisher"] = OFFICE
        item["issued"] = {"date-parts": [[citation.year]]}
    if citation.section:
        item["section"] = citation.section
    if parts := _parts(citation):
        item["note"] = _sentences(*parts)
    item["source"] = citation.data
    return json.dumps([item], ensure_ascii=False, indent=2)


def _title(citation: Citation) -> str:
    return f"{citation.year} Trafficking in Persons Report"


def _data(citation: Citation) -> str:
    return f"Data: {citation.data}"


def _parts(citation: Citation) -> list[str]:
    """Return what a note has to say besides the title."""
    if citation.beside:
        report = f"Concerns: {AUTHOR}, {OFFICE}: {_title(citation)}, {citation.where}"
        return [*citation.sources, report]
    return [part for part in (_note(citation), *citation.sources) if part]


def _note(citation: Citation) -> str:
    """Return the place, and what is said there."""
    return ": ".join(part for part in (citation.where, citation.statement) if part)


def _sentences(*parts: str) -> str:
    """Join parts on one line, each as a sentence."""
    texts = (" ".join(part.split()) for part in parts)
    return " ".join(text if text.endswith((".", "!", "?")) else f"{text}." for text in texts)


def _escaped(text: str) -> str:
    # LaTeX stops at a control character, and nobody sees one in print.
    printed = "".join(char for char in " ".join(text.split()) if char.isprintable())
    escaped = "".join(SPECIAL.get(char, char) for char in printed)
    return re.sub(LIGATURES, "{}", escaped)
