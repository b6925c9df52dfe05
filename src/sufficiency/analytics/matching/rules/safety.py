"""What keeps children safe: places and people to avoid, essentials, and the mix of children."""

import numpy as np

from sufficiency.analytics.matching.facing import Facing
from sufficiency.analytics.matching.homes import Home
from sufficiency.analytics.matching.known import (
    NO,
    UNKNOWN,
    Answers,
    Numbers,
    any_of,
    at_least,
    every,
    is_true,
    opposite,
)
from sufficiency.analytics.matching.requests import NoGo
from sufficiency.analytics.matching.rules.declaring import Officer, rule
from sufficiency.analytics.matching.vocabulary import Essential, Mix

JUST_OUTSIDE_MILES = 1e-6


@rule(
    "H7",
    law="Children Act 1989, section 22(3): duty to safeguard",
    link="https://www.legislation.gov.uk/ukpga/1989/41/section/22",
    evidence="risk plan, court order or contact ban",
    fact="it is in, or is, a place recorded as not safe for this child",
    reads="postcode",
    asks="Where is the home, so that it can be compared with places that are not safe?",
)
def no_go_places(facing: Facing) -> Answers:
    """The home is not a place, or in an area, that is recorded as not safe for the child."""
    return every((_clear_of(facing, area) for area in facing.request.no_go), len(facing))


@rule(
    "H8",
    law="Children Act 1989, section 22C(9): suitable to the child's needs, disability included",
    link="https://www.legislation.gov.uk/ukpga/1989/41/section/22C",
    evidence="what the home has confirmed it can give",
    fact="not all essentials are there: {home.offers}",
    reads="offers",
    asks="Can it give everything that is essential?",
    may_waive=Officer.TEAM_MANAGER,
)
def essentials(facing: Facing) -> Answers:
    """The home can give everything marked as essential."""
    wanted = {item for child in facing.request.children for item in child.essentials}
    return every((_offers(facing, item) for item in sorted(wanted)), len(facing))


@rule(
    "H9",
    law="Fostering National Minimum Standards 2011, standard 15; matching and effect on the household",
    link="https://www.gov.uk/government/publications/fostering-services-national-minimum-standards",
    evidence="impact assessment",
    fact="the mix with children there is not safe (ages there: {home.children_there}; assessment: {home.mix_safe})",
    reads="children_there",
    asks="Is there an impact assessment of the mix of children?",
    may_waive=Officer.TEAM_MANAGER,
)
def safe_mix(facing: Facing) -> Answers:
    """The mix with the children already there is safe; without an impact assessment that is not known."""
    columns = facing.columns
    assessed = is_true(columns.mix_safe(facing.request.id))
    alone = _nobody_there(facing)
    unassessed = any_of(alone, facing.all(None))
    apart = {mix for child in facing.request.children for mix in child.apart_from}
    kept = every((_kept_apart(facing, mix) for mix in sorted(apart)), len(facing))
    # An assessment settles what is not known; it cannot set aside a risk that is recorded: that is a person's decision.
    answer = np.where(assessed == UNKNOWN, np.minimum(unassessed, kept), assessed)
    return np.where(kept == NO, NO, answer).astype(np.int8)


def _clear_of(facing: Facing, area: NoGo) -> Answers:
    columns = facing.columns
    named = is_true(columns.where(f"is {area.home}", lambda home: home.id == area.home))
    if area.postcode is None:
        return opposite(named)
    away = at_least(columns.miles_to(area.postcode), area.miles + JUST_OUTSIDE_MILES)
    return np.minimum(opposite(named), away)


def _offers(facing: Facing, item: Essential) -> Answers:
    offered = is_true(facing.columns.offers(item))
    return any_of(offered, _nobody_there(facing)) if item is Essential.SOLO else offered


def _nobody_there(facing: Facing) -> Answers:
    there = facing.columns.where("children there", _count_there)
    return opposite(is_true(there))


def _kept_apart(facing: Facing, mix: Mix) -> Answers:
    columns, request = facing.columns, facing.request
    if mix is Mix.ANIMALS:
        return opposite(is_true(columns.numbers("animals")))
    if mix is Mix.ANY_CHILDREN:
        return _nobody_there(facing)
    if mix is Mix.YOUNGER_CHILDREN:
        youngest = columns.where("youngest there", _youngest)
        return at_least(youngest, facing.age_column(request.oldest(facing.on)))
    oldest: Numbers = columns.where("oldest there", _oldest)
    return at_least(facing.age_column(request.youngest(facing.on)), oldest)


def _count_there(home: Home) -> float | None:
    return None if home.children_there is None else len(home.children_there)


def _youngest(home: Home) -> float | None:
    return None if home.children_there is None else min(home.children_there, default=99)


def _oldest(home: Home) -> float | None:
    return None if home.children_there is None else max(home.children_there, default=-1)
