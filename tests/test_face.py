"""The public face: its names, what they cost, and how its functions are asked."""

import ast
import inspect
import subprocess
import sys
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

import pytest
from attrs import frozen

import tipdata
from environment import ENVIRONMENT
from for_each import for_each
from questions import FUNCTIONS, OTHERS, PARAMETERS, questions
from tipdata import Edition

NAMES = [name for name in tipdata.__all__ if name != "__version__"]
ROOM_OF = {name: room for room, names in tipdata._ROOMS.items() for name in names.split()}
ASK_NO_EDITION = ["edition", "editions", "entry_into_force", "read_edition"]
KEYS = {
    "bounds": ["country", "instrument"],
    "cite": ["record"],
    "country": ["key"],
    "country_status": ["country"],
    "edition": ["year"],
    "enrich": ["frame"],
    "entries_into_force": ["during"],
    "entry_into_force": ["consent", "instrument"],
    "expand": ["abbreviation"],
    "find_terms": ["text"],
    "instrument": ["key"],
    "is_party": ["country", "instrument"],
    "not_ratified": ["instrument"],
    "organization": ["key"],
    "protocol_status": ["instrument"],
    "read_edition": ["text_or_path"],
    "search": ["text"],
    "source": ["record"],
    "status": ["country", "instrument"],
}


def fresh(code):
    """Give the value that a new interpreter prints."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", f"import sys\n{code}"],
        check=True,
        capture_output=True,
        text=True,
        env=ENVIRONMENT,
    )
    return ast.literal_eval(done.stdout)


def seen_by_checkers():
    """Give the names under `TYPE_CHECKING`, each with the module that it is imported from."""
    tree = ast.parse(Path(tipdata.__file__).read_text(encoding="utf-8"))
    block = next(
        node
        for node in tree.body
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    )
    for node in block.body:
        assert isinstance(node, ast.ImportFrom)
        for name in node.names:
            assert name.asname == name.name  # which hands it on, for checkers
            yield node.module, name.name


def test_the_three_lists_of_names_agree():
    seen = list(seen_by_checkers())
    assert len(seen) == len(set(seen))
    rooms = [(f"tipdata.{room}", name) for name, room in ROOM_OF.items()]
    assert sorted(seen) == sorted(rooms)
    assert sum(len(names.split()) for names in tipdata._ROOMS.values()) == len(ROOM_OF)
    assert tipdata.__all__ == sorted(ROOM_OF)


@for_each("name", NAMES)
def test_a_name_is_that_of_its_room(name):
    value = getattr(tipdata, name)
    assert value is getattr(import_module(f"tipdata.{ROOM_OF[name]}"), name)
    assert value is getattr(tipdata, name)
    assert (value.__module__, value.__name__) == (f"tipdata.{ROOM_OF[name]}", name)


def test_what_the_report_holds_is_public():
    waiting, kinds = list(tipdata.edition().sections), set()
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, tuple):
            waiting += thing
        elif type(thing).__module__.startswith("tipdata."):
            kinds.add(type(thing).__name__)
            waiting += [getattr(thing, a.name) for a in getattr(thing, "__attrs_attrs__", ())]
    assert len(kinds) > 30
    assert kinds <= set(tipdata.__all__)


def test_the_names_can_be_listed_before_and_after_their_use():
    assert dir(tipdata) == tipdata.__all__
    assert fresh("import tipdata; print(dir(tipdata))") == tipdata.__all__
    kept = "'Country' in vars(tipdata)"
    code = f"import tipdata; before = {kept}; tipdata.Country; print([before, {kept}])"
    assert fresh(code) == [False, True]


def test_a_star_imports_all_names():
    code = "names = {}; exec('from tipdata import *', names); print(sorted(names))"
    assert [name for name in fresh(code) if name != "__builtins__"] == tipdata.__all__


@pytest.mark.parametrize("name", ["nothing", "Ratifications", "__path_of__", ""])
def test_an_unknown_name_is_an_attribute_error(name):
    with pytest.raises(AttributeError) as caught:
        getattr(tipdata, name)
    assert str(caught.value) == f"module 'tipdata' has no attribute {name!r}"
    assert not hasattr(tipdata, name)


def test_an_unknown_name_can_not_be_imported():
    with pytest.raises(ImportError, match="cannot import name 'nothing' from 'tipdata'"):
        exec("from tipdata import nothing")


def test_the_version_is_that_of_the_package():
    assert tipdata.__version__ == version("tipdata")


def test_importing_costs_next_to_nothing():
    code = """
opened = []
before = set(sys.modules)
sys.addaudithook(lambda event, args: event == "open" and opened.append(str(args[0])))
import tipdata
print([sorted(set(sys.modules) - before), opened])
"""
    modules, opened = fresh(code)
    assert [name for name in modules if name.startswith("tipdata")] == ["tipdata"]
    costly = {"attr", "attrs", "cattr", "cattrs", "json", "importlib_resources", "datetime"}
    assert not costly & {name.partition(".")[0] for name in modules}
    assert "importlib.metadata" not in modules
    assert not [name for name in opened if "/data/" in name or name.endswith((".json", ".md"))]


@pytest.mark.parametrize(
    ("question", "files"),
    [
        ("tipdata.country('DK')", ["conventions"]),
        ("tipdata.chart()['DK', 'P029']", ["conventions"]),
        ("tipdata.status('DK', 'P029')", ["conventions"]),
        ("tipdata.status('DK', 'P029', basis='register')", ["conventions", "register"]),
        ("tipdata.expand('ILO'), tipdata.expand('EU')", ["glossary"]),
        ("tipdata.staff(), tipdata.edition().office", ["staff"]),
        ("tipdata.Country, tipdata.Records, tipdata.edition()", []),
    ],
)
def test_a_file_is_read_when_it_is_first_asked_for_and_once(question, files):
    code = f"""
opened = []
sys.addaudithook(lambda event, args: event == "open" and opened.append(str(args[0])))
import tipdata
{question}
{question}
print([name for name in opened if name.endswith((".json", ".md"))])
"""
    assert [Path(name).stem for name in fresh(code)] == files


@for_each("name", list(FUNCTIONS))
def test_every_argument_after_the_keys_is_keyword_only(name):
    kinds = {p.name: p.kind for p in PARAMETERS[name].values()}
    keys = [key for key, kind in kinds.items() if kind is not inspect.Parameter.KEYWORD_ONLY]
    assert keys == KEYS.get(name, [])
    assert {kinds[key] for key in keys} <= {inspect.Parameter.POSITIONAL_OR_KEYWORD}


def test_every_function_has_a_question_with_every_argument():
    assert set(questions()) == set(FUNCTIONS)
    for name, question in questions().items():
        assert set(question) == set(PARAMETERS[name]) - {"edition"}


@for_each("name", list(FUNCTIONS))
def test_whoever_asks_the_report_can_choose_the_edition(name):
    found = PARAMETERS[name].get("edition")
    assert (found is None) is (name in ASK_NO_EDITION)
    if found:
        assert (found.kind, found.default) == (inspect.Parameter.KEYWORD_ONLY, None)
        assert list(PARAMETERS[name])[-1] == "edition"


@frozen(eq=False)
class Watched:
    """The contents of the packaged edition; keeps the names of what was asked for."""

    asked: list

    @property
    def text(self):
        self.asked.append("text")
        return tipdata.edition().text

    def section(self, name):
        self.asked.append(name)
        return getattr(tipdata.edition(), name)

    @property
    def register(self):
        self.asked.append("register")
        return tipdata.edition().register


@for_each("name", [n for n in FUNCTIONS if n not in ASK_NO_EDITION])
def test_the_chosen_edition_is_asked(name):
    ask, question = FUNCTIONS[name], questions()[name]
    default = ask(**question)
    watched = Watched([])
    found = ask(**question, edition=Edition(2018, watched))
    for edition in (None, tipdata.edition(2018)):
        again = ask(**question, edition=edition)
        if name in OTHERS:
            assert found.equals(again)
        else:
            assert found == default == again
    assert repr(found) == repr(default)
    assert watched.asked
