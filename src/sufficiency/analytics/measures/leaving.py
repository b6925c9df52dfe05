"""How children leave care, how long they stayed and whether they come back."""

import narwhals as nw
from narwhals import Expr, col

from sufficiency.analytics.measures.care import (
    STARTS,
    children_ceasing,
    children_in_care,
    children_starting,
    one_row_a_child,
)
from sufficiency.analytics.measures.dates import calendar_key
from sufficiency.analytics.measures.declaring import Better, Certainty, Measure, Period
from sufficiency.analytics.measures.figures import median, share
from sufficiency.analytics.measures.inputs import Frame, Inputs
from sufficiency.analytics.measures.needs import returns_before, starts_seen_for_median, table
from sufficiency.analytics.measures.placement_codes import ADOPTED
from sufficiency.analytics.measures.sources import CLA, LAIT, LOCAL
from sufficiency.analytics.reference.units import Unit

SPECIAL_GUARDIANSHIP = ("E43", "E44", "E45", "E46", "E47", "E48")  # E43 and E44 until 2017-18
CHILD_ARRANGEMENTS = "E41"
HOME_PLANNED, HOME_UNPLANNED = "E4A", "E4B"
DIED = "E2"
EARLIER_ORDERS = ("P1", "P2", "P3")
ORDER_KNOWN = (*EARLIER_ORDERS, "Z1")
ONE_YEAR = 10_000  # in a key of yyyymmdd


def children_by_length_of_care(inputs: Inputs) -> Frame:
    """Children in care with the days since their period of care began."""
    return children_in_care(inputs).with_columns(days=col("days_in_care"))


def starting_with_known_history(inputs: Inputs) -> Frame:
    """Children who started in the year and of whom it is known whether an order was made before."""
    known = one_row_a_child(inputs, "PrevPerm").filter(col("PREV_PERM").is_in(ORDER_KNOWN))
    before = known.select("child", "PREV_PERM")
    return children_starting(inputs).join(before, on="child", how="inner")


def left_the_year_before(inputs: Inputs) -> Frame:
    """Children who left care in the year before, and whether they were back within twelve months.

    Children who died or were adopted are left out.
    """
    left = children_ceasing(inputs.before).filter(~col("reason_ended").is_in((DIED, *ADOPTED)))
    starts = inputs.joined.episodes.filter(col("reason_started") == STARTS)
    back = left.select("child", left_on=col("ended")).join(
        starts.select("child", back_on=col("started")), on="child", how="inner"
    )
    # A start on the day of leaving is no return: the period of care just went on.
    soon = (col("back_on") > col("left_on")) & _within_a_year("left_on", "back_on")
    returned = back.filter(soon).select("child").unique().with_columns(is_back=nw.lit(value=True))
    return left.join(returned, on="child", how="left")


def _within_a_year(start: str, end: str) -> Expr:
    return calendar_key(col(end)) <= calendar_key(col(start)) + ONE_YEAR


# England, 2024-25: 9%.
adopted = Measure(
    id="adopted_pct",
    label="Children leaving care who were adopted",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    period=Period.YEAR,
    source=LAIT.item("%_of LAC Adopted"),
    certainty=Certainty.READ,
    population=children_ceasing,
    figure=share(col("reason_ended").is_in(ADOPTED)),
)

# England, 2024-25: 12%.
to_special_guardians = Measure(
    id="sgo_pct",
    label="Children leaving care to special guardians",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    period=Period.YEAR,
    source=LAIT.item("LAC_ceased_SGO%"),
    certainty=Certainty.READ,
    population=children_ceasing,
    figure=share(col("reason_ended").is_in(SPECIAL_GUARDIANSHIP)),
)

# England, 2024-25: 3%.
with_child_arrangements = Measure(
    id="cao_pct",
    label="Children leaving care under a child arrangements order",
    unit=Unit.PERCENT,
    better=Better.NEUTRAL,
    period=Period.YEAR,
    source=LAIT.item("children ceasing by reason"),
    certainty=Certainty.READ,
    population=children_ceasing,
    figure=share(col("reason_ended") == CHILD_ARRANGEMENTS),
)

# England, 2024-25: 16% planned and 3% unplanned.
went_home = Measure(
    id="reunified",
    label="Children leaving care who went home",
    unit=Unit.PERCENT,
    better=Better.NEUTRAL,
    period=Period.YEAR,
    source=LAIT.item("LAC_RetHome"),
    certainty=Certainty.READ,
    population=children_ceasing,
    figure=share(col("reason_ended").is_in((HOME_PLANNED, HOME_UNPLANNED))),
    split=("reason",),
    note="E4A as planned, E4B unplanned.",
)

# The year before, because twelve months must have passed since everyone left.
came_back = Measure(
    id="reentry",
    label="Children who left in the year before and were back within twelve months",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    period=Period.TWO_YEARS,
    source=LOCAL.item("after DfE and Rees Centre research on reunification"),
    certainty=Certainty.FROM_MEMORY,
    population=left_the_year_before,
    figure=share(col("is_back")),
    needs=(returns_before(1),),
    by=("reason",),
    note="Children who died or were adopted are left out.",
)

# P4 (not known) is left out: it says that nobody found out.
after_an_order = Measure(
    id="previous_permanence",
    label="Children starting who had a permanence order before",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    period=Period.YEAR,
    source=CLA.item("previous permanence arrangements"),
    certainty=Certainty.PARTLY_READ,
    population=starting_with_known_history,
    figure=share(col("PREV_PERM").is_in(EARLIER_ORDERS)),
    needs=(table("PrevPerm"),),
)

# From the start of the present period of care; earlier ones do not add to it.
time_in_care = Measure(
    id="duration_care",
    label="Median time that children in care have been looked after",
    unit=Unit.DAYS,
    better=Better.NEUTRAL,
    period=Period.AT_31_MARCH,
    source=CLA.item("periods of care"),
    certainty=Certainty.PARTLY_READ,
    population=children_by_length_of_care,
    figure=median("days"),
    needs=(starts_seen_for_median(children_by_length_of_care),),
)
