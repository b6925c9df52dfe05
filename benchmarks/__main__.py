"""Runs every job at two sizes and prints seconds, the ratio to the baseline and peak memory.

python -m benchmarks [CHILDREN …]
"""

import json
import subprocess
import sys
from pathlib import Path

from benchmarks.jobs import JOBS
from sufficiency.analytics.made_up.authority import make_up_authority
from sufficiency.analytics.made_up.writing import write_authority
from sufficiency.analytics.reference.years import LAST_ENDING, CollectionYear

SIZES = (1200, 15000)
YEARS = 8
FAULTS = 0.05
KEPT = Path(".benchmarks")


def authority_of(children: int) -> Path:
    """The made-up authority of a size, made once and kept."""
    folder = KEPT / str(children)
    if not folder.exists():
        made = make_up_authority(
            children=children, years=YEARS, last_year=CollectionYear(LAST_ENDING), faults=FAULTS
        )
        write_authority(folder, made)
    return folder


def measured(job: str, folder: Path) -> dict[str, float]:
    """What a job took in a process of its own."""
    ran = subprocess.run(
        [sys.executable, "-m", "benchmarks.jobs", job, str(folder)],
        check=True,
        capture_output=True,
        text=True,
    )
    found: dict[str, float] = json.loads(ran.stdout)
    return found


def main(sizes: list[int]) -> None:
    """Print a table for each size."""
    for children in sizes:
        folder = authority_of(children)
        results = {job: measured(job, folder) for job in JOBS}
        base = results["baseline"]["seconds"]
        print(f"\n{children:,} children, {YEARS} years, faults in {FAULTS:.0%} of rows")
        print(f"{'job':12} {'seconds':>9} {'x baseline':>11} {'peak MB':>9}")
        for job, found in results.items():
            ratio = found["seconds"] / base
            print(f"{job:12} {found['seconds']:9.2f} {ratio:11.1f} {found['megabytes']:9.0f}")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(SIZES))
