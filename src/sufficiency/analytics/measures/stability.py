"""How often children move, how long placements last and how they end."""

from datetime import date

from narwhals import col

from sufficiency.analytics.measures.declaring import Better, Certainty, Measure, Period
from sufficiency.analytics.measures.figures import each, median, share
from sufficiency.analytics.measures.inputs import Frame, Inputs
from sufficiency.analytics.measures.moves import (
    children_by_placements,
    children_by_social_workers,
    long_looked_after,
    placement_changes,
    placement_days,
    placements_ended,
    two_years_by_placements,
)
from sufficiency.analytics.measures.needs import returns_before, starts_seen_for_median, table
from sufficiency.analytics.measures.placement_codes import UNPLANNED
from sufficiency.analytics.measures.sources import CLA, LAIT, LOCAL, STABILITY
from sufficiency.analytics.reference.units import Unit


def long_looked_after_by_settledness(inputs: Inputs) -> Frame:
    """Under-16s in care for two and a half years, and whether they are settled for two."""
    two_years_ago = date(inputs.year.ending - 2, 3, 31)
    return long_looked_after(inputs).with_columns(is_settled=col("settled_since") <= two_years_ago)


# England: about one in ten. All periods of care in the year count, not just the present one.
three_or_more_placements = Measure(
    id="stability_3plus",
    label="Children with three or more placements in the year",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    period=Period.YEAR,
    source=LAIT.item("LACStable_2016on (formerly NI 62)"),
    certainty=Certainty.READ,
    population=children_by_placements,
    figure=share(col("placements") >= 3),
)

# England, 31 March 2025: 69%. Two returns before are enough: what began earlier is in them as begun.
settled_for_two_years = Measure(
    id="stability_2yr",
    label="Under-16s in care for two and a half years who are settled for two",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    period=Period.AT_31_MARCH,
    source=LAIT.item("LAC_LongStable% (formerly NI 63)"),
    certainty=Certainty.READ,
    population=long_looked_after_by_settledness,
    figure=share(col("is_settled")),
    needs=(returns_before(2),),
)

# England, 2024: 23%.
three_or_more_in_two_years = Measure(
    id="stability_2yr_3plus",
    label="Children in care for two years with three or more placements in them",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    period=Period.TWO_YEARS,
    source=STABILITY.item("placement stability"),
    certainty=Certainty.READ,
    population=two_years_by_placements,
    figure=share(col("placements") >= 3),
    needs=(returns_before(1),),
)

# A median, because a few placements that last a childhood would rule a mean.
length_of_placements = Measure(
    id="placement_duration",
    label="Median length of placements that ended",
    unit=Unit.DAYS,
    better=Better.HIGHER,
    period=Period.YEAR,
    source=CLA.item("duration of placements"),
    certainty=Certainty.PARTLY_READ,
    population=placements_ended,
    figure=median("days"),
    needs=(starts_seen_for_median(placements_ended),),
    by=("duration",),
)

# Other reasons (OTHER) stay in the denominator: nobody knows that they were planned.
unplanned_endings = Measure(
    id="unplanned_endings",
    label="Placement changes that were not planned",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    period=Period.YEAR,
    source=LOCAL.item("grouping of the published reasons for placement change"),
    certainty=Certainty.PARTLY_READ,
    population=placement_changes,
    figure=share(col("reason_changed").is_in(UNPLANNED)),
)

# Set against days, because a child who is here for a week has little time to be moved.
breakdowns = Measure(
    id="breakdown_rate",
    label="Placements that broke down for every 1,000 days",
    unit=Unit.PER_1000_DAYS,
    better=Better.LOWER,
    period=Period.YEAR,
    source=LOCAL.item("endings asked for by the carer or the child"),
    certainty=Certainty.FROM_MEMORY,
    population=placement_days,
    figure=each("breakdowns", for_every=1000, of="days"),
)

# Workers while a child was not looked after count too, as long as it is in care on 31 March.
three_or_more_social_workers = Measure(
    id="sw_instability",
    label="Children with three or more social workers in the year",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    period=Period.YEAR,
    source=LAIT.item("Stability_SocialWorker"),
    certainty=Certainty.READ,
    population=children_by_social_workers,
    figure=share(col("social_workers") >= 3),
    needs=(table("SWEpisodes"),),
)
