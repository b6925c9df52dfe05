"""What placements cost a week: fees are not in the return."""

from sufficiency.analytics.measures.declaring import Better, Certainty, Measure, Period
from sufficiency.analytics.measures.needs import kept_elsewhere
from sufficiency.analytics.measures.sources import LOCAL, SECTION_251
from sufficiency.analytics.reference.units import Unit

COMMITMENT_RECORD = kept_elsewhere(
    "the commitment record: what each placement costs a week, from when to when"
)
OUTTURN = kept_elsewhere("the Section 251 outturn")

average_weekly_cost = Measure(
    id="weekly_cost_placement",
    label="Average weekly cost of a placement",
    unit=Unit.POUNDS_A_WEEK,
    better=Better.LOWER,
    period=Period.AT_31_MARCH,
    source=LOCAL.item("fees from finance"),
    certainty=Certainty.FROM_MEMORY,
    needs=(COMMITMENT_RECORD,),
)

fostering_unit_cost = Measure(
    id="unit_cost_fostering",
    label="Weekly unit cost of fostering",
    unit=Unit.POUNDS_A_WEEK,
    better=Better.NEUTRAL,
    period=Period.YEAR,
    source=SECTION_251.item("FosteringFinance"),
    certainty=Certainty.READ,
    needs=(OUTTURN,),
)

residential_unit_cost = Measure(
    id="unit_cost_residential",
    label="Weekly unit cost of residential care",
    unit=Unit.POUNDS_A_WEEK,
    better=Better.NEUTRAL,
    period=Period.YEAR,
    source=SECTION_251.item("RescareFinance"),
    certainty=Certainty.READ,
    needs=(OUTTURN,),
)

unit_cost_of_care = Measure(
    id="unit_cost_cla",
    label="Weekly unit cost of all children looked after",
    unit=Unit.POUNDS_A_WEEK,
    better=Better.NEUTRAL,
    period=Period.YEAR,
    source=SECTION_251.item("LACFinance"),
    certainty=Certainty.READ,
    needs=(OUTTURN,),
)

adoption_unit_cost = Measure(
    id="unit_cost_adoption",
    label="Weekly unit cost of adoption",
    unit=Unit.POUNDS_A_WEEK,
    better=Better.NEUTRAL,
    period=Period.YEAR,
    source=SECTION_251.item("AdoptionFinance"),
    certainty=Certainty.READ,
    needs=(OUTTURN,),
)
