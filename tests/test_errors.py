"""Errors: what they are, whom they name, and what they tell the one who asked."""

import re
from functools import cache

import pytest

import tipdata
from for_each import for_each
from questions import FUNCTIONS, OTHERS, PARAMETERS, questions, taking
from report import CHART
from tipdata import ChoiceError, DateError, NotFoundError, TipdataError, errors

PARENTS = {
    "NotFoundError": LookupError,
    "NotOneError": LookupError,
    "DateError": ValueError,
    "ChoiceError": ValueError,
    "ReadError": ValueError,
    "DataError": ValueError,
    "ExportError": OSError,
    "MissingExtraError": ImportError,
}
# What has an error of its own: a wrong choice is a ChoiceError, of whatever type.
OTHERWISE = {"at", "basis", "style"}
FRANCE = tipdata.Country("France", "FR", "FRA", "250")
SCOPE = (
    "The chart lists only the 16 countries that the report says ratified, acceded to or accepted"
    f" an instrument between April 2017 and March 2018: {', '.join(row[0] for row in CHART[1:])}."
    " Of any other it says nothing."
    " The complete list was at https://www.state.gov/j/tip/conventions/index.htm"
)


@cache
def wrong():
    """Give of each argument what is of a wrong type.

    A bool is no number; None is wrong where the argument has no default.
    """
    denmark, p029 = tipdata.country("DK"), tipdata.instrument("P029")
    return {
        "abbreviation": [5, True, b"EU", ["EU"], tipdata.expand("EU")],
        "consent": ["2017-06-14", 2017, True, tipdata.PartialDate(2017, 6, 14)],
        "country": [208.0, True, b"DK", ["DK"], p029, object()],
        "domain": [5, True, b"un.org", ("un.org",)],
        "during": [2018, 2018.0, True, b"2018", ("2018",)],
        "edition": [2018, "2018", "", 0, False, tipdata.Edition],
        "end": ["2018", 2018.0, False],
        "instrument": [29, 29.0, True, b"P029", ["P029"], denmark],
        "on": [2018, 2018.0, True, b"2018", ("2018",)],
        "organization": [5, True, b"UN", ["UN"], denmark],
        "page": [16.0, True, b"v", ("v",)],
        "record": [5, "Denmark", (), tipdata.Country, tipdata.countries()],
        "start": ["2017", 2017.0, True],
        "text": [5, True, b"EU", ["EU"], denmark],
        "text_or_path": [5, True, b"text\n", ["text\n"]],
        "year": ["2017", 2017.0, True, tipdata.PartialDate(2017)],
    }


def asking(name, **changes):
    """Ask a public function its question, with one argument changed."""
    return FUNCTIONS[name](**{**questions()[name], **changes})


def rests_on_both(name):
    """Tell whether the question of a function is put to the register too."""
    return questions()[name].get("basis") == "register"


def answers_to(function, parameter):
    """Give the name of what an argument is: a key is a key of what the function finds."""
    return function if parameter == "key" else parameter


def wrong_types():
    """Give each function with the name of an argument and what is of a wrong type for it."""
    for function, parameters in PARAMETERS.items():
        if function in OTHERS:
            continue
        for name, parameter in parameters.items():
            kind = answers_to(function, name)
            if kind in OTHERWISE:
                continue
            missing = [None] if parameter.default is parameter.empty else []
            for value in (*wrong()[kind], *missing):
                yield function, name, value


def test_every_error_of_tipdata_is_also_the_built_in_that_fits():
    assert TipdataError.__bases__ == (Exception,)
    assert {child.__name__ for child in TipdataError.__subclasses__()} == set(PARENTS)
    for name, parent in PARENTS.items():
        child = getattr(tipdata, name)
        assert child.__bases__ == (TipdataError, parent)
        assert not issubclass(child, (KeyError, TypeError))
        assert child.__module__ == errors.__name__
    public = {n for n in tipdata.__all__ if n.endswith("Error")}
    assert public == {"TipdataError", *PARENTS}


@pytest.mark.parametrize(
    ("ask", "error", "parent"),
    [
        (lambda: tipdata.country("France"), NotFoundError, LookupError),
        (lambda: tipdata.countries().one(), tipdata.NotOneError, LookupError),
        (lambda: tipdata.status("DK", "P029", on="soon"), DateError, ValueError),
        (lambda: tipdata.bounds("DK", "P029", basis="x"), ChoiceError, ValueError),
        (lambda: tipdata.read_edition("no report\n"), tipdata.ReadError, ValueError),
    ],
)
def test_an_error_can_be_caught_by_any_of_its_names(ask, error, parent):
    for name in (error, TipdataError, parent):
        with pytest.raises(name) as caught:
            ask()
        assert type(caught.value) is error


@for_each("function, name, value", wrong_types)
def test_a_wrong_type_names_the_argument(function, name, value):
    with pytest.raises(TypeError) as caught:
        asking(function, **{name: value})
    message = str(caught.value)
    assert message.startswith(f"{answers_to(function, name)} must be ")
    assert message.endswith(f", not {type(value).__name__}")


@pytest.mark.parametrize("basis", ["print", "PRINTED", "", None, 1, ["printed"], True])
@for_each("function, name", taking("basis"))
def test_an_unknown_choice_lists_the_choices(function, name, basis):
    with pytest.raises(ChoiceError) as caught:
        asking(function, **{name: basis})
    assert str(caught.value) == f"basis must be 'printed' or 'register', not {basis!r}"


@pytest.mark.parametrize("at", ["middle", "END", "", None, 1, ["end"], True])
@for_each("function, name", taking("at"))
def test_an_unknown_part_of_a_period_lists_the_choices(function, name, at):
    with pytest.raises(ChoiceError) as caught:
        asking(function, **{name: at})
    assert str(caught.value) == f"at must be 'whole', 'start' or 'end', not {at!r}"


@pytest.mark.parametrize("text", ["soon", "2018-13-45x", "14. Juni 2018", "6/14/2018", ""])
@for_each("function, name", taking("on", "during"))
def test_an_unreadable_date_shows_the_text_and_what_can_be_read(function, name, text):
    with pytest.raises(DateError) as caught:
        asking(function, **{name: text})
    assert str(caught.value) == (
        f"can't read the date {text!r}; forms that can be read: '2017', '2019-01',"
        " '2018-06-14', '14 Jun 2018', 'Jan 2019', 'November 9, 2016'"
    )


@pytest.mark.parametrize("key", ["France", "fr", "FRA", "250", 250, -1, "", FRANCE], ids=repr)
@for_each("function, name", [*taking("country"), ("country", "key")])
def test_a_country_outside_the_chart_is_told_what_the_chart_covers(function, name, key):
    with pytest.raises(NotFoundError) as caught:
        asking(function, **{name: key})
    message = str(caught.value)
    named = "France" if key is FRANCE else key
    where = "the chart or the register" if rests_on_both(function) else "the chart"
    assert message.startswith(f"no country {named!r} in {where}")
    assert message.endswith(f". {SCOPE}")
    assert "not ratified" not in message


@for_each(
    "function, name",
    [*((f, n) for f, n in taking("instrument") if f != "entry_into_force"), ("instrument", "key")],
)
def test_an_unknown_instrument_is_told_what_comes_close(function, name):
    for key, close in (("P030", "; close to it: 'P029'"), ("Berne Union", ""), ("", "")):
        with pytest.raises(NotFoundError) as caught:
            asking(function, **{name: key})
        where = "the chart or the register" if "basis" in PARAMETERS[function] else "the chart"
        assert str(caught.value) == f"no instrument {key!r} in {where}{close}"


@for_each("function, name", [*taking("organization"), ("organization", "key")])
def test_an_unknown_organization_is_told_what_comes_close(function, name):
    where = "the report's tables" if function == "links" else "the multilateral organizations"
    for key, close in (
        ("African Unoin", "; close to it: 'African Union', "),
        ("puebla grupo", "; close to it: 'Puebla Group'"),
        ("", None),
    ):
        with pytest.raises(NotFoundError) as caught:
            asking(function, **{name: key})
        start = f"no organization {key!r} in {where}"
        message = str(caught.value)
        assert message == start if close is None else message.startswith(start + close)


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda: tipdata.expand("GRETTA"),
         "no term 'GRETTA' in the glossary; close to it: 'GRETA'"),
        (lambda: tipdata.expand("Interpole"),
         "no term 'Interpole' in the glossary; close to it: 'INTERPOL', 'EUROPOL'"),
        (lambda: tipdata.expand("?"), "no term '?' in the glossary"),
        (lambda: tipdata.edition(2017), "no edition 2017; packaged: 2018"),
        (lambda: tipdata.edition(-1), "no edition -1; packaged: 2018"),
        (lambda: tipdata.chart()["DK", "P030"],
         "no instrument 'P030' in the chart; close to it: 'P029'"),
        (lambda: tipdata.chart()["Denmrk", "P029"],
         f"no country 'Denmrk' in the chart; close to it: 'Denmark', 'Sweden'. {SCOPE}"),
        (lambda: tipdata.country("xyz"), f"no country 'xyz' in the chart. {SCOPE}"),
        (lambda: tipdata.source(FRANCE), f"no record of the edition 2018 stands where {FRANCE!r}"
         " does"),
    ],
)  # fmt: skip
def test_what_is_not_found_is_said_in_full(ask, message):
    with pytest.raises(NotFoundError) as caught:
        ask()
    assert str(caught.value) == message


@pytest.mark.parametrize(
    "key", ["DK", 208, ("DK",), ("DK", "P029", 2017), ["DK", "P029"], (), None, slice(None)]
)
def test_the_chart_says_how_it_is_asked(key):
    with pytest.raises(TypeError) as caught:
        tipdata.chart()[key]
    assert str(caught.value) == ('a chart takes a country and an instrument: chart["DK", "P029"]')


@pytest.mark.parametrize(
    ("key", "name"), [((True, "P029"), "country"), (("DK", None), "instrument")]
)
def test_a_key_of_the_chart_of_a_wrong_type_is_named(key, name):
    for ask in (lambda: tipdata.chart()[key], lambda: tipdata.chart().cell(*key)):
        with pytest.raises(TypeError, match=rf"^{name} must be "):
            ask()


@for_each("function", list(FUNCTIONS))
def test_nothing_that_is_found_is_none(function):
    assert asking(function) is not None


def test_none_is_said_only_where_it_is_an_answer():
    # Brazil, C182: printed 2000, so bound from a day of 2001.
    assert tipdata.is_party("Brazil", "C182", on="2001") is None
    assert tipdata.chart()["Brazil", "P029"] is None
    annotated = {
        name
        for name, ask in FUNCTIONS.items()
        if "None" in str(ask.__annotations__["return"]) and "Records" not in str(ask)
    }
    assert annotated == {"is_party", "entry_into_force"}


def test_a_word_is_not_close_to_a_code():
    for key in ("Norway", "Finland", "branches", "NLDD"):
        with pytest.raises(NotFoundError) as caught:
            tipdata.country(key)
        said = str(caught.value).partition(". The chart lists only")[0]
        close = said.partition("; close to it: ")[2]
        assert not re.search("'[A-Z0-9]{2,3}'", close)
    with pytest.raises(NotFoundError, match=r"^no country 'Norway' in the chart\. The chart"):
        tipdata.country("Norway")
    with pytest.raises(NotFoundError, match=r"close to it: 'DK', 'DNK'\. The chart"):
        tipdata.country("DKN")


def test_a_code_without_its_zeros_is_close_to_the_code():
    with pytest.raises(NotFoundError, match="close to it: '076'"):
        tipdata.country("76")
