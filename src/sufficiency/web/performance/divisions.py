"""The number of children, divided by one thing: bars for the chosen year, a table for all of them."""

from dataclasses import dataclass

from sufficiency.analytics.measures.dimensions import DIMENSIONS
from sufficiency.analytics.measures.results import MeasureResult, Part
from sufficiency.reports import charts
from sufficiency.reports.charts import Bar
from sufficiency.reports.figures import Figure, drawn, table
from sufficiency.reports.palette import colour_of
from sufficiency.reports.position import NUMBER
from sufficiency.reports.results import count_in_words, parts, year_of
from sufficiency.reports.wording import day, number, percentage
from sufficiency.web.performance import parts_in_words
from sufficiency.web.performance.choosing import Chosen
from sufficiency.web.ui.drawings import kept


@dataclass(frozen=True)
class Division:
    """The finding in a sentence and the figure; without a figure nothing was divided by this."""

    sentence: str
    figure: Figure | None


def division(chosen: Chosen, *, dimension: str) -> Division:
    """The children of the chosen year, divided."""
    result = chosen.of(NUMBER)
    shown = [part for part in parts(result, dimension) if part.numerator != 0] if result else []
    if result is None or not shown:
        return Division(f"The number of children of {chosen.year} is not divided by this.", None)
    sentence = _sentence(result, shown, dimension)
    years = [one for one in chosen.results.years(NUMBER) if parts(one, dimension)]
    return Division(sentence, _figure(result, shown, years, dimension=dimension))


def _sentence(result: MeasureResult, shown: list[Part], dimension: str) -> str:
    largest = max(shown, key=lambda part: part.numerator or 0)
    children, until = number(result.value or 0), day(year_of(result).end)
    if largest.numerator is None or not result.value:
        return f"Of the children looked after on {until}, no group can be shown."
    name, share = (
        parts_in_words.of(dimension, largest.value),
        percentage(100 * largest.numerator / result.value),
    )
    return (
        f"Of {children} children looked after on {until}, the largest group is {name[:1].lower() + name[1:]}: "
        f"{number(largest.numerator)} children, {share}."
    )


def _figure(
    result: MeasureResult, shown: list[Part], years: list[MeasureResult], *, dimension: str
) -> Figure:
    label = DIMENSIONS[dimension].label
    bars = [_bar(part, result, dimension) for part in shown]
    title = f"Children by {label.lower()}, {day(year_of(result).end)}"
    told = table(
        f"Children looked after at 31 March by {label.lower()}",
        words=label,
        numbers=[str(year_of(one).ending) for one in years],
        rows=[
            (parts_in_words.of(dimension, value), *(_count(one, dimension, value) for one in years))
            for value in dict.fromkeys(part.value for one in years for part in parts(one, dimension))
        ],
    )
    said = f"Bar chart. {_sentence(result, shown, dimension)}"
    return kept(
        lambda: drawn(title, lambda size: charts.bars(bars, size=size, alt_text=said), table=told),
        shows=("bars", bars, title, said, told),
    )


def _bar(part: Part, result: MeasureResult, dimension: str) -> Bar:
    count = count_in_words(part.numerator)
    known = part.numerator is not None and result.value
    share = f" ({percentage(100 * (part.numerator or 0) / (result.value or 1))})" if known else ""
    return Bar(
        parts_in_words.short(dimension, part.value), part.numerator, count + share, colour_of(part.value)
    )


def _count(result: MeasureResult, dimension: str, value: str) -> str:
    # A group that a year's data does not have counts nobody in it.
    found = next((part for part in parts(result, dimension) if part.value == value), None)
    return count_in_words(found.numerator if found else 0)
