"""What another policy would do to rankings: told to a panel before it agrees one."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from sufficiency.analytics.matching.homes import Home
from sufficiency.analytics.matching.ranking import Ranking, by_policy
from sufficiency.analytics.matching.vocabulary import Tier
from sufficiency.analytics.matching.worlds import Policy

FIRST = 3  # as many as an officer usually asks at once


@dataclass(frozen=True)
class Effect:
    """The first homes for one request, by the policy it was ranked by and by another."""

    request: str
    before: tuple[Home, ...]
    after: tuple[Home, ...]

    @property
    def changes_first(self) -> bool:
        """Whether another home is shown first."""
        return _names(self.before[:1]) != _names(self.after[:1])

    @property
    def changes(self) -> bool:
        """Whether the first three differ, in which they are or in their order."""
        return _names(self.before) != _names(self.after)


@dataclass(frozen=True)
class Shown:
    """The homes that are shown first, of all requests together."""

    kin_or_in_house: int
    """Requests with a home of family, friends or our own carers first."""
    weekly: float | None
    """Pounds a week, on average, of those whose price is known."""


@dataclass(frozen=True)
class Summary:
    """Effects counted."""

    requests: int
    changes_first: int
    changes: int
    before: Shown
    after: Shown


def effect(ranking: Ranking, policy: Policy) -> Effect:
    """What a policy would do to a ranking."""
    return Effect(ranking.request.id, _first(ranking), _first(by_policy(ranking, policy)))


def summary(effects: Sequence[Effect]) -> Summary:
    """How many requests change, and what that means for kin, in-house carers and money."""
    return Summary(
        requests=len(effects),
        changes_first=sum(one.changes_first for one in effects),
        changes=sum(one.changes for one in effects),
        before=_shown([one.before for one in effects]),
        after=_shown([one.after for one in effects]),
    )


def _first(ranking: Ranking) -> tuple[Home, ...]:
    return tuple(ranking.homes[row] for row in ranking.order[:FIRST])


def _shown(orders: Sequence[tuple[Home, ...]]) -> Shown:
    firsts = [order[0] for order in orders if order]
    prices = [home.weekly_cost for home in firsts if home.weekly_cost is not None]
    near = sum(home.tier in (Tier.KIN, Tier.IN_HOUSE) for home in firsts)
    return Shown(near, fmean(prices) if prices else None)


def _names(homes: Sequence[Home]) -> list[str]:
    return [home.id for home in homes]
