"""The scorecard as flat records, for CSV and workbooks. What is hidden says "c", and the file says so."""

from collections.abc import Mapping, Sequence
from typing import Any

from sufficiency.analytics.disclosure import mark_of
from sufficiency.analytics.measures.registry import MEASURES
from sufficiency.analytics.measures.results import MeasureResult, Part
from sufficiency.reports.results import HIDDEN
from sufficiency.web.performance import words
from sufficiency.web.performance.choosing import Chosen
from sufficiency.web.ui.wording import moment

Record = Mapping[str, Any]
SAFE = "Counts of 1 to 5, and figures from which they could be worked out, are hidden and marked “c”."
INSIDE = "For use inside the service only: every figure is shown, also those that could point at a child."


def records(chosen: Chosen) -> list[Record]:
    """A record for each measure and year up to the chosen one."""
    return [_record(result) for years in chosen.results.by_id.values() for result in years]


def sheets(chosen: Chosen) -> Mapping[str, Sequence[Record]]:
    """The measures, their parts, and what the figures are."""
    return {"measures": records(chosen), "parts": _parts(chosen), "about": _about(chosen)}


def _record(result: MeasureResult) -> Record:
    return {
        "id": result.id,
        "label": result.label,
        "period": result.period,
        "numerator": _shown(result.numerator, result),
        "denominator": _shown(result.denominator, result),
        "value": _shown(result.value, result),
        "unit": str(result.unit),
        "mark": str(mark_of(result) or ""),
        "better": result.better,
        "source": result.source,
        "not_computed_because": result.not_computed_because or "",
    }


def _shown(value: float | None, result: MeasureResult) -> float | str | None:
    return HIDDEN if value is None and result.suppressed else value


def _parts(chosen: Chosen) -> list[Record]:
    return [
        {
            "id": result.id,
            "period": result.period,
            "dimension": part.dimension,
            "part": part.value,
            "numerator": HIDDEN if part.numerator is None else part.numerator,
            "denominator": _denominator(part, result),
        }
        for years in chosen.results.by_id.values()
        for result in years
        for part in result.by
    ]


def _denominator(part: Part, result: MeasureResult) -> int | str | None:
    is_hidden = part.denominator is None and words.has_denominator(MEASURES[result.id])
    return HIDDEN if is_hidden else part.denominator


def _about(chosen: Chosen) -> list[Record]:
    run = chosen.run
    facts = {
        "authority": str(run.authority),
        "small numbers": SAFE if chosen.hides_small_numbers else INSIDE,
        "computed": moment(run.made_at),
        "computed by": run.made_by,
        "fingerprint of the data": run.fingerprint,
        "version": run.version,
    }
    return [{"what": what, "value": value} for what, value in facts.items()]
