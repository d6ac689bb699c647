"""The answers to a question about a plan of any engine, in expressions that all engines have."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, cast

import narwhals.stable.v2 as nw

from tipdata.frames.days import FIRST, LAST, Days
from tipdata.frames.engines import OWN
from tipdata.frames.keys import NAMED, TEXTS, check_keys, refuse
from tipdata.frames.matching import with_answer
from tipdata.frames.question import answers
from tipdata.models.conventions import Country
from tipdata.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tipdata.frames.engines import Frame
    from tipdata.frames.question import Question
    from tipdata.models.record import Record

    DType = nw.dtypes.DType

PLACE = f"{OWN}place"
COMBINING = "[\u0300-\u036f]"
SPACE = "[\\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+"


def answered_by_expressions(rows: Frame, question: Question) -> Frame:
    """Add the new columns to a plan: the small table is written into its expressions.

    Raises:
        NotFoundError: If the question is strict, and a key names nothing; to know, a part of
            the plan is run.
        TypeError: If a column is of a type that holds no keys, or neither dates nor years.
    """
    schema = rows.collect_schema()
    places = {}
    for column, records in question.records.items():
        check_keys(question, column, schema[column])
        places[column] = _place(column, schema[column], records)
        if question.strict:
            unknown = ~nw.col(column).is_null() & places[column].is_null()
            wrong = rows.filter(unknown).select(column).unique().sort(column).head(NAMED + 1)
            refuse(column, wrong.collect()[column].to_list())
    country, *namer = places.values()
    place = country * len(question.instruments) + namer[0] if namer else country
    first, last, write = _days(question.on, schema[question.on])
    rows = rows.with_columns(place.alias(PLACE), first.alias(FIRST), last.alias(LAST))
    asked, days = answers(question), Days(nw.col(FIRST), nw.col(LAST))
    for number, one in enumerate(asked):
        limits = {name: _at_place(map(write, ends)) for name, ends in one.rule.columns.items()}
        rows = rows.with_columns(**limits, **{one.entry_into_force: _at_place(one.days)})
        rows = with_answer(rows, one, days, f"{OWN}{number}_only_")
    return rows.select(*schema.names(), *question.added)


def _place(column: str, dtype: DType, records: Sequence[Record]) -> nw.Expr:
    """Give the place of the record that a key names, or null."""
    key = nw.col(column)
    if dtype in TEXTS:
        key = key.cast(nw.String).str.to_lowercase().str.replace_all(COMBINING, "")
        for letter, accented in _accented().items():
            key = key.str.replace_all(f"[{accented}]", letter)
        key = key.str.replace_all(SPACE, " ").str.strip_chars()
        named: list[list[Any]] = [[fold(name) for name in record.keys] for record in records]
    else:
        codes = [record.numeric for record in records if isinstance(record, Country)]
        named = [[] if code is None else [int(code)] for code in codes]
    return _choice({place: key.is_in(keys) for place, keys in enumerate(named) if keys})


def _days(column: str, dtype: DType) -> tuple[nw.Expr, nw.Expr, Any]:
    """Give the first and the last day of a column, and what writes the limits for them.

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


def _at_place(values: Iterable[Any]) -> nw.Expr:
    """Give the value at the place of each row; rows of one value together."""
    places: dict[Any, list[int]] = {}
    for place, value in enumerate(values):
        if value is not None:
            places.setdefault(value, []).append(place)
    return _choice({value: nw.col(PLACE).is_in(some) for value, some in places.items()})


def _choice(cases: Mapping[Any, nw.Expr]) -> nw.Expr:
    """Give the value whose case holds, or null."""
    chosen: Any = nw
    for value, case in cases.items():
        chosen = chosen.when(case).then(nw.lit(value))
    return cast("nw.Expr", chosen) if cases else nw.lit(None, nw.Date)


@cache
def _accented() -> dict[str, str]:
    """Give, for each Latin letter, the small letters that are that one with an accent."""
    found: dict[str, str] = {}
    for letter in map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))):
        bare = fold(letter)
        if letter.islower() and len(bare) == 1 and bare.isascii():
            found[bare] = found.get(bare, "") + letter
    return found
