"""What we expect: the forecast as sentences, fans and tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sufficiency.analytics.reference.kinds import Kind
from sufficiency.reports import palette
from sufficiency.reports.charts import Point
from sufficiency.reports.drawing import SMALL
from sufficiency.reports.fans import HIGH, LOW, MIDDLE, Spread, fan
from sufficiency.reports.figures import Figure, Table, drawn, table
from sufficiency.reports.position import NUMBER
from sufficiency.reports.results import Results
from sufficiency.reports.wording import as_date, compared, day, number, plural, span

ALL = "all"
BANDS_NOTE = (
    "The solid line is what was counted. The darkest band holds 50 in 100 of the simulated futures, "
    "the next 80 in 100, the lightest 95 in 100; the dashed line is the middle."
)
_SHOWN_FROM = 1  # a kind that is expected to hold less than one child has no chart


@dataclass(frozen=True)
class Outlook:
    """The sentences and figures of the section."""

    headline: str
    how: str
    total: Figure
    by_kind: tuple[Figure, ...]
    hidden_kinds: tuple[str, ...]
    flows: Table


def outlook(forecast: Mapping[str, Any] | None, results: Results) -> Outlook | None:
    """The section, or None where no forecast was made."""
    if not forecast:
        return None
    total = _series(forecast, ALL)
    # A kind that nobody is expected in would be a chart of an empty line.
    counted = [kind for kind in Kind if any(_expected(spread) for spread in _series(forecast, kind))]
    fans = {kind: _kind_fan(kind, forecast, results) for kind in counted}
    return Outlook(
        headline=_sentence(total, results.points(NUMBER)),
        how=_how(forecast),
        total=_total_fan(total, results.points(NUMBER)),
        by_kind=tuple(figure for figure in fans.values() if figure),
        hidden_kinds=tuple(kind.label for kind, figure in fans.items() if not figure),
        flows=_flows(forecast),
    )


def in_a_range(quantiles: Mapping[str, float]) -> str:
    """An 80% range as "1,180–1,310"."""
    return span(number(quantiles[LOW]), number(quantiles[HIGH]))


def _series(forecast: Mapping[str, Any], kind: str) -> list[Spread]:
    rows = (row for row in forecast["series"] if row["kind"] == kind)
    return sorted(
        (Spread(as_date(row["date"]), row["quantiles"]) for row in rows), key=lambda spread: spread.on
    )


def _expected(spread: Spread) -> bool:
    return spread.quantiles[HIGH] >= _SHOWN_FROM


def _sentence(total: Sequence[Spread], history: Sequence[Point]) -> str:
    end = total[-1]
    middle = end.quantiles[MIDDLE]
    sentence = (
        f"By {day(end.on)} we expect {in_a_range(end.quantiles)} children, most likely {number(middle)}"
    )
    if not history:
        return f"{sentence}."
    return f"{sentence}: {compared(middle - history[-1].value)} on {day(history[-1].on)}."


def _how(forecast: Mapping[str, Any]) -> str:
    return (
        f"Each child’s way through care was simulated {plural(forecast['replications'], 'time')} over "
        f"{plural(forecast['years'], 'year')}, with chances learnt from the authority’s own returns. "
        "8 in 10 of those futures lie within the range; 1 in 10 is lower and 1 in 10 higher. "
        "It assumes that what was done in recent years goes on; it knows of no plan that would change that."
    )


def _total_fan(total: Sequence[Spread], history: Sequence[Point]) -> Figure:
    finding = _sentence(total, history)
    return drawn(
        "All children looked after",
        lambda size: fan(history, total, size=size, alt_text=f"Fan chart. {finding}"),
        table=_years_table("Children expected at 31 March", total),
        note=BANDS_NOTE,
    )


def _kind_fan(kind: Kind, forecast: Mapping[str, Any], results: Results) -> Figure | None:
    history = results.part_points(NUMBER, "kind", kind)
    if history is None:  # a line would show the counts that are hidden
        return None
    future = _series(forecast, kind)
    today = f"{number(history[-1].value)} now; " if history else ""
    finding = f"{today}{in_a_range(future[-1].quantiles)} by {future[-1].on.year}"
    return Figure(
        title=kind.label,
        wide=fan(
            history,
            future,
            size=SMALL,
            alt_text=f"Fan chart, {kind.label}. {finding}.",
            colour=palette.colour_of(kind),
        ),
        table=_years_table(f"{kind.label}, children expected at 31 March", future),
        note=finding,
    )


def _years_table(caption: str, series: Sequence[Spread]) -> Table:
    # The series has every month; people plan and are counted by the year.
    ends = [spread for spread in series if (spread.on.month, spread.on.day) == (3, 31)]
    rows = [
        (
            str(spread.on.year),
            number(spread.quantiles[MIDDLE]),
            in_a_range(spread.quantiles),
            span(number(spread.quantiles["0.025"]), number(spread.quantiles["0.975"])),
        )
        for spread in ends
    ]
    return table(
        caption, words="31 March", numbers=["Most likely", "8 in 10 within", "95 in 100 within"], rows=rows
    )


def _flows(forecast: Mapping[str, Any]) -> Table:
    leavers = {str(row["year"]): row["quantiles"] for row in forecast["leavers"]}
    rows = [
        (
            str(row["year"]),
            number(row["quantiles"][MIDDLE]),
            in_a_range(row["quantiles"]),
            number(leavers[str(row["year"])][MIDDLE]),
            in_a_range(leavers[str(row["year"])]),
        )
        for row in forecast["entrants"]
    ]
    headings = ["Coming in, most likely", "8 in 10 within", "Leaving, most likely", "8 in 10 within "]
    return table("Children expected to come into and leave care", words="Year", numbers=headings, rows=rows)
