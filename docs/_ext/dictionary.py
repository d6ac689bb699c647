"""The directive `data-dictionary`: a table of fields for each class that it names."""

import re
from inspect import cleandoc

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

import tipdata
from record_fields import rows


class DataDictionary(SphinxDirective):
    """Writes the tables at build time, so that they are what the classes are."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Give a section for each class."""
        text = "\n\n".join(table(name) for name in self.arguments[0].split())
        return self.parse_text_to_nodes(text, allow_section_headings=True)


def table(name: str) -> str:
    """Give the section of a class in Markdown."""
    cls = getattr(tipdata, name)
    says = cleandoc(cls.__doc__).partition("\n\n")[0].replace("\n", " ")
    lines = [f"### {name}", "", f"{{py:class}}`tipdata.{name}`: {says}", ""]
    lines += ["{.dictionary}", "| Field | Type | Meaning |", "|---|---|---|"]
    for field, written, meaning in rows(cls):
        lines.append(f"| `{field}` | {linked(written)} | {meaning} |")
    return "\n".join(lines)


def linked(written: str) -> str:
    """Give a type in Markdown; the names of tipdata are links."""
    public = rf"\b({'|'.join(tipdata.__all__)})\b"
    return "".join(
        f"{{py:obj}}`{part} <tipdata.{part}>`" if part in tipdata.__all__ else f"`{part}`"
        for part in re.split(public, written.replace("|", r"\|"))
        if part
    )


def setup(app):
    """Register the directive."""
    app.add_directive("data-dictionary", DataDictionary)
    return {"parallel_read_safe": True}
