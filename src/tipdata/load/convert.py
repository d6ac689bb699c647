"""The form of the data files: models to JSON values and back, strictly."""

from collections.abc import Iterable
from enum import Enum
from typing import Any, TypeVar

from attrs import fields, has
from cattrs import Converter, transform_error
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override
from cattrs.v import format_exception

from tipdata.dates import PartialDate
from tipdata.errors import DataError
from tipdata.models.record import Record, Span, is_reference

T = TypeVar("T")

PROBLEMS = 5


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
    known = {str(record): record for record in referred}

    def refer(value: Any, _: Any) -> Any:
        if isinstance(value, list):
            return tuple(refer(name, _) for name in value)
        if value is None:
            return None
        if value not in known:
            raise ValueError(f"refers to {value!r}, which stands nowhere above")
        return known[value]

    def remembering(cls: type[Record]) -> Any:
        make = make_dict_structure_fn(
            cls,
            converter,
            **{name: override(struct_hook=refer) for name in _references(cls)},  # type: ignore[arg-type]
        )

        def remember(value: Any, _: Any) -> Record:
            record = make(value, cls)
            known[str(record)] = record
            return record

        return make if cls.keys is Record.keys else remember

    for primitive in (int, str, bool):
        converter.register_structure_hook(primitive, _exactly)
    converter.register_structure_hook(PartialDate, lambda text, _: PartialDate.parse(text))
    converter.register_structure_hook(Span, lambda text, _: _span(text))
    converter.register_structure_hook_factory(_is_record, remembering)
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


def _references(cls: type[Record]) -> list[str]:
    return [attribute.name for attribute in fields(cls) if is_reference(attribute)]


def _names(value: Any) -> Any:
    if isinstance(value, tuple):
        return [str(record) for record in value]
    return None if value is None else str(value)


def _exactly(value: object, cls: type[T]) -> T:
    if type(value) is not cls:
        raise TypeError(f"expected {cls.__name__}, got {type(value).__name__} {value!r}")
    return value


def _span(text: str) -> Span:
    start, end = text.split(":")
    return Span(int(start), int(end))


def _problem(error: BaseException, cls: type[Any] | None) -> str:
    known = type(error) in (TypeError, ValueError) or isinstance(error, DataError)
    return str(error) if known else format_exception(error, cls)
