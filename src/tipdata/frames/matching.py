"""The answers to a question about rows at hand, or about those of a plan of Polars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import narwhals.stable.v2 as nw
from attrs import evolve

from tipdata.frames.at_hand import spread
from tipdata.frames.comparing import Truth, compared, is_any, state_of, with_truths
from tipdata.frames.days import read_days
from tipdata.frames.engines import OWN, collected, day_type, planned, workable
from tipdata.frames.keys import check_keys, places_of, whole
from tipdata.frames.question import CERTAIN, ENTRY_INTO_FORCE, STATE, answers, at
from tipdata.frames.rule import ONE_STATE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    import polars as pl

    from tipdata.frames.days import Days
    from tipdata.frames.engines import Frame
    from tipdata.frames.question import Answer, Question

    Columns = Mapping[str, Sequence[date | None]]

PLACE = f"{OWN}place"


def answered(rows: nw.DataFrame[Any], question: Question) -> nw.DataFrame[Any]:
    """Give the new columns for rows at hand.

    Raises:
        DateError: If a day can't be read.
        NotFoundError: If the question is strict, and a key names nothing.
        TypeError: If a column is of a type that holds no keys or days.
    """
    taken = workable(rows, question.used)
    for column in question.records:
        objects = rows.implementation.is_pandas_like()
        check_keys(question, column, taken[column].dtype, objects=objects)
    read, days = read_days(taken[question.on])
    asked = answers(question)
    columns = {name: made for one in asked for name, made in one.columns.items()}
    beside = _beside(taken, question, columns)
    made = planned(beside.with_columns(*read.iter_columns()))
    for number, one in enumerate(asked):
        made = with_answer(made, one, days, f"{OWN}{number}_only_")
    return collected(made.select(question.added))


def with_answer(rows: Frame, asked: Answer, days: Days, name: str) -> Frame:
    """Add the new columns of one prefix to days that have their breakpoints beside them."""
    rows, surely = compared(rows, asked.rule, days, name)
    known = ~nw.col(asked.rule.column).is_null() & ~days.first.is_null()
    columns = [
        state_of(surely, known).alias(f"{asked.prefix}{STATE}"),
        nw.col(asked.entry_into_force).alias(f"{asked.prefix}{ENTRY_INTO_FORCE}"),
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
        different = frame.select(selectors.by_name(*question.records)).unique().collect()
        for column, records in question.records.items():
            places_of(column, different[column].to_list(), records, strict=True)
    made = pl.struct(columns).map_batches(
        lambda values: answer(values.struct.unnest()).to_struct(),
        return_dtype=pl.Struct(schema),
        is_elementwise=True,
    )
    return frame.with_columns(made.struct.unnest())


def _beside(taken: nw.DataFrame[Any], question: Question, columns: Columns) -> nw.DataFrame[Any]:
    """Give each row the breakpoints that its keys find; nulls, where they find none."""

    def places(column: str, values: Sequence[Any]) -> list[int | None]:
        return places_of(column, values, question.records[column], strict=question.strict)

    def numbers(column: str, step: int) -> nw.Series[Any]:
        def numbered(values: Sequence[Any]) -> dict[str, list[float | None]]:
            found = places(column, values)
            return {PLACE: [None if place is None else float(place * step) for place in found]}

        return spread(taken[column], numbered, {PLACE: nw.Float64()}).get_column(PLACE)

    types = dict.fromkeys(columns, day_type(taken.implementation))
    country, namer = question.country, question.namer
    if namer is None:
        return spread(taken[country], lambda values: at(places(country, values), columns), types)
    both = numbers(country, len(question.instruments)) + numbers(namer, 1)
    return spread(both, lambda found: at([whole(number) for number in found], columns), types)
