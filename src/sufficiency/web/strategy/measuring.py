"""The impact measures of a version with the newest values, from the scorecard that was kept last."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sufficiency.analytics.measures.registry import MEASURES
from sufficiency.reports.wording import number
from sufficiency.web.runs.models import RunKind
from sufficiency.web.runs.queries import latest
from sufficiency.web.strategy.models import ImpactMeasure, Version

SUPPRESSED = "c"  # as everywhere: a small number that is hidden


@dataclass(frozen=True)
class Reading:
    """One measure that answers an impact measure: its newest value in words, and where its path stands."""

    number: int
    wording: str
    measure: str
    label: str
    period: str
    value: str
    aim: str
    verdict: str

    @property
    def is_lacking(self) -> bool:
        """Whether there is no value."""
        return not self.value


def readings(version: Version, *, may_see_all: bool) -> list[Reading]:
    """Every impact measure with its measures; small numbers hidden unless this person may see them."""
    run = latest(version.authority, RunKind.SCORECARD)
    records = run.figures["measures" if may_see_all else "published"] if run else []
    newest: dict[str, Mapping[str, Any]] = {}
    for record in records:
        if record["id"] not in newest or record["period"] >= newest[record["id"]]["period"]:
            newest[record["id"]] = record
    return [
        _reading(one, name, newest.get(name))
        for one in version.impact_measures.all()
        for name in (one.measures or [""])
    ]


def _reading(impact: ImpactMeasure, name: str, record: Mapping[str, Any] | None) -> Reading:
    measure = MEASURES.get(name)
    period = str(record["period"]) if record else ""
    aim = _aim(impact, period)
    return Reading(
        number=impact.number,
        wording=impact.wording,
        measure=name if measure else "",
        label=measure.label if measure else "No measure answers it yet",
        period=period,
        value=_value(record),
        aim="" if aim is None else number(aim, places=0 if aim == round(aim) else 1),
        verdict=_verdict(measure.better if measure else "", record, aim),
    )


def _aim(impact: ImpactMeasure, period: str) -> float | None:
    """The value to reach by the 31 March of the period, else the next one on the path."""
    years = sorted(impact.path)
    ending = str(int(period[:4]) + 1) if period[:4].isdecimal() and "-" in period else period[:4]
    coming = next((year for year in years if year >= ending), None)
    return None if coming is None else float(impact.path[coming])


def _value(record: Mapping[str, Any] | None) -> str:
    if record is None or record["value"] is None:
        return SUPPRESSED if record is not None and record["suppressed"] else ""
    value = float(record["value"])
    unit = str(record["unit"])
    words = number(value, places=0 if value == round(value) else 1)
    return f"{words}%" if unit == "%" else f"{words} {unit}"


def _verdict(better: str, record: Mapping[str, Any] | None, aim: float | None) -> str:
    if aim is None or record is None or record["value"] is None or better == "neutral":
        return ""
    value = float(record["value"])
    is_on = value <= aim if better == "lower" else value >= aim
    return "On track" if is_on else "Off track"
