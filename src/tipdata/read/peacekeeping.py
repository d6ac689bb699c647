"""Reads the table of peacekeeping organizations."""

import re

from tipdata.models.peacekeeping import (
    Allegations,
    Initiative,
    Peacekeeping,
    PeacekeepingProfile,
    PreventionPolicy,
    Training,
    TrainingStage,
)
from tipdata.models.record import Answer, Paragraph
from tipdata.read.documents import YEAR
from tipdata.read.markup import ANCHOR, link, paragraph, plain
from tipdata.read.scanner import Piece, Scanner

TITLE = (
    "STOPPING HUMAN TRAFFICKING, SEXUAL EXPLOITATION, AND ABUSE"
    " BY INTERNATIONAL PEACEKEEPERS AND CIVILIAN PERSONNEL"
)
ROWS = (
    "TOTAL NUMBER OF PEACEKEEPING AND SUPPORT PERSONNEL",
    "TOTAL NUMBER OF MISSIONS",
    "PREVENTION POLICY",
    "LEAD OFFICE RESPONSIBLE FOR IMPLEMENTATION",
    "PREVENTION TRAINING",
    f"NUMBER OF ALLEGATIONS IN {YEAR}",
    "NEW INITIATIVES",
    "LINKS FOR ADDITIONAL INFORMATION",
)
NUMBER = r"(?:0|[1-9]\d{0,2}(?:,\d{3})*)"
POLICY = rf"“([^”]+)”(?: \(([A-Z]+)\))?(?: \(({YEAR}(?: and {YEAR})*)\))?"
TRAINING = (
    r"(Pre-deployment)( and at mission)?"
    rf"(?:, including an? (?P<program>.+)| “(?P<guidance>[^”]+)” \((?P<year>{YEAR})\))?"
)
MADE = (
    rf"(?P<allegations>{NUMBER}) allegations were made against (?P<personnel>{NUMBER})"
    r" (?P<kinds>[\w, ]+) personnel"
    rf" of (?P<missions>{NUMBER}) UN peacekeeping and special political missions\."
    r" The majority of the allegations were in the (?P<countries>[\w, ]+)\. "
    rf" The allegations affected (?P<victims>{NUMBER}) victims of which (?P<children>{NUMBER})"
    r" were children under (?P<age_limit>\d+) years of age\."
)  # two spaces before the last sentence, as printed
NONE = r"No reported allegations(?: – (?P<remark>.+))?"
SYMBOL = r"\((A/[\d/]+)\)"


def read(scanner: Scanner) -> Peacekeeping:
    """Read the section: each organization is a column, so the rows are read across first."""
    title = scanner.heading(1, TITLE)
    introduction = paragraph(scanner.take(r"[^\n]+", "the introduction"))
    scanner.mark("blank lines", "\n\n")
    heads = []
    while scanner.sees("\t"):
        scanner.mark("separator", "\t")
        heads.append(scanner.mark_match("column head", r"[^\t\n]+", "the column head"))
    scanner.mark("separator", "\n")
    columns: list[list[Piece]] = [[] for _ in heads]
    labels: list[Piece] = []
    for row in ROWS:
        printed = row.replace(YEAR, "...")
        labels.append(scanner.mark_match("row head", row, f"the row head {printed!r}"))
        for column in columns:
            scanner.mark("separator", "\t")
            column.append(scanner.take(r"[^\t\n]*", "a cell"))
        scanner.mark("separator", "\n")
    scanner.mark("blank lines", "\n")
    # Only the row's head says of which year the allegations are.
    year = int(labels[5].text[-4:])
    return Peacekeeping(
        title=title,
        introduction=introduction,
        profiles=tuple(
            _profile(scanner, head, introduction, column, year)
            for head, column in zip(heads, columns, strict=True)
        ),
        spans=(scanner.passed,),
        structure=scanner.structure,
    )


def _profile(
    scanner: Scanner, head: Piece, introduction: Paragraph, cells: list[Piece], year: int
) -> PeacekeepingProfile:
    personnel, missions, policy, office, training, allegations, initiatives, links = cells
    name, abbreviation = _organization(scanner, head, introduction)
    return PeacekeepingProfile(
        organization=name,
        abbreviation=abbreviation,
        printed_heading=head.text,
        personnel=_number(scanner, personnel),
        missions=_number(scanner, missions),
        prevention_policy=_policy(scanner, policy),
        lead_office=plain(scanner.inside(office).take(r"[^<>]+$", "an office").text),
        training=_training(scanner, training),
        allegations=_allegations(scanner, allegations, year),
        initiatives=_initiatives(initiatives),
        initiatives_answer=_answer(initiatives),
        links=(link(scanner.inside(links).take(ANCHOR + "$", "an address")),),
        spans=tuple(cell.span for cell in cells),
    )


def _organization(scanner: Scanner, head: Piece, introduction: Paragraph) -> tuple[str, str]:
    """Find the name and abbreviation of a column's head in the introduction."""
    for name, abbreviation in re.findall(r"the ([A-Z][\w -]+) \(([A-Z]+)\)", introduction.text):
        if head.text.casefold() in (name.casefold(), abbreviation.casefold()):
            return name, abbreviation
    return scanner.inside(head).fail("an organization that the introduction above the table names")


def _number(scanner: Scanner, cell: Piece) -> int:
    piece = scanner.inside(cell).take(NUMBER + "$", "a number")
    return _int(piece.text)


def _policy(scanner: Scanner, cell: Piece) -> PreventionPolicy:
    printed = re.fullmatch(POLICY, cell.text)
    if printed is None:
        scanner.inside(cell).fail("a policy in quotation marks, with its years")
    years = tuple(int(year) for year in re.findall(YEAR, printed[3] or ""))
    return PreventionPolicy(plain(printed[1]), printed[2], years, spans=(cell.span,))


def _training(scanner: Scanner, cell: Piece) -> Training:
    printed = re.fullmatch(TRAINING, cell.text)
    if printed is None:
        scanner.inside(cell).fail("the stages of a training, with its material")
    material = printed["program"] or printed["guidance"]
    stages = (TrainingStage.PRE_DEPLOYMENT, TrainingStage.AT_MISSION)[: 2 if printed[2] else 1]
    return Training(
        stages,
        plain(material) if material else None,
        int(printed["year"]) if printed["year"] else None,
        spans=(cell.span,),
    )


def _allegations(scanner: Scanner, cell: Piece, year: int) -> Allegations:
    spans = (cell.span,)
    if none := re.fullmatch(NONE, cell.text):
        remark = plain(none["remark"]) if none["remark"] else None
        return Allegations(Answer.NONE_REPORTED, year, remark=remark, spans=spans)
    counts = re.fullmatch(MADE, cell.text)
    if counts is None:
        scanner.inside(cell).fail("the numbers of the allegations, or that none are reported")
    return Allegations(
        Answer.GIVEN,
        year,
        allegations=_int(counts["allegations"]),
        personnel=_int(counts["personnel"]),
        personnel_kinds=_listed(counts["kinds"]),
        missions=_int(counts["missions"]),
        victims=_int(counts["victims"]),
        children=_int(counts["children"]),
        age_limit=_int(counts["age_limit"]),
        countries=_listed(counts["countries"]),
        spans=spans,
    )


def _answer(cell: Piece) -> Answer:
    if not cell.text:
        return Answer.BLANK
    return Answer.NOT_APPLICABLE if cell.text.casefold() == "n/a" else Answer.GIVEN


def _initiatives(cell: Piece) -> tuple[Initiative, ...]:
    if _answer(cell) is not Answer.GIVEN:
        return ()
    symbols = tuple(re.findall(SYMBOL, cell.text))
    return (Initiative(plain(cell.text), symbols, spans=(cell.span,)),)


def _int(digits: str) -> int:
    return int(digits.replace(",", ""))


def _listed(text: str) -> tuple[str, ...]:
    """Take "A, B, and C" or "A, B and C" apart."""
    return tuple(re.split(r", and |, | and ", text))
