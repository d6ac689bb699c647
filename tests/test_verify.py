"""No byte of a packaged file changes unseen."""

import random
import shutil
from pathlib import Path

import pytest

import tipdata
from sampling import some
from terminal import piped
from tipdata.cli.main import main
from tipdata.load import packaged
from tipdata.read.compile import MANIFEST
from tipdata.read.verify import EDITIONS, OF_EDITION, OF_REGISTER, verify

PACKAGED = Path(tipdata.__file__).parent / "data"
NAMES = sorted(file.relative_to(PACKAGED).as_posix() for file in PACKAGED.glob("*/*"))


@pytest.fixture
def data(tmp_path, monkeypatch):
    """Give a copy of the packaged files, which is then taken for them."""
    monkeypatch.setattr(packaged, "files", lambda _: tmp_path)
    return Path(shutil.copytree(PACKAGED, tmp_path / "data"))


def problems():
    return [problem for check in verify() for problem in check.problems]


def is_sound():
    """Tell whether no check has a problem; the first problem is enough."""
    return not any(check.problems for check in verify())


def places(content, choices):
    """Give places of every kind of byte, the ends, and some at random."""
    kinds = {byte: place for place, byte in enumerate(content)}
    for byte in b' \n\t",:{}[]0':
        found = [place for place, here in enumerate(content) if here == byte]
        kinds.update({(byte, place): place for place in choices.sample(found, min(1, len(found)))})
    some = choices.sample(range(len(content)), 20)
    return sorted({0, len(content) - 1, *some, *choices.sample(sorted(kinds.values()), 20)})


def changes(content, choices):
    """Give changed contents: a bit flipped, a byte put in, one taken out."""
    for place in places(content, choices):
        head, tail = content[:place], content[place + 1 :]
        here = content[place]
        yield head + bytes([here ^ 1 << choices.randrange(8)]) + tail
        yield head + bytes([choices.choice(b" \n\r\t0a\x00\xff")]) + content[place:]
        yield head + tail


def test_the_packaged_files_are_verified():
    assert [(check.folder, check.said, check.problems) for check in verify()] == [
        ("data", EDITIONS, ()),
        *(("2018", said, ()) for said in OF_EDITION),
        *(("register", said, ()) for said in OF_REGISTER),
    ]
    assert len(NAMES) == 14


@pytest.mark.parametrize("name", NAMES)
def test_a_changed_byte_is_a_problem(data, name):
    file, choices = data / name, random.Random(name)
    content = file.read_bytes()
    for changed in some(changes(content, choices), 12):
        file.write_bytes(changed)
        assert is_sound() is (changed == content)
    file.write_bytes(content)
    assert is_sound()


@pytest.mark.parametrize("name", NAMES)
def test_a_changed_end_or_order_is_a_problem(data, name):
    file = data / name
    content = file.read_bytes()
    swapped = b"".join(reversed(content.splitlines(keepends=True)))
    for changed in (b"", content[:-1], content + b"\n", content * 2, swapped):
        file.write_bytes(changed)
        assert is_sound() is (changed == content)  # of one line there is one order
    file.write_bytes(content.replace(b"\n", b"\r\n"))
    assert not is_sound()


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_file_is_a_problem(data, name):
    (data / name).unlink()
    found = problems()
    assert any(name.rpartition("/")[2] in problem for problem in found)


@pytest.mark.parametrize("name", NAMES)
def test_the_command_fails_in_a_copy_of_the_package_with_one_byte_changed(tmp_path, name):
    package = shutil.copytree(PACKAGED.parent, tmp_path / "tipdata")
    file = package / "data" / name
    content = file.read_bytes()
    half = len(content) // 2
    file.write_bytes(content[:half] + bytes([content[half] ^ 1]) + content[half + 1 :])
    status, out, err = piped("verify", PYTHONPATH=str(tmp_path))
    assert (status, err) == (1, "")
    assert f"FAILED  {Path(name).parent}: " in out
    assert name.rpartition("/")[2] in out


@pytest.mark.parametrize("name", NAMES)
def test_the_command_fails_when_a_line_break_is_added(data, name, capsys):
    with (data / name).open("ab") as file:
        file.write(b"\n")
    assert main(["verify"]) == 1
    assert f"\nFAILED  {Path(name).parent}: " in capsys.readouterr().out


def test_a_file_too_many_is_a_problem(data):
    (data / "2018" / "more.json").write_text("{}")
    assert problems() == [f"more.json is not named in {MANIFEST}"]


def test_what_is_no_edition_is_a_problem(data):
    (data / "more.json").write_text("{}")
    (data / "abc").mkdir()
    assert problems()[:2] == ["abc is no edition", "more.json is no edition"]


def test_an_edition_that_goes_by_another_year_is_a_problem(data):
    shutil.copytree(data / "2018", data / "2019")
    assert problems() == ["2019 has the text of the edition 2018"]


def test_no_edition_is_a_problem(data):
    shutil.rmtree(data / "2018")
    assert problems() == ["there is no edition"]
    shutil.rmtree(data)
    (problem,) = problems()
    assert "No such file or directory" in problem


def test_what_no_reader_foresees_is_a_problem(data):
    (data / "2018" / "errata.json").write_text("[" * 100_000)
    assert problems()[:2] == [
        f"errata.json is not the file that {MANIFEST} names",
        f"{MANIFEST} differs from what the other files give",
    ]
    assert problems()[2].startswith("RecursionError(")


def test_a_file_that_can_not_be_read_is_a_problem(data):
    file = data / "2018" / "supplement.json"
    file.write_bytes(b"{")
    assert problems()[2] == (
        "2018/supplement.json: Expecting property name enclosed in double quotes:"
        " line 1 column 2 (char 1)"
    )


@pytest.mark.parametrize("name", ["errata.json", "supplement.json"])
def test_a_space_in_a_file_made_by_hand_is_a_problem_that_names_it(data, name):
    file = data / "2018" / name
    file.write_bytes(file.read_bytes().replace(b"\n", b" \n", 1))
    assert problems() == [
        f"{name} is not the file that {MANIFEST} names",
        f"{MANIFEST} differs from what the other files give",
    ]


def test_a_manifest_that_was_made_to_fit_does_not_hide_a_changed_data_file(data):
    from tipdata.read.compile import manifest

    folder = data / "2018"
    file = folder / "staff.json"
    file.write_bytes(file.read_bytes().replace(b"Drew Lucas", b"Drew Lukas"))
    others = [path for path in folder.iterdir() if path.name != MANIFEST]
    sums = manifest({path.name: path.read_bytes() for path in others})
    (folder / MANIFEST).write_bytes(sums)
    said = "differs from what the other files give"
    assert problems() == [f"staff.json {said}", f"{MANIFEST} {said}"]


def test_what_is_left_out_of_the_records_is_a_problem(monkeypatch):
    from attrs import evolve

    from tipdata.load.edition import Edition
    from tipdata.read import verify as verifying

    glossary = tipdata.edition().glossary
    doubled = evolve(glossary, terms=(*glossary.terms[1:], glossary.terms[1]))

    class Contents:
        text = tipdata.edition().text

        register = tipdata.register()

        def section(self, name):
            return doubled if name == "glossary" else getattr(tipdata.edition(), name)

    monkeypatch.setattr(verifying, "read_edition", lambda path: Edition(2018, Contents()))
    (covered,) = (check for check in verify() if "every character" in check.said)
    assert covered.problems == (
        f"the characters {glossary.terms[0].spans[0]} of the source stand in no record"
        " and no structure",
        f"the characters {glossary.terms[1].spans[0]} of the source stand in two records",
    )


def test_a_changed_register_is_a_problem(data):
    file = data / "register" / "register.json"
    good = file.read_bytes()
    file.write_bytes(good.replace(b"1957-04-25", b"1957-04-26"))
    assert problems() == [
        f"register.json is not the file that {MANIFEST} names",
        f"{MANIFEST} differs from what the other files give",
    ]
    file.write_bytes(good)
    (data / "register" / "more.json").write_text("{}")
    assert problems() == [f"more.json is not named in {MANIFEST}"]


def test_a_missing_register_is_a_problem(data):
    shutil.rmtree(data / "register")
    assert "there is no register" in problems()
