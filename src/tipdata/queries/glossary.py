"""Questions to the glossary."""

import re
from collections.abc import Iterator

from attrs import frozen

from tipdata.errors import check_type
from tipdata.load.edition import Edition
from tipdata.models.glossary import Term
from tipdata.queries.lookup import edition_or_default, find
from tipdata.tables.records import Records

# Between the words of a term: any space without a blank line in it.
SPACE = r"(?!\s*\n\s*\n)\s+"


@frozen
class TermMatch:
    """A place in a text where a term of the glossary stands.

    Attributes:
        term: The term.
        start: The offset of its first character in the text, in Unicode code points.
        end: The offset after its last character, a plural s included.
        text: The characters between them.
    """

    term: Term
    start: int
    end: int
    text: str


def glossary(*, edition: Edition | None = None) -> Records[Term]:
    """Return the terms of the glossary.

    Raises:
        TypeError: If `edition` is no `Edition`.

    Example:
        >>> import tipdata
        >>> tipdata.glossary()[:2]
        2 terms
        abbreviation  meaning
        ASEAN         Association of Southeast Asian Nati…
        ECCAS         Economic Community of Central Afric…
    """
    return Records(edition_or_default(edition).glossary.terms, Term)


def expand(abbreviation: str, *, edition: Edition | None = None) -> Term:
    """Find the term of an abbreviation, or of another name that the glossary gives it.

    Args:
        abbreviation: The abbreviation, without regard to case, accents or space around it.
        edition: By default that of 2018.

    Raises:
        NotFoundError: If the glossary has no such term; it names what comes close.
        TypeError: If an argument is of a wrong type.

    Example:
        >>> import tipdata
        >>> tipdata.expand("NGO").meaning
        'Nongovernmental organization'
    """
    check_type("abbreviation", abbreviation, str)
    return find("term", abbreviation, edition_or_default(edition).glossary.terms, "the glossary")


def find_terms(text: str, *, edition: Edition | None = None) -> tuple[TermMatch, ...]:
    """Find the terms of the glossary in a text.

    A term is found as a whole word, in the case in which the glossary prints it, with or
    without a plural s; where several would fit, the longest. A hyphen ends a word, so that
    "EU-funded" holds "EU". In a term of several words those longer than three letters may
    also be printed with only their first letter as a capital: "UN Women"; between its words
    may stand any space, a line break too, but no blank line.

    Args:
        text: Any text.
        edition: By default that of 2018.

    Returns:
        The places, in order; they don't overlap.

    Raises:
        TypeError: If an argument is of a wrong type.

    Example:
        >>> import tipdata
        >>> [(match.text, match.start) for match in tipdata.find_terms("ILO-IPEC and two NGOs")]
        [('ILO-IPEC', 0), ('NGOs', 17)]
    """
    check_type("text", text, str)
    terms = edition_or_default(edition).glossary.terms
    return tuple(_matches(text, terms))


def _matches(text: str, terms: tuple[Term, ...]) -> Iterator[TermMatch]:
    by_name = {name: term for term in terms for name in _spellings(term)}
    # Of alternatives Python's `re` takes the first that fits, not the longest.
    longest_first = sorted(by_name, key=len, reverse=True)
    names = "|".join(SPACE.join(map(re.escape, name.split())) for name in longest_first)
    # U+0300 to U+036F are combining accents: a letter with one after it goes on.
    for match in re.finditer(rf"(?<!\w)({names})s?(?![\w\u0300-\u036f])", text):
        yield TermMatch(by_name[" ".join(match[1].split())], *match.span(), match[0])


def _spellings(term: Term) -> Iterator[str]:
    """List the ways in which a term is written: as printed, and with words capitalized."""
    for name in term.keys:
        yield name
        if " " in name:
            yield re.sub(r"\w{4,}", lambda word: word[0].capitalize(), name)
