"""Levers on what placements cost."""

from sufficiency.analytics.forecast.levers.declaring import Given, LeverUnit, Takes, lever
from sufficiency.analytics.forecast.levers.effects import Effects
from sufficiency.analytics.money.blocks import Block
from sufficiency.analytics.reference.kinds import Kind


@lever(
    "price",
    label="Prices of some kinds",
    sentence="A week in {kinds} costs {amount}",
    unit=LeverUnit.PERCENT,
    between=(-90, 300),
    source="Unit costs in England rose by 6% (fostering) to 9% (residential) in 2024-25 (section 251 outturn)",
    takes=(Takes.KINDS,),
    usual={"kinds": (Kind.EXTERNAL_RESIDENTIAL,)},
    usual_amount=-5,
    down="less",
)
def price(effects: Effects, given: Given) -> Effects:
    """Prices are multiplied, beside the inflation that is expected of them anyway."""
    times = 1.0 + given.timing.in_months(effects.months) * given.amount / 100
    return effects.with_prices(times, kinds=given.who.kinds)


@lever(
    "block_beds",
    label="Block-booked beds",
    sentence="Block-book {amount} in {kinds} at {discount}% less",
    unit=LeverUnit.BEDS,
    between=(0, 1000),
    source="“15% reduction in cost for 6 placements through block booking” (county placement strategy 2011–2015, "
    "workstream 15)",
    takes=(Takes.KINDS, Takes.DISCOUNT),
    usual={"kinds": (Kind.EXTERNAL_RESIDENTIAL,)},
    usual_amount=6,
)
def block_beds(effects: Effects, given: Given) -> Effects:
    """Booked beds cost the lower price whether a child lives there or not; children fill them first."""
    beds = given.timing.in_months(effects.months) * given.amount
    for kind in given.who.kinds:
        # With several kinds the beds are divided equally.
        effects = effects.with_block(Block(kind, beds / len(given.who.kinds), given.discount / 100))
    return effects
