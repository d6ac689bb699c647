"""The whole edition in the formats of other systems, each made from the declared tables.

Example:
    >>> from tipdata import export
    >>> ", ".join(export.FORMATS)
    'data-package, data-package-parquet, csvw, json, skos, sqlite'
"""

from tipdata.export.csvw import csvw
from tipdata.export.data_package import data_package, data_package_parquet
from tipdata.export.json_files import json_files
from tipdata.export.skos import skos
from tipdata.export.sqlite import sqlite
from tipdata.export.writing import FORMATS, export

__all__ = [
    "FORMATS",
    "csvw",
    "data_package",
    "data_package_parquet",
    "export",
    "json_files",
    "skos",
    "sqlite",
]
