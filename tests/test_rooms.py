"""A room imports only rooms that stand above it, and every room reads at one sitting."""

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import tipdata
from for_each import for_each

PACKAGE = Path(tipdata.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
ROOMS = [
    "_pyinstaller",
    "errors",
    "extras",
    "version",
    "whole_files",
    "dates",
    "names",
    "arguments",
    "models",
    "tables",
    "load",
    "queries",
    "state",
    "citations",
    "frames",
    "export",
    "charts",
    "read",
    "cli",
]
# The face and the command hand on from all rooms.
DOORS = {"__init__", "__main__"}
# Its methods import late the modules that do their work, and these take `Records`.
HANDS_ON = "tipdata.tables.records"


def name_of(module):
    """Give the name of a module by its file."""
    parts = module.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(("tipdata", *parts)).removesuffix(".__init__")


NAMES = {name_of(module): module for module in MODULES}


def room_of(name):
    """Give the room of `tipdata.models.record`, or None of `tipdata` itself."""
    return name.split(".")[1] if "." in name else None


def imported(module):
    """Give the names of the modules that a module imports, wherever it does."""
    return set(names_in(ast.walk(ast.parse(module.read_text(encoding="utf-8")))))


def imported_at_once(module):
    """Give the names of the modules that a module imports when it is imported itself."""
    return set(names_in(ast.parse(module.read_text(encoding="utf-8")).body))


def names_in(nodes):
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, "imports are absolute"
            for name in (f"{node.module}.{alias.name}" for alias in node.names):
                yield name if name in NAMES else node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


@for_each("module", MODULES)
def test_a_module_imports_only_its_own_room_and_rooms_above(module):
    own = module.relative_to(PACKAGE).with_suffix("").parts[0]
    above = ROOMS if own in DOORS else ROOMS[: ROOMS.index(own) + 1]
    above = [*above, None] if own == ROOMS[-1] else above  # the command asks at the face
    for name in imported(module):
        if name.partition(".")[0] == "tipdata":
            assert room_of(name) in above, name


@for_each("room", ROOMS)
def test_the_modules_of_a_room_import_one_another_in_one_direction(room):
    imports = {
        name: imported_at_once(module) if name == HANDS_ON else imported(module)
        for name, module in NAMES.items()
        if room_of(name) == room
    }
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        pytest.fail(" imports ".join(reversed(error.args[1])))


def test_every_room_is_known():
    found = {module.relative_to(PACKAGE).with_suffix("").parts[0] for module in MODULES}
    assert found == {*ROOMS, *DOORS}


@for_each("room", ROOMS)
def test_no_room_hides_a_public_name(room):
    assert room not in tipdata.__all__


@for_each("module", MODULES)
def test_no_module_is_longer_than_300_lines(module):
    assert len(module.read_text(encoding="utf-8").splitlines()) <= 300


@for_each("section", lambda: tipdata.edition().sections)
def test_a_section_has_one_name_in_every_room(section):
    for place in (f"models/{section.name}.py", f"read/{section.name}.py"):
        assert (PACKAGE / place).is_file()
    assert (PACKAGE / "data" / "2018" / f"{section.name}.json").is_file()


def test_every_packaged_file_is_known():
    files = {file.name for file in (PACKAGE / "data" / "2018").iterdir()}
    sections = {f"{section.name}.json" for section in tipdata.edition().sections}
    made = {"source.md", "supplement.json", "errata.json"}
    assert files == sections | made | {"SHA256SUMS"}
    assert (PACKAGE / "py.typed").is_file()
