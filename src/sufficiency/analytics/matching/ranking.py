"""Ranks every home for a request: outcome by the hard rules, fit by the criteria, order by tier and tolerance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from sufficiency.analytics.matching.columns import Columns
from sufficiency.analytics.matching.criteria.declaring import Scored
from sufficiency.analytics.matching.facing import Facing
from sufficiency.analytics.matching.homes import Home
from sufficiency.analytics.matching.judging import Judged, Outcome, judge
from sufficiency.analytics.matching.known import NO
from sufficiency.analytics.matching.ordering import order
from sufficiency.analytics.matching.requests import Request
from sufficiency.analytics.matching.scoring import Fit, fit, scored
from sufficiency.analytics.matching.travel import Point, minutes
from sufficiency.analytics.matching.vocabulary import Tier
from sufficiency.analytics.matching.worlds import Policy, World


@dataclass(frozen=True)
class Ranking:
    """Every home for one request. `order` holds the rows of homes that are not ruled out, first to last."""

    facing: Facing
    policy: Policy
    judged: Judged
    fit: Fit
    order: Sequence[int]
    adjoining: tuple[str, ...] = ()

    @property
    def request(self) -> Request:
        """The request."""
        return self.facing.request

    @property
    def homes(self) -> Sequence[Home]:
        """All homes, by row."""
        return self.facing.columns.homes

    @cached_property
    def middle(self) -> np.ndarray:
        """The middle of each home's fit."""
        return self.fit.middle

    @cached_property
    def ruled_out(self) -> list[int]:
        """Rows of homes that are ruled out, best fit first."""
        rows = np.flatnonzero(self.judged.worst == NO)
        return sorted(map(int, rows), key=lambda row: (-self.middle[row], self.homes[row].id))

    @cached_property
    def best_in_tier(self) -> Mapping[Tier, int | None]:
        """The row of the best home in every tier; None where there is none. No tier is ever hidden."""
        found: dict[Tier, int | None] = dict.fromkeys(Tier)
        for row in sorted(self.order, key=lambda row: -self.middle[row]):
            tier = self.homes[row].tier
            found[tier] = row if found[tier] is None else found[tier]
        return found

    @cached_property
    def minutes_away(self) -> np.ndarray:
        """Minutes, one way, to the first known place of the first child; nan where not known."""
        places = [place for child in self.request.children for place in child.places or () if place.postcode]
        postcode = places[0].postcode if places else None
        return minutes(self.facing.columns.miles_to(postcode))

    @property
    def cost_of_preference(self) -> float:
        """Points of fit that the order of preference costs: the best anywhere less the first shown."""
        if not len(self.order):
            return 0.0
        return float(self.middle[list(self.order)].max() - self.middle[self.order[0]])

    def parts(self) -> list[Scored]:
        """Points of every criterion for every home, worked out again."""
        return scored(self.facing, self.policy)

    def outcome(self, row: int) -> Outcome:
        """What the hard rules say of a home."""
        return self.judged.outcome(row)

    def row_of(self, name: str) -> int | None:
        """The row of a home by its reference or name, also of one that is ruled out."""
        wanted = name.strip().casefold()
        for row, home in enumerate(self.homes):
            if wanted in (home.id.casefold(), home.name.casefold()):
                return row
        return None


def rank(
    request: Request,
    columns: Columns,
    world: World,
) -> Ranking:
    """Every home of the columns for a request, on the world's day and by its policy."""
    facing = Facing(request, columns, world.as_of, world.authority)
    judged, points = judge(facing), fit(facing, world.policy)
    return Ranking(
        facing, world.policy, judged, points, _ordered(judged, points, world.policy), world.adjoining
    )


def rank_all(world: World, points: Mapping[str, Point]) -> list[Ranking]:
    """Every request of a world."""
    columns = Columns(world.homes, points)
    return [rank(request, columns, world) for request in world.requests]


def again(ranking: Ranking, homes: Sequence[Home], *, policy: Policy | None = None) -> Ranking:
    """The same request with other homes or another policy."""
    facing = replace(ranking.facing, columns=Columns(homes, ranking.facing.columns.points))
    chosen = policy or ranking.policy
    judged, points = judge(facing), fit(facing, chosen)
    return Ranking(facing, chosen, judged, points, _ordered(judged, points, chosen), ranking.adjoining)


def by_policy(ranking: Ranking, policy: Policy) -> Ranking:
    """The same request and homes by another policy. What the hard rules say stands: no policy moves a rule."""
    points = fit(ranking.facing, policy)
    ordered = _ordered(ranking.judged, points, policy)
    return replace(ranking, policy=policy, fit=points, order=ordered)


def _ordered(judged: Judged, points: Fit, policy: Policy) -> list[int]:
    homes = judged.facing.columns.homes
    rows = [int(row) for row in np.flatnonzero(judged.worst != NO)]
    tiers = np.array([homes[row].tier for row in rows], dtype=np.int64)
    names = np.array([homes[row].id for row in rows])
    ordered = order(tiers, points.middle[rows], tolerance=policy.tolerance, names=names)
    return [rows[int(place)] for place in ordered]
