"""What is laid out as a report and can't be one: each is an error that says where."""

import pytest

import tipdata
from report import TEXT
from tipdata import ReadError

WINDOW = "between April 2017 and March 2018"
UN = "<p><b>African Union (AU)</b>"

# What is printed, what can't be, the line, the column, and what was expected.
IMPOSSIBLE = [
    (WINDOW, "between April 2018 and March 2017", 5, 1, "a legend whose months follow one"),
    (WINDOW, "between April 2017 and March 2019", 5, 1, "a legend whose months are those of 2018"),
    (WINDOW, "between April 2009 and March 2010", 5, 1, "a legend whose months end after C189"),
    (WINDOW, "between April 0017 and March 2018", 5, 1, "the chart's legend"),
    ("(a), or Acceptance (A)", "(a), or Acceptance (a)", 5, 1, "a legend with one mark for each"),
    ("(a), or Acceptance (A)", "(a), or Accession (A)", 5, 1, "a legend with one mark for each"),
    ("Brazil\t2004", "Brazil\t2019", 8, 8, "a year from 2000 to 2018"),
    ("Brazil\t2004", "Brazil\t9999", 8, 8, "a year from 2000 to 2018"),
    ("Brazil\t2004", "Brazil\t1999", 8, 8, "a year from 2000 to 2018"),
    ("1957\t—\t1965", "1929\t—\t1965", 8, 23, "a year from 1930 to 2018"),
    ("Denmark\t", "Brazil\t", 10, 1, "one row of Brazil"),
    ("Dec 2018)\t1992", "Dec 2018)\t1902", 17, 58, "a year from 1957 to 2018"),
    ("into force Jan 2019", "into force Jan 9999", 8, 40, "an entry into force in the century"),
    ("(a), or Acceptance (A)", "(a), or Acceptance (A  )", 5, 1, "the chart's legend"),
    ("index.htm>", "index.htm><https://un.org>", 5, 1, "a legend with the address of the"),
    ("into force Jan 2019", "into force Jan 2017", 8, 40, "an entry into force that does"),
    ("\tOSCE\tNATO\n", "\tNATO\tNATO\n", 30, 65, "an organization that has no column yet"),
    ("ALLEGATIONS IN 2017", "ALLEGATIONS IN 2019", 35, 31, "no year after 2018"),
    ("(2004 and 2007)", "(2004 and 2070)", 32, 156, "no year after 2018"),
    ("131 victims of which 21", "131 victims of which 211", 35, 31, "no more children"),
    ("which 21 were children under 18", "which 0 were children under 180", 35, 31, "an age"),
    ("Conference (2008)</p>", "Conference (2008)</p> <p><b>UN Convention and Protocol:</b></p>",
     59, 166, "a framework document below the label"),
    ("<p>N/A</p>\n<p>Khartoum", "<p>N/A</p> <p>None</p>\n<p>Khartoum", 43, 408, "words"),
    ("affected 131 victims of which 21", "affected 0 victims of which 0", 35, 31, "somebody whom"),
    ("ALLEGATIONS IN 2017", "ALLEGATIONS IN 1917", 35, 31, "no year before 2016"),
    ("December 31, 2017", "December 31, 1066", 94, 8, "no year before 1900"),
    ("(2003)\t", "(1066)\t", 32, 19, "a policy in quotation marks"),
    ("Organ Removal (2015)", "Organ Removal (2051)", 42, 578, "no year after 2018"),
    ("Organ Removal (2015)", "Organ Removal (2015-2014)", 42, 578, "years in the place"),
    ("human beings” (2004)", "human beings” (2040)", 34, 102, "no year after 2018"),
    ("Women and Children (2006) <a", "Women and Children (2060) <a", 43, 56, "no year after 2018"),
    ("December 31, 2017", "December 31, 2071", 94, 8, "no year after 2018"),
    ("Cover: 2017 Misty", "Cover: 2071 Misty", 98, 1, "no year after 2018"),
    (UN, UN.replace("African Union (AU)", "European Union (EU)"), 54, 1, "an organization"),
    ("ECOWAS\tEconomic", "ECCAS\tEconomic", 70, 1, "a term that does not stand above"),
    ("(Bali Process)", "(Bali Process) (Bali Process)", 48, 1, "an organization"),
    ("<p>Regional Task Force</p>", "<p>Regional Task Force</p> <p>regional task force</p>",
     64, 678, "what does not stand in the row before"),
    ("Summit Action Plan (2015)", "Summit Political Declaration (2015)",
     44, 311, "what does not stand in the row before"),
    ("<p>N/A</p>\n<p>Khartoum", "<p>N/A</p> <p>N/A</p>\n<p>Khartoum",
     43, 419, "what does not stand in the row before"),
    ("ISIS\tIslamic State of Iraq and Syria", "Islamic State of Iraq and Syria\tISIS",
     79, 1, "a term that is no longer than its meaning"),
    ("ECOWAS\tEconomic", "Eccas\tEconomic", 70, 1, "a term that does not stand above"),
    ("OSCE\tOrg", "PALERMO PROTOCOL\tOrg", 90, 1, "a term that does not stand above"),
    ("Page 8:", "Page 5:", 112, 1, "a page that does not stand above"),
    ("Right: Steve", "Left: Steve", 130, 1, "a position of its own on the page"),
    ("Right: Steve", "Steve", 130, 1, "a position on the page"),
    ("Page 23: AP", "Page 21: AP", 132, 1, "a position on the page"),
    ("Right: Steve", "Rihgt: Steve", 130, 1, "a position on the page"),
    ("Page 2: Lauren", "Page 2: Tob: Lauren", 106, 1, "a name without digits and colons"),
    ("Cover: 2017 Misty", "Cover: 2O17 Misty", 98, 1, "a name without digits and colons"),
    ("Karen Kasmauski", "Karen K8smauski", 102, 1, "a name without digits and colons"),
    ("Page 5:", "Page 0:", 108, 1, "a page as in"),
    ("\tLantsman\t", "\tAmy Lantsman\t", 202, 17, "the rest of a name"),
    ("Office of Field Support", "Office of Field Support Office of Field Support",
     33, 44, "words that stand there once"),
    ("Finbarr O", "Finbаrr O", 144, 18, "no word of several scripts"),
    ("Tegan Hare", "Tegan *Hare", 194, 25, "no sign of markup that marks nothing"),
    ("Tegan Hare", "Te\u200bgan Hare", 194, 21, "no control character"),
    ("Tegan Hare", "Tegan \ufffd", 194, 25, "no sign of a character that was lost"),
    ("Tegan Hare", "Tegan H4re", 194, 19, "a name without digits and colons"),
    ("\tTegan Hare\t", "\t\t", 195, 15, "no name below a blank"),
    ("In this age", "# In this age", 171, 1, "a paragraph"),
    ("In this age", "In\tthis age", 171, 1, "a paragraph"),
    ("Children (2006) <a", "Children (206) <a", 43, 56, "years in the place of '206'"),
    ("Children (2006) <a", "Children (20O6) <a", 43, 56, "years in the place of '20O6'"),
    ("Children (2006) <a", "Children ( ) <a", 43, 56, "years in the place of ' '"),
    ("(2014-2017)", "(2014-217)", 44, 353, "years in the place of '2014-217'"),
    ("updated in 2009", "updated in 209", 62, 359, "years in the place of '209'"),
    ("extended until 2011", "extended until 1/2011", 53, 169, "years in the place of '1/2011'"),
    ("extended until 2011", "extended until 2711", 53, 169, "years in the place of '2711'"),
    ("(into force 14 Jun", "(into force  Jun", 10, 29, "a dash, or a year"),
    ("ISIS\t", " ISIS\t", 79, 1, "no blank"),
    ("ISIS\t", "ISIS \t", 79, 5, "no blank"),
    ("Page 2: Lauren DeCicca", "Page 2: Lauren DeCicca ", 106, 23, "no blank"),
]  # fmt: skip


def error_of(text):
    with pytest.raises(ReadError) as caught:
        tipdata.read_edition(text)
    return str(caught.value)


@pytest.mark.parametrize("case", IMPOSSIBLE, ids=lambda case: case[1])
def test_what_can_not_be_is_an_error_that_says_where(case):
    printed, changed, line, column, expected = case
    assert printed in TEXT
    said = error_of(TEXT.replace(printed, changed, 1))
    assert said.startswith(f"line {line}, column {column}: expected {expected}")


@pytest.mark.parametrize(
    "start", ["Brazil\t", "ISIS\t", "Rory E. Anderson\t", "Page 8: ", "<p><b>African", "Similarly"]
)
def test_a_line_that_stands_twice_is_an_error(start):
    line = next(line for line in TEXT.split("\n") if line.startswith(start))
    again = f"{line}\n\n{line}\n" if start in ("Page 8: ", "Similarly") else f"{line}\n{line}\n"
    number = TEXT.count("\n", 0, TEXT.index(line)) + again.count("\n", 0, -1) + 1
    assert error_of(TEXT.replace(f"{line}\n", again, 1)).startswith(f"line {number}, ")


ADDRESSES = [
    "ftp://www.un.org", "javascript:alert(1)", "www.un.org", "/index.html", "#top", "http:/un.org",
    "http://", "http://un", "https://un .org", "mailto:", "mailto:un.org", "htp://un.org", "",
]  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_leads_somewhere(address):
    for printed, line in (
        ('"https://conduct.unmissions.org/"', 37),
        ('"http://www.sadc.int/"', 63),
        ('"http://www.oas.org/en/default.asp"', 58),
    ):
        said = error_of(TEXT.replace(printed, f'"{address}"', 1))
        assert said.startswith(f"line {line}, ")
    for printed, line in (
        ("<https://www.state.gov/j/tip/conventions/index.htm>", 5),
        ("<https://www.fiscal.treasury.gov/", 94),
    ):
        assert printed in TEXT
        end = ">" if printed.endswith(">") else "/"
        assert error_of(TEXT.replace(printed, f"<{address}{end}", 1)).startswith(f"line {line}, ")


@pytest.mark.parametrize("address", ["https://un.org:8080/a?b#c", "mailto:tip@state.gov"])
def test_other_addresses_are_read(address):
    edition = tipdata.read_edition(TEXT.replace("https://conduct.unmissions.org/", address))
    assert edition.peacekeeping.profiles[0].links[0].url == address


@pytest.mark.parametrize(
    ("printed", "changed", "line"),
    [
        ("ISIS\tIslamic", "ISIS\t<b>Islamic</b>", 79),
        ("ISIS\tIslamic", "ISIS\t<p>Islamic", 79),
        ("In this age", "In <i>this</i> age", 171),
        ("Lauren DeCicca", "<Lauren DeCicca", 106),
        ("Lauren DeCicca", "Lauren DeCicca>", 106),
        ("Karen Vierling", "</a>Karen Vierling", 188),
    ],
)
def test_a_tag_stands_only_where_the_print_is_a_table(printed, changed, line):
    assert printed in TEXT
    said = error_of(TEXT.replace(printed, changed, 1))
    assert said.startswith(f"line {line}, ")
    assert "expected no such tag" in said


@pytest.mark.parametrize("blank", ["", " ", "   ", "\n", "\n\n\n", " \t ", "\u00a0"])
def test_a_blank_text_is_no_edition(blank):
    assert error_of(blank).startswith("line 1, column 1: expected a legend that names its")


def test_a_text_whose_lines_end_in_carriage_returns_is_an_error():
    assert error_of(TEXT.replace("\n", "\r")).startswith("line 1, column 1: expected no control")
    assert error_of("# A\rtext").startswith("line 1, column 4: expected no control")


@pytest.mark.parametrize("text", ["a\vb", "a\fb", "a\x85b", "a\u2028b", "a\0b"])
def test_another_break_of_lines_makes_no_path(text):
    assert error_of(text).startswith("line 1, column 2: expected no control character")


def test_a_path_that_stands_in_a_text_is_no_edition():
    said = error_of("data/2018/source.md\n")
    assert said.startswith("line 1, column 1: expected a legend that names its")
    assert "'data/2018/source.md" in said


def test_a_path_that_leads_nowhere_is_an_error_of_the_file():
    with pytest.raises(FileNotFoundError):
        tipdata.read_edition("no/such/source.md")


@pytest.mark.parametrize(
    ("first", "after", "line"),
    [
        ("Brazil\t", "\n# STOPPING", 1),
        ("ORGANIZATIONS AND", "## GLOSSARY", 39),
        ("ASEAN\t", "\n---", 66),
        ("Inside Front", "\n\n## A", 94),
        ("In this age", "---", 169),
        ("Karen V", "\n*Spec", 184),
    ],
)
def test_a_section_has_something_in_it(first, after, line):
    start = TEXT.index(first)
    without = TEXT[:start] + TEXT[TEXT.index(after, start) :]
    assert error_of(without).startswith(f"line {line}, ")


def test_a_second_abbreviation_is_another_name():
    edition = tipdata.read_edition(
        TEXT.replace("(RCM) (Puebla Group)", "(RCM) (CRM) (Puebla Group)")
    )
    found = tipdata.organization("CRM", edition=edition)
    assert (found.abbreviation, found.other_names) == ("RCM", ("CRM", "Puebla Group"))


def test_the_year_is_that_of_the_report_that_the_legend_names():
    named = "*2018 Trafficking in Persons Report*"
    text = TEXT.replace(named, "report").replace("In this age", f"As in the {named}, in this age")
    assert error_of(text).startswith("line 5, column 1: expected a legend that names its report")


def test_a_word_may_be_what_a_link_says():
    link = '">http://www.rcmvs.org/Publicaciones/Publicaciones.htm<'
    assert link in TEXT
    assert tipdata.read_edition(TEXT.replace(link, '">Guidelines<'))
    with pytest.raises(ReadError, match=r"^line 62, .* expected an address that leads where it"):
        tipdata.read_edition(TEXT.replace(link, '">www.un.org<'))


# What a print may say, odd or wrong: it is read, and not one of its characters is lost.
POSSIBLE = [
    ("LGBTI\tLesbian", "LGBTQI+\tLesbian"),
    ("Knowledge Portal: <a", "Knowledge Portal : <a"),
    ("Special Rapporteur on Contemporary Forms", "special rapporteur on contemporary forms"),
    ("Campaign (AU.COMMIT)", "Campaign #EndIt, Resolution 2331 (2016)"),
    ("Campaign (AU.COMMIT)", "Campaign: 60% by 2063 & beyond, COVID-19 and the G20"),
    ("Campaign (AU.COMMIT)", "Campaign (AU.COMMIT), parts (1) and (2)"),
    ("Campaign (AU.COMMIT)", "“Campaign” d’Été (Phase II)"),
    ("Office of Field Support", "Office of Feild Support"),
    ("Jodi Cobb", "Jean-Luc d'Ñandú, Jr."),
    ("Jodi Cobb", "Zoe\u0308 O’Brien & Sons"),
    ("Tegan Hare", "Tegan “Tig” Hare"),
    ("Tegan Hare", "Thomas Thomas"),
    ("In this age of", "In this (!) age – of 5000 things, “quoted"),
    ("2017 (into force 07 Dec 2018)", "2014 (into force 2018)"),
    ("Japan\t2017", "Japan\t2017 (A)"),
    ("Fiji\t2017", "Fiji\t2003"),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "changed"), POSSIBLE)
def test_what_a_print_may_say_is_read(printed, changed):
    assert printed in TEXT
    edition = tipdata.read_edition(TEXT.replace(printed, changed, 1))
    assert edition.coverage().complete
    assert edition != tipdata.edition()
