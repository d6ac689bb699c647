"""The tables of the data dictionary in Markdown: fields of classes, columns of tables."""

import re
from collections.abc import Iterable

import tipdata
from record_fields import rows
from tipdata.models.meanings import summary
from tipdata.tables.schema import Column, Table


def columns(schema: Table) -> str:
    """Return the section of a table in Markdown."""
    key = ", ".join(f"`{name}`" for name in schema.key) or "none"
    lines = [f"## {schema.name}", "", f"{schema.title}: {schema.description}", ""]
    lines += [f"Records: {linked(schema.kind)}. Key: {key}.", ""]
    lines += dictionary(
        "Column", ((column.name, typed(column), meaning(column)) for column in schema.columns)
    )
    return "\n".join(lines)


def typed(column: Column) -> str:
    """Say what the values of a column are."""
    unit = f" ({column.unit})" if column.unit else ""
    return column.type.value + unit + (", or null" if column.nullable else "")


def meaning(column: Column) -> str:
    """Say what a column means, which words there are, and which table it refers to."""
    sentences = [column.description]
    if column.vocabulary:
        sentences.append(f"One of: {', '.join(f'`{word}`' for word in column.vocabulary)}.")
    if column.references is not None:
        sentences.append(f"Refers to the table `{column.references}`.")
    return " ".join(sentences)


def table(name: str) -> str:
    """Return the section of a class in Markdown."""
    cls = getattr(tipdata, name)
    lines = [f"### {name}", "", f"{{py:class}}`tipdata.{name}`: {summary(cls)}", ""]
    lines += dictionary(
        "Field", ((field, linked(written), meaning) for field, written, meaning in rows(cls))
    )
    return "\n".join(lines)


def dictionary(head: str, rows: Iterable[tuple[str, str, str]]) -> list[str]:
    """Return the lines of a Markdown table: names, types and meanings."""
    lines = ["{.dictionary}", f"| {head} | Type | Meaning |", "|---|---|---|"]
    return lines + [f"| `{name}` | {written} | {meaning} |" for name, written, meaning in rows]


def linked(written: str) -> str:
    """Return a type in Markdown; the names of tipdata are links."""
    public = rf"\b({'|'.join(tipdata.__all__)})\b"
    return "".join(
        f"{{py:obj}}`{part} <tipdata.{part}>`" if part in tipdata.__all__ else f"`{part}`"
        # A bar would end the cell.
        for part in re.split(public, written.replace("|", r"\|"))
        if part
    )
