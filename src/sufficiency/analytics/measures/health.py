"""Health and wellbeing of children looked after for the twelve months to 31 March (table OC2)."""

import narwhals as nw
from narwhals import Expr, col

from sufficiency.analytics.measures.care import children_in_care, one_row_a_child
from sufficiency.analytics.measures.declaring import Better, Certainty, Measure, Period
from sufficiency.analytics.measures.figures import average, share
from sufficiency.analytics.measures.inputs import Frame, Inputs
from sufficiency.analytics.measures.needs import kept_elsewhere, table
from sufficiency.analytics.measures.sources import CARE_PLANNING, CLA, LAIT, LOCAL
from sufficiency.analytics.reference.units import Unit

YES = "1"
HEALTH_RECORDS = kept_elsewhere("the dates of health assessments")


def looked_after_for_a_year(inputs: Inputs) -> Frame:
    """Children in the OC2 table who were in care for the whole year, with `score`, their SDQ score."""
    # The return's own rows are not trusted to be the cohort: short breaks and newcomers slip in.
    in_care = children_in_care(inputs).filter(col("care_started") <= inputs.year.start)
    answers = one_row_a_child(inputs, "OC2").drop("DOB")
    return in_care.join(answers, on="child", how="inner").with_columns(score=_score())


def _score() -> Expr:
    """The SDQ score as a number; what is no number of up to two digits is no score."""
    text = nw.when(col("SDQ_SCORE").str.contains(r"^\d{1,2}(\.0)?$")).then(col("SDQ_SCORE"))
    return text.cast(nw.Float64).cast(nw.Int64)


def under_five(inputs: Inputs) -> Frame:
    """Of these, children aged 0 to 4."""
    return looked_after_for_a_year(inputs).filter(col("age") < 5)


def aged_4_to_16(inputs: Inputs) -> Frame:
    """Of these, children aged 4 to 16, who are asked for a score."""
    return looked_after_for_a_year(inputs).filter(col("age").is_between(4, 16))


def scored_aged_5_to_16(inputs: Inputs) -> Frame:
    """Of these, children aged 5 to 16 with a score."""
    return looked_after_for_a_year(inputs).filter(col("age").is_between(5, 16) & ~col("score").is_null())


def aged_10_or_more(inputs: Inputs) -> Frame:
    """Of these, children aged 10 or more, the age of criminal responsibility."""
    return looked_after_for_a_year(inputs).filter(col("age") >= 10)


def _yes(column: str) -> Expr:
    return col(column) == YES


health_assessed = Measure(
    id="health_assessment",
    label="Children with their health assessments of the year",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    period=Period.YEAR,
    source=LAIT.item("LACHealth%"),
    certainty=Certainty.READ,
    population=looked_after_for_a_year,
    figure=share(_yes("HEALTH_ASSESSMENT")),
    needs=(table("OC2"),),
    note="Under-fives need two assessments in the year.",
)

teeth_checked = Measure(
    id="dental",
    label="Children whose teeth were checked by a dentist",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    period=Period.YEAR,
    source=LAIT.item("LACDental%"),
    certainty=Certainty.READ,
    population=looked_after_for_a_year,
    figure=share(_yes("TEETH_CHECK")),
    needs=(table("OC2"),),
    note="A refused check counts as no check.",
)

immunised = Measure(
    id="immunisation",
    label="Children whose immunisations are up to date",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    period=Period.AT_31_MARCH,
    source=LAIT.item("LACVaccinations%"),
    certainty=Certainty.READ,
    population=looked_after_for_a_year,
    figure=share(_yes("IMMUNISATIONS")),
    needs=(table("OC2"),),
)

# England, 2025: 88%.
development_checked = Measure(
    id="development",
    label="Under-fives whose development checks are up to date",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    period=Period.AT_31_MARCH,
    source=CLA.item("outcomes, development assessments"),
    certainty=Certainty.READ,
    population=under_five,
    figure=share(_yes("HEALTH_CHECK")),
    needs=(table("OC2"),),
)

# The return asks for a score from age 4; the published table leaves those aged 4 out.
scores_submitted = Measure(
    id="sdq_submitted",
    label="Children aged 4 to 16 with a strengths and difficulties score",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    period=Period.YEAR,
    source=CLA.item("outcomes, emotional and behavioural health"),
    certainty=Certainty.READ,
    population=aged_4_to_16,
    figure=share(~col("score").is_null()),
    needs=(table("OC2"),),
    note="The published table is of ages 5 to 16.",
)

# The bands show what a mean hides: how many children score where help is needed.
mean_score = Measure(
    id="sdq_mean",
    label="Mean strengths and difficulties score, ages 5 to 16",
    unit=Unit.SCORE,
    better=Better.LOWER,
    period=Period.YEAR,
    source=LAIT.item("Emotional_LAC"),
    certainty=Certainty.READ,
    population=scored_aged_5_to_16,
    figure=average("score"),
    needs=(table("OC2"),),
    by=("sdq_band",),
    note="0 to 13 is normal, 14 to 16 borderline, 17 to 40 a cause for concern.",
)

convicted = Measure(
    id="convicted",
    label="Children aged 10 or more convicted or cautioned",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    period=Period.YEAR,
    source=LAIT.item("LAC_Convictions"),
    certainty=Certainty.READ,
    population=aged_10_or_more,
    figure=share(_yes("CONVICTED")),
    needs=(table("OC2"),),
)

substance_misuse = Measure(
    id="substance",
    label="Children with a substance misuse problem",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    period=Period.YEAR,
    source=CLA.item("outcomes, substance misuse"),
    certainty=Certainty.READ,
    population=looked_after_for_a_year,
    figure=share(_yes("SUBSTANCE_MISUSE")),
    needs=(table("OC2"),),
)

first_assessment_in_time = Measure(
    id="iha_timely",
    label="First health assessments within 20 working days of coming into care",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    period=Period.YEAR,
    source=LOCAL.item("Promoting the health of looked-after children, 2015"),
    certainty=Certainty.PARTLY_READ,
    needs=(HEALTH_RECORDS,),
)

later_assessment_in_time = Measure(
    id="rha_timely",
    label="Children whose latest health assessment is recent enough",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    period=Period.AT_31_MARCH,
    source=CARE_PLANNING.item("regulation 7"),
    certainty=Certainty.PARTLY_READ,
    needs=(HEALTH_RECORDS,),
    note="Within six months under five, twelve months from five.",
)
