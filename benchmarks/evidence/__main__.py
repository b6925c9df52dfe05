"""Judges the forecast on many made-up authorities and writes docs/reference/forecast-evidence.md.

    python -m benchmarks.evidence [--seeds 100] [--sizes 300 1200] [--futures 12]

Results are kept as they come (.benchmarks/evidence.jsonl): run it again and it goes on where it was.
"""

import argparse
import json
from pathlib import Path
from typing import Any, Final

from benchmarks.evidence import page
from benchmarks.evidence.judging import extra, judged
from benchmarks.evidence.made import made

KEPT: Final = Path(".benchmarks/evidence.jsonl")
MORE: Final = 1.3
_SCENARIO_SEEDS: Final = 8  # of the largest size, since how many come differs from one to another
_SCENARIO_FUTURES: Final = 20


def main() -> None:
    """Judge what is missing, then write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--seeds", type=int, default=100)
    parser.add_argument("--sizes", type=int, nargs="+", default=[300, 1200])
    parser.add_argument("--futures", type=int, default=12)
    parser.add_argument("--only-page", action="store_true", help="write the page from what is kept")
    asked = parser.parse_args()
    if not asked.only_page:
        for seed in range(1, asked.seeds + 1):
            for size in asked.sizes:
                _judge(size, seed, asked.futures)
        for seed in range(1, _SCENARIO_SEEDS + 1):
            _scenario(max(asked.sizes), seed)
    page.write(_kept())


def _judge(size: int, seed: int, futures: int) -> None:
    if not any((row["size"], row["seed"]) == (size, seed) for row in _kept() if row["sort"] == "score"):
        found = made(children=size, seed=seed, futures=futures)
        _keep([{"sort": "score", "size": size, "seed": seed, **row} for row in judged(found)])


def _scenario(size: int, seed: int) -> None:
    if not any((row["size"], row["seed"]) == (size, seed) for row in _kept() if row["sort"] == "extra"):
        rows = extra(made(children=size, seed=seed, futures=_SCENARIO_FUTURES, more=MORE), times=MORE)
        _keep([{"sort": "extra", "size": size, "seed": seed, **row} for row in rows])


def _keep(rows: list[dict[str, Any]]) -> None:
    KEPT.parent.mkdir(exist_ok=True)
    with KEPT.open("a", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)


def _kept() -> list[dict[str, Any]]:
    lines = KEPT.read_text(encoding="utf-8").splitlines() if KEPT.exists() else []
    return [json.loads(line) for line in lines]


if __name__ == "__main__":
    main()
