"""What we expect: the forecast as sentences, fans and tables."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sufficiency.analytics.reference.kinds import Kind
from sufficiency.reports.charts import Point
from sufficiency.reports.drawing import SMALL
from sufficiency.reports.fans import HIGH, LOW, MIDDLE, Spread, fan
from sufficiency.reports.figures import Figure, Table, drawn, table
from sufficiency.reports.palette import colour_of
from sufficiency.reports.position import NUMBER, age_label
from sufficiency.reports.results import Results
from sufficiency.reports.wording import as_date, compared, day, number, plural, span

ALL = "all"
BANDS_NOTE = (
    "The solid line is what was counted. The darkest band holds 50 in 100 of the simulated futures, "
    "the next 80 in 100, the lightest 95 in 100; the dashed line is the middle."
)
MONTHS_A_QUARTER = 3
_SHOWN_FROM = 1  # a kind that is expected to hold less than one child has no chart


@dataclass(frozen=True)
class Outlook:
    """The sentences and figures of the section; `hidden` are the groups whose counts may not be shown."""

    headline: str
    how: str
    total: Figure
    by_kind: tuple[Figure, ...]
    by_age: tuple[Figure, ...]
    hidden: tuple[str, ...]
    flows: Table


@dataclass(frozen=True)
class _Group:
    """Some of the children, with what was counted of them and what is expected."""

    label: str
    colour: str
    history: list[Point] | None
    future: list[Spread]


def outlook(forecast: Mapping[str, Any] | None, results: Results) -> Outlook | None:
    """The section, or None where no forecast was made."""
    if not forecast:
        return None
    total = results.ahead(NUMBER, _series(forecast["series"], kind=ALL))
    history = results.points(NUMBER)
    kinds, ages = _by_kind(forecast, results), _by_age(forecast, results)
    return Outlook(
        headline=_sentence(total, history),
        how=_how(forecast),
        total=_total_fan(total, history),
        by_kind=_fans(kinds),
        by_age=_fans(ages),
        hidden=tuple(group.label for group in (*kinds, *ages) if group.history is None),
        flows=_flows(forecast),
    )


def _by_kind(forecast: Mapping[str, Any], results: Results) -> list[_Group]:
    rows = forecast["series"]
    return _expected(
        _Group(
            kind.label, colour_of(kind), results.part_points(NUMBER, "kind", kind), _series(rows, kind=kind)
        )
        for kind in Kind
    )


def _by_age(forecast: Mapping[str, Any], results: Results) -> list[_Group]:
    rows = forecast.get("by_age", ())
    return _expected(
        _Group(
            age_label(age), colour_of(ALL), results.part_points(NUMBER, "age", age), _series(rows, age=age)
        )
        for age in dict.fromkeys(row["age"] for row in rows)
    )


def _expected(groups: Iterable[_Group]) -> list[_Group]:
    # A group that nobody is expected in would be a chart of an empty line.
    return [group for group in groups if any(s.quantiles[HIGH] >= _SHOWN_FROM for s in group.future)]


def _fans(groups: Iterable[_Group]) -> tuple[Figure, ...]:
    # A fan opens from today's count, so that only a group whose counts may be shown has one.
    return tuple(_small_fan(group, group.history) for group in groups if group.history)


def in_a_range(quantiles: Mapping[str, float]) -> str:
    """An 80% range as "1,180–1,310"."""
    return span(number(quantiles[LOW]), number(quantiles[HIGH]))


def _series(rows: Iterable[Mapping[str, Any]], **of: str) -> list[Spread]:
    chosen = (row for row in rows if all(row[name] == value for name, value in of.items()))
    spreads = (Spread(as_date(row["date"]), row["quantiles"]) for row in chosen)
    # Quarter ends: on a page, months only add the jitter of counting in whole children.
    quarters = (spread for spread in spreads if spread.on.month % MONTHS_A_QUARTER == 0)
    return sorted(quarters, key=lambda spread: spread.on)


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


def _small_fan(group: _Group, history: Sequence[Point]) -> Figure:
    end = group.future[-1]
    finding = f"{number(history[-1].value)} now; {in_a_range(end.quantiles)} by {end.on.year}"
    return Figure(
        title=group.label,
        wide=fan(
            history,
            group.future,
            size=SMALL,
            alt_text=f"Fan chart, {group.label}. {finding}.",
            colour=group.colour,
        ),
        table=_years_table(f"{group.label}, children expected at 31 March", group.future),
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
