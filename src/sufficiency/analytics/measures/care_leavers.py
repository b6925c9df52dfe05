"""Care leavers aged 17 to 21: in touch, suitably housed, learning or working (table OC3)."""

from narwhals import Expr, col

from sufficiency.analytics.measures.care import last_of_child, one_row_a_child
from sufficiency.analytics.measures.dates import age_at, days_between
from sufficiency.analytics.measures.declaring import Better, Certainty, Measure, Period
from sufficiency.analytics.measures.figures import share
from sufficiency.analytics.measures.inputs import Frame, Inputs
from sufficiency.analytics.measures.needs import kept_elsewhere, returns_before, table
from sufficiency.analytics.measures.placement_codes import FOSTERING
from sufficiency.analytics.measures.sources import ANNEX_A, CLA, LAIT
from sufficiency.analytics.reference.units import Unit

IN_TOUCH = "YES"
NOT_FOLLOWED = ("DIED", "RHOM")  # died, or back home for six months
ABROAD_OR_NOT_KNOWN = ("G", "H", "R")
# F3 and P3 until 2020-21, then split into F4, F5, P4 and P5.
LEARNING_OR_WORKING = ("F1", "F2", "F3", "F4", "F5", "P1", "P2", "P3", "P4", "P5")
SUITABLE = "1"
WITH_FORMER_CARER = "Z"
EVE_OF_EIGHTEEN_DAYS = 6573  # from birth, however the leap days fall; care often ends on the eve


def care_leavers(inputs: Inputs) -> Frame:
    """Care leavers by the age of their birthday in the year; those who died or went home are left out."""
    rows = one_row_a_child(inputs, "OC3")
    followed = col("IN_TOUCH").is_null() | ~col("IN_TOUCH").is_in(NOT_FOLLOWED)
    return rows.filter(followed).with_columns(
        age=age_at(col("DOB"), inputs.year.end),
        home=col("ACCOM").str.slice(0, 1),
        suitability=col("ACCOM").str.slice(1, 1),
    )


def aged_17_or_18(inputs: Inputs) -> Frame:
    """Care leavers aged 17 or 18."""
    return care_leavers(inputs).filter(col("age").is_between(17, 18))


def aged_19_to_21(inputs: Inputs) -> Frame:
    """Care leavers aged 19 to 21."""
    return care_leavers(inputs).filter(col("age").is_between(19, 21))


def housed_17_or_18(inputs: Inputs) -> Frame:
    """Care leavers aged 17 or 18, those gone abroad, deported or of no known residence left out."""
    return aged_17_or_18(inputs).filter(_lives_somewhere())


def housed_19_to_21(inputs: Inputs) -> Frame:
    """Care leavers aged 19 to 21, those gone abroad, deported or of no known residence left out."""
    return aged_19_to_21(inputs).filter(_lives_somewhere())


def _lives_somewhere() -> Expr:
    return col("home").is_null() | ~col("home").is_in(ABROAD_OR_NOT_KNOWN)


def fostered_until_eighteen(inputs: Inputs) -> Frame:
    """Care leavers aged 19 or 20 who were with foster carers when they turned 18."""
    left = inputs.joined.episodes.filter(~col("ended").is_null())
    last = last_of_child(left, "ended", "placement").join(inputs.joined.children, on="child", how="left")
    until_eighteen = days_between(col("born"), col("ended")) >= EVE_OF_EIGHTEEN_DAYS
    fostered = last.filter(until_eighteen & col("place").is_in(FOSTERING)).select("child")
    return care_leavers(inputs).filter(col("age").is_between(19, 20)).join(fostered, on="child", how="inner")


# England, 2024: 94%.
in_touch_at_17_or_18 = Measure(
    id="cl_in_touch_17_18",
    label="Care leavers aged 17 or 18 whom the authority is in touch with",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    period=Period.YEAR,
    source=CLA.item("care leavers, contact"),
    certainty=Certainty.READ,
    population=aged_17_or_18,
    figure=share(col("IN_TOUCH") == IN_TOUCH),
    needs=(table("OC3"),),
)

in_touch_at_19_to_21 = Measure(
    id="cl_in_touch_19_21",
    label="Care leavers aged 19 to 21 whom the authority is in touch with",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    period=Period.YEAR,
    source=CLA.item("care leavers, contact"),
    certainty=Certainty.READ,
    population=aged_19_to_21,
    figure=share(col("IN_TOUCH") == IN_TOUCH),
    needs=(table("OC3"),),
)

# England, 2025: 91%.
well_housed_at_17_or_18 = Measure(
    id="cl_accom_17_18",
    label="Care leavers aged 17 or 18 in suitable accommodation",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    period=Period.YEAR,
    source=CLA.item("care leavers, suitability of accommodation"),
    certainty=Certainty.READ,
    population=housed_17_or_18,
    figure=share(col("suitability") == SUITABLE),
    needs=(table("OC3"),),
)

well_housed_at_19_to_21 = Measure(
    id="cl_accom_19_21",
    label="Care leavers aged 19 to 21 in suitable accommodation",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    period=Period.YEAR,
    source=LAIT.item("CareLeaverAcc"),
    certainty=Certainty.READ,
    population=housed_19_to_21,
    figure=share(col("suitability") == SUITABLE),
    needs=(table("OC3"),),
    note="Those not in touch count as not suitably housed.",
)

learning_or_working_at_17_or_18 = Measure(
    id="cl_eet_17_18",
    label="Care leavers aged 17 or 18 in education, employment or training",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    period=Period.YEAR,
    source=CLA.item("care leavers, activity"),
    certainty=Certainty.READ,
    population=aged_17_or_18,
    figure=share(col("ACTIV").is_in(LEARNING_OR_WORKING)),
    needs=(table("OC3"),),
)

learning_or_working_at_19_to_21 = Measure(
    id="cl_eet_19_21",
    label="Care leavers aged 19 to 21 in education, employment or training",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    period=Period.YEAR,
    source=LAIT.item("CareLeaverEET"),
    certainty=Certainty.READ,
    population=aged_19_to_21,
    figure=share(col("ACTIV").is_in(LEARNING_OR_WORKING)),
    needs=(table("OC3"),),
    note="Where it is not known, a care leaver counts as not in education, employment or training.",
)

# With one return nobody knows where a 20 year old lived at 18: two before are needed.
staying_put = Measure(
    id="cl_staying_put",
    label="Care leavers aged 19 or 20 still with their former foster carers",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    period=Period.YEAR,
    source=LAIT.item("StayingPut"),
    certainty=Certainty.PARTLY_READ,
    population=fostered_until_eighteen,
    figure=share(col("home") == WITH_FORMER_CARER),
    needs=(table("OC3"), returns_before(2)),
    note="Of those who were with foster carers when they turned 18.",
)

pathway_plans = Measure(
    id="pathway_plan",
    label="Young people with a pathway plan",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    period=Period.AT_31_MARCH,
    source=ANNEX_A.item("list 9"),
    certainty=Certainty.PARTLY_READ,
    needs=(kept_elsewhere("the record of care leavers’ plans"),),
)
