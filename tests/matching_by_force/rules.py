"""The hard rules once more, written plainly for one home and one request, without a line of the code under test.

Each rule answers True, False or None (not known). Kept apart on purpose: it is what the fast rules are judged by.
"""

from math import hypot

FOSTER = {"kinship_fostering", "in_house_fostering", "agency_fostering"}
HOMES_FOR_GROUPS = {"in_house_residential", "external_residential", "residential_school"}
METRES_IN_A_MILE = 1609.3


def no(answer):
    return None if answer is None else not answer


def and_(*answers):
    if False in answers:
        return False
    return None if None in answers else True


def or_(*answers):
    if True in answers:
        return True
    return None if None in answers else False


def reaches(left, right):
    return None if left is None or right is None else left >= right


def ages(request, day):
    found = []
    for child in request.children:
        age = child.age
        if child.born is not None:
            had = (day.month, day.day) >= (child.born.month, child.born.day)
            age = day.year - child.born.year - (0 if had else 1)
        found.append(age)
    return None if None in found else found


def answers(request, home, world, points):
    """Every rule's answer by id."""
    day, size = world.as_of, len(request.children)
    years = ages(request, day)
    youngest, oldest = (min(years), max(years)) if years else (None, None)
    kind, foster = str(home.kind), str(home.kind) in FOSTER
    group = kind in HOMES_FOR_GROUPS
    supported = kind == "supported_accommodation"
    alone = None if home.children_there is None else home.children_there == ()
    short = foster and request.emergency
    point = points.get((home.postcode or "").replace(" ", ""))
    return {
        "lawful_kind": foster or group or supported,
        "under_16_not_supported": True if not supported else reaches(youngest, 16),
        "supported_is_registered": True if not supported else home.registered,
        "registered": home.registered,
        "open_and_not_stopped": and_(home.admitting, no(home.stopped)),
        "free_places": reaches(home.free_places, size),
        "usual_fostering_limit": True if not foster else limit(request, home, size),
        "approved_ages": True
        if short
        else and_(reaches(youngest, home.ages_from), reaches(home.ages_to, oldest)),
        "approved_number": True if short else reaches(home.approved_number, size),
        "connected_children": True if kind != "kinship_fostering" else connected(request, home),
        "no_go_places": and_(True, *(clear(area, home, point, points) for area in request.no_go)),
        "essentials": and_(
            True, *(given(home, item, alone) for c in request.children for item in c.essentials)
        ),
        "safe_mix": mix(request, home, alone, youngest, oldest),
        "residential_from_12": True if not group else reaches(youngest, 12),
        "residential_reason": True if not group else or_(request.complexity, request.residential_wish),
        "county_explored_first": county(request, kind, world, point),
    }


def limit(request, home, size):
    after = None if home.fostered is None else home.fostered + size
    known = [c.key_people for c in request.children]
    same = None
    if None not in known:
        names = {p.name for people in known for p in people if p.sibling and p.home == home.id}
        same = reaches(len(names), home.fostered)
    nobody_there = None if home.fostered is None else home.fostered == 0
    return or_(reaches(3, after), reaches(home.exempt_up_to, after), nobody_there, same)


def connected(request, home):
    if home.connected_to is None:
        return None
    return all(child.id in home.connected_to for child in request.children)


def clear(area, home, point, points):
    if area.home is not None and area.home == home.id:
        return False
    if area.postcode is None:
        return True
    middle = points.get(area.postcode.replace(" ", ""))
    if middle is None or point is None:
        return None
    return (
        hypot(middle.easting - point.easting, middle.northing - point.northing)
        > area.miles * METRES_IN_A_MILE
    )


def given(home, item, alone):
    offered = home.offers.get(item)
    return or_(offered, alone) if str(item) == "solo" else offered


def mix(request, home, alone, youngest, oldest):
    assessed = home.mix_safe.get(request.id)
    apart = {str(m) for c in request.children for m in c.apart_from}
    found = []
    there = home.children_there
    if "animals" in apart:
        found.append(no(home.animals))
    if "any_children" in apart:
        found.append(alone)
    if "younger_children" in apart:
        found.append(
            True
            if there == () and oldest is not None
            else None
            if there is None or oldest is None
            else min(there) >= oldest
        )
    if "older_children" in apart:
        found.append(
            True
            if there == () and youngest is not None
            else None
            if there is None or youngest is None
            else youngest >= max(there)
        )
    if False in found or assessed is False:
        return False
    return True if assessed else and_(True if alone else None, *found)


def county(request, kind, world, point):
    explored = request.explored_in_county
    explored = None if explored is None else any(option.strip() for option in explored)
    inside = None if point is None or world.authority is None else point.authority == world.authority
    return or_(inside, kind == "kinship_fostering", explored)


def outcome(request, home, world, points):
    """Eligible, unknown or ruled out."""
    found = and_(*answers(request, home, world, points).values())
    return {True: "eligible", None: "unknown", False: "ruled_out"}[found]
