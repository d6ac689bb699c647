"""The form of the data files: models to JSON values and back, strictly."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum
from types import GenericAlias
from typing import Any, TypeVar, get_args, get_origin

from attrs import fields, has
from cattrs import Converter, transform_error
from cattrs.cols import is_frozenset, list_structure_factory
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override
from cattrs.v import format_exception

from tipdata.dates import PartialDate
from tipdata.errors import DataError
from tipdata.models.record import Record, Span, is_reference

T = TypeVar("T")

PROBLEMS = 5


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
    names = {str(record): record for record in known} if named is None else dict(named)
    try:
        return _structuring(names, remember=named is None).structure(value, cls)
    except Exception as error:
        problems = transform_error(error, path, format_exception=_problem)
        more = f"; and {len(problems) - PROBLEMS} more" if len(problems) > PROBLEMS else ""
        raise DataError("; ".join(problems[:PROBLEMS]) + more) from error


def unstructure(model: object) -> Any:
    """Make the JSON value of a model."""
    return unstructuring(str).unstructure(model)


def unstructuring(name: Callable[[Record], str]) -> Converter:
    """Make a converter to JSON values; a reference to a record is what `name` gives of it."""
    converter = Converter()

    def refer(value: Any) -> Any:
        if isinstance(value, tuple):
            return [name(record) for record in value]
        return None if value is None else name(value)

    def plain(cls: type[Any]) -> Any:
        return make_dict_unstructure_fn(
            cls,
            converter,
            **{name: override(unstruct_hook=refer) for name in _references(cls)},  # type: ignore[arg-type]
        )

    converter.register_unstructure_hook(PartialDate, str)
    converter.register_unstructure_hook(Span, str)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(Enum, lambda member: member.value)
    converter.register_unstructure_hook_func(
        is_frozenset, lambda items: sorted(converter.unstructure(item) for item in items)
    )
    converter.register_unstructure_hook_factory(_refers, plain)
    return converter


def _structuring(known: dict[str, Record], *, remember: bool) -> Converter:
    """Make a converter for one value; a reference in it is the name of a known record.

    It may remember the records of the value: they stand in full where they first occur.
    """
    converter = Converter(forbid_extra_keys=True)

    def refer(value: Any, cls: Any) -> Any:
        if get_origin(cls) is tuple:
            _check_list(value)
            return tuple(refer(name, get_args(cls)[0]) for name in value)
        wanted = get_args(cls) or (cls,)
        if value is None and type(None) in wanted:
            return None
        if not isinstance(value, str) or value not in known:
            raise ValueError(f"refers to {value!r}, which stands nowhere above")
        if not isinstance(known[value], wanted):
            raise ValueError(f"refers to {value!r}, which is no {wanted[0].__name__}")
        return known[value]

    def making(cls: type[Any]) -> Any:
        make = make_dict_structure_fn(
            cls,
            converter,
            **{name: override(struct_hook=refer) for name in _references(cls)},  # type: ignore[arg-type]
        )

        def remembering(value: Any, _: Any) -> Record:
            record: Record = make(value, cls)
            known[str(record)] = record
            return record

        has_names = getattr(cls, "keys", Record.keys) is not Record.keys
        return remembering if remember and has_names else make

    def several(cls: Any) -> Any:
        listed: Any = GenericAlias(list, get_args(cls)[0])
        make = list_structure_factory(listed, converter)
        return lambda value, _: get_origin(cls)(make(_check_list(value), listed))

    for primitive in (int, str, bool):
        converter.register_structure_hook(primitive, _exactly)
    converter.register_structure_hook(PartialDate, lambda text, _: PartialDate.parse(text))
    converter.register_structure_hook(Span, lambda text, _: _span(text))
    converter.register_structure_hook(date, lambda text, _: _day(text))
    converter.register_structure_hook_factory(_refers, making)
    converter.register_structure_hook_factory(_is_several, several)
    return converter


def _refers(cls: Any) -> bool:
    return has(cls) and (issubclass(cls, Record) or bool(_references(cls)))


def _is_several(cls: Any) -> bool:
    origin: object = get_origin(cls)
    return origin is tuple or origin is frozenset


def _references(cls: type[Any]) -> list[str]:
    return [attribute.name for attribute in fields(cls) if is_reference(attribute)]


def _check_list(value: Any) -> Any:
    if not isinstance(value, (list, tuple)):
        raise TypeError(f"expected a list, got {type(value).__name__} {value!r}")
    return value


def _exactly(value: object, cls: type[T]) -> T:
    if type(value) is not cls:
        raise TypeError(f"expected {cls.__name__}, got {type(value).__name__} {value!r}")
    return value


def _day(text: object) -> date:
    day = date.fromisoformat(_exactly(text, str))
    if str(day) != text:
        raise ValueError(f"expected a day such as '2018-06-14', got {text!r}")
    return day


def _span(text: str) -> Span:
    start, end = text.split(":")
    return Span(int(start), int(end))


def _problem(error: BaseException, cls: type[Any] | None) -> str:
    known = type(error) in (TypeError, ValueError) or isinstance(error, DataError)
    return str(error) if known else format_exception(error, cls)
