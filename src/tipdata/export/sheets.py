"""The tables of an export: those of the edition, and one for each list of references."""

from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Any, get_args

from attrs import asdict, frozen

from tipdata.arguments import Basis
from tipdata.errors import ExportError
from tipdata.load.edition import Edition
from tipdata.models.acts import TreatyAction
from tipdata.models.conventions import Country, Instrument
from tipdata.models.record import Paragraph
from tipdata.models.register import RegisterEntry
from tipdata.queries.chart import chart
from tipdata.queries.conventions import ratifications
from tipdata.queries.glossary import glossary
from tipdata.queries.links import links
from tipdata.queries.lookup import countries_of, instruments_of
from tipdata.queries.organizations import focal_points, framework_documents, organizations
from tipdata.queries.sections import closing_note, notes, peacekeeping, photo_credits, staff
from tipdata.state.answer import Status
from tipdata.state.errata import errata
from tipdata.state.evidence import register
from tipdata.state.status import protocol_status
from tipdata.tables.columns import integer, table, text
from tipdata.tables.conventions_tables import REGISTER, REGISTER_ACTIONS
from tipdata.tables.records import Records
from tipdata.tables.registry import TABLES
from tipdata.tables.schema import Column, ColumnType, Table, Tabular, Value

BY_NAME = {schema.name: schema for schema in TABLES.values()}


@frozen
class Sheet:
    """A table with its rows.

    Attributes:
        schema: What is declared of the table.
        rows: What the rows are read from: records, or items of their lists.
    """

    schema: Table
    rows: tuple[Any, ...]

    def __iter__(self) -> Iterator[Any]:
        return iter(self.rows)


def tables(edition: Edition) -> Iterator[Records[Any]]:
    """Return the records of each table of an edition; what is referred to comes first."""
    yield Records(countries_of(edition, "register"), Country)
    yield Records(instruments_of(edition, "register"), Instrument)
    yield chart(edition=edition).cells
    yield ratifications(edition=edition)
    yield _statuses(edition)
    yield register(edition=edition)
    yield errata(edition=edition)
    yield links(edition=edition)
    yield peacekeeping(edition=edition)
    yield organizations(edition=edition)
    yield framework_documents(edition=edition)
    yield focal_points(edition=edition)
    yield glossary(edition=edition)
    yield notes(edition=edition)
    yield photo_credits(edition=edition)
    yield Records(closing_note(edition=edition).paragraphs, Paragraph)
    yield staff(edition=edition)


def sheets(edition: Edition) -> Iterator[Sheet]:
    """Return every table of an edition, each followed by those of its lists of references.

    Raises:
        ExportError: If two rows of a table have the same key.
    """
    for sheet in _sheets(edition):
        check_keys(sheet)
        yield sheet


def check_keys(rows: Tabular) -> None:
    """Raise the error that names a key which more than one row of a table has."""
    columns = [rows.schema[name] for name in rows.schema.key]
    keys = set()
    for row in rows if columns else ():
        key = tuple(column.read(row) for column in columns)
        if key in keys:
            text = ", ".join(map(str, key))
            raise ExportError(f"two rows of the table {rows.schema.name} have the key {text!r}")
        keys.add(key)


def referenced(column: Column) -> tuple[str, str] | None:
    """Return the table and the column that a column refers to; of a list, its own table does."""
    if column.references is None or column.type is ColumnType.TEXTS:
        return None
    return column.references, BY_NAME[column.references].key[0]


def sources(sheet: Sheet) -> list[str]:
    """Return what the register rests on: the first source of each of its entries, once."""
    if sheet.schema.name != REGISTER.name:
        return []
    return list(dict.fromkeys(entry.sources[0] for entry in sheet))


def texts(value: Value) -> list[str]:
    """Take the value of a column of lists for what it is."""
    assert isinstance(value, list)
    return value


def _sheets(edition: Edition) -> Iterator[Sheet]:
    for records in tables(edition):
        yield Sheet(records.schema, tuple(records))
        for column in records.schema.columns:
            if column.references is not None and column.type is ColumnType.TEXTS:
                yield _listed(records, column, BY_NAME[column.references])
        if records.schema is REGISTER:
            yield _actions(records)


@frozen(kw_only=True)
class ActionRow(TreatyAction):
    """An act of a register entry, with the entry's key and its place among the others."""

    country: Country
    instrument: Instrument
    place: int


def _actions(entries: Iterable[RegisterEntry]) -> Sheet:
    """Make a table of the acts of register entries, a row an act."""
    rows = (
        ActionRow(
            country=entry.country,
            instrument=entry.instrument,
            place=place,
            **asdict(action, recurse=False),
        )
        for entry in entries
        for place, action in enumerate(entry.actions, start=1)
    )
    return Sheet(REGISTER_ACTIONS, tuple(rows))


def _statuses(edition: Edition) -> Records[Status]:
    """Return the state of play on the day the chart closed, on each basis."""
    return Records(
        (
            status
            for basis in get_args(Basis)
            for instrument in instruments_of(edition, basis)
            for status in protocol_status(instrument, basis=basis, edition=edition)
        ),
        Status,
    )


def _listed(records: Records[Any], column: Column, target: Table) -> Sheet:
    """Make a table of the items of a list: row, item, and the item's place in the list."""
    owner = records.schema
    (key,) = owner.key
    one, other = (schema.one.replace(" ", "_") for schema in (owner, target))
    schema = table(
        kind="tuple",
        name=f"{owner.name}_{column.name}",
        title=f"{owner.title}: {column.name}",
        description=f"An item of the list `{column.name}` in the table `{owner.name}`.",
        one="item",
        many="items",
        key=(one, other),
        columns=(
            text(one, read=itemgetter(0), description=_refers(owner), references=owner.name),
            text(other, read=itemgetter(1), description=_refers(target), references=target.name),
            integer(
                "place",
                read=itemgetter(2),
                description="Its place in the list, counted from 1.",
            ),
        ),
    )
    rows = tuple(
        (owner[key].read(record), item, place)
        for record in records
        for place, item in enumerate(texts(column.read(record)), start=1)
    )
    return Sheet(schema, rows)


def _refers(target: Table) -> str:
    return f"The {target.one}: its `{target.key[0]}` in the table `{target.name}`."
