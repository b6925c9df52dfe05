"""What a forecast rests on, read from where each assumption is declared."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sufficiency.analytics.forecast.believed import priors
from sufficiency.analytics.forecast.capacity import USUAL_OVERFLOW
from sufficiency.analytics.forecast.causes import LEAVING, Cause
from sufficiency.analytics.forecast.entrants import GROWTH_IN_ENGLAND, PRIOR_WORTH
from sufficiency.analytics.forecast.levers.registry import levers
from sufficiency.analytics.forecast.pull_strength import USUAL_MONTHS
from sufficiency.analytics.forecast.recalibrating import BELIEVED_WORTH
from sufficiency.analytics.forecast.returning import AWAY_DAYS
from sufficiency.analytics.forecast.turning import MORE_THAN_EVER
from sufficiency.analytics.money.costs import COMMON_SPREAD, OWN_SPREAD
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.reports.wording import number, percentage
from sufficiency.web.forecasting import showing
from sufficiency.web.runs.models import Run
from sufficiency.web.ui.components import Cell, Column, Fact, Table, Tone

_RATES = (Column("What happens"), Column("England, a child and year", is_number=True), Column("How sure"))
_OVERFLOW = (Column("When full"), Column("Children go to, in this order"))
_LEVERS = (Column("Lever"), Column("What it does"), Column("Where it comes from"))
_ENTRANTS = (Column("Age"), Column("Share of entrants", is_number=True))
_MOVE = "move"


@dataclass(frozen=True)
class Rests:
    """The tables of the page; `prices` and `facts` are those of the newest forecast, where there is one."""

    facts: list[Fact]
    prices: Table | None
    rates: Table
    entrants: Table
    worth: str
    years_away: str
    common: str
    own: str
    growth: str
    half_way: str
    usual_months: str
    more: str
    overflow: Table
    levers: Table
    notes: list[Mapping[str, Any]]


def everything(latest: Run | None) -> Rests:
    """All of it."""
    return Rests(
        facts=list(showing.assumptions(latest)) if latest else [],
        prices=_prices(latest) if latest else None,
        rates=_rates(),
        entrants=_entrants(),
        worth=number(PRIOR_WORTH),
        years_away=number(AWAY_DAYS[-1] / 365),
        common=percentage(100 * COMMON_SPREAD),
        own=percentage(100 * OWN_SPREAD),
        growth=percentage(100 * GROWTH_IN_ENGLAND),
        half_way=number(BELIEVED_WORTH),
        usual_months=number(USUAL_MONTHS),
        more=percentage(100 * MORE_THAN_EVER),
        overflow=_overflow(),
        levers=_levers(),
        notes=list(latest.figures["notes"]) if latest else [],
    )


def _prices(latest: Run) -> Table:
    return showing.prices(showing.drawn(latest, hides=True).costs)


def _rates() -> Table:
    told = priors()["hazards"]
    events = [(str(cause), cause.label) for cause in LEAVING] + [(_MOVE, "Moves to another placement")]
    read = Cell("Read in a source", tone=Tone.QUIET)
    rows = [[label, f"{told[event]['rate']:.3g}", read] for event, label in events]
    rows.append([Cause.EIGHTEEN.label, "on the 18th birthday", Cell("Law", tone=Tone.QUIET)])
    return Table("England’s rates, leant on where a council’s own records say little", _RATES, rows)


def _entrants() -> Table:
    shares = priors()["entrants"]["share"]
    rows = [[_age(band), percentage(100 * share)] for band, share in shares.items()]
    return Table("Who starts to be looked after in England", _ENTRANTS, rows)


def _age(band: str) -> str:
    return "Unaccompanied asylum-seeking children" if band == "uasc" else f"Age {band}"


def _overflow() -> Table:
    rows = [
        [Kind(kind).label, ", then ".join(other.label.lower() for other in order)]
        for kind, order in USUAL_OVERFLOW.items()
    ]
    return Table("Where children go when a kind is full, unless a scenario says otherwise", _OVERFLOW, rows)


def _levers() -> Table:
    rows = [[one.label, one.rule, one.source] for one in levers().values()]
    return Table("What a scenario can change", _LEVERS, rows)
