"""What every field of every public record class means, from the classes and their docstrings."""

import re
from collections.abc import Iterator
from inspect import cleandoc, get_annotations

import attrs

import tipdata

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
    """Give name, type and meaning of each field and property; one unexplained means ""."""
    meanings = attribute_meanings(cls)
    for name in members(cls):
        value = getattr(cls, name)
        if isinstance(value, property):
            written = get_annotations(value.fget)["return"]
            meaning = cleandoc(value.__doc__ or "").partition("\n\n")[0]
        else:
            written, meaning = attrs.fields_dict(cls)[name].type, meanings.get(name, "")
        yield name, type_text(written), " ".join(meaning.split())


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


def attribute_meanings(cls: type) -> dict[str, str]:
    """Parse the Attributes sections of the docstrings of a class and of its bases."""
    found: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        section = re.search(r"^Attributes:\n((?: .*\n?|\n)+)", cleandoc(base.__doc__ or ""), re.M)
        if section:
            found |= dict(re.findall(r"^ {4}(\w+): (.*(?:\n {5,}.*)*)", section[1], re.M))
    return found


def type_text(written: object) -> str:
    """Give a type as its annotation reads, the names without their modules."""
    plain = isinstance(written, type) and not hasattr(written, "__args__")
    text = written.__name__ if plain else str(written)
    return re.sub(r"\b[\w.]+\.(?=[A-Za-z])", "", text)
