"""How the keys in a user's column find their countries and instruments."""

from __future__ import annotations

from decimal import Decimal
from math import isfinite
from typing import TYPE_CHECKING, Any

import narwhals.stable.v2 as nw

from tipdata.errors import NotFoundError
from tipdata.frames.at_hand import is_blank
from tipdata.names import fold, numeric_code

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from tipdata.frames.question import Question
    from tipdata.models.record import Record

TEXTS = (nw.String, nw.Categorical, nw.Enum)
NUMBERS = (int, float, Decimal)
NAMED = 5


def check_keys(
    question: Question, column: str, dtype: nw.dtypes.DType, *, objects: bool = False
) -> None:
    """Refuse a column of a type that holds no keys: neither texts nor, of countries, numbers.

    Raises:
        TypeError: If it is of such a type.
    """
    numbers = column == question.country and dtype.is_numeric()
    if not (dtype in TEXTS or numbers or (objects and dtype == nw.Object)):
        role = "country" if column == question.country else "instrument"
        raise TypeError(f"{role}: a column of {dtype} holds no keys of the chart")


def spellings(records: Sequence[Record]) -> dict[str, int]:
    """Give the place of the record that each folded key names."""
    places: dict[str, int] = {}
    for place, record in enumerate(records):
        for key in record.keys:
            places.setdefault(fold(key), place)
    return places


def places_of(
    column: str, values: Sequence[object], records: Sequence[Record], *, strict: bool
) -> list[int | None]:
    """Give the places of the records that the values of a column name; None for no record.

    Raises:
        NotFoundError: If it is strict, and a value that is no blank names none.
    """
    known = spellings(records)
    places = [known.get(_folded(value)) for value in values]
    if strict:
        found = zip(values, places, strict=True)
        refuse(column, [v for v, place in found if place is None and not is_blank(v)])
    return places


def refuse(column: str, values: Collection[object]) -> None:
    """Raise the error that names the keys that find nothing, if there are any."""
    named = sorted({repr(value) for value in values})
    if named:
        others = " and others" if len(named) > NAMED else ""
        raise NotFoundError(f"{column}: the chart has no {', '.join(named[:NAMED])}{others}")


def whole(value: Any) -> int | None:
    """Give a number as a whole one, if it is one."""
    if isinstance(value, bool) or not isinstance(value, NUMBERS) or not isfinite(value):
        return None
    return int(value) if value == int(value) else None


def _folded(value: Any) -> str:
    """Reduce a key to what tells names apart; what is no key, to nothing."""
    if isinstance(value, str):
        return fold(value)
    code = whole(value)
    return "" if code is None else numeric_code(code)
