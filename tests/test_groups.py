"""`Groups`: what records are grouped into, and can't be changed."""

from collections.abc import Mapping, MutableMapping

import pytest
from attrs.exceptions import FrozenInstanceError

import tipdata
from report import CHART, COUNTRIES
from tipdata import Record, State


def names(records):
    return [str(record) for record in records]


def test_groups_come_in_the_order_of_their_first_records():
    groups = tipdata.ratifications().group_by("country")
    assert [str(country) for country in groups] == COUNTRIES
    filled = [sum(cell != "—" for cell in row[1:]) for row in CHART[1:]]
    assert [len(found) for found in groups.values()] == filled
    assert {found.kind for found in groups.values()} == {tipdata.Ratification}
    assert str(groups[tipdata.countries()[2]][4]) == "Denmark, P029: 2017"
    decades = tipdata.ratifications(instrument="C29").group_by(lambda r: r.date.year // 10 * 10)
    assert {decade: len(found) for decade, found in decades.items()} == {
        1950: 5, 1960: 2, 1930: 5, 1970: 1, 2000: 2, 1940: 1,
    }  # fmt: skip
    assert list(decades) == [1950, 1960, 1930, 1970, 2000, 1940]
    states = tipdata.protocol_status("P029").group_by("state")
    assert {state: len(found) for state, found in states.items()} == {
        State.NOT_RATIFIED: 6,
        State.RATIFIED: 9,
        State.IN_FORCE: 1,
    }
    mixed = tipdata.search("Jane Sigmon").group_by(lambda record: type(record).__name__)
    assert {name: (len(found), found.kind) for name, found in mixed.items()} == {
        "PhotoCredit": (2, Record),
        "StaffMember": (1, Record),
    }


def test_a_group_of_a_record_is_found_by_its_keys():
    groups = tipdata.ratifications().group_by("country")
    denmark = tipdata.country("Denmark")
    for key in ("DK", "dnk", " denmark ", "208", 208):
        assert key in groups
        assert groups[key] is groups[denmark]
        assert groups.get(key) is groups[denmark]
    assert [type(country) for country in groups] == [tipdata.Country] * 16
    assert len(groups) == len(dict(groups)) == 16
    assert "P029" not in groups
    assert True not in tipdata.countries().group_by(lambda country: country.name)
    assert str(tipdata.ratifications().group_by("instrument")["c29"][0]) == "Brazil, C029: 1957"


def test_what_is_no_group_is_told_with_what_there_is():
    with pytest.raises(KeyError) as caught:
        tipdata.ratifications(year=2017).group_by("instrument")["C105"]
    assert caught.value.args == (
        "no group 'C105'; there are 'CRC-OP-AC', 'P029', 'PALERMO', 'C189', 'C182'",
    )
    with pytest.raises(KeyError, match="no group 5; there are none"):
        tipdata.ratifications(year=1066).group_by("instrument")[5]


def test_groups_are_a_mapping_that_can_not_be_changed():
    groups = tipdata.photo_credits().group_by("agency")
    assert isinstance(groups, Mapping)
    assert not isinstance(groups, MutableMapping)
    assert names(groups["Thai NGO"]) == ["Thai NGO", "Thai NGO", "Thai NGO"]
    assert "Thai NGO" in groups
    assert "thai ngo" not in groups
    assert groups.get("Kodak") is None
    with pytest.raises(KeyError, match="Kodak"):
        groups["Kodak"]
    with pytest.raises(TypeError):
        groups["Thai NGO"] = ()
    with pytest.raises(TypeError):
        del groups["Thai NGO"]
    with pytest.raises((FrozenInstanceError, AttributeError)):
        groups._pairs = ()
    same = tipdata.photo_credits().group_by(lambda credit: credit.agency)
    assert same == groups == dict(groups.items())
    assert hash(same) == hash(groups)
    assert groups != tipdata.photo_credits()[1:].group_by("agency")
    assert len(tipdata.photo_credits()[:0].group_by("agency")) == 0
    assert repr(tipdata.countries().group_by(lambda country: country.name < "J")) == (
        "Groups(True: 7, False: 9)"
    )
    with pytest.raises(TypeError, match="unhashable"):
        tipdata.countries().group_by(lambda country: [country.name])


def test_a_group_of_a_choice_or_a_date_is_found_as_by_where():
    errata = tipdata.errata()
    assert errata.group_by("kind")["misprint"] == errata.where(kind="misprint")
    found = tipdata.ratifications()
    assert found.group_by("date")[2017] == found.where(date=2017)
    with pytest.raises(KeyError, match=r"no group '2017'; there are 2018"):
        tipdata.ratifications(instrument="C189").group_by(lambda r: r.date.year)["2017"]
    with pytest.raises(KeyError, match=r"no group 'x'; there are 'lost mark'"):
        tipdata.errata().where(kind="lost mark").group_by("kind")["x"]
