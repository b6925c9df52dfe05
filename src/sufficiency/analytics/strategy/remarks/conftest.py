"""A small sound strategy, and a way to ask one rule about it after something in it is changed."""

from dataclasses import replace
from datetime import date

import pytest

from sufficiency.analytics.money.claims import SavingsPlan
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.strategy.due_dates import Due
from sufficiency.analytics.strategy.plan import Action, Objective, Strategy, Workstream
from sufficiency.analytics.strategy.remarks.declaring import RULES

YEARS = (CollectionYear(2026), CollectionYear(2027))
WORK = Workstream(
    id="A1",
    title="Edge of care team",
    objective=1,
    directorates=("Children",),
    actions=(Action(text="Recruit", lead="Head of early help", due=Due("31/03/2027", date(2027, 3, 31))),),
)
SOUND = Strategy(
    title="Homes near by", authority="Northshire", from_year="2025", to_year="2027", aim="Good homes",
    objectives=(Objective(number=1, title="Fewer children in care"),), principles=(), workstreams=(WORK,),
    summary_actions=(), supporting_processes=(), overview={}, impact_measures=(), promise=None,
    reported_every_months=6,
    savings=SavingsPlan(years=YEARS, printed_years={}, targets={}, claims=()),
)  # fmt: skip


@pytest.fixture
def found():
    """What one rule finds in the sound strategy with some parts changed."""

    def ask(code: str, **changed):
        return list(RULES[code].find(replace(SOUND, **changed)))

    return ask
