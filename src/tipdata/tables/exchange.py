"""Records as JSON and back, with nothing lost.

Each record stands in the form of the data files. What records refer to, such as a country,
stands in full once, under a name; the references are that name.
"""

import json
from os import PathLike
from pathlib import Path
from typing import Any

from attrs import frozen

from tipdata.errors import DataError
from tipdata.models.convert import structure, unstructuring
from tipdata.models.record import Record
from tipdata.tables.record_classes import MODULE_OF, record_class
from tipdata.tables.records import Records


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
    """Write records as JSON.

    Raises:
        TypeError: If one of them is no record of tipdata.
    """
    for kind in {records.kind, *(type(record) for record in records)}:
        # Another library may have a class of the same name.
        if kind.__name__ not in MODULE_OF or record_class(kind.__name__) is not kind:
            raise TypeError(f"{kind.__name__} is no kind of record, and has no JSON form")
    referred: list[dict[str, Any]] = []
    names: dict[Record, str] = {}

    def name(record: Record) -> str:
        # Equal records are one: what refers to them can't tell them apart either.
        if record not in names:
            value = converter.unstructure(record)  # names first what it refers to itself
            names[record] = _unused(str(record), {entry["name"] for entry in referred})
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
    for index, value in enumerate(file.referred):
        path = f"$.referred[{index}]"
        referred = structure(value, NamedRecord, path)
        if referred.name in known:
            raise DataError(f"{path}.name: {referred.name!r} stands there twice")
        known[referred.name] = structure(
            referred.record, _class(referred.kind, path), f"{path}.record", named=known
        )
    kind = _class(file.kind, "$")
    if kind is Record:
        return Records(_mixed(file, known), Record)
    return Records(structure(list(file.records), tuple[kind, ...], "$.records", named=known), kind)  # type: ignore[valid-type]


def _mixed(file: RecordsFile, known: dict[str, Record]) -> list[Any]:
    """Read records of several kinds, each of the kind that it names."""
    records = []
    for index, value in enumerate(file.records):
        path = f"$.records[{index}]"
        row = structure(value, KindRecord, path)
        cls = _class(row.kind, path)
        records.append(structure(row.record, cls, f"{path}.record", named=known))
    return records


def _values(text_or_path: str | PathLike[str]) -> Any:
    """Parse the text, or what the file holds."""
    # What `to_json` writes starts with a brace, and hardly a path does.
    is_text = isinstance(text_or_path, str) and text_or_path.lstrip().startswith(("{", "["))
    text = text_or_path if is_text else Path(text_or_path).read_bytes()
    try:
        return json.loads(text)  # type: ignore[arg-type]
    except (ValueError, RecursionError) as error:  # the latter where it is nested too deep
        raise DataError(f"no JSON: {error}") from error


def _class(name: str, path: str) -> type[Any]:
    """Find the kind of record that a file names at a path."""
    if name not in MODULE_OF:
        raise DataError(f"{path}.kind: {name!r} is no kind of record")
    return record_class(name)


def _unused(name: str, used: set[str]) -> str:
    """Return a name that none has yet: the name itself, or with a number after it."""
    number, free = 1, name
    while free in used:
        number += 1
        free = f"{name} ({number})"
    return free
