"""A copy of the code without metadata answers too: from a folder, and from an archive."""

import importlib.util
import json
import runpy
import shutil
import subprocess
import sys
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

import tipdata
from environment import ENVIRONMENT

PACKAGE = Path(tipdata.__file__).parent
# What the core imports, and what that imports; none of the optional packages is among them.
NEEDED = ("attr", "attrs", "cattrs", "importlib_resources", "typing_extensions")
DATA = "edition 2018 (SHA-256 of the source text: "


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Give a folder of the packages that tipdata needs, without metadata of any."""
    folder = tmp_path_factory.mktemp("site")
    for name in NEEDED:
        source = Path(importlib.util.find_spec(name).origin)
        if source.name == "__init__.py":
            shutil.copytree(source.parent, folder / name)
        else:
            shutil.copy2(source, folder)
    return folder


@pytest.fixture(scope="module", params=["folder", "archive"])
def copy(request, tmp_path_factory):
    """Give a place from which a bare copy of tipdata can be imported."""
    folder = tmp_path_factory.mktemp("copy")
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PACKAGE, folder / "src" / "tipdata", ignore=ignored)
    if request.param == "folder":
        return folder / "src"
    return Path(shutil.make_archive(str(folder / "tipdata"), "zip", folder / "src"))


@pytest.fixture
def bare(copy, site):
    """Give what a process prints that knows nothing but a bare copy and what it needs."""

    def run(code):
        # -S: no site-packages, in which the metadata of the tested tipdata are.
        code = f"import sys\nsys.path += {[str(copy), str(site)]}\n{code}"
        done = subprocess.run(
            [sys.executable, "-I", "-S", "-W", "error", "-c", code],
            capture_output=True,
            encoding="utf-8",
            check=False,
            env=ENVIRONMENT,
        )
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    return run


def test_the_version_is_unknown(bare):
    code = "import tipdata; print(tipdata.__version__)"
    assert bare(code) == "version unknown\n"


def test_a_citation_and_a_picture_say_so(bare):
    code = (
        "import json, tipdata\n"
        "from tipdata.charts.words import source_lines\n"
        "record = tipdata.country('DK')\n"
        "cited = [tipdata.cite(record, style=s) for s in ('text', 'bibtex', 'csl-json')]\n"
        "print(json.dumps([*cited, *source_lines(tipdata.edition())]))"
    )
    text, bibtex, csl, source = json.loads(bare(code))
    assert f" Data: tipdata version unknown, {DATA}" in text
    assert f" Data: tipdata version unknown, {DATA}" in bibtex
    assert json.loads(csl)[0]["source"].startswith(f"tipdata version unknown, {DATA}")
    assert source.endswith("; tipdata version unknown")


def test_an_export_says_so(bare, tmp_path):
    code = f"from tipdata import export; export.export('data-package', {str(tmp_path / 'out')!r})"
    assert bare(code) == ""
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8"))
    assert package["version"] == "version unknown"


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["--version"], "tipdata version unknown\n"),
        (["expand", "ILO"], "International Labour Organization\n"),
    ],
)
def test_the_command_answers(arguments, answer, bare):
    assert bare(f"from tipdata.cli.main import main; sys.exit(main({arguments}))") == answer


def test_without_metadata_the_version_is_said_to_be_unknown(monkeypatch):
    def missing(name):
        raise PackageNotFoundError(name)

    monkeypatch.setattr("importlib.metadata.version", missing)
    module = Path(tipdata.__file__).with_name("version.py")
    assert runpy.run_path(str(module))["__version__"] == "version unknown"
