"""Targets, investment, change of mix and unit costs of a version as numbers that can be changed one by one.

They are kept in the words of the file that they came from, so that the analytics reads them as it reads a file."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sufficiency.analytics.reference.kinds import Kind
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.web.strategy.models import Version

TARGETS, MIX, COSTS, INVESTMENT = (
    "savings_targets",
    "placement_mix_change",
    "unit_costs_per_week",
    "demography_investment",
)
FIRST_TARGETS = "placements_budget"  # the set that claims answer to
PRINTED, OURS, AVERAGE = "overall_printed", "weekly_price", "average"
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Figure:
    """One number: under which heading it stands, what it is called, where it is kept, and its value."""

    group: str
    label: str
    path: Path
    value: Decimal | None
    may_be_negative: bool = False

    @property
    def name(self) -> str:
        """Its name in the change log."""
        return f"{self.group}, {self.label}"


def kept(version: Version) -> dict[str, Any]:
    """What a version keeps of money."""
    told: dict[str, Any] = json.loads(version.money) if isinstance(version.money, str) else version.money
    return told


def figures(money: Mapping[str, Any], part: str = "") -> list[Figure]:
    """Every number, or those of one part, in the order in which the page shows them."""
    parts = [PARTS[part]] if part else PARTS.values()
    return [one for of in parts for read in of.reads for one in read(money)]


def changed(money: Mapping[str, Any], values: Mapping[Path, Decimal | None]) -> dict[str, Any]:
    """The same with other numbers in their places; what was there stays as it was."""
    new = deepcopy(dict(money))
    for path, value in values.items():
        *way, last = path
        here: Any = new
        for step in way:
            here = here[step]
        here[last] = None if value is None else _plain(value)
    return new


def with_year(money: Mapping[str, Any], year: CollectionYear) -> dict[str, Any]:
    """The same with another year, in which everything is nought."""
    new, printed = _whole(money), f"{year.ending - 1}/{year.ending % 100:02d}"
    if printed in new["meta"]["period"]["years"]:
        return new
    new["meta"]["period"]["years"].append(printed)
    new[TARGETS][_first(new[TARGETS])][printed] = 0
    if new.get(INVESTMENT):
        new[INVESTMENT][printed] = 0
    mix = new[MIX]
    mix["years"].append(printed)
    for row in mix["rows"].values():
        row["values"].append(0)
    if mix.get("net_printed"):
        mix["net_printed"]["values"].append(0)
    return new


def with_kind(money: Mapping[str, Any], kind: Kind, weekly_price: Decimal) -> dict[str, Any]:
    """The same with another kind of placement: its unit cost, and a row of the change of mix with nothing in it."""
    new = _whole(money)
    new[MIX]["rows"].setdefault(kind.value, {"values": [0] * len(new[MIX]["years"]), "printed": kind.label})
    new["context"][COSTS].append({"type": kind.value, "printed": kind.label, OURS: _plain(weekly_price)})
    return new


def _whole(money: Mapping[str, Any]) -> dict[str, Any]:
    """A copy in which every part is there, so that a strategy that began without money can be given some."""
    new = deepcopy(dict(money))
    new.setdefault("meta", {}).setdefault("period", {}).setdefault("years", [])
    targets = new.setdefault(TARGETS, {})
    targets.setdefault(_first(targets), {})
    mix = new.setdefault(MIX, {})
    mix.setdefault("years", list(new["meta"]["period"]["years"]))
    mix.setdefault("rows", {})
    new.setdefault("context", {}).setdefault(COSTS, [])
    return new


def _first(targets: Mapping[str, Any]) -> str:
    return next(iter(targets), FIRST_TARGETS)


def _targets(money: Mapping[str, Any]) -> Iterator[Figure]:
    targets = money.get(TARGETS, {})
    first = _first(targets)
    for year, value in targets.get(first, {}).items():
        yield Figure("Targets", year, (TARGETS, first, year), _number(value))


def _investment(money: Mapping[str, Any]) -> Iterator[Figure]:
    for year, value in money.get(INVESTMENT, {}).items():
        label = "Printed total" if year == "total_printed" else year
        yield Figure("Investment", label, (INVESTMENT, year), _number(value))


def _mix(money: Mapping[str, Any]) -> Iterator[Figure]:
    mix = money.get(MIX, {})
    for key, row in mix.get("rows", {}).items():
        group = f"Change of mix: {row.get('printed') or key}"
        for place, year in enumerate(mix["years"]):
            path = (MIX, "rows", key, "values", place)
            yield Figure(group, year, path, _number(row["values"][place]), may_be_negative=True)
        if PRINTED in row:
            printed = (MIX, "rows", key, PRINTED)
            yield Figure(group, "Printed total", printed, _number(row[PRINTED]), may_be_negative=True)


def _costs(money: Mapping[str, Any]) -> Iterator[Figure]:
    for place, one in enumerate(money.get("context", {}).get(COSTS, [])):
        group = f"Unit cost a week: {one.get('printed') or one.get('type')}"
        for key in _sums(one):
            label = "Average of others" if key == AVERAGE else "Ours"
            yield Figure(group, label, ("context", COSTS, place, key), _number(one[key]))


def _sums(entry: Mapping[str, Any]) -> Sequence[str]:
    """Ours, which is the first sum of an entry or its weekly price, and the average where there is one."""
    sums = [key for key, value in entry.items() if isinstance(value, int | float)]
    ours = OURS if OURS in sums else sums[0]
    return [ours, *([AVERAGE] if AVERAGE in sums and ours != AVERAGE else [])]


def _number(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value).replace("£", "").replace(",", ""))


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


@dataclass(frozen=True)
class Part:
    """What is changed on one page: some forty numbers on a single one were too many to find one's own in."""

    title: str
    reads: tuple[Callable[[Mapping[str, Any]], Iterator[Figure]], ...]


PARTS: Mapping[str, Part] = {
    "targets": Part("Targets and investment", (_targets, _investment)),
    "mix": Part("Change of mix", (_mix,)),
    "costs": Part("Unit costs", (_costs,)),
}
