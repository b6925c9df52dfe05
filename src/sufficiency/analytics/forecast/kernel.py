"""The simulation child by child, in plain Python that Numba compiles (see `compiled`).

Each child carries a budget of hazard, drawn from an exponential distribution; time uses it up at the child's
present rate, which changes only when a band ends or a year begins. When it is used up the child leaves or
moves. So nothing depends on a length of step, and each child's chances are the child's own: they do not change
because others came or went. Throughout, `r` is the replication, `m` the month, `i` the child and `t` the time
in days from day zero. `vectors` does the same for whole blocks, in the same order of arithmetic.
"""

import math

import numpy as np

from sufficiency.analytics.forecast.bands import (
    AGE_BANDS,
    ENTRY_GROUPS,
    KNOWN_LONG_DAYS,
    MOVER_GROUPS,
    SUPPORTED_FROM_GROUP,
    UNKNOWN_TIME_IN_CARE,
    Floats,
    Ints,
)
from sufficiency.analytics.forecast.causes import EIGHTEEN, EVENTS, MOVE
from sufficiency.analytics.forecast.chances import PARTS as CHANCES, exponential, pick, return_after, uniform
from sufficiency.analytics.forecast.people import AWAY, EVENING_BEFORE, IN_CARE, NEVER, NEW, People, Run
from sufficiency.analytics.forecast.steered import (
    PARTS as STEERED,
    diverted,
    is_for,
    is_steered_anew,
    planned_rate,
    rest_of,
    share_out,
)
from sufficiency.analytics.forecast.steering import ON_ENTRY, ON_MOVING, STAYS


def band_since(origin: float, starts: Ints, t: float, band: int) -> int:
    """How many of the starts, counted from the origin, have been reached; so many are known to have been."""
    # The same sum gives the moment a band ends, so that rounding cannot hold a child on its edge.
    while band < len(starts) and origin + starts[band] <= t:
        band += 1
    return band


def next_cut(origin: float, starts: Ints, band: int) -> float:
    """When a band ends."""
    ends: float = origin + starts[band] if band < len(starts) else NEVER
    return ends


def place_in_bands(run: Run, i: int, t: float) -> float:
    """Set the child's bands at a time; returns when the first of them ends."""
    world, people = run.world, run.people
    cuts = world.birthdays[people.born[i] - world.first_birth]
    people.age[i] = band_since(0.0, cuts, t, people.age[i])
    stay = band_since(people.placed[i], world.in_placement_days, t, people.in_placement[i])
    people.in_placement[i] = stay
    ends: float = min(
        next_cut(0.0, cuts, people.age[i]),
        next_cut(people.placed[i], world.in_placement_days, stay),
    )
    known_from: float = people.entered[i] + KNOWN_LONG_DAYS
    if people.unseen[i] and t < known_from:
        people.in_care[i] = UNKNOWN_TIME_IN_CARE
        return min(ends, known_from)
    before = people.in_care[i] if people.in_care[i] < UNKNOWN_TIME_IN_CARE else 0
    people.in_care[i] = band_since(people.entered[i], world.in_care_days, t, before)
    return min(ends, next_cut(people.entered[i], world.in_care_days, people.in_care[i]))


def rate_of(run: Run, r: int, m: int, i: int, event: int) -> float:
    """The child's rate a day for one event."""
    world, chances, people = run.world, run.chances, run.people
    age, kind = people.age[i], people.kind[i]
    of_child = chances.of_child[r, people.uasc[i], age, people.in_care[i], event]
    of_place = chances.of_place[r, kind, world.group_of_age[age], people.in_placement[i], event]
    rate: float = of_child * of_place * chances.times[r, world.year_of_month[m], kind, event]
    if run.steering.is_on:
        rate *= run.steering.times[m, people.uasc[i], world.group_of_age[age], kind, event]
    return rate


def rate_in_all(run: Run, r: int, m: int, i: int) -> float:
    """The child's rate a day for all events together."""
    world, chances, people = run.world, run.chances, run.people
    rate = 0.0
    if run.steering.is_on:
        for event in range(EVENTS):
            rate += rate_of(run, r, m, i, event)
        return rate + planned_rate(run, r, i)
    # Looked up row by row: this is where most of the time goes.
    age, kind = people.age[i], people.kind[i]
    of_child = chances.of_child[r, people.uasc[i], age, people.in_care[i]]
    of_place = chances.of_place[r, kind, world.group_of_age[age], people.in_placement[i]]
    times = chances.times[r, world.year_of_month[m], kind]
    for event in range(EVENTS):
        rate += of_child[event] * of_place[event] * times[event]
    return rate


def look_ahead(run: Run, r: int, m: int, i: int, t: float) -> None:
    """Work out the child's rate from now on, and when something next changes."""
    people = run.people
    ends = place_in_bands(run, i, t)
    people.since[i] = max(t, 0.0)
    people.rate[i], people.is_event[i], people.wake[i] = 0.0, False, ends
    if people.age[i] == AGE_BANDS:
        return
    rate = rate_in_all(run, r, m, i)
    happens = people.since[i] + people.budget[i] / rate if rate > 0.0 else NEVER
    people.rate[i] = rate
    people.is_event[i] = happens < ends
    people.wake[i] = min(happens, ends)


def use_up(people: People, i: int, t: float) -> None:
    """Take from the budget what was used since it was last looked at."""
    # Rounding may take a little more than there is.
    left = people.budget[i] - people.rate[i] * (t - people.since[i])
    people.budget[i] = max(left, 0.0)


def count(run: Run, r: int, m: int, i: int, t: float, change: int) -> None:
    """Count a child into (+1) or out of (-1) the present kind and age group, from the day of `t`."""
    kind, group = run.people.kind[i], run.world.group_of_age[run.people.age[i]]
    run.tallies.stock[r, m + 1, kind, group] += change
    run.tallies.days[r, m, kind] += change * (run.world.month_days[m + 1] - math.floor(t))


def arrive(run: Run, r: int, m: int, i: int, t: float) -> None:
    """A child comes into care, for the first time or again, unless 18 by then."""
    world, people, entrants = run.world, run.people, run.tallies.entrants
    people.entered[i], people.placed[i], people.unseen[i] = t, t, False
    people.in_care[i], people.in_placement[i] = 0, 0
    place_in_bands(run, i, t)
    if people.age[i] == AGE_BANDS:
        people.wake[i] = NEVER
        return
    group = world.group_of_age[people.age[i]]
    if people.uasc[i] == 1:
        group = ENTRY_GROUPS - 1 if group == SUPPORTED_FROM_GROUP else ENTRY_GROUPS - 2
    go_to(run, m, i, ON_ENTRY, run.chances.entry[r, world.year_of_month[m], group])
    people.budget[i] = exponential(people, i)
    people.status[i] = IN_CARE
    entrants[r, m, people.band[i] if people.cause[i] == NEW else entrants.shape[2] - 1] += 1
    count(run, r, m, i, t, 1)
    look_ahead(run, r, m, i, t)


def leave(run: Run, r: int, m: int, i: int, t: float, cause: int) -> None:
    """A child leaves care, and may come back before 18."""
    people = run.people
    count(run, r, m, i, t, -1)
    run.tallies.leavers[r, m, cause] += 1
    people.status[i], people.cause[i], people.wake[i] = AWAY, cause, NEVER
    if cause != EIGHTEEN:
        rates = run.chances.back[r, cause]
        people.wake[i] = t + return_after(rates, run.world.away_days, exponential(people, i))


def move(run: Run, r: int, m: int, i: int, t: float) -> None:
    """A child moves to another placement, perhaps of another kind."""
    world, people = run.world, run.people
    count(run, r, m, i, t, -1)
    group = world.group_of_age[people.age[i]]
    if people.uasc[i] == 1 and group == SUPPORTED_FROM_GROUP:
        group = MOVER_GROUPS - 1
    shares = run.chances.move[r, world.year_of_month[m], people.kind[i], group]
    go_to(run, m, i, ON_MOVING, shares)
    settle(run, r, m, i, t)


def settle(run: Run, r: int, m: int, i: int, t: float) -> None:
    """A placement begins, and with it the wait for what comes next."""
    people = run.people
    people.placed[i], people.in_placement[i] = t, 0
    people.budget[i] = exponential(people, i)
    count(run, r, m, i, t, 1)
    look_ahead(run, r, m, i, t)


def go_to(run: Run, m: int, i: int, occasion: int, shares: Floats) -> None:
    """Choose the kind of the child's next placement, as the chances and the levers have it."""
    people, steering = run.people, run.steering
    chance = uniform(people, i)
    kind = pick(shares, chance)
    if steering.is_on:
        who, group = people.uasc[i], run.world.group_of_age[people.age[i]]
        share = steering.divert[m, occasion, who, group, kind]
        if share > 0.0:
            to = steering.divert_to[m, occasion, who, group, kind]
            kind = diverted(share, to, kind, rest_of(shares, kind, chance))
    people.kind[i] = kind


def what_happens(run: Run, r: int, m: int, i: int) -> int:
    """Which event it is, each in proportion to its rate; planned moves are numbered after the others."""
    chance = uniform(run.people, i) * run.people.rate[i]
    for event in range(MOVE):
        chance -= rate_of(run, r, m, i, event)
        if chance < 0.0:
            return event
    if run.steering.is_on:
        for p in range(run.planned.shape[1]):
            if is_for(run, p, i):
                chance -= run.planned[r, p]
                if chance < 0.0:
                    return EVENTS + p
    return MOVE


def as_planned(run: Run, r: int, m: int, i: int, t: float, p: int) -> None:
    """A planned move comes about: out of care, or to one of its kinds."""
    people, cause = run.people, run.steering.plan_cause[p]
    if cause != STAYS:
        leave(run, r, m, i, t, cause)
        return
    count(run, r, m, i, t, -1)
    people.kind[i] = pick(run.steering.plan_to[p], uniform(people, i))
    settle(run, r, m, i, t)


def end_band(run: Run, r: int, m: int, i: int, t: float) -> None:
    """A child gets older or has been there longer, which changes the rates; at 18 the child leaves."""
    world, people, stock = run.world, run.people, run.tallies.stock
    use_up(people, i, t)
    before = people.age[i]
    look_ahead(run, r, m, i, t)
    if people.age[i] == AGE_BANDS:
        # Counted out of the band that the child was counted into.
        people.age[i] = before
        leave(run, r, m, i, t, EIGHTEEN)
        return
    stock[r, m + 1, people.kind[i], world.group_of_age[before]] -= 1
    stock[r, m + 1, people.kind[i], world.group_of_age[people.age[i]]] += 1


def wake_up(run: Run, r: int, m: int, i: int) -> None:
    """What happens to a child when something changes: arrival, event or the end of a band."""
    t = run.people.wake[i]
    if run.people.status[i] == AWAY:
        arrive(run, r, m, i, t)
    elif run.people.is_event[i]:
        event = what_happens(run, r, m, i)
        if event == MOVE:
            move(run, r, m, i, t)
        elif event > MOVE:
            as_planned(run, r, m, i, t, event - EVENTS)
        else:
            leave(run, r, m, i, t, event)
    else:
        end_band(run, r, m, i, t)


def carry_forward(run: Run, r: int, m: int) -> None:
    """Add the month's opening numbers to what changed in it."""
    stock, days = run.tallies.stock, run.tallies.days
    length = run.world.month_days[m + 1] - run.world.month_days[m]
    for kind in range(stock.shape[2]):
        for group in range(stock.shape[3]):
            stock[r, m + 1, kind, group] += stock[r, m, kind, group]
            days[r, m, kind] += length * stock[r, m, kind, group]


def live_through(run: Run, r: int, m: int, i: int) -> None:
    """One month of a child."""
    world, people = run.world, run.people
    begins, ends = float(world.month_days[m]), float(world.month_days[m + 1])
    anew = m == 0 or world.year_of_month[m] != world.year_of_month[m - 1]
    if run.steering.is_on:
        anew = anew or is_steered_anew(run, m, i)
    # Whoever's band ends at that moment is woken up for it anyway.
    if anew and people.status[i] == IN_CARE and people.wake[i] > begins:
        use_up(people, i, begins)
        # At the start those whose birthday is day zero have it still to come.
        look_ahead(run, r, m, i, begins if m > 0 else EVENING_BEFORE)
    while people.wake[i] < ends:
        wake_up(run, r, m, i)


def unsigned(number: int) -> int:
    """The number as one that is never below nought: Numba need not ask then, at each look-up, which end it counts from."""
    # To Numba both are integers; mypy knows only that NumPy's is no int.
    return np.uint64(number)  # type: ignore[return-value]


def next_month(run: Run, m: int, i: int) -> int:
    """The next month in which anything may change for a child: the child wakes up, or is in care as a year begins."""
    world, wake, in_care = run.world, run.people.wake[i], run.people.status[i] == IN_CARE
    months = unsigned(len(world.year_of_month))
    if not in_care and wake >= world.month_days[months]:
        return months
    m += unsigned(1)
    while m < months and wake >= world.month_days[m + unsigned(1)]:
        if in_care and world.year_of_month[m] != world.year_of_month[m - unsigned(1)]:
            return m
        m += unsigned(1)
    return m


def simulate(run: Run) -> None:
    """Carry every replication to the last month."""
    people, months = run.people, len(run.world.year_of_month)
    for r in range(unsigned(len(people.first) - 1)):
        if run.steering.is_on:
            for m in range(months):
                share_out(run, r, m)
                for i in range(unsigned(people.first[r]), unsigned(people.first[r + 1])):
                    live_through(run, r, m, i)
        else:
            # Nobody depends on anybody: child by child is quicker, as a child's numbers stay at hand.
            for i in range(unsigned(people.first[r]), unsigned(people.first[r + 1])):
                m = unsigned(0)
                while m < months:
                    live_through(run, r, m, i)
                    m = next_month(run, m, i)
        for m in range(months):
            carry_forward(run, r, m)


# What `compiled` must make known to Numba before it can compile `simulate`.
PARTS = (
    *CHANCES,
    *STEERED,
    band_since,
    next_cut,
    place_in_bands,
    rate_of,
    rate_in_all,
    look_ahead,
    use_up,
    count,
    arrive,
    leave,
    settle,
    go_to,
    move,
    as_planned,
    what_happens,
    end_band,
    wake_up,
    carry_forward,
    live_through,
    unsigned,
    next_month,
)
