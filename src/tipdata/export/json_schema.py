"""JSON Schema of the JSON form of records, from the declarations of their classes."""

from datetime import date
from enum import Enum
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from attrs import fields, has

from tipdata.dates import PartialDate
from tipdata.models.meanings import meanings, summary, with_null
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
        # Not `\d`: a validator may take the digits of every script for it.
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
        "additionalProperties": False,  # `Records.from_json` refuses them too
    }


class Definitions:
    """The schemas of classes, each made once; elsewhere stands a reference to it."""

    def __init__(self) -> None:
        """Start with none."""
        self._schemas: dict[str, dict[str, Any]] = {}

    def of(self, kind: Any) -> dict[str, Any]:
        """Return the schema of a type: of a class of tipdata, a reference to its definition."""
        if kind in PLAIN:
            return PLAIN[kind]
        origin, arguments = get_origin(kind), get_args(kind)
        if origin in (Union, UnionType):
            return {"anyOf": [self.of(argument) for argument in arguments]}
        if origin is Literal:
            return {"enum": list(arguments)}
        # JSON has neither tuples nor sets: both are arrays.
        if origin is tuple:
            return {"type": "array", "items": self.of(arguments[0])}
        if origin is frozenset:
            return {"type": "array", "items": self.of(arguments[0]), "uniqueItems": True}
        if kind.__name__ not in self._schemas:
            self._schemas[kind.__name__] = {}  # a class may hold its own kind
            self._schemas[kind.__name__] = self._make(kind)
        return {"$ref": f"#/$defs/{kind.__name__}"}

    def sorted(self) -> dict[str, dict[str, Any]]:
        """Return the definitions by their names."""
        return dict(sorted(self._schemas.items()))

    def _make(self, kind: Any) -> dict[str, Any]:
        if kind in WRITTEN:
            return WRITTEN[kind]
        if issubclass(kind, Enum):
            return {"description": summary(kind), "enum": [member.value for member in kind]}
        assert has(kind), kind
        types, texts = get_type_hints(kind), meanings(kind)
        properties = {}
        for field in fields(kind):
            if is_derived(field):
                continue
            written = _referring(types[field.name]) if is_reference(field) else types[field.name]
            properties[field.name] = {
                "description": with_null(texts[field.name]),
                **self.of(written),
            }
        return {"description": summary(kind), **closed(**properties)}


def _referring(kind: Any) -> Any:
    """Return the type of a reference, or of several, or of None: names stand for the records."""
    if get_origin(kind) is tuple:
        return tuple[str, ...]
    return str | None if type(None) in get_args(kind) else str
