"""What is odd about an authority's numbers beside those published for England: perhaps a table is missing."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

import yaml

from sufficiency.analytics.forecast.backtest.counted import Counted, happened
from sufficiency.analytics.forecast.bands import KIND_INDEX, Birthdays
from sufficiency.analytics.forecast.exposure import Window
from sufficiency.analytics.forecast.spells import Spells

FEWEST_CHILDREN: Final = 100  # below that, chance alone takes an authority out of the range


@cache
def usual() -> Mapping[str, Any]:
    """What usual.yaml says."""
    text = files(__package__).joinpath("usual.yaml").read_text(encoding="utf-8")
    found: Mapping[str, Any] = yaml.safe_load(text)
    return found


def oddities(known: Spells, *, window: Window) -> Iterator[tuple[str, int]]:
    """A sentence for each number of the last whole year that few authorities have, with the children counted."""
    whole = [place for place, fraction in enumerate(window.fractions) if fraction == 1.0]
    if not whole:
        return
    birthdays = Birthdays.around(known.day_zero, first_birth=int(known.born.min()), years_ahead=1)
    counted = happened(known, window=window, birthdays=birthdays)
    yield from _odd(counted, whole[-1])


def _odd(counted: Counted, year: int) -> Iterator[tuple[str, int]]:
    children = float(counted.stock[year].sum())
    if children < FEWEST_CHILDREN:
        return
    for flow, range_ in usual()["flows"].items():
        number = float(getattr(counted, flow)[year])
        yield from _beyond(
            range_, number, children, "{label} in the last year: {found:.0f} for every 100 in care"
        )
    by_kind = counted.stock[year].sum(axis=1)
    for range_ in usual()["shares"].values():
        number = float(by_kind[[KIND_INDEX[kind] for kind in range_["kinds"]]].sum())
        yield from _beyond(range_, number, children, "Of 100 children in care, {found:.0f} were {label}")


def _beyond(
    range_: Mapping[str, Any], number: float, children: float, words: str
) -> Iterator[tuple[str, int]]:
    found = 100 * number / children
    if range_["low"] - 0.5 <= found <= range_["high"] + 0.5:
        return
    said = words.format(label=range_["label"], found=found)
    others = f"of 100 English authorities 98 have {range_['low']} to {range_['high']} (England {range_['england']})"
    # Nobody at all is as odd as too many, and a remark needs a count.
    yield f"{said}; {others}. Check that no table or year is missing.", max(round(number), 1)
