"""Settings that the law watches: supported accommodation, residential care of the young, deprivation of liberty."""

import narwhals as nw
from narwhals import col

from sufficiency.analytics.measures.care import children_in_care
from sufficiency.analytics.measures.dates import age_at
from sufficiency.analytics.measures.declaring import Better, Certainty, Measure, Period
from sufficiency.analytics.measures.figures import count, share
from sufficiency.analytics.measures.inputs import Frame, Inputs
from sufficiency.analytics.measures.needs import kept_elsewhere, table
from sufficiency.analytics.measures.placement_codes import CHILDRENS_HOMES, SUPPORTED
from sufficiency.analytics.measures.sources import LAIT, LOCAL, RETURN_903
from sufficiency.analytics.reference.units import Unit


def aged_16_or_17(inputs: Inputs) -> Frame:
    """Children in care aged 16 or 17."""
    return children_in_care(inputs).filter(col("age").is_between(16, 17))


def under_twelve(inputs: Inputs) -> Frame:
    """Children in care aged under 12."""
    return children_in_care(inputs).filter(col("age") < 12)


def in_supported_settings(inputs: Inputs) -> Frame:
    """Children in supported or unregulated settings on any day of the year, with the age they first were."""
    year = inputs.year
    there = (col("started") <= year.end) & (col("ended").is_null() | (col("ended") > year.start))
    episodes = inputs.own.episodes.filter(there & col("place").is_in(SUPPORTED))
    described = episodes.join(inputs.own.children, on="child", how="left")
    first_day = nw.when(col("started") < year.start).then(nw.lit(year.start)).otherwise(col("started"))
    ages = described.with_columns(age=age_at(col("born"), first_day))
    return ages.filter(~col("age").is_null()).group_by("child").agg(age=col("age").min())


def children_by_order(inputs: Inputs) -> Frame:
    """Children in care and whether an order that deprives them of liberty was in force on 31 March."""
    day = inputs.year.end
    in_force = (col("DOLO_START") <= day) & (col("DOLO_END").is_null() | (col("DOLO_END") > day))
    deprived = (
        inputs.table("DoLo")
        .filter(in_force)
        .select("child")
        .unique()
        .with_columns(deprived=nw.lit(value=True))
    )
    return children_in_care(inputs).join(deprived, on="child", how="left")


# The whole age group, not all children: only they may live in supported accommodation.
in_supported_at_16_or_17 = Measure(
    id="supported_16_17",
    label="16 and 17 year olds in supported accommodation",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    period=Period.AT_31_MARCH,
    source=LOCAL.item("supported accommodation as a share of the age group"),
    certainty=Certainty.READ,
    population=aged_16_or_17,
    figure=share(col("place").is_in(SUPPORTED)),
)

# A code cannot tell: some children in other placements are where no registration is needed.
unregistered_placements = Measure(
    id="unregistered",
    label="Children in settings that ought to be registered and are not",
    unit=Unit.CHILDREN,
    better=Better.LOWER,
    period=Period.ANY_DAY,
    source=LAIT.item("LAC_Other_Place_Inc_Unreg"),
    certainty=Certainty.PARTLY_READ,
    needs=(kept_elsewhere("the registration of each setting"),),
    note="Other placements (mix_other) are the most it can be.",
)

# Any day of the year: a stay that ended is a breach all the same.
too_young_for_supported = Measure(
    id="under16_supported",
    label="Under-16s in supported or unregulated settings on any day",
    unit=Unit.CHILDREN,
    better=Better.LOWER,
    period=Period.ANY_DAY,
    source="The Care Planning (Amendment) Regulations 2021 and Supported Accommodation Regulations 2023",
    certainty=Certainty.PARTLY_READ,
    population=in_supported_settings,
    figure=count(col("age") < 16),
    note="Unlawful since 9 September 2021: it should be none.",
)

young_in_residential_care = Measure(
    id="under12_residential",
    label="Under-12s in children’s homes",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    period=Period.AT_31_MARCH,
    source=LOCAL.item("sufficiency strategies"),
    certainty=Certainty.FROM_MEMORY,
    population=under_twelve,
    figure=share(col("place").is_in(CHILDRENS_HOMES)),
    note="Family centres and mother and baby units (R3) are not children’s homes.",
)

deprived_of_liberty = Measure(
    id="dolo",
    label="Children deprived of liberty by a court’s order at 31 March",
    unit=Unit.CHILDREN,
    better=Better.LOWER,
    period=Period.AT_31_MARCH,
    source=RETURN_903.item("DoLo table, from 2026-27"),
    certainty=Certainty.READ,
    population=children_by_order,
    figure=count(col("deprived")),
    needs=(table("DoLo"),),
)
