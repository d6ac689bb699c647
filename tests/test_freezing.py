"""Programs that are frozen into one file, or into a folder, find the data and their metadata."""

import json
import shutil
import subprocess
from importlib.metadata import distribution
from pathlib import Path

import pytest

import tipdata
from environment import ENVIRONMENT
from validators import SCRIPTS, python_of

SCRIPT = SCRIPTS / "frozen.py"


@pytest.fixture(scope="module")
def python():
    """Give an interpreter that has the freezers, and tipdata as it is installed here."""
    python = python_of("freezers")
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"))
    package, metadata = Path(tipdata.__file__).parent, Path(distribution("tipdata")._path)
    for folder in (package, metadata):
        shutil.copytree(folder, site / folder.name, dirs_exist_ok=True)
    return python


def run(*command, **options):
    """Run a command, and give what it prints."""
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env=ENVIRONMENT, **options
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_entry_point_leads_to_the_hook():
    (hooks,) = distribution("tipdata").entry_points.select(group="pyinstaller40")
    (folder,) = hooks.load()()
    assert [path.name for path in Path(folder).glob("hook-*.py")] == ["hook-tipdata.py"]


@pytest.mark.full
@pytest.mark.parametrize(
    ("freezer", "options", "program"),
    [
        ("PyInstaller", ["--onefile", "--log-level", "ERROR", SCRIPT], "dist/frozen"),
        ("cx_Freeze", ["build_exe", f"--script={SCRIPT}", "--build-exe=made"], "made/frozen"),
    ],
)
def test_a_frozen_program_answers(freezer, options, program, python, tmp_path):
    run(python, "-m", freezer, *options, cwd=tmp_path)
    answers = json.loads(run(tmp_path / program, cwd=tmp_path))
    assert answers == {
        "frozen": True,
        "version": tipdata.__version__,
        "ratifications": 15,
        "status": "in force",
        "cited": tipdata.cite(tipdata.country("DK")),
        "exported": ["tipdata.sqlite"],
    }
