"""One possible arrangement for planned moves together: exact, with brothers and sisters never split."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import combinations

import numpy as np

from sufficiency.analytics.matching.homes import Home
from sufficiency.analytics.matching.judging import Outcome
from sufficiency.analytics.matching.optimising import Limits, best_choice
from sufficiency.analytics.matching.ranking import Ranking
from sufficiency.analytics.matching.requests import Request
from sufficiency.analytics.matching.rules.law import USUAL_LIMIT
from sufficiency.analytics.matching.vocabulary import Essential, Mix

PLACED = 1_000.0  # for each child; far above any fit, so that nobody waits to make others fit better
TOGETHER = (
    200.0  # for each child of a sibling group: of arrangements that place as many, one that keeps siblings
)
SECONDS = 60.0


@dataclass(frozen=True)
class Option:
    """A home for a request, with its value: fit less the tolerance for each tier down the order of preference."""

    request: int
    home: int
    value: float


@dataclass(frozen=True)
class Arrangement:
    """Which home each request would have; None where there is none for it."""

    rankings: Sequence[Ranking]
    options: Sequence[Option]
    chosen: Mapping[int, Option]
    at_once: Sequence[int]

    @property
    def value(self) -> float:
        """The total value, with what placing each child is worth."""
        return sum(self.worth(option) for option in self.chosen.values())

    def worth(self, option: Option) -> float:
        """An option's value with what placing its children is worth."""
        return option.value + placing(self.rankings[option.request].request)

    @cached_property
    def by_pair(self) -> Mapping[tuple[int, int], Option]:
        """Options by request and home."""
        return {(option.request, option.home): option for option in self.options}

    def home_of(self, request: int) -> Home | None:
        """The home a request would have."""
        option = self.chosen.get(request)
        return None if option is None else self.rankings[request].homes[option.home]


def arrange(rankings: Sequence[Ranking], *, top: int | None = None) -> Arrangement:
    """The best arrangement of the planned requests; emergencies are left out, they are ranked at once.

    With `top`, only so many of each request's best homes are considered.
    """
    planned = [number for number, ranking in enumerate(rankings) if not ranking.request.emergency]
    at_once = [number for number, ranking in enumerate(rankings) if ranking.request.emergency]
    options = [option for number in planned for option in options_of(rankings[number], number, top=top)]
    worth = np.array([o.value + placing(rankings[o.request].request) for o in options])
    taken = best_choice(worth, _limits(rankings, options), seconds=SECONDS)
    chosen = {option.request: option for option, yes in zip(options, taken, strict=True) if yes}
    return Arrangement(rankings, options, chosen, at_once)


def placing(request: Request) -> float:
    """What placing a request is worth beside its fit: every child counts, and brothers and sisters together more."""
    return request.size * (PLACED + (TOGETHER if request.size > 1 else 0.0))


def options_of(ranking: Ranking, number: int, *, top: int | None) -> list[Option]:
    """A request's homes with their value, best first; what is not known counts at its lowest."""
    rows = np.array(ranking.order, dtype=np.int64)
    if not len(rows):
        return []
    known = np.array([ranking.outcome(row) is Outcome.ELIGIBLE for row in rows])
    tiers = np.array([ranking.homes[row].tier for row in rows])
    points = np.where(known, ranking.middle[rows], ranking.fit.low[rows])
    values = points - ranking.policy.tolerance * tiers
    best = np.lexsort((rows, -values))[:top]
    return [Option(number, int(rows[one]), float(values[one])) for one in best]


def room(home: Home) -> int:
    """Places a batch may fill: those free, and in a foster home no more than the usual limit leaves."""
    free = max(1, home.free_places or 0)
    if not home.is_fostering:
        return free
    limit = max(USUAL_LIMIT, home.exempt_up_to or 0)
    # A home above the limit may still take brothers and sisters of those there: one request, nobody besides.
    return max(1, min(free, limit - (home.fostered or 0)))


def takes(home: Home, request: Request) -> int:
    """Places a request uses up: a sibling group above the usual limit, or one who must be alone, fills the home."""
    alone = any(Essential.SOLO in child.essentials for child in request.children)
    return room(home) if alone else min(request.size, room(home))


def conflict(one: Request, other: Request, ranking: Ranking) -> bool:
    """Whether the children of two requests should not live together."""
    on = ranking.facing.on
    return _avoids(one, other, on) or _avoids(other, one, on)


def _avoids(one: Request, other: Request, on: date) -> bool:
    mixes = {mix for child in one.children for mix in child.apart_from}
    if Mix.ANY_CHILDREN in mixes:
        return True
    if not mixes & {Mix.YOUNGER_CHILDREN, Mix.OLDER_CHILDREN}:
        return False
    mine = (one.youngest(on), one.oldest(on))
    theirs = (other.youngest(on), other.oldest(on))
    if None in (*mine, *theirs):
        return True  # an age that is not known cannot be shown to be safe
    younger = Mix.YOUNGER_CHILDREN in mixes and theirs[0] < mine[1]  # type: ignore[operator]
    older = Mix.OLDER_CHILDREN in mixes and theirs[1] > mine[0]  # type: ignore[operator]  # ages are there where mixes are
    return younger or older


def _limits(rankings: Sequence[Ranking], options: Sequence[Option]) -> Limits:
    """One home for each request; room in each home; no two requests that must be apart in one home."""
    rows: list[int] = []
    used: list[int] = []
    amounts: list[float] = []
    allowed: list[float] = []
    for members, amount, most in _rows(rankings, options):
        rows += [len(allowed)] * len(members)
        used += members
        amounts += amount
        allowed.append(most)
    return Limits(np.array(rows), np.array(used), np.array(amounts), np.array(allowed))


def _rows(
    rankings: Sequence[Ranking], options: Sequence[Option]
) -> Iterator[tuple[list[int], list[float], float]]:
    for members in _grouped([option.request for option in options]).values():
        yield members, [1.0] * len(members), 1.0
    for home, members in _grouped([option.home for option in options]).items():
        if len(members) > 1:
            place = rankings[0].homes[home]
            uses = [float(takes(place, rankings[options[one].request].request)) for one in members]
            yield members, uses, float(room(place))
            yield from _apart(rankings, options, members)


def _apart(
    rankings: Sequence[Ranking], options: Sequence[Option], members: list[int]
) -> Iterator[tuple[list[int], list[float], float]]:
    picky = {one for one in members if _has_mix(rankings[options[one].request].request)}
    if not picky:
        return
    for one, other in combinations(members, 2):
        if {one, other} & picky:
            first, second = (rankings[options[number].request] for number in (one, other))
            if conflict(first.request, second.request, first):
                yield [one, other], [1.0, 1.0], 1.0


def _has_mix(request: Request) -> bool:
    return any(child.apart_from for child in request.children)


def _grouped(keys: Sequence[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for number, key in enumerate(keys):
        found.setdefault(key, []).append(number)
    return found
