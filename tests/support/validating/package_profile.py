"""Validates a `datapackage.json` against the standard's own profile, and prints what it finds."""

import json
import sys
from importlib.util import find_spec
from pathlib import Path

from jsonschema import Draft7Validator

# `dplib` carries the profiles as they are published.
profiles = Path(find_spec("dplib").origin).parent / "profiles"
descriptor = json.loads(Path(sys.argv[1]).read_bytes())
version, name = descriptor["$schema"].split("/")[-2:]
profile = json.loads((profiles / version / name).read_bytes())
errors = Draft7Validator(profile).iter_errors(descriptor)
json.dump([f"{error.json_path}: {error.message}" for error in errors], sys.stdout)
