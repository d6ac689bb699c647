"""The answers to a question about rows at hand, or about those of a plan of Polars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import narwhals.stable.v2 as nw
from attrs import evolve

from tipdata.frames.at_hand import spread
from tipdata.frames.comparing import Truth, compared, is_any, limits_of, state_of, with_truths
from tipdata.frames.days import read_days
from tipdata.frames.engines import OWN, at_hand, collected, day_type, planned
from tipdata.frames.keys import check_keys, places_of
from tipdata.frames.question import CERTAIN, IN_FORCE_FROM, STATE, answers, at
from tipdata.frames.rule import ONE_STATE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    import polars as pl

    from tipdata.frames.days import Days
    from tipdata.frames.engines import Frame
    from tipdata.frames.question import Answer, Question

    Types = Mapping[str, nw.dtypes.DType]
    Columns = Mapping[str, Sequence[date | datetime | None]]

PLACE = f"{OWN}place"
NOWHERE = -1_000_000


def answered(rows: nw.DataFrame[Any], question: Question) -> nw.DataFrame[Any]:
    """Give the new columns for rows at hand.

    Raises:
        DateError: If a day can't be read.
        NotFoundError: If the question is strict, and a key names nothing.
        TypeError: If a column is of a type that holds no keys or days.
    """
    taken = at_hand(rows, question.used)
    for column in question.records:
        objects = rows.implementation.is_pandas_like()
        check_keys(question, column, taken[column].dtype, objects=objects)
    read, days = read_days(taken[question.on])
    asked = answers(question)
    limits: dict[str, Any] = {}
    since: dict[str, Any] = {}
    for one in asked:
        limits |= limits_of(one.rule, days)
        since[one.since] = one.days
    types = dict.fromkeys(limits, days.dtype)
    types |= dict.fromkeys(since, day_type(rows.implementation))
    beside = _beside(taken, question, limits | since, types)
    answered = planned(beside.with_columns(*read.iter_columns()))
    for number, one in enumerate(asked):
        answered = _with_answer(answered, one, days, f"{OWN}{number}_only_")
    return collected(answered.select(question.added))


def _with_answer(rows: Frame, asked: Answer, days: Days, name: str) -> Frame:
    """Add the new columns of one prefix to days that have their breakpoints beside them."""
    rows, surely = compared(rows, asked.rule, days, name)
    known = ~nw.col(asked.rule.column).is_null() & ~days.first.is_null()
    columns = [
        state_of(surely, known).alias(f"{asked.prefix}{STATE}"),
        nw.col(asked.since).alias(f"{asked.prefix}{IN_FORCE_FROM}"),
    ]
    certain = Truth(is_any(ONE_STATE, surely), known)
    return with_truths(rows, columns, {f"{asked.prefix}{CERTAIN}": certain})


def answered_in_plan(frame: pl.LazyFrame, question: Question) -> pl.LazyFrame:
    """Add the new columns to a plan of Polars: when it runs, its rows are rows at hand.

    Raises:
        NotFoundError: If the question is strict, and a key names nothing; to know, a part of
            the plan is run.
        TypeError: If a column is of a type that holds no keys or days.
    """
    import polars as pl
    from polars import selectors

    asked = evolve(question, strict=False)

    def answer(rows: pl.DataFrame) -> pl.DataFrame:
        native: pl.DataFrame = answered(nw.from_native(rows), asked).to_native()
        return native

    columns = selectors.by_name(*question.used)
    # What can't be asked of such columns, and the types of the new ones, no row tells.
    empty = pl.DataFrame(schema=frame.collect_schema()).select(columns)
    schema = answer(empty).schema
    if question.strict:
        for column, records in question.records.items():
            different = frame.select(selectors.by_name(column)).unique().collect()
            places_of(column, different.to_series().to_list(), records, strict=True)
    made = pl.struct(columns).map_batches(
        lambda values: answer(values.struct.unnest()).to_struct(),
        return_dtype=pl.Struct(schema),
        is_elementwise=True,
    )
    return frame.with_columns(made.struct.unnest())


def _beside(
    taken: nw.DataFrame[Any], question: Question, columns: Columns, types: Types
) -> nw.DataFrame[Any]:
    """Give each row the breakpoints that its keys find; nulls, where they find none."""

    def places(column: str, values: Sequence[Any]) -> list[int | None]:
        return places_of(column, values, question.records[column], strict=question.strict)

    def numbers(column: str, step: int) -> nw.Series[Any]:
        def numbered(values: Sequence[Any]) -> dict[str, list[int]]:
            found = places(column, values)
            return {PLACE: [NOWHERE if place is None else place * step for place in found]}

        return spread(taken[column], numbered, {PLACE: nw.Int64()}).get_column(PLACE)

    country, namer = question.country, question.namer
    if namer is None:
        return spread(taken[country], lambda values: at(places(country, values), columns), types)
    both = numbers(country, len(question.instruments)) + numbers(namer, 1)
    known = range(len(question.countries) * len(question.instruments))
    return spread(
        both, lambda found: at([n if n in known else None for n in found], columns), types
    )
