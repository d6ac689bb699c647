"""README, citation, changelog and reference are what the package is."""

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

import tipdata
from for_each import for_each

ROOT = Path(__file__).parent.parent
PAGES = [page for place in ("", "docs/**/", "tests/") for page in ROOT.glob(f"{place}*.md")]


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_one_version():
    assert tipdata.__version__ == version("tipdata")
    assert re.findall(r"^version: (.+)$", text("CITATION.cff"), re.M) == [tipdata.__version__]
    assert re.search(r"^## \[(.+?)\]", text("CHANGELOG.md"), re.M)[1] == tipdata.__version__


@pytest.mark.parametrize("title", ["Run it", "Test it"])
def test_a_heading_of_the_readme_has_one_command_line(title):
    section = re.search(rf"^## {title}\n(.*?)(?=^## )", text("README.md"), re.M | re.S)[1]
    (block,) = re.findall(r"^```\w+\n(.*?)^```$", section, re.M | re.S)
    assert len(block.splitlines()) == 1
    assert block.startswith("python3 -m venv .venv && .venv/bin/python -m pip install --quiet ")


TABLE = re.findall(r"^\|.*\| (\d+) \| `(.+)` \|$", text("README.md"), re.M)


def test_the_readme_has_a_table_of_what_there_is():
    assert len(TABLE) == 16


@for_each("number, query", TABLE)
def test_a_number_of_the_table_is_true(number, query):
    assert len(eval(f"tipdata.{query}")) == int(number)


def test_the_reference_has_every_public_name_once():
    named = re.findall(r"^\.\. \S+:: tipdata\.(\w+)$", text("docs/reference.md"), re.M)
    assert sorted(named) == sorted(tipdata.__all__)


def test_every_extra_that_the_code_needs_is_declared():
    extras = tomllib.loads(text("pyproject.toml"))["project"]["optional-dependencies"]
    code = "".join(
        p.read_text(encoding="utf-8") for p in Path(tipdata.__file__).parent.rglob("*.py")
    )
    needed = set(re.findall(r'= need\("([\w.]+)", "(\w+)"\)', code))
    assert {("pandas", "pandas"), ("polars", "polars"), ("pyarrow", "arrow")} <= needed
    for module, extra in needed:
        assert any(re.match(rf"{module.partition('.')[0]}\b", r) for r in extras[extra])
    assert extras["all"] == ["tipdata[pandas,polars,arrow,frames,charts]"]


def test_the_sections_have_pages():
    pages = {page.stem for page in (ROOT / "docs" / "sections").glob("*.md")}
    assert pages == {section.name for section in tipdata.edition().sections}


@for_each("page", PAGES)
def test_the_links_of_a_page_lead_somewhere(page):
    for target in re.findall(r"\]\(((?!https?:)[^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target
