"""How long the forecast takes and how much memory, for a county and for England, and writes the page of it.

    python -m benchmarks.forecast_speed [--only CASE …]

Children come from the process that judges the forecast (benchmarks/evidence), eight returns of them. Each case runs in
a process of its own: fit, then play so many futures five years ahead, on two threads. A first run on few children
compiles; it is not timed. England’s children are one authority here, which is what takes the most memory.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command line does, before NumPy is loaded

import numpy as np

from benchmarks.evidence.made import Made, made
from benchmarks.page import loop, machine
from sufficiency.analytics.forecast.opening import opening_from
from sufficiency.analytics.forecast.simulating import simulate

PAGE: Final = Path("docs/reference/forecast-speed.md")
YEARS: Final = 5
WORKERS: Final = 2


@dataclass(frozen=True)
class Case:
    """So many children and futures, and what they may take."""

    children: int
    replications: int
    seconds: float
    megabytes: int | None


@dataclass(frozen=True)
class Took:
    """What a case took: clock seconds of fitting and playing, processor seconds of both, peak memory."""

    fitting: float
    playing: float
    busy: float
    megabytes: float
    in_care: float

    @property
    def seconds(self) -> float:
        """Fitting and playing together."""
        return self.fitting + self.playing


CASES: Final = {
    "county": Case(1_200, 1_000, 3.0, 500),
    "england": Case(82_000, 100, 15.0, None),
    "england-1000": Case(82_000, 1_000, 120.0, 4_000),
}


def main() -> None:
    """Every case in a process of its own; the page, where none was left out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=CASES, help="cases to run, without writing the page")
    parser.add_argument("--here", choices=CASES, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.here:
        print(json.dumps(asdict(took(CASES[asked.here]))))
        return
    found = {name: _apart(name) for name in asked.only or CASES}
    if not asked.only:
        PAGE.write_text(page(found), encoding="utf-8")


def took(case: Case) -> Took:
    """Fit and play a case in this process."""
    _forecast(made(children=60, seed=1, futures=1), 2)
    authority = made(children=case.children, seed=1, futures=1)
    busy = time.process_time()
    fitting, playing, in_care = _forecast(authority, case.replications)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Took(fitting, playing, time.process_time() - busy, peak, in_care)


def _forecast(authority: Made, replications: int) -> tuple[float, float, float]:
    """Seconds of fitting and of playing, and children in care at the end, a mean over the futures."""
    known = authority.known
    began = time.perf_counter()
    opening = opening_from(known.spells, returned=known.returned, start=known.origin, years=YEARS)
    fitted = time.perf_counter()
    counted = simulate(opening, replications=replications, seed=1, workers=WORKERS)
    ended = time.perf_counter()
    return fitted - began, ended - fitted, float(np.mean(counted.stock[:, -1].sum(axis=(1, 2))))


def _apart(name: str) -> Took:
    ran = subprocess.run(
        [sys.executable, "-m", "benchmarks.forecast_speed", "--here", name],
        check=True,
        capture_output=True,
        text=True,
    )
    found = Took(**json.loads(ran.stdout))
    print(
        f"{name:14} {found.seconds:8.2f} s  {found.busy:8.2f} s busy  {found.megabytes:6.0f} MB", flush=True
    )
    return found


def page(found: dict[str, Took]) -> str:
    """The page in Markdown."""
    lines = [
        "# How fast the forecast is",
        "",
        "<!-- Written by python -m benchmarks.forecast_speed. Do not edit. -->",
        "",
        (
            f"Fit and play {YEARS} years ahead on {WORKERS} threads, each case in a process of its own. Memory is the peak "
            "of the whole process, with Python, its packages and the made-up children. Busy time is that of all processors "
            "together: where it is less than the clock's, others were at work. "
            f"Measured on {machine()}; ten million steps of an empty Python loop took {loop():.1f} s just after."
        ),
        "",
        "| Children | Futures | Fitting, s | Playing, s | Together, s | Busy, s | Peak MB | Aim: seconds | Aim: MB |",
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name, one in found.items():
        case = CASES[name]
        cells = [
            f"{case.children:,}", f"{case.replications:,}", f"{one.fitting:.1f}", f"{one.playing:.1f}",
            f"{one.seconds:.1f}", f"{one.busy:.1f}", f"{one.megabytes:,.0f}", f"{case.seconds:g}",
            f"{case.megabytes:,}" if case.megabytes else "",
        ]  # fmt: skip
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
