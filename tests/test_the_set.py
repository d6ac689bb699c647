"""How the tests are run: what is left out is told; nothing is asked while they are collected."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MARKED = """
import pytest
import sampling

@pytest.mark.full
def test_marked():
    assert sampling.full

def test_other():
    assert len(sampling.some(range(100), 7)) == (100 if sampling.full else 7)
"""
ASKING = """
import tipdata

FIJI = tipdata.country("Fiji")

def test_nothing():
    pass
"""
FAILING = """
from for_each import for_each

@for_each("number, text", [(1, "a"), (2, "b"), (3, "c"), (4, "d")])
def test_odd(number, text):
    assert number % 2

@for_each("number", [])
def test_none(number):
    pass
"""


@pytest.fixture
def run(tmp_path):
    """Give a function that runs pytest, set up as here, on a module of tests."""
    shutil.copy(ROOT / "conftest.py", tmp_path)
    settings = (
        f"[pytest]\npythonpath = {ROOT / 'tests' / 'support'}\nmarkers = full: the full set\n"
    )
    (tmp_path / "pytest.ini").write_text(settings, encoding="utf-8")
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")}

    def run_on(code, *options):
        (tmp_path / "test_it.py").write_text(code, encoding="utf-8")
        command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *options]
        done = subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )
        return done.returncode, done.stdout + done.stderr

    return run_on


@pytest.mark.parametrize("processes", [[], ["-n", "2"]], ids=["one", "two"])
def test_what_is_left_out_is_counted_and_said_once(run, processes):
    status, said = run(MARKED, *processes)
    assert (status, said.count("1 passed")) == (0, 1)
    assert said.count("\nLeft out: 1 tests, and parts of long enumerations.") == 1
    assert "pytest -n auto --full" in said


def test_the_full_set_leaves_nothing_out(run):
    status, said = run(MARKED, "--full")
    assert (status, said.count("2 passed")) == (0, 1)
    assert "eft out" not in said


def test_a_query_in_the_collection_is_an_error(run):
    status, said = run(ASKING, "-n", "2")
    assert status != 0
    assert "ERROR collecting test_it.py" in said
    assert "queries ran while this was collected: [\"('edition', 2018)\"" in said
    assert "passed" not in said


def test_a_loop_names_each_item_that_fails_and_does_not_go_without_items(run):
    status, said = run(FAILING)
    assert (status, said.count("2 failed")) == (1, 1)
    for item in ("(2, 'b')", "(4, 'd')"):
        assert f"It failed with: {item}" in said
    assert "ExceptionGroup: with (2, 'b'), (4, 'd') (2 sub-exceptions)" in said
    assert "AssertionError: there is no item" in said


def test_a_sample_is_the_same_each_time_and_reaches_both_ends(monkeypatch):
    import sampling

    monkeypatch.setattr(sampling, "full", False)
    assert sampling.some(range(10), 4) == [0, 3, 6, 9]
    assert sampling.some("abc", 3) == sampling.some("abc", 9) == ["a", "b", "c"]
    assert sampling.examples(100) == 25
    monkeypatch.setattr(sampling, "full", True)
    assert sampling.some(range(10), 4) == list(range(10))
    assert sampling.examples(100) == 100


def test_the_page_on_the_tests_names_every_file():
    named = re.findall(r"`(test_\w+\.py)`", (ROOT / "tests" / "README.md").read_text("utf-8"))
    assert sorted(named) == sorted(file.name for file in (ROOT / "tests").glob("test_*.py"))
