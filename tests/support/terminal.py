"""The command in a process of its own: through pipes, and on a terminal of a given width."""

import os
import subprocess
import sys

from environment import ENVIRONMENT

COMMAND = [sys.executable, "-W", "error", "-m", "tipdata"]


def piped(*arguments, **environment):
    """Give the exit status, and what is written to stdout and stderr."""
    done = subprocess.run(
        [*COMMAND, *arguments],
        capture_output=True,
        env={**ENVIRONMENT, **environment},
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def on_terminal(columns, *arguments, **environment):
    """Give the exit status, and what is shown on a terminal."""
    import pty
    import termios

    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, columns))
    with subprocess.Popen(
        [*COMMAND, *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**ENVIRONMENT, **environment},
    ) as process:
        os.close(theirs)
        shown = b"".join(iter(lambda: _read(ours), b""))
    os.close(ours)
    return process.returncode, shown.decode().replace("\r\n", "\n")


def _read(terminal):
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the other side is closed
        return b""
