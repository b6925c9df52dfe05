"""Times the whole check at three sizes and every job at two, and writes docs/reference/benchmarks.md.

python -m benchmarks [CHILDREN …] times the jobs at other sizes and only prints.
"""

import json
import subprocess
import sys
from pathlib import Path

from benchmarks import page, whole
from benchmarks.jobs import JOBS

WHOLE_SIZES, WHOLE_YEARS = (1_500, 15_000, 80_000), 2
SIZES, YEARS = (1_200, 15_000), 8
FAULTS = 0.05
KEPT = Path(".benchmarks")


def authority_of(children: int, *, years: int = YEARS) -> Path:
    """The made-up authority of a size, made once and kept."""
    folder = KEPT / (str(children) if years == YEARS else f"{children}-{years}")
    if not folder.exists():
        # In a process of its own: a process begins with its parent's peak, so this one stays small.
        size = ("--children", str(children), "--years", str(years), "--faults", str(FAULTS))
        subprocess.run([sys.executable, "-m", "sufficiency", "make-up", folder, *size], check=True)
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


def checks() -> dict[int, tuple[whole.Took, whole.Took]]:
    """The whole check and its baseline at every size."""
    found = {}
    for children in WHOLE_SIZES:
        folder = authority_of(children, years=WHOLE_YEARS)
        check, base = whole.checking(folder), whole.baseline(folder)
        print(f"checking {children:7,} {check.seconds:9.2f} s {check.megabytes:9.0f} MB", flush=True)
        found[children] = check, base
    return found


def jobs(children: int) -> dict[str, dict[str, float]]:
    """Every job at one size, printed as a table."""
    folder = authority_of(children)
    results = {job: measured(job, folder) for job in JOBS}
    base = results["baseline"]["seconds"]
    print(f"\n{children:,} children, {YEARS} years, faults in {FAULTS:.0%} of rows")
    print(f"{'job':12} {'seconds':>9} {'x baseline':>11} {'peak MB':>9}")
    for job, found in results.items():
        print(f"{job:12} {found['seconds']:9.2f} {found['seconds'] / base:11.1f} {found['megabytes']:9.0f}")
    return results


def main(sizes: list[int]) -> None:
    """The jobs at the sizes asked for; without any, everything, and the page."""
    if sizes:
        for children in sizes:
            jobs(children)
    else:
        page.write(checks(), {children: jobs(children) for children in SIZES})


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]])
