"""Arguments that are taken alike wherever they are given."""

from datetime import date, datetime

import pytest

import tipdata
from page import Page
from tipdata import ChoiceError, DateError

P029, OPSC = tipdata.instrument("P029"), tipdata.instrument("OPSC")


def test_a_datetime_is_taken_alike_by_all_instruments():
    for instrument in (P029, OPSC):
        found = tipdata.entry_into_force(datetime(2017, 6, 14), instrument)
        assert found == tipdata.entry_into_force(date(2017, 6, 14), instrument)


def test_an_unknown_basis_is_an_error_even_when_there_is_nothing_to_count():
    with pytest.raises(ChoiceError):
        tipdata.status_counts(start=2003, end=2001, basis="nonsense")


def test_no_text_names_none():
    assert len(tipdata.ratifications().where(into_force="None")) == 0
    assert len(tipdata.organizations().where(abbreviation="none")) == 0


def test_a_number_is_a_key_of_a_country_in_where_too():
    assert len(tipdata.ratifications().where(country=208)) == 7


def test_a_number_is_a_year_in_where():
    acts = tipdata.ratifications()
    assert acts.where(date=2017) == acts.where(date="2017") == tipdata.ratifications(year=2017)
    assert len(acts.where(date=2017)) == 15
    assert len(acts.where(into_force=2018)) == 0  # these print days
    assert len(acts.where(date=True)) == len(acts.where(date=2017.5)) == 0
    assert len(acts.where(country=True)) == 0


def test_no_line_of_text_has_a_tab():
    assert "\t" not in repr(tipdata.errata())


def test_a_kind_is_called_by_words():
    assert "prevention policy" in repr(tipdata.search("special measures"))


def test_every_address_in_a_table_can_be_followed():
    addresses = Page(tipdata.organizations()._repr_html_()).addresses
    assert addresses == [link.url for body in tipdata.organizations() for link in body.links]


@pytest.mark.parametrize("week", ["2018-W13", "2018W13", "2018-w13", "2018-W13-6"])
def test_a_week_is_not_taken_for_its_monday(week):
    with pytest.raises(DateError, match="can't read the date"):
        tipdata.status("Denmark", "P029", on=week)


def test_a_time_does_not_hinder_reading_a_day():
    for text in ("2018-06-14T23:59:59", "2018-06-14 00:00", "20180614"):
        assert tipdata.status("Denmark", "P029", on=text).on == tipdata.PartialDate(2018, 6, 14)
