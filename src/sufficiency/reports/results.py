"""Reading measure results: by id and year, in words, with "c" where a figure is hidden."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from sufficiency.analytics.measures.results import MeasureResult, Part
from sufficiency.analytics.reference.units import Unit
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.reports.charts import Point
from sufficiency.reports.wording import number

T = TypeVar("T")
HIDDEN = "c"
NOT_AVAILABLE = "not available"


@dataclass(frozen=True)
class Results:
    """The results of several years, by measure id, each in order of year."""

    by_id: Mapping[str, tuple[MeasureResult, ...]]

    @classmethod
    def of(cls, results: Iterable[MeasureResult]) -> "Results":
        """Sort results into measures."""
        ordered = sorted(results, key=lambda result: (result.id, result.period))
        groups = groupby(ordered, key=lambda result: result.id)
        return cls({name: tuple(group) for name, group in groups})

    def years(self, name: str) -> tuple[MeasureResult, ...]:
        """Every year's result of a measure, the oldest first."""
        return self.by_id.get(name, ())

    def latest(self, name: str) -> MeasureResult | None:
        """The newest result of a measure, None where it is not among the results."""
        return self.years(name)[-1] if self.years(name) else None

    def points(self, name: str) -> list[Point]:
        """A measure's figures over the years, without those hidden or not computed."""
        return [
            Point(year_of(result).end, result.value)
            for result in self.years(name)
            if result.value is not None and not result.suppressed
        ]

    def ahead(self, name: str, series: list[T]) -> list[T]:
        """What is expected of a measure, without its first day where the count on that day is hidden."""
        # A forecast starts from the count, which its first day would give away.
        newest = self.latest(name)
        return series[1:] if newest is not None and newest.suppressed else series

    def part_points(self, name: str, dimension: str, value: str) -> list[Point] | None:
        """One part's counts over the years that were divided so; None where any of them is hidden."""
        points = []
        for result in self.years(name):
            divided = {part.value: part.numerator for part in parts(result, dimension)}
            count = divided.get(value, 0)
            # One hidden year hides the line: its neighbours would bracket it.
            if count is None:
                return None
            if divided:
                points.append(Point(year_of(result).end, count))
        return points


def year_of(result: MeasureResult) -> CollectionYear:
    """The collection year a result is about."""
    return CollectionYear.parse(result.period)


def parts(result: MeasureResult, dimension: str) -> list[Part]:
    """A result's parts along one dimension, in their order."""
    return [part for part in result.by if part.dimension == dimension]


def in_words(result: MeasureResult) -> str:
    """A result's figure with its unit: "12.3%", "1,134", "47 days"; "c" where hidden."""
    return " ".join(figure_and_unit(result)).strip()


def figure_and_unit(result: MeasureResult) -> tuple[str, str]:
    """A result's figure and the words beside it; children are what counts are of and need none."""
    if result.suppressed:
        return HIDDEN, ""
    if result.value is None:
        return NOT_AVAILABLE, ""
    figure = number(result.value, places=result.unit.decimals)
    if result.unit is Unit.POUNDS_A_WEEK:
        return f"£{figure}", "a week"
    sign, words = (
        ("%", result.unit.removeprefix("%").strip())
        if result.unit.startswith("%")
        else ("", result.unit.value)
    )
    return figure + sign, "" if result.unit is Unit.CHILDREN else words


def count_in_words(count: int | None) -> str:
    """A part's count; "c" where hidden."""
    return HIDDEN if count is None else number(count)
