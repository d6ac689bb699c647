"""What every field of every public record class means, from the classes and their docstrings."""

import re
from collections.abc import Iterator
from inspect import get_annotations

import attrs

import tipdata
from tipdata.models.meanings import meanings

# They hold records, and are none: a reader meets their methods, not their fields.
HOLDERS = {"Chart", "Edition", "Groups", "Records"}
# What every record of these kinds has is said once, not in each table.
SHARED = (tipdata.Record, tipdata.Section)


def record_classes() -> list[str]:
    """Name the public classes that belong in the data dictionary."""
    return [
        name
        for name in tipdata.__all__
        if attrs.has(getattr(tipdata, name)) and name not in HOLDERS
    ]


def rows(cls: type) -> Iterator[tuple[str, str, str]]:
    """Return name, type and meaning of each field and property; one unexplained means ""."""
    for name in members(cls):
        member = getattr(cls, name)
        if isinstance(member, property):
            written = get_annotations(member.fget)["return"]
        else:
            written = attrs.fields_dict(cls)[name].type
        yield name, type_text(written), meanings(cls).get(name, "")


def members(cls: type) -> list[str]:
    """Name the public fields and properties of a class, without those of `SHARED`."""
    names = [field.name for field in attrs.fields(cls)]
    names += [name for name in dir(cls) if isinstance(getattr(cls, name), property)]
    bases = [base for base in SHARED if issubclass(cls, base) and cls is not base]
    return [
        name
        for name in names
        if not name.startswith("_")
        and (name in vars(cls) or not any(hasattr(base, name) for base in bases))
    ]


def type_text(written: object) -> str:
    """Return a type as its annotation reads, the names without their modules."""
    plain = isinstance(written, type) and not hasattr(written, "__args__")
    text = written.__name__ if plain else str(written)
    return re.sub(r"\b[\w.]+\.(?=[A-Za-z])", "", text)
