"""Where we are: how many children, since when, in what kinds of placement, of what ages."""

from collections.abc import Callable
from dataclasses import dataclass

from sufficiency.analytics.measures.results import MeasureResult, Part
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.reports import charts, palette
from sufficiency.reports.charts import Bar
from sufficiency.reports.figures import Figure, drawn, table
from sufficiency.reports.results import Results, count_in_words, in_words, parts, year_of
from sufficiency.reports.wording import compared, day, number, percentage

NUMBER = "cla_number"
DIMENSIONS = ("kind", "age")  # what the number of children is divided by here
TREND_HEIGHT = 300  # pixels


@dataclass(frozen=True)
class Position:
    """The sentences and figures of the section."""

    headline: str
    since: str
    over_time: Figure | None
    by_kind: Figure | None
    by_age: Figure | None

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures there are, in order."""
        return tuple(figure for figure in (self.over_time, self.by_kind, self.by_age) if figure)


def position(results: Results) -> Position | None:
    """The section, or None where the number of children is not known."""
    latest = results.latest(NUMBER)
    if latest is None or latest.value is None:
        return None
    return Position(
        headline=f"{in_words(latest)} children were looked after on {day(year_of(latest).end)}",
        since=_since(results),
        over_time=_over_time(results),
        by_kind=_divided(latest, "kind", "kind of placement", _kind_label, palette.colour_of),
        by_age=_divided(latest, "age", "age", age_label, lambda _: palette.ACCENT),
    )


def _since(results: Results) -> str:
    points = results.points(NUMBER)
    if len(points) < 2:
        return "No earlier year was read to compare with."
    first, before, last = points[0], points[-2], points[-1]
    sentence = f"That is {compared(last.value - before.value)} a year before"
    # With two years read, the first and the one before are the same.
    if first.on == before.on:
        return f"{sentence}."
    return f"{sentence}, and {compared(last.value - first.value)} on {day(first.on)}."


def _over_time(results: Results) -> Figure | None:
    points = results.points(NUMBER)
    if len(points) < 2:
        return None
    first, last = points[0], points[-1]
    finding = (
        f"From {number(first.value)} children in {first.on.year} to {number(last.value)} in {last.on.year}"
    )
    rows = [(day(point.on), number(point.value)) for point in points]
    return drawn(
        finding,
        lambda size: charts.trend(points, size=size, alt_text=f"Line chart. {finding}."),
        height=TREND_HEIGHT,
        table=table("Children looked after at 31 March", words="Day", numbers=["Children"], rows=rows),
        note="Each year’s figure comes from that year’s own return.",
    )


def _divided(
    result: MeasureResult,
    dimension: str,
    words: str,
    label: Callable[[str], str],
    colour: Callable[[str], str],
) -> Figure | None:
    # Groups without children are left out; a hidden count (None) is not nought and stays.
    shown = [part for part in parts(result, dimension) if part.numerator != 0]
    if not shown:
        return None
    bars = [
        Bar(label(part.value), part.numerator, _with_share(part, result), colour(part.value))
        for part in shown
    ]
    finding = _largest(shown, label, result)
    rows = [
        (bar.label, count_in_words(part.numerator), _share(part, result))
        for bar, part in zip(bars, shown, strict=True)
    ]
    return drawn(
        finding,
        lambda size: charts.bars(bars, size=size, alt_text=f"Bar chart by {words}. {finding}."),
        table=table(
            f"Children by {words}, {day(year_of(result).end)}",
            words=words.capitalize(),
            numbers=["Children", "Share"],
            rows=rows,
        ),
    )


def _largest(shown: list[Part], label: Callable[[str], str], result: MeasureResult) -> str:
    largest = max(shown, key=lambda part: part.numerator or 0)
    count, share = count_in_words(largest.numerator), _share(largest, result)
    name = label(largest.value)
    which = (
        "The largest group shown" if any(part.numerator is None for part in shown) else "The largest group"
    )
    return f"{which}: {name[:1].lower() + name[1:]}, {count} children ({share})"


def _with_share(part: Part, result: MeasureResult) -> str:
    if part.numerator is None:
        return count_in_words(None)
    return f"{number(part.numerator)} ({_share(part, result)})"


def _share(part: Part, result: MeasureResult) -> str:
    # A share of a known total would give the count away.
    if part.numerator is None or not result.value:
        return count_in_words(None)
    return percentage(100 * part.numerator / result.value)


def _kind_label(value: str) -> str:
    return Kind(value).label


def age_label(value: str) -> str:
    """An age group in words: "Aged 5–9", "Under 1"."""
    words = value.replace("-", "–")
    return f"Aged {words}" if words[:1].isdigit() else words.capitalize()
