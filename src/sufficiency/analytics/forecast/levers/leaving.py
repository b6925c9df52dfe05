"""Levers on how soon children leave care, each for one cause."""

from sufficiency.analytics.forecast.causes import LEAVING, Cause
from sufficiency.analytics.forecast.levers.coming_in import DAYS_A_YEAR
from sufficiency.analytics.forecast.levers.declaring import Given, LeverUnit, Takes, lever
from sufficiency.analytics.forecast.levers.effects import Effects

_WHO = (Takes.AGES, Takes.UASC, Takes.KINDS)


@lever(
    "home_sooner",
    label="Leaving sooner or later",
    sentence="Leaving care ({cause}) becomes {amount} likely in any week",
    unit=LeverUnit.PERCENT,
    between=(-90, 300),
    source="Going home audits and edge-of-care work shorten stays (county placement strategy 2011–2015, "
    "workstreams 7 and 22); SSDA903 REC",
    takes=(*_WHO, Takes.CAUSE),
    usual_cause=Cause.HOME,
    usual_amount=10,
    down="less",
)
def home_sooner(effects: Effects, given: Given) -> Effects:
    """The rate of leaving by the cause is multiplied for every child it is for, whatever the time in care."""
    return _faster(effects, given, given.cause or Cause.HOME)


@lever(
    "adoption_sooner",
    label="Adoption sooner",
    sentence="Being adopted becomes {amount} likely in any week",
    unit=LeverUnit.PERCENT,
    between=(-90, 300),
    source="Finding adopters earlier and concurrent planning (county placement strategy 2011–2015, workstream 23)",
    takes=_WHO,
    usual_amount=20,
    down="less",
)
def adoption_sooner(effects: Effects, given: Given) -> Effects:
    """The rate of adoption orders is multiplied; most orders are for children already placed for adoption."""
    return _faster(effects, given, Cause.ADOPTED)


@lever(
    "leavers_a_year",
    label="So many children more leaving",
    sentence="{amount} leave care ({cause}) who would have stayed",
    unit=LeverUnit.CHILDREN_A_YEAR,
    between=(0, 2000),
    source="Permanence savings count children who go home or leave by an order earlier (county placement strategy "
    "2011–2015, workstreams 21 to 23)",
    takes=(*_WHO, Takes.CAUSE),
    usual_cause=Cause.HOME,
    usual_amount=6,
)
def leavers_a_year(effects: Effects, given: Given) -> Effects:
    """So many a year leave besides those who would, each child it is for as likely; some may come back."""
    cause = LEAVING.index(given.cause or Cause.HOME)
    a_day = given.timing.in_months(effects.months) * given.amount / DAYS_A_YEAR
    return effects.with_plan(a_day, who=given.who, cause=cause)


def _faster(effects: Effects, given: Given, cause: Cause) -> Effects:
    times = 1.0 + given.timing.in_months(effects.months) * given.amount / 100
    return effects.with_rates(times, who=given.who, event=LEAVING.index(cause))
