"""Nothing that users get can be changed; all of it can be kept, compared and sent."""

import copy
import pickle
from enum import Enum
from functools import cache
from types import FunctionType

import attrs
import pytest

import tipdata
from for_each import for_each


@cache
def answers():
    """Give what users get, by what it is called."""
    edition = tipdata.edition()
    return {
        "edition": edition,
        "chart": tipdata.chart(),
        "coverage": edition.coverage(),
        "ratifications": tipdata.ratifications(),
        "by year": tipdata.ratifications_by_year(),
        "links": tipdata.links(),
        "terms": tipdata.find_terms("the ILO and the EU"),
        "source": tipdata.source(tipdata.organization("AU")),
        "search": tipdata.search("europe"),
        "status": tipdata.protocol_status("P029", basis="register"),
        "bounds": tipdata.bounds("DK", "P029", basis="register"),
        "register": tipdata.register(),
        "errata": tipdata.errata(),
        "counts": tipdata.status_counts(start=2017, end=2018),
        "entries": tipdata.entries_into_force("2018"),
        "read": tipdata.read_edition(edition.text),
        **{section.name: section for section in edition.sections},
    }


def reachable(root):
    """Give every object that can be reached by attributes and items."""
    seen, waiting = {}, [root]
    while waiting:
        thing = waiting.pop()
        if id(thing) in seen:
            continue
        seen[id(thing)] = thing
        if isinstance(thing, (tuple, frozenset)):
            waiting += thing
        elif attrs.has(type(thing)):
            waiting += [getattr(thing, field.name) for field in attrs.fields(type(thing))]
    return seen.values()


@for_each("answer", answers)
def test_nothing_that_can_be_reached_can_be_changed(answer):
    for thing in reachable(answer):
        if type(thing) in (str, int, bool, type(None), tuple, frozenset):
            continue
        if isinstance(thing, (Enum, type)):
            continue
        if type(thing).__module__ == "datetime":
            continue
        assert attrs.has(type(thing)), type(thing)
        assert not hasattr(thing, "__dict__"), type(thing)
        for field in [*attrs.fields(type(thing)), None]:
            name = field.name if field else "a_new_attribute"
            with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
                setattr(thing, name, None)
            with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
                delattr(thing, name)


@for_each("thing", answers)
def test_everything_can_be_hashed_copied_and_pickled(thing):
    hash(thing)
    for copied in (copy.copy(thing), copy.deepcopy(thing)):
        assert copied == thing
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        sent = pickle.loads(pickle.dumps(thing, protocol))
        assert sent == thing
        assert hash(sent) == hash(thing)
        assert repr(sent) == repr(thing)


def test_classes_have_no_setters():
    for name in tipdata.__all__:
        value = getattr(tipdata, name)
        if isinstance(value, type) and attrs.has(value):
            for member in vars(value).values():
                assert not isinstance(member, property) or member.fset is None
                assert not isinstance(member, FunctionType) or member.__name__ != "__setitem__"


def test_what_is_read_equals_what_is_packaged():
    edition = tipdata.edition()
    read = tipdata.read_edition(edition.text)
    assert read == edition
    assert hash(read) == hash(edition)
    assert read != edition.year
    assert read != tipdata.read_edition(edition.text.replace("Fiji\t2017", "Fiji\t2016"))
