"""Made-up cases for a blind study: one request and a few homes that no rule excludes, the same for everyone."""

from dataclasses import dataclass, replace
from itertools import count

import numpy as np

from sufficiency.analytics.made_up.matching.worlds import Ground, make_up_world
from sufficiency.analytics.matching.children import Wish
from sufficiency.analytics.matching.columns import Columns
from sufficiency.analytics.matching.homes import Home
from sufficiency.analytics.matching.judging import Outcome
from sufficiency.analytics.matching.ranking import Ranking, again, rank
from sufficiency.analytics.matching.requests import Request
from sufficiency.analytics.matching.vocabulary import Feature, Tier
from sufficiency.analytics.matching.worlds import Policy

SHOWN = 6  # homes of a case: as many as somebody can weigh against each other in a few minutes
DRAWN = 40  # homes of the world from which they are taken
LEAST_SUPPORTED_AGE = 16
SEEDS_A_CASE = 1_000  # so that a case whose world has too few homes never takes the next one's


@dataclass(frozen=True)
class Case:
    """A case: its number, and the ranking of its homes, which is kept back until somebody has chosen."""

    number: int
    ranking: Ranking

    @property
    def request(self) -> Request:
        """Who needs a home."""
        return self.ranking.request

    @property
    def homes(self) -> list[Home]:
        """The homes by name: their order says nothing about their fit."""
        return sorted(self.ranking.homes, key=lambda home: int(home.id[1:]))

    @property
    def order(self) -> list[str]:
        """References of the homes as the ranking shows them, first to last."""
        return [self.ranking.homes[row].id for row in self.ranking.order]


def a_case(land: Ground, number: int, policy: Policy) -> Case:
    """A case by its number. Everything about its homes is known, and any of them could lawfully be chosen."""
    for seed in count(number * SEEDS_A_CASE):
        made = make_up_world(land, seed=seed, requests=1, homes=DRAWN)
        homes = tuple(_plausible(home) for home in made.world.homes)
        asked = _without_contradiction(made.world.requests[0])
        world = replace(made.world, requests=(asked,), homes=homes, policy=policy)
        whole = rank(asked, Columns(homes, made.points), world)
        lawful = [row for row in sorted(whole.order) if whole.outcome(row) is Outcome.ELIGIBLE]
        if len(lawful) >= SHOWN:
            chosen = np.random.default_rng(seed).choice(lawful, size=SHOWN, replace=False)
            return Case(number, again(whole, [whole.homes[int(row)] for row in chosen], policy=policy))
    raise AssertionError("Seeds do not end.")  # pragma: no cover  (count goes on for ever)


# A home is one or the other. Worlds draw each feature by itself, which no ranking minds; a person would.
EITHER = ((Feature.TOWN, Feature.COUNTRYSIDE), (Feature.OWN_ROOM, Feature.SHARED_ROOM))


def _plausible(home: Home) -> Home:
    """A home as it could be: in town or in the country, and only young people of an age to live there."""
    there = tuple(
        age for age in home.children_there or () if age >= LEAST_SUPPORTED_AGE or not _is_supported(home)
    )
    features = {
        **home.features,
        **{other: not home.features[one] for one, other in EITHER},
        Feature.OTHER_CHILDREN: bool(there),
    }
    return replace(home, children_there=there, features=features)


def _is_supported(home: Home) -> bool:
    return home.tier is Tier.SUPPORTED


def _without_contradiction(request: Request) -> Request:
    """Of two wishes about either-or, the first."""
    children = [replace(child, wishes=_first_of_each(child.wishes or ())) for child in request.children]
    return replace(request, children=tuple(children))


def _first_of_each(wishes: tuple[Wish, ...]) -> tuple[Wish, ...]:
    wished = {wish.feature for wish in wishes}
    dropped = {other for one, other in EITHER if one in wished}
    return tuple(wish for wish in wishes if wish.feature not in dropped)
