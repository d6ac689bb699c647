"""How `enrich` compares with the same join written by hand, and with `status` row by row.

    python benchmarks/enrich.py [rows ...]

Each measurement runs in a process of its own, which first does the same for few rows, so
that imports and caches are paid for. Times are ratios within one run of this script; the
seconds beside them are those of the machine at hand.

    python benchmarks/enrich.py planning [engine ...]

That measures how long one row takes beside a register of the size of the world: the first
time, which weighs the evidence for each participant and instrument, and after that.
"""

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

sys.path.append(str(Path(__file__).parent.parent / "tests" / "support"))

ENGINES = ("polars", "duckdb", "pandas")
INSTRUMENT = "P029"
SIZES = (100_000, 1_000_000, 10_000_000)
FEW = 1_000
ROUNDS = 3
BY_STATUS = 20_000
PLANNING_ROUNDS = 12  # Java compiles what it has run a few times
PLANNED = ("pandas", "polars", "polars plan", "pyarrow", "duckdb", "spark")


def rows_of(size: int) -> Any:
    """Make rows: codes of the chart's countries, of others, or none; days over 90 years."""
    import numpy as np
    import polars as pl

    import tipdata

    codes = [country.alpha_3 for country in tipdata.countries()]
    random = np.random.default_rng(29)
    some = pl.Series("country", [*codes * 5, "TCD", "VUT", "USA", None])
    return pl.DataFrame(
        {
            "case": np.arange(size),
            "country": some.gather(random.integers(0, len(some), size)),
            "on": random.integers(-16_000, 18_000, size).astype("datetime64[D]"),
        }
    )


def job(engine: str, way: str, size: int) -> Callable[[], object]:
    """Return what is to be measured: `enrich`, or the join by hand, of so many rows."""
    import by_hand
    import duckdb

    import tipdata

    frame, breakpoints = rows_of(size), by_hand.table(INSTRUMENT)
    arguments = {"country": "country", "on": "on", "instrument": INSTRUMENT}
    if engine == "polars":
        if way == "enrich":
            return lambda: tipdata.enrich(frame, **arguments)
        return lambda: by_hand.with_polars(frame, breakpoints)
    if engine == "pandas":
        rows, table = frame.to_pandas(), breakpoints.to_pandas()
        if way == "enrich":
            return lambda: tipdata.enrich(rows, **arguments)
        return lambda: by_hand.with_pandas(rows, table)
    connection = duckdb.connect()
    connection.execute("CREATE TABLE cases AS FROM frame")
    connection.execute("CREATE TABLE breakpoints AS FROM breakpoints")

    def in_duckdb() -> None:
        if way == "enrich":
            result = tipdata.enrich(connection.table("cases"), **arguments)
        else:
            result = by_hand.with_duckdb(connection, "cases", "breakpoints")
        result.create("result")
        connection.execute("DROP TABLE result")

    return in_duckdb


def memory(what: str) -> int:
    """Return the memory of this process in bytes: `VmRSS`, or `VmHWM` for its peak."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    size = re.search(rf"{what}:\s+(\d+) kB", status)
    assert size
    return int(size[1]) * 1024


def measure(engine: str, way: str, size: int) -> dict[str, float]:
    """Measure one job: the best of a few rounds, and how much memory it took at its peak."""
    job(engine, way, FEW)()
    ask = job(engine, way, size)
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the peak starts anew
    before = memory("VmRSS")
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        ask()
        times.append(time.perf_counter() - start)
    return {"seconds": min(times), "bytes": memory("VmHWM") - before}


def by_status() -> float:
    """Measure `status` row by row, and return the seconds for one row."""
    import tipdata

    random = Random(29)
    countries = list(tipdata.countries())
    day = tipdata.edition().conventions.closes.earliest
    rows = [
        (random.choice(countries).alpha_3, day + timedelta(random.randint(-9_000, 9_000)))
        for _ in range(BY_STATUS)
    ]
    start = time.perf_counter()
    for country, on in rows:
        tipdata.status(country, INSTRUMENT, on=on)
    return (time.perf_counter() - start) / len(rows)


def planning(engine: str, instrument: str) -> dict[str, float]:
    """Measure `enrich` on one row beside the world: the first time, and the best after that.

    Args:
        engine: The engine.
        instrument: An instrument, "all" of them, or "column" for one that names it.
    """
    import pyarrow

    import engines
    import tipdata
    import world

    row = {"country": ["DK"], "on": [timedelta(100) + world.AS_OF.earliest], "column": ["P029"]}
    frame = engines.frame(engine, pyarrow.table(row))
    edition = world.edition()
    every = [each.id for each in tipdata.instruments()]
    arguments = {
        "country": "country",
        "on": "on",
        "instrument": every if instrument == "all" else instrument,
        "basis": "register",
    }
    tipdata.enrich(frame, **arguments)
    times = []
    for _ in range(PLANNING_ROUNDS):
        start = time.perf_counter()
        tipdata.enrich(frame, **arguments, edition=edition)
        times.append(time.perf_counter() - start)
    return {"first": times[0], "then": min(times[1:])}


def measured(*arguments: str) -> dict[str, float]:
    """Measure in a process of its own."""
    command = [sys.executable, __file__, *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    numbers: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return numbers


def main_planning(engines: tuple[str, ...]) -> None:
    """Print how long planning takes."""
    print("engine       instruments  first    then")
    for engine in engines:
        for instrument in (INSTRUMENT, "column", "all"):
            seconds = measured("planning", engine, instrument)
            print(
                f"{engine:<12} {instrument:<11}  {seconds['first']:.3f}s  {seconds['then']:.3f}s",
                flush=True,
            )


def main(sizes: tuple[int, ...]) -> None:
    """Print a table of ratios."""
    row = measured("status")["seconds"]
    print(f"status() row by row: {row * 1e6:.1f} microseconds a row")
    print("engine  rows        enrich   by hand  time   memory  against status()")
    for engine in ENGINES:
        for size in sizes:
            ours = measured(engine, "enrich", str(size))
            hand = measured(engine, "by hand", str(size))
            print(
                f"{engine:<7} {size:>10,}  {ours['seconds']:6.3f}s  {hand['seconds']:6.3f}s"
                f"  {ours['seconds'] / hand['seconds']:4.2f}x"
                f"  {ours['bytes'] / max(hand['bytes'], 1):5.2f}x"
                f"  {row * size / ours['seconds']:,.0f}x faster",
                flush=True,
            )


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["status"]:
            print(json.dumps({"seconds": by_status()}))
        case ["planning", engine, ("all" | "column" | "P029") as instrument]:
            print(json.dumps(planning(engine, instrument)))
        case ["planning", *engines]:
            main_planning(tuple(engines) or PLANNED)
        case [engine, ("enrich" | "by hand") as way, size]:
            print(json.dumps(measure(engine, way, int(size))))
        case sizes:
            main(tuple(map(int, sizes)) or SIZES)
