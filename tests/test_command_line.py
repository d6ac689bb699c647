"""The command as users run it: in a process of its own, through pipes and on terminals."""

import os
import pkgutil
import re
import signal
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import tipdata
from environment import ENVIRONMENT
from terminal import on_terminal, piped
from tipdata.cli.main import main

ROOT = Path(__file__).parent.parent
SHELL = f'tipdata() {{ "{sys.executable}" -W error -m tipdata "$@"; }}\n'
needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
FULL = pytest.param("/dev/full", marks=needs_full)


@pytest.fixture(params=[{}, {"PYTHONUNBUFFERED": "1"}], ids=["buffered", "unbuffered"])
def environment(request):
    """Give what a process may know: nothing of the caller's, and Python buffers or doesn't."""
    return {**ENVIRONMENT, **request.param}


@pytest.fixture
def unread():
    """Give the end to write to of a pipe that no one reads; as stdin, the shell calls it &0."""
    reader, writer = os.pipe()
    os.close(reader)
    yield writer
    os.close(writer)


def in_shell(line, environment=ENVIRONMENT, **options):
    """Run a line of the shell; give the exit status, and what is written to stdout and stderr."""
    done = subprocess.run(
        ["sh", "-c", SHELL + line], capture_output=True, env=environment, check=False, **options
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("expand ILO", 0),
        ("chart", 0),
        ("verify", 0),
        ("--help", 0),
        ("--version", 0),
        ("cite --help", 0),
        ("expand XYZZY", 1),
        ("ratifications --year 1900", 1),
        ("expand", 2),
        ("frob", 2),
        ("status DK P029 --on never", 2),
    ],
)
def test_an_exit_status(line, status):
    found, out, err = piped(*line.split())
    assert found == status
    assert "Traceback" not in err
    assert bool(out) is (status == 0 or "1900" in line)
    assert err.count("\n") == (0 if out else 1)


def test_the_command_is_installed():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["scripts"] == {"tipdata": "tipdata.cli.main:main"}
    assert pkgutil.resolve_name(project["scripts"]["tipdata"]) is main


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("chart", 0),
        ("errata", 0),
        ("errata --json", 0),
        ("--help", 0),
        ("--version", 0),
        ("search the", 0),
        ("search xyzzy", 1),
    ],
)
def test_a_pipe_that_is_closed_is_no_error(line, status, environment, unread):
    found = in_shell(f"tipdata {line} >&0", environment, stdin=unread)
    assert found == (status, "", "")


def test_the_first_line_is_all_that_head_takes(environment):
    said = "Year of ratification, 16 countries and 8 instruments, to 2018-03-31\n"
    assert in_shell("tipdata chart | head -1", environment) == (0, said, "")


@needs_full
@pytest.mark.parametrize(
    "line", ["expand ILO", "errata --json", "--help", "plot --help", "--version"]
)
def test_a_full_disk_is_one_line(line, environment):
    found = in_shell(f"tipdata {line} >/dev/full", environment)
    assert found == (1, "", "tipdata: No space left on device\n")


@pytest.mark.parametrize(
    ("line", "status", "err"),
    [
        ("expand ILO >&-", 1, "tipdata: stdout is closed\n"),
        ("--help >&-", 1, "tipdata: stdout is closed\n"),
        ("expand ILO >&- 2>&-", 1, ""),
        ("expand XYZZY >&- 2>&- <&-", 1, ""),
        ("expand XYZZY 2>&-", 1, ""),
        ("expand XYZZY --debug 2>&-", 1, ""),
        ("frob 2>&-", 2, ""),
        ("export skos made >&- 2>&- <&-", 0, ""),
    ],
)
def test_what_is_closed_is_missed_only_if_it_is_written_to(
    line, status, err, environment, tmp_path
):
    assert in_shell(f"tipdata {line}", environment, cwd=tmp_path) == (status, "", err)
    assert [path.name for path in tmp_path.glob("*/*")] == ["glossary.ttl"] * (not status)


@pytest.mark.parametrize("err", ["&-", "&0", FULL])
@pytest.mark.parametrize("out", ["&1", "&-", "&0", FULL])
def test_an_error_that_no_one_reads_leaves_its_status(out, err, environment, unread):
    answered = 0 if out in ("&1", "&0") else 1  # an answer that is lost is an error
    for line, status in (("expand ILO", answered), ("expand XYZZY", 1), ("frob", 2)):
        found, _, said = in_shell(f"tipdata {line} >{out} 2>{err}", environment, stdin=unread)
        assert (found, said) == (status, "")


@pytest.mark.parametrize(
    ("line", "interrupted"),
    [("chart", "commands.chart"), ("frob", "main._status"), ("frob", "main._message")],
)
def test_an_interrupt_is_one_line(line, interrupted, environment, unread):
    code = (
        "import os, signal, sys\n"
        "from tipdata.cli import commands, main\n"
        f"{interrupted} = lambda _: os.kill(os.getpid(), {int(signal.SIGINT)})\n"
        f"sys.exit(main.main(['{line}']))"
    )
    for err, said in ((subprocess.PIPE, b"tipdata: interrupted\n"), (unread, None)):
        done = subprocess.run(
            [sys.executable, "-c", code], stderr=err, env=environment, check=False
        )
        assert (done.returncode, done.stderr) == (130, said)


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 100, 200])
@pytest.mark.parametrize(
    "line", ["chart", "errata", "ratifications", "organizations UN", "status BR C182 --on 2001"]
)
def test_what_is_shown_fits_the_terminal(line, columns):
    status, shown = on_terminal(columns, *line.split())
    assert status == 0
    assert max(map(len, shown.splitlines())) <= columns
    assert "…" not in shown or columns < 40


@pytest.mark.parametrize("line", ["chart", "errata", "organizations UN"])
def test_what_is_piped_is_not_cut_however_narrow_the_terminal(line):
    wide = piped(*line.split(), COLUMNS="500")
    assert piped(*line.split(), COLUMNS="20") == wide
    assert "…" not in wide[1]


@pytest.mark.parametrize("color", [{}, {"NO_COLOR": "1"}])
def test_there_is_no_colour_in_the_tables_and_none_at_all_where_it_is_not_wanted(color):
    lines = ["chart", "status DK P029", "expand XYZZY"] + (["--help"] if color else [])
    for line in lines:
        assert "\x1b" not in on_terminal(80, *line.split(), **color)[1]
        assert "\x1b" not in "".join(piped(*line.split(), **color)[1:])


def test_the_letters_are_those_of_utf_8_whatever_the_locale():
    locale = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    status, out, _ = piped("chart", "--csv", **locale)
    assert (status, out) == (0, tipdata.chart().cells.to_csv())
    status, shown = on_terminal(200, "chart", **locale)
    assert status == 0
    assert "Traceback" not in shown


def test_an_abbreviation_is_expanded_without_what_only_others_need():
    code = (
        "import sys\n"
        "from tipdata.cli.main import main\n"
        "main(['expand', 'ILO'])\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules}))\n"
        "print(sorted(name for name in sys.modules if name.startswith('tipdata.')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=ENVIRONMENT, check=True
    )
    _, tops, own = done.stdout.splitlines()
    for heavy in ("pandas", "polars", "pyarrow", "narwhals", "altair", "hashlib", "csv"):
        assert f"'{heavy}'" not in tops
    for room in ("read", "state", "frames", "citations", "export", "charts"):
        assert f"'tipdata.{room}" not in own


def examples():
    """Give each command of a page with what the page says that it prints."""
    for page in [ROOT / "README.md", *sorted(ROOT.glob("docs/*.md"))]:
        for block in re.findall(
            r"^```console\n(.*?)^```$", page.read_text(encoding="utf-8"), re.M | re.S
        ):
            for example in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.M):
                yield pytest.param(*example, id=f"{page.name}: {example[0]}")


@pytest.mark.parametrize(("line", "said"), list(examples()))
def test_an_example_of_the_documentation_is_true(line, said, tmp_path):
    _, out, err = in_shell(f"{{ {line}\n}} 2>&1", cwd=tmp_path)
    assert (out, err) == (said, "")
