"""The best arrangement of a small world by trying every one, for comparing with the optimiser."""

from itertools import product


def best_value(rankings, worth):
    """The highest total over all arrangements that keep room, limits and who must be apart."""
    choices = [[None, *ranking.order] for ranking in rankings]
    return max(
        sum(worth(number, home) for number, home in enumerate(chosen) if home is not None)
        for chosen in product(*choices)
        if all(holds(rankings, home, chosen) for home in set(chosen) - {None})
    )


def most_together(rankings):
    """The most children of sibling groups that can be placed together."""
    return best_value(rankings, lambda number, _home: len(rankings[number].request.children))


def holds(rankings, home, chosen):
    """Whether a home can hold those who would go there."""
    requests = [rankings[number].request for number, place in enumerate(chosen) if place == home]
    place, day = rankings[0].homes[home], rankings[0].facing.on
    size = sum(len(request.children) for request in requests)
    if len(requests) == 1:
        return True
    if size > (place.free_places or 0):
        return False
    if any("solo" in map(str, c.essentials) for request in requests for c in request.children):
        return False
    limit = max(3, place.exempt_up_to or 0)
    if place.is_fostering and (place.fostered or 0) + size > limit:
        return False
    return not any(apart(one, other, day) for one in requests for other in requests if one is not other)


def apart(one, other, day):
    mixes = {str(mix) for child in one.children for mix in child.apart_from}
    mine, theirs = ([child.years(day) for child in request.children] for request in (one, other))
    if "any_children" in mixes:
        return True
    if mixes & {"younger_children", "older_children"} and None in (*mine, *theirs):
        return True
    return ("younger_children" in mixes and min(theirs) < max(mine)) or (
        "older_children" in mixes and max(theirs) > min(mine)
    )
