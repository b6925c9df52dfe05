"""How many children there are, and how many come and go."""

import narwhals as nw
from narwhals import col

from sufficiency.analytics.measures.care import (
    ceases,
    children_ceasing,
    children_in_care,
    children_starting,
    starts,
)
from sufficiency.analytics.measures.declaring import Better, Certainty, Measure, Period
from sufficiency.analytics.measures.figures import count, of_child_population, rows_a_month, total
from sufficiency.analytics.measures.inputs import Frame, Inputs
from sufficiency.analytics.measures.needs import CHILD_POPULATION
from sufficiency.analytics.measures.sources import CLA, LAIT, LOCAL, TRANSFER_SCHEME
from sufficiency.analytics.reference.units import Unit


def comings_and_goings(inputs: Inputs) -> Frame:
    """Starts (+1) and ceases (-1) of the year, in `change`."""
    came = starts(inputs).select("child", "month", change=nw.lit(1))
    went = ceases(inputs).select("child", "month", change=nw.lit(-1))
    return nw.concat([came, went])


# England, 31 March 2025: 81,770.
children_looked_after = Measure(
    id="cla_number",
    label="Children looked after at 31 March",
    unit=Unit.CHILDREN,
    better=Better.NEUTRAL,
    period=Period.AT_31_MARCH,
    source=LAIT.item("LACnum"),
    certainty=Certainty.READ,
    population=children_in_care,
    figure=count(),
    by=("kind",),
)

# England, 31 March 2025: 67.
rate_looked_after = Measure(
    id="cla_rate",
    label="Children looked after at 31 March for every 10,000 children",
    unit=Unit.PER_10000,
    better=Better.NEUTRAL,
    period=Period.AT_31_MARCH,
    source=LAIT.item("LAC"),
    certainty=Certainty.READ,
    population=children_in_care,
    figure=of_child_population(for_every=10_000),
    needs=(CHILD_POPULATION,),
    note="Set against the estimate of the summer before: mid-2024 for 31 March 2025.",
)

# England, 2024-25: 32,270. Counting children, not starts, is what the published tables do.
started_in_year = Measure(
    id="starts_year",
    label="Children who started to be looked after in the year",
    unit=Unit.CHILDREN,
    better=Better.NEUTRAL,
    period=Period.YEAR,
    source=CLA.item("children starting to be looked after"),
    certainty=Certainty.READ,
    population=children_starting,
    figure=count(),
    note="A child who started twice counts once.",
)

# Months count starts, not children, or the year would not be the sum of its months.
starts_each_month = Measure(
    id="starts_month",
    label="Children starting to be looked after each month",
    unit=Unit.EPISODES_A_MONTH,
    better=Better.NEUTRAL,
    period=Period.MONTHS,
    source=LOCAL.item("every start counts, so that months add up"),
    certainty=Certainty.READ,
    population=starts,
    figure=rows_a_month(),
    by=("month",),
)

# England, 2024-25: 26.
start_rate = Measure(
    id="starts_rate",
    label="Children who started to be looked after for every 10,000 children",
    unit=Unit.PER_10000,
    better=Better.NEUTRAL,
    period=Period.YEAR,
    source=LAIT.item("LAC_Start_Rate"),
    certainty=Certainty.READ,
    population=children_starting,
    figure=of_child_population(for_every=10_000),
    needs=(CHILD_POPULATION,),
)

# England, 2024-25: 34,450. The last cease decides the reason that a child is counted under.
ceased_in_year = Measure(
    id="ceases_year",
    label="Children who ceased to be looked after in the year",
    unit=Unit.CHILDREN,
    better=Better.NEUTRAL,
    period=Period.YEAR,
    source=LAIT.item("LACceased"),
    certainty=Certainty.READ,
    population=children_ceasing,
    figure=count(),
    note="A child who ceased twice counts once. Transfers to another authority (E3) are included.",
)

# Months count ceases, not children, as with starts.
ceases_each_month = Measure(
    id="ceases_month",
    label="Children ceasing to be looked after each month",
    unit=Unit.EPISODES_A_MONTH,
    better=Better.NEUTRAL,
    period=Period.MONTHS,
    source=LOCAL.item("every cease counts, so that months add up"),
    certainty=Certainty.READ,
    population=ceases,
    figure=rows_a_month(),
    by=("month",),
)

# England, 2024-25: 28.
cease_rate = Measure(
    id="ceases_rate",
    label="Children who ceased to be looked after for every 10,000 children",
    unit=Unit.PER_10000,
    better=Better.NEUTRAL,
    period=Period.YEAR,
    source=LAIT.item("LAC_Cease_Rate"),
    certainty=Certainty.READ,
    population=children_ceasing,
    figure=of_child_population(for_every=10_000),
    needs=(CHILD_POPULATION,),
)

# Starts and ceases are both events here, so that the number in care moves by exactly this much.
net_change = Measure(
    id="net_change",
    label="Starts less ceases in the year",
    unit=Unit.NET_CHILDREN,
    better=Better.NEUTRAL,
    period=Period.YEAR,
    source=LOCAL.item("every start and every cease counts"),
    certainty=Certainty.READ,
    population=comings_and_goings,
    figure=total("change"),
    by=("month",),
)

# England, 31 March 2025: 6,540.
unaccompanied_children = Measure(
    id="uasc_number",
    label="Unaccompanied asylum seeking children looked after at 31 March",
    unit=Unit.CHILDREN,
    better=Better.NEUTRAL,
    period=Period.AT_31_MARCH,
    source=LAIT.item("unaccompanied asylum seeking children"),
    certainty=Certainty.READ,
    population=children_in_care,
    figure=count(col("uasc")),
)

# A status that has ended no longer counts, nor does a young person from their 18th birthday.
unaccompanied_share = Measure(
    id="uasc_share",
    label="Unaccompanied children under 18 as a share of the child population",
    unit=Unit.PERCENT_OF_CHILD_POPULATION,
    better=Better.NEUTRAL,
    period=Period.AT_31_MARCH,
    source=TRANSFER_SCHEME.item("threshold of 0.1% since 2022, 0.07% before"),
    certainty=Certainty.PARTLY_READ,
    population=children_in_care,
    figure=of_child_population(for_every=100, where=col("uasc") & (col("age") < 18)),
    needs=(CHILD_POPULATION,),
    note="Below the threshold an authority is expected to receive children. The Home Office uses its own count.",
)
