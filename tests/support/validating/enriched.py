"""Enriches the same rows in Dask, Ibis and SQLFrame, and prints them with their states."""

import json
import sys
import warnings

import dask.dataframe
import ibis
import pandas
from sqlframe.duckdb import DuckDBSession

sys.path.append(sys.argv[1])  # the package, after all that is installed here
import tipdata

warnings.simplefilter("ignore")
YEARS = [1990, 2016, 2017, 2018, 2019, 2020]
ROWS = [(country, year) for country in ("DK", " fiji ", "XX", None) for year in YEARS]
TABLE = pandas.DataFrame(ROWS, columns=["c", "year"]).reset_index(names="row")
FRAMES = {
    "dask": dask.dataframe.from_pandas(TABLE, npartitions=3),
    "ibis": ibis.memtable(TABLE),
    "sqlframe": DuckDBSession().createDataFrame(
        [(n, *row) for n, row in enumerate(ROWS)], schema="row int, c string, year int"
    ),
}
RUN = {
    "dask": lambda found: found.compute(),
    "ibis": lambda found: found.to_pandas(),
    "sqlframe": lambda found: found.toPandas(),
}


def plain(value):
    return None if pandas.isna(value) else value.item() if hasattr(value, "item") else value


def enriched(name, frame, at):
    found = tipdata.enrich(frame, country="c", on="year", at=at, instrument="P029")
    assert type(found) is type(frame), (type(found), type(frame))
    rows = RUN[name](found).sort_values("row")
    of_periods = ["changes"] if at == "whole" else []
    wanted = rows[["c", "year", "state", "certain", "contested", *of_periods]]
    return [[plain(value) for value in row] for row in wanted.itertuples(index=False)]


ATS = ("whole", "start", "end")
result = {name: {at: enriched(name, frame, at) for at in ATS} for name, frame in FRAMES.items()}
print(json.dumps(result))
