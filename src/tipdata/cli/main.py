"""Runs the command: what it exits with, and how it says what went wrong."""

import os
import sys
from io import TextIOWrapper

from tipdata.cli.parser import parser

DONE, NOTHING, USAGE, INTERRUPTED = 0, 1, 2, 130


def main(arguments: list[str] | None = None) -> int:
    """Run the command; give the exit status.

    0 is done, 1 nothing found, not verified, or failed, 2 wrong usage, 130 interrupted.
    An error is one line on stderr. A reader that closes the pipe ends the command quietly.

    Example:
        >>> main(["expand", "ILO"])
        International Labour Organization
        0
    """
    _speak_utf8()
    try:
        asked = parser().parse_args(arguments)
        status: int = asked.run(asked)
        sys.stdout.flush()
    except SystemExit as stop:  # how argparse ends after --help, and after wrong usage
        status = int(stop.code or DONE)
    except BrokenPipeError:
        status = DONE
    except KeyboardInterrupt:
        status = _fail("interrupted", INTERRUPTED)
    except Exception as error:
        status = _fail(str(error) or type(error).__name__, _status(error))
    _let_go()
    return status


def _status(error: Exception) -> int:
    from tipdata.errors import ChoiceError, DateError

    return USAGE if isinstance(error, (ChoiceError, DateError)) else NOTHING


def _fail(message: str, status: int) -> int:
    print("tipdata:", " ".join(message.split()), file=sys.stderr)
    return status


def _speak_utf8() -> None:
    """Write UTF-8 and plain line feeds to files and pipes; a terminal shows what it can."""
    if isinstance(sys.stdout, TextIOWrapper):
        if sys.stdout.isatty():
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")


def _let_go() -> None:
    """Keep Python from trying once more, at its end, to write what can't be written."""
    try:
        sys.stdout.flush()
    except OSError:
        with open(os.devnull, "wb") as nowhere:
            os.dup2(nowhere.fileno(), sys.stdout.fileno())
