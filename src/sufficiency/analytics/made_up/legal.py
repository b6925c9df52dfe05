"""Legal statuses over a period of care: how it begins in law and what follows."""

import numpy as np
import polars as pl

from sufficiency.analytics.made_up.assumptions import law as given
from sufficiency.analytics.made_up.draws import Random, Whole, days_around, days_between, happens, pick
from sufficiency.analytics.made_up.states import CARE_ORDERS, Course, Status

_ORDERLY = sorted({beginning for shares in given.BEGINNINGS.values() for beginning in shares})
_BY_AGREEMENT = "V2"
_SCHEMA = {"period": pl.Int64, "date": pl.Int32, "status": pl.Int64}


def legal_statuses(rng: Random, periods: pl.DataFrame, plans: pl.DataFrame) -> pl.DataFrame:
    """Each legal status with the day it begins: period, date, status. The first begins with the period."""
    beginnings = _beginnings(rng, periods, plans)
    changes = [
        beginnings.select("period", date="started", status="first"),
        beginnings.filter(pl.col("second").is_not_null()).select("period", date="changed", status="second"),
        _full_orders(rng, beginnings),
        _as(plans, "ordered", Status.E1),
        _as(plans, "reversed", Status.C2),
    ]
    together = pl.concat([change.cast(_SCHEMA) for change in changes])  # type: ignore[arg-type]
    # What would have come after the child left never came.
    within = together.join(periods.select("period", "ended"), on="period").filter(
        pl.col("date") < pl.col("ended")
    )
    ordered = within.drop("ended").sort("period", "date")
    changed = pl.col("status") != pl.col("status").shift(1).over("period")
    return ordered.filter(changed.fill_null(value=True))


def _beginnings(rng: Random, periods: pl.DataFrame, plans: pl.DataFrame) -> pl.DataFrame:
    """Each period with its first status and, where another follows soon, that one and its day."""
    size = periods.height
    weights = np.array([[given.BEGINNINGS[course].get(word, 0.0) for word in _ORDERLY] for course in Course])
    drawn = np.array(_ORDERLY)[pick(rng, weights[periods["course"].to_numpy()])]
    known = periods.select("period", "started", "ended", "course").join(
        plans.select("period", "decided", "ordered", "by_consent"),
        on="period",
        how="left",
        maintain_order="left",
    )
    # By consent there are no proceedings.
    drawn = np.where(known["by_consent"].fill_null(value=False).to_numpy(), _BY_AGREEMENT, drawn)
    drawn = np.where(periods["number"].to_numpy() > 1, _without_protection(drawn), drawn)
    first = np.array([Status[word.split()[0]] for word in drawn])
    second = np.array([Status[word.split()[1]] if " " in word else -1 for word in drawn])
    changed = known["started"].to_numpy() + _first_lasts(rng, first, _limit(known), size)
    return known.with_columns(
        first=pl.Series(first),
        second=pl.when(pl.Series(second) >= 0).then(pl.Series(second)),
        changed=pl.Series(changed.astype(np.int32)),
    )


def _without_protection(beginnings: np.ndarray) -> np.ndarray:
    """The beginnings less police protection and emergency orders, of which a child has one in a life at most.

    The return's check of their length takes two in a year for one long one.
    """
    return np.array(
        [word.split()[-1] if word[0] == "L" else word for word in beginnings], dtype=beginnings.dtype
    )


def _limit(known: pl.DataFrame) -> Whole:
    """By when a first status is over: halfway to a decision for adoption, for the order must come before it."""
    halfway = (pl.col("decided") - pl.col("started")) // 2
    return known.select(halfway.fill_null(365).clip(lower_bound=3)).to_series().to_numpy().astype(np.int64)


def _first_lasts(rng: Random, first: Whole, limit: Whole, size: int) -> Whole:
    agreed = np.minimum(days_around(rng, *given.AGREEMENT_BEFORE_ORDER, size, least=5), limit)
    police = days_between(rng, *given.POLICE_PROTECTION_DAYS, size)
    emergency = days_between(rng, *given.EMERGENCY_ORDER_DAYS, size)
    lasting = {Status.L1: police, Status.L2: emergency, Status.J2: np.ones(size, dtype=np.int64)}
    return np.select([first == status for status in lasting], list(lasting.values()), default=agreed)


def _full_orders(rng: Random, beginnings: pl.DataFrame) -> pl.DataFrame:
    """Full care orders at the end of proceedings, unless a placement order is made by then."""
    chance = np.array([given.FULL_ORDER.get(course, 0.0) for course in Course])
    made = happens(rng, chance[beginnings["course"].to_numpy()], beginnings.height)
    interim = int(Status.C1)
    since = (
        pl.when(pl.col("first") == interim).then("started").when(pl.col("second") == interim).then("changed")
    )
    lasts = days_around(rng, *given.PROCEEDINGS_DAYS, beginnings.height, least=90)
    full = beginnings.with_columns(date=since + pl.Series(lasts)).filter(pl.Series(made))
    # Care and placement orders are made together; the return then has the placement order (E1).
    in_time = pl.col("ordered").is_null() | (pl.col("date") < pl.col("ordered"))
    return full.filter(pl.col("date").is_not_null() & in_time).select(
        "period", "date", status=pl.lit(int(Status.C2), dtype=pl.Int64)
    )


def _as(plans: pl.DataFrame, column: str, status: Status) -> pl.DataFrame:
    dated = plans.filter(pl.col(column).is_not_null())
    return dated.select("period", date=column, status=pl.lit(int(status), dtype=pl.Int64))


def under_care_order(statuses: pl.DataFrame, periods: pl.DataFrame) -> pl.DataFrame:
    """For each period, in order: order_from and order_until, between which a child may be placed with parents."""
    orders = statuses.filter(pl.col("status").is_in([int(status) for status in CARE_ORDERS]))
    first = orders.group_by("period").agg(order_from=pl.col("date").min())
    for_adoption = statuses.filter(pl.col("status") == int(Status.E1)).select(
        "period", adoption=pl.lit(value=True)
    )
    found = periods.select("period", "ended").join(first, on="period", how="left", maintain_order="left")
    found = found.join(for_adoption, on="period", how="left", maintain_order="left")
    # Without a care order the span is empty, and so it is where the plan is adoption.
    never = pl.col("order_from").is_null() | pl.col("adoption").fill_null(value=False)
    since = pl.when(never).then("ended").otherwise("order_from")
    return found.select("period", order_from=since, order_until="ended")


def protection_ends(statuses: pl.DataFrame, periods: pl.DataFrame) -> pl.DataFrame:
    """For each period, in order: days that police protection or an emergency order lasts at its start, or 0."""
    protected = pl.col("status").is_in([int(Status.L1), int(Status.L2)])
    lasts = pl.col("date").shift(-1).over("period") - pl.col("date")
    spans = statuses.with_columns(lasts=lasts).filter(protected).select("period", "lasts")
    return periods.select("period").join(spans, on="period", how="left", maintain_order="left").fill_null(0)


def moved_to_moves(statuses: pl.DataFrame, placements: pl.DataFrame) -> pl.DataFrame:
    """The statuses, with full care orders made on the day of a move that comes within days of them."""
    moves = placements.filter(pl.col("number") > 1).select("period", move=pl.col("started")).sort("move")
    before = pl.col("status").shift(1).over("period")
    known = statuses.with_row_index("row").with_columns(
        full=(pl.col("status") == int(Status.C2)) & (before == int(Status.C1)),
        latest=pl.col("date").shift(-1).over("period"),
        earliest=pl.col("date").shift(1).over("period"),
    )
    near = known.sort("date").join_asof(
        moves, left_on="date", right_on="move", by="period", strategy="nearest", tolerance=given.ORDER_ON_MOVING_DAY,
        check_sortedness=False,
    )  # fmt: skip
    # The order of the statuses stays as it was.
    room = (pl.col("move") > pl.col("earliest")) & (pl.col("move") < pl.col("latest").fill_null(2**30))
    date = pl.when(pl.col("full") & room.fill_null(value=False)).then("move").otherwise("date")
    return near.with_columns(date=date).sort("row").select("period", "date", "status")
