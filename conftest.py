"""Runs the examples of the README and of the documentation as tests."""

import os

from hypothesis import settings
from sybil import Sybil
from sybil.parsers.myst import PythonCodeBlockParser, SkipParser

# No test is a race: machines are shared, and coverage is slow.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# What argparse and pandas print is as wide everywhere, whatever the caller's terminal is.
os.environ["COLUMNS"] = "80"

pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(), SkipParser()],
    patterns=["README.md", "docs/*.md", "docs/**/*.md"],
).pytest()
