"""The sentence of a status: between which days something happened, and in which tense."""

from datetime import date, timedelta

import pytest

import tipdata
from for_each import for_each


@pytest.mark.parametrize(
    ("country", "instrument", "on", "sentence"),
    [
        (
            "Brazil",  # printed: 2000; twelve months after any day of that year
            "C182",
            "2001-06-01",
            "The status of C182 for Brazil on 2001-06-01 is uncertain (ratified or in force):"
            " the chart prints the year 2000, and entry into force between 2001-01-01 and"
            " 2001-12-31 is derived by art. 10(3).",
        ),
        (
            "Brazil",  # printed: 2018 (into force Jan 2019), twelve months later
            "C189",
            "2019-01-15",
            "The status of C189 for Brazil on 2019-01-15 is uncertain (ratified or in force):"
            " the chart prints the year 2018 and entry into force in 2019-01, and consent"
            " between 2018-01-01 and 2018-01-31 is derived from that by art. 21(3).",
        ),
    ],
)
def test_a_period_is_given_by_its_ends(country, instrument, on, sentence):
    assert tipdata.status(country, instrument, on=on).explanation == sentence


PAST = (" was in force for ", " had not ratified ", " had ratified ", " was no longer bound ")
NOW = (" is in force for ", " has not ratified ", " has ratified ", " is no longer bound ")
CLOSING = date(2018, 3, 31)


@pytest.mark.parametrize("basis", ["printed", "register"])
@for_each("cell", lambda: tipdata.chart().cells)
def test_nothing_was_on_a_day_of_which_no_evidence_speaks(cell, basis):
    pair = cell.country, cell.instrument
    entry = tipdata.register().where(country=cell.country, instrument=cell.instrument).one()
    last = max(CLOSING, entry.as_of.latest) if basis == "register" else CLOSING
    for ago, claims in ((0, PAST), (1, NOW)):
        for on in (last + timedelta(ago), date(1990 if claims is PAST else 2050, 1, 1)):
            found = tipdata.status(*pair, on=on, basis=basis)
            claim = found.explanation.partition(": ")[0]
            said = [words for words in (*PAST, *NOW) if words in claim]
            assert len(said) == found.certain
            assert set(said) <= set(claims)


@pytest.mark.parametrize(("on", "verb"), [("2018-03", "was"), ("2018", "is"), ("2050", "is")])
def test_a_period_was_only_if_the_evidence_speaks_of_its_last_day(on, verb):
    found = tipdata.status("Jamaica", "C189", on=on)  # open to denunciation from 2023 on
    certain = f"C189 {verb} in force for Jamaica in {on}"
    uncertain = f"The status of C189 for Jamaica in {on} is uncertain"
    assert found.explanation.startswith(certain if found.certain else uncertain)
    assert found.certain is (on != "2050")
