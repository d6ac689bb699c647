"""The program that is frozen: it asks for data, metadata, and rooms that are imported late."""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import tipdata
from tipdata import export

with TemporaryDirectory() as folder:
    paths = export.export("sqlite", Path(folder) / "export")
answers = {
    "frozen": bool(getattr(sys, "frozen", False)),
    "version": tipdata.__version__,
    "ratifications": len(tipdata.ratifications(year=2017)),
    "status": tipdata.status("DK", "P029", on="2018-06-14", basis="register").state.value,
    "cited": tipdata.cite(tipdata.country("DK")),
    "exported": [path.name for path in paths],
}
sys.stdout.write(json.dumps(answers))
