"""Which breakpoints belong to which rows of a user's frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import narwhals.stable.v2 as nw
from narwhals.stable.v2 import selectors

from tipdata.errors import NotFoundError
from tipdata.frames.engines import collected, table
from tipdata.frames.keys import folded, key_type, spellings
from tipdata.frames.rule import breakpoint_columns, column_types

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipdata.frames.days import Days
    from tipdata.frames.engines import Frame
    from tipdata.state.breakpoints import Breakpoints

COUNTRY, INSTRUMENT, ID = "__tipdata_country", "__tipdata_instrument", "__tipdata_id"
NAMED = 5


def matched(
    rows: Frame, keys: list[str], breakpoints: Sequence[Breakpoints], days: Days, *, strict: bool
) -> Frame:
    """Give the breakpoints beside the keys that find them, each key once.

    Args:
        rows: The user's rows.
        keys: The column of countries, and perhaps that of instruments.
        breakpoints: Those to choose from.
        days: The days that they are to be compared with.
        strict: Whether a key that finds none is an error.

    Raises:
        NotFoundError: If it is one; it names the keys.
        TypeError: If a column is of a type that holds no keys.
    """
    schema = rows.collect_schema()
    found = rows.select(keys).group_by(keys, drop_null_keys=True).agg(nw.len().alias(ID)).drop(ID)
    on = [COUNTRY]
    if len(keys) == 2:
        key_type("instrument", schema[keys[1]], str)
        found = found.with_columns(folded(keys[1], schema[keys[1]]).alias(INSTRUMENT))
        names = {
            name: b.instrument.id for b in breakpoints for name in spellings(b.instrument, str)
        }
        columns = {INSTRUMENT: list(names), ID: list(names.values())}
        instruments = table(rows, columns, {INSTRUMENT: str, ID: str})
        if strict:
            _check(found, instruments, [INSTRUMENT], keys[1])
        found = found.join(instruments, on=INSTRUMENT, how="inner")
        on = [COUNTRY, ID]
    found = found.with_columns(folded(keys[0], schema[keys[0]]).alias(COUNTRY))
    known = _by_key(rows, on, key_type("country", schema[keys[0]]), breakpoints, days)
    if strict:
        _check(found, known, on, keys[0])
    return found.join(known, on=on, how="inner").drop(
        *on, *([INSTRUMENT] if len(keys) == 2 else [])
    )


def _by_key(
    rows: Frame, on: list[str], cls: type, breakpoints: Sequence[Breakpoints], days: Days
) -> Frame:
    """Give the breakpoints as a table, once for each key of their country."""
    named = {
        (key, found.instrument.id): found
        for found in breakpoints
        for key in spellings(found.country, cls)
    }
    columns: dict[str, Sequence[Any]] = {COUNTRY: [key for key, _ in named]}
    types = {COUNTRY: cls}
    if ID in on:
        columns[ID], types[ID] = [name for _, name in named], str
    limits = breakpoint_columns(tuple(named.values()), days)
    made = table(rows, columns | limits, types | column_types(limits))
    if days.dtype == nw.Date:  # of pandas too, whose own days are at midnight
        made = made.with_columns(selectors.datetime().cast(nw.Date))
    return made


def _check(found: Frame, known: Frame, on: list[str], column: str) -> None:
    """Raise the error that names the keys that find nothing."""
    missing = collected(found.join(known, on=on, how="anti").select(column).unique())
    if len(missing):
        values = sorted(missing[column].to_list(), key=str)
        more = f" and {len(values) - NAMED} more" if len(values) > NAMED else ""
        named = ", ".join(repr(value) for value in values[:NAMED])
        raise NotFoundError(f"{column}: the chart has no {named}{more}")
