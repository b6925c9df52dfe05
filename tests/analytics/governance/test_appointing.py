"""Terms end at the next annual meeting."""

from datetime import date

import pytest

from sufficiency.analytics.governance.appointing import term_end
from sufficiency.analytics.governance.group_types import CORPORATE_PARENTING
from sufficiency.analytics.governance.membership import Member, breaches


@pytest.mark.parametrize(
    ("since", "until"),
    [
        (date(2026, 4, 30), date(2026, 5, 31)),
        (date(2026, 5, 1), date(2027, 5, 31)),
        (date(2026, 12, 3), date(2027, 5, 31)),
        (date(2027, 1, 8), date(2027, 5, 31)),
    ],
)
def test_a_term_ends_at_the_annual_meeting_after_it_began(since, until):  # S-060
    assert term_end(5, since) == until


def test_a_month_out_of_range_is_brought_into_it():
    assert term_end(99, date(2026, 3, 1)) == date(2026, 12, 31)


def test_who_was_not_appointed_again_is_told():
    over = Member(name="Ann", place="county", appointed_until=date(2026, 5, 31))
    told = [str(one) for one in breaches(CORPORATE_PARENTING, [over], on=date(2026, 6, 1))]
    assert "Members are appointed each year at the annual meeting. Not appointed again: Ann." in told
    assert not [
        one for one in breaches(CORPORATE_PARENTING, [over], on=date(2026, 5, 31)) if "Ann" in str(one)
    ]
