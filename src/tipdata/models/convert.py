"""The form of the data files: models to JSON values and back, strictly."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum
from types import GenericAlias, NoneType
from typing import Any, Literal, TypeVar, get_args, get_origin

from attrs import fields, has
from cattrs import Converter, transform_error
from cattrs.cols import is_frozenset
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override
from cattrs.v import format_exception

from tipdata.dates import PartialDate
from tipdata.errors import DataError, TipdataError
from tipdata.models.record import Record, Span, is_derived, is_reference

T = TypeVar("T")

PROBLEMS = 5  # a file of another form has thousands
WIDTH = 80  # characters of a bad value that an error shows


def structure(
    value: object,
    cls: type[T],
    path: str = "$",
    known: Iterable[Record] = (),
    *,
    named: Mapping[str, Record] | None = None,
) -> T:
    """Make a model of a JSON value, coercing nothing.

    A reference in the value is the text of a record in `known`, or of one that stands above
    it; or one of the names in `named`, if that is given, and nothing else.

    Raises:
        DataError: With the path to each value that does not fit, up to five of them; `path`
            is that of `value`.
    """
    try:
        return _structuring(known, named).structure(value, cls)
    except Exception as error:
        problems = transform_error(error, path, format_exception=_problem)
        more = f"; and {len(problems) - PROBLEMS} more" if len(problems) > PROBLEMS else ""
        raise DataError("; ".join(problems[:PROBLEMS]) + more) from error


def unstructure(model: object) -> Any:
    """Make the JSON value of a model."""
    return unstructuring(str).unstructure(model)


def unstructuring(name: Callable[[Record], str]) -> Converter:
    """Make a converter to JSON values; a reference to a record is what `name` returns of it."""
    # Never cattrs' global converter: what is registered there, every program of the user shares.
    converter = Converter()

    def refer(value: Any) -> Any:
        if isinstance(value, tuple):
            return [name(record) for record in value]
        return None if value is None else name(value)

    def plain(cls: type[Any]) -> Any:
        overrides = {name: override(unstruct_hook=refer) for name in _references(cls)}
        return make_dict_unstructure_fn(cls, converter, **_derived(cls), **overrides)  # type: ignore[arg-type]

    converter.register_unstructure_hook(PartialDate, str)
    converter.register_unstructure_hook(Span, str)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(Enum, lambda member: member.value)
    # A set has no order, and a file that is made twice must be the same.
    converter.register_unstructure_hook_func(
        is_frozenset, lambda items: sorted(converter.unstructure(item) for item in items)
    )
    converter.register_unstructure_hook_factory(has, plain)
    return converter


def _structuring(known: Iterable[Record], named: Mapping[str, Record] | None) -> Converter:
    """Make a converter for one value.

    Without names that are given, a record stands in full where it first occurs, and a
    reference to it is its text; the converter remembers it.
    """
    converter = Converter(forbid_extra_keys=True)
    above = {(type(record), str(record)): record for record in known}

    def find(cls: type[Record], name: str) -> Record | None:
        record = above.get((cls, name)) if named is None else named.get(name)
        return record if isinstance(record, cls) else None

    def refer(value: object, kind: Any) -> object:
        """Find the record of a class, or of `class | None`, or those of `tuple[class, ...]`."""
        classes = get_args(kind) or (kind,)
        if get_origin(kind) is tuple:
            return tuple(refer(name, classes[0]) for name in _exactly(value, list))
        if value is None and NoneType in classes:
            return None
        record = find(classes[0], _exactly(value, str))
        if record is None:
            kind_name = classes[0].__name__
            raise ValueError(
                f"refers to {_shown(value)}, and no {kind_name} of that name stands above"
            )
        return record

    def of_class(cls: type[Any]) -> Any:
        overrides = {name: override(struct_hook=refer) for name in _references(cls)}
        make = make_dict_structure_fn(cls, converter, **_derived(cls), **overrides)  # type: ignore[arg-type]

        def remember(value: object, _: Any) -> Any:
            # Of a list cattrs would only say that it has no attribute "keys".
            record = make(_exactly(value, dict), cls)
            if isinstance(record, Record) and record.keys:
                above[cls, str(record)] = record
            return record

        return remember

    def of_items(cls: Any) -> Any:
        # cattrs' own hooks make a tuple or a set of the letters of a text.
        items: Any = GenericAlias(list, get_args(cls)[:1])
        make = converter.get_structure_hook(items)
        return lambda value, _: get_origin(cls)(make(_exactly(value, list), items))

    # By itself cattrs calls int("2004") and int(2004.9), and str() and bool() of anything.
    for primitive in (int, str, bool):
        converter.register_structure_hook(primitive, _exactly)
    converter.register_structure_hook(Enum, _member)
    converter.register_structure_hook_func(_is_choice, _choice)
    # cattrs asks the hooks for a class before any factory, in whatever order they stand: a
    # PartialDate, an attrs class itself, is read from its text.
    converter.register_structure_hook_factory(has, of_class)
    converter.register_structure_hook_factory(_is_several, of_items)
    converter.register_structure_hook(PartialDate, _date)
    converter.register_structure_hook(Span, _span)
    converter.register_structure_hook(date, _day)
    return converter


def _is_several(cls: Any) -> bool:
    origin: object = get_origin(cls)
    return origin is tuple or origin is frozenset


def _is_choice(cls: Any) -> bool:
    origin: object = get_origin(cls)
    return origin is Literal


def _references(cls: type[Any]) -> list[str]:
    return [attribute.name for attribute in fields(cls) if is_reference(attribute)]


def _derived(cls: type[Any]) -> dict[str, Any]:
    """Leave out the fields that are derived."""
    return {field.name: override(omit=True) for field in fields(cls) if is_derived(field)}


def _exactly(value: object, cls: type[T]) -> T:
    # Not isinstance: to Python True is an int.
    if type(value) is not cls:
        raise TypeError(f"expected {cls.__name__}, got {type(value).__name__} {_shown(value)}")
    return value


def _member(value: object, cls: type[Enum]) -> Enum:
    # Not cls(value): its error names the class, but not what there is.
    for member in cls:
        if member.value == value:
            return member
    choices = ", ".join(repr(member.value) for member in cls)
    raise ValueError(f"{_shown(value)} is not a valid {cls.__name__}; there are {choices}")


def _choice(value: object, literal: Any) -> object:
    if value not in get_args(literal):
        choices = ", ".join(map(repr, get_args(literal)))
        raise ValueError(f"{_shown(value)} is none of {choices}")
    return value


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


def _day(value: object, _: Any) -> date:
    # From Python 3.11 on fromisoformat reads "20180614" and "2018-W24-4" too.
    day = date.fromisoformat(_exactly(value, str))
    if str(day) != value:
        raise ValueError(f"expected a day such as '2018-06-14', got {_shown(value)}")
    return day


def _problem(error: BaseException, cls: type[Any] | None) -> str:
    # Of a ValueError cattrs says only "invalid value for type"; the hooks above say which.
    known = type(error) in (TypeError, ValueError) or isinstance(error, TipdataError)
    return str(error) if known else format_exception(error, cls)
