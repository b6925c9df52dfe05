"""What it is expected to cost: a range a financial year, and every price it rests on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sufficiency.analytics.reference.kinds import Kind
from sufficiency.reports import charts
from sufficiency.reports.charts import Reach
from sufficiency.reports.contents import PriceLine
from sufficiency.reports.fans import HIGH, LOW, MIDDLE
from sufficiency.reports.figures import Figure, drawn, table
from sufficiency.reports.palette import colour_of
from sufficiency.reports.wording import day, money, number, percentage, plural, span

CERTAINTY = {"A": "Read in a source", "B": "Worked out from a source", "C": "Assumption"}
_CHEAPEST_FIRST = {kind.value: place for place, kind in enumerate(Kind)}


@dataclass(frozen=True)
class Price:
    """One price as the report lists it."""

    kind: str
    colour: str
    weekly: str
    from_day: str
    inflation: str
    certainty: str
    is_assumed: bool
    source: str


@dataclass(frozen=True)
class Costs:
    """The sentence, the figure and the prices of the section."""

    headline: str
    by_year: Figure
    prices: tuple[Price, ...]
    assumed: int

    @property
    def assumed_words(self) -> str:
        """How many of the prices nobody has measured."""
        if not self.assumed:
            return "Every price was read in a source or worked out from one."
        return (
            f"{number(self.assumed)} of {plural(len(self.prices), 'price')} are assumptions. "
            "The cost above is only as good as they are: replace them with the authority’s own."
        )


def costs(forecast: Mapping[str, Any] | None, prices: Sequence[PriceLine]) -> Costs | None:
    """The section, or None where no cost was worked out."""
    if not forecast or not forecast.get("cost"):
        return None
    years = forecast["cost"]
    # A kind this list does not know comes last instead of failing the report.
    listed = tuple(
        _price(line) for line in sorted(prices, key=lambda line: _CHEAPEST_FIRST.get(line.kind, 99))
    )
    return Costs(
        headline=_sentence(years),
        by_year=_by_year(years),
        prices=listed,
        assumed=sum(price.is_assumed for price in listed),
    )


def _sentence(years: Sequence[Mapping[str, Any]]) -> str:
    first, last = years[0], years[-1]
    return (
        f"Placements are expected to cost {_within(first)} in {first['year']}, most likely "
        f"{_middle(first)}, and {_within(last)} in {last['year']}, most likely {_middle(last)}, "
        "each at that year’s prices."
    )


def _middle(year: Mapping[str, Any]) -> str:
    return money(year["quantiles"][MIDDLE])


def _within(year: Mapping[str, Any]) -> str:
    return span(money(year["quantiles"][LOW]), money(year["quantiles"][HIGH]))


def _by_year(years: Sequence[Mapping[str, Any]]) -> Figure:
    reaches = [
        Reach(
            label=str(year["year"]),
            low=year["quantiles"][LOW],
            middle=year["quantiles"][MIDDLE],
            high=year["quantiles"][HIGH],
            text=_middle(year),
        )
        for year in years
    ]
    rows = [(str(year["year"]), _middle(year), _within(year)) for year in years]
    return drawn(
        "Cost of placements by financial year",
        lambda size: charts.reaches(reaches, size=size, alt_text=f"Bar chart. {_sentence(years)}"),
        table=table(
            "Expected cost by financial year",
            words="Year",
            numbers=["Most likely", "8 in 10 within"],
            rows=rows,
        ),
        note="The mark is the most likely figure; the paler end holds 8 in 10 of the simulated futures.",
    )


def _price(line: PriceLine) -> Price:
    return Price(
        kind=Kind(line.kind).label if line.kind in set(Kind) else line.kind,
        colour=colour_of(line.kind),
        weekly=f"£{number(line.weekly_price)}",
        from_day=day(line.from_date),
        inflation=percentage(100 * line.inflation_per_year),
        certainty=CERTAINTY.get(line.certainty, line.certainty),
        is_assumed=line.certainty == "C",
        source=line.source,
    )
