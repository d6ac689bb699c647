"""The directives `data-dictionary` and `column-dictionary`.

The first writes a table of fields for each class that it names, the second a table of
columns for each declared table.
"""

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from tipdata.tables.registry import OF_PARTS, TABLES
from written_tables import columns, table


class DataDictionary(SphinxDirective):
    """Writes the tables at build time, so that they are what the classes are."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Return a section for each class."""
        text = "\n\n".join(table(name) for name in self.arguments[0].split())
        return self.parse_text_to_nodes(text, allow_section_headings=True)


class ColumnDictionary(SphinxDirective):
    """Writes what is declared of every table."""

    def run(self) -> list[nodes.Node]:
        """Return a section for each table."""
        text = "\n\n".join(columns(schema) for schema in (*TABLES.values(), *OF_PARTS))
        return self.parse_text_to_nodes(text, allow_section_headings=True)


def setup(app):
    """Register the directives."""
    app.add_directive("data-dictionary", DataDictionary)
    app.add_directive("column-dictionary", ColumnDictionary)
    return {"parallel_read_safe": True}
