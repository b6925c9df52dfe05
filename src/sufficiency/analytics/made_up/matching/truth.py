"""The chance that a placement breaks down, as the made-up world has it. It depends on what no record holds."""

from dataclasses import dataclass

import numpy as np

from sufficiency.analytics.made_up.matching.drawing import Random
from sufficiency.analytics.matching.children import PlaceToReach
from sufficiency.analytics.matching.columns import Columns
from sufficiency.analytics.matching.homes import Home
from sufficiency.analytics.matching.known import Numbers
from sufficiency.analytics.matching.requests import Request
from sufficiency.analytics.matching.travel import minutes
from sufficiency.analytics.matching.vocabulary import Identity

# Signs follow the evidence on stability; sizes are invented, in log odds. Skill gaps and hidden quality are set in
# proportion to the published correlations with moves (0.35 and 0.29), the usual level so that about four in ten
# placements picked at random would break down.
USUAL, SKILL_GAP, HOUR_AWAY, IDENTITY_UNMET, STRAIN, WITH_SIBLING = -2.4, 0.35, 0.6, 0.5, 0.2, -0.4
HIDDEN, HIDDEN_STRONG = 0.4, 0.7  # the second more than twice as strong as skill: a harsher test
UNPLACED = 0.6  # a child without a home fares no better than this


@dataclass(frozen=True)
class Truth:
    """For each home a quality of care that no record holds."""

    hidden: Numbers
    strength: float = HIDDEN

    def breakdown(self, request: Request, columns: Columns) -> Numbers:
        """The chance for each home that the placement breaks down."""
        odds = USUAL + self.strength * self.hidden
        for child in request.children:
            odds = odds + _child_odds(child.places, columns) / request.size
        facts = [_facts(request, home) for home in columns.homes]
        chances: Numbers = 1 / (1 + np.exp(-(odds + np.array(facts))))
        return chances


def a_truth(rng: Random, homes: int) -> Truth:
    """A quality of care for every home."""
    return Truth(rng.standard_normal(homes))


def _child_odds(places: tuple[PlaceToReach, ...] | None, columns: Columns) -> Numbers:
    away = [minutes(columns.miles_to(place.postcode)) for place in places or ()]
    hours = np.nanmean(away, axis=0) / 60 if away else np.zeros(len(columns))
    odds: Numbers = HOUR_AWAY * np.nan_to_num(hours)
    return odds


def _facts(request: Request, home: Home) -> float:
    odds = STRAIN * (home.strain or 0)
    for child in request.children:
        gaps = sum(max(0, (need.level or 0) - (home.skills.get(need.domain) or 0)) for need in child.needs)
        unmet = any(home.identity.get(need) is Identity.NOT_YET for need in child.identity_needs)
        with_sibling = any(person.home == home.id for person in child.key_people or ())
        odds += (SKILL_GAP * gaps + IDENTITY_UNMET * unmet + WITH_SIBLING * with_sibling) / request.size
    return odds
