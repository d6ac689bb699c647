"""How the keys in a user's column find their countries and instruments, inside the engine."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from unicodedata import category, normalize

import narwhals.stable.v2 as nw

from tipdata.models.conventions import Country
from tipdata.models.keys import fold

if TYPE_CHECKING:
    from tipdata.models.conventions import Instrument

SPACES = "[\\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+"
TEXTS = (nw.String, nw.Categorical, nw.Enum)
COMBINING = "[\u0300-\u036f]+"


def key_type(argument: str, dtype: nw.dtypes.DType) -> type[str] | type[int] | type[float]:
    """Tell as what the keys of a column are compared: texts, or numbers for numeric codes.

    Raises:
        TypeError: If it holds neither, or holds numbers where instruments are due.
    """
    if dtype in TEXTS or dtype == nw.Object:
        return str
    if argument == "country" and (dtype.is_integer() or dtype.is_float()):
        return int if dtype.is_integer() else float
    raise TypeError(f"{argument}: a column of {dtype} holds no keys of the chart")


def folded(value: object) -> str | None:
    """Reduce a key to what tells names apart; a number is a numeric code, all else is none."""
    if isinstance(value, str):
        return fold(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return f"{value:03d}" if isinstance(value, int) else None


def folded_column(column: str, cls: type) -> nw.Expr:
    """Let an engine reduce the keys of a column likewise; accents, of the Latin letters."""
    key = nw.col(column)
    if cls is not str:
        return key.cast(nw.Int64 if cls is int else nw.Float64)
    key = key.cast(nw.String).str.to_lowercase().str.replace_all(COMBINING, "")
    for letter, accented in _accented().items():
        key = key.str.replace_all(f"[{accented}]", letter)
    return key.str.replace_all(SPACES, " ").str.strip_chars(" ")


def spellings(record: Country | Instrument, cls: type) -> list[str | int | float]:
    """Give the keys of a record as a column of texts or of numbers has them, folded."""
    if cls is str:
        return list({fold(key): None for key in record.keys})
    numeric = record.numeric if isinstance(record, Country) else None
    return [] if numeric is None else [cls(int(numeric))]


@cache
def _accented() -> dict[str, str]:
    """Give, for each Latin letter, the letters that are that one with an accent."""
    found: dict[str, str] = {}
    for letter in map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))):
        bare = "".join(c for c in normalize("NFKD", letter) if category(c) != "Mn")
        if bare != letter and len(bare) == 1 and bare.isascii() and bare.islower():
            found[bare] = found.get(bare, "") + letter
    return found
