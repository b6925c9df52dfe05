"""Draws one request or one home at random."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar

import numpy as np

from sufficiency.analytics.made_up.matching.settings import (
    GROUP_SIZES,
    HEALTH_AREAS,
    IDENTITY_NEEDS,
    KINDS,
    WEEKLY_COST,
)
from sufficiency.analytics.matching.children import Child, KeyPerson, Need, PlaceToReach, Wish
from sufficiency.analytics.matching.homes import Home
from sufficiency.analytics.matching.requests import NoGo, Request
from sufficiency.analytics.matching.vocabulary import (
    FOSTERING,
    OF_WISHES,
    Anchor,
    Domain,
    Essential,
    Identity,
    Mix,
    Stay,
)
from sufficiency.analytics.reference.kinds import Kind

Random = np.random.Generator
T = TypeVar("T")
LETTERS = "ABCD"
ETHNIC_GROUPS = ("White", "Asian", "Black", "Mixed", "Other")


def chance(rng: Random, share: float) -> bool:
    """Whether something of that chance happens."""
    return bool(rng.random() < share)


def one_of(rng: Random, shares: Mapping[T, float]) -> T:
    """One of some things, by their shares."""
    names, weights = list(shares), np.array(list(shares.values()), dtype=float)
    return names[int(rng.choice(len(names), p=weights / weights.sum()))]


def some_of(rng: Random, things: Any, share: float) -> tuple[Any, ...]:
    """Each of some things with a chance."""
    return tuple(thing for thing in things if chance(rng, share))


def a_request(rng: Random, number: int, postcodes: np.ndarray, *, on: date, homes: int) -> Request:
    """A request for one child, or for brothers and sisters together."""
    size = one_of(rng, GROUP_SIZES)
    family, school = rng.choice(postcodes, size=2)
    children = tuple(
        a_child(rng, f"R{number}-{letter}", str(family), str(school), on=on, homes=homes)
        for letter in LETTERS[:size]
    )
    asked = datetime.combine(on, time(9))
    emergency = chance(rng, 0.15)
    hours = int(rng.integers(3, 24)) if emergency else int(rng.integers(48, 600))
    return Request(
        id=f"R{number}",
        children=children,
        asked_at=asked,
        needed_by=asked + timedelta(hours=hours),
        emergency=emergency,
        expected_stay=one_of(rng, {Stay.SHORT_TERM: 6, Stay.LONG_TERM: 3, Stay.EMERGENCY: 1}),
        complexity=chance(rng, 0.2),
        residential_wish=chance(rng, 0.1),
        explored_in_county=("in-house fostering",) if chance(rng, 0.4) else (),
        no_go=(NoGo(postcode=str(rng.choice(postcodes)), miles=3.0, why="risk"),) if chance(rng, 0.1) else (),
        supports=some_of(rng, Domain, 0.05),
    )


def a_child(rng: Random, name: str, family: str, school: str, *, on: date, homes: int) -> Child:
    """A child with needs, places, wishes and people."""
    born = on - timedelta(days=int(rng.integers(0, 18 * 365)))
    levels = {domain: int(rng.choice(4, p=[0.55, 0.2, 0.15, 0.1])) for domain in Domain}
    person = KeyPerson(name="a brother", home=f"H{rng.integers(homes)}")
    return Child(
        id=name,
        born=born,
        needs=tuple(Need(domain=domain, level=level) for domain, level in levels.items() if level),
        essentials=some_of(rng, Essential, 0.02),
        places=(
            PlaceToReach(kind=Anchor.FAMILY, postcode=family),
            PlaceToReach(kind=Anchor.SCHOOL, postcode=school, weight=2),
        ),
        keep_school=chance(rng, 0.6),
        health_area=str(rng.choice(HEALTH_AREAS)),
        key_people=(person,) if chance(rng, 0.15) else (),
        wishes=tuple(Wish(feature=f, wanted=chance(rng, 0.8)) for f in some_of(rng, OF_WISHES, 0.15)),
        identity_needs=some_of(rng, IDENTITY_NEEDS, 0.08),
        apart_from=some_of(rng, (Mix.YOUNGER_CHILDREN, Mix.ANIMALS), 0.05),
        characteristics={"ethnicity": str(rng.choice(ETHNIC_GROUPS))},
    )


def a_home(rng: Random, number: int, postcodes: np.ndarray, requests: int) -> Home:
    """A home with everything about it known."""
    kind = Kind(one_of(rng, KINDS))
    fostering = kind in FOSTERING
    there = tuple(int(age) for age in rng.integers(0, 18, size=int(rng.choice(4, p=[0.4, 0.3, 0.2, 0.1]))))
    assessed = {f"R{request}": chance(rng, 0.95) for request in range(requests)} if there else {}
    low, high = _ages(rng, kind)
    return Home(
        id=f"H{number}",
        name=f"Home {number}",
        kind=kind,
        postcode=str(rng.choice(postcodes)),
        registered=chance(rng, 0.98),
        admitting=chance(rng, 0.95),
        stopped=chance(rng, 0.04),
        free_places=int(rng.choice(5, p=[0.1, 0.5, 0.25, 0.1, 0.05])),
        fostered=min(len(there), 3) if fostering else 0,
        exempt_up_to=4 if fostering and chance(rng, 0.05) else 0,
        ages_from=low,
        ages_to=high,
        approved_number=int(rng.integers(1, 5)),
        connected_to=_connected_to(rng, kind, requests),
        approved_for=some_of(rng, (Stay.SHORT_TERM, Stay.LONG_TERM, Stay.EMERGENCY), 0.7),
        skills={domain: int(rng.choice(4, p=[0.2, 0.35, 0.3, 0.15])) for domain in Domain},
        offers={item: chance(rng, 0.3) for item in Essential},
        features={feature: chance(rng, 0.5) for feature in OF_WISHES},
        identity={need: Identity(rng.choice(list(Identity), p=[0.3, 0.3, 0.4])) for need in IDENTITY_NEEDS},
        health_area=str(rng.choice(HEALTH_AREAS)),
        children_there=there,
        animals=chance(rng, 0.4),
        strain=int(rng.integers(0, 4)),
        mix_safe=assessed,
        weekly_cost=float(WEEKLY_COST.get(kind, 4_000)),
        characteristics={"ethnicity": str(rng.choice(ETHNIC_GROUPS))},
    )


def _connected_to(rng: Random, kind: Kind, requests: int) -> tuple[str, ...]:
    """Kinship carers are approved for the children of one family, here of one request."""
    if kind is not Kind.KINSHIP_FOSTERING:
        return ()
    family = int(rng.integers(requests))
    return tuple(f"R{family}-{letter}" for letter in LETTERS)


def _ages(rng: Random, kind: Kind) -> tuple[int, int]:
    if kind is Kind.SUPPORTED_ACCOMMODATION:
        return 16, 17
    low = int(rng.choice([0, 0, 5, 8, 11]))
    return low, int(rng.integers(max(low, 8), 19))
