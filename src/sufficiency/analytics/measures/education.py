"""Education of looked-after children: none of it is in the return."""

from sufficiency.analytics.measures.declaring import Better, Certainty, Measure, Period
from sufficiency.analytics.measures.needs import kept_elsewhere
from sufficiency.analytics.measures.sources import LAIT, LOCAL, Publication
from sufficiency.analytics.reference.units import Unit

OUTCOMES = Publication("DfE Outcomes for children in need, including children looked after")
SCHOOL_CENSUS = kept_elsewhere("the school census matched to the children")
RESULTS = kept_elsewhere("examination results matched to the children (National Pupil Database)")
VIRTUAL_SCHOOL = kept_elsewhere("the virtual school’s record of personal education plans")

current_education_plans = Measure(
    id="pep_current",
    label="Children of school age with a personal education plan reviewed this term",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    period=Period.SCHOOL_YEAR,
    source=LOCAL.item("Promoting the education of looked-after children, 2018"),
    certainty=Certainty.PARTLY_READ,
    needs=(VIRTUAL_SCHOOL,),
)

absence = Measure(
    id="absence",
    label="School sessions missed",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    period=Period.SCHOOL_YEAR,
    source=OUTCOMES.item("overall absence"),
    certainty=Certainty.READ,
    needs=(SCHOOL_CENSUS,),
)

persistent_absence = Measure(
    id="persistent_absence",
    label="Children who missed a tenth of their school sessions or more",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    period=Period.SCHOOL_YEAR,
    source=OUTCOMES.item("persistent absence"),
    certainty=Certainty.PARTLY_READ,
    needs=(SCHOOL_CENSUS,),
)

exclusions = Measure(
    id="exclusion",
    label="Children suspended or excluded from school",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    period=Period.SCHOOL_YEAR,
    source=LAIT.item("LAC_Fixed_Ex"),
    certainty=Certainty.READ,
    needs=(SCHOOL_CENSUS,),
)

attainment = Measure(
    id="attainment",
    label="Children reaching the expected standard",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    period=Period.SCHOOL_YEAR,
    source=LAIT.item("key stages 2 and 4"),
    certainty=Certainty.READ,
    needs=(RESULTS,),
    note="A set: reading, writing and maths at 11; Attainment 8, English and maths at 16.",
)

school_moves = Measure(
    id="school_moves",
    label="Children who changed school in the middle of the year",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    period=Period.YEAR,
    source=LAIT.item("Stability_School"),
    certainty=Certainty.READ,
    needs=(SCHOOL_CENSUS,),
)
