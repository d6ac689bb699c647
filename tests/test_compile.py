"""The compiler writes the same data files every time, and tells which ones differ."""

import json
import runpy
import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from hashlib import sha256
from io import StringIO
from pathlib import Path

import pytest

import tipdata
from environment import ENVIRONMENT
from report import TEXT
from tipdata.load import packaged
from tipdata.read.__main__ import main
from tipdata.read.compile import MANIFEST, compile_edition, differing, write

PACKAGED = Path(tipdata.__file__).parent / "data" / "2018"
NAMES = [
    "conventions.json",
    "peacekeeping.json",
    "organizations.json",
    "glossary.json",
    "notes.json",
    "photo_credits.json",
    "closing_note.json",
    "staff.json",
]
SHA256 = "521715b1e02f39c6c015ee46a12d3cc221304f50c5198b7c2bc3faebf5f6ef32"
FIT = "the data files are what the source gives, and the hand-made layers fit them\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Give a copy of the packaged edition, on which the command works."""
    monkeypatch.setattr(packaged, "_loaded", {})
    monkeypatch.setattr(packaged, "files", lambda _: tmp_path)
    return Path(shutil.copytree(PACKAGED.parent, tmp_path / "data")) / "2018"


def change(file, old, new):
    text = file.read_bytes().decode()
    assert old in text
    file.write_bytes(text.replace(old, new).encode())


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_sorted_and_indented_and_names_its_source(name):
    text = (PACKAGED / name).read_bytes().decode()
    orders = []

    def note(pairs):
        orders.append([key for key, _ in pairs])
        return dict(pairs)

    value = json.loads(text, object_pairs_hook=note)
    assert len(orders) > 3
    assert all(keys == sorted(set(keys)) for keys in orders)
    assert list(value) == ["content", "edition", "section", "source_sha256"]
    assert (value["edition"], f"{value['section']}.json") == (2018, name)
    assert value["source_sha256"] == SHA256
    assert text.endswith("}\n")
    depth = 0
    for line in text.splitlines():
        assert line == line.rstrip()
        depth -= line.strip()[0] in "}]"
        assert len(line) - len(line.lstrip(" ")) == 2 * depth
        depth += line[-1] in "{["
    assert depth == 0


def test_letters_stay_letters():
    assert '"Desirée Suo Weymont"' in (PACKAGED / "staff.json").read_text(encoding="utf-8")
    assert '"—"' in (PACKAGED / "conventions.json").read_text(encoding="utf-8")


def test_an_edition_gives_the_packaged_files_byte_for_byte():
    files = compile_edition(tipdata.read_edition(TEXT))
    assert list(files) == NAMES
    assert compile_edition(tipdata.edition()) == files
    for name, text in files.items():
        assert text.encode() == (PACKAGED / name).read_bytes()


@pytest.mark.parametrize("seed", ["1", "2018"])
def test_the_files_are_the_same_in_every_process(seed):
    environment = {**ENVIRONMENT, "PYTHONHASHSEED": seed}
    run = [sys.executable, "-m", "tipdata.read", "--check"]
    done = subprocess.run(run, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, FIT, "")


def test_nothing_differs_in_a_copy(folder):
    assert differing(folder) == []
    assert write(folder) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_changed_byte_is_noticed_and_written_over(folder, name):
    file = folder / name
    good = file.read_bytes()
    file.write_bytes(good.replace(b'"title": ', b'"title":  ', 1))
    assert file.read_bytes() != good
    assert differing(folder) == [name]
    assert file.read_bytes() != good
    assert write(folder) == [name]
    assert file.read_bytes() == good


@pytest.mark.parametrize("name", ["errata.json", "supplement.json"])
def test_a_file_made_by_hand_changes_the_manifest(folder, name):
    change(folder / name, "\n", "\n ")
    assert differing(folder) == [MANIFEST] == write(folder)
    assert differing(folder) == []
    assert (folder / MANIFEST).read_bytes() != (PACKAGED / MANIFEST).read_bytes()


def test_the_manifest_has_the_sha_256_of_every_other_file():
    lines = [line.split("  ") for line in (PACKAGED / MANIFEST).read_text("utf-8").splitlines()]
    names = sorted(file.name for file in PACKAGED.iterdir() if file.name != MANIFEST)
    assert [name for _, name in lines] == names
    for digest, name in lines:
        assert sha256((PACKAGED / name).read_bytes()).hexdigest() == digest


@pytest.mark.parametrize("ends", [b"", b"\n\n", b"\r\n"])
def test_another_line_end_is_a_difference(folder, ends):
    good = (folder / "notes.json").read_bytes()
    (folder / "notes.json").write_bytes(good.rstrip(b"\n") + ends)
    assert differing(folder) == ["notes.json"]


def test_a_missing_file_is_noticed_and_written(folder):
    (folder / "staff.json").unlink()
    (folder / "glossary.json").unlink()
    (folder / "glossary.json").mkdir()
    assert differing(folder) == ["glossary.json", "staff.json"]
    (folder / "glossary.json").rmdir()
    assert write(folder) == ["glossary.json", "staff.json"]
    for name in NAMES:
        assert (folder / name).read_bytes() == (PACKAGED / name).read_bytes()


def test_another_source_changes_every_file(folder):
    change(folder / "source.md", "Karen Kasmauski", "Karen Kasmausky")
    assert differing(folder) == [*NAMES, MANIFEST]
    before = {name: (folder / name).read_bytes() for name in NAMES}
    assert before["staff.json"] == (PACKAGED / "staff.json").read_bytes()
    assert write(folder) == [*NAMES, MANIFEST]
    assert differing(folder) == []
    assert b'"photographer": "Karen Kasmausky"' in (folder / "photo_credits.json").read_bytes()
    digest = tipdata.read_edition(folder / "source.md").sha256
    assert digest != SHA256
    for name in NAMES:
        changed = (folder / name).read_bytes()
        assert changed.count(digest.encode()) == 1
        if name != "photo_credits.json":
            assert changed == before[name].replace(SHA256.encode(), digest.encode())


@pytest.mark.usefixtures("folder")
def test_the_command_says_that_all_is_well(capsys):
    for arguments in (["--check"], []):
        assert main(arguments) == 0
        assert capsys.readouterr() == (FIT, "")


def test_the_command_names_what_differs_and_changes_nothing(folder, capsys):
    change(folder / "staff.json", "Drew Lucas", "Drew Lukas")
    (folder / "notes.json").unlink()
    assert main(["--check"]) == 1
    assert capsys.readouterr() == (
        "2018/notes.json differs from what the source gives\n"
        "2018/staff.json differs from what the source gives\n",
        "",
    )
    assert "Drew Lukas" in (folder / "staff.json").read_text(encoding="utf-8")
    assert not (folder / "notes.json").exists()
    assert main([]) == 0
    assert capsys.readouterr() == ("2018/notes.json written\n2018/staff.json written\n", "")
    assert main(["--check"]) == 0
    assert capsys.readouterr() == (FIT, "")


@pytest.mark.parametrize("arguments", [["--check"], []])
def test_the_command_names_a_hand_made_file_that_does_not_fit(folder, arguments, capsys):
    change(folder / "errata.json", "www.osce.org/handbook", "vvv.osce.org/handbook")
    assert main(arguments) == 1
    said, errors = capsys.readouterr()
    sums, said = said.splitlines()
    wrong = "differs from what the source gives" if arguments else "written"
    assert sums == f"2018/SHA256SUMS {wrong}"
    assert said.startswith("2018/errata.json: ")
    assert "vvv.osce.org" in said
    assert "does not stand once in the section" in said
    assert errors == ""


@pytest.mark.parametrize("arguments", [["--check"], []])
def test_the_command_names_what_is_wrong_with_the_register(folder, arguments, capsys):
    change(folder / "../register/register.json", '"edition": 2018', '"edition": "2018"')
    assert main(arguments) == 1
    wrong = "differs from what the source gives" if arguments else "written"
    said = "register/register.json: expected int, got str '2018' @ $.edition"
    assert capsys.readouterr() == (f"register/SHA256SUMS {wrong}\n{said}\n", "")


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        (
            "source.md",
            "Fiji\t",
            "Fidji\t",
            "line 11, column 1: expected a country whose codes the supplement knows,"
            " found 'Fidji'",
        ),
        (
            "supplement.json",
            '"alpha_2": "FJ"',
            '"alpha_2": 5',
            "2018/supplement.json: expected str, got int 5 @ $.countries['Fiji'].alpha_2",
        ),
    ],
)
def test_an_error_is_one_line_and_changes_nothing(folder, name, old, new, said):
    change(folder / name, old, new)
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    for arguments in (["--check"], []):
        out, errors = StringIO(), StringIO()
        with redirect_stdout(out), redirect_stderr(errors):
            assert main(arguments) == 1
        assert (out.getvalue(), errors.getvalue()) == ("", f"tipdata.read: {said}\n")
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def test_the_command_checks_every_edition(folder, capsys):
    later = Path(shutil.copytree(folder, folder.parent / "2019"))
    for name in ("source.md", "errata.json"):
        text = (later / name).read_text(encoding="utf-8")
        text = text.replace("*2018 T", "*2019 T").replace(": 2018", ": 2019")
        (later / name).write_text(text, encoding="utf-8")
    assert packaged.editions() == (2018, 2019)
    assert main(["--check"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said == [
        f"2019/{name} differs from what the source gives" for name in (*NAMES, MANIFEST)
    ]
    assert main([]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"2019/{name} written" for name in (*NAMES, MANIFEST)
    ]
    assert main(["--check"]) == 0


def test_the_module_is_the_command(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["python -m tipdata.read", "--check"])
    monkeypatch.delitem(sys.modules, "tipdata.read.__main__", raising=False)
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("tipdata.read", run_name="__main__")
    assert ended.value.code == 0
    assert capsys.readouterr() == (FIT, "")


def test_the_command_takes_no_other_argument(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--chekc"])
    assert ended.value.code == 2
    assert "usage: python -m tipdata.read [-h] [--check]" in capsys.readouterr().err
