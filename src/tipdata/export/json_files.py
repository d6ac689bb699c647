"""The records as JSON, each kind with the JSON Schema (2020-12) that describes it."""

import json
from collections.abc import Iterator
from typing import Any

from tipdata.export.about import BASE, About
from tipdata.export.files import File, json_file
from tipdata.export.json_schema import Definitions, closed
from tipdata.export.sheets import tables
from tipdata.load.edition import Edition
from tipdata.queries.lookup import edition_or_default
from tipdata.tables.record_classes import record_class
from tipdata.tables.records import Records

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def json_files(*, edition: Edition | None = None) -> Iterator[tuple[str, bytes]]:
    """Return each table's records as JSON, and beside it the schema of that JSON.

    The JSON is that of `Records.to_json`; `Records.from_json` reads it.

    Args:
        edition: The edition to export; by default that of 2018.

    Raises:
        TypeError: If `edition` is no `Edition`.

    Example:
        >>> import tipdata
        >>> from tipdata import export
        >>> files = dict(export.json_files())
        >>> tipdata.Records.from_json(files["staff.json"].decode()) == tipdata.staff()
        True
        >>> "staff.schema.json" in files
        True
    """
    return _files(About(edition_or_default(edition)))


def _files(about: About) -> Iterator[File]:
    for records in tables(about.edition):
        text = records.to_json()
        referred = {entry["kind"] for entry in json.loads(text)["referred"]}
        yield f"{records.schema.name}.json", text.encode()
        yield json_file(
            f"{records.schema.name}.schema.json", schema(records, referred, about.statement)
        )


def schema(records: Records[Any], referred: set[str], comment: str) -> dict[str, Any]:
    """Return the schema of the JSON of some records, which refer to records of some kinds."""
    table, definitions = records.schema, Definitions()
    kinds = [_named(kind, definitions) for kind in sorted(referred)]
    items = {"items": {"oneOf": kinds}} if kinds else {"maxItems": 0}
    return {
        "$schema": DRAFT,
        "$id": f"{BASE}:schema:{table.name}",
        "title": table.title,
        "description": table.description,
        "$comment": comment,
        **closed(
            kind={"const": records.kind.__name__},
            referred={
                "description": "What the records refer to, by name; each only to those before.",
                "type": "array",
                **items,
            },
            records={"type": "array", "items": definitions.of(records.kind)},
        ),
        "$defs": definitions.sorted(),
    }


def _named(kind: str, definitions: Definitions) -> dict[str, Any]:
    return closed(
        name={"type": "string"}, kind={"const": kind}, record=definitions.of(record_class(kind))
    )
