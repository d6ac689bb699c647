"""Names: when two texts are the same one, which record goes by one, and what comes close."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Generic, Protocol, TypeVar
from unicodedata import category, normalize


class Named(Protocol):
    """What goes by names: a record, with its keys."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The texts that name it."""
        ...

    @property
    def codes(self) -> tuple[str, ...]:
        """Those of them that are codes and no words."""
        ...


N = TypeVar("N", bound=Named)
V = TypeVar("V")

CLOSE = 3  # what comes close is a hint: three fit on a line
CODE = 3  # the longest code of ISO 3166-1


def fold(text: str) -> str:
    """Reduce a text to what tells names apart: not case, accents, or space around words.

    Example:
        >>> fold("  Côte  d'Ivoire ")
        "cote d'ivoire"
    """
    if not text.isascii():
        # NFKD parts a letter from its accent, a nonspacing mark (Mn) of its own.
        text = "".join(c for c in normalize("NFKD", text) if category(c) != "Mn")
    return " ".join(text.casefold().split())


def numeric_code(number: int) -> str:
    """Write a number as the numeric code of ISO 3166-1 that it is.

    Example:
        >>> numeric_code(76)
        '076'
    """
    return f"{number:03d}"


class ById(Generic[V]):
    """A value as the key of a cache: the same object, not an equal one.

    Two editions are equal if all that they hold is, which takes far longer to tell than
    what the caches save. The key holds the value, so that no other gets its id meanwhile.
    """

    # One is made at every look-up: without attrs that takes half the time.
    __slots__ = ("value",)

    def __init__(self, value: V) -> None:
        """Hold the value."""
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ById) and self.value is other.value

    def __hash__(self) -> int:
        return id(self.value)


def index(records: tuple[N, ...]) -> Mapping[str, N]:
    """Map every folded key of some records to the first that has it."""
    return _index(ById(records))


# An edition has four tables of names, and two more with a register: enough for ten editions.
@lru_cache(maxsize=64)
def _index(records: ById[tuple[Any, ...]]) -> Mapping[str, Any]:
    keys: dict[str, Any] = {}
    for record in records.value:
        for key in record.keys:
            keys.setdefault(fold(key), record)
    return MappingProxyType(keys)


def close(key: str, records: Iterable[Named]) -> list[str]:
    """Find the names that come close to a key, or, where it is as short as one, the codes.

    A word is never close to a code: "Norway" has both letters of "NA".

    Example:
        >>> import tipdata
        >>> close("Namibya", tipdata.countries()), close("dnq", tipdata.countries())
        (['Namibia'], ['DNK'])
    """
    from difflib import get_close_matches

    text = fold(key)
    if text.isdecimal():
        text = text.zfill(CODE)
    names: dict[str, str] = {}
    for record in records:
        codes = record.codes
        comparable = codes if codes and len(text) <= CODE else set(record.keys) - set(codes)
        names |= {fold(name): name for name in record.keys if name in comparable}
    # Lower than difflib's 0.6: of a code of two letters with a wrong one, half fits.
    return [names[name] for name in get_close_matches(text, names, n=CLOSE, cutoff=0.5)]
