"""Writing an export: the formats there are, the whole of it or nothing, the same every time."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import tipdata
from environment import ENVIRONMENT
from tipdata import (
    ChoiceError,
    ExportError,
    MissingExtraError,
    TipdataError,
    export,
    whole_files,
)
from tipdata.export import writing

PAGE = Path(__file__).parent.parent / "docs" / "export.md"
FUNCTIONS = {
    "data-package": export.data_package,
    "data-package-parquet": export.data_package_parquet,
    "csvw": export.csvw,
    "json": export.json_files,
    "skos": export.skos,
    "sqlite": export.sqlite,
}


def content(folder):
    """Give the bytes of every file below a folder, hidden ones too."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def failing(monkeypatch, error):
    """Let the format `skos` fail after its first file."""

    def files(*, edition):
        yield "first.txt", b"first"
        raise error

    monkeypatch.setitem(writing._FORMATS, "skos", writing.Format("fails", files))


def test_every_format_has_a_function_and_a_line():
    assert list(export.FORMATS) == list(FUNCTIONS)
    assert all(re.fullmatch(r"[^\n]{10,70}", line) for line in export.FORMATS.values())
    with pytest.raises(TypeError):
        export.FORMATS["pdf"] = "no"


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_format_is_written_as_its_function_gives_it(tmp_path, name):
    files, told = dict(FUNCTIONS[name]()), []
    paths = export.export(name, tmp_path / "new", progress=told.append)
    assert content(tmp_path) == {str(Path("new", path)): files[path] for path in files}
    assert paths == tuple(tmp_path / "new" / path for path in files)
    assert told == list(files)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_no_file_names_the_machine(name):
    here = str(Path(tipdata.__file__).parent).encode()
    for path, data in FUNCTIONS[name]():
        assert not Path(path).is_absolute()
        assert here not in data
        assert str(Path.home()).encode() + b"/" not in data


RUN = """
import sys
from tipdata import export
for name in export.FORMATS:
    export.export(name, f"{sys.argv[1]}/{name}")
"""


def test_an_export_is_the_same_in_every_run(tmp_path):
    written = []
    for seed, zone in (("1", "UTC"), ("2", "Pacific/Kiritimati")):
        environment = {**ENVIRONMENT, "PYTHONHASHSEED": seed, "TZ": zone}
        folder = tmp_path / seed
        subprocess.run([sys.executable, "-c", RUN, folder], env=environment, check=True)
        written.append(content(folder))
    assert written[0].keys() == written[1].keys()
    assert len(written[0]) > 100
    for path in written[0]:
        assert written[0][path] == written[1][path], path


def test_another_edition_is_exported(tmp_path):
    edition = tipdata.read_edition(tipdata.edition().text.replace("Jane Nady", "Joan Nady"))
    assert b"\nJoan Nady Sigmon," in dict(export.csvw(edition=edition))["staff.csv"]
    export.export("csvw", tmp_path, edition=edition)
    assert b"\nJoan Nady Sigmon," in (tmp_path / "staff.csv").read_bytes()
    assert b"\nJoan Nady Sigmon," not in dict(export.csvw())["staff.csv"]


# Where it is written ---------------------------------------------------------------------


def test_an_empty_directory_is_filled(tmp_path):
    assert export.export("skos", str(tmp_path)) == (tmp_path / "glossary.ttl",)
    assert [path.name for path in tmp_path.iterdir()] == ["glossary.ttl"]


def test_parents_are_made(tmp_path):
    export.export("skos", tmp_path / "a" / "b")
    assert list(content(tmp_path)) == [str(Path("a", "b", "glossary.ttl"))]


def test_a_relative_path_is_taken_from_where_one_is(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert export.export("skos", "new") == (Path("new", "glossary.ttl"),)
    assert export.export("skos", ".", force=True) == (Path("glossary.ttl"),)
    assert (tmp_path / "new" / "glossary.ttl").is_file()
    assert (tmp_path / "glossary.ttl").is_file()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_others_may_read_as_far_as_the_user_lets_them(tmp_path):
    old = os.umask(0o022)
    try:
        export.export("skos", tmp_path / "new")
    finally:
        os.umask(old)
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o755
    assert (tmp_path / "new" / "glossary.ttl").stat().st_mode & 0o777 == 0o644


def test_a_directory_with_something_in_it_needs_force(tmp_path):
    (tmp_path / "glossary.ttl").write_bytes(b"old")
    (tmp_path / "mine.txt").write_bytes(b"mine")
    with pytest.raises(ExportError, match=r"is not empty; use force to replace its files$"):
        export.export("skos", tmp_path)
    assert content(tmp_path) == {"glossary.ttl": b"old", "mine.txt": b"mine"}
    export.export("skos", tmp_path, force=True)
    assert content(tmp_path) == {**dict(export.skos()), "mine.txt": b"mine"}


def test_what_another_writes_meanwhile_is_not_replaced(tmp_path):
    def meanwhile(path):
        (tmp_path / "new").mkdir()
        (tmp_path / "new" / path).write_bytes(b"mine")

    with pytest.raises(ExportError, match=r"is not empty"):
        export.export("skos", tmp_path / "new", progress=meanwhile)
    assert content(tmp_path) == {str(Path("new", "glossary.ttl")): b"mine"}


def test_a_file_is_no_directory(tmp_path):
    (tmp_path / "file").write_bytes(b"mine")
    with pytest.raises(ExportError, match=r"file is no directory$"):
        export.export("skos", tmp_path / "file", force=True)
    with pytest.raises(ExportError, match=r"file is no directory$"):
        export.export("skos", tmp_path / "file" / "new" / "below")
    assert content(tmp_path) == {"file": b"mine"}


@pytest.mark.skipif(os.name == "nt", reason="Windows lets not everyone make links")
def test_links_lead_to_directories_or_are_none(tmp_path):
    (tmp_path / "real").mkdir()
    for name, goal in {"good": "real", "dead": "nowhere", "loop": "loop"}.items():
        (tmp_path / name).symlink_to(goal)
    assert export.export("skos", tmp_path / "good") == (tmp_path / "good" / "glossary.ttl",)
    assert [path.name for path in (tmp_path / "real").iterdir()] == ["glossary.ttl"]
    for wrong in ("dead", "loop"):
        with pytest.raises(ExportError, match=f"{wrong} is no directory$"):
            export.export("skos", tmp_path / wrong / "new")
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows lets not everyone make links")
def test_a_link_in_the_place_of_a_file_is_replaced_and_not_followed(tmp_path):
    (tmp_path / "mine.txt").write_bytes(b"mine")
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "glossary.ttl").symlink_to(tmp_path / "mine.txt")
    export.export("skos", tmp_path / "new", force=True)
    assert content(tmp_path) == {
        "mine.txt": b"mine",
        str(Path("new", "glossary.ttl")): dict(export.skos())["glossary.ttl"],
    }


def test_dots_are_steps_up(tmp_path):
    export.export("skos", tmp_path / "a" / ".." / "b")
    assert list(content(tmp_path)) == [str(Path("b", "glossary.ttl"))]


def test_no_name_is_not_the_directory_where_one_is(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ExportError, match=r"^the directory has no name$"):
        export.export("skos", "", force=True)
    assert content(tmp_path) == {}


def test_a_directory_in_the_place_of_a_file_stays(tmp_path):
    (tmp_path / "glossary.ttl").mkdir()
    with pytest.raises(ExportError, match=r"glossary\.ttl is a directory, and not replaced"):
        export.export("skos", tmp_path, force=True)
    assert content(tmp_path) == {}
    assert [path.name for path in tmp_path.iterdir()] == ["glossary.ttl"]


def test_a_directory_that_can_not_be_written_is_an_error_of_one_line(tmp_path, monkeypatch):
    def refuse(*args, **options):
        raise PermissionError(13, "Permission denied", "x")

    monkeypatch.setattr(whole_files, "TemporaryDirectory", refuse)
    with pytest.raises(ExportError) as found:
        export.export("skos", tmp_path / "new")
    assert str(found.value) == f"can't write to {tmp_path / 'new'}: Permission denied"
    assert isinstance(found.value, OSError)
    assert content(tmp_path) == {}


# What fails leaves nothing ---------------------------------------------------------------


@pytest.mark.parametrize(
    "error", [RuntimeError("no"), KeyboardInterrupt(), OSError(28, "No space")]
)
@pytest.mark.parametrize("there", [False, True])
def test_a_failed_export_leaves_nothing_behind(tmp_path, monkeypatch, error, there):
    failing(monkeypatch, error)
    target = tmp_path / "a" / "b"
    if there:
        target.mkdir(parents=True)
        (target / "first.txt").write_bytes(b"old")
    before = sorted(tmp_path.rglob("*"))
    wanted = ExportError if isinstance(error, OSError) else type(error)
    with pytest.raises(wanted):
        export.export("skos", target, force=True)
    assert sorted(tmp_path.rglob("*")) == before
    assert content(tmp_path) == ({str(Path("a", "b", "first.txt")): b"old"} if there else {})


@pytest.mark.parametrize("there", [False, True])
def test_a_full_disk_leaves_nothing_behind(tmp_path, monkeypatch, there):
    target, write = tmp_path / "a" / "b", Path.write_bytes
    if there:
        target.mkdir(parents=True)
        (target / "glossary.ttl").write_bytes(b"old")
    before = sorted(tmp_path.rglob("*"))

    def write_some(self, data):
        write(self, data[:99])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", write_some)
    with pytest.raises(ExportError, match=r"^can't write to .*b: No space left on device$"):
        export.export("skos", target, force=True)
    assert sorted(tmp_path.rglob("*")) == before
    assert content(tmp_path) == ({str(Path("a", "b", "glossary.ttl")): b"old"} if there else {})


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(16, "Device or resource busy")])
def test_what_stood_there_is_put_back_when_a_file_can_not_be(tmp_path, monkeypatch, error):
    export.export("csvw", tmp_path)
    (tmp_path / "countries.csv").unlink()
    (tmp_path / "instruments.csv").write_bytes(b"old")
    before, replace, done = content(tmp_path), Path.replace, []

    def replace_some(self, target):
        if self.parent.name == "new":
            if len(done) == 12:
                raise error
            done.append(target)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", replace_some)
    with pytest.raises(ExportError if isinstance(error, OSError) else KeyboardInterrupt):
        export.export("csvw", tmp_path, force=True)
    assert {"countries.csv", "instruments.csv"} < {path.name for path in done}
    assert content(tmp_path) == before
    assert {path.name for path in tmp_path.iterdir()} == before.keys()


def test_an_error_without_a_reason_of_the_system_keeps_its_words(tmp_path, monkeypatch):
    failing(monkeypatch, OSError("the disk is on fire"))
    with pytest.raises(ExportError, match=r"the disk is on fire$"):
        export.export("skos", tmp_path)


def test_an_error_of_tipdata_stays_what_it_is(tmp_path, monkeypatch):
    failing(monkeypatch, TipdataError("mine"))
    with pytest.raises(TipdataError, match=r"^mine$") as found:
        export.export("skos", tmp_path)
    assert type(found.value) is TipdataError


def test_a_missing_package_is_named_before_anything_is_written(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r'pip install "tipdata\[arrow\]"'):
        export.export("data-package-parquet", tmp_path / "new")
    assert list(tmp_path.iterdir()) == []


# What is asked for wrongly ---------------------------------------------------------------


def test_an_unknown_format_is_an_error_that_lists_those_there_are(tmp_path):
    with pytest.raises(ChoiceError) as found:
        export.export("pdf", tmp_path)
    assert str(found.value) == f"no format 'pdf'; there are {', '.join(export.FORMATS)}"


@pytest.mark.parametrize(
    "wrong",
    [
        {"format": 5},
        {"directory": 5},
        {"directory": b"new"},
        {"directory": None},
        {"force": "yes"},
        {"edition": 2018},
        {"progress": "yes"},
    ],
)
def test_a_wrong_type_of_argument_names_it(tmp_path, wrong):
    (name,) = wrong
    with pytest.raises(TypeError, match=f"^{name} must be "):
        export.export(**{"format": "skos", "directory": tmp_path / "new", **wrong})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_format_minds_the_type_of_its_edition_at_once(name):
    with pytest.raises(TypeError, match=r"^edition must be an Edition, not int$"):
        FUNCTIONS[name](edition=2018)


def test_importing_tipdata_does_not_import_the_room():
    code = "import sys, tipdata; tipdata.country('DK'); print('tipdata.export' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=ENVIRONMENT, check=True
    )
    assert done.stdout == "False\n"


def test_the_page_names_every_format():
    named = re.findall(r"^\| `([\w-]+)` \|", PAGE.read_text(encoding="utf-8"), re.M)
    assert named == list(export.FORMATS)
