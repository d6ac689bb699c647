"""The tables of the data dictionary in Markdown: fields of classes, columns of tables."""

import re
from inspect import cleandoc

import tipdata
from record_fields import rows
from tipdata.tables.schema import Column, Table


def columns(declared: Table) -> str:
    """Give the section of a declared table in Markdown."""
    key = ", ".join(f"`{name}`" for name in declared.key) or "none"
    lines = [f"## {declared.name}", "", f"{declared.title}: {declared.description}", ""]
    lines += [f"Records: {linked(declared.kind)}. Key: {key}.", ""]
    lines += ["{.dictionary}", "| Column | Type | Meaning |", "|---|---|---|"]
    for column in declared.columns:
        lines.append(f"| `{column.name}` | {typed(column)} | {meaning(column)} |")
    return "\n".join(lines)


def typed(column: Column) -> str:
    """Say what the values of a column are."""
    unit = f" ({column.unit})" if column.unit else ""
    return column.type.value + unit + (", or null" if column.nullable else "")


def meaning(column: Column) -> str:
    """Say what a column means, which words there are, and which table it refers to."""
    said = column.description
    if column.vocabulary:
        said += f" One of: {', '.join(f'`{w}`' for w in column.vocabulary)}."
    if column.references is not None:
        said += f" Refers to the table `{column.references}`."
    return said


def table(name: str) -> str:
    """Give the section of a class in Markdown."""
    cls = getattr(tipdata, name)
    says = cleandoc(cls.__doc__).partition("\n\n")[0].replace("\n", " ")
    lines = [f"### {name}", "", f"{{py:class}}`tipdata.{name}`: {says}", ""]
    lines += ["{.dictionary}", "| Field | Type | Meaning |", "|---|---|---|"]
    for field, written, meaning in rows(cls):
        lines.append(f"| `{field}` | {linked(written)} | {meaning} |")
    return "\n".join(lines)


def linked(written: str) -> str:
    """Give a type in Markdown; the names of tipdata are links."""
    public = rf"\b({'|'.join(tipdata.__all__)})\b"
    return "".join(
        f"{{py:obj}}`{part} <tipdata.{part}>`" if part in tipdata.__all__ else f"`{part}`"
        for part in re.split(public, written.replace("|", r"\|"))
        if part
    )
