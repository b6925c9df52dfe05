"""Writes docs/reference/benchmarks.md from what was measured."""

import os
import platform
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.whole import RUNS, Took

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "benchmarks.md"
GIBIBYTE = 1024**3

# What a check is to take at most, by number of children: seconds on two free processors, megabytes.
AIMS = {1_500: (1, None), 15_000: (2, 600), 80_000: (10, 2_000)}


def write(
    whole: Mapping[int, tuple[Took, Took]], jobs: Mapping[int, Mapping[str, Mapping[str, float]]]
) -> None:
    """Write the page: the whole check by number of children, then each job."""
    PAGE.write_text("\n".join(_page(whole, jobs)) + "\n", encoding="utf-8", newline="\n")


def _page(
    whole: Mapping[int, tuple[Took, Took]], jobs: Mapping[int, Mapping[str, Mapping[str, float]]]
) -> Iterator[str]:
    yield from ("# Benchmarks", "", "<!-- Written by make bench. Do not edit. -->", "")
    yield from (
        (
            f"Measured on {machine()}; ten million steps of an empty Python loop took {loop():.1f} s when the page "
            "was written. Compare ratios, before and after a change "
            "on one machine, rather than seconds between machines. "
            "How it is measured: [benchmarks/README.md](../../benchmarks/README.md)."
        ),
        "",
        "## Checking a return, from starting the command to the findings on disk",
        "",
        (
            f"CSV in, CSV out, two years, a fault in 5% of rows, postcodes in the cache; medians of {RUNS} runs. The "
            "baseline reads the same files as text with Polars and does nothing else. Busy time is that of all processors "
            "together; where it is near the clock's, the processors were shared with others."
        ),
        "",
    )
    heading = ("Children", "Seconds", "Seconds busy", "× baseline", "Peak MB", "Aim: seconds", "Aim: MB")
    yield from _table(heading, (_whole(children, *found) for children, found in whole.items()))
    for children, found in jobs.items():
        yield from ("", f"## The main jobs, {children:,} children", "")
        yield from ("Eight years, each job in a process of its own, the second run in it.", "")
        base = found["baseline"]["seconds"]
        rows = (
            (job, f"{f['seconds']:.2f}", f"{f['seconds'] / base:.1f}", f"{f['megabytes']:.0f}")
            for job, f in found.items()
        )
        yield from _table(("Job", "Seconds", "× baseline", "Peak MB"), rows)


def _whole(children: int, check: Took, baseline: Took) -> tuple[str, ...]:
    seconds, megabytes = AIMS.get(children, (None, None))
    return (
        f"{children:,}",
        f"{check.seconds:.1f}",
        f"{check.processor_seconds:.1f}",
        f"{check.seconds / baseline.seconds:.1f}",
        f"{check.megabytes:.0f}",
        f"{seconds or ''}",
        f"{megabytes or ''}",
    )


def _table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    for cells in (heading, ["---", *["---:"] * (len(heading) - 1)], *rows):
        yield f"| {' | '.join(cells)} |"


def loop() -> float:
    """Seconds that ten million steps of a loop take: how fast the machine was just now."""
    began = time.perf_counter()
    for _ in range(10_000_000):
        pass
    return time.perf_counter() - began


def machine() -> str:
    """The machine in general words: nothing here tells whose it is."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / GIBIBYTE
    processors = os.cpu_count() or 1
    return (
        f"{processors} processors ({platform.machine()}) with {memory:.0f} GB of memory, {platform.system()}, "
        f"Python {platform.python_version()}"
    )
