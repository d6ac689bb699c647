"""A packaged file is read when it is needed and not before, once, wherever the package lies."""

import copy
import pickle
import subprocess
import sys
import textwrap
import zipfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

import tipdata
from environment import ENVIRONMENT
from for_each import for_each
from tipdata.load import handmade_errata, packaged
from tipdata.models.record import walk

PACKAGE = Path(tipdata.__file__).parent
SECTIONS = list(packaged.SECTION_CLASSES)


def run(code):
    """Run code in a process of its own, and give the lines that it prints."""
    command = [sys.executable, "-c", textwrap.dedent(code)]
    done = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


@pytest.fixture
def reads(monkeypatch):
    """Forget what was read, and count what is read from now on."""
    found = Counter()
    original = packaged.data_file

    def counting(year, name):
        found[name] += 1
        return original(year, name)

    monkeypatch.setattr(packaged, "_loaded", {})
    monkeypatch.setattr(packaged, "data_file", counting)
    return found


def test_a_section_is_read_once_and_alone(reads):
    tipdata.edition()
    assert not reads
    for _ in range(3):
        assert len(tipdata.staff()) == 81
        tipdata.edition().office  # noqa: B018 - asking is enough
    assert reads == {"staff.json": 1}
    for _ in range(3):
        tipdata.status("Fiji", "C182")
        tipdata.find_terms("EU")
    assert reads == {"staff.json": 1, "conventions.json": 1, "glossary.json": 1}
    for _ in range(3):
        assert len(tipdata.edition().text) == 28132
        assert len(tipdata.edition().sections) == 8
    assert reads == {"source.md": 1, **{f"{name}.json": 1 for name in SECTIONS}}


def test_threads_that_ask_at_once_share_one_reading(reads):
    together = Barrier(16)

    def ask(_):
        together.wait()
        edition = tipdata.edition()
        return [edition, edition.text, *edition.sections]

    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(ask, range(16)))
    assert reads == {"source.md": 1, **{f"{name}.json": 1 for name in SECTIONS}}
    assert len({tuple(map(id, answer)) for answer in answers}) == 1


WATCHED = """
    import sys

    opened = []
    sys.addaudithook(lambda event, arguments: event == "open" and opened.append(arguments[0]))
    import tipdata
    {ask}
    for path in dict.fromkeys(map(str, opened)):
        folder, _, name = path.replace("\\\\", "/").rpartition("/")
        if folder.endswith(("/tipdata/data/2018", "/tipdata/data/register")):
            print(name)
"""


@pytest.mark.parametrize(
    ("ask", "names"),
    [
        ("pass", []),
        ("tipdata.edition()", []),
        ("tipdata.editions()", []),
        ("tipdata.staff()", ["staff.json"]),
        ("tipdata.country('Fiji')", ["conventions.json"]),
        ("tipdata.status('Fiji', 'C182')", ["conventions.json"]),
        (
            "tipdata.status('Fiji', 'C182', basis='register')",
            ["conventions.json", "register.json"],
        ),
        ("tipdata.edition().sha256", ["source.md"]),
        ("tipdata.links(organization='NATO')", [f"{name}.json" for name in SECTIONS]),
    ],
)
def test_only_the_files_that_are_needed_are_opened(ask, names):
    assert run(WATCHED.format(ask=ask)) == names


ZIPPED = """
    import sys
    sys.path.insert(0, {archive!r})
    import tipdata
    from tipdata.read.__main__ import main

    print(tipdata.__file__.startswith({archive!r}))
    print(tipdata.editions(), len(tipdata.chart().cells), len(tipdata.staff()))
    print(tipdata.edition().sha256[:16], tipdata.edition().coverage().complete)
    print(tipdata.status("Fiji", "CRC-OP-SC", basis="register").state.value)
    print(tipdata.expand("GRETA").meaning)
    print(len(tipdata.errata()), tipdata.read_edition(tipdata.edition().text).year)
    print(main(["--check"]))
"""


def test_the_package_works_from_a_zip_file(tmp_path):
    archive = tmp_path / "somewhere" / "tipdata.zip"
    archive.parent.mkdir()
    with zipfile.ZipFile(archive, "w") as zipped:
        for file in sorted(PACKAGE.rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                zipped.write(file, Path("tipdata", file.relative_to(PACKAGE)))
    assert run(ZIPPED.format(archive=str(archive))) == [
        "True",
        "(2018,) 128 81",
        "521715b1e02f39c6 True",
        "not ratified",
        "Council of Europe's Group of Experts on Action against Trafficking in Human Beings",
        "33 2018",
        "the data files are what the source gives, and the hand-made layers fit them",
        "0",
    ]
    assert [path.name for path in archive.parent.iterdir()] == ["tipdata.zip"]


def test_an_edition_that_is_sent_reads_its_files_where_it_arrives():
    sent = pickle.dumps(tipdata.edition())
    assert len(sent) < 1000
    arrived = pickle.loads(sent)
    assert arrived == copy.deepcopy(tipdata.edition()) == tipdata.edition()
    assert hash(arrived) == hash(tipdata.edition())
    assert arrived.text == tipdata.edition().text
    read = tipdata.read_edition(tipdata.edition().text)
    assert pickle.loads(pickle.dumps(read)) == copy.deepcopy(read) == read == arrived


@for_each("section", lambda: tipdata.edition().sections)
def test_every_record_can_be_sent_and_copied(section):
    for record in (section, *walk(section)):
        for other in (pickle.loads(pickle.dumps(record)), copy.deepcopy(record)):
            assert type(other) is type(record)
            assert other == record
            assert hash(other) == hash(record)
            assert other.spans == record.spans
            assert str(other) == str(record)


def test_the_errata_are_read_once(monkeypatch):
    first = handmade_errata.handmade_errata(2018)
    monkeypatch.setattr(handmade_errata, "read_json", None)
    assert handmade_errata.handmade_errata(2018) is first
