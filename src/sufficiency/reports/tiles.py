"""The few figures a reader takes away, at the top of the report."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sufficiency.analytics.returns.checking import CheckResult, Outcome
from sufficiency.reports.fans import HIGH, LOW, MIDDLE
from sufficiency.reports.outlook import ALL, in_a_range
from sufficiency.reports.position import NUMBER
from sufficiency.reports.results import Results, in_words, year_of
from sufficiency.reports.wording import as_date, change, day, money, number, span


@dataclass(frozen=True)
class Tile:
    """One figure, what it is, and one line beside it."""

    label: str
    figure: str
    note: str


def tiles(
    results: Results, forecast: Mapping[str, Any] | None, check: CheckResult | None
) -> tuple[Tile, ...]:
    """The tiles there are figures for."""
    # In the order of the sections that explain them.
    made = (_children(results), _expected(forecast), _cost(forecast), _rules(check))
    return tuple(tile for tile in made if tile)


def _children(results: Results) -> Tile | None:
    latest = results.latest(NUMBER)
    points = results.points(NUMBER)
    if latest is None or not points:
        return None
    since = f"; {change(points[-1].value - points[-2].value)} on the year" if len(points) > 1 else ""
    return Tile("Children looked after", in_words(latest), f"On {day(year_of(latest).end)}{since}")


def _expected(forecast: Mapping[str, Any] | None) -> Tile | None:
    if not forecast:
        return None
    rows: Sequence[Mapping[str, Any]] = [row for row in forecast["series"] if row["kind"] == ALL]
    end = max(rows, key=lambda row: as_date(row["date"]))
    note = f"On {day(as_date(end['date']))}; 8 in 10 within {in_a_range(end['quantiles'])}"
    return Tile("Children expected", number(end["quantiles"][MIDDLE]), note)


def _cost(forecast: Mapping[str, Any] | None) -> Tile | None:
    if not forecast or not forecast.get("cost"):
        return None
    year = forecast["cost"][0]
    within = span(money(year["quantiles"][LOW]), money(year["quantiles"][HIGH]))
    return Tile(
        "Expected cost", money(year["quantiles"][MIDDLE]), f"In {year['year']}; 8 in 10 within {within}"
    )


def _rules(check: CheckResult | None) -> Tile | None:
    if check is None:
        return None
    counted = check.counted()
    ran = counted[Outcome.PASSED] + counted[Outcome.FAILED]
    if not ran:
        return None
    note = (
        f"Of {number(ran)} that ran on {check.year}; {number(counted[Outcome.COULD_NOT_RUN])} could not run"
    )
    return Tile("Data rules passed", number(counted[Outcome.PASSED]), note)
