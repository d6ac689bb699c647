"""Which breakpoints belong to which rows of a user's frame."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import narwhals.stable.v2 as nw
from narwhals.stable.v2 import selectors

from tipdata.errors import NotFoundError
from tipdata.frames.engines import SQL, collected, planned, table
from tipdata.frames.keys import folded, folded_column, key_type, spellings
from tipdata.frames.rule import breakpoint_columns, column_types

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tipdata.frames.days import Days
    from tipdata.frames.engines import Frame
    from tipdata.state.breakpoints import Breakpoints

COUNTRY, INSTRUMENT, ID = "__tipdata_country", "__tipdata_instrument", "__tipdata_id"
NAMED = 5


def matched(
    rows: Frame, keys: list[str], found: Sequence[Breakpoints], days: Days, *, strict: bool
) -> Frame:
    """Give the breakpoints beside the keys that find them, each key once.

    Args:
        rows: The rows of a frame, or of a user's plan, whose keys only its engine may read.
        keys: The column of countries, and perhaps that of instruments.
        found: The breakpoints to choose from.
        days: The days that they are to be compared with.
        strict: Whether a key that finds none is an error.

    Raises:
        NotFoundError: If it is one; it names the keys.
        TypeError: If a column is of a type that holds no keys.
    """
    schema = rows.collect_schema()
    roles = dict(zip(("country", "instrument"), keys, strict=False))
    key_types = {key: key_type(role, schema[key]) for role, key in roles.items()}
    try:
        different = rows.select(keys).group_by(keys).agg(nw.len().alias(ID)).drop(ID)
    except TypeError as error:  # pandas met objects that can't be hashed
        raise TypeError(f"{' or '.join(keys)}: a column of objects holds no keys") from error
    if days.eager:
        return _at_hand(different, keys, found, days, strict=strict)
    return _in_engine(different, key_types, found, days, strict=strict)


def _at_hand(
    different: Frame, keys: list[str], found: Sequence[Breakpoints], days: Days, *, strict: bool
) -> Frame:
    """Match the keys of a frame as the functions of the library do."""
    known: dict[tuple[str | None, ...], int] = {}
    for place, one in enumerate(found):
        records = (one.country, one.instrument)[: len(keys)]
        for named in product(*(spellings(record, str) for record in records)):
            known.setdefault(tuple(map(str, named)), place)
    there = collected(different)
    values = [there[key].to_list() for key in keys]
    read = list(zip(*([folded(value) for value in column] for column in values), strict=True))
    if strict:
        for key, column, names in zip(keys, values, zip(*known, strict=True), strict=True):
            _refuse(key, [value for value in column if folded(value) not in {None, *names}])
    matching = [row for row, key in enumerate(read) if key in known]
    limits = _limits(different, {}, found, [known[read[row]] for row in matching], days)
    return planned(there[matching].with_columns(*collected(limits).iter_columns()))


def _in_engine(
    different: Frame,
    keys: dict[str, type],
    found: Sequence[Breakpoints],
    days: Days,
    *,
    strict: bool,
) -> Frame:
    """Match the keys of a plan in its engine."""
    country, *named = keys
    on = [COUNTRY, ID][: len(keys)]
    known = {
        (key, one.instrument.id): place
        for place, one in enumerate(found)
        for key in spellings(one.country, keys[country])
    }
    columns = dict(zip(on, zip(*known, strict=True), strict=False))
    limits = _limits(different, columns, found, list(known.values()), days)
    different = different.with_columns(folded_column(country, keys[country]).alias(COUNTRY))
    if strict:
        _check(different, limits, COUNTRY, country)
    for column in named:
        ids = {name: one.instrument.id for one in found for name in spellings(one.instrument, str)}
        values = {INSTRUMENT: tuple(ids), ID: tuple(ids.values())}
        instruments = table(different, values, dict.fromkeys(values, str))
        different = different.with_columns(folded_column(column, str).alias(INSTRUMENT))
        if strict:
            _check(different, instruments, INSTRUMENT, column)
        different = different.join(instruments, on=INSTRUMENT, how="inner").drop(INSTRUMENT)
    return different.join(limits, on=on, how="inner").drop(on)


def _limits(
    like: Frame,
    columns: Mapping[str, Sequence[Any]],
    found: Sequence[Breakpoints],
    places: list[int],
    days: Days,
) -> Frame:
    """Make a table of the breakpoints at some places, beside other columns."""
    limits = breakpoint_columns(found, days)
    types = {name: type(values[0]) for name, values in columns.items()} | column_types(limits)
    chosen = {name: [values[place] for place in places] for name, values in limits.items()}
    made = table(like, {**columns, **chosen}, types)
    if like.implementation in SQL or days.dtype.is_integer():
        return made
    # What is compared with times is of their very type: pandas, whose days are times, too.
    return made.with_columns(selectors.datetime().cast(days.dtype))


def _check(different: Frame, known: Frame, on: str, column: str) -> None:
    named = different.filter(~nw.col(on).is_null())
    missing = collected(named.join(known, on=on, how="anti").select(column).unique())
    _refuse(column, missing[column].to_list())


def _refuse(column: str, values: list[object]) -> None:
    """Raise the error that names the keys that find nothing, if there are any."""
    named = sorted({repr(value) for value in values})
    if named:
        more = f" and {len(named) - NAMED} more" if len(named) > NAMED else ""
        raise NotFoundError(f"{column}: the chart has no {', '.join(named[:NAMED])}{more}")
