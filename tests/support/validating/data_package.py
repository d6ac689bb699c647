"""Validates a Data Package with frictionless, and prints what it finds and reads.

Of a package of Parquet files, whose rows a second file has as JSON, the rows are put in the
place of the files: frictionless gets lists of text from Parquet as arrays of numpy.
"""

import json
import os
import sys
from pathlib import Path

import frictionless

path = Path(sys.argv[1])
os.chdir(path.parent)
descriptor = json.loads(path.read_bytes())
described = frictionless.Package.validate_descriptor(descriptor)
if len(sys.argv) > 2:
    rows = json.loads(Path(sys.argv[2]).read_bytes())
    for resource in descriptor["resources"]:
        for name in ("path", "format", "mediatype", "bytes", "hash"):
            del resource[name]
        names = [field["name"] for field in resource["schema"]["fields"]]
        lists = [[row[name] for name in names] for row in rows[resource["name"]]]
        resource["data"] = [names, *lists]
package = frictionless.Package(descriptor)
report = package.validate()
found = {
    "errors": [note for each in (described, report) for (note,) in each.flatten(["note"])],
    "warnings": report.warnings + [each for task in report.tasks for each in task.warnings],
    "rows": {
        resource.name: [row.to_dict() for row in resource.read_rows()]
        for resource in package.resources
    },
}
json.dump(found, sys.stdout, default=str)
