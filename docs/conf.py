"""How Sphinx builds the documentation: `sphinx-build -W -n -b html docs docs/_build`."""

import re
import sys
from pathlib import Path
from pydoc import locate

from sphinx.domains.python import PyObject

import tipdata

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "tipdata"
author = copyright = "The tipdata developers"
release = version = tipdata.__version__

extensions = ["sphinx.ext.autodoc", "sphinx.ext.napoleon", "myst_parser", "dictionary"]
exclude_patterns = ["_build"]
nitpicky = True

html_theme = "furo"
html_title = f"tipdata {release}"
html_static_path = ["_static"]
html_css_files = ["tipdata.css"]
html_copy_source = False
html_show_sphinx = False

myst_enable_extensions = ["attrs_block", "deflist"]
myst_heading_anchors = 3

# In docstrings a single backtick marks code, as in Markdown.
default_role = "code"
autodoc_default_options = {"members": True, "member-order": "bysource"}
autodoc_typehints_format = "short"
napoleon_attr_annotations = True
napoleon_use_ivar = True
maximum_signature_line_length = 140
toc_object_entries_show_parents = "hide"

# Stand in signatures without a page of their own; what they mean, the docstrings say.
UNDOCUMENTED = {"F", "T", "T_co", "K", "Path", "PathLike", "Value"}


def resolve(app, env, node, contnode):
    """Link a class to where it is documented: `tipdata.Country`, not `tipdata.models...`.

    Names of Python's own library stay plain: the build needs no network.
    """
    if node.get("refdomain") != "py":
        return None
    target = node["reftarget"]
    room, _, name = target.rpartition(".")
    if room.partition(".")[0] in ("", "tipdata") and name in tipdata.__all__:
        return env.domains.python_domain.resolve_xref(
            env, node["refdoc"], app.builder, "obj", f"tipdata.{name}", node, contnode
        )
    known = target.startswith("altair.") or (
        not target.startswith("tipdata") and locate(target) is not None
    )
    return contnode if known or name in UNDOCUMENTED else None


def hide_constructor(app, what, name, obj, options, signature, returned):
    """Show a record by its attributes: users get it from a query, and make only dates."""
    hidden = what == "class" and signature and name != "tipdata.PartialDate"
    return ("", None) if hidden else None


def keep_colons(app, what, name, obj, options, lines):
    """Keep Napoleon from taking words before a colon for a type: types are annotations."""
    if what in ("attribute", "property"):
        lines[:0] = ["..", ""]  # an empty comment: only the first line would be read so
    for place, line in enumerate(lines[1:], start=1):
        if lines[place - 1].strip() == "Returns:":
            lines[place] = line.replace(": ", " – ", 1)


def shorten_types(app, what, name, obj, options, lines):
    """Show the types that Napoleon adds to attributes without their modules."""
    lines[:] = [
        re.sub(r"\b(?=tipdata\.)", "~", line) if line.startswith(":vartype") else line
        for line in lines
    ]


def setup(app):
    """Connect the handlers, one before Napoleon's own and one after; call attributes so."""
    for field in PyObject.doc_field_types:
        if field.name == "variable":
            field.label = "Attributes"
    app.connect("missing-reference", resolve)
    app.connect("autodoc-process-signature", hide_constructor)
    app.connect("autodoc-process-docstring", keep_colons, priority=400)
    app.connect("autodoc-process-docstring", shorten_types, priority=600)
