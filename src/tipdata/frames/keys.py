"""How the keys in a user's column find their countries and instruments, inside the engine."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from unicodedata import category, normalize

import narwhals.stable.v2 as nw

from tipdata.models.keys import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tipdata.models.record import Record

SPACES = "[\\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+"
KEY_TYPES: tuple[tuple[type, Callable[[nw.dtypes.DType], bool]], ...] = (
    (int, lambda dtype: dtype.is_integer()),
    (float, lambda dtype: dtype.is_float()),
    (str, lambda dtype: dtype in {nw.String, nw.Categorical, nw.Enum, nw.Object}),
)
COMBINING = "[\u0300-\u036f]+"


def folded(column: str, dtype: nw.dtypes.DType) -> nw.Expr:
    """Reduce the keys of a column to what tells names apart, as `fold` does.

    A number stands for a numeric code. Accents are those of the Latin letters.
    """
    key = nw.col(column)
    if dtype.is_integer():
        return key.cast(nw.Int64)
    if dtype.is_float():
        return key.cast(nw.Float64)
    key = key.cast(nw.String).str.to_lowercase().str.replace_all(COMBINING, "")
    for letter, accented in _accented().items():
        key = key.str.replace_all(f"[{accented}]", letter)
    return key.str.replace_all(SPACES, " ").str.strip_chars(" ")


def spellings(record: Record, key_type: type) -> Iterator[str | int | float]:
    """Give the keys of a record as a column of texts or of numbers has them, folded."""
    if key_type is str:
        yield from {fold(key): None for key in record.keys}
    else:
        numeric = getattr(record, "numeric", None)
        if numeric is not None:
            yield key_type(int(numeric))


def key_type(argument: str, dtype: nw.dtypes.DType, *wanted: type) -> type:
    """Tell as what the keys of a column are compared: texts or numbers.

    Raises:
        TypeError: If it holds neither, or not what is wanted.
    """
    found = next((cls for cls, holds in KEY_TYPES if holds(dtype)), None)
    if found is None or (wanted and found not in wanted):
        raise TypeError(f"{argument}: a column of {dtype} holds no keys of the chart")
    return found


@cache
def _accented() -> dict[str, str]:
    """Give, for each Latin letter, the letters that are that one with an accent."""
    found: dict[str, str] = {}
    for letter in map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))):
        bare = "".join(c for c in normalize("NFKD", letter) if category(c) != "Mn")
        if bare != letter and len(bare) == 1 and bare.isascii() and bare.islower():
            found[bare] = found.get(bare, "") + letter
    return found
