"""The same join as `enrich` makes, written by hand in each engine, for one instrument.

Who writes it has prepared a table of breakpoints whose key is the very text in his column:
no case, no accents, no codes, no blanks to think of, and days that are dates.
"""

from datetime import date

import duckdb
import pandas as pd
import polars as pl

import tipdata
from tipdata.state.breakpoints import breakpoints

COUNTRY, ON = "country", "on"
FIRST_DAY, LAST_DAY = date(1700, 1, 1), date(2200, 1, 1)


def table(instrument: str) -> pl.DataFrame:
    """Return the breakpoints of an instrument: for each state its first and its last day."""
    edition = tipdata.edition()
    rows = []
    for each in breakpoints(edition, (tipdata.instrument(instrument),), "printed"):
        row = {
            COUNTRY: each.country.alpha_3,
            "entry_into_force": each.entry_into_force,
            "contested": each.contested,
        }
        for interval in each.intervals:
            name = interval.state.name.lower()
            row[f"{name}_first"] = max(interval.first, FIRST_DAY)
            row[f"{name}_last"] = min(interval.last, LAST_DAY)
        rows.append(row)
    return pl.DataFrame(rows)


def with_polars(frame: pl.DataFrame, breakpoints: pl.DataFrame) -> pl.DataFrame:
    """Join and compare in Polars."""
    on = pl.col(ON)
    not_ratified = on <= pl.col("not_ratified_last")
    ratified = on.is_between(pl.col("ratified_first"), pl.col("ratified_last"))
    in_force = on >= pl.col("in_force_first")
    no_longer = on >= pl.col("no_longer_bound_first")
    count = sum(holds.cast(pl.Int8) for holds in (not_ratified, ratified, in_force, no_longer))
    return (
        frame.lazy()
        .join(breakpoints.lazy(), on=COUNTRY, how="left", maintain_order="left")
        .select(
            *frame.columns,
            state=pl.when(count > 1)
            .then(pl.lit("uncertain"))
            .when(not_ratified)
            .then(pl.lit("not ratified"))
            .when(ratified)
            .then(pl.lit("ratified"))
            .when(in_force)
            .then(pl.lit("in force")),
            certain=count == 1,
            entry_into_force="entry_into_force",
            contested="contested",
        )
        .collect()
    )


def with_duckdb(
    connection: duckdb.DuckDBPyConnection, frame: str, breakpoints: str
) -> duckdb.DuckDBPyRelation:
    """Join and compare in SQL."""
    return connection.sql(f"""
        SELECT * EXCLUDE (n, r, f, g),
            CASE WHEN n::TINYINT + r::TINYINT + f::TINYINT + g::TINYINT > 1 THEN 'uncertain'
                WHEN n THEN 'not ratified' WHEN r THEN 'ratified' WHEN f THEN 'in force' END
                AS state,
            n::TINYINT + r::TINYINT + f::TINYINT + g::TINYINT = 1 AS certain
        FROM (
            SELECT u.*, b.entry_into_force, b.contested,
                u."{ON}" <= b.not_ratified_last AS n,
                u."{ON}" BETWEEN b.ratified_first AND b.ratified_last AS r,
                u."{ON}" >= b.in_force_first AS f,
                u."{ON}" >= b.no_longer_bound_first AS g
            FROM {frame} u LEFT JOIN {breakpoints} b USING ({COUNTRY})
        )
    """)


def with_pandas(frame: pd.DataFrame, breakpoints: pd.DataFrame) -> pd.DataFrame:
    """Join and compare in pandas."""
    merged = frame.merge(breakpoints, on=COUNTRY, how="left")
    on = merged[ON]
    known = merged["in_force_first"].notna() & on.notna()
    not_ratified = on <= merged["not_ratified_last"]
    ratified = (on >= merged["ratified_first"]) & (on <= merged["ratified_last"])
    in_force = on >= merged["in_force_first"]
    no_longer = on >= merged["no_longer_bound_first"]
    count = sum(holds.astype("int8") for holds in (not_ratified, ratified, in_force, no_longer))
    state = pd.Series("uncertain", index=merged.index, dtype="str")
    for name, holds in (
        ("not ratified", not_ratified),
        ("ratified", ratified),
        ("in force", in_force),
    ):
        state = state.mask((count == 1) & holds, name)
    result = merged[list(frame.columns)].copy()
    result["state"] = state.where(known)
    result["certain"] = (count == 1).astype("boolean").where(known)
    result["entry_into_force"] = merged["entry_into_force"]
    result["contested"] = merged["contested"].astype("boolean")
    return result
