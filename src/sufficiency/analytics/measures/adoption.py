"""Adoption scorecard: how long children wait for an adoptive home, over three years."""

from narwhals import col

from sufficiency.analytics.measures.adoption_journeys import (
    FOURTEEN_MONTHS_DAYS,
    SCORECARD_YEARS,
    adopted_by_matching,
    adopted_by_waiting,
    adopted_by_waiting_for_carer,
    in_the_adoption_process,
)
from sufficiency.analytics.measures.declaring import Better, Certainty, Measure, Period
from sufficiency.analytics.measures.figures import average, share
from sufficiency.analytics.measures.needs import returns_before, starts_seen, table, tables
from sufficiency.analytics.measures.sources import SCORECARDS
from sufficiency.analytics.reference.units import Unit

# The threshold fell from 639 days to 426 (14 months).
into_care_to_moving_in = Measure(
    id="A1",
    label="Mean days from coming into care to moving in with adopters",
    unit=Unit.DAYS,
    better=Better.LOWER,
    period=Period.THREE_YEARS,
    source=SCORECARDS.item("A1"),
    certainty=Certainty.PARTLY_READ,
    population=adopted_by_waiting,
    figure=average("days"),
    needs=(returns_before(SCORECARD_YEARS - 1), starts_seen(adopted_by_waiting)),
    note="National threshold 426 days.",
)

# A carer who adopts had the child at home long before: A1 would count that time as waiting.
into_care_to_carer = Measure(
    id="A10",
    label="Mean days from coming into care to moving in with adopters, foster carers from when they fostered",
    unit=Unit.DAYS,
    better=Better.LOWER,
    period=Period.THREE_YEARS,
    source=SCORECARDS.item("A10, in place of A1 from 2021-22"),
    certainty=Certainty.PARTLY_READ,
    population=adopted_by_waiting_for_carer,
    figure=average("days"),
    needs=(returns_before(SCORECARD_YEARS - 1), starts_seen(adopted_by_waiting_for_carer)),
    note="National threshold 426 days.",
)

# The threshold was 213 days in 2012 and has been 121 (4 months) since 2013-16.
order_to_match = Measure(
    id="A2",
    label="Mean days from the court’s authority to the match with adopters",
    unit=Unit.DAYS,
    better=Better.LOWER,
    period=Period.THREE_YEARS,
    source=SCORECARDS.item("A2"),
    certainty=Certainty.READ,
    population=adopted_by_matching,
    figure=average("days"),
    needs=(tables("AD1", years=SCORECARD_YEARS), starts_seen(adopted_by_matching)),
    note="None for a child matched before the order. National threshold 121 days.",
)

# Those who still wait are counted, or an authority would look better for never placing them.
waited_under_fourteen_months = Measure(
    id="A3",
    label="Children adopted or waiting who waited less than 14 months",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    period=Period.THREE_YEARS,
    source=SCORECARDS.item("A3, methodology of 2018"),
    certainty=Certainty.PARTLY_READ,
    population=in_the_adoption_process,
    figure=share(col("days") < FOURTEEN_MONTHS_DAYS),
    needs=(
        table("PlacedAdoption"),
        returns_before(SCORECARD_YEARS - 1),
        starts_seen(in_the_adoption_process),
    ),
)
