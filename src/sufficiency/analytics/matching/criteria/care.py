"""Care itself: needs met by skills and support, the household's load, and the length of stay."""

from collections.abc import Iterator

import numpy as np

from sufficiency.analytics.matching.changes import Change
from sufficiency.analytics.matching.children import Child, Need
from sufficiency.analytics.matching.criteria.declaring import (
    Piece,
    always,
    criterion,
    known_or_range,
    not_asked,
    nothing_asked,
    shared,
)
from sufficiency.analytics.matching.facing import Facing
from sufficiency.analytics.matching.known import Numbers
from sufficiency.analytics.matching.vocabulary import HIGHEST_LEVEL

FULL_HOUSE = 5  # other children at which a household is as busy as it can be
STAY_NOT_OFFERED = 0.5  # approval can be changed; until then half the points


@criterion(
    "Needs met by skills and support",
    weight=30,
    source="Behavioural difficulty met without skill goes with moves (r ≈ 0.35); matching design, 3.1 and 3.4",
)
def needs(facing: Facing) -> list[Piece]:
    """For each child and domain of need: the share of the need (0–3) that skills and promised support cover."""
    children = facing.request.children
    pieces = [piece for child in children for piece in _needs_of(facing, child)]
    return shared(pieces) if pieces else nothing_asked(facing, "no particular skill is needed")


@criterion(
    "Household load and match with others there",
    weight=6,
    source="Effect on the household: Fostering National Minimum Standards, standard 15",
)
def household(facing: Facing) -> list[Piece]:
    """How many other children live there and how stretched the household is."""
    there = facing.columns.where(
        "children there", lambda home: None if home.children_there is None else len(home.children_there)
    )
    strain = facing.columns.numbers("strain")
    return shared(
        [
            _load(
                np.clip(1 - there / FULL_HOUSE, 0, 1),
                "a quiet household",
                "a busy household",
                "children_there",
            ),
            _load(1 - strain / HIGHEST_LEVEL, "carers have room", "the household is stretched", "strain"),
        ]
    )


@criterion(
    "Expected length and permanence fit",
    weight=4,
    source="Plan and approval agree: Care Planning Regulations 2010, regulation 5",
)
def stay(facing: Facing) -> list[Piece]:
    """Whether the home is approved for the length of stay that is planned."""
    expected = facing.request.expected_stay
    if expected is None:
        return [not_asked(facing, "How long is the stay expected to be?")]
    offered = facing.columns.approved(expected)
    low, high = known_or_range(
        np.where(np.isnan(offered), np.nan, np.maximum(offered, STAY_NOT_OFFERED)), least=STAY_NOT_OFFERED
    )
    words = expected.replace("_", "-")
    return [
        Piece(
            share=1,
            low=low,
            high=high,
            good=always(f"approved for a {words} stay"),
            bad=always(f"not approved for a {words} stay"),
            question=f"Is it approved for a {words} stay?",
            support="a change of approval",
            best=Change("approved_for", "", (expected,), f"it were approved for a {words} stay"),
            worst=Change("approved_for", "", (), "it were approved for nothing"),
            floor=STAY_NOT_OFFERED,
        )
    ]


def _needs_of(facing: Facing, child: Child) -> Iterator[Piece]:
    for need in child.needs:
        if need.level != 0:
            yield _need(facing, child, need)


def _need(facing: Facing, child: Child, need: Need) -> Piece:
    support = 1 if need.domain in facing.request.supports else 0
    skill = facing.columns.skill(need.domain)
    low, high = _covered(skill, need.level, support)
    level = need.level or HIGHEST_LEVEL
    label = need.domain.label.lower()
    whose = f" for {child.id}" if facing.request.size > 1 else ""
    return Piece(
        share=level,
        low=low,
        high=high,
        good=always(f"skills for {label}{whose}"),
        bad=lambda row: f"{label}{whose}: needs {level}, the home has {_number(skill[row])}",
        question=f"What can the home do for {label}?"
        if need.level is not None
        else f"How high is the need: {label}{whose}?",
        support=f"training and support for {label}",
        best=Change("skills", need.domain, HIGHEST_LEVEL, f"it had skills of 3 for {label}"),
        worst=Change("skills", need.domain, 0, f"it had no skill for {label}"),
        floor=min(support / level, 1.0),
    )


def _covered(skill: Numbers, level: int | None, support: int) -> tuple[Numbers, Numbers]:
    """The share of a need that is covered, low and high."""
    worst = np.where(np.isnan(skill), 0, skill) + support
    best = np.where(np.isnan(skill), HIGHEST_LEVEL, skill) + support
    if level is None:
        return np.minimum(worst / HIGHEST_LEVEL, 1), np.ones(len(skill))
    return np.minimum(worst / level, 1), np.minimum(best / level, 1)


def _load(values: Numbers, good: str, bad: str, name: str) -> Piece:
    low, high = known_or_range(values)
    easiest = 0 if name == "strain" else ()
    question = (
        "How stretched is the household?"
        if name == "strain"
        else "Which children live there now, of what age?"
    )
    return Piece(
        share=1,
        low=low,
        high=high,
        good=always(good),
        bad=always(bad),
        question=question,
        support="short breaks and a support worker",
        best=Change(name, "", easiest, good),
        worst=Change(name, "", None, "nobody knew it"),
    )


def _number(value: float) -> str:
    return "not said" if np.isnan(value) else f"{value:.0f}"
