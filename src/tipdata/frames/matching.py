"""The answers to a question about rows at hand, or about those of a plan of Polars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import narwhals.stable.v2 as nw
from attrs import evolve

from tipdata.frames.at_hand import spread
from tipdata.frames.days import read_days
from tipdata.frames.engines import OWN, at_hand, collected, day_type, planned
from tipdata.frames.keys import check_keys, places_of
from tipdata.frames.question import answers, with_answers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    import polars as pl

    from tipdata.frames.engines import Frame
    from tipdata.frames.question import Answer, Question

    Types = Mapping[str, nw.dtypes.DType]

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
    asked = answers(question, days)
    limits = {name: days.dtype for one in asked for name in one.limits}
    since = {name: day_type(rows.implementation) for one in asked for name in one.since}
    beside = _beside(taken, question, asked, limits | since)
    joined, asked = _with_flags(planned(beside.with_columns(*read.iter_columns())), asked)
    return collected(with_answers(joined, asked).select(question.added))


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
    taken: nw.DataFrame[Any], question: Question, asked: Sequence[Answer], types: Types
) -> nw.DataFrame[Any]:
    """Give each row the breakpoints that its keys find; nulls, where they find none."""
    columns = {name: values for one in asked for name, values in one.columns.items()}

    def places(column: str, values: Sequence[Any]) -> list[int | None]:
        records = question.records[column]
        return places_of(column, values, records, strict=question.strict)

    def rows(places: Sequence[int | None]) -> dict[str, list[date | None]]:
        return {
            name: [None if place is None else values[place] for place in places]
            for name, values in columns.items()
        }

    def numbered(column: str, step: int) -> nw.Series[Any]:
        def numbers(values: Sequence[Any]) -> dict[str, list[int]]:
            found = places(column, values)
            return {PLACE: [NOWHERE if place is None else place * step for place in found]}

        return spread(taken[column], numbers, {PLACE: nw.Int64()}).get_column(PLACE)

    country, namer = question.country, question.namer
    if namer is None:
        return spread(taken[country], lambda values: rows(places(country, values)), types)
    both = numbered(country, len(question.instruments)) + numbered(namer, 1)

    def numbers(found: Sequence[int | None]) -> dict[str, list[date | None]]:
        return rows([None if number is None or number < 0 else number for number in found])

    return spread(both, numbers, types)


def _with_flags(rows: Frame, asked: Sequence[Answer]) -> tuple[Frame, list[Answer]]:
    """Compare days with breakpoints once, in columns of their own."""
    flags: dict[str, nw.Expr] = {}
    flagged = []
    for number, one in enumerate(asked):
        names = {states: f"{OWN}{number}_sure_{n}" for n, states in enumerate(one.surely)}
        flags |= {name: one.surely[states] for states, name in names.items()}
        flagged.append(evolve(one, surely={s: nw.col(name) for s, name in names.items()}))
    return rows.with_columns(**flags), flagged
