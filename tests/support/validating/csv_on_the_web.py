"""Validates CSV on the Web with csvw, and prints what it finds and reads."""

import json
import sys

from csvw import CSVW

found = CSVW(sys.argv[1], validate=True)
rows = {table.local_name.removesuffix(".csv"): list(table.iterdicts()) for table in found.tables}
value = {
    "valid": found.is_valid,
    "warnings": [str(warning.message) for warning in found.warnings],
    "rows": rows,
}
json.dump(value, sys.stdout, default=lambda day: day.isoformat()[:10])  # a datetime, to csvw
