"""A question for every public function, so that none is left out of a test of them all."""

import inspect
from functools import cache

import polars

import tipdata
from report import TEXT

FUNCTIONS = {
    name: getattr(tipdata, name)
    for name in tipdata.__all__
    if inspect.isfunction(getattr(tipdata, name))
}
PARAMETERS = {name: inspect.signature(ask).parameters for name, ask in FUNCTIONS.items()}

# Their arguments are columns of a frame, or periods; their own tests say what they take.
OTHERS = {"enrich", "panel"}


@cache
def questions():
    """Give arguments of each function that find something, by hand."""
    return {
        "bounds": {"country": "DK", "instrument": "P029", "basis": "register"},
        "chart": {},
        "cite": {"record": tipdata.country("Fiji"), "style": "bibtex"},
        "closing_note": {},
        "countries": {},
        "country": {"key": "Fiji"},
        "country_status": {"country": "Fiji", "on": "2010", "at": "end", "basis": "register"},
        "edition": {"year": 2018},
        "editions": {},
        "enrich": {
            "frame": polars.DataFrame({"country": ["DK"], "year": [2018]}),
            "country": "country",
            "on": "year",
            "at": "end",
            "instrument": "P029",
            "basis": "register",
            "prefix": "tip_",
            "unmatched": "raise",
        },
        "entries_into_force": {"during": "2018-06", "basis": "register"},
        "entry_into_force": {
            "consent": tipdata.PartialDate(2017, 6, 14).earliest,
            "instrument": tipdata.instrument("P029"),
        },
        "errata": {},
        "expand": {"abbreviation": "ILO"},
        "find_terms": {"text": "the ILO and the EU"},
        "focal_points": {"organization": "COE"},
        "framework_documents": {"organization": "AU", "year": 2006},
        "glossary": {},
        "instrument": {"key": "C29"},
        "instruments": {},
        "is_party": {
            "country": "Fiji",
            "instrument": "C29",
            "on": "2010",
            "at": "end",
            "basis": "register",
        },
        "links": {"organization": "NATO", "domain": "nato.int"},
        "not_ratified": {"instrument": "C105", "on": "2018", "at": "end", "basis": "register"},
        "notes": {},
        "organization": {"key": "OAS"},
        "organizations": {},
        "panel": {
            "start": 2017,
            "end": 2018,
            "freq": "month",
            "at": "start",
            "country": "DK",
            "instrument": "P029",
            "basis": "register",
            "backend": "pandas",
        },
        "peacekeeping": {},
        "photo_credits": {"page": "v"},
        "protocol_status": {"instrument": "C189", "on": "2018", "at": "end", "basis": "register"},
        "ratifications": {"country": "DK", "instrument": "P029", "year": 2017},
        "ratifications_by_year": {"country": "DK", "instrument": "P029"},
        "read_edition": {"text_or_path": TEXT},
        "register": {},
        "search": {"text": "Lantsman"},
        "source": {"record": tipdata.country("Fiji")},
        "staff": {},
        "status": {
            "country": "DK",
            "instrument": "P029",
            "on": "2018",
            "at": "end",
            "basis": "register",
        },
        "status_counts": {"start": 2017, "end": 2018, "instrument": "P029", "basis": "register"},
    }


def taking(*names):
    """Give each function that takes one of some arguments, with the argument's name."""
    return [
        (function, name)
        for function, parameters in PARAMETERS.items()
        for name in names
        if name in parameters and function not in OTHERS
    ]
