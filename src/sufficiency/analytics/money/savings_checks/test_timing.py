from datetime import date

import pytest

from sufficiency.analytics.money.savings_checks.conftest import OCTOBER, claim, plan
from sufficiency.analytics.money.savings_checks.timing import weeks_left
from sufficiency.analytics.reference.years import CollectionYear


@pytest.mark.parametrize(
    ("day", "weeks"),
    [(date(2011, 10, 1), 26), (date(2011, 9, 1), 30), (date(2011, 4, 1), 52), (date(2010, 1, 1), 52),
     (date(2012, 3, 31), 0), (date(2013, 1, 1), 0)],
)  # fmt: skip
def test_weeks_left_of_a_year(day, weeks):
    assert weeks_left(CollectionYear(2012), day) == weeks


def test_no_phasing(found):
    ((where, message),) = found("no_phasing", plan(claim("A", 2026, 52000, 1, ready_on=OCTOBER)))
    assert where == "A, 2025/26"
    assert "on 30 September 2025" in message
    assert "26/52 × £52,000 = £26,000" in message
    years_later = plan(claim("A", 2026, 52000, 1, ready_on=date(2027, 1, 1)))
    assert "0/52 × £52,000 = £0" in found("no_phasing", years_later)[0][1]
    fine = [
        claim("A", 2027, 52000, 1, ready_on=OCTOBER),
        claim("B", 2026, 52000, 1, ready_on=date(2025, 4, 2)),
        claim("C", 2026, 26000, 1, ready_on=OCTOBER, starts_on=OCTOBER),
        claim("D", 2026, 52000, 1),
    ]
    assert not found("no_phasing", plan(*fine))


def test_starts_before_due(found):
    early = plan(claim("A", 2026, 100, 1, ready_on=OCTOBER, starts_on=date(2025, 6, 1)))
    ((_, message),) = found("starts_before_due", early)
    assert message == "It counts from 1 June 2025, but its actions are due until 30 September 2025."
    assert not found("starts_before_due", plan(claim("A", 2026, 100, 1, ready_on=OCTOBER, starts_on=OCTOBER)))


def test_does_not_multiply(found):
    wrong = plan(claim("A", 2026, 100_000, 2, unit_value=52_000, starts_on=OCTOBER))
    assert found("does_not_multiply", wrong) == [
        ("A, 2025/26", "2 × £52,000 × 26/52 = £52,000, claimed is £100,000.")
    ]
    whole_year = plan(claim("A", 2026, 90_000, 2, unit_value=52_000))
    assert "2 × £52,000 = £104,000" in found("does_not_multiply", whole_year)[0][1]
    right = plan(claim("A", 2026, 52_000, 2, unit_value=52_000, starts_on=OCTOBER), claim("B", 2026, 5, 1))
    assert not found("does_not_multiply", right)
