"""Runs the command: what it exits with, and how it says what went wrong."""

import os
import sys
from contextlib import suppress
from io import FileIO, TextIOWrapper, UnsupportedOperation
from typing import TextIO

# 130 is what shells give for a process that an interrupt ended: 128 and the signal's number.
DONE, NOTHING, USAGE, INTERRUPTED = 0, 1, 2, 130


def main(arguments: list[str] | None = None) -> int:
    """Run the command, and return the exit status.

    0 is done, 1 nothing found, not verified, or failed, 2 wrong usage, 130 interrupted.
    An error is one line on stderr, below its traceback where `--debug` is among the arguments.
    A reader that closes the pipe ends the command quietly.

    Example:
        >>> main(["expand", "ILO"])
        International Labour Organization
        0
    """
    try:
        status = _run(arguments)
    except KeyboardInterrupt:
        status = _fail("interrupted", INTERRUPTED)
    _let_go(sys.stdout)
    _let_go(sys.stderr)
    return status


def _run(arguments: list[str] | None) -> int:
    """Do what the arguments say, or say in one line why not; return the exit status."""
    status, debug = DONE, False
    try:
        _open_closed()
        _speak_utf8()
        # Imported here, so that who interrupts it sees no traceback either.
        from tipdata.cli.parser import parser

        with suppress(SystemExit):  # how argparse ends after --help
            options = parser().parse_args(arguments)
            debug = options.debug
            status = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        pass  # what is known of the status stands
    except Exception as error:
        if debug:
            _trace(error)
        status = _fail(_message(error), _status(error))
    return status


def _status(error: Exception) -> int:
    from tipdata.cli.parser import UsageError
    from tipdata.errors import ChoiceError, DateError

    return USAGE if isinstance(error, (UsageError, ChoiceError, DateError)) else NOTHING


def _message(error: Exception) -> str:
    # The stand-in for a closed stdout is open for reading only.
    if isinstance(error, UnsupportedOperation):
        return "stdout is closed"
    # Python's own text begins with "[Errno 13]", which tells a person nothing.
    if isinstance(error, OSError) and error.strerror:
        return error.strerror if error.filename is None else f"{error.strerror}: {error.filename}"
    return str(error) or type(error).__name__


def _trace(error: Exception) -> None:
    """Show where an error comes from."""
    from traceback import format_exception

    with suppress(OSError):
        sys.stderr.write(_escaped("".join(format_exception(error))))


def _fail(message: str, status: int) -> int:
    """Say in one line what is wrong, and return the status."""
    with suppress(OSError):
        print("tipdata:", _escaped(" ".join(message.split())), file=sys.stderr)
    return status


def _escaped(text: str) -> str:
    """Escape what a terminal would obey: a message may quote what a stranger wrote."""
    return "".join(
        char if char == "\n" or char.isprintable() else repr(char)[1:-1] for char in text
    )


def _open_closed() -> None:
    """Open stdout and stderr if they are closed; an answer that is lost is an error."""
    # Python sets a stream to None whose file descriptor is closed, and `print` then drops
    # every text in silence.
    if sys.stdout is None:
        sys.stdout = TextIOWrapper(FileIO(os.open(os.devnull, os.O_RDONLY), closefd=False))
    if sys.stderr is None:
        sys.stderr = TextIOWrapper(FileIO(os.open(os.devnull, os.O_WRONLY), "w", closefd=False))


def _speak_utf8() -> None:
    """Write UTF-8 and plain line feeds to files and pipes; a terminal shows what it can."""
    if isinstance(sys.stdout, TextIOWrapper):
        if sys.stdout.isatty():
            sys.stdout.reconfigure(errors="replace")
        else:
            # Whatever the locale says, and on Windows too: the next program reads the same bytes.
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
            # Buffered whatever PYTHONUNBUFFERED says, so that a status is known as often.
            sys.stdout.reconfigure(write_through=False)


def _let_go(stream: TextIO) -> None:
    """Keep Python from writing at its end what can't be written: it would exit with 120."""
    try:
        stream.flush()
    except (OSError, KeyboardInterrupt):
        with open(os.devnull, "wb") as nowhere:
            os.dup2(nowhere.fileno(), stream.fileno())
