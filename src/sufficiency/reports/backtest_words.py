"""A back-test in words and tables: where the forecast was best, where a simpler method was, what the ranges held."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from statistics import median
from typing import Any

from sufficiency.reports.figures import Table, table
from sufficiency.reports.wording import as_date, number, plural, sentence_list

Record = Mapping[str, Any]
_FAIR_80, _FAIR_95 = (0.72, 0.88), (0.9, 0.99)  # coverage within which a range is as wide as it says
_AS_GOOD = 0.02  # a difference in error below this share is none
_MANY = 100


@dataclass(frozen=True)
class Tested:
    """The page: the sentence, the ranges in a sentence, tables of errors for each year ahead, and what was lost.

    `beside` holds the forecast against one simpler method at a time, `lost` is where the best of them came closer.
    """

    headline: str
    ranges: str
    beside: Table
    errors: tuple[Table, ...]
    held: tuple[Table, ...]
    lost: Table | None
    hidden: tuple[str, ...]


@dataclass(frozen=True)
class _Place:
    """One comparison: a target so many years ahead, with every method's score."""

    target: Record
    horizon: int
    scores: Mapping[str, Record]

    @property
    def best(self) -> str:
        """The method with the lowest error."""
        return min(self.scores, key=lambda method: float(self.scores[method]["crps"]))


def told_plainly(told: Record, *, is_shown: Callable[[Record], bool]) -> Tested:
    """A back-test's JSON as its page shows it; targets that may not be shown are left out and named."""
    places = [place for place in _places(told) if is_shown(place.target)]
    names, ours = {one["method"]: one["label"] for one in told["methods"]}, told["ours"]
    horizons = sorted({place.horizon for place in places})
    return Tested(
        headline=_headline(told, places),
        ranges=_ranges(places, ours),
        errors=tuple(_errors([p for p in places if p.horizon == h], names, h) for h in horizons),
        held=tuple(_held([p for p in places if p.horizon == h], ours, h) for h in horizons),
        beside=_beside(places, names, ours),
        lost=_lost(places, names, ours),
        hidden=tuple(target["label"] for target in told["targets"] if not is_shown(target)),
    )


def sentence(told: Record) -> str:
    """In how many comparisons the forecast was best."""
    return _headline(told, list(_places(told)))


def _places(told: Record) -> Iterator[_Place]:
    found: dict[tuple[str, int], dict[str, Record]] = {}
    for one in told["scores"]:
        found.setdefault((one["target"], one["horizon"]), {})[one["method"]] = one
    targets = {target["target"]: target for target in told["targets"]}
    for (target, horizon), scores in found.items():
        if told["ours"] in scores:
            yield _Place(targets[target], horizon, scores)


def _headline(told: Record, places: list[_Place]) -> str:
    won = sum(place.best == told["ours"] for place in places)
    origins = [as_date(origin).year for origin in told["origins"]]
    years = sentence_list([str(year) for year in origins])
    return (
        f"Made anew from each 31 March of {years}, with what was known then, this forecast came closest in {number(won)} of "
        f"{plural(len(places), 'comparison')}; in {number(len(places) - won)} a simpler method did."
    )


def _ranges(places: list[_Place], ours: str) -> str:
    if not places:
        return "Nothing could be compared."
    held = [
        _share([float(place.scores[ours][name]) for place in places]) for name in ("coverage80", "coverage95")
    ]
    return (
        f"Its “8 in 10” ranges held {held[0]:.0f} in {_MANY} of what came, its “95 in 100” ranges {held[1]:.0f}. "
        f"{_verdict(held[0] / _MANY)}"
    )


def _verdict(held: float) -> str:
    low, high = _FAIR_80
    if held < low:
        return "They were too narrow: read them as wider than they look."
    return (
        "They were wider than they needed to be."
        if held > high
        else "They were about as wide as they should be."
    )


def _share(values: list[float]) -> float:
    return _MANY * sum(values) / len(values)


def _errors(places: list[_Place], names: Mapping[str, str], horizon: int) -> Table:
    return table(
        f"Error {_ahead(horizon)}: how far the whole range lay from what came, lower is better, * the lowest",
        words="What is forecast",
        numbers=list(names.values()),
        rows=[(place.target["label"], *(_error(place, method) for method in names)) for place in places],
    )


def _error(place: _Place, method: str) -> str:
    if method not in place.scores:
        return "–"
    crps = float(place.scores[method]["crps"])
    text = number(crps, places=0 if crps >= _MANY else 1)
    return f"{text} *" if method == place.best else text


def _held(places: list[_Place], ours: str, horizon: int) -> Table:
    headings = [
        "Usual error",
        "Against the usual yearly change",
        "Mean error",
        "8 in 10 held",
        "95 in 100 held",
    ]
    return table(
        f"This forecast {_ahead(horizon)}: errors and ranges",
        words="What is forecast",
        numbers=headings,
        rows=[(place.target["label"], *_measures(place.scores[ours])) for place in places],
    )


def _measures(one: Record) -> tuple[str, ...]:
    return (
        "–" if one["wape"] is None else f"{_MANY * one['wape']:.0f}%",
        "–" if one["mase"] is None else f"{one['mase']:.1f} times",
        number(one["bias"], places=0 if abs(one["bias"]) >= _MANY else 1),
        f"{_MANY * one['coverage80']:.0f}%",
        f"{_MANY * one['coverage95']:.0f}%",
    )


def _beside(places: list[_Place], names: Mapping[str, str], ours: str) -> Table:
    """Against each simpler method alone: that one of five comes closest by luck is likelier than that a given one does."""
    rows = []
    for method in names:
        both = [place for place in places if method in place.scores]
        if method != ours and both:
            won = sum(_crps(place, ours) <= _crps(place, method) for place in both)
            rows.append((names[method], number(won), number(len(both) - won), _typically(both, ours, method)))
    headings = ["This forecast came closer", "It came closer", "This forecast’s error, typically"]
    return table("This forecast and each simpler method", words="Simpler method", numbers=headings, rows=rows)


def _typically(places: list[_Place], ours: str, method: str) -> str:
    """The middle one of the ratios of errors: children and pounds cannot be added up."""
    ratios = [_crps(place, ours) / other for place in places if (other := _crps(place, method))]
    more = round(_MANY * (median(ratios) - 1)) if ratios else 0
    return f"{abs(more)}% {'more' if more > 0 else 'less'}" if more else "the same"


def _lost(places: list[_Place], names: Mapping[str, str], ours: str) -> Table | None:
    """Each comparison that a simpler method won by more than a hair, with how much larger this error was."""
    horizons = sorted({place.horizon for place in places})
    lost = {
        (place.target["label"], place.horizon): f"{names[place.best]}, {_more(place, ours)}"
        for place in places
        if place.best != ours and _crps(place, ours) > _crps(place, place.best) * (1 + _AS_GOOD)
    }
    if not lost:
        return None
    targets = dict.fromkeys(target for target, _ in lost)
    return table(
        "Where a simpler method came closer: the best one, and how much larger this forecast’s error was",
        words="What is forecast",
        numbers=[_ahead(horizon) for horizon in horizons],
        rows=[(target, *(lost.get((target, horizon), "–") for horizon in horizons)) for target in targets],
    )


def _more(place: _Place, ours: str) -> str:
    best = _crps(place, place.best)
    return f"+{_MANY * (_crps(place, ours) / best - 1):.0f}%" if best else "which was exact"


def _crps(place: _Place, method: str) -> float:
    return float(place.scores[method]["crps"])


def _ahead(horizon: int) -> str:
    return f"{plural(horizon, 'year')} ahead"
