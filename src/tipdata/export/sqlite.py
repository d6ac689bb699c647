"""One SQLite database: typed and keyed tables, and views for the common questions."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from tipdata.errors import ExportError
from tipdata.export.about import LICENCES, About
from tipdata.export.files import File, json_array
from tipdata.export.sheets import Sheet, referenced, sheets
from tipdata.export.views import VIEWS
from tipdata.extras import Deferred
from tipdata.load.edition import Edition
from tipdata.queries.lookup import edition_or_default
from tipdata.tables.schema import Column, ColumnType, Table, Value

if TYPE_CHECKING:
    import sqlite3
else:
    # Some builds of Python lack it; they have the other formats.
    sqlite3 = Deferred("sqlite3")

NEEDED = (3, 38)  # the first with STRICT tables and, always, JSON
TYPES = {
    ColumnType.TEXT: "TEXT",
    ColumnType.INTEGER: "INTEGER",
    ColumnType.BOOLEAN: "INTEGER",
    ColumnType.DATE: "TEXT",
    ColumnType.TEXTS: "TEXT",
}


def sqlite(*, edition: Edition | None = None) -> Iterator[tuple[str, bytes]]:
    """Return an SQLite database of the edition.

    Its tables are strict and keyed. A boolean is 0 or 1, a date an ISO text, a list a JSON
    array; each item of a list of references has a row in a table of its own too. What a
    column means, its declaration says (`.schema` in SQLite's shell).

    Args:
        edition: The edition to export; by default that of 2018.

    Raises:
        ExportError: If the SQLite of this Python is older than 3.38.
        TypeError: If `edition` is no `Edition`.

    Example:
        >>> import sqlite3
        >>> from tipdata import export
        >>> database = sqlite3.connect(":memory:")
        >>> database.deserialize(dict(export.sqlite())["tipdata.sqlite"])
        >>> database.execute("select * from ratifications_by_year where year = 2018").fetchall()
        [(2018, 'C189', 1)]
        >>> database.close()
    """
    if sqlite3.sqlite_version_info < NEEDED:
        raise ExportError(f"needs SQLite 3.38 or later, not {sqlite3.sqlite_version}")
    return _files(About(edition_or_default(edition)))


def _files(about: About) -> Iterator[File]:
    from contextlib import closing

    # Without an isolation level, Python begins no transactions of its own.
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        _fill(database, about)
        content = database.serialize()
    yield "tipdata.sqlite", content


def _fill(database: "sqlite3.Connection", about: About) -> None:
    # The default of SQLite, which a build may change: the file is the same everywhere.
    database.execute("PRAGMA page_size = 4096")
    database.execute("PRAGMA foreign_keys = ON")
    database.execute("BEGIN")
    database.execute("PRAGMA defer_foreign_keys = ON")  # a row may refer to a later one
    _describe(database, about)
    for sheet in sheets(about.edition):
        database.execute(_create_table(sheet.schema))
        _insert(database, sheet)
    for view in VIEWS:
        database.execute(view)
    database.execute("COMMIT")
    # Without free pages the bytes are the same in every run.
    database.execute("VACUUM")


def _describe(database: "sqlite3.Connection", about: About) -> None:
    """Say in a table of its own what the database is."""
    database.execute(
        "CREATE TABLE about (\n  name TEXT NOT NULL,\n  value TEXT NOT NULL\n) STRICT"
    )
    facts = [
        ("title", about.title),
        ("description", about.description),
        ("creator", about.creator),
        ("version", about.version),
        ("source", f"{about.source}, {about.publisher}"),
        ("source_version", about.source_version),
        *(("licence", licence.title) for licence in LICENCES),
    ]
    database.executemany("INSERT INTO about VALUES (?, ?)", facts)


def _insert(database: "sqlite3.Connection", sheet: Sheet) -> None:
    columns = sheet.schema.columns
    places = ", ".join("?" * len(columns))
    database.executemany(
        f"INSERT INTO {_name(sheet.schema.name)} VALUES ({places})",
        ([_value(column.read(row)) for column in columns] for row in sheet),
    )


def _create_table(table: Table) -> str:
    """Return the statement that makes a table; comments say what is in it."""
    # SQLite keeps the text of a statement, comments and all, and has no other place for them.
    clauses = [(_column(column), column.description) for column in table.columns]
    if table.key:
        clauses.append((f"PRIMARY KEY ({_names(table.key)})", ""))
    for column in table.columns:
        target = referenced(column)
        if target:
            key = f"FOREIGN KEY ({_name(column.name)}) REFERENCES {_name(target[0])}"
            clauses.append((f"{key} ({_name(target[1])})", ""))
    last = len(clauses) - 1
    lines = [
        f"  {clause}{',' if index < last else ''}{f' -- {comment}' if comment else ''}"
        for index, (clause, comment) in enumerate(clauses)
    ]
    head = f"CREATE TABLE {_name(table.name)} ( -- {table.description}"
    return "\n".join((head, *lines, ") STRICT"))


def _column(column: Column) -> str:
    name = _name(column.name)
    needed = "" if column.nullable else " NOT NULL"
    check = _check(column, name)
    return f"{name} {TYPES[column.type]}{needed}" + (f" CHECK ({check})" if check else "")


def _check(column: Column, name: str) -> str | None:
    """Say of a column's values what their type leaves open."""
    if column.type is ColumnType.BOOLEAN:
        return f"{name} IN (0, 1)"
    if column.type is ColumnType.DATE:
        return f"{name} IS date({name})"  # which is null of no date
    if column.type is ColumnType.TEXTS:
        return f"json_type({name}) IS 'array'"
    if column.vocabulary:
        return f"{name} IN ({', '.join(_text(word) for word in column.vocabulary)})"
    return None


def _value(value: Value) -> str | int | None:
    if isinstance(value, list):
        return json_array(value)
    return value.isoformat() if isinstance(value, date) else value


def _names(names: Iterable[str]) -> str:
    return ", ".join(map(_name, names))


def _name(name: str) -> str:
    return f'"{name}"'


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
