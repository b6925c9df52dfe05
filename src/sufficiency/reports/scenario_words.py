"""What a scenario changes beside doing nothing, in sentences."""

from collections.abc import Mapping
from typing import Any

from sufficiency.analytics.reference.kinds import Kind
from sufficiency.reports.wording import as_date, change, day, money, number, plural, sentence_list, span

ALL = "all"
LOW, HIGH = "0.1", "0.9"
_SMALL_POUNDS = 500  # below this a difference in cost is none
PARTS = ("volume", "mix", "price")


def kind_label(kind: str) -> str:
    """A kind as readers know it; all of them together as “All children”."""
    return "All children" if kind == ALL else Kind(kind).label


def headline(told: Mapping[str, Any]) -> str:
    """“If it works: 68 fewer children by …, £8.4m less over four years, of which mix …”."""
    return f"If it works: {children_in_words(told)}; {cost_in_words(told)}."


def children_in_words(told: Mapping[str, Any]) -> str:
    """How many more or fewer children by the last day, with the range."""
    last = [row for row in told["difference"]["series"] if row["kind"] == ALL][-1]
    low, high = last["quantiles"][LOW], last["quantiles"][HIGH]
    changed = change(round(last["mean"]))
    when = day(as_date(last["date"]))
    if changed == "no change":
        return f"as many children by {when}"
    within = "" if round(low) == round(high) else f" ({_between(low, high)})"
    return f"{changed} children{within} by {when}"


def cost_in_words(told: Mapping[str, Any]) -> str:
    """How much more or less it costs over the years, and what of that is volume, mix and price."""
    total, years = told["split"]["total"], plural(len(told["split"]["years"]), "year")
    if abs(total["total"]) < _SMALL_POUNDS:
        return f"the cost over {years} stays the same"
    less = total["total"] < 0
    ranges = told["split"]["ranges"]["total"]["quantiles"]
    within = f" ({_pounds_between(ranges[LOW], ranges[HIGH])})" if ranges[LOW] != ranges[HIGH] else ""
    parts = [f"{name} {_signed(total[name], less=less)}" for name in PARTS]
    word = "less" if less else "more"
    return f"{money(abs(total['total']))} {word} over {years}{within}, of which {sentence_list(parts)}"


def _between(low: float, high: float) -> str:
    """A range of changes, as amounts where both go the same way."""
    if low < 0 and high <= 0:
        return f"{span(number(-high), number(-low))} fewer"
    if low >= 0 and high > 0:
        return f"{span(number(low), number(high))} more"
    return f"{change(low)} to {change(high)}"


def _pounds_between(low: float, high: float) -> str:
    if low < 0 and high <= 0:
        return f"{money(-high)}–{money(-low)} less"
    if low >= 0 and high > 0:
        return f"{money(low)}–{money(high)} more"
    return f"{money(abs(low))} {'less' if low < 0 else 'more'} to {money(abs(high))} {'less' if high < 0 else 'more'}"


def _signed(pounds: float, *, less: bool) -> str:
    """A part of the difference, against its direction with a sign."""
    part = -pounds if less else pounds
    # Pennies either way are nothing, and nothing has no sign.
    return money(part) if round(part) else "£0"
