"""How far a home is from the places a child goes to, from real postcodes, as minutes and as closeness."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from sufficiency.analytics.matching.known import Numbers
from sufficiency.analytics.matching.worlds import World
from sufficiency.analytics.reference.postcodes import KILOMETRES_IN_A_MILE, find_postcodes

# Assumptions (certainty C): no timetable or road map is read, so that nothing leaves the council.
ROAD_TO_STRAIGHT = 1.3  # roads bend: miles by road for a straight mile
SETTING_OFF_MINUTES = 3.0
LOCAL_MILES = 5.0  # the first miles are through streets
LOCAL_MILES_AN_HOUR, OPEN_MILES_AN_HOUR = 20.0, 38.0
HALF_CLOSE_MINUTES = 40.0  # a journey this long counts half as close


@dataclass(frozen=True)
class Point:
    """Where a postcode is: metres on the national grid, and the authority."""

    easting: float
    northing: float
    authority: str | None


def straight_miles(point: Point, eastings: Numbers, northings: Numbers) -> Numbers:
    """Straight miles from a point."""
    metres = np.hypot(eastings - point.easting, northings - point.northing)
    return metres / 1000 / KILOMETRES_IN_A_MILE


def minutes(straight: Numbers) -> Numbers:
    """Estimated minutes by car, one way, for straight miles."""
    road = straight * ROAD_TO_STRAIGHT
    local = np.minimum(road, LOCAL_MILES)
    return SETTING_OFF_MINUTES + 60 * (local / LOCAL_MILES_AN_HOUR + (road - local) / OPEN_MILES_AN_HOUR)


def closeness(one_way: Numbers) -> Numbers:
    """1 for next door, falling smoothly: a half at 40 minutes, a tenth at two hours. No cliff at any distance."""
    return 1 / (1 + (one_way / HALF_CLOSE_MINUTES) ** 2)


def points_of(world: World, *, cache: Path | None = None) -> Mapping[str, Point]:
    """Where every postcode of a world is; those not in the list are left out."""
    return points(_postcodes(world), cache=cache)


def points(postcodes: Iterable[str], *, cache: Path | None = None) -> Mapping[str, Point]:
    """Where postcodes are, by the postcode in capitals without spaces."""
    found = find_postcodes(pl.Series(sorted(set(postcodes)), dtype=pl.String), cache=cache)
    rows: Iterable[tuple[Any, ...]] = found.drop_nulls(["easting", "northing"]).iter_rows()
    return {postcode: Point(easting, northing, authority) for postcode, easting, northing, authority in rows}


def _postcodes(world: World) -> set[str]:
    asked = [home.postcode for home in world.homes]
    for request in world.requests:
        asked += [area.postcode for area in request.no_go]
        for child in request.children:
            asked += [place.postcode for place in child.places or ()]
            asked += [person.postcode for person in child.key_people or ()]
    return {postcode for postcode in asked if postcode}
