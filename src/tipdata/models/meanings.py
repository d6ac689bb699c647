"""What the fields of a class mean: what its docstring and those of its properties say."""

import re
from ast import get_docstring, parse
from collections.abc import Callable, Mapping
from functools import cache
from inspect import cleandoc, getsource
from textwrap import dedent
from types import MappingProxyType
from typing import Any, get_args, get_type_hints

from attrs import has

Documented = type | Callable[..., Any]

# An entry of the section that Google's style calls `Attributes`: a name, and lines set in.
ENTRY = re.compile(r"^ {4}(\w+): (.*(?:\n {5,}.*)*)", re.MULTILINE)


@cache  # as many as there are classes
def meanings(cls: type) -> Mapping[str, str]:
    """Return what each field and property of a class means, by its name.

    Raises:
        RuntimeError: If this Python has neither the docstrings nor the source.

    Example:
        >>> from tipdata.models.glossary import Term
        >>> meanings(Term)["meaning"]
        'What it stands for.'
    """
    texts: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        if base.__module__.startswith("tipdata."):
            _, _, attributes = docstring(base).partition("\nAttributes:\n")
            texts |= dict(ENTRY.findall(attributes.partition("\n\n")[0]))
            texts |= {name: _paragraph(member.fget) for name, member in _properties(base)}
    return MappingProxyType({name: " ".join(text.split()) for name, text in texts.items()})


@cache  # as many as there are columns
def meaning(cls: type, path: str) -> str:
    """Return the meaning of the field that a path leads to, such as `"delay.months"`.

    Raises:
        KeyError: If there is no such field, or none that is explained.
        RuntimeError: If this Python has neither the docstrings nor the source.
    """
    *steps, name = path.split(".")
    for step in steps:
        cls = _class_in(get_type_hints(cls)[step])
    return meanings(cls)[name]


def summary(cls: type) -> str:
    """Return what a class is: the first paragraph of its docstring, on one line.

    Raises:
        RuntimeError: If this Python has neither the docstring nor the source.
    """
    return " ".join(_paragraph(cls).split())


def with_null(text: str) -> str:
    """Return a meaning in the words of tables and JSON, where null stands for None.

    Example:
        >>> with_null("The abbreviation; None for a body that has none.")
        'The abbreviation; null for a body that has none.'
    """
    return re.sub(r"\bNone\b", "null", text)


def docstring(documented: Documented) -> str:
    """Return the docstring of a class or a function.

    `python -OO` strips docstrings; then the source has them.

    Raises:
        RuntimeError: If neither is there.
    """
    if documented.__doc__ is not None:
        return cleandoc(documented.__doc__)
    try:
        source = dedent(getsource(documented))
    except OSError as error:
        raise RuntimeError(
            f"what {documented.__qualname__} means stands in its docstring, which was stripped"
            " (python -OO), and its source is not there either"
        ) from error
    (definition,) = parse(source).body
    return get_docstring(definition) or ""  # type: ignore[arg-type]


def _paragraph(documented: Documented) -> str:
    return docstring(documented).partition("\n\n")[0]


def _properties(cls: type) -> list[tuple[str, Any]]:
    return [
        (name, member)
        for name, member in vars(cls).items()
        if isinstance(member, property) and not name.startswith("_")
    ]


def _class_in(annotation: Any) -> Any:
    """Find the class in an annotation such as `Delay | None` or `tuple[Link, ...]`."""
    return next((argument for argument in get_args(annotation) if has(argument)), annotation)
