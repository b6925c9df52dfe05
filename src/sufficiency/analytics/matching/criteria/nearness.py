"""Nearness: to family, school and other places; to people; and schooling and health care that go on."""

import numpy as np

from sufficiency.analytics.matching.changes import Change
from sufficiency.analytics.matching.children import Child, KeyPerson, PlaceToReach
from sufficiency.analytics.matching.criteria.declaring import (
    Piece,
    Words,
    always,
    criterion,
    known_or_range,
    not_asked,
    nothing_asked,
    shared,
)
from sufficiency.analytics.matching.facing import Facing
from sufficiency.analytics.matching.known import Numbers
from sufficiency.analytics.matching.travel import closeness, minutes
from sufficiency.analytics.matching.vocabulary import Anchor

APART_WITH_PLAN = 0.3  # kept in touch by a plan, not living near
SCHOOL_RUN_MINUTES = 45.0  # the longest usual journey of a primary pupil in the statutory travel guidance
NAMES = {
    Anchor.FAMILY: "family",
    Anchor.SCHOOL: "school",
    Anchor.HEALTH: "health care",
    Anchor.OTHER: "places that matter",
}
_AWAY = Change("postcode", "", None, "nobody knew where it is")


@criterion(
    "Closeness to home, school, family time",
    weight=20,
    source="Children Act 1989, section 22C(8): near home; a curve, not a cliff at 20 miles",
)
def closeness_to_places(facing: Facing) -> list[Piece]:
    """Estimated minutes to each place the child keeps going to, there and back, on a smooth curve."""
    pieces = [piece for child in facing.request.children for piece in _places(facing, child)]
    return shared(pieces) if pieces else nothing_asked(facing, "there is no place to stay near")


@criterion(
    "Siblings and key relationships kept",
    weight=15,
    source="Siblings together go with fewer moves (r ≈ 0.16); Children Act 1989, section 22C(8)(c)",
)
def relationships(facing: Facing) -> list[Piece]:
    """Brothers, sisters and friends: in the same home, near by, or kept in touch by a plan."""
    pieces = [piece for child in facing.request.children for piece in _people(facing, child)]
    if facing.request.size > 1:
        pieces += nothing_asked(facing, "brothers and sisters stay together")
    return shared(pieces) if pieces else nothing_asked(facing, "there is nobody else to stay near")


@criterion(
    "Education and health continuity",
    weight=7,
    source="Care Planning Regulations 2010, regulation 10; Children Act 1989, section 22C(8)(b)",
)
def continuity(facing: Facing) -> list[Piece]:
    """Whether school and local health care can go on as they are."""
    pieces = [piece for child in facing.request.children for piece in _going_on(facing, child)]
    return shared(pieces) if pieces else nothing_asked(facing, "no school or health care must go on")


def _places(facing: Facing, child: Child) -> list[Piece]:
    if child.places is None:
        return [not_asked(facing, "Where are family, school and the other places the child goes to?")]
    return [_place(facing, place) for place in child.places if place.weight > 0]


def _place(facing: Facing, place: PlaceToReach) -> Piece:
    away = minutes(facing.columns.miles_to(place.postcode))
    low, high = known_or_range(closeness(away))
    name = NAMES[place.kind]
    return Piece(
        share=place.weight,
        low=low,
        high=high,
        good=_minutes_to(name, away),
        bad=_minutes_to(name, away),
        question=f"How far is it to {name}: where is the home, and where is {name}?",
        support=f"journeys to {name} arranged and paid",
        worst=_AWAY,
    )


def _people(facing: Facing, child: Child) -> list[Piece]:
    if child.key_people is None:
        return [not_asked(facing, "Whom should the child stay close to?")]
    return [_person(facing, person) for person in child.key_people]


def _person(facing: Facing, person: KeyPerson) -> Piece:
    columns = facing.columns
    away = minutes(columns.miles_to(person.postcode))
    near = APART_WITH_PLAN + (1 - APART_WITH_PLAN) * closeness(away)
    same = columns.where(f"same {person.home}", lambda home: home.id == person.home)
    low, high = known_or_range(np.where(same > 0, 1.0, near), least=APART_WITH_PLAN)
    return Piece(
        share=1,
        low=low,
        high=high,
        good=lambda row: f"with {person.name}" if same[row] else f"{_minutes(away[row])} from {person.name}",
        bad=lambda row: f"{_minutes(away[row])} from {person.name}",
        question=f"Where does {person.name} live, and where is the home?",
        support=f"a plan for seeing {person.name}",
        worst=_AWAY,
        floor=APART_WITH_PLAN,
    )


def _going_on(facing: Facing, child: Child) -> list[Piece]:
    pieces = []
    if child.keep_school is None:
        pieces.append(not_asked(facing, "Should the child stay at the same school?"))
    elif child.keep_school:
        pieces.append(_school(facing, child.place(Anchor.SCHOOL)))
    if child.health_area is not None:
        pieces.append(_health(facing, child.health_area))
    return pieces


def _school(facing: Facing, school: PlaceToReach | None) -> Piece:
    away = minutes(facing.columns.miles_to(school.postcode if school else None))
    low, high = known_or_range(1 / (1 + (away / SCHOOL_RUN_MINUTES) ** 4))
    return Piece(
        share=1,
        low=low,
        high=high,
        good=lambda row: f"same school, {_minutes(away[row])}",
        bad=lambda row: f"school run {_minutes(away[row])}",
        question="Can the child get to the same school from there?",
        support="transport to school",
        worst=_AWAY,
    )


def _health(facing: Facing, area: str) -> Piece:
    same = facing.columns.where(
        f"health {area}", lambda home: None if home.health_area is None else home.health_area == area
    )
    low, high = known_or_range(same)
    return Piece(
        share=1,
        low=low,
        high=high,
        good=always("same health service"),
        bad=always("another health service"),
        question="Which local health service is the home in?",
        support="a handover between health services",
        best=Change("health_area", "", area, "its health service carried on the child's care"),
        worst=Change("health_area", "", f"not {area}", "it were in another health area"),
    )


def _minutes_to(name: str, away: Numbers) -> Words:
    return lambda row: f"{name} {_minutes(away[row])} away"


def _minutes(value: float) -> str:
    return "a distance not known" if np.isnan(value) else f"{value:.0f} min"
