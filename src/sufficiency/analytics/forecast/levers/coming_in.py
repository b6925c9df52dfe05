"""Levers on how many children come into care."""

import numpy as np

from sufficiency.analytics.forecast.bands import Floats
from sufficiency.analytics.forecast.levers.declaring import Given, LeverUnit, Takes, lever
from sufficiency.analytics.forecast.levers.effects import Effects
from sufficiency.analytics.forecast.levers.faults import LeverError

DAYS_A_YEAR = 365.25
_WHO = (Takes.AGES, Takes.UASC)


@lever(
    "entrants",
    label="More or fewer children coming in",
    sentence="{amount} children come into care",
    unit=LeverUnit.PERCENT,
    between=(-90, 300),
    source="Strategies state demand as a change in the number starting to be looked after (county placement "
    "strategy 2011–2015, demography); SSDA903 RNE S",
    takes=_WHO,
    usual_amount=-10,
)
def entrants(effects: Effects, given: Given) -> Effects:
    """The expected number of new entrants is multiplied; those who come back to care are not new."""
    share = given.timing.in_months(effects.months) * given.amount / 100
    return effects.with_entrants(_for_bands(share, given, effects))


@lever(
    "entrants_a_year",
    label="So many children more or fewer coming in",
    sentence="{amount} come into care",
    unit=LeverUnit.CHILDREN_A_YEAR,
    between=(-2000, 2000),
    source="Early help savings count children who do not come into care (county placement strategy 2011–2015, "
    "workstreams 1 to 3)",
    takes=_WHO,
    usual_amount=-12,
)
def entrants_a_year(effects: Effects, given: Given) -> Effects:
    """So many a year are added to the expected new entrants, spread over the ages as entrants usually are."""
    usual = (effects.usual_entrants * given.who.bands).sum(axis=1) * DAYS_A_YEAR
    share = given.timing.in_months(effects.months) * given.amount / np.maximum(usual, 1e-9)
    if (share < -1.0).any() or ((usual <= 0) & (share != 0)).any():
        raise LeverError(
            f"It takes away {-given.amount:,.0f} children a year, but only about {usual.min():,.0f} of them are "
            "expected to come in.",
            what_next="Give a smaller number, or other ages.",
        )
    return effects.with_entrants(_for_bands(share, given, effects))


@lever(
    "shock",
    label="A shock from outside",
    sentence="A shock: at once {amount} children come into care than usual, dying away over {over_months} months",
    unit=LeverUnit.PERCENT,
    between=(-90, 500),
    source="Sudden changes such as a new transfer scheme or closed courts: England’s entrants fell by 8% in "
    "2020-21 and UASC entrants rose by more than half in 2021-22 (Department for Education)",
    takes=_WHO,
    usual_amount=30,
)
def shock(effects: Effects, given: Given) -> Effects:
    """Entrants change by the whole amount on the first day; the change dies away evenly over the months."""
    share = given.timing.dying_away(effects.months) * given.amount / 100
    return effects.with_entrants(_for_bands(share, given, effects))


def _for_bands(share: Floats, given: Given, effects: Effects) -> Floats:
    bands = given.who.bands
    times: Floats = 1.0 + share[:, None] * bands[None]
    return np.broadcast_to(times, effects.steering.entrants.shape)
