"""How a measure changed on the year, and whether that is better, worse or no more than chance."""

from dataclasses import dataclass
from math import sqrt

from sufficiency.analytics.measures.results import MeasureResult
from sufficiency.analytics.reference.units import Unit
from sufficiency.reports.wording import number

BETTER, WORSE = "Better", "Worse"
# Standard errors that chance alone passes in one year of twenty. Without it every wobble would be news.
BEYOND_CHANCE = 1.96


@dataclass(frozen=True)
class Change:
    """A change in words, and the verdict on it where there is one."""

    words: str = ""
    verdict: str = ""


def change_between(before: MeasureResult | None, now: MeasureResult) -> Change:
    """The change from one year's result to the next one's; empty where either has no figure."""
    if before is None or before.value is None or now.value is None:
        return Change()
    # Rounded first, so that a change too small to show is not called one.
    amount = round(now.value - before.value, now.unit.decimals)
    if not amount:
        return Change("no change")
    direction = "up" if amount > 0 else "down"
    unit = " points" if now.unit is Unit.PERCENT else ""
    words = f"{direction} {number(abs(amount), places=now.unit.decimals)}{unit}"
    return Change(words, _verdict(before, now, rising=amount > 0))


def _verdict(before: MeasureResult, now: MeasureResult, *, rising: bool) -> str:
    wanted = {"higher": True, "lower": False}.get(now.better)
    if wanted is None or not _is_beyond_chance(before, now):
        return ""
    return BETTER if wanted == rising else WORSE


def _is_beyond_chance(before: MeasureResult, now: MeasureResult) -> bool:
    """Whether two shares differ by more than chance; other figures do not carry what it takes to tell."""
    if now.unit is not Unit.PERCENT or not before.denominator or not now.denominator:
        return False
    counted, people = (before.numerator or 0) + (now.numerator or 0), before.denominator + now.denominator
    together = counted / people
    error = sqrt(together * (1 - together) * (1 / before.denominator + 1 / now.denominator))
    apart = (now.numerator or 0) / now.denominator - (before.numerator or 0) / before.denominator
    return abs(apart) > BEYOND_CHANCE * error
