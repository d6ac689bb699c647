"""When a value goes by the key that a user gives."""

from enum import Enum

from tipdata.dates import PartialDate
from tipdata.models.record import Record
from tipdata.names import fold, numeric_code


def goes_by(value: object, key: object) -> bool:
    """Tell whether a value, or an item of it, equals a key or goes by that name.

    A record goes by its keys, a country also by its numeric code as an `int`; a date that is a
    year, by that number; a choice, by the name and the text of it; all, by their texts.
    """
    if value == key:
        return True
    # A bool equals 0 or 1, and is no code.
    if type(key) is int and isinstance(value, (Record, PartialDate)):
        key = numeric_code(key) if isinstance(value, Record) else f"{key:04d}"
    if value is None or not isinstance(key, str):
        return False
    if isinstance(value, (tuple, frozenset)):
        return any(goes_by(item, key) for item in value)
    names: tuple[str, ...] = (str(value),)
    if isinstance(value, Record):
        names += value.keys
    elif isinstance(value, Enum):
        names = (value.name, str(value.value))
    return fold(key) in {fold(name) for name in names}
