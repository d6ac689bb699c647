"""Records as JSON and back, with nothing lost.

Each record stands in the form of the data files. What records refer to, such as a country,
stands in full once, under a name; the references are that name.
"""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import frozen, has

from tipdata.errors import DataError
from tipdata.models.convert import structure, unstructuring
from tipdata.models.record import Record
from tipdata.tables.declared import TABLES
from tipdata.tables.records import Records

if TYPE_CHECKING:
    from os import PathLike


@frozen
class RecordsFile:
    """The form of the JSON; the records are JSON values.

    Attributes:
        kind: The name of the records' class; `Record`: they are of several.
        referred: What the records refer to; each refers only to those before it.
        records: The records; where they are of several kinds, each with its kind.
    """

    kind: str
    referred: tuple[dict[str, Any], ...]
    records: tuple[dict[str, Any], ...]


@frozen
class NamedRecord:
    """A record that others refer to."""

    name: str
    kind: str
    record: dict[str, Any]


@frozen
class KindRecord:
    """A record among those of other kinds."""

    kind: str
    record: dict[str, Any]


def as_json(records: Records[Any]) -> str:
    """Write records as JSON."""
    for kind in {records.kind, *(type(record) for record in records)}:
        if record_class(kind.__name__) is not kind:
            raise TypeError(f"{kind.__name__} is no kind of record, and has no JSON form")
    referred: list[dict[str, Any]] = []
    names: dict[Record, str] = {}

    def name(record: Record) -> str:
        if record not in names:
            value = converter.unstructure(record)  # names first what it refers to itself
            names[record] = _unused(str(record), {each["name"] for each in referred})
            referred.append(
                {"name": names[record], "kind": type(record).__name__, "record": value}
            )
        return names[record]

    converter = unstructuring(name)
    rows = [converter.unstructure(record) for record in records]
    if records.kind is Record:
        rows = [
            {"kind": type(record).__name__, "record": row}
            for record, row in zip(records, rows, strict=True)
        ]
    document = {"kind": records.kind.__name__, "referred": referred, "records": rows}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def from_json(text_or_path: str | PathLike[str]) -> Records[Any]:
    """Read records from JSON.

    Raises:
        DataError: If it is not what `as_json` writes.
    """
    file = structure(_values(text_or_path), RecordsFile)
    known: dict[str, Record] = {}
    for place, value in enumerate(file.referred):
        path = f"$.referred[{place}]"
        named = structure(value, NamedRecord, path)
        if named.name in known:
            raise DataError(f"{path}.name: {named.name!r} stands there twice")
        known[named.name] = structure(
            named.record, _class(named.kind, path), f"{path}.record", named=known
        )
    kind = _class(file.kind, "$")
    if kind is Record:
        return Records(_mixed(file, known), Record)
    return Records(structure(list(file.records), tuple[kind, ...], "$.records", named=known), kind)  # type: ignore[valid-type]


def record_class(name: str) -> type[Any] | None:
    """Find a kind of record by the name of its class; the face knows where each stands."""
    found = getattr(import_module("tipdata"), name, None)
    if not isinstance(found, type) or not has(found):
        return None
    return found if issubclass(found, Record) or name in TABLES else None


def _mixed(file: RecordsFile, known: dict[str, Record]) -> list[Any]:
    found = []
    for place, value in enumerate(file.records):
        path = f"$.records[{place}]"
        one = structure(value, KindRecord, path)
        found.append(structure(one.record, _class(one.kind, path), f"{path}.record", named=known))
    return found


def _values(text_or_path: str | PathLike[str]) -> Any:
    """Parse the text, or what the file holds."""
    is_text = isinstance(text_or_path, str) and text_or_path.lstrip().startswith(("{", "["))
    text = text_or_path if is_text else Path(text_or_path).read_bytes()
    try:
        return json.loads(text)  # type: ignore[arg-type]
    except (ValueError, RecursionError) as error:
        raise DataError(f"no JSON: {error}") from error


def _class(name: str, path: str) -> type[Any]:
    """Give the kind of record that a file names at a path."""
    found = record_class(name)
    if found is None:
        raise DataError(f"{path}.kind: {name!r} is no kind of record")
    return found


def _unused(name: str, used: set[str]) -> str:
    """Give a name that none has yet: the name itself, or with a number after it."""
    number, free = 1, name
    while free in used:
        number += 1
        free = f"{name} ({number})"
    return free
