"""What pages say about a measure: when it is of, which way is better, who is looked at, what is counted out of what."""

from collections.abc import Iterable

from django.urls import reverse

from sufficiency.analytics.measures.declaring import Better, Measure
from sufficiency.analytics.measures.registry import MEASURES
from sufficiency.analytics.measures.results import MeasureResult
from sufficiency.analytics.reference.units import Unit
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.reports.changes import Change, change_between
from sufficiency.reports.results import year_of
from sufficiency.reports.wording import number
from sufficiency.web.performance.choosing import Chosen

BETTER = {
    Better.HIGHER: "Higher is better",
    Better.LOWER: "Lower is better",
    Better.NEUTRAL: "Neither way is better",
}
ENDS_ON_31_MARCH = "31 March"


def when(measure: Measure, year: CollectionYear) -> str:
    """The time a figure of a year is about: "at 31 March 2024", "in the year to 31 March 2024"."""
    period = str(measure.period)
    return f"{period} {year.ending}" if period.endswith(ENDS_ON_31_MARCH) else f"{period}, {year}"


def better(measure: str) -> str:
    """Which way is better, in words."""
    return BETTER[MEASURES[measure].better]


def out_of(result: MeasureResult) -> str:
    """For a share the counts behind it: "123 of 456"; nothing where they are hidden or it is no share."""
    if result.unit is not Unit.PERCENT or result.numerator is None or result.denominator is None:
        return ""
    return f"{number(result.numerator)} of {number(result.denominator)}"


def who(measure: Measure) -> str:
    """Who or what is looked at, as the declaration says it; nothing where no return holds them."""
    said = (measure.population.__doc__ or "") if measure.population else ""
    # Written for whoever reads the declaration: names of columns become words.
    return said.strip().split("\n\n")[0].replace("`", "").replace("_", " ")


def change_of(result: MeasureResult, chosen: Chosen) -> Change:
    """How a result changed on the year before."""
    return change_between(chosen.of_year_before(result.id), result)


def definition_of(measure: str, chosen: Chosen) -> str:
    """The address where a measure is defined, for the same scorecard and year."""
    return reverse("performance:measure", args=[measure]) + chosen.query


def has_denominator(measure: Measure) -> bool:
    """Whether a measure is something out of something; a count is not."""
    return bool(measure.figure and (measure.figure.denominator is not None or measure.figure.over))


def in_a_sentence(results: Iterable[MeasureResult]) -> str:
    """A line over the years in words, for those who do not see it; only of results that have a value."""
    ordered = sorted(results, key=year_of)
    first, last = (
        f"{number(one.value or 0, places=one.unit.decimals)} in {year_of(one).ending}"
        for one in (ordered[0], ordered[-1])
    )
    return f"{ordered[0].label}: {first}, {last}."
