"""The lists of the demonstration's panel: real homes of the register, and something amiss to look at."""

from datetime import date

import pytest

from factories.groups import GroupFactory, MemberFactory
from sufficiency.web.corporate_parenting.group_registers import our_homes, pledge_remarks, visit_remarks
from sufficiency.web.corporate_parenting.models import PanelYear, PledgeSignature, RotaHome, Visit
from sufficiency.web.demo.corporate_parents import keep_lists

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("today", "begins"), [(date(2026, 11, 28), date(2026, 5, 1)), (date(2027, 2, 3), date(2026, 5, 1))]
)
def test_the_lists_are_of_the_municipal_year_that_today_is_in(authority, today, begins):
    panel = GroupFactory(authority=authority, kind="corporate_parenting_panel")
    members = [MemberFactory(group=panel, authority=authority, place="county") for _ in range(5)]
    keep_lists(panel, members, today=today)
    year = PanelYear.objects.get()
    assert (year.begins_on, year.ends_on) == (begins, date(begins.year + 1, 4, 30))
    assert all(visit.done_on <= today for visit in Visit.objects.all()), "nobody has visited yet to come"
    assert our_homes(panel) == []  # without a register there are two made-up names
    assert set(RotaHome.objects.values_list("name", flat=True)) == {"Elm House", "The Willows"}
    assert "4 of 5 have signed the pledge." in pledge_remarks(
        panel, list(PledgeSignature.objects.all()), today
    )
    gaps = visit_remarks(panel, list(Visit.objects.all()), today)
    assert len([gap for gap in gaps if gap.startswith("The Willows")]) == 1, "months in a row are one line"
