"""`Records`: a sequence that can't be changed, filtered and grouped."""

import copy
import pickle
from collections.abc import (
    Collection,
    Hashable,
    Mapping,
    MutableSequence,
    Reversible,
    Sequence,
)

import pytest
from attrs.exceptions import FrozenInstanceError

import tipdata
from for_each import for_each
from report import COUNTRIES as NAMES
from tipdata import Country, Finding, NotOneError, PartialDate, Record, Records, State


def names(records):
    return [str(record) for record in records]


def pairs(records):
    return [f"{record.country} {record.instrument}" for record in records]


def test_they_come_in_order_and_can_be_counted():
    countries = tipdata.countries()
    assert len(countries) == len(NAMES) == 16
    assert names(countries) == NAMES
    assert names(reversed(countries)) == NAMES[::-1]
    assert countries
    assert not countries[:0]


@for_each("index", range(-16, 16))
def test_an_index_counts_from_either_end(index):
    countries = tipdata.countries()
    assert countries[index].name == NAMES[index]


@pytest.mark.parametrize("index", [16, -17, 1000])
def test_an_index_outside_is_an_error(index):
    countries = tipdata.countries()
    with pytest.raises(IndexError):
        countries[index]


@pytest.mark.parametrize("index", ["Fiji", 1.0, None, (1, 2)])
def test_an_index_is_a_number_or_a_slice(index):
    countries = tipdata.countries()
    with pytest.raises(TypeError):
        countries[index]


@pytest.mark.parametrize(
    "part",
    [
        slice(None),
        slice(2),
        slice(-3, None),
        slice(None, None, -1),
        slice(1, 14, 4),
        slice(-2, 2, -5),
        slice(5, 2),
        slice(100, 200),
    ],
)
def test_a_slice_is_records_again(part):
    countries = tipdata.countries()
    found = countries[part]
    assert type(found) is Records
    assert found.kind is Country
    assert names(found) == NAMES[part]


def test_a_record_is_among_them_or_not():
    countries, denmark = tipdata.countries(), tipdata.country("Denmark")
    assert denmark in countries
    assert denmark not in countries[:2]
    assert "Denmark" not in countries
    assert tipdata.instrument("P029") not in countries


def test_the_place_of_a_record():
    countries, denmark = tipdata.countries(), tipdata.country("Denmark")
    twice = Records((*countries, *countries))
    assert countries.index(denmark) == 2
    assert twice.index(denmark) == 2
    assert twice.index(denmark, 3) == twice.index(denmark, -16) == 18
    assert twice.index(denmark, 2, 3) == 2
    assert (countries.count(denmark), twice.count(denmark)) == (1, 2)
    assert countries.count("Denmark") == 0
    for bounds in ((3,), (0, 2), (3, 18), (-13, None)):
        with pytest.raises(ValueError):  # noqa: PT011 - the words are Python's
            (twice if len(bounds) == 2 and bounds[1] == 18 else countries).index(denmark, *bounds)


def test_records_are_equal_when_they_hold_the_same():
    countries, denmark = tipdata.countries(), tipdata.country("Denmark")
    same = Records(list(countries))
    assert same == countries
    assert hash(same) == hash(countries)
    assert len({same, countries, countries[:3], Records(countries[:3])}) == 2
    for other in (
        countries[::-1],
        countries[:-1],
        Records((*countries, denmark)),
        tipdata.instruments(),
        tuple(countries),
        list(countries),
        None,
    ):
        assert other != countries
        assert (other == countries) is False


def test_the_kind_is_the_class_that_they_share():
    denmark = tipdata.country("Denmark")
    assert Records([denmark]).kind is Country
    assert Records([denmark, tipdata.instrument("P029")]).kind is Record
    assert Records(()).kind is Record
    assert Records((), Country).kind is Country
    assert tipdata.ratifications(year=1066).kind is tipdata.Ratification
    assert tipdata.search("no such words at all").kind is Record


@pytest.mark.parametrize("kind", [Sequence, MutableSequence, list, tuple, set, Mapping])
def test_they_are_no_list_and_are_not_registered_as_a_sequence(kind):
    countries = tipdata.countries()
    assert not isinstance(countries, kind)
    assert not issubclass(Records, kind)


@pytest.mark.parametrize("kind", [Collection, Reversible, Hashable])
def test_they_have_what_a_collection_has(kind):
    countries = tipdata.countries()
    assert isinstance(countries, kind)


def test_they_can_not_be_changed():
    denmark = tipdata.country("Denmark")
    given = [denmark]
    found = Records(given)
    given.clear()
    assert names(found) == ["Denmark"]
    for name in ("kind", "_items", "more"):
        with pytest.raises((FrozenInstanceError, AttributeError)):
            setattr(found, name, ())
    with pytest.raises(TypeError):
        found[0] = denmark
    with pytest.raises(TypeError):
        del found[0]
    for method in ("append", "extend", "insert", "remove", "pop", "clear", "sort", "reverse"):
        assert not hasattr(found, method)
    assert names(found) == ["Denmark"]


@for_each(
    "records",
    lambda: [
        tipdata.countries(),
        tipdata.countries()[3:5],
        tipdata.countries()[:0],
        Records(()),
        tipdata.search("europe"),
        tipdata.countries().group_by("name"),
        tipdata.ratifications_by_year(),
    ],
)
def test_they_can_be_sent_and_copied(records):
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        sent = pickle.loads(pickle.dumps(records, protocol))
        assert type(sent) is type(records)
        assert sent == records
        assert hash(sent) == hash(records)
        assert getattr(sent, "kind", None) is getattr(records, "kind", None)
    assert copy.deepcopy(records) == copy.copy(records) == records


@for_each(
    "key",
    lambda: ["Denmark", "dk", "DNK", "208", "  dénmark ", tipdata.country("Denmark")],
)
def test_a_country_in_a_field_answers_to_its_keys(key):
    years = [(2003, 2003, 2002, 1932, 2017, 1958, 2000)]
    assert [tuple(r.date.year for r in tipdata.ratifications().where(country=key))] == years


@for_each("key", lambda: ["C189", "ilo convention 189", tipdata.instrument("C189")])
def test_an_instrument_in_a_field_answers_to_its_keys(key):
    found = tipdata.ratifications().where(instrument=key)
    assert pairs(found) == ["Brazil C189", "Guinea C189", "Jamaica C189", "Switzerland C189"]


@pytest.mark.parametrize(
    ("query", "values", "found"),
    [
        (tipdata.countries, {"name": "denmark"}, ["Denmark"]),
        (tipdata.countries, {"numeric": "076"}, ["Brazil"]),
        (tipdata.countries, {"keys": "Che"}, ["Switzerland"]),
        (tipdata.countries, {"name": "Denmark", "alpha_2": "FJ"}, []),
        (tipdata.countries, {}, NAMES),
        (tipdata.peacekeeping, {"personnel": 3088, "missions": "15"}, [
            "Organization for Security and Co-operation in Europe"
        ]),
        (tipdata.instruments, {"aliases": "opsc"}, ["CRC-OP-SC"]),
        (tipdata.instruments, {"kind": "CONVENTION"}, ["C029", "C105", "C182", "C189"]),
        (tipdata.instruments, {"kind": "optional protocol"}, ["CRC-OP-SC", "CRC-OP-AC"]),
        (tipdata.instruments, {"kind": "optional_protocol"}, ["CRC-OP-SC", "CRC-OP-AC"]),
        (tipdata.organizations, {"parent": "UN", "abbreviation": "ilo"}, [
            "International Labour Organization"
        ]),
        (tipdata.photo_credits, {"photographer": "Jane Sigmon", "position": None}, [
            "Jane Sigmon"
        ]),
        (tipdata.focal_points, {"organizations": "Council of the Baltic Sea States"}, [
            "Task Force against Trafficking in Human Beings",
            "Expert Group on Children at Risk",
        ]),
    ],
)  # fmt: skip
def test_fields_have_the_values_that_are_asked_for(query, values, found):
    assert names(query().where(**values)) == found


def test_dates_states_and_blanks_can_be_asked_for():
    acts = tipdata.ratifications()
    assert pairs(acts.where(date="2018")) == ["Brazil C189"]
    june = ["Denmark P029", "Iceland P029", "Sweden P029"]
    assert pairs(acts.where(entry_into_force="2018-06-14")) == june
    assert pairs(acts.where(entry_into_force=PartialDate(2018, 6, 14))) == june
    assert (len(acts.where(consent_form=None)), len(acts.where(entry_into_force=None))) == (
        109,
        96,
    )
    for finding in ("disagrees", "DISAGREES", Finding.DISAGREES):
        wrong = tipdata.register().where(finding=finding)
        assert pairs(wrong) == ["Fiji CRC-OP-SC", "Fiji CRC-OP-AC"]
    # The chart prints for India, C182: "2017 (into force 13 Jun 2018)".
    statuses = tipdata.protocol_status("C182", on="2018")
    for question in ({"state": "uncertain"}, {"possible": "ratified"}, {"certain": False}):
        assert pairs(statuses.where(**question)) == ["India C182"]
    assert len(statuses.where(possible=frozenset({State.IN_FORCE}))) == 15


def test_a_predicate_keeps_what_it_accepts():
    acts = tipdata.ratifications()
    early = acts.where(lambda act: act.date.year < 1932)
    assert pairs(early) == ["Sweden C029"]
    both = acts.where(lambda act: act.date.year == 1932, country="ES")
    assert pairs(both) == ["Spain C029"]
    assert acts.where(None) == acts.where() == acts
    nothing = acts.where(lambda act: act.date.year == 1066)
    assert (len(nothing), nothing.kind) == (0, tipdata.Ratification)
    with pytest.raises(TypeError, match="no field 'predicate'"):
        acts.where(predicate=lambda _: True)


@for_each("records", lambda: [tipdata.countries(), tipdata.countries()[:0]])
@pytest.mark.parametrize("name", ["nam", "_items", "__class__", "Name"])
def test_an_unknown_field_lists_the_fields(records, name):
    known = "alpha_2, alpha_3, codes, keys, kind, name, numeric, sources, spans"
    for ask in (lambda: records.where(**{name: "x"}), lambda: records.group_by(name)):
        with pytest.raises(TypeError) as caught:
            ask()
        assert str(caught.value) == f"Country has no field {name!r}; it has {known}"


def test_a_field_of_mixed_records_must_be_a_field_of_each():
    mixed = tipdata.search("Jane Sigmon")
    assert names(mixed.where(keys=())) == ["Jane Sigmon", "Jane Sigmon", "Jane Nady Sigmon"]
    with pytest.raises(TypeError, match=r"^StaffMember has no field 'photographer'"):
        mixed.where(photographer="Jane Sigmon")
    with pytest.raises(TypeError, match=r"^PhotoCredit has no field 'name'"):
        mixed.group_by("name")


def test_one_is_the_only_record():
    countries = tipdata.countries()
    assert countries[4:5].one().name == "Guinea"
    for count, records in ((0, countries[:0]), (2, countries[:2]), (16, countries)):
        with pytest.raises(NotOneError) as caught:
            records.one()
        assert str(caught.value) == f"expected one record, found {count}"


def test_no_text_names_none():
    assert len(tipdata.ratifications().where(entry_into_force="None")) == 0
    assert len(tipdata.organizations().where(abbreviation="none")) == 0


def test_a_number_is_a_key_of_a_country_in_where_too():
    assert len(tipdata.ratifications().where(country=208)) == 7


def test_a_number_is_a_year_in_where():
    acts = tipdata.ratifications()
    assert acts.where(date=2017) == acts.where(date="2017") == tipdata.ratifications(year=2017)
    assert len(acts.where(date=2017)) == 15
    assert len(acts.where(entry_into_force=2018)) == 0  # these print days
    assert len(acts.where(date=True)) == len(acts.where(date=2017.5)) == 0
    assert len(acts.where(country=True)) == 0
