"""The sentence of a status says between which days something happened."""

import pytest

import tipdata


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
