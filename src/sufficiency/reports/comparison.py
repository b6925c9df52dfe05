"""A scenario beside doing nothing: sentences, fans with the scenario's line, cost, places, money."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sufficiency.analytics.reference.kinds import Kind
from sufficiency.reports import scenario_words
from sufficiency.reports.charts import Point
from sufficiency.reports.drawing import SMALL
from sufficiency.reports.fans import HIGH, LOW, MIDDLE, Spread, fan
from sufficiency.reports.figures import Figure, Table, drawn, table
from sufficiency.reports.monthly_costs import by_month_beside, signed_money
from sufficiency.reports.palette import colour_of
from sufficiency.reports.position import NUMBER, age_label
from sufficiency.reports.results import Results
from sufficiency.reports.scenario_words import ALL, kind_label
from sufficiency.reports.waterfall import Fall, waterfall
from sufficiency.reports.wording import MINUS, as_date, day, money, number, span

NOTE = (
    "The solid line is what was counted. The bands are the scenario: the darkest holds 50 in 100 of its futures, the "
    "next 80, the lightest 95; its middle is dashed. The dotted line is the middle of doing nothing."
)
BESIDE = "doing nothing"
_SHOWN_FROM = 1  # children
_A_CHANGE = 0.05  # children; below it a change rounds to nothing
Record = Mapping[str, Any]
IsShown = Callable[[str], bool]


@dataclass(frozen=True)
class ComparisonShown:
    """The sections of a comparison; `hidden` are the kinds whose counts may not be shown."""

    headline: str
    without: str
    total: Figure
    by_kind: tuple[Figure, ...]
    by_age: tuple[Figure, ...]
    mix: Table
    cost: Table
    why: Figure
    by_month: Figure | None
    split: Table
    capacity: Table | None
    plan: Table | None
    mix_priced: str
    hidden: tuple[str, ...]


def comparison(figures: Record, results: Results) -> ComparisonShown:
    """The sections, from the command line's JSON of a scenario; groups without shown counts are left out."""
    told = figures["scenario"]

    def is_shown(kind: str) -> bool:
        return kind == ALL or results.part_points(NUMBER, "kind", kind) is not None

    return ComparisonShown(
        headline=scenario_words.headline(told),
        without=_without(told["baseline"]),
        total=_total(figures, results),
        by_kind=tuple(_by_kind(figures, results)),
        by_age=tuple(_by_age(figures, results)),
        mix=_mix(told, is_shown),
        cost=_cost(figures),
        why=_why(told),
        by_month=by_month_beside(figures),
        split=_split(told["split"]),
        capacity=_capacity(told["capacity"], is_shown),
        plan=_plan(told["plan"]),
        mix_priced=_mix_priced(told["mix_priced"]),
        hidden=tuple(kind.label for kind in Kind if _moves(told, kind) and not is_shown(kind)),
    )


def _without(nothing: Record) -> str:
    end = _series(nothing["series"], kind=ALL)[-1]
    spent = sum(year["mean"] for year in nothing["cost"])
    q = end.quantiles
    return (
        f"Doing nothing, we expect {span(number(q[LOW]), number(q[HIGH]))} children by {day(end.on)}, most likely "
        f"{number(q[MIDDLE])}, and placements that cost {money(spent)} over the years together."
    )


def _total(figures: Record, results: Results) -> Figure:
    nothing = figures["scenario"]["baseline"]["series"]
    ours, other = (results.ahead(NUMBER, _series(rows, kind=ALL)) for rows in (figures["series"], nothing))
    history = results.points(NUMBER)
    finding = scenario_words.children_in_words(figures["scenario"])
    return drawn(
        "All children looked after",
        lambda size: fan(
            history,
            ours,
            size=size,
            alt_text=f"Fan chart of the scenario, with doing nothing as a line: {finding}.",
            beside=_middles(other),
            beside_label=BESIDE,
        ),
        table=_both("Children expected at 31 March", ours, other),
        note=NOTE,
    )


def _by_kind(figures: Record, results: Results) -> Iterable[Figure]:
    for kind in Kind:
        history = results.part_points(NUMBER, "kind", kind)
        yield from _small(
            kind.label,
            history,
            _series(figures["series"], kind=kind),
            _series(figures["scenario"]["baseline"]["series"], kind=kind),
            colour_of(kind),
        )


def _by_age(figures: Record, results: Results) -> Iterable[Figure]:
    for age in dict.fromkeys(row["age"] for row in figures["by_age"]):
        yield from _small(
            age_label(age),
            results.part_points(NUMBER, "age", age),
            _series(figures["by_age"], age=age),
            _series(figures["scenario"]["baseline"]["by_age"], age=age),
            colour_of(ALL),
        )


def _small(
    label: str, history: list[Point] | None, ours: list[Spread], other: list[Spread], colour: str
) -> Iterable[Figure]:
    if not history or all(s.quantiles[HIGH] < _SHOWN_FROM for s in (*ours, *other)):
        return
    end, without = ours[-1].quantiles, other[-1].quantiles[MIDDLE]
    within = span(number(end[LOW]), number(end[HIGH]))
    finding = f"{within} by {ours[-1].on.year}; doing nothing, most likely {number(without)}"
    yield Figure(
        title=label,
        wide=fan(
            history,
            ours,
            size=SMALL,
            alt_text=f"Fan chart, {label}. {finding}.",
            colour=colour,
            beside=_middles(other),
        ),
        table=_both(f"{label}, children expected at 31 March", ours, other),
        note=finding,
    )


def _both(caption: str, ours: Sequence[Spread], other: Sequence[Spread]) -> Table:
    nothing = {spread.on: spread.quantiles for spread in other}
    rows = [
        (
            str(spread.on.year),
            number(spread.quantiles[MIDDLE]),
            span(number(spread.quantiles[LOW]), number(spread.quantiles[HIGH])),
            number(nothing[spread.on][MIDDLE]),
            span(number(nothing[spread.on][LOW]), number(nothing[spread.on][HIGH])),
        )
        for spread in ours
        if (spread.on.month, spread.on.day) == (3, 31)
    ]
    headings = ["Scenario, most likely", "8 in 10 within", "Doing nothing, most likely", "8 in 10 within "]
    return table(caption, words="31 March", numbers=headings, rows=rows)


def _mix(told: Record, is_shown: IsShown) -> Table:
    rows = [row for row in told["mix_table"] if _changes(row) and is_shown(row["kind"])]
    years = list(told["mix_table"][0]["by_year"])
    return table(
        "Change against doing nothing, children by kind of placement",
        words="Kind of placement",
        numbers=[*years, "Together"],
        rows=[
            (kind_label(row["kind"]), *(_signed(n) for n in row["by_year"].values()), _signed(row["total"]))
            for row in rows
        ],
    )


def _cost(figures: Record) -> Table:
    nothing, change = figures["scenario"]["baseline"]["cost"], figures["scenario"]["difference"]["cost"]
    rows = [
        (
            ours["year"],
            _pounds_within(other),
            _pounds_within(ours),
            f"{signed_money(less['mean'])}",
            f"{signed_money(less['quantiles'][LOW])} to {signed_money(less['quantiles'][HIGH])}",
        )
        for ours, other, less in zip(figures["cost"], nothing, change, strict=True)
    ]
    headings = ["Doing nothing, 8 in 10 within", "Scenario, 8 in 10 within", "Difference", "8 in 10 within"]
    return table("Cost of placements by financial year", words="Year", numbers=headings, rows=rows)


def _why(told: Record) -> Figure:
    whole = sum(year["mean"] for year in told["baseline"]["cost"])
    total, bars, height = told["split"]["total"], [], whole
    for part in scenario_words.PARTS:
        bars.append(Fall(part.capitalize(), height, height + total[part], signed_money(total[part])))
        height += total[part]
    first = Fall("Doing nothing", 0.0, whole, money(whole), is_whole=True)
    last = Fall("Scenario", 0.0, height, money(height), is_whole=True)
    finding = f"From {money(whole)} to {money(height)}: {scenario_words.cost_in_words(told)}."
    return drawn(
        "Why the cost differs",
        lambda size: waterfall([first, *bars, last], size=size, alt_text=f"Waterfall chart. {finding}"),
        table=_split(told["split"]),
        note="All years together. Volume is more or fewer weeks in care, mix how they divide over kinds of placement, "
        "price what a week of each kind costs. The heights begin above nought, so that the steps can be seen.",
    )


def _split(split: Record) -> Table:
    names = (*scenario_words.PARTS, "total")
    rows = [*split["years"], {"year": "All years", **split["total"]}]
    return table(
        "What the scenario adds to the cost, to the pound",
        words="Year",
        numbers=["Volume", "Mix", "Price", "Together"],
        rows=[(row["year"], *(_exact(row[name]) for name in names)) for row in rows],
    )


def _capacity(rows: Sequence[Record], is_shown: IsShown) -> Table | None:
    shown = [row for row in rows if is_shown(row["kind"])]
    if not shown:
        return None
    return table(
        "Places, and weeks in which children do not fit",
        words="Kind of placement and year",
        numbers=[
            "Places at the end",
            "Weeks needed",
            "Weeks in another kind",
            "Weeks unmet",
            "8 in 10 within",
        ],
        rows=[
            (
                f"{kind_label(row['kind'])}, {row['year']}",
                "as needed" if row["places"] is None else number(row["places"]),
                number(row["weeks_needed"]["mean"]),
                number(row["weeks_displaced"]["mean"]),
                number(row["weeks_unmet"]["mean"]),
                span(*(number(row["weeks_unmet"]["quantiles"][q]) for q in (LOW, HIGH))),
            )
            for row in shown
        ],
    )


def _plan(rows: Sequence[Record]) -> Table | None:
    if not rows:
        return None
    return table(
        "The plan’s money beside the forecast",
        words="Year",
        numbers=[
            "Put in",
            "To be saved, more each year",
            "New saving in the forecast",
            "Saving in the forecast that year",
        ],
        rows=[
            (
                row["year"],
                *(
                    _exact(row[name], sign=False)
                    for name in ("investment", "savings_target", "new_saving", "forecast_saving")
                ),
            )
            for row in rows
        ],
    )


def _mix_priced(priced: Record) -> str:
    by_year = ", ".join(
        f"{money(pounds)} in {year}" for year, pounds in priced["by_year"].items() if round(pounds)
    )
    if not by_year:
        return ""
    return (
        f"As placement strategies count, each year’s change in the mix for 52 weeks at the price set’s own prices, counted "
        f"once: {_exact(priced['total'], sign=False)} saved ({by_year})."
    )


def _moves(told: Record, kind: Kind) -> bool:
    return any(_changes(row) for row in told["mix_table"] if row["kind"] == kind)


def _changes(row: Record) -> bool:
    return any(abs(n) >= _A_CHANGE for n in row["by_year"].values())


def _series(rows: Iterable[Record], **of: str) -> list[Spread]:
    chosen = (row for row in rows if all(row[name] == value for name, value in of.items()))
    spreads = (Spread(as_date(row["date"]), row["quantiles"]) for row in chosen)
    # Quarter ends: on a page, months only add the jitter of counting in whole children.
    return sorted((spread for spread in spreads if spread.on.month % 3 == 0), key=lambda spread: spread.on)


def _middles(series: Iterable[Spread]) -> list[Point]:
    return [Point(spread.on, spread.quantiles[MIDDLE]) for spread in series]


def _pounds_within(row: Record) -> str:
    return span(money(row["quantiles"][LOW]), money(row["quantiles"][HIGH]))


def _signed(value: float) -> str:
    if abs(value) < _A_CHANGE:
        return "0"
    places = 0 if abs(value - round(value)) < _A_CHANGE else 1
    return f"{'+' if value > 0 else ''}{number(value, places=places)}"


def _exact(pounds: float, *, sign: bool = True) -> str:
    size = f"£{abs(round(pounds)):,}"
    if not round(pounds):
        return "£0"
    return f"{MINUS}{size}" if pounds < 0 else f"+{size}" if sign else size
