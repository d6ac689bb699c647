"""Validators of other fields, and other engines, in environments of their own: they clash.

An environment is made when it is first used, in the folder that `TIPDATA_VALIDATORS` names;
without that, in one that the tests leave no trace of.
"""

import atexit
import json
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

SCRIPTS = Path(__file__).parent / "validating"
# What the scripts need, by the name of the environment.
ENVIRONMENTS = {
    "engines": (
        *("attrs>=24.1", "cattrs>=24.1", "importlib-resources>=6.4", "narwhals>=2.28"),
        *("dask[dataframe]>=2026.1", "ibis-framework[duckdb]>=12", "sqlframe[duckdb]>=4"),
    ),
    "freezers": (
        *("attrs>=24.1", "cattrs>=24.1", "importlib-resources>=6.4"),
        *("cx_Freeze>=8", "pyinstaller>=6"),
    ),
    "frictionless": ("frictionless>=5.18",),
    "web": ("csvw>=4", "dplib-py>=1.1", "jsonschema>=4.20", "pyshacl>=0.30", "rdflib>=7"),
}


def validate(environment, script, *arguments):
    """Run a script in an environment, and give the JSON value that it prints."""
    command = [python_of(environment), "-I", SCRIPTS / f"{script}.py", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@cache
def python_of(environment):
    """Give the interpreter of an environment; make the environment if it is not there."""
    folder = _folder() / environment
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    made = folder / "made"
    if not made.exists():
        _run(sys.executable, "-m", "venv", "--clear", folder)
        _run(python, "-I", "-m", "pip", "install", "--quiet", *ENVIRONMENTS[environment])
        made.touch()
    return python


def _run(*command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@cache
def _folder():
    if named := os.environ.get("TIPDATA_VALIDATORS"):
        Path(named).mkdir(parents=True, exist_ok=True)
        return Path(named).absolute()
    made = Path(tempfile.mkdtemp(prefix="tipdata-validators-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made
