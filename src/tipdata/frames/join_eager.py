"""The join of status columns to eager frames, and to the batches of a plan of Polars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import narwhals.stable.v2 as nw
from attrs import evolve

from tipdata.frames.compare_days import add_status
from tipdata.frames.days import Days, ends_at, read_days
from tipdata.frames.eager import map_unique
from tipdata.frames.engines import OWN, collect, day_type, select_workable, to_plan
from tipdata.frames.keys import check_keys, check_unmatched, find_indices, whole
from tipdata.frames.request import rows_at

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import polars as pl

    from tipdata.frames.request import EnrichRequest

INDEX = f"{OWN}index"
# Integers of pandas have no null; a Float64 has one in every engine, and is exact here.
NUMBER = nw.Float64()


def status_of_rows(rows: nw.DataFrame[Any], request: EnrichRequest) -> nw.DataFrame[Any]:
    """Return the new columns for the rows of an eager frame.

    Raises:
        DateError: If a day can't be read.
        NotFoundError: If a key names nothing, and the request is to raise that.
        TypeError: If a column is of a type that holds no keys or days.
    """
    used = select_workable(rows, request.used)
    for column in request.spellings:
        objects = rows.implementation.is_pandas_like()
        check_keys(request, column, used[column].dtype, objects=objects)
    day_columns, days = read_days(used[request.on])
    beside = _join_breakpoints(used, request)
    joined = to_plan(beside.with_columns(*day_columns.iter_columns()))
    asked = Days(*ends_at(days.first, days.last, request.at))
    return collect(add_status(joined, request.status, asked).select(request.added))


def join_polars_plan(frame: pl.LazyFrame, request: EnrichRequest) -> pl.LazyFrame:
    """Add the new columns to a plan of Polars: when it runs, its batches are eager frames.

    Raises:
        NotFoundError: If a key names nothing, and the request is to raise that; to know, a
            part of the plan is run.
        TypeError: If a column is of a type that holds no keys or days.
    """
    import polars as pl
    from polars import selectors

    lenient = evolve(request, raise_unmatched=False)

    def status_of_batch(rows: pl.DataFrame) -> pl.DataFrame:
        native: pl.DataFrame = status_of_rows(nw.from_native(rows), lenient).to_native()
        return native

    columns = selectors.by_name(*request.used)
    # What can't be asked of such columns, and the types of the new ones, no row tells.
    empty = pl.DataFrame(schema=frame.collect_schema()).select(columns)
    schema = status_of_batch(empty).schema
    if request.raise_unmatched:
        unique = frame.select(selectors.by_name(*request.spellings)).unique().collect()
        for column, spellings in request.spellings.items():
            check_unmatched(column, unique[column].to_list(), spellings)
    status = pl.struct(columns).map_batches(
        lambda values: status_of_batch(values.struct.unnest()).to_struct(),
        return_dtype=pl.Struct(schema),
        is_elementwise=True,
    )
    return frame.with_columns(status.struct.unnest())


def _join_breakpoints(used: nw.DataFrame[Any], request: EnrichRequest) -> nw.DataFrame[Any]:
    """Return for each row the breakpoints of its keys; nulls, where these name nothing."""
    columns = request.columns
    types: dict[str, nw.dtypes.DType] = dict.fromkeys(columns, day_type(used.implementation))
    types |= {status.contested: NUMBER for status in request.status if status.contested}

    def from_keys(values: Sequence[Any]) -> Mapping[str, Sequence[Any]]:
        return rows_at(_indices(request, request.country, values), columns)

    def from_numbers(values: Sequence[Any]) -> Mapping[str, Sequence[Any]]:
        return rows_at([whole(value) for value in values], columns)

    if request.instrument_column is None:
        return map_unique(used[request.country], from_keys, types)
    countries = _numbers(used, request, request.country) * request.instrument_count
    rows = countries + _numbers(used, request, request.instrument_column)
    return map_unique(rows, from_numbers, types)


def _numbers(used: nw.DataFrame[Any], request: EnrichRequest, column: str) -> nw.Series[Any]:
    """Return the index of what each key names."""

    def make(values: Sequence[Any]) -> dict[str, list[float | None]]:
        indices = _indices(request, column, values)
        return {INDEX: [None if index is None else float(index) for index in indices]}

    return map_unique(used[column], make, {INDEX: NUMBER}).get_column(INDEX)


def _indices(request: EnrichRequest, column: str, values: Sequence[Any]) -> list[int | None]:
    spellings = request.spellings[column]
    if request.raise_unmatched:
        check_unmatched(column, values, spellings)
    return find_indices(values, spellings)
