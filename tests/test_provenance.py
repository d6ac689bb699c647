"""Every character of the source is accounted for, once, and none can change unseen."""

import itertools
import random
import string

import pytest

import tipdata
from for_each import for_each
from report import LINES, TEXT
from tipdata import DocumentYears, Link, NotFoundError, Records, Span, TipdataError
from tipdata.models.provenance import cover
from tipdata.models.record import parts, walk


def sections():
    return tipdata.edition().sections


def test_there_are_this_many_records():
    kinds = [type(record).__name__ for section in sections() for record in walk(section)]
    counts = {"Cell": 128, "Ratification": 109, "StaffMember": 81, "Link": 62, "Term": 23}
    assert {kind: kinds.count(kind) for kind in counts} == counts


@for_each("section", sections)
def test_source_gives_the_very_characters_of_every_record_with_line_and_column(section):
    for record in (section, *walk(section)):
        said = tipdata.source(record)
        assert said.section == section.name
        assert said.spans == record.spans
        assert len(record.spans) >= 1
        for part in said.parts:
            assert part.text == TEXT[part.span.start : part.span.end]
            before = "\n".join([*LINES[: part.line - 1], ""])
            leading = len(part.text) - len(part.text.lstrip())
            assert len(before) + part.column - 1 == part.span.start + leading
        assert (said.line, said.column) == (said.parts[0].line, said.parts[0].column)
        assert said.text == str(said) == "\n".join(part.text for part in said.parts)


def test_a_section_has_the_place_of_its_heading():
    for section in sections():
        said = tipdata.source(section)
        assert LINES[said.line - 1][said.column - 1 :].lstrip("# ").startswith(section.title)


def test_spans_nest_and_overlap_in_no_other_way():
    def check(parent, spans):
        for record in parts(parent):
            for span in record.spans:
                assert spans is None or any(span in outer for outer in spans), record
            check(record, record.spans)
        leaves = [span for record in parts(parent) for span in record.spans]
        leaves = sorted((s for s in leaves if s.start < s.end), key=lambda s: s.start)
        for one, other in itertools.pairwise(leaves):
            assert one.end <= other.start

    for section in sections():
        check(section, section.spans)


def test_the_sections_follow_one_another_through_the_whole_source():
    ends = [0, *(section.spans[0].end for section in sections())]
    assert [section.spans[0].start for section in sections()] == ends[:-1]
    assert ends[-1] == len(TEXT)


def test_every_character_is_in_a_record_or_in_structure():
    inside = [0] * len(TEXT)
    for section in sections():
        for record in parts(section):
            for span in record.spans:
                for place in range(span.start, span.end):
                    inside[place] += 1
        for structure in section.structure:
            for place in range(structure.span.start, structure.span.end):
                inside[place] += 1
    assert set(inside) == {1}
    coverage = tipdata.edition().coverage()
    assert coverage.complete
    assert (coverage.missing, coverage.doubled) == ((), ())
    assert coverage.characters == coverage.in_records + coverage.in_structure == len(TEXT)


def test_coverage_lists_what_is_in_neither_and_what_is_in_two():
    from attrs import evolve

    glossary = tipdata.edition().glossary
    short = cover(
        TEXT, [*sections()[:3], evolve(glossary, terms=glossary.terms[1:]), *sections()[4:]]
    )
    assert not short.complete
    assert short.missing == glossary.terms[0].spans
    twice = evolve(glossary, terms=(*glossary.terms, glossary.terms[0]))
    double = cover(TEXT, [*sections()[:3], twice, *sections()[4:]])
    assert not double.complete
    assert double.doubled == glossary.terms[0].spans
    structure = evolve(glossary, structure=(*glossary.structure, glossary.structure[0]))
    assert cover(TEXT, [structure]).doubled == (glossary.structure[0].span,)


# One place in every forty characters, and in each section's rarer structure.
PLACES = sorted(random.Random(2018).sample(range(len(TEXT)), 700))
OTHERS = [*string.ascii_letters, *string.digits, *" \t\n.,;:-<>&/()\"'*#—“é\u00a0\r\x00"]


@for_each("place", PLACES, sample=60)
def test_a_changed_character_changes_a_record_or_is_an_error(place):
    other = random.Random(place).choice([char for char in OTHERS if char != TEXT[place]])
    changed = TEXT[:place] + other + TEXT[place + 1 :]
    try:
        edition = tipdata.read_edition(changed)
    except TipdataError:
        return
    assert edition.sections != sections()
    assert edition.coverage().complete
    assert edition != tipdata.edition()


def test_what_has_no_place_is_not_found():
    stranger = Link("http://x.org", "x.org", None, None)
    elsewhere = Link("http://x.org", "x.org", None, None, spans=(Span(1, 2),))
    outside = Link("http://x.org", "x.org", None, None, spans=(Span(99_999, 100_000),))
    for record in (stranger, elsewhere, outside):
        with pytest.raises(NotFoundError, match="no record of the edition 2018 stands where"):
            tipdata.source(record)


def test_a_register_entry_has_a_citation_and_no_place():
    entry = tipdata.register()[0]
    with pytest.raises(NotFoundError) as caught:
        tipdata.source(entry)
    assert str(caught.value) == (
        "the register's entry Brazil, PALERMO: ratification 2004-01-29 (register copy) has no"
        " place in the report; its attribute `sources` has its citations"
    )
    assert entry.sources[0].startswith("UN Treaty Collection")


@pytest.mark.parametrize(
    "thing", ["Denmark", None, 5, Records([1]), DocumentYears(1, 2, None, "")], ids=repr
)
def test_what_is_no_record_is_a_type_error(thing):
    with pytest.raises(TypeError, match=r"^record must be a record, not "):
        tipdata.source(thing)


def test_what_a_blank_cell_says_is_nothing_at_a_place():
    osce = tipdata.peacekeeping().where(abbreviation="OSCE").one()
    blank = tipdata.source(osce).parts[6]
    assert (blank.text, blank.line, len(osce.spans)) == ("", 36, 8)
    absent = tipdata.source(tipdata.organization("AU")).parts[-1]
    assert absent.text == "<p>N/A</p>"


def test_the_chart_and_an_address_have_a_source_too():
    assert tipdata.source(tipdata.chart()).section == "conventions"
    for link in tipdata.links():
        assert link.text.replace("&", "&amp;") in tipdata.source(link).text
