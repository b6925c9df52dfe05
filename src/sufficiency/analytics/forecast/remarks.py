"""What the reader of a forecast should know about what it rests on."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import pairwise
from typing import Final

import numpy as np

from sufficiency.analytics.forecast.bands import AGE_GROUP_STARTS, KINDS, SUPPORTED, birthday
from sufficiency.analytics.forecast.exposure import Window
from sufficiency.analytics.forecast.own_places import Pull
from sufficiency.analytics.forecast.recalibrating import Recalibration
from sufficiency.analytics.forecast.spells import Spells
from sufficiency.analytics.forecast.usual import oddities
from sufficiency.analytics.histories.history import History
from sufficiency.analytics.money.prices import PriceSet
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.codes import code_sets
from sufficiency.analytics.returns.returned import Note

_FEW_YEARS: Final = 3
_FEW_CHILDREN: Final = (
    30  # in care: with fewer, a kind of placement rests on a handful, and England weighs more
)
_ON_FEW: Final = (
    "So few children are in care that chance and England’s figures weigh more than the records: read the ranges, "
    "not the middle. Children in care at the start"
)
_MOST_NAMED: Final = 5  # codes; a return with more of them has another fault
_HARDLY_FREE: Final = 0.05  # plausibility of no pull at all, below which own places are called nearly full
_SILENT_DAYS: Final = 92  # without any event before the start: perhaps a return is missing


def remarks(history: History, known: Spells, *, prices: PriceSet) -> tuple[Note, ...]:
    """The remarks on these records and prices, each with a count; none where there is nothing to say."""
    window = Window.of(history.years, day_zero=known.day_zero)
    found = [*_on_records(history, known), *oddities(known, window=window), *_on_prices(known, prices)]
    return tuple(Note(message, "the forecast", count) for message, count in found if count)


def _on_records(history: History, known: Spells) -> Iterator[tuple[str, int]]:
    here = known.where(known.is_open)
    years = sum(year.start < known.day_zero for year in history.years)
    if years < _FEW_YEARS:
        yield f"It rests on {years} return(s): where these say little, England’s figures are leant on.", years
    if len(here) < _FEW_CHILDREN:
        yield _ON_FEW, len(here)
    yield from _on_unknown_places(history)
    missing = [str(year) for before, year in pairwise(history.years) for year in _between(before, year)]
    yield f"Years without a return, which are guessed over: {', '.join(missing)}.", len(missing)
    yield "Children without a date of birth, taken to be 10 on entry.", int(here.born_unknown.sum())
    evening_before = -1
    too_young = birthday(known.day_zero, here.born, AGE_GROUP_STARTS[-1]) > evening_before
    young_alone = int((too_young & (here.kind == SUPPORTED)).sum())
    yield "Under 16 and in supported accommodation at the start.", young_alone
    unseen = int(here.entry_unseen.sum())
    yield "In care since before the first return; how long before is not known.", unseen
    silent = -int(np.where(known.is_open, known.started, np.maximum(known.started, known.ended)).max())
    since = known.day_zero - timedelta(days=silent)
    if silent > _SILENT_DAYS:
        yield f"Days before the start without any event recorded, since {since:%d/%m/%Y}.", silent


def _on_unknown_places(history: History) -> Iterator[tuple[str, int]]:
    """A kind that nobody has seen is counted as “Other”, which its children may not be."""
    known = [code.code for code in code_sets()["PLACE"].codes]
    places = history.episodes["place"].drop_nulls()
    odd = places.filter(~places.is_in(known))
    codes = ", ".join(sorted(odd.unique().to_list())[:_MOST_NAMED])
    yield f"Episodes with a placement code that is not known, counted as Other: {codes}.", len(odd)


def _between(before: CollectionYear, after: CollectionYear) -> list[CollectionYear]:
    """The years that lie between two."""
    return [CollectionYear(ending) for ending in range(before.ending + 1, after.ending)]


def _on_prices(known: Spells, prices: PriceSet) -> Iterator[tuple[str, int]]:
    used = {KINDS[place] for place in np.unique(known.kind)}
    unpriced = [kind.label.lower() for kind in prices.missing if kind in used]
    yield f"No price for {', '.join(unpriced)}: assumed ones were used.", len(unpriced)
    yield (
        f"Prices in “{prices.label}” that are assumptions, not the authority’s own.",
        len(prices.assumptions),
    )


def on_pulls(pulls: Iterable[Pull]) -> Iterator[Note]:
    """Where own places look as good as full, so that more children are expected in bought ones."""
    for pull in pulls:
        if pull.weights[0] < _HARDLY_FREE:
            own, bought = (KINDS[kind].label for kind in (pull.own, pull.bought))
            message = (
                f"{own} has stayed near one number, as if its places were nearly full: children beyond that are "
                f"expected in {bought.lower()}. Children in these places now"
            )
            yield Note(message, "the forecast", round(pull.before[-1]))


def on_ranges(found: Recalibration | None, *, returns: int) -> Note:
    """How the ranges were changed after the authority's own past."""
    if found is None:
        return Note(
            "Ranges are not recalibrated: too few returns for forecasts of the past", "the ranges", returns
        )
    change = round(100 * (found.width - 1.0))
    words = f"{abs(change)}% {'wider' if change > 0 else 'narrower'} than" if change else "left as"
    message = (
        f"Ranges are meant to be {words} first drawn, because past forecasts missed by {found.missed:.2f} times what "
        "their ranges said. Past forecasts looked at"
    )
    return Note(message, "the ranges", found.origins)
