"""Columns of eager frames, made once for each different value of another column."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from math import isnan
from typing import TYPE_CHECKING, Any, cast

import narwhals.stable.v2 as nw

from tipdata.frames.engines import OWN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    MakeTable = Callable[[Sequence[Any]], nw.DataFrame[Any]]

VALUE = f"{OWN}value"


def map_unique(
    values: nw.Series[Any],
    make: Callable[[Sequence[Any]], Mapping[str, Sequence[Any]]],
    types: Mapping[str, nw.dtypes.DType],
) -> nw.DataFrame[Any]:
    """Make columns from the unique values of a series, and return those of every row.

    Args:
        values: The series.
        make: What makes the columns; it may get a value twice, and gets blanks too.
        types: The types of the columns.

    Raises:
        TypeError: If the values are objects that can't be told apart.
    """
    # Three joins beneath narwhals: its own promises no order of rows, and makes nulls differ.
    join = _join_polars
    if values.implementation.is_pandas_like():
        join = _join_pandas
    elif values.implementation.is_pyarrow():
        join = _join_pyarrow

    def table(unique: Sequence[Any]) -> nw.DataFrame[Any]:
        return eager_table(values.implementation, make(unique), types)

    return cast("nw.DataFrame[Any]", nw.from_native(join(values.to_native(), table)))


def eager_table(
    engine: nw.Implementation,
    columns: Mapping[str, Sequence[Any]],
    types: Mapping[str, nw.dtypes.DType],
) -> nw.DataFrame[Any]:
    """Make a table in an engine of eager frames."""
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


def _join_polars(values: Any, table: MakeTable) -> Any:
    rows = values.alias(VALUE).to_frame()
    unique = rows.unique()  # a frame's, which runs on all cores; a series' does not
    mapped = unique.hstack(table(unique[VALUE].to_list()).to_native())
    joined = rows.join(mapped, on=VALUE, how="left", nulls_equal=True, maintain_order="left")
    return joined.drop(VALUE)


def _join_pyarrow(values: Any, table: MakeTable) -> Any:
    import pyarrow as pa

    if pa.types.is_dictionary(values.type):
        values = values.cast(values.type.value_type)
    encoded = values.dictionary_encode().unify_dictionaries()
    unique = encoded.chunk(0).dictionary.to_pylist() if encoded.num_chunks else []
    indices = pa.chunked_array([chunk.indices for chunk in encoded.chunks], pa.int32())
    # A null has no index in a dictionary; its row is the last.
    return table([*unique, None]).to_native().take(indices.fill_null(len(unique)))


def _join_pandas(values: Any, table: MakeTable) -> Any:
    if values.dtype == object:
        indices, unique = _factorize_objects(values)
    else:
        indices, different = values.factorize()
        unique = different.tolist()
    # The index of a blank is -1, which takes the last row.
    mapped = table([*unique, None]).to_native()
    return mapped.take(indices).set_axis(values.index)


def _factorize_objects(values: Any) -> tuple[list[int], list[Any]]:
    """Number the different objects of a series.

    Two are the same if they are of one type and, where they are times, of one zone and as
    exact as each other: equal times may have different dates.
    """
    numbers: dict[Any, int] = {}
    try:
        indices = [
            numbers.setdefault((type(value), value, _zone_or_unit(value)), len(numbers))
            for value in values
        ]
    except TypeError:
        raise TypeError(f"{values.name}: such objects are neither keys nor days") from None
    return indices, [_python_value(value) for _, value, _ in numbers]


def _zone_or_unit(value: Any) -> Any:
    return getattr(value, "tzinfo", None) or getattr(value, "dtype", None)


def _python_value(value: Any) -> Any:
    """Return a scalar of numpy as Python has it; a date as a text that is as exact as it."""
    if not hasattr(value, "dtype"):
        return value
    if value.dtype.kind != "M":
        return value.item()
    return None if str(value) == "NaT" else str(value)
