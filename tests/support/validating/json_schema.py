"""Validates each JSON file of a folder against its schema, and prints what it finds."""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator

errors = {}
for path in sorted(Path(sys.argv[1]).glob("*.schema.json")):
    schema = json.loads(path.read_bytes())
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    value = json.loads(path.with_name(path.name.replace(".schema", "")).read_bytes())
    errors[path.name] = [
        f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)
    ]
json.dump(errors, sys.stdout)
