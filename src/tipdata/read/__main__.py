"""The compiler as a command: `python -m tipdata.read [--check]`."""

import argparse
import sys
from pathlib import Path

from importlib_resources import as_file

from tipdata.errors import TipdataError
from tipdata.load.packaged import data_folder, editions
from tipdata.read.compile import differing, folders, write
from tipdata.read.edition import read_edition
from tipdata.read.handmade_checks import handmade_problems


def main(arguments: list[str] | None = None) -> int:
    """Make the packaged data files, or check them, and return the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m tipdata.read",
        description="Make the data files of every packaged edition from its source.md.",
    )
    parser.add_argument(
        "--check", action="store_true", help="change nothing; fail if a file would change"
    )
    check = parser.parse_args(arguments).check
    with as_file(data_folder()) as data:
        try:
            changed = [
                f"{folder.name}/{name}"
                for folder in folders(Path(data))
                for name in (differing if check else write)(folder)
            ]
            problems = [
                problem
                for year in editions()
                for problem in handmade_problems(
                    read_edition(Path(data) / str(year) / "source.md")
                )
            ]
        except TipdataError as error:
            print(f"tipdata.read: {error}", file=sys.stderr)
            return 1
    for name in changed:
        print(f"{name} differs from what the source gives" if check else f"{name} written")
    for problem in problems:
        print(problem)
    if not changed and not problems:
        print("the data files are what the source gives, and the hand-made layers fit them")
    return 1 if problems or (check and changed) else 0


if __name__ == "__main__":
    sys.exit(main())
