from dataclasses import replace
from datetime import date
from decimal import Decimal

from sufficiency.analytics.money.claims import Claim, Method
from sufficiency.analytics.strategy.due_dates import Due
from sufficiency.analytics.strategy.plan import Objective, Principle, Promise, SummaryAction
from sufficiency.analytics.strategy.remarks.conftest import SOUND, WORK, YEARS
from sufficiency.analytics.strategy.remarks.parts import is_promise_overdue


def test_areas_miscounted(found):
    def told(stated):
        areas = ("Parents", "Schools")
        return found(
            "areas_miscounted",
            objectives=(Objective(number=1, title="Fewer", stated_areas=stated, areas=areas),),
        )

    assert told(3) == [("Objective 1", "The text says 3 key areas, 2 are listed.")]
    assert not told(2)
    assert not told(None)


def test_two_wordings(found):
    whole = "Homes are near, unless a panel agrees to another."
    ((where, message),) = found(
        "two_wordings", principles=(Principle(number=4, wording=whole, variant="Homes are near."),)
    )
    assert where == "Principle 4"
    assert message.endswith("words in one only: unless, panel, agrees, another.")
    assert not found("two_wordings", principles=(Principle(number=4, wording=whole, variant=whole),))


def test_untraced(found):
    def told(workstream):
        return found(
            "untraced",
            summary_actions=(SummaryAction(id="S1", objective=1, text="Do it", workstream=workstream),),
        )

    assert told(None) == [("S1", "No workstream, lead or due date stands behind “Do it”.")]
    assert not told("A1")


def test_no_directorate(found):
    bare = replace(WORK, directorates=())
    assert found("no_directorate", workstreams=(bare, replace(bare, id="A2"))) == [
        ("A1, A2", "No contributing directorate is named.")
    ]
    assert not found("no_directorate")


def test_no_work(found):
    second = Objective(number=2, title="More carers")
    assert found("no_work", objectives=(*SOUND.objectives, second)) == [
        ("Objective 2", "No workstream works towards it.")
    ]
    assert not found("no_work")


def test_due_too_soon(found):
    long = replace(WORK, at_least_years=3)
    ((where, message),) = found("due_too_soon", workstreams=(long,))
    assert where == "A1"
    assert (
        message == "It takes at least 3 years, but is due by 31/03/2027, 2.0 years after the strategy begins."
    )
    claim = Claim(workstreams=("A1",), year=YEARS[1], amount=Decimal(5), count=1, method=Method.AVOIDED)
    claimed = replace(SOUND.savings, claims=(claim,))
    ((_, message),) = found("due_too_soon", workstreams=(long,), savings=claimed)
    assert message.endswith("begins, and savings are claimed from 2026-27.")
    assert not found("due_too_soon", workstreams=(replace(long, at_least_years=1),))
    assert not found("due_too_soon", workstreams=(long,), savings=replace(claimed, years=()))


def test_a_promise_is_overdue_the_day_after_it_was_due_unless_a_version_came():
    promise = Promise(due=Due("May 2026", date(2026, 5, 31)), topics=())
    assert not is_promise_overdue(promise, versions_since=0, today=date(2026, 5, 31))
    assert is_promise_overdue(promise, versions_since=0, today=date(2026, 6, 1))
    assert not is_promise_overdue(promise, versions_since=1, today=date(2026, 6, 1))
