"""Levers on which kind of home children go to."""

from sufficiency.analytics.forecast.levers.coming_in import DAYS_A_YEAR
from sufficiency.analytics.forecast.levers.declaring import Given, LeverUnit, Takes, lever
from sufficiency.analytics.forecast.levers.effects import Effects
from sufficiency.analytics.forecast.steering import ON_ENTRY, ON_MOVING
from sufficiency.analytics.reference.kinds import Kind

FOSTERING = (Kind.KINSHIP_FOSTERING, Kind.IN_HOUSE_FOSTERING, Kind.AGENCY_FOSTERING)
RESIDENTIAL = (Kind.IN_HOUSE_RESIDENTIAL, Kind.EXTERNAL_RESIDENTIAL, Kind.RESIDENTIAL_SCHOOL)
_WHO = (Takes.AGES, Takes.UASC, Takes.KINDS, Takes.TO)


@lever(
    "step_down",
    label="Step down from residential to fostering",
    sentence="Step down {amount} from {kinds} to {to}",
    unit=LeverUnit.CHILDREN_A_YEAR,
    between=(0, 500),
    source="Fewer and shorter residential placements (county placement strategy 2011–2015, workstream 15)",
    takes=_WHO,
    usual={"kinds": RESIDENTIAL, "to": (Kind.IN_HOUSE_FOSTERING, Kind.AGENCY_FOSTERING)},
    usual_amount=6,
)
def step_down(effects: Effects, given: Given) -> Effects:
    """So many a year move besides those who would, each child it is for as likely; then life goes on as there."""
    a_day = given.timing.in_months(effects.months) * given.amount / DAYS_A_YEAR
    return effects.with_plan(a_day, who=given.who, to=given.to)


@lever(
    "kinship_first",
    label="Family and friends first",
    sentence="Of children coming in who would have gone to {kinds}, {amount} go to {to}",
    unit=LeverUnit.PERCENT,
    between=(0, 100),
    source="Family and friends are looked at first (Children Act 1989, section 22C(7); county placement strategy "
    "2011–2015, workstream 8)",
    takes=_WHO,
    usual={
        "kinds": (Kind.IN_HOUSE_FOSTERING, Kind.AGENCY_FOSTERING, Kind.EXTERNAL_RESIDENTIAL),
        "to": (Kind.KINSHIP_FOSTERING,),
    },
    usual_amount=10,
)
def kinship_first(effects: Effects, given: Given) -> Effects:
    """First placements are turned from one kind to another; where the child goes later follows from there."""
    share = given.timing.in_months(effects.months) * given.amount / 100
    return effects.with_diverted(share, who=given.who, occasions=(ON_ENTRY,), to=given.to)


@lever(
    "placed_instead",
    label="Place elsewhere, on coming in and on moving",
    sentence="Of children who would have gone to {kinds}, on coming in or moving, {amount} go to {to}",
    unit=LeverUnit.PERCENT,
    between=(0, 100),
    source="A more affordable mix of placements (county placement strategy 2011–2015, objective 3)",
    takes=_WHO,
    usual={"kinds": (Kind.AGENCY_FOSTERING,), "to": (Kind.IN_HOUSE_FOSTERING,)},
    usual_amount=10,
)
def placed_instead(effects: Effects, given: Given) -> Effects:
    """New placements are turned from one kind to another, whether the child comes in or moves."""
    share = given.timing.in_months(effects.months) * given.amount / 100
    return effects.with_diverted(share, who=given.who, occasions=(ON_ENTRY, ON_MOVING), to=given.to)
