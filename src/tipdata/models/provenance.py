"""Where the records stand in the source, and whether they account for all of it."""

from collections.abc import Iterable

from attrs import frozen

from tipdata.models.record import Record, Section, Span, parts


@frozen
class SourcePart:
    """A run of characters of the source.

    Attributes:
        text: The very characters, markup and all.
        line: The line that the first of them that isn't white space stands on, counted from 1.
        column: Its column in that line, counted from 1 in Unicode code points.
        span: The range of characters.
    """

    text: str
    line: int
    column: int
    span: Span


@frozen
class SourceText:
    """The very characters of the source that say a record, in order.

    Attributes:
        section: The name of the section.
        parts: The runs of characters; a record that the source breaks up has several.
    """

    section: str
    parts: tuple[SourcePart, ...]

    @property
    def text(self) -> str:
        """The characters; where there are several runs, each on a line of its own."""
        return "\n".join(part.text for part in self.parts)

    @property
    def line(self) -> int:
        """The `line` of the first run."""
        return self.parts[0].line

    @property
    def column(self) -> int:
        """The `column` of the first run."""
        return self.parts[0].column

    @property
    def spans(self) -> tuple[Span, ...]:
        """The ranges of characters, in order."""
        return tuple(part.span for part in self.parts)

    def __str__(self) -> str:
        return self.text


@frozen
class Coverage:
    """How the records and the declared structure account for the source.

    Attributes:
        characters: How many characters the source has.
        in_records: How many stand in exactly one innermost record.
        in_structure: How many stand in declared structure, and in no record.
        missing: The ranges that stand in neither.
        doubled: The ranges that two records claim of which neither is part of the other,
            or a record and structure.
    """

    characters: int
    in_records: int
    in_structure: int
    missing: tuple[Span, ...]
    doubled: tuple[Span, ...]

    @property
    def complete(self) -> bool:
        """Whether every character is accounted for, and once."""
        return not self.missing and not self.doubled


def locate(text: str, section: str, spans: Iterable[Span]) -> SourceText:
    """Cut the characters of some spans out of a text, with the line and column of each."""
    return SourceText(section, tuple(_part(text, span) for span in spans))


def _part(text: str, span: Span) -> SourcePart:
    characters = text[span.start : span.end]
    # Of white space alone nothing is left: its place is where it ends.
    first = span.end - len(characters.lstrip())
    line = text.count("\n", 0, first) + 1
    # Without a line feed before it rfind returns -1, and columns count from 1 all the same.
    return SourcePart(characters, line, column=first - text.rfind("\n", 0, first), span=span)


def cover(text: str, sections: Iterable[Section]) -> Coverage:
    """Account for every character of a text."""
    sections = tuple(sections)
    # An item a character: plain, and a source is short, of some tens of thousands.
    record_of: list[Record | None] = [None] * len(text)
    in_structure = [False] * len(text)
    doubled = [False] * len(text)
    for section in sections:
        _claim(section, None, record_of, doubled)
    for section in sections:
        for structure in section.structure:
            for offset in range(structure.span.start, structure.span.end):
                doubled[offset] |= in_structure[offset] or record_of[offset] is not None
                in_structure[offset] = True
    claimed = [record is not None for record in record_of]
    return Coverage(
        characters=len(text),
        in_records=sum(claimed),
        in_structure=sum(in_structure),
        missing=_runs([not (a or b) for a, b in zip(claimed, in_structure, strict=True)]),
        doubled=_runs(doubled),
    )


def _claim(
    parent: Record,
    claimant: Record | None,
    record_of: list[Record | None],
    doubled: list[bool],
) -> None:
    """Assign the characters of each part of a record to that part, away from its parent."""
    for part in parts(parent):
        for span in part.spans:
            for offset in range(span.start, span.end):
                doubled[offset] |= record_of[offset] is not claimant
                record_of[offset] = part
        _claim(part, part, record_of, doubled)


def _runs(flags: list[bool]) -> tuple[Span, ...]:
    runs: list[Span] = []
    for offset, flag in enumerate(flags):
        if flag and runs and runs[-1].end == offset:
            runs[-1] = Span(runs[-1].start, offset + 1)
        elif flag:
            runs.append(Span(offset, offset + 1))
    return tuple(runs)
