"""What placements are expected to cost month by month, with ranges: for cash flow, where a year is too coarse."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sufficiency.reports.charts import Point
from sufficiency.reports.fans import HIGH, LOW, MIDDLE, Spread, fan
from sufficiency.reports.figures import Figure, drawn, table
from sufficiency.reports.scales import POUNDS
from sufficiency.reports.wording import as_date, money, span

TITLE = "Cost of placements month by month"
# Nights are counted, so that February is cheaper than March; without a word a reader would take that for a saving.
NOTE = (
    "The darkest band holds 50 in 100 of the simulated futures, the next 80, the lightest 95; the dashed line is the "
    "middle. Short months cost less, hence the dip each February; prices rise every April."
)
BESIDE = "doing nothing"
_LOWEST, _HIGHEST = "0.025", "0.975"
Record = Mapping[str, Any]


def by_month(forecast: Record) -> Figure | None:
    """A fan of the cost of every month; None where a forecast was kept without its months."""
    months = forecast.get("cost_by_month")
    if not months:
        return None
    rows = [
        (_month(row), money(_of(row, MIDDLE)), _within(row), _within(row, _LOWEST, _HIGHEST))
        for row in months
    ]
    headings = ["Most likely", "8 in 10 within", "95 in 100 within"]
    return drawn(
        TITLE,
        lambda size: fan(
            (), _spreads(months), size=size, alt_text=f"Fan chart. {_sentence(months)}", unit=POUNDS
        ),
        table=table("Expected cost by month", words="Month", numbers=headings, rows=rows),
        note=NOTE,
    )


def by_month_beside(figures: Record) -> Figure | None:
    """The same for a scenario, with the middle of doing nothing as a line, and the difference in its table."""
    told = figures["scenario"]
    months, nothing = figures.get("cost_by_month"), told["baseline"].get("cost_by_month")
    if not months or not nothing:
        return None
    other = [Point(spread.on, spread.quantiles[MIDDLE]) for spread in _spreads(nothing)]
    return drawn(
        TITLE,
        lambda size: fan(
            (),
            _spreads(months),
            size=size,
            alt_text=f"Fan chart of the scenario, with doing nothing as a line. {_sentence(months)}",
            beside=other,
            beside_label=BESIDE,
            unit=POUNDS,
        ),
        table=table(
            "Cost of placements by month", words="Month", numbers=_headings(told), rows=_rows(figures)
        ),
        note=f"{NOTE} The dotted line is the middle of doing nothing.",
    )


def signed_money(pounds: float) -> str:
    """A difference in pounds with its sign."""
    return f"+{money(pounds)}" if round(pounds) > 0 else money(pounds) if round(pounds) else "£0"


def _headings(told: Record) -> list[str]:
    always = ["Doing nothing, 8 in 10 within", "Scenario, 8 in 10 within"]
    return [*always, "Difference", "8 in 10 within"] if _changes(told) else always


def _rows(figures: Record) -> Iterable[tuple[str, ...]]:
    told = figures["scenario"]
    both = list(zip(figures["cost_by_month"], told["baseline"]["cost_by_month"], strict=True))
    # Comparisons that were kept before differences were counted by month have none.
    changes: Sequence[Record | None] = _changes(told) or [None] * len(both)
    for (ours, other), less in zip(both, changes, strict=True):
        difference = (
            (signed_money(less["mean"]), _signed_within(less["quantiles"])) if less is not None else ()
        )
        yield (_month(ours), _within(other), _within(ours), *difference)


def _changes(told: Record) -> list[Record]:
    return list(told["difference"].get("cost_by_month", ()))


def _sentence(months: Sequence[Record]) -> str:
    first, last = months[0], months[-1]
    return (
        f"{_within(first)} in {_month(first)}, most likely {money(_of(first, MIDDLE))}; {_within(last)} in "
        f"{_month(last)}, most likely {money(_of(last, MIDDLE))}."
    )


def _spreads(months: Iterable[Record]) -> list[Spread]:
    return [Spread(as_date(row["date"]), row["quantiles"]) for row in months]


def _month(row: Record) -> str:
    return f"{as_date(row['date']):%B %Y}"


def _of(row: Record, share: str) -> float:
    return float(row["quantiles"][share])


def _within(row: Record, low: str = LOW, high: str = HIGH) -> str:
    return span(money(_of(row, low)), money(_of(row, high)))


def _signed_within(quantiles: Mapping[str, float]) -> str:
    return f"{signed_money(quantiles[LOW])} to {signed_money(quantiles[HIGH])}"
