"""Numbers of children that a plan holds elsewhere, laid over the simulated numbers.

So many children at a time are counted in another kind, or not in care, replication by replication. They are taken
from the age groups and kinds in proportion to who is there, and never more than are there.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from sufficiency.analytics.forecast.bands import (
    KIND_INDEX,
    SUPPORTED_FROM_GROUP,
    Bools,
    Counts,
    Floats,
    Ints,
)
from sufficiency.analytics.forecast.causes import CAUSES, Cause
from sufficiency.analytics.forecast.levers.effects import Held
from sufficiency.analytics.forecast.months import Months
from sufficiency.analytics.reference.kinds import Kind

_HOME = CAUSES.index(Cause.HOME)


@dataclass(frozen=True)
class Counted:
    """What was counted of every replication: children, nights, entrants (the last: returns) and leavers by month."""

    stock: Counts
    days: Counts
    entrants: Counts
    leavers: Counts


@dataclass(frozen=True)
class Shortfall:
    """Where a plan counts on more children than are there: how many too few on average at the last month end."""

    held: Held
    planned: float
    found: float

    @property
    def missing(self) -> float:
        """Children that the plan counts on but that are not there."""
        return self.planned - self.found


def hold(counted: Counted, plans: Iterable[Held], months: Months) -> tuple[Counted, tuple[Shortfall, ...]]:
    """The counts with every plan laid over them, one after another, and where children ran out."""
    short = []
    for plan in plans:
        taken = take(counted.stock, plan)
        counted = _moved(counted, plan, taken, months)
        found = taken.sum(axis=(2, 3)).mean(axis=0)
        worst = int(np.argmax(plan.at_ends - found))
        # Numbers between whole children are met on average over the replications, to a hair.
        if plan.at_ends[worst] - found[worst] > 1.0 / len(taken) + 1e-6:
            short.append(Shortfall(plan, float(plan.at_ends[worst]), float(found[worst])))
    return counted, tuple(short)


def take(stock: Counts, plan: Held) -> Counts:
    """Who is taken [replication, month end, kind, age group] from the numbers in care."""
    return shared_out(np.where(_cells(plan), stock, 0), _whole(plan.at_ends, len(stock)))


def shared_out(eligible: Counts, wanted: Counts | Ints) -> Counts:
    """So many [replication, month end] of those eligible, in proportion to who is there and no more than that."""
    flat = eligible.reshape(*eligible.shape[:2], -1).astype(np.int64)
    below = np.cumsum(flat, axis=2)
    there = below[:, :, -1]
    wanted = np.minimum(wanted, there)
    # Running totals, rounded down, share whole children out and never take more than are there.
    running = wanted[:, :, None] * below // np.maximum(there, 1)[:, :, None]
    taken = np.diff(running, axis=2, prepend=0)
    return taken.reshape(eligible.shape).astype(np.int32)


def _whole(at_ends: Floats, size: int) -> Counts:
    """Whole children for each replication [replication, month end]; their mean is the number planned."""
    rounding = np.arange(size)[:, None] / size
    # A billionth keeps sums that ought to be whole from falling just short of it.
    whole: Counts = np.floor(at_ends[None] + rounding + 1e-9).astype(np.int32)
    return whole


def _cells(plan: Held) -> Bools:
    found = plan.who.of_kind[:, None] & plan.who.of_age[None]
    if plan.to is not None:
        found[KIND_INDEX[plan.to]] = False
    if plan.to is Kind.SUPPORTED_ACCOMMODATION:
        found[:, :SUPPORTED_FROM_GROUP] = False
    return found


def _moved(counted: Counted, plan: Held, taken: Counts, months: Months) -> Counted:
    if plan.to is not None:
        return into(counted, taken, KIND_INDEX[plan.to], month_days=months.days)
    stock, nights = counted.stock - taken, _nights(counted, taken, months.days)
    change = np.diff(taken.sum(axis=(2, 3)), axis=1)
    leavers, entrants = counted.leavers.copy(), counted.entrants.copy()
    leavers[:, :, _HOME] += np.maximum(change, 0)
    entrants[:, :, -1] += np.maximum(-change, 0)
    return Counted(stock, counted.days - nights, entrants, leavers)


def into(counted: Counted, taken: Counts, to: int, *, month_days: Ints) -> Counted:
    """The counts with those taken in another kind instead."""
    stock, nights = counted.stock - taken, _nights(counted, taken, month_days)
    days = counted.days - nights
    stock[:, :, to] += taken.sum(axis=2)
    days[:, :, to] += nights.sum(axis=2)
    return replace(counted, stock=stock, days=days)


def _nights(counted: Counted, taken: Counts, month_days: Ints) -> Counts:
    """Nights that those taken are elsewhere [replication, month, kind]."""
    by_kind = taken.sum(axis=3)
    lengths = np.diff(month_days)[None, :, None]
    # Within a month the number is taken to be half-way between its ends, and nobody is away longer than there.
    nights: Counts = np.minimum((by_kind[:, 1:] + by_kind[:, :-1]) * lengths // 2, counted.days)
    return nights.astype(np.int32)
