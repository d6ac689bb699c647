"""Status columns for a plan of any other engine, in expressions that all engines have.

narwhals makes no table where a user's plan runs, and a join would lose the index of Dask. So
both small tables are written into expressions: the index of a key is told by two digits, and
what stands at an index is found by halves.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from itertools import groupby
from math import isqrt
from typing import TYPE_CHECKING, Any, cast

import narwhals.stable.v2 as nw

from tipdata.frames.compare_days import add_status
from tipdata.frames.days import FIRST, LAST, Days, ends_at
from tipdata.frames.engines import OWN
from tipdata.frames.keys import SHOWN, TEXTS, check_keys, raise_unmatched
from tipdata.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tipdata.frames.engines import Frame
    from tipdata.frames.request import EnrichRequest

    DType = nw.dtypes.DType
    Run = tuple[int, Any]  # where a run of equal values begins, and the value

INDEX = f"{OWN}index"
TYPES: Mapping[type, DType] = {date: nw.Date(), str: nw.String(), int: nw.Int64()}
COMBINING = "[\u0300-\u036f]"
SPACE = "[\\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+"


def join_by_expressions(rows: Frame, request: EnrichRequest) -> Frame:
    """Add the new columns to a plan.

    Raises:
        NotFoundError: If a key names nothing, and the request is to raise that; to know, a
            part of the plan is run.
        TypeError: If a column is of a type that holds no keys, or neither dates nor years.
    """
    schema = rows.collect_schema()
    indices = {}
    for column, spellings in request.spellings.items():
        check_keys(request, column, schema[column])
        indices[column] = _index(column, schema[column], spellings)
        if request.raise_unmatched:
            unknown = ~nw.col(column).is_null() & indices[column].is_null()
            wrong = rows.filter(unknown).select(column).unique().sort(column).head(SHOWN + 1)
            raise_unmatched(column, wrong.collect()[column].to_list())
    country, *instrument = indices.values()
    index = country * request.instrument_count + instrument[0] if instrument else country
    first, last, write = _days(request.on, schema[request.on])
    first, last = ends_at(first, last, request.at)
    rows = rows.with_columns(index.alias(INDEX), first.alias(FIRST), last.alias(LAST))
    ends = {n: map(write, v) for s in request.status for n, v in s.intervals.columns.items()}
    beside = {name: _at_index(values) for name, values in (request.columns | ends).items()}
    joined = add_status(
        rows.with_columns(**beside), request.status, Days(nw.col(FIRST), nw.col(LAST))
    )
    return joined.select(*schema.names(), *request.added)


def _index(column: str, dtype: DType, spellings: Mapping[str, int]) -> nw.Expr:
    """Return the index of what a key names, or null."""
    key = nw.col(column)
    if dtype in TEXTS:
        return _by_digits(_folded(key), spellings)
    codes = {int(k): i for k, i in spellings.items() if re.fullmatch("[0-9]{3}", k)}
    return _by_digits(key, codes)


def _folded(key: nw.Expr) -> nw.Expr:
    """Reduce a key as `fold` does; accents, of Latin letters."""
    key = key.cast(nw.String).str.to_lowercase().str.replace_all(COMBINING, "")
    for letter, accented in _accented().items():
        key = key.str.replace_all(f"[{accented}]", letter)
    return key.str.replace_all(SPACE, " ").str.strip_chars()


def _by_digits(key: nw.Expr, indices: Mapping[Any, int]) -> nw.Expr:
    """Find the index of a key by two digits, each told by a choice.

    One choice among all indices would be as many expressions deep as there are of them,
    and Python and databases have a limit.
    """
    base = isqrt(max(indices.values(), default=0)) + 1
    digits: list[dict[int, list[Any]]] = [{}, {}]
    for spelling, index in indices.items():
        for choices, digit in zip(digits, divmod(index, base), strict=True):
            choices.setdefault(digit, []).append(spelling)
    high, low = (_choose(key, choices) for choices in digits)
    return high * base + low


def _choose(key: nw.Expr, choices: Mapping[int, Sequence[Any]]) -> nw.Expr:
    """Return the number among whose spellings a key is, or null."""
    number_of: Any = nw if choices else nw.when(nw.lit(False)).then(nw.lit(0))
    for number, spellings in choices.items():
        number_of = number_of.when(key.is_in(spellings)).then(nw.lit(number))
    return cast("nw.Expr", number_of)


def _days(column: str, dtype: DType) -> tuple[nw.Expr, nw.Expr, Any]:
    """Return the first and the last day of a column, and what writes the limits for them.

    Years become the texts of their days in ISO form, which compare as days do.
    """
    day = nw.col(column)
    if dtype == nw.Date or isinstance(dtype, nw.Datetime):
        return day.cast(nw.Date), day.cast(nw.Date), lambda limit: limit
    if not dtype.is_integer():
        raise TypeError(f"on: {dtype} is read in no such plan; cast the column to dates or years")
    year = nw.when(day >= 1, day <= 9999).then(day.cast(nw.String).str.zfill(4))
    first, last = (nw.concat_str(year, nw.lit(end)) for end in ("-01-01", "-12-31"))
    return first, last, lambda limit: limit and str(limit)


def _at_index(values: Iterable[Any]) -> nw.Expr:
    """Return the value at the index of each row; null without an index."""
    runs = [next(run) for _, run in groupby(enumerate(values), key=lambda item: item[1])]
    null = nw.lit(None, next((TYPES[type(v)] for _, v in runs if v is not None), nw.Date()))
    return nw.when(~nw.col(INDEX).is_null()).then(_by_halves(runs, null))


def _by_halves(runs: Sequence[Run], null: nw.Expr) -> nw.Expr:
    """Find a value among runs of equal ones, by comparing the index with the middle."""
    if len(runs) == 1:
        return null if runs[0][1] is None else nw.lit(runs[0][1])
    middle = len(runs) // 2
    before = nw.col(INDEX) < runs[middle][0]
    return (
        nw.when(before)
        .then(_by_halves(runs[:middle], null))
        .otherwise(_by_halves(runs[middle:], null))
    )


@cache
def _accented() -> dict[str, str]:
    """Return, for each Latin letter, the small letters that are that one with an accent."""
    accented: dict[str, str] = {}
    for letter in map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))):
        bare = fold(letter)
        if letter.islower() and len(bare) == 1 and bare.isascii():
            accented[bare] = accented.get(bare, "") + letter
    return accented
