"""The jobs that are timed. Each is run as `python -m benchmarks.jobs NAME FOLDER` in a process of its own.

A job prints how many seconds its second run took and the process's peak memory; the first run fills caches and
compiles. `baseline` is what everything is set against: the same CSV files read as text by Polars and nothing else.
"""

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command line does, before NumPy is loaded

import polars as pl

from sufficiency.analytics.forecast.contract import as_json
from sufficiency.analytics.forecast.projecting import project
from sufficiency.analytics.histories.joining import history
from sufficiency.analytics.made_up.county import COUNTY
from sufficiency.analytics.measures.scorecard import scorecard
from sufficiency.analytics.returns.checking import check
from sufficiency.analytics.returns.reading import read_return, read_returns
from sufficiency.cli.check import answer
from sufficiency.cli.delivering import Format, deliver
from sufficiency.cli.references import postcodes_of, references

FORECAST_YEARS, REPLICATIONS = 5, 1000


def baseline(folder: Path) -> None:
    """Read the CSV files of every year as text."""
    for file in sorted(folder.rglob("*.csv")):
        pl.read_csv(file, infer_schema=False)


def reading(folder: Path) -> None:
    """Read every return."""
    read_returns(folder)


def checking(folder: Path) -> None:
    """Read the last two returns, check the last with all references, and write the findings as CSV."""
    before, last = sorted(path for path in folder.iterdir() if path.name[:2] == "20")[-2:]
    current, previous = read_return(last), read_return(before)
    given = references(
        [current, previous], authority=COUNTY, providers=folder / "providers" / "providers.xlsx"
    )
    found = check(current, previous=previous, references=given)
    deliver(answer(found), asked=Format.CSV, output=folder / "findings" / "findings.csv")


def joining(folder: Path) -> None:
    """Read every return and join them into a history."""
    history(read_returns(folder))


def measuring(folder: Path) -> None:
    """Compute every measure of the last year."""
    returns = read_returns(folder)
    scorecard(history(returns), authority=COUNTY, postcodes=postcodes_of(returns))


def forecasting(folder: Path) -> None:
    """Forecast five years a thousand times, costed."""
    joined = history(read_returns(folder))
    as_json(project(joined, years=FORECAST_YEARS, replications=REPLICATIONS, seed=1), years=FORECAST_YEARS)


JOBS: dict[str, Callable[[Path], None]] = {
    job.__name__: job for job in (baseline, reading, checking, joining, measuring, forecasting)
}


def timed(job: Callable[[Path], None], folder: Path) -> dict[str, float]:
    """Seconds of the second run and peak megabytes of the process."""
    job(folder)
    began = time.perf_counter()
    job(folder)
    seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": seconds, "megabytes": peak}


if __name__ == "__main__":
    print(json.dumps(timed(JOBS[sys.argv[1]], Path(sys.argv[2]))))
