"""A plain request and home that suit each other, what differs said by the test, and their ranking."""

from datetime import date

from sufficiency.analytics.matching.children import Child, Need, PlaceToReach
from sufficiency.analytics.matching.columns import Columns
from sufficiency.analytics.matching.homes import Home
from sufficiency.analytics.matching.ranking import rank
from sufficiency.analytics.matching.requests import Request
from sufficiency.analytics.matching.travel import Point
from sufficiency.analytics.matching.vocabulary import Anchor, Domain, Stay
from sufficiency.analytics.matching.worlds import Policy, World
from sufficiency.analytics.reference.kinds import Kind

OURS, NEXT_DOOR, FAR = "E10000003", "E10000029", "E06000016"
POINTS = {
    "CB11AA": Point(545_000, 258_000, OURS),
    "CB12BB": Point(547_000, 258_000, OURS),
    "CB13CC": Point(555_000, 258_000, OURS),
    "IP11AA": Point(580_000, 258_000, NEXT_DOOR),
    "LE11AA": Point(460_000, 304_000, FAR),
}
TODAY = date(2026, 11, 24)


def a_child(**facts):
    plain = {
        "id": "A",
        "born": date(2017, 3, 1),
        "needs": (Need(domain=Domain.BEHAVIOUR, level=2),),
        "places": (PlaceToReach(kind=Anchor.SCHOOL, postcode="CB1 1AA"),),
        "keep_school": True,
        "health_area": "south",
        "key_people": (),
        "wishes": (),
    }
    return Child(**{**plain, **facts})


def a_request(*children, **facts):
    plain = {
        "id": "R1",
        "children": children or (a_child(),),
        "expected_stay": Stay.SHORT_TERM,
        "complexity": False,
        "residential_wish": False,
        "explored_in_county": (),
    }
    return Request(**{**plain, **facts})


def a_home(name="H1", kind="in_house_fostering", **facts):
    plain = {
        "id": name,
        "kind": kind,
        "postcode": "CB1 2BB",
        "registered": True,
        "admitting": True,
        "stopped": False,
        "free_places": 2,
        "fostered": 0,
        "exempt_up_to": 0,
        "ages_from": 0,
        "ages_to": 18,
        "approved_number": 3,
        "approved_for": (Stay.SHORT_TERM,),
        "connected_to": ("A", "B", "C", "D"),
        "skills": {Domain.BEHAVIOUR: 2},
        "health_area": "south",
        "children_there": (),
        "animals": False,
        "strain": 0,
    }
    home = {**plain, **facts}
    return Home(**{**home, "kind": Kind(home["kind"])})


def ranked(request, *homes, authority=OURS, adjoining=(NEXT_DOOR,), on=TODAY, tolerance=10.0, weights=None):
    world = World(
        as_of=on,
        authority=authority,
        adjoining=adjoining,
        requests=(request,),
        homes=homes,
        policy=Policy(tolerance=tolerance, weights=weights or {}),
    )
    return rank(request, Columns(homes, POINTS), world)


def rankings_of(made):
    return [rank(request, made.columns, made.world) for request in made.world.requests]
