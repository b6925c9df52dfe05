"""Complaints answered in time."""

from sufficiency.analytics.measures.declaring import Better, Certainty, Measure, Period
from sufficiency.analytics.measures.needs import kept_elsewhere
from sufficiency.analytics.measures.sources import COMPLAINTS
from sufficiency.analytics.reference.units import Unit

COMPLAINTS_LOG = kept_elsewhere("the log of complaints")

first_stage_in_time = Measure(
    id="complaints_stage1",
    label="Complaints answered in time at stage 1",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    period=Period.YEAR,
    source=COMPLAINTS.item("regulation 14"),
    certainty=Certainty.READ,
    needs=(COMPLAINTS_LOG,),
    note="Within 10 working days, 20 where extended.",
)

second_stage_in_time = Measure(
    id="complaints_stage2",
    label="Complaints investigated in time at stage 2",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    period=Period.YEAR,
    source=COMPLAINTS.item("regulation 17"),
    certainty=Certainty.READ,
    needs=(COMPLAINTS_LOG,),
    note="Within 25 working days, 65 at most.",
)

third_stage_in_time = Measure(
    id="complaints_stage3",
    label="Complaints heard and answered in time at stage 3",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    period=Period.YEAR,
    source=COMPLAINTS.item("regulations 19 and 20"),
    certainty=Certainty.READ,
    needs=(COMPLAINTS_LOG,),
    note="Panel within 30 working days, its report within 5, the response within 15.",
)
