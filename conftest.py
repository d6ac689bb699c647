"""What a run of the tests consists of: tests, the examples of the pages, the full set if asked."""

import os

import pytest
from hypothesis import settings
from sybil import Sybil
from sybil.parsers.myst import PythonCodeBlockParser, SkipParser

import sampling
from tipdata.load import packaged

LEFT_OUT = pytest.StashKey[int]()

# What argparse and pandas print is as wide everywhere, whatever the caller's terminal is.
os.environ["COLUMNS"] = "80"

pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(), SkipParser()],
    patterns=["README.md", "docs/*.md", "docs/**/*.md"],
).pytest()


def pytest_addoption(parser):
    """Add the option that chooses the full set."""
    parser.addoption(
        "--full",
        action="store_true",
        help="run the full set: tests marked `full` too, and long enumerations whole",
    )


def pytest_configure(config):
    """Say how much is looked at, before a module of tests is imported."""
    sampling.full = config.getoption("full")
    # No test is a race: machines are shared, and coverage is slow.
    settings.register_profile("full", deadline=None)
    settings.register_profile(
        "sample", deadline=None, max_examples=sampling.examples(100), derandomize=True
    )
    settings.load_profile("full" if sampling.full else "sample")


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report():
    """Fail a module that asks a query while it is collected: an error there would hide tests."""
    before = set(packaged._loaded)
    report = yield
    if asked := packaged._loaded.keys() - before:
        report.outcome, report.result = "failed", []
        report.longrepr = f"queries ran while this was collected: {sorted(map(str, asked))}"
    return report


def pytest_collection_modifyitems(config, items):
    """Leave out what only the full set runs, and count it."""
    if sampling.full:
        return
    left_out = [item for item in items if item.get_closest_marker("full")]
    items[:] = [item for item in items if not item.get_closest_marker("full")]
    config.hook.pytest_deselected(items=left_out)
    config.stash[LEFT_OUT] = len(left_out)


def pytest_sessionfinish(session):
    """Hand the count from a process of pytest-xdist to the one that writes the summary."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["left_out"] = session.config.stash.get(LEFT_OUT, 0)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node):
    """Take the count from such a process: each collects the same tests."""
    counted = getattr(node, "workeroutput", {}).get("left_out", 0)  # none where it broke down
    node.config.stash[LEFT_OUT] = max(counted, node.config.stash.get(LEFT_OUT, 0))


def pytest_terminal_summary(terminalreporter, config):
    """Say how many tests were left out, and how to run them."""
    if not sampling.full:
        terminalreporter.line(
            f"\nLeft out: {config.stash.get(LEFT_OUT, 0)} tests, and parts of long enumerations."
            ' To run everything: pip install -e ".[test-full]", then pytest -n auto --full'
            " (with Java and Chromium, see CONTRIBUTING.md)."
        )
