"""Columns for frames at hand, made from the different values of a column."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from math import isnan
from typing import TYPE_CHECKING, Any, cast

import narwhals.stable.v2 as nw

from tipdata.frames.engines import OWN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

VALUE = f"{OWN}value"


def spread(
    values: nw.Series[Any],
    make: Callable[[Sequence[Any]], Mapping[str, Sequence[Any]]],
    types: Mapping[str, nw.dtypes.DType],
) -> nw.DataFrame[Any]:
    """Make columns from the different values of a series, and give each row those of its own.

    Args:
        values: The series.
        make: What makes the columns; it may get a value twice, and gets blanks too.
        types: The types of the columns.

    Raises:
        TypeError: If the values are objects that can't be told apart.
    """
    spread_in = _polars
    if values.implementation.is_pandas_like():
        spread_in = _pandas
    elif values.implementation.is_pyarrow():
        spread_in = _pyarrow

    def table(different: Sequence[Any]) -> nw.DataFrame[Any]:
        return table_at_hand(values.implementation, make(different), types)

    return cast("nw.DataFrame[Any]", nw.from_native(spread_in(values.to_native(), table)))


def table_at_hand(
    engine: nw.Implementation,
    columns: Mapping[str, Sequence[Any]],
    types: Mapping[str, nw.dtypes.DType],
) -> nw.DataFrame[Any]:
    """Make a table in an engine that holds its frames at hand."""
    if engine.is_pandas_like():  # whose days are times, at midnight
        columns = {name: [_at_midnight(value) for value in columns[name]] for name in columns}
    schema = {name: types[name] for name in columns}
    return nw.from_dict(columns, schema, backend=cast("Any", engine))


def is_blank(value: Any) -> bool:
    """Tell whether a value is one of the blanks of Python, numpy or pandas."""
    if isinstance(value, (float, Decimal)):
        return isnan(value)
    return value is None or type(value).__name__ in {"NAType", "NaTType"}


def _at_midnight(value: Any) -> Any:
    return datetime.combine(value, time.min) if type(value) is date else value


def _polars(values: Any, table: Callable[[Sequence[Any]], nw.DataFrame[Any]]) -> Any:
    named = values.alias(VALUE).to_frame()
    different = named.unique()  # a frame's, which runs on all cores
    made = different.hstack(table(different[VALUE].to_list()).to_native())
    joined = named.join(made, on=VALUE, how="left", nulls_equal=True, maintain_order="left")
    return joined.drop(VALUE)


def _pyarrow(values: Any, table: Callable[[Sequence[Any]], nw.DataFrame[Any]]) -> Any:
    import pyarrow as pa

    if pa.types.is_dictionary(values.type):
        values = values.cast(values.type.value_type)
    encoded = values.dictionary_encode().unify_dictionaries()
    different = encoded.chunk(0).dictionary.to_pylist() if encoded.num_chunks else []
    places = pa.chunked_array([chunk.indices for chunk in encoded.chunks], pa.int32())
    # A blank has no place, and is the last.
    return table([*different, None]).to_native().take(places.fill_null(len(different)))


def _pandas(values: Any, table: Callable[[Sequence[Any]], nw.DataFrame[Any]]) -> Any:
    if values.dtype == object:
        places, different = _objects(values)
    else:
        places, index = values.factorize()
        different = index.tolist()
    # The place of a blank is -1, which is the last.
    made = table([*different, None]).to_native()
    return made.take(places).set_axis(values.index)


def _objects(values: Any) -> tuple[list[int], list[Any]]:
    """Number the different objects of a series.

    Two are the same if they are of one type and, where they are times, of one zone and as
    exact as each other: equal times may have different dates.
    """
    seen: dict[Any, int] = {}
    try:
        places = [
            seen.setdefault((type(value), value, _kind(value)), len(seen)) for value in values
        ]
    except TypeError:
        raise TypeError(f"{values.name}: such objects are neither keys nor days") from None
    return places, [_plain(value) for _, value, _ in seen]


def _kind(value: Any) -> Any:
    return getattr(value, "tzinfo", None) or getattr(value, "dtype", None)


def _plain(value: Any) -> Any:
    """Give a scalar of numpy as Python has it; a date as a text that is as exact as it."""
    if not hasattr(value, "dtype"):
        return value
    if value.dtype.kind != "M":
        return value.item()
    return None if str(value) == "NaT" else str(value)
