"""Every cell, line and tag of the text, changed by program: an error that says where, or read."""

import re

import pytest

import tipdata
from for_each import for_each
from report import TEXT
from sampling import some
from tipdata import ReadError

# Places in the text, found by its looks: a place is where it starts and ends. -------------


def places(pattern, first=1, last=None):
    """Find what looks so on the lines from one to another."""
    starts = [0, *(found.end() for found in re.finditer("\n", TEXT)), len(TEXT) + 1]
    end = starts[last if last else -1] - 1
    return [found.span() for found in re.compile(pattern).finditer(TEXT, starts[first - 1], end)]


LINE = r"(?<=\n)[^\n]+(?=\n|$)"
YEAR = r"\b(?:19|20)\d\d\b(?![^<]*>|[^<]*</a>)"  # neither in a tag nor in an address
CHART_CELLS = places(r"(?<=\t)[^\t\n]+", 8, 23)
FILLED = [place for place in CHART_CELLS if TEXT[slice(*place)] != "—"]
TABLE_CELLS = places(r"(?<=\t)[^\t\n]+|(?<=\n)[^\t\n]+(?=\t)", 7, 204)
LINES = places(LINE)
ROWS = [*places(LINE, 8, 23), *places(r"(?<=\n)<p>[^\n]+", 42, 64), *places(LINE, 68, 90)]
TAGS = places(r"<[^<>\n]+>")
ADDRESSES = places(r'(?<=href=")[^"]+')
ADDRESS_TEXTS = places(r'(?<=">)[^<>]+(?=</a>)')
PARAGRAPHS = places("<p>(?:(?!</p>).)+</p>")
COUNTS = places(r"(?<=\t)[\d,]+(?=[\t\n])", 30, 31)
YEARS = [*places(YEAR, 32, 32), *places(YEAR, 34, 34), *places(YEAR, 42, 64)]
DATES = [*places(r"(?<=into force )[^)]+", 8, 23), *places(r"December 31, 2017", 94, 94)]
OFFICES, MEANINGS = places(r"(?<=\t)[^\t\n]+", 33, 33), places(r"(?<=\t)[^\t\n]+", 68, 90)
ABBREVIATIONS = places(r"(?<=\n)[^\t\n]+", 68, 90)
PEOPLE = places(r"[^\t\n]+(?<!-)(?=[\t\n])", 188, 200)
CREDITS = places(r"(?<=: )(?!Top|Middle|Bottom|Left|Right)[^\n:/]+?(?=  \n|\n|/)", 98, 165)
PROSE = places(r"\b[a-z]{9,}\b", 171, 179)

# What is changed: the places, and what comes there instead of `it`. -----------------------

UNSEEN = (
    "\0", "\x07", "\r", "\x0b", "\x7f", "\x85", "\xad", "\u200b", "\u200d", "\u2028", "\u202e",
    "\u2003", "\ufeff", "\ufffd", "\ufffe", "\uffff", "\ue000", "\ud800", "&#8203;", "&shy;",
)  # fmt: skip
NO_WORDS = (
    "?",
    "0",
    "—",
    "{it}_",
    "{it} {it}",
    "({it}",
    "{it} ()",
    "#{it}",
    "{it}\u00a0",
    "п{it}",
)
ERRORS = {
    "unseen": (LINES, [f"{char}{{it}}" for char in UNSEEN]),
    "cell of the chart": (CHART_CELLS, [
        "", " ", "?", "-", "–", "0", "n/a", "<p>n/a</p>", "0000", "9999", "1066", "1929", "2019",
        "20 17", "217", "2O17", "1 BC", "2017?", "c. 2017", "2017/18", "2017–2018", "2017 2017",
        "2017 (r)", "2017 ()", "2017 (a) (a)", "2017 (into force)", "2018 (into force Jan 2017)",
        "2017 (into force 31 Feb 2018)", "2017 (into force 14 Foo 2018)", "2017\u00a0(a)",
        "2017 (into force 32 Jan 2018)", "2017 (into force 00 Jan 2018)", "2017 (into force 1066)",
        "2017 (into force 0000)", "2017 (into force 9999)", "2017 (into force 31 Dec 9999)",
        "2017 (into force 2018", "2017 into force 2018", "2017 (in force 2018)", "2017—", "—2017",
    ]),
    "year with more to it": (FILLED, ["{it} {it}", "{it}{it}", "{it}?", "–{it}", "({it})"]),
    "date": (DATES, ["31 Feb 2017", "13 2018", "0 Jun 2018", "{it} {it}", "14 Jun 1066", "?"]),
    "cell of a table": (TABLE_CELLS, ["{it}\t{it}", "{it} ", " {it}", "\u00a0{it}", "{it}\u00a0"]),
    "line again": (LINES, ["{it}\n{it}", "{it}\n\n{it}", " {it}", "{it}   "]),
    "line cut in two": (places("(?<=[a-z]) (?=[a-z]{7,} )"), ["\n"]),
    "tag": (TAGS, ["<i>", "<br>", "<p", "<", ">", "<>", "< {it}", "<!-- {it} -->", "{it}>"]),
    "tag of a table": (TAGS[1:-1], ["", "{it}{it}", "<p>{it}", "<P>"]),
    "address": (ADDRESSES, [
        "", "ftp://www.un.org", "javascript:alert(1)", "/here", "www.un.org", "http://un", "{it} ",
        "mailto:", "{it}<", "{it}“", "{it}\u00a0", "https://-un.org/", "http://http://un.org/",
    ]),
    "another address": (ADDRESSES, ["{it}x", "http://www.un.org/", "mailto:tip@state.gov"]),
    "text of an address": (ADDRESS_TEXTS, ["{it}x", "http://www.un.org/", "", "?", "-", "{it} "]),
    "paragraph of a table": (PARAGRAPHS, ["{it} {it}", "{it}{it}", "<p></p>", "<p> </p>"]),
    "count": (COUNTS, ["", "00", "1000", "1,00", "-1", "1.5", "01", "½", "{it}?", "c. {it}"]),
    "year of a document": (YEARS, ["0000", "9999", "1066", "2O17", "{it}?", "{it}-1999"]),
    "words": ([*OFFICES, *MEANINGS], [*NO_WORDS, "N/A", "n/a", "{it},"]),
    "abbreviation": (ABBREVIATIONS, [*NO_WORDS, "{it}\t{it}"]),
    "name": ([*PEOPLE, *CREDITS], [*NO_WORDS, "N/A", "n/a", "{it};", "7{it}", "{it}&lt;"]),
}  # fmt: skip
READ = {
    "cell of the chart": (CHART_CELLS, ["2018 (a)", "2018 (A) (into force 2019)"]),
    "year": (FILLED, ["—", "2018 (into force 14 March 2019)"]),
    "letter": (PROSE, ["{it}e", "{it},", "“{it}”"]),
    "name": (PEOPLE, ["{it} Jr.", "Zoë O’{it}", "{it}-Jones"]),
    "row": (ROWS, [""]),
}


def changes(kinds, count):
    """Give what is changed, by what it is called; of each kind so many in the default set."""
    for kind, (found, instead) in kinds.items():
        assert found, kind
        # A change for each place in turn: each comes to all kinds of places.
        turns = [(place, instead[n % len(instead)]) for n, place in enumerate(found)]
        turns += [(found[n % len(found)], new) for n, new in enumerate(instead)]
        for (start, end), new in some(dict.fromkeys(turns), count):
            it = TEXT[start:end]
            line = TEXT.count("\n", 0, start) + 1
            yield (
                f"{kind}, line {line}: {it!r:.40} -> {new!r}",
                (start, end, new.replace("{it}", it)),
            )


@for_each("start, end, new", lambda: dict(changes(ERRORS, 7)))
def test_what_no_reader_of_the_print_would_accept_is_an_error_that_says_where(start, end, new):
    with pytest.raises(ReadError, match=r"^line \d+, column \d+: expected ") as caught:
        tipdata.read_edition(TEXT[:start] + new + TEXT[end:])
    line = int(re.match(r"line (\d+)", str(caught.value))[1])
    first = TEXT.count("\n", 0, start) + 1
    assert first <= line <= first + new.count("\n") + 1


@for_each("start, end, new", lambda: dict(changes(READ, 4)))
def test_what_a_print_could_say_is_read_whole(start, end, new):
    # A row goes with its line.
    changed = TEXT[:start] + new + TEXT[end if new else end + 1 :]
    edition = tipdata.read_edition(changed)
    assert edition.coverage().complete
    assert edition != tipdata.edition()
    assert tipdata.errata(edition=edition)
