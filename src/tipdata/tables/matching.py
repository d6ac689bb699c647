"""When the value of a field is what a user asked for."""

from enum import Enum

from tipdata.dates import PartialDate
from tipdata.models.record import Record
from tipdata.names import fold, numeric_code


def answers(value: object, wanted: object) -> bool:
    """Tell whether the value of a field is what was asked for, or goes by that name."""
    if value == wanted:
        return True
    if type(wanted) is int and isinstance(value, (Record, PartialDate)):
        wanted = numeric_code(wanted) if isinstance(value, Record) else f"{wanted:04d}"
    if value is None or not isinstance(wanted, str):
        return False
    if isinstance(value, (tuple, frozenset)):
        return any(answers(item, wanted) for item in value)
    names: tuple[str, ...] = (str(value),)
    if isinstance(value, Record):
        names += value.keys
    elif isinstance(value, Enum):
        names = (value.name, str(value.value))
    return fold(wanted) in {fold(name) for name in names}
