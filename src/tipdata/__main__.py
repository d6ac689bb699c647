"""The command as a module: `python -m tipdata`."""

import sys

from tipdata.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
