"""JSON Schema of the JSON form of records, from the declarations of their classes."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum
from inspect import cleandoc
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from attrs import fields, has

from tipdata.dates import PartialDate
from tipdata.models.record import Span, is_derived, is_reference

PLAIN: dict[object, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    date: {"type": "string", "format": "date"},
}
WRITTEN: dict[object, dict[str, Any]] = {
    PartialDate: {
        "description": "A year, a month or a day, in EDTF.",
        "type": "string",
        "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
    },
    Span: {
        "description": "A half-open range of the source text, in code points from 0.",
        "type": "string",
        "pattern": "^[0-9]+:[0-9]+$",
    },
}


def closed(**properties: dict[str, Any]) -> dict[str, Any]:
    """Describe an object that has these properties, all of them and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


class Definitions:
    """The schemas of classes, each made once; elsewhere stands a reference to it."""

    def __init__(self) -> None:
        """Start with none."""
        self._made: dict[str, dict[str, Any]] = {}

    def of(self, kind: Any) -> dict[str, Any]:
        """Give the schema of a type: of a class of tipdata, a reference to its definition."""
        if kind in PLAIN:
            return PLAIN[kind]
        origin, arguments = get_origin(kind), get_args(kind)
        if origin in (Union, UnionType):
            return {"anyOf": [self.of(argument) for argument in arguments]}
        if origin is Literal:
            return {"enum": list(arguments)}
        if origin is tuple:
            return {"type": "array", "items": self.of(arguments[0])}
        if origin is frozenset:
            return {"type": "array", "items": self.of(arguments[0]), "uniqueItems": True}
        if kind.__name__ not in self._made:
            self._made[kind.__name__] = {}  # a class may hold its own kind
            self._made[kind.__name__] = self._make(kind)
        return {"$ref": f"#/$defs/{kind.__name__}"}

    def sorted(self) -> dict[str, dict[str, Any]]:
        """Give the definitions by their names."""
        return dict(sorted(self._made.items()))

    def _make(self, kind: Any) -> dict[str, Any]:
        if kind in WRITTEN:
            return WRITTEN[kind]
        if issubclass(kind, Enum):
            return {"description": _first(kind), "enum": [member.value for member in kind]}
        assert has(kind), kind
        types, meanings = get_type_hints(kind), _meanings(kind)
        properties = {}
        for field in fields(kind):
            if is_derived(field):
                continue
            kind_of = _referring(types[field.name]) if is_reference(field) else types[field.name]
            described = {"description": meanings[field.name]} if field.name in meanings else {}
            properties[field.name] = {**described, **self.of(kind_of)}
        return {"description": _first(kind), **closed(**properties)}


def _referring(kind: Any) -> Any:
    """Give the type of a reference, or of several, or of None: names stand for the records."""
    if get_origin(kind) is tuple:
        return tuple[str, ...]
    return str | None if type(None) in get_args(kind) else str


def _first(kind: type) -> str:
    """Give the first paragraph of a docstring."""
    return " ".join(cleandoc(kind.__doc__ or "").partition("\n\n")[0].split())


def _meanings(kind: type) -> dict[str, str]:
    """Read what the docstrings of a class and its bases say of its attributes."""
    found: dict[str, str] = {}
    for base in reversed(kind.__mro__):
        _, _, section = cleandoc(base.__doc__ or "").partition("\nAttributes:\n")
        said = re.findall(r"^ {4}(\w+): (.*(?:\n {5,}.*)*)", section.partition("\n\n")[0], re.M)
        found |= {name: " ".join(meaning.split()) for name, meaning in said}
    return found
