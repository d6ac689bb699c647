"""How the keys in a user's column find the index of their country or instrument."""

from __future__ import annotations

from decimal import Decimal
from math import isfinite
from typing import TYPE_CHECKING, Any

import narwhals.stable.v2 as nw

from tipdata.errors import NotFoundError
from tipdata.frames.eager import is_blank
from tipdata.names import Named, fold, numeric_code

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from tipdata.frames.request import EnrichRequest

TEXTS = (nw.String, nw.Categorical, nw.Enum)
NUMBERS = (int, float, Decimal)
SHOWN = 5  # an error is to be read: so many keys that name nothing fit on a line


def index_spellings(records: Iterable[Named]) -> dict[str, int]:
    """Return the index of the record that each spelling of a key, folded, names."""
    indices: dict[str, int] = {}
    for index, record in enumerate(records):
        for key in record.keys:
            indices.setdefault(fold(key), index)
    return indices


def check_keys(
    request: EnrichRequest, column: str, dtype: nw.dtypes.DType, *, objects: bool = False
) -> None:
    """Refuse a column of a type that holds no keys: neither texts nor, of countries, numbers.

    Raises:
        TypeError: If it is of such a type.
    """
    numbers = column == request.country and dtype.is_numeric()
    if not (dtype in TEXTS or numbers or (objects and dtype == nw.Object)):
        role = "country" if column == request.country else "instrument"
        raise TypeError(f"{role}: a column of {dtype} holds no keys")


def find_indices(values: Sequence[object], spellings: Mapping[str, int]) -> list[int | None]:
    """Return the index of the record that each value names; None for no record."""
    return [spellings.get(_folded(value)) for value in values]


def check_unmatched(column: str, values: Sequence[object], spellings: Mapping[str, int]) -> None:
    """Raise the error that names the values that name no record; a blank is none of them.

    Raises:
        NotFoundError: If there are any.
    """
    indices = zip(values, find_indices(values, spellings), strict=True)
    raise_unmatched(column, [v for v, index in indices if index is None and not is_blank(v)])


def raise_unmatched(column: str, values: Collection[object]) -> None:
    """Raise the error that names the keys that name no record, if there are any."""
    keys = sorted({repr(value) for value in values})
    if keys:
        others = " and others" if len(keys) > SHOWN else ""
        raise NotFoundError(f"{column}: the chart has no {', '.join(keys[:SHOWN])}{others}")


def whole(value: Any) -> int | None:
    """Return a number as a whole one, if it is one."""
    if isinstance(value, bool) or not isinstance(value, NUMBERS) or not isfinite(value):
        return None
    return int(value) if value == int(value) else None


def _folded(value: Any) -> str:
    """Reduce a key to what tells names apart; what is no key, to nothing."""
    if isinstance(value, str):
        return fold(value)
    code = whole(value)
    return "" if code is None else numeric_code(code)
