"""The whole command, from starting Python to the findings on disk: what a person waits for.

Two years of a made-up authority with one fault in some of the rows; postcodes are in the cache after the first run.
The baseline reads the same files as text with Polars and does nothing else, in a process of its own too.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

RUNS = 3
FOUND_FAULTS = 1  # the command's exit code when it is done and has findings
_BASELINE = "import sys, polars as pl\nfor path in sys.argv[1:]: pl.read_csv(path, infer_schema=False)"


@dataclass(frozen=True)
class Took:
    """What a process took: seconds by the clock, seconds of all processors together, megabytes at its peak."""

    seconds: float
    processor_seconds: float
    megabytes: float


def checking(folder: Path) -> Took:
    """Check the last of two returns beside the one before and write the findings as CSV."""
    before, last = sorted(path for path in folder.iterdir() if path.name[:2] == "20")
    with tempfile.TemporaryDirectory() as made:
        output = Path(made) / "findings.csv"
        command = [
            sys.executable,
            "-m",
            "sufficiency",
            "check",
            last,
            "--previous",
            before,
            "--output",
            output,
        ]
        return middle(command)


def baseline(folder: Path) -> Took:
    """Read the same files as text."""
    return middle([sys.executable, "-c", _BASELINE, *sorted(folder.glob("20*/*.csv"))])


def middle(command: Sequence[str | Path]) -> Took:
    """The medians of some runs, after one that fills caches."""
    runs = [_took(command) for _ in range(1 + RUNS)][1:]
    return Took(
        median(run.seconds for run in runs),
        median(run.processor_seconds for run in runs),
        max(run.megabytes for run in runs),
    )


def _took(command: Sequence[str | Path]) -> Took:
    began = time.perf_counter()
    process = subprocess.Popen([str(part) for part in command], stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, FOUND_FAULTS):
        raise subprocess.CalledProcessError(process.returncode, command)
    return Took(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
