"""The only part of this app that asks for figures: the newest scorecard with small numbers hidden, in sentences."""

from dataclasses import dataclass

from sufficiency.web.access.models import Authority
from sufficiency.web.performance import queries as scorecards
from sufficiency.web.performance.cards import Line, cards
from sufficiency.web.performance.choosing import choice_of

MOST = 8  # a councillor reads eight measures, not a scorecard


@dataclass(frozen=True)
class Figure:
    """A measure as a sentence, with its line."""

    sentence: str
    line: Line


def figures_of(authority: Authority) -> list[Figure]:
    """The first measures of the scorecard, small numbers hidden whoever looks."""
    run = scorecards.latest(authority)
    if run is None:
        return []
    chosen = choice_of(run, asked={}, may_see_all=False, is_newest=True)
    lines = [line for card in cards(chosen) for line in card.lines]
    return [Figure(_sentence(line), line) for line in lines[:MOST]]


def _sentence(line: Line) -> str:
    # “35%, 21 of 60” but “1.8 episodes a month”.
    joint = ", " if line.beside[:1].isdigit() else " "
    beside = f"{joint}{line.beside}" if line.beside else ""
    return f"{line.label}: {line.figure}{beside}, {line.when}."
