"""What levers change for one child, in plain Python that Numba compiles: part of `kernel`.

Numba's machine code is kept until kernel.py changes: change the two together.
"""

from sufficiency.analytics.forecast.bands import Floats
from sufficiency.analytics.forecast.people import IN_CARE, Run


def is_for(run: Run, p: int, i: int) -> bool:
    """Whether a planned move is for such a child as this one is now."""
    people = run.people
    group = run.world.group_of_age[people.age[i]]
    found: bool = run.steering.plan_for[p, people.uasc[i], group, people.kind[i]]
    return found


def planned_rate(run: Run, r: int, i: int) -> float:
    """The child's rate a day of being moved as planned."""
    rate = 0.0
    for p in range(run.planned.shape[1]):
        if is_for(run, p, i):
            rate += run.planned[r, p]
    return rate


def share_out(run: Run, r: int, m: int) -> None:
    """Spread each plan's children of a month over all those in care whom it is for."""
    people, plans = run.people, run.steering.plan_a_day
    for p in range(plans.shape[0]):
        run.planned[r, p] = 0.0
        if plans[p, m] > 0.0:
            here = 0
            for i in range(people.first[r], people.first[r + 1]):
                if people.status[i] == IN_CARE and is_for(run, p, i):
                    here += 1
            run.planned[r, p] = plans[p, m] / max(here, 1)


def is_steered_anew(run: Run, m: int, i: int) -> bool:
    """Whether levers change the child's rates as the month begins."""
    steering = run.steering
    if steering.turns[m]:
        return True
    for p in range(steering.plan_a_day.shape[0]):
        before = steering.plan_a_day[p, m - 1] if m > 0 else 0.0
        if (before > 0.0 or steering.plan_a_day[p, m] > 0.0) and is_for(run, p, i):
            return True
    return False


def rest_of(cumulative: Floats, kind: int, chance: float) -> float:
    """Where within the share of the kind it picked a chance lies, from 0 to 1: a chance used once more."""
    below = cumulative[kind - 1] if kind > 0 else 0.0
    rest: float = (chance - below) / (cumulative[kind] - below)
    return rest


def diverted(share: float, to: Floats, kind: int, rest: float) -> int:
    """The kind that a child goes to who would have gone to `kind`."""
    if rest >= share:
        return kind
    again, place = rest / share, 0
    while place < len(to) - 1 and again >= to[place]:
        place += 1
    return place


PARTS = (is_for, planned_rate, share_out, is_steered_anew, rest_of, diverted)
