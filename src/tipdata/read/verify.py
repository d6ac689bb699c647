"""Verifies the packaged data: that they are whole, and follow from their source."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

from attrs import frozen
from importlib_resources import as_file

from tipdata.errors import TipdataError
from tipdata.load.packaged import REGISTER, data_folder
from tipdata.read.compile import MANIFEST, differing
from tipdata.read.edition import read_edition
from tipdata.read.handmade_checks import handmade_problems


@frozen
class Check:
    """One thing that was checked of the packaged files.

    Attributes:
        folder: The name of the folder that was checked: an edition's, or the one of them all.
        said: What holds, if there are no problems.
        problems: What is wrong, each in a line.
    """

    folder: str
    said: str
    problems: tuple[str, ...]


def verify() -> Iterator[Check]:
    """Check every packaged edition, and say of each thing whether it holds."""
    with as_file(data_folder()) as data:
        yield Check(data.name, EDITIONS, tuple(_problems(_editions, data)))
        for folder in sorted(path for path in data.glob("*") if path.is_dir()):
            for said, check in (OF_REGISTER if folder.name == REGISTER else OF_EDITION).items():
                yield Check(folder.name, said, tuple(_problems(check, folder)))


def _problems(check: Callable[[Path], Iterator[str]], folder: Path) -> Iterator[str]:
    """Run a check; what keeps it from ending is a problem too."""
    try:
        yield from check(folder)
    except (TipdataError, OSError) as error:
        yield " ".join(str(error).split())
    except Exception as error:  # damage that no reader foresees
        yield repr(error)


def _editions(data: Path) -> Iterator[str]:
    """Hold what is there against the editions that the texts are of."""
    entries = sorted(path for path in data.iterdir() if path.name != REGISTER)
    if not entries:
        yield "there is no edition"
    if not (data / REGISTER).is_dir():
        yield "there is no register"
    for entry in entries:
        if not (entry.is_dir() and entry.name.isdecimal()):
            yield f"{entry.name} is no edition"
        elif str(year := read_edition(entry / "source.md").year) != entry.name:
            yield f"{entry.name} has the text of the edition {year}"


def _hashes(folder: Path) -> Iterator[str]:
    """Compare the files with the manifest, both ways."""
    # The form of `sha256sum`: a digest, two spaces, a name.
    lines = (folder / MANIFEST).read_bytes().decode(errors="replace").splitlines()
    named = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    present = {path.name for path in folder.iterdir() if path.name != MANIFEST}
    for name in sorted(named.keys() | present):
        if name not in present:
            yield f"{name} is missing"
        elif name not in named:
            yield f"{name} is not named in {MANIFEST}"
        elif sha256((folder / name).read_bytes()).hexdigest() != named[name]:
            yield f"{name} is not the file that {MANIFEST} names"


def _compiled(folder: Path) -> Iterator[str]:
    for name in differing(folder):
        yield f"{name} differs from what the other files give"


def _covered(folder: Path) -> Iterator[str]:
    coverage = read_edition(folder / "source.md").coverage()
    for span in coverage.missing:
        yield f"the characters {span} of the source stand in no record and no structure"
    for span in coverage.doubled:
        yield f"the characters {span} of the source stand in two records"


def _layers(folder: Path) -> Iterator[str]:
    yield from handmade_problems(read_edition(folder / "source.md"))


EDITIONS = "each folder holds the edition of its name, or the register; there is nothing else"
HASHES = f"each file has the SHA-256 that {MANIFEST} names, and there are no others"
OF_EDITION: dict[str, Callable[[Path], Iterator[str]]] = {
    HASHES: _hashes,
    f"source.md compiles to the data files and to {MANIFEST}, byte for byte": _compiled,
    "every character of the source stands in one record or in structure": _covered,
    "the register and the errata fit the chart and the source": _layers,
}
OF_REGISTER: dict[str, Callable[[Path], Iterator[str]]] = {
    HASHES: _hashes,
    f"{MANIFEST} is made of them, byte for byte": _compiled,
}
