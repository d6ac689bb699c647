"""Every address with its organization and its domain, against a look at every one."""

import re

import pytest

import tipdata
from for_each import for_each
from tipdata import NotFoundError

# How many addresses each organization has, counted in the source text: in its row, with its
# documents, in its column of the table of peacekeeping.
COUNTS = {
    "UN": 1 + 1 + 1,
    "UNODC": 5,
    "UNSC": 3,
    "OHCHR": 1,
    "ILO": 3,
    "AU": 1 + 1,
    "Khartoum Process": 0,
    "ASEAN": 3 + 1,
    "Bali Process": 4 + 1,
    "CIS": 1,
    "COMMIT": 3,
    "CBSS": 4,
    "COE": 3,
    "ECOWAS": 1 + 1,
    "ECCAS": 1 + 1,
    "EU": 1 + 1,
    "LAS": 1,
    "OAS": 2 + 2,
    "OIC": 0,
    "OECD": 1,
    "OSCE": 3 + 1 + 1,
    "RCM": 2,
    "SADC": 2,
    "SAARC": 2,
    "NATO": 0 + 0 + 1,
}


@for_each("key", list(COUNTS))
def test_the_addresses_of_an_organization(key):
    found = tipdata.links(organization=key)
    assert len(found) == COUNTS[key]
    assert set(found) <= set(tipdata.links())
    assert list(found) == [link for link in tipdata.links() if link in found]
    if key != "NATO":
        body = tipdata.organization(key)
        for other in (body, body.name.upper(), *body.other_names):
            assert tipdata.links(organization=other) == found


def test_the_addresses_of_the_organizations_are_all_but_two():
    # The document of ECOWAS belongs to ECCAS too.
    assert sum(COUNTS.values()) - 1 == len(tipdata.links()) - 2
    alone = [link for link in tipdata.links() if link.section in ("conventions", "notes")]
    assert [type(link.record).__name__ for link in alone] == ["Paragraph", "Note"]
    assert len({link.spans for link in tipdata.links()}) == 62


def test_osce_goes_by_the_names_of_both_tables():
    names = (
        "OSCE",
        *(f"Organization for Security and {c}operation in Europe" for c in ("Co", "Co-")),
    )
    found = [tipdata.links(organization=name) for name in names]
    assert found[0] == found[1] == found[2]
    assert [link.section for link in found[0]] == ["peacekeeping"] + ["organizations"] * 4


@pytest.mark.parametrize("key", ["UNICEF", "Guardian", ""])
def test_an_organization_of_neither_table_is_not_found(key):
    with pytest.raises(NotFoundError, match=f"^no organization '{key}' in the report's tables"):
        tipdata.links(organization=key)


def host(url):
    """Give the host of an address, by hand."""
    return re.match(r"https?://([^/?#]+)", url)[1]


def domains():
    """Give every host of an address, and every domain above one."""
    hosts = {host(link.url) for link in tipdata.links()}
    return {host.split(".", n)[-1] for host in hosts for n in range(host.count(".") + 1)}


def below(host, domain):
    """Tell whether a host is a domain or lies below it, label by label."""
    wanted, labels = domain.split("."), host.split(".")
    return labels[len(labels) - len(wanted) :] == wanted and len(labels) >= len(wanted)


@for_each("domain", lambda: sorted(domains()))
def test_the_addresses_at_a_domain_or_below_it(domain):
    bare = domain.removeprefix("www.")
    expected = [link for link in tipdata.links() if below(host(link.url), bare)]
    assert expected
    for written in (domain, domain.upper(), f" {domain} ", f"www.{bare}"):
        assert list(tipdata.links(domain=written)) == expected


@pytest.mark.parametrize(
    ("domain", "count"),
    [
        ("un.org", 5),
        ("ilo.org", 2),
        ("asean.org", 4),
        ("oas.org", 4),
        ("scm.oas.org", 2),
        ("un-act.org", 3),
        ("europa.eu", 3),
        ("act.org", 0),
        ("org", 43),
        ("https://www.un.org/en", 5),
        ("HTTP://un.org", 5),
        ("un.org:443/?q#a", 5),
        ("www.un.org/en/", 5),
        ("https://", 0),
        ("http://[", 0),
        ("n.org", 0),
        ("example.com", 0),
        ("", 0),
    ],
)
def test_some_domains_counted_by_hand(domain, count):
    assert len(tipdata.links(domain=domain)) == count


def test_organization_and_domain_narrow_each_other():
    found = tipdata.links(organization="ECOWAS", domain="issafrica.org").one()
    assert found.record in tipdata.framework_documents(organization="ECCAS")
    assert len(tipdata.links(organization="CIS", domain="un.org")) == 0
    assert tipdata.links(organization="UN", domain="unmissions.org").one().section == (
        "peacekeeping"
    )


def test_labels_and_remarks():
    labelled = {link.url: link.label for link in tipdata.links() if link.label}
    assert labelled["https://www.unodc.org/cld/en/v3/htmls/index.html"] == (
        "Human Trafficking Knowledge Portal"
    )
    assert labelled["http://www.rcmvs.org/Publicaciones/Publicaciones.htm"] == (
        "Regional Guidelines for Special Protection in Cases of the Repatriation of Child"
        " Victims of Trafficking (2007)"
    )
    # UNODC 4, ASEAN 2, Bali Process 3, COMMIT 2, CBSS 2, OSCE 2, five others 1 each.
    assert len(labelled) == 20
    (remark,) = [(link.url, link.remark) for link in tipdata.links() if link.remark]
    assert remark == ("http://www.cis.minsk.by/", "in Russian only")


@pytest.mark.parametrize("argument", ["organization", "domain"])
@pytest.mark.parametrize("value", [5, True, b"un.org", ("un.org",)], ids=repr)
def test_an_argument_of_another_type_is_named(argument, value):
    with pytest.raises(TypeError, match=f"^{argument} must be str"):
        tipdata.links(**{argument: value})
