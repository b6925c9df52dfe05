"""What of the results may leave the service: small counts hidden, over exactly what the report shows."""

from collections.abc import Iterable
from dataclasses import replace

from sufficiency.analytics.disclosure import suppressed
from sufficiency.analytics.measures.links import sums_between
from sufficiency.analytics.measures.results import MeasureResult
from sufficiency.reports.position import DIMENSIONS, NUMBER
from sufficiency.reports.scorecard import measures_shown


def published(results: Iterable[MeasureResult], *, show_all: bool) -> tuple[MeasureResult, ...]:
    """The results the report shows, without the numbers that could point at a child unless all are asked for."""
    # Fewer figures hide fewer: what is not in the report gives nothing away and needs no hiding from.
    shown = [_as_shown(result) for result in results if result.id in measures_shown()]
    return tuple(shown if show_all else suppressed(shown, also=sums_between(shown)))


def _as_shown(result: MeasureResult) -> MeasureResult:
    parts = tuple(part for part in result.by if result.id == NUMBER and part.dimension in DIMENSIONS)
    return replace(result, by=parts)
