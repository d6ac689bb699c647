"""A text that is not laid out as expected is an error: where, what was expected, what is there."""

import pytest

import tipdata
from for_each import for_each
from report import TEXT
from tipdata import ReadError

CELL = 'a dash, or a year as in "2017 (a) (into force 14 Jun 2018)"'
ALLEGATIONS = "the numbers of the allegations, or that none are reported"
UN_LINK = '<a href="https://conduct.unmissions.org/">https://conduct.unmissions.org/</a>'
LAST = "Publishing Solutions.*"

# What is changed, into what; the line and the column of the error, what is expected, and
# how that which is found there begins.
CONVENTIONS = [
    ("# RELEVANT INTER", "# IRRELEVANT INTER", 3, 1, "the heading ", "# IRRELEVANT"),
    ("CONVENTIONS\n\nThe", "CONVENTIONS\n\n\nThe", 5, 1, "the legend", "\nThe chart"),
    ("The chart below", "The chart above", 5, 1, "the chart's legend", "The chart above"),
    ("Accession (a)", "Adherence (a)", 5, 1, "a legend whose marks stand for forms", "The chart"),
    (
        "<https://www.state.gov/j/tip/conventions/index.htm>", "the usual place",
        5, 1, "a legend with the address of the complete list", "The chart below",
    ),
    ("index.htm>\n\n", "index.htm>\n", 5, 403, "the blank lines ", "\nCountry"),
    ("Country\tUN", "State\tUN", 7, 1, "the column head ", "State\tUN"),
    ("Country\tUN", "Country\t\tUN", 7, 9, "the heading of a column", "\tUN"),
    (
        "Convention 105,", "Convention 106,",
        7, 444, "the heading of an instrument that the supplement knows", "ILO Convention 106,",
    ),
    ("Brazil\t", "Brasil\t", 8, 1, "a country whose codes the supplement knows", "Brasil"),
    ("Brazil\t", "\t", 8, 1, "a country,", "\t2004"),
    ("Brazil\t2004", "Brazil\t", 8, 8, "a cell of the chart", "\t2004"),
    ("Brazil\t2004\t", "Brazil\tc. 2004\t", 8, 8, CELL, "c. 2004'"),
    ("Brazil\t2004\t", "Brazil\t-\t", 8, 8, CELL, "-'"),
    ("2018 (into force Jan 2019)", "2018 (x)", 8, 40, CELL, "2018 (x)'"),
    ("2018 (into force Jan 2019)", "2018 (r) (into force 2019)", 8, 40, CELL, "2018 (r)"),
    ("2018 (into force Jan 2019)", "2018 (into force 1/2019)", 8, 40, CELL, "2018 (into"),
    ("2018 (into force Jan 2019)", "2018 (into force)", 8, 40, CELL, "2018 (into"),
    ("Fiji\t2017\t2005", "Fiji\t2017", 11, 34, "the separator ", "\nGuinea"),
    ("Fiji\t2017", "Fiji\t2017\t2017", 11, 42, "the separator ", "\t—\nGuinea"),
]  # fmt: skip
PEACEKEEPING = [
    ("# STOPPING", "# STARTING", 25, 1, "the heading ", "# STARTING HUMAN"),
    ("PERSONNEL\n\nAs", "PERSONNEL\n\n\nAs", 27, 1, "the introduction", "\nAs required"),
    (
        "(OSCE) to", "to",
        29, 17, "an organization that the introduction above the table names", "OSCE'",
    ),
    ("ficking.\n\n\tUNITED", "ficking.\n\tUNITED", 27, 282, "the blank lines ", "\n\tUNITED"),
    ("\tUNITED", "\t\tUNITED", 29, 2, "the column head", "\tUNITED"),
    ("\nTOTAL NUMBER OF M", "\nNUMBER OF M", 31, 1, "the row head ", "NUMBER OF M"),
    ("\t15\t15\t3", "\t15\t15", 31, 31, "the separator ", "\nPREVENTION"),
    ("\t15\t15\t3", "\t15\t15\t3\t3", 31, 33, "the separator ", "\t3\nPREVENTION"),
    ("IN 2017\t", "IN MMXVII\t", 35, 1, "the row head ", "NUMBER OF ALLEGATIONS IN MMXVII"),
    ("92,682", "92682", 30, 52, "a number", "92682'"),
    ("92,682", "c. 92,682", 30, 52, "a number", "c. 92,682'"),
    ("15\t15\t3", "15\t\t3", 31, 29, "a number", "'"),
    (
        "“Code of Conduct for Staff and Mission Members”", "Code of Conduct",
        32, 108, "a policy in quotation marks, with its years", "Code of Conduct'",
    ),
    ("Office of Field Support", "", 33, 44, "an office", "'"),
    (
        "\tPre-deployment\t", "\tBefore deployment\t",
        34, 87, "the stages of a training, with its material", "Before deployment'",
    ),
    ("62 allegations were", "Some allegations were", 35, 31, ALLEGATIONS, "Some allegations"),
    ("\tNo reported allegations\t", "\tNone\t", 35, 369, ALLEGATIONS, "None'"),
    (UN_LINK, "conduct.unmissions.org", 37, 34, "an address", "conduct.unmissions.org'"),
    (UN_LINK, f"{UN_LINK}.", 37, 34, "an address", "<a href="),
    ("50315.htm</a>\n\n", "50315.htm</a>\n", 38, 1, "the blank lines ", "# MULTI"),
]  # fmt: skip
ORGANIZATIONS = [
    ("# MULTILATERAL", "# BILATERAL", 39, 1, "the heading ", "# BILATERAL"),
    ("RELEVANT TO TIP\tTIP", "FOR TIP\tTIP", 41, 46, "the column head ", "FRAMEWORK DOCUMENT FOR"),
    ("INTEREST\tFRAME", "INTEREST FRAME", 41, 45, "the separator ", " FRAMEWORK"),
    ("</p>\t<p>Ouaga", "</p> <p>Ouaga", 43, 418, "the separator ", "\n<p>Khartoum"),
    (
        "<p><b>African Union (AU)</b>", "<p></p>",
        43, 4, "the name of an organization", "</p> www.africa",
    ),
    (
        "African Union (AU)", "African Union (AU",
        43, 4, 'a name as in "African Union (AU)"', "<b>African Union (AU</b>'",
    ),
    ("www.africa-union.org/", "africa-union.org", 43, 30, "an address", "africa-union"),
    ("www.africa-union.org/", "www.africa-union.org/ <i>", 43, 52, "an address", "<i></p>"),
    ("www.africa-union.org/", "www.a.org/, ", 43, 40, "the end of the paragraph", ", </p>"),
    ("(in Russian only)", "(in <i>Russian</i>)", 49, 69, "a remark", " (in <i>Russian"),
    ("</p> <p>Human Traf", "</p><p>Human Traf", 42, 123, "a paragraph", "<p>Human"),
    ("Portal: <a", "Portal: <b", 42, 127, "a label and its address", "Human Trafficking Know"),
    ("ASEAN Plan of Action</b> <a", "ASEAN Plan of Action</b><a", 45, 201, "a space", "<a href"),
    ("(AU.COMMIT)</p>", "<i>AU</i></p>", 43, 335, "a framework document", "<p>AU Commission"),
    ("</p> <p>AU Comm", "</p>, <p>AU Comm", 43, 334, "a framework document", ", <p>AU Comm"),
    (
        "<p><b>UN Convention and Protocol:</b></p>", "<p><b>Conventions:</b></p>",
        42, 2054, "the label ", "<p><b>Conventions:",
    ),
    ('(2006) <a href="http://ec', "(2006) <a http://ec", 43, 159, "an address", "<a http"),
    ("OUAGADOUGOU.pdf</a></p>", "OUAGADOUGOU.pdf</a> (PDF)</p>",
     43, 330, "the end of the paragraph", " (PDF)</p>"),
    ("Anti-Trafficking Unit<", "Anti-<i>T.</i> Unit<", 53, 564, "a focal point", "<p>Anti-<i>"),
    ("<p>Anti-Trafficking Unit</p>", "Unit", 53, 564, "a focal point", "Unit'"),
    (
        "2012-2016) <a", "2016-2012) <a",
        54, 149, "a framework document with its years in ascending order", "<p>EU Strategy",
    ),
    (
        "2014–2018", "2014–13",
        49, 222, "a framework document with its years in ascending order", "<p>Program of",
    ),
    (
        "extended until 2011", "extended until 2001",
        53, 169, "a framework document with its years in ascending order", "<p>ECOWAS Initial",
    ),
    ("Slavery</p> <p>", "Slavery</p><p>", 42, 2686, "the separator ", "<p>Special"),
]  # fmt: skip
REST = [
    ("## GLOSSARY", "# GLOSSARY", 66, 1, "the heading ", "# GLOSSARY"),
    ("ECCAS\t", "ECCAS ", 69, 1, "a term, a tab, its meaning", "ECCAS Economic"),
    ("ISIS\t", "ISIS&Tab;\t", 79, 5, "an HTML entity that stands for a character", "&Tab;\tIsl"),
    ("ISIS\t", "ISIS&NewLine;\t", 79, 5, "an HTML entity that stands for", "&NewLine;\tIsl"),
    ("ISIS\t", "ISIS&#0;\t", 79, 5, "an HTML entity that stands for", "&#0;\tIsl"),
    ("ISIS\t", "ISIS&#x85;&#x1c;\t", 79, 11, "an HTML entity that stands for", "&#x1c;\tIsl"),
    ("ISIS\t", "ISIS&emsp;\t", 79, 5, "an HTML entity that stands for", "&emsp;\tIsl"),
    ("ISIS\t", "ISIS&nosuch;\t", 79, 5, "an HTML entity that stands for", "&nosuch;\tIsl"),
    ("ISIS\tIslamic", "ISIS\tIslamic\t", 79, 13, "the separator ", "\t State"),
    ("---\n\nNOTES", "***\n\nNOTES", 92, 1, "the rule ", "***"),
    ("---\n\nNOTES", "---\nNOTES", 92, 4, "the blank lines ", "\nNOTES"),
    ("NOTES: ", "NOTE: ", 94, 1, "the label ", "NOTE: Local"),
    ("NOTES: Local", "NOTES: \nLocal", 94, 8, "a note,", "\nLocal"),
    (" on December 31, 2017.", ".", 94, 8, "a note that gives its date", "Local currencies"),
    ("# PHOTO CREDITS", "# PICTURE CREDITS", 96, 1, "the heading ", "# PICTURE"),
    ("Page v:", "Page E:", 102, 1, 'a page as in "Page 16-17: "', "Page E: Karen"),
    ("Page v:", "Page iiiii:", 102, 1, "a page as in", "Page iiiii: Karen"),
    ("Page v:", "Page vx:", 102, 1, "a page as in", "Page vx: Karen"),
    ("Page v:", "Page ic:", 102, 1, "a page as in", "Page ic: Karen"),
    ("Page v:", "Page ix-ixx:", 102, 1, "a page as in", "Page ix-ixx: Karen"),
    ("Page v:", "Page v-17:", 102, 1, "a page as in", "Page v-17: Karen"),
    ("Page v:", "Page -v:", 102, 1, "a page as in", "Page -v: Karen"),
    ("Page v:", "Page :", 102, 1, "a page as in", "Page : Karen"),
    ("Page v:", "Page ix-v:", 102, 1, "pages in ascending order", "Page ix-v: '"),
    ("Page 16-17:", "Page 17-16:", 125, 1, "pages in ascending order", "Page 17-16: '"),
    ("Page 13:", "Page 13-12:", 118, 1, "pages in ascending order", "Page 13-12: '"),
    ("Page v: Karen", "Page v: \nKaren", 102, 9, "a credit,", "\nKaren"),
    (
        "Page v: Karen Kasmauski", "Page v: Karen/Kasmauski",
        102, 9, "a credit that names an agency the supplement knows", "Karen/Kasmauski'",
    ),
    ("Sigmon\n\nPage 15", "Sigmon  \n\nPage 15", 122, 1, "a credit,", "\nPage 15"),
    ("## A CLOSING NOTE", "## CLOSING NOTE", 169, 1, "the heading ", "## CLOSING"),
    ("In this age", "\nIn this age", 171, 1, "a paragraph", "\nIn this age"),
    ("victims. Traf", "victims.\nTraf", 171, 178, "the blank lines ", "\nTraffickers are"),
    ("---\n\n### THE", "---\n### THE", 184, 4, "the blank lines ", "\n### THE"),
    ("### THE STAFF", "### STAFF", 186, 1, "the heading ", "### STAFF OF"),
    ("PERSONS IS:\n\n", "PERSONS IS:\n", 186, 77, "the blank lines ", "\nKaren"),
    ("\tDesirée Suo Weymont", "", 189, 69, "a row of 5 names", "\nRory E."),
    ("Justine Sobrio\t", "Justine Sobrio-\t", 204, 47, "a name that goes on", "Justine Sobrio-'"),
    ("Janet Zinn", "Janet Zinn-", 201, 64, "a name that goes on in", "Janet Zinn-'"),
    ("Sobrio\t\n\n*", "Sobrio\t\n*", 205, 106, "a row of 5 names", "'"),
    ("*Special thanks", "Special thanks", 206, 1, "the special thanks in emphasis", "Special"),
    (LAST, f"{LAST}\n", 206, 106, "the end", "\n"),
]  # fmt: skip


@pytest.mark.parametrize(
    "case", [*CONVENTIONS, *PEACEKEEPING, *ORGANIZATIONS, *REST], ids=lambda case: case[1]
)
def test_an_error_says_where_and_what(case):
    printed, changed, line, column, expected, found = case
    assert printed in TEXT
    with pytest.raises(ReadError) as caught:
        tipdata.read_edition(TEXT.replace(printed, changed, 1))
    said = str(caught.value)
    assert said.startswith(f"line {line}, column {column}: expected {expected}")
    shown = found if found.endswith("'") else repr(found)[1:-1]
    assert f", found '{shown}" in said or f', found "{shown}' in said


# Where the text breaks off, and what is expected there.
BROKEN = [
    ("Country\tUN Protocol", 7, 9, "the heading of an instrument", "UN Protocol'"),
    ("\t2014\n", 24, 1, "the blank lines ", "'"),
    (
        "Domestic Workers (2011), entered into force September 5, 2013",
        7,
        641,
        "the separator",
        "'",
    ),
    ("\tUNITED NATIONS\tOSCE\tNATO", 29, 26, "the separator ", "'"),
    ("TIP FOCAL POINT", 41, 96, "the separator ", "'"),
    ("Organized Crime\n", 91, 1, "the blank lines ", "'"),
    ("Organized Crime\n\n", 92, 1, "the rule ", "'"),
    ("Brett Lewin", 163, 11, "a credit,", "Brett Lewin'"),
    ("THE STAFF OF THE OFFICE", 186, 1, "the heading ", "### THE STAFF OF THE OFFICE'"),
    ("Justine Sobrio\t", 204, 62, "the separator ", "'"),
    ("Justine Sobrio\t\n", 205, 1, "the blank lines ", "'"),
    ("Global Publishing", 206, 1, "the special thanks in emphasis", "*Special thanks to Lamyia"),
]


@pytest.mark.parametrize(("end", "line", "column", "expected", "found"), BROKEN)
def test_a_text_that_breaks_off_says_where(end, line, column, expected, found):
    with pytest.raises(ReadError) as caught:
        tipdata.read_edition(TEXT[: TEXT.index(end) + len(end)])
    said = str(caught.value)
    assert said.startswith(f"line {line}, column {column}: expected {expected}")
    assert f", found '{found}" in said


@pytest.mark.parametrize(
    ("printed", "changed", "line", "column"),
    [
        ("Brazil\t2004", "Brazil\t٢٠٠٤", 8, 8),
        ("92,682", "९२,६८२", 30, 52),
        ("Page 2:", "Page ２:", 106, 6),
        ("2012-2016)", "２０12-2016)", 54, 220),
    ],
)
def test_digits_are_those_from_0_to_9(printed, changed, line, column):
    with pytest.raises(ReadError, match=f"^line {line}, column {column}: expected no digits but"):
        tipdata.read_edition(TEXT.replace(printed, changed, 1))


def test_an_entity_is_read_as_its_character():
    terms = tipdata.read_edition(TEXT.replace("ISIS\t", "IS&amp;&#73;&nbsp;S\t")).glossary.terms
    assert "IS&I\u00a0S" in [term.abbreviation for term in terms]


# What an error may not show: the signs of a pattern.
SIGNS = ("\\\\", "[^", ".+", "\\n+", "(?", "\\d", "\\w")


@for_each("case", [*CONVENTIONS, *PEACEKEEPING, *ORGANIZATIONS, *REST])
def test_an_error_says_in_words_what_was_expected(case):
    with pytest.raises(ReadError) as caught:
        tipdata.read_edition(TEXT.replace(case[0], case[1], 1))
    expected = str(caught.value).partition(", found ")[0]
    assert not [sign for sign in SIGNS if sign in expected]


@for_each("length", range(1, len(TEXT), 149), sample=60)
def test_no_text_that_breaks_off_is_an_edition(length):
    with pytest.raises(ReadError):
        tipdata.read_edition(f"{TEXT[:length]}\n" if length == 1 else TEXT[:length])


# What could be read as something else: what is printed, the slip, what the error says.
SLIPS = [
    ("Office of Field Support", "Office of <b>Field</b> Support", "expected an office"),
    ("Tom Esslemont  \n", "Tom Esslemont\n", "found 'Bottom: "),
    ("\tLantsman\t", "\t\t", "expected a name that goes on in the cell below"),
    ("Denmark\t", "Brazil\t", "expected one row of Brazil"),
    ("14 Jun 2018)", "31 Jun 2018)", "expected a date (no calendar has 2018-06-31)"),
    ("between April 2017", "between Aprul 2017", "expected a date (can't read the date 'Aprul"),
    ("December 31, 2017", "December 32, 2017", "expected a date (no calendar has 2017-12-32)"),
    ("Brazil\t2004", "Brazil\t0000", "expected a date (no calendar has 0000)"),
]


@pytest.mark.parametrize(("printed", "slip", "said"), SLIPS, ids=[slip for _, slip, _ in SLIPS])
def test_a_slip_is_an_error_that_says_where(printed, slip, said):
    assert printed in TEXT
    with pytest.raises(ReadError, match=r"^line \d+, column \d+: ") as caught:
        tipdata.read_edition(TEXT.replace(printed, slip, 1))
    assert said in str(caught.value)


def test_a_file_in_another_encoding_is_an_error(tmp_path):
    path = tmp_path / "source.md"
    path.write_bytes(TEXT.encode("utf-16"))
    with pytest.raises(ReadError, match=r"source\.md is not in UTF-8"):
        tipdata.read_edition(path)


def test_an_instrument_has_one_column():
    head = "UN Protocol to Prevent, Suppress and Punish Trafficking in Persons"
    twice = TEXT.replace(f"\t{head}\t", f"\t{head}\t{head}\t")
    with pytest.raises(ReadError, match="line 7, column 76: expected an instrument that has no"):
        tipdata.read_edition(twice)
