"""Every organization by every key; its row, its answers and its focal points by hand."""

import pytest

import tipdata
from for_each import for_each
from tipdata import Answer, NotFoundError

GIVEN, NA, BLANK = Answer.GIVEN, Answer.NOT_APPLICABLE, Answer.BLANK
BALI = (
    "Bali Regional Ministerial Conference On People Smuggling, Trafficking In Persons"
    " And Related Transnational Crime"
)

# The name, the abbreviation, the other names; the body above it; what the cells of documents
# and of focal points say; how many links it has.
ORGANIZATIONS = [
    ("United Nations", "UN", (), None, GIVEN, GIVEN, 1),
    ("United Nations Office on Drugs and Crime", "UNODC", (), "UN", None, None, 5),
    ("United Nations Security Council", "UNSC", (), "UN", None, None, 3),
    (
        "United Nations Office of the High Commissioner on Human Rights", "OHCHR", (),
        "UN", None, None, 1,
    ),
    ("International Labour Organization", "ILO", (), "UN", None, None, 3),
    ("African Union", "AU", (), None, GIVEN, NA, 1),
    (
        "Khartoum Process", None, ("EU/Horn of Africa Migration Route Initiative",),
        None, GIVEN, BLANK, 0,
    ),
    ("Association of Southeast Asian Nations", "ASEAN", (), None, GIVEN, GIVEN, 3),
    (BALI, None, ("Bali Process",), None, GIVEN, GIVEN, 4),
    ("Commonwealth of Independent States", "CIS", (), None, GIVEN, NA, 1),
    (
        "Coordinated Mekong Ministerial Initiative against Trafficking", "COMMIT", (),
        None, GIVEN, GIVEN, 3,
    ),
    ("Council of the Baltic Sea States", "CBSS", (), None, GIVEN, GIVEN, 4),
    ("Council of Europe", "COE", (), None, GIVEN, GIVEN, 3),
    ("Economic Community of West African States", "ECOWAS", (), None, GIVEN, GIVEN, 1),
    ("Economic Community of Central African States", "ECCAS", (), None, GIVEN, GIVEN, 1),
    ("European Union", "EU", (), None, GIVEN, GIVEN, 1),
    ("League of Arab States", "LAS", (), None, GIVEN, NA, 1),
    ("Organization of American States", "OAS", (), None, GIVEN, GIVEN, 2),
    ("Organization of Islamic Cooperation", "OIC", (), None, GIVEN, NA, 0),
    (
        "Organization for Economic Cooperation and Development", "OECD", (),
        None, BLANK, GIVEN, 1,
    ),
    (
        "Organization for Security and Cooperation in Europe", "OSCE", (),
        None, GIVEN, GIVEN, 3,
    ),
    ("Regional Conference on Migration", "RCM", ("Puebla Group",), None, GIVEN, GIVEN, 2),
    ("Southern African Development Community", "SADC", (), None, GIVEN, NA, 2),
    ("South Asian Association for Regional Cooperation", "SAARC", (), None, GIVEN, GIVEN, 2),
]  # fmt: skip
KEYS = [
    (key, row[0]) for row in ORGANIZATIONS for key in (row[0], row[1], *row[2]) if key is not None
]
RAPPORTEUR = "Special Rapporteur on"
PERSONS = "Trafficking in Persons"

# The name, the abbreviation, and whose it is.
FOCAL_POINTS = [
    (f"{RAPPORTEUR} {PERSONS}, Especially Women and Children", None, ["UN"]),
    (f"{RAPPORTEUR} Contemporary Forms of Slavery", None, ["UN"]),
    (
        f"{RAPPORTEUR} the Sale of Children, Child Prostitution, and Child Pornography",
        None,
        ["UN"],
    ),
    ("ASEAN Senior Officials Meeting on Transnational Crime", None, ["ASEAN"]),
    (f"Bali Process Working Group on {PERSONS}", None, ["Bali Process"]),
    (f"United Nations Action for Cooperation against {PERSONS}", None, ["COMMIT"]),
    ("Regional COMMIT Task Force", "TF", ["COMMIT"]),
    ("Task Force against Trafficking in Human Beings", "TF-THB", ["CBSS"]),
    ("Expert Group on Children at Risk", None, ["CBSS"]),
    ("Group of Experts on Action Against Trafficking in Human Beings", "GRETA", ["COE"]),
    ("Anti-Trafficking Unit", None, ["ECOWAS", "ECCAS"]),
    ("European Union Anti-Trafficking Coordinator", None, ["EU"]),
    (f"Coordinator Against {PERSONS}", None, ["OAS"]),
    ("OECD Task Force on Countering Illicit Trade", None, ["OECD"]),
    ("Special Representative and Coordinator for Trafficking in Human Beings", None, ["OSCE"]),
    (
        f"The Liaison Officers Network to Combat Migrant Smuggling and {PERSONS}",
        None,
        ["RCM"],
    ),
    ("Regional Task Force", None, ["SAARC"]),
]


def test_there_are_24_in_the_order_of_the_source():
    assert [body.name for body in tipdata.organizations()] == [row[0] for row in ORGANIZATIONS]
    assert len(ORGANIZATIONS) == 24


@for_each("row", {row[0]: row for row in ORGANIZATIONS})
def test_an_organization_is_what_is_written_here(row):
    name, short, others, parent, documents, points, links = row
    body = tipdata.organization(name)
    assert (body.name, body.abbreviation, body.other_names) == (name, short, others)
    assert body.parent == (tipdata.organization(parent) if parent else None)
    assert (body.documents_answer, body.focal_points_answer) == (documents, points)
    assert len(body.links) == links
    found = tipdata.framework_documents(organization=body)
    assert bool(found) is (documents is GIVEN)
    assert bool(tipdata.focal_points(organization=body)) is (points is GIVEN)


def test_only_the_un_has_bodies_below_it():
    below = [body.abbreviation for body in tipdata.organizations() if body.parent]
    assert below == ["UNODC", "UNSC", "OHCHR", "ILO"]
    for key in ("UN", "united nations", tipdata.organization("UN")):
        found = tipdata.organizations().where(parent=key)
        assert [body.abbreviation for body in found] == below


def test_one_abbreviation_is_not_printed_and_says_where_it_is_from():
    cited = {body.abbreviation: body.sources for body in tipdata.organizations() if body.sources}
    assert list(cited) == ["OHCHR"]
    (source,) = cited["OHCHR"]
    assert (source.fact, "www.ohchr.org" in source.source) == ("abbreviation", True)


@for_each("key, name", KEYS)
def test_an_organization_is_found_by_each_of_its_keys(key, name):
    body = tipdata.organization(key)
    assert body.name == name
    for written in (key.lower(), key.upper(), f"  {key} ", key.replace(" ", " \n")):
        assert tipdata.organization(written) is body
    assert tipdata.organization(body) is body


def test_the_keys_tell_all_organizations_apart():
    assert len({key.casefold() for key, _ in KEYS}) == len(KEYS) == 24 + 22 + 3


@pytest.mark.parametrize(
    ("key", "close"),
    [
        ("ECOWAZ", "ECOWAS"),
        ("Council of Europa", "Council of Europe"),
        ("Puebla", "Puebla Group"),
        ("Arab League", None),
        ("NATO", None),
        ("", None),
    ],
)
def test_another_key_is_not_found(key, close):
    with pytest.raises(NotFoundError) as caught:
        tipdata.organization(key)
    said = str(caught.value)
    assert said.startswith(f"no organization {key!r} in the multilateral organizations")
    assert close is None or repr(close) in said
    for ask in (tipdata.focal_points, tipdata.framework_documents):
        with pytest.raises(NotFoundError):
            ask(organization=key)


@for_each("key", lambda: [5, None, True, ("UN",), tipdata.country("Fiji")])
def test_a_key_of_another_type_names_the_argument(key):
    name = type(key).__name__
    with pytest.raises(TypeError, match=f"^organization must be str or Organization, not {name}$"):
        tipdata.organization(key)


def test_every_focal_point_is_what_is_written_here():
    found = tipdata.focal_points()
    assert [(point.name, point.abbreviation) for point in found] == [
        (name, short) for name, short, _ in FOCAL_POINTS
    ]
    for point, (_, _, keys) in zip(found, FOCAL_POINTS, strict=True):
        assert list(point.organizations) == [tipdata.organization(key) for key in keys]


@for_each("key, name", KEYS)
def test_the_focal_points_of_an_organization(key, name):
    names = [
        point
        for point, _, keys in FOCAL_POINTS
        if name in {full for other in keys for k, full in KEYS if k == other}
    ]
    for asked in (key, tipdata.organization(key)):
        found = tipdata.focal_points(organization=asked)
        assert [point.name for point in found] == names


def test_an_organization_of_another_text_names_the_same():
    edition = tipdata.read_edition(tipdata.edition().text)
    body = tipdata.organization("AU", edition=edition)
    assert tipdata.organization(body) == body
    assert len(tipdata.framework_documents(organization=body)) == 2
    assert len(tipdata.framework_documents(organization="AU", edition=edition)) == 2
