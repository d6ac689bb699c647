"""The form of the data files: models to JSON values and back, strictly."""

import re
from collections.abc import Iterable
from enum import Enum
from types import GenericAlias, NoneType
from typing import Any, TypeVar, get_args, get_origin

from attrs import fields, has
from cattrs import Converter, transform_error
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override
from cattrs.v import format_exception

from tipdata.dates import PartialDate
from tipdata.errors import DataError, TipdataError
from tipdata.models.record import Record, Span, is_reference

T = TypeVar("T")

PROBLEMS = 5
WIDTH = 80


def structure(value: object, cls: type[T], path: str = "$", known: Iterable[Record] = ()) -> T:
    """Make a model of a JSON value, coercing nothing.

    The value may refer to the records in `known` by their names.

    Raises:
        DataError: With the path to each value that does not fit, up to five of them; `path`
            is that of `value`.
    """
    try:
        return _structuring(known).structure(value, cls)
    except Exception as error:
        problems = transform_error(error, path, format_exception=_problem)
        more = f"; and {len(problems) - PROBLEMS} more" if len(problems) > PROBLEMS else ""
        raise DataError("; ".join(problems[:PROBLEMS]) + more) from error


def unstructure(model: object) -> Any:
    """Make the JSON value of a model."""
    return _unstructuring().unstructure(model)


def _structuring(referred: Iterable[Record]) -> Converter:
    """Make a converter for one value: it remembers the records that others refer to.

    A record stands in full where it first occurs; a reference to it is its name.
    """
    converter = Converter(forbid_extra_keys=True)
    known = {(type(record), str(record)): record for record in referred}

    def refer(value: object, kind: Any) -> object:
        """Find the record of a class, or of `class | None`, or those of `tuple[class, ...]`."""
        classes = get_args(kind) or (kind,)
        if _is_tuple(kind):
            return tuple(refer(name, classes[0]) for name in _exactly(value, list))
        if value is None and NoneType in classes:
            return None
        name = _exactly(value, str)
        if (classes[0], name) not in known:
            what = classes[0].__name__
            raise ValueError(f"refers to {_shown(name)}, and no {what} of that name stands above")
        return known[classes[0], name]

    def making(cls: type[Any]) -> Any:
        make = make_dict_structure_fn(
            cls,
            converter,
            **{name: override(struct_hook=refer) for name in _references(cls)},  # type: ignore[arg-type]
        )

        def made(value: object, _: Any) -> Any:
            record = make(_exactly(value, dict), cls)
            if isinstance(record, Record) and record.keys:
                known[cls, str(record)] = record
            return record

        return made

    def listing(cls: Any) -> Any:
        items: Any = GenericAlias(list, get_args(cls)[:1])
        make = converter.get_structure_hook(items)
        return lambda value, _: tuple(make(_exactly(value, list), items))

    for primitive in (int, str, bool):
        converter.register_structure_hook(primitive, _exactly)
    converter.register_structure_hook(Enum, _member)
    converter.register_structure_hook_factory(has, making)
    converter.register_structure_hook_factory(_is_tuple, listing)
    converter.register_structure_hook(PartialDate, _date)
    converter.register_structure_hook(Span, _span)
    return converter


def _unstructuring() -> Converter:
    converter = Converter()

    def plain(cls: type[Record]) -> Any:
        return make_dict_unstructure_fn(
            cls,
            converter,
            **{name: override(unstruct_hook=_names) for name in _references(cls)},  # type: ignore[arg-type]
        )

    converter.register_unstructure_hook(PartialDate, str)
    converter.register_unstructure_hook(Span, str)
    converter.register_unstructure_hook(Enum, lambda member: member.value)
    converter.register_unstructure_hook_factory(_is_record, plain)
    return converter


def _is_record(cls: Any) -> bool:
    return has(cls) and issubclass(cls, Record)


def _is_tuple(cls: Any) -> bool:
    return get_origin(cls) is tuple


def _references(cls: type[Record]) -> list[str]:
    return [attribute.name for attribute in fields(cls) if is_reference(attribute)]


def _names(value: Any) -> Any:
    if isinstance(value, tuple):
        return [str(record) for record in value]
    return None if value is None else str(value)


def _exactly(value: object, cls: type[T]) -> T:
    if type(value) is not cls:
        raise TypeError(f"expected {cls.__name__}, got {type(value).__name__} {_shown(value)}")
    return value


def _member(value: object, cls: type[Enum]) -> Enum:
    for member in cls:
        if member.value == value:
            return member
    choices = ", ".join(repr(member.value) for member in cls)
    raise ValueError(f"{_shown(value)} is not a valid {cls.__name__}; there are {choices}")


def _date(value: object, _: Any) -> PartialDate:
    return PartialDate.parse(_exactly(value, str))


def _span(value: object, _: Any) -> Span:
    ends = re.fullmatch("([0-9]+):([0-9]+)", _exactly(value, str))
    if ends is None or int(ends[1]) > int(ends[2]):
        raise ValueError(f"expected 'start:end', two offsets in order, got {_shown(value)}")
    return Span(int(ends[1]), int(ends[2]))


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= WIDTH else f"{text[: WIDTH - 1]}…"


def _problem(error: BaseException, cls: type[Any] | None) -> str:
    known = type(error) in (TypeError, ValueError) or isinstance(error, TipdataError)
    return str(error) if known else format_exception(error, cls)
