"""Writes docs/reference/forecast-evidence.md from what was judged."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from benchmarks.evidence.judging import TARGETS, TRUE
from benchmarks.evidence.made import HORIZONS
from sufficiency.analytics.forecast.backtest.rolling import MEMORYLESS, METHODS, OURS

PAGE: Final = Path(__file__).parents[2] / "docs" / "reference" / "forecast-evidence.md"
ASKED: Final = (
    "Kinship fostering",
    "In-house fostering",
    "Agency fostering",
    "Children’s homes",
    "Supported accommodation",
)
WANTED: Final = {80: (0.72, 0.88), 95: (0.90, 0.99)}
Rows = Sequence[dict[str, Any]]


def write(rows: Rows) -> None:
    """Write the page."""
    PAGE.write_text("\n".join(_page(rows)) + "\n", encoding="utf-8", newline="\n")


def _page(rows: Rows) -> Iterator[str]:
    scores = [row for row in rows if row["sort"] == "score"]
    yield from (
        "# How good the forecast is",
        "",
        "<!-- Written by python -m benchmarks.evidence. Do not edit. -->",
        "",
    )
    yield (
        "Measured on made-up authorities whose process the forecast does not share: children differ in ways no return "
        "shows, siblings come together, the number of entrants swings back instead of walking, leaving depends on the "
        "age at entry and changes by a trend and a step, placements fail the more often the more failed before, "
        "in-house carers are too few in about half of the authorities, and young people are ready for supported "
        "accommodation at an age of their own ([the process](../../benchmarks/evidence/process.py)). Each authority "
        "is forecast from eight returns; each forecast is set beside the futures that the process goes on to from "
        "that day, so that a lucky year counts for little."
    )
    yield from (
        "",
        (
            "The error is the continuous ranked probability score (CRPS), in children: like a mean absolute error, but of "
            "the whole distribution. **Bold** is the lowest. *True process* is what nobody can do better than: the error "
            "of a forecaster who knows the process and everything about each child. ✓ means clearly below every simpler "
            "method (the difference, paired by authority, has a bootstrap 95% interval below nought); what is named "
            "instead is not clearly beaten, or better."
        ),
    )
    for size in sorted({row["size"] for row in scores}):
        yield from _of_size(size, [row for row in scores if row["size"] == size])
    yield from _scenario([row for row in rows if row["sort"] == "extra"])
    yield from _how()


def _of_size(size: int, scores: Rows) -> Iterator[str]:
    seeds = len({row["seed"] for row in scores})
    yield from ("", f"## {size:,} children, {seeds} authorities", "")
    methods = [*METHODS, TRUE]
    heading = (
        "Children in care",
        "Years ahead",
        *(METHODS.get(m, "True process") for m in methods),
        "Ours clearly lowest",
    )
    yield from _table(heading, (_errors(scores, target, ahead, methods) for target, ahead in _places()))
    yield from (
        "",
        (
            "How often the ranges of our forecast held what came, and how far its mean was off. An 80% range ought to hold "
            "72% to 88%, a 95% range 90% to 99%; what is beside that is named, and whether other authorities of the same "
            "process might put it right (by no more than chance: within a bootstrap 95% interval):"
        ),
        "",
    )
    heading = (
        "Children in care",
        "Years ahead",
        "80% range held",
        "95% range held",
        "Bias, children",
        "Width of the 80% range",
    )
    yield from _table(heading, (_ranges(scores, target, ahead) for target, ahead in _places()))
    yield from ("", _verdict(scores))


def _places() -> list[tuple[str, int]]:
    return [(target, ahead) for target in TARGETS for ahead in HORIZONS]


def _of(scores: Rows, target: str, ahead: int, method: str, what: str) -> np.ndarray:
    wanted = (target, ahead, method)
    found = [(r["seed"], r[what]) for r in scores if (r["target"], r["ahead"], r["method"]) == wanted]
    return np.array([value for _, value in sorted(found)])


def _errors(scores: Rows, target: str, ahead: int, methods: Sequence[str]) -> tuple[str, ...]:
    means = {method: float(_of(scores, target, ahead, method, "crps").mean()) for method in methods}
    lowest = min(METHODS, key=lambda method: means[method])
    cells = [f"**{means[m]:.1f}**" if m == lowest else f"{means[m]:.1f}" for m in methods]
    rest = _not_beaten(scores, target, ahead)
    return target, str(ahead), *cells, "✓" if not rest else ", ".join(rest)


def _not_beaten(scores: Rows, target: str, ahead: int) -> list[str]:
    ours = _of(scores, target, ahead, OURS, "crps")
    others = [method for method in METHODS if method != OURS]
    return [
        METHODS[method].lower()
        for method in others
        if _upper(ours - _of(scores, target, ahead, method, "crps")) >= 0
    ]


def _upper(differences: np.ndarray) -> float:
    """The upper end of the bootstrap 95% interval of a mean."""
    generator = np.random.default_rng(1)
    chosen = generator.integers(0, len(differences), size=(2000, len(differences)))
    return float(np.quantile(differences[chosen].mean(axis=1), 0.975))


def _ranges(scores: Rows, target: str, ahead: int) -> tuple[str, ...]:
    mean = {what: float(_of(scores, target, ahead, OURS, what).mean()) for what in ("bias", "width80")}
    held = [_held(_of(scores, target, ahead, OURS, f"coverage{percent}"), percent) for percent in WANTED]
    return target, str(ahead), *held, f"{mean['bias']:+.1f}", f"{mean['width80']:.0f}"


def _held(shares: np.ndarray, percent: int) -> str:
    """How often a range held, and whether that is out of what is wanted, by more than the luck of the authorities."""
    low, high = WANTED[percent]
    share = float(shares.mean())
    if low <= share <= high:
        return f"{share:.0%}"
    sort, off = ("too narrow", low - share) if share < low else ("too wide", share - high)
    chance = ", by no more than chance" if off < _upper(shares) - share else ""
    return f"{share:.0%} ({sort}{chance})"


def _verdict(scores: Rows) -> str:
    places = [(target, ahead) for target in ASKED for ahead in HORIZONS]
    clear = sum(not _not_beaten(scores, *place) for place in places)
    lowest = sum(
        min(METHODS, key=lambda m: float(_of(scores, *place, m, "crps").mean())) == OURS for place in places
    )
    held = {
        percent: float(
            np.mean([_of(scores, *place, OURS, f"coverage{percent}").mean() for place in _places()])
        )
        for percent in WANTED
    }
    return (
        f"Of the {len(places)} comparisons for the fostering kinds, children’s homes and supported accommodation, our "
        f"error was the lowest in {lowest}, clearly so in {clear}. Over all rows, 80% ranges held {held[80]:.0%} and "
        f"95% ranges {held[95]:.0%} of what came."
    )


def _scenario(rows: Rows) -> Iterator[str]:
    if not rows:
        return
    seeds = len({row["seed"] for row in rows})
    yield from ("", "## 30% more entrants from the first day", "")
    yield from (
        (
            f"Extra children in care, means of {seeds} authorities of {rows[0]['size']:,} children. New entrants leave "
            "sooner than the average child, so a memoryless model overstates what more of them add."
        ),
        "",
    )
    heading = ("Years ahead", "True process", "This forecast", "Error", "Memoryless flows", "Error")
    yield from _table(heading, (_extra([row for row in rows if row["ahead"] == ahead]) for ahead in HORIZONS))


def _extra(rows: Rows) -> tuple[str, ...]:
    true, ours, memoryless = (
        float(np.mean([row[name] for row in rows])) for name in ("true", OURS, MEMORYLESS)
    )
    errors = [f"{found / true - 1:+.0%}" for found in (ours, memoryless)]
    return str(rows[0]["ahead"]), f"{true:.0f}", f"{ours:.0f}", errors[0], f"{memoryless:.0f}", errors[1]


def _how() -> Iterator[str]:
    yield from (
        "",
        "## How it is measured",
        "",
        (
            "The simpler methods are those of `sufficiency backtest`, declared beside the forecast: each draws normal "
            "ranges as wide as its own past errors were; memoryless flows are played out. On your own returns, "
            "`sufficiency backtest RETURNS` makes the same comparison. What the forecast supposes of full own places was "
            "settled on other authorities of the process (101 to 200) than those judged here. What the forecast rests on: "
            "[how the forecast works](../explanation/forecast.md)."
        ),
    )


def _table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    for cells in (heading, ["---", *["---:"] * (len(heading) - 1)], *rows):
        yield f"| {' | '.join(cells)} |"
