"""Approvals and notices that a home would need. They are triggers, never bars."""

from collections.abc import Iterator
from dataclasses import dataclass

from sufficiency.analytics.matching.facing import Facing
from sufficiency.analytics.matching.homes import Home
from sufficiency.analytics.matching.rules.declaring import Officer
from sufficiency.analytics.matching.vocabulary import Anchor
from sufficiency.analytics.reference.authorities import authorities, codes_today

DIRECTOR = "director of children's services"
KEY_STAGE_4_AGES = range(14, 17)
PLANNING = "Care Planning, Placement and Case Review Regulations 2010, regulation"


@dataclass(frozen=True)
class Approval:
    """Something that must be approved, or somebody who must be told, for this home."""

    id: str
    who: str
    what: str
    law: str


def approvals(facing: Facing, home: Home, *, adjoining: tuple[str, ...]) -> list[Approval]:
    """What placing the request in the home would need."""
    return [*_by_area(facing, home, adjoining), *_school(facing)]


def _by_area(facing: Facing, home: Home, adjoining: tuple[str, ...]) -> Iterator[Approval]:
    point = facing.columns.point_of_home(home)
    if point is None or point.authority is None or facing.authority is None:
        return
    if point.authority in codes_today(facing.authority):
        return
    near = {code for authority in adjoining for code in codes_today(authority)}
    if adjoining and point.authority not in near:
        yield Approval("at_a_distance", DIRECTOR, "approve a placement at a distance", f"{PLANNING} 11")
    else:
        yield Approval("out_of_area", Officer.NOMINATED, _out_of_area(adjoining), f"{PLANNING} 11")
    named = authorities().get(point.authority)
    yield Approval(
        "host_notice",
        named.name if named else point.authority,
        "is told before the placement, or within five working days in an emergency",
        f"{PLANNING} 13",
    )


def _out_of_area(adjoining: tuple[str, ...]) -> str:
    """Without our neighbours nobody can tell near from far: said, never taken for near in silence."""
    what = "approve a placement out of the area"
    return (
        what if adjoining else f"{what}; whether it is at a distance is not known, no neighbour being named"
    )


def _school(facing: Facing) -> Iterator[Approval]:
    ages = {child.years(facing.on) for child in facing.request.children if child.place(Anchor.SCHOOL)}
    if ages & set(KEY_STAGE_4_AGES):
        yield Approval(
            "key_stage_4",
            Officer.NOMINATED,
            "approve any change of school in key stage 4",
            f"{PLANNING} 10",
        )
