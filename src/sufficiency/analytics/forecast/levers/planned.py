"""Levers that state a number of children at a time: the way strategies write their targets.

The number is held: whenever one of the children would have left, another takes the place. Apart from that nothing
changes, and where fewer children are there than the plan counts on, the forecast says so.
"""

from sufficiency.analytics.forecast.levers.declaring import Given, LeverUnit, Takes, lever
from sufficiency.analytics.forecast.levers.effects import Effects
from sufficiency.analytics.reference.kinds import Kind

_WHO = (Takes.AGES, Takes.KINDS)


@lever(
    "in_house_growth",
    label="More in-house fostering placements",
    sentence="Grow in-house fostering by {amount}, filled in place of {kinds}",
    unit=LeverUnit.PLACEMENTS,
    between=(0, 2000),
    source="“At least fifty-five placements over four years” (county placement strategy 2011–2015, workstream 14)",
    takes=_WHO,
    usual={"kinds": (Kind.AGENCY_FOSTERING,), "to": (Kind.IN_HOUSE_FOSTERING,)},
    usual_amount=55,
)
def in_house_growth(effects: Effects, given: Given) -> Effects:
    """So many more children at a time live with in-house carers instead of elsewhere."""
    return _hold(effects, given, Kind.IN_HOUSE_FOSTERING)


@lever(
    "instead_of",
    label="Children in one kind instead of another",
    sentence="{amount} at a time in {to} instead of {kinds}",
    unit=LeverUnit.CHILDREN,
    between=(0, 2000),
    source="The table of planned changes in the mix of placements (county placement strategy 2011–2015, appendix 1)",
    takes=(*_WHO, Takes.TO),
    usual={"kinds": (Kind.EXTERNAL_RESIDENTIAL,), "to": (Kind.IN_HOUSE_RESIDENTIAL,)},
    usual_amount=4,
)
def instead_of(effects: Effects, given: Given) -> Effects:
    """So many children at a time live in another kind of placement than they would have."""
    return _hold(effects, given, given.to[0])


@lever(
    "fewer_children",
    label="Fewer children in care",
    sentence="{amount} fewer in care at a time, who would have been in {kinds}",
    unit=LeverUnit.CHILDREN,
    between=(0, 2000),
    source="The table of planned changes in the mix of placements (county placement strategy 2011–2015, appendix 1)",
    takes=_WHO,
    usual={"kinds": (Kind.AGENCY_FOSTERING,)},
    usual_amount=10,
)
def fewer_children(effects: Effects, given: Given) -> Effects:
    """So many children at a time are not in care who would have been; as the number grows they count as gone home."""
    return _hold(effects, given, None)


def _hold(effects: Effects, given: Given, to: Kind | None) -> Effects:
    at_ends = given.timing.at_ends(effects.months) * given.amount
    return effects.with_held(at_ends, who=given.who, to=to)
