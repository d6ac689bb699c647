"""Makes the packaged data files of an edition from its source text."""

import json
from hashlib import sha256
from pathlib import Path

from tipdata.load.edition import Edition
from tipdata.load.packaged import REGISTER, editions
from tipdata.models.convert import unstructure
from tipdata.read.edition import read_edition
from tipdata.whole_files import write_files

MANIFEST = "SHA256SUMS"
# What no compiler makes: the print, and what is written by hand about it.
HANDMADE = ("errata.json", "source.md", "supplement.json")


def compile_edition(edition: Edition) -> dict[str, str]:
    """Compile the text of each data file of an edition, by the file's name."""
    files = {}
    for section in edition.sections:
        file = {
            "edition": edition.year,
            "section": section.name,
            "source_sha256": edition.sha256,
            "content": unstructure(section),
        }
        # Keys in order and one item a line: a change shows as just that in a diff.
        text = json.dumps(file, ensure_ascii=False, indent=2, sort_keys=True)
        files[f"{section.name}.json"] = text + "\n"
    return files


def folders(data: Path) -> list[Path]:
    """Return the folders of the packaged data: one for each edition, and the register's."""
    return [*(data / str(year) for year in editions()), data / REGISTER]


def write(folder: Path) -> list[str]:
    """Write the data files and the manifest of a folder; name those that changed."""
    files = _files(folder)
    changed = _differing(folder, files)
    # Bytes, so that Windows writes no CR LF, of which the SHA-256 would be another.
    write_files(folder, {name: files[name] for name in changed})
    return changed


def differing(folder: Path) -> list[str]:
    """Name the files in a folder that are not what the compiler makes of the others.

    The manifest is one of them, so that no file can change unseen, itself included.
    """
    return _differing(folder, _files(folder))


def _files(folder: Path) -> dict[str, bytes]:
    """Make the data files, and the manifest of them and of the hand-made ones."""
    # Of the register nothing is compiled.
    is_register = folder.name == REGISTER
    compiled = {} if is_register else compile_edition(read_edition(folder / "source.md"))
    files = {name: text.encode() for name, text in compiled.items()}
    names = (f"{REGISTER}.json",) if is_register else HANDMADE
    handmade = {name: (folder / name).read_bytes() for name in names}
    return {**files, MANIFEST: manifest({**files, **handmade})}


def _differing(folder: Path, files: dict[str, bytes]) -> list[str]:
    return [
        name
        for name, content in files.items()
        if not (folder / name).is_file() or (folder / name).read_bytes() != content
    ]


def manifest(files: dict[str, bytes]) -> bytes:
    """Write the SHA-256 of files as `sha256sum` does, so that it can check them too."""
    lines = (f"{sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return "".join(lines).encode()
