"""A file is written whole or not at all, and so is a set of files."""

import os
from pathlib import Path

import pytest

import tipdata
from tipdata.whole_files import write_file, write_files, write_or_return

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no modes, and not all may link")


def names(folder):
    """Give the names of what is in a folder, hidden ones too."""
    return sorted(path.name for path in folder.iterdir())


def fail_after(monkeypatch, count):
    """Let all writes after some fail, each with half of what it should write."""
    write, done = Path.write_bytes, []

    def write_some(self, data):
        done.append(self)
        if len(done) > count:
            write(self, data[: len(data) // 2])
            raise OSError(28, "No space left on device")
        return write(self, data)

    monkeypatch.setattr(Path, "write_bytes", write_some)


def test_a_text_is_returned_or_written(tmp_path):
    assert write_or_return("é\r\n", None) == "é\r\n"
    assert write_or_return("é\r\n", tmp_path / "a") is None
    assert (tmp_path / "a").read_bytes() == "é\r\n".encode()
    assert names(tmp_path) == ["a"]


@pytest.mark.parametrize("write", ["to_csv", "to_json"])
def test_a_full_disk_leaves_the_table_that_stood_there(tmp_path, monkeypatch, write):
    (tmp_path / "table").write_bytes(b"old")
    fail_after(monkeypatch, 0)
    with pytest.raises(OSError, match="No space left on device") as caught:
        getattr(tipdata.glossary(), write)(tmp_path / "table")
    assert caught.value.filename == str(tmp_path / "table")
    assert (tmp_path / "table").read_bytes() == b"old"
    assert names(tmp_path) == ["table"]


def test_an_error_names_the_path_that_was_given(tmp_path):
    (tmp_path / "folder").mkdir()
    for path, kind in (("folder", OSError), ("no/file", FileNotFoundError)):
        with pytest.raises(kind) as caught:
            write_file(tmp_path / path, b"new")
        assert caught.value.filename == str(tmp_path / path)
        assert caught.value.filename2 is None
    assert names(tmp_path) == ["folder"]


@posix
def test_a_file_keeps_its_mode_and_a_new_one_has_that_of_the_user(tmp_path):
    (tmp_path / "old").write_bytes(b"")
    (tmp_path / "old").chmod(0o640)
    umask = os.umask(0o022)
    try:
        for name in ("old", "new"):
            write_file(tmp_path / name, b"x")
    finally:
        os.umask(umask)
    modes = [(tmp_path / name).stat().st_mode & 0o777 for name in ("old", "new")]
    assert modes == [0o640, 0o644]


def test_a_file_that_may_not_be_written_stays(tmp_path, monkeypatch):
    (tmp_path / "mine").write_bytes(b"mine")
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # root may write anything
    with pytest.raises(PermissionError) as caught:
        write_file(tmp_path / "mine", b"new")
    assert caught.value.filename == str(tmp_path / "mine")
    assert (tmp_path / "mine").read_bytes() == b"mine"


@posix
def test_a_link_is_followed(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(Path("folder", "file"))
    for content in (b"first", b"second"):
        write_file(tmp_path / "link", content)
        assert (tmp_path / "link").is_symlink()
        assert (tmp_path / "folder" / "file").read_bytes() == content
    assert names(tmp_path / "folder") == ["file"]


@posix
def test_a_device_is_written_to(capfd):
    tipdata.staff()[:1].to_csv("/dev/stdout")
    assert capfd.readouterr().out == tipdata.staff()[:1].to_csv()
    write_file(os.devnull, b"x")
    assert not Path(os.devnull).is_file()


def test_files_are_written_together(tmp_path):
    files = {"a": b"1", "b": b"2"}
    write_files(tmp_path / "new" / "folder", files)
    write_files(tmp_path, files)
    assert names(tmp_path / "new" / "folder") == ["a", "b"]
    assert names(tmp_path) == ["a", "b", "new"]
    write_files(tmp_path, {})
    assert names(tmp_path) == ["a", "b", "new"]


@pytest.mark.parametrize("folder", ["", "new/folder"])
def test_of_files_that_can_not_all_be_written_none_is(tmp_path, monkeypatch, folder):
    (tmp_path / "a").write_bytes(b"old")
    fail_after(monkeypatch, 1)
    with pytest.raises(OSError, match="No space"):
        write_files(tmp_path / folder, {"a": b"1", "b": b"22"})
    assert (tmp_path / "a").read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


def test_a_folder_in_the_place_of_a_file_stays(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "b").mkdir()
    with pytest.raises(OSError, match="b"):
        write_files(tmp_path, {"a": b"new", "b": b"new"})
    assert (tmp_path / "a").read_bytes() == b"old"
    assert names(tmp_path) == ["a", "b"]
