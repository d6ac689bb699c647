"""Annotations can be read at run time, as documentation and dependency injection do."""

import inspect
from pathlib import Path
from typing import get_type_hints

import tipdata
from for_each import for_each
from tipdata import charts, export

FACES = (tipdata, charts, export)
PACKAGE = str(Path(tipdata.__file__).parent)


def annotated():
    """Give every public function and class, and every function, method and property of these."""
    for face in FACES:
        for name in face.__all__:
            value = getattr(face, name)
            if inspect.isfunction(value) or inspect.isclass(value):
                yield value
            if inspect.isclass(value):
                yield from methods(value)


def methods(cls):
    """Give the functions that a class of tipdata defines: public, or magic."""
    for base in cls.__mro__:
        if not base.__module__.startswith("tipdata."):
            continue
        for member in vars(base).values():
            function = function_of(member)
            if inspect.isfunction(function) and is_written(function):
                yield function


def function_of(member):
    """Give the function behind what stands in a class."""
    if isinstance(member, property):
        return member.fget
    return member.__func__ if isinstance(member, (classmethod, staticmethod)) else member


def is_written(function):
    """Tell whether a function is tipdata's own: attrs and `Enum` give classes more of them."""
    return function.__code__.co_filename.startswith(PACKAGE)


@for_each("value", annotated)
def test_every_annotation_can_be_resolved(value):
    hints = get_type_hints(value)
    if inspect.isfunction(value):
        assert "return" in hints or value.__name__ == "__attrs_post_init__"
