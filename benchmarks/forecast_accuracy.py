"""How good the forecast is on made-up authorities whose later years are known.

    python -m benchmarks.forecast_accuracy ../shared/data/histories [--replications 1000]

Each authority is forecast from 31 March 2024 and from earlier years, with what was known then, and judged after
one, two and three years on the total and on four groups of kinds. The score is the pinball loss at five
quantiles, lower is better, beside that of

- a simple band: normal around the last value, of variance n times the years, for the total with 2% a year
  besides, added in quadrature (the stricter reading) or to the deviation (the looser);
- the true process, where its own quantiles are known (from 2024): nobody can do better but by luck.

Coverage is the share of outcomes within the 80% and 95% ranges. Three authorities are few: their outcomes move
together, so that coverage from one year is a smoke test.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import NormalDist
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sufficiency.analytics.forecast.projecting import project
from sufficiency.analytics.forecast.projection import Projection
from sufficiency.analytics.histories.history import History
from sufficiency.analytics.histories.joining import history
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.analytics.returns.reading import read_returns

SHARES = (0.025, 0.1, 0.5, 0.9, 0.975)
HORIZONS = (1, 2, 3)
LATEST = 2024
EARLIER = (2020, 2021, 2022, 2023)
# The outcome's columns, and the groups of kinds that it gives quantiles for.
STATES = {
    "KIN": Kind.KINSHIP_FOSTERING,
    "FI": Kind.IN_HOUSE_FOSTERING,
    "FA": Kind.AGENCY_FOSTERING,
    "RES": Kind.EXTERNAL_RESIDENTIAL,
    "SUP": Kind.SUPPORTED_ACCOMMODATION,
    "PAR": Kind.WITH_PARENTS,
    "ADO": Kind.ADOPTION,
}
GROUPS = {
    "total": tuple(STATES),
    "fostering": ("KIN", "FI", "FA"),
    "residential": ("RES",),
    "supported": ("SUP",),
    "other": ("PAR", "ADO"),
}
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Point:
    """One group of one authority, so many years after one origin."""

    authority: str
    origin: int
    ahead: int
    group: str
    outcome: float
    ours: Floats
    mean: float
    last: float
    true: Floats | None

    @property
    def loss(self) -> float:
        """Our pinball loss, in children."""
        return pinball(self.ours, self.outcome)

    @property
    def true_loss(self) -> float:
        """The true process's own, where it is known."""
        return float("nan") if self.true is None else pinball(self.true, self.outcome)

    def simple_loss(self, *, strict: bool) -> float:
        """The simple band's."""
        return pinball(
            simple_band(self.last, self.ahead, is_total=self.group == "total", strict=strict), self.outcome
        )

    def covered(self, low: int, high: int) -> bool:
        """Whether the outcome lies between two of our quantiles."""
        return bool(self.ours[low] <= self.outcome <= self.ours[high])


def pinball(quantiles: Floats, outcome: float) -> float:
    """The mean pinball loss of quantiles at `SHARES`."""
    over = outcome - quantiles
    shares = np.array(SHARES)
    return float(np.maximum(shares * over, (shares - 1) * over).mean())


def simple_band(last: float, ahead: int, *, is_total: bool, strict: bool) -> Floats:
    """The quantiles that anyone could draw around the last value."""
    sd = np.sqrt(max(last, 1.0) * ahead)
    drift = 0.02 * last * ahead if is_total else 0.0
    sd = np.hypot(sd, drift) if strict else sd + drift
    return np.array([last + sd * NormalDist().inv_cdf(share) for share in SHARES])


def points(folder: Path, *, origins: Sequence[int], replications: int) -> Iterator[Point]:
    """Forecast the authority in a folder from each origin, and see what became of it."""
    known = history(read_returns(folder / "returns"))
    outcome = json.loads((folder / "outcome.json").read_text(encoding="utf-8"))
    for origin in origins:
        found = _forecast(known, origin, replications)
        for ahead in HORIZONS:
            stock = outcome["stock"].get(str(origin + ahead))
            if stock is not None:
                yield from _points(folder.name, origin, ahead, found, outcome, stock)


def _forecast(known: History, origin: int, replications: int) -> Projection:
    return project(known, start=date(origin, 3, 31), years=max(HORIZONS), replications=replications)


def _points(
    authority: str, origin: int, ahead: int, found: Projection, outcome: dict[str, Any], stock: list[int]
) -> Iterator[Point]:
    place = found.month_ends.index(date(origin + ahead, 3, 31))
    for group, states in GROUPS.items():
        counts = sum(found.in_care(STATES[state]) for state in states)
        yield Point(
            authority=authority,
            origin=origin,
            ahead=ahead,
            group=group,
            outcome=float(sum(stock[outcome["states"].index(state)] for state in states)),
            ours=np.quantile(counts[:, place], SHARES),
            mean=float(counts[:, place].mean()),
            last=float(counts[0, 0]),
            true=_true(outcome, group, ahead) if origin == LATEST else None,
        )


def _true(outcome: dict[str, Any], group: str, ahead: int) -> Floats:
    futures = outcome["futures"]
    if group == "total":
        return np.array([row[ahead - 1] for row in futures["total_q"]])
    place = [name.lower() for name in futures["cats"]].index(group)
    return np.array([row[ahead - 1][place] for row in futures["cat_q"]])


def ratio(found: Sequence[Point], against: str) -> float:
    """Our loss over another's, both summed over the points."""
    others = {
        "strict": lambda point: point.simple_loss(strict=True),
        "loose": lambda point: point.simple_loss(strict=False),
        "true": lambda point: point.true_loss,
    }[against]
    return sum(point.loss for point in found) / sum(others(point) for point in found)


def table(found: Sequence[Point]) -> str:
    """A line a group and horizon, and the sums."""
    known = all(point.true is not None for point in found)
    lines = [f"{'group':12}{'years':>6}{'ours':>8}{'band':>8}{'true':>8}{'bias':>8}{'80%':>6}{'95%':>6}"]
    for group in GROUPS:
        for ahead in HORIZONS:
            some = [point for point in found if (point.group, point.ahead) == (group, ahead)]
            if some:
                lines.append(_line(group, ahead, some, known=known))
    lines.append(
        f"against the band {ratio(found, 'strict'):.2f} (looser reading {ratio(found, 'loose'):.2f})"
    )
    lines[-1] += f", against the true process {ratio(found, 'true'):.2f}" if known else ""
    covered = [np.mean([point.covered(*ends) for point in found]) for ends in ((1, 3), (0, 4))]
    lines.append(f"80% ranges cover {covered[0]:.0%}, 95% ranges {covered[1]:.0%} of {len(found)} points")
    return "\n".join(lines)


def _line(group: str, ahead: int, some: Sequence[Point], *, known: bool) -> str:
    mean = [
        np.mean([point.loss for point in some]),
        np.mean([point.simple_loss(strict=True) for point in some]),
        np.mean([point.true_loss for point in some]) if known else float("nan"),
        np.mean([point.mean - point.outcome for point in some]),
    ]
    covered = [np.mean([point.covered(*ends) for point in some]) for ends in ((1, 3), (0, 4))]
    numbers = "".join(f"{value:8.2f}" for value in mean)
    return f"{group:12}{ahead:6}{numbers}{covered[0]:6.0%}{covered[1]:6.0%}"


def scenario(folder: Path, *, replications: int) -> list[float]:
    """The extra children in care after each horizon with 30% more entrants from the first day."""
    known = history(read_returns(folder / "returns"))
    start = date(LATEST, 3, 31)
    usual, more = (
        project(
            known,
            start=start,
            years=max(HORIZONS),
            replications=replications,
            scenario=lambda flows, times=times: flows.with_entrants(times=times),
        ).in_care()
        for times in (1.0, 1.3)
    )
    return [float((more - usual)[:, 12 * ahead].mean()) for ahead in HORIZONS]


def main(arguments: Sequence[str] | None = None) -> None:
    """Judge the forecast on every authority in a folder and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path, help="holds a folder for each made-up authority")
    parser.add_argument("--replications", type=int, default=1000)
    asked = parser.parse_args(arguments)
    folders = sorted(path.parent for path in asked.folder.glob("*/outcome.json"))
    if not folders:
        sys.exit(f"{asked.folder} holds no authority with an outcome.json.")
    latest, earlier = (
        [p for folder in folders for p in points(folder, origins=origins, replications=asked.replications)]
        for origins in ((LATEST,), EARLIER)
    )
    print(f"From 31 March {LATEST}\n{table(latest)}\n")
    for folder in folders:
        print(f"{folder.name}: {table([p for p in latest if p.authority == folder.name])}\n")
    print(f"From 31 March {EARLIER[0]} to {EARLIER[-1]}\n{table(earlier)}\n")
    extra = np.mean([scenario(folder, replications=asked.replications) for folder in folders], axis=0)
    print("30% more entrants: extra children after 1, 2, 3 years", np.round(extra, 1).tolist())


if __name__ == "__main__":
    main()
