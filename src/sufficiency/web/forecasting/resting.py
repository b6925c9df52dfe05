"""What a forecast rests on, read from where each assumption is declared."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sufficiency.analytics.forecast.believed import priors
from sufficiency.analytics.forecast.capacity import USUAL_OVERFLOW
from sufficiency.analytics.forecast.entrants import GROWTH_IN_ENGLAND, PRIOR_WORTH
from sufficiency.analytics.forecast.levers.registry import levers
from sufficiency.analytics.forecast.pull_strength import USUAL_MONTHS
from sufficiency.analytics.forecast.recalibrating import BELIEVED_WORTH
from sufficiency.analytics.forecast.returning import AWAY_DAYS
from sufficiency.analytics.forecast.turning import MORE_THAN_EVER
from sufficiency.analytics.money.costs import COMMON_SPREAD, OWN_SPREAD
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.reports.wording import number, percentage
from sufficiency.web.forecasting import resting_numbers as numbers, showing
from sufficiency.web.runs.models import Run
from sufficiency.web.ui.components import Column, Fact, Table

_PARTS = (
    Column("What"),
    Column("From our own returns"),
    Column("From England’s figures"),
    Column("Judgement"),
)
_OVERFLOW = (Column("When full"), Column("Children go to, in this order"))
_LEVERS = (Column("Lever"), Column("What it does"), Column("Where it comes from"))
_ENTRANTS = (Column("Age"), Column("Share of entrants", is_number=True))


@dataclass(frozen=True)
class Rests:
    """The tables of the page; what is of the newest forecast or back-test is there where there is one."""

    parts: Table
    facts: list[Fact]
    numbers: Table | None
    widths: str
    weights: Table
    good: str
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
    mended: list[Mapping[str, Any]]


def everything(latest: Run | None, back_test: Run | None, *, hides: bool) -> Rests:
    """All of it, as someone may see it who may or may not see small numbers."""
    return Rests(
        parts=_parts(),
        numbers=numbers.before_and_after(latest, showing.measures_with(latest, hides=hides))
        if latest
        else None,
        widths=numbers.widths(latest) if latest else "",
        weights=numbers.weights(),
        good=numbers.how_good(back_test) if back_test else "",
        facts=list(showing.assumptions(latest)) if latest else [],
        prices=_prices(latest) if latest else None,
        rates=numbers.rates(latest),
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
        mended=list(showing.mended(latest)) if latest else [],
    )


def _prices(latest: Run) -> Table:
    return showing.prices(showing.drawn(latest, hides=True).costs)


def _parts() -> Table:
    growth = (
        f"Growth of {percentage(100 * GROWTH_IN_ENGLAND)} a year beneath them, how far the number wanders"
    )
    return Table(
        "What comes from where",
        _PARTS,
        [
            ["Who comes into care", "Starts of each year, by age", f"{growth}, and ages", "–"],
            [
                "Who leaves, why and how soon",
                "What became of every child on every day in care",
                "How often each reason for leaving occurs",
                "How that differs by age, time in care and kind, until our own cases say more",
            ],
            [
                "Who moves, and where to",
                "Every move, and every first placement",
                "How often children move",
                "Which kinds they go to, where we have few cases",
            ],
            [
                "Who comes back",
                f"Those who left and came again within {number(AWAY_DAYS[-1] / 365)} years",
                "How many come back after going home",
                "How soon",
            ],
            [
                "When our own carers and homes are full",
                "Whether fewer went there in months in which more were there",
                "–",
                f"How far they may still grow: about {100 * MORE_THAN_EVER:g}%; how the share placed there may shift",
            ],
            ["What a week costs", "Our own prices, where given", "Prices read in a source", "The rest"],
        ],
    )


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
