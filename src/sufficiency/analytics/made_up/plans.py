"""Plans for adoption: when each step is taken, and which plans are reversed."""

import numpy as np
import polars as pl

from sufficiency.analytics.made_up import days
from sufficiency.analytics.made_up.assumptions import law as given
from sufficiency.analytics.made_up.draws import (
    Floats,
    Random,
    Whole,
    days_around,
    days_between,
    happens,
    pick_from,
)
from sufficiency.analytics.made_up.states import Course

YOUNG = 5  # years; plans that are reversed are made for children who came younger than this


def adoption_plans(rng: Random, periods: pl.DataFrame) -> pl.DataFrame:
    """The plans made in periods of care, at most one a person.

    Columns: period, decided, ordered (placement order; null by consent), matched, placed, by_carer, by_consent,
    reversed, why_reversed. Days are numbers; matched and placed are null where the plan was reversed.
    """
    carried_out = _carried_out(rng, periods.filter(pl.col("course") == int(Course.ADOPTION)))
    given_up = _given_up(rng, periods)
    return pl.concat([carried_out, given_up], how="diagonal_relaxed").sort("period")


def _carried_out(rng: Random, periods: pl.DataFrame) -> pl.DataFrame:
    started, ended = (periods[name].to_numpy().astype(np.int64) for name in ("started", "ended"))
    decided, matched, placed = (
        started + np.rint(stage).astype(np.int64) for stage in _stages(rng, ended - started)
    )
    consent = happens(rng, given.BY_CONSENT, periods.height)
    soon, late = given.DAYS_TO_PLACEMENT_ORDER
    # The order comes after the decision (rule 554) and before the match.
    ordered = np.minimum(decided + days_between(rng, soon, late, periods.height), matched - 1)
    return periods.select("period").with_columns(
        decided=pl.Series(decided.astype(np.int32)),
        ordered=pl.when(pl.Series(~consent)).then(pl.Series(ordered.astype(np.int32))),
        matched=pl.Series(matched.astype(np.int32)),
        placed=pl.Series(placed.astype(np.int32)),
        by_carer=pl.Series(happens(rng, given.BY_CURRENT_CARER, periods.height)),
        by_consent=pl.Series(consent),
    )


def _stages(rng: Random, length: Whole) -> list[Floats]:
    """Days into the period of decision, match and placing, for periods of those lengths."""
    spread = np.exp(
        given.ADOPTION_STAGES_SPREAD * rng.standard_normal((len(length), len(given.ADOPTION_STAGES)))
    )
    # Shares of the time there is, so that the order of the steps and the day of the adoption hold by themselves.
    parts = np.array(given.ADOPTION_STAGES) * spread
    reached = parts.cumsum(axis=1) / parts.sum(axis=1, keepdims=True)
    return [reached[:, stage] * length for stage in range(len(given.ADOPTION_STAGES) - 1)]


def _given_up(rng: Random, periods: pl.DataFrame) -> pl.DataFrame:
    young = (pl.col("started") - pl.col("born")) < YOUNG * days.YEAR
    last = pl.col("number") == pl.col("number").max().over("person")
    # Not for children who come back: their plan would have ended before the start that the return shows.
    long = periods.filter((pl.col("course") == int(Course.LONG)) & young & last)
    long = long.filter(pl.Series(happens(rng, given.PLAN_REVERSED, long.height)))
    started, ended = (long[name].to_numpy().astype(np.int64) for name in ("started", "ended"))
    decided = started + days_around(rng, *given.DAYS_TO_DECISION, long.height, least=100)
    ordered = decided + days_between(rng, *given.DAYS_TO_PLACEMENT_ORDER, long.height)
    # A plan that stands as the child leaves ends that day (rule 557).
    turned = np.minimum(ordered + days_around(rng, *given.DAYS_TO_REVERSAL, long.height, least=60), ended)
    return long.select("period", "ended").with_columns(
        decided=pl.Series(decided.astype(np.int32)),
        ordered=pl.Series(ordered.astype(np.int32)),
        reversed=pl.Series(turned.astype(np.int32)),
        why_reversed=pl.Series(pick_from(rng, given.WHY_REVERSED, long.height)),
    ).filter(pl.col("ordered") + 1 < pl.col("ended")).drop("ended")  # fmt: skip
