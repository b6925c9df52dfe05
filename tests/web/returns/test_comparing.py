from datetime import UTC, datetime

import pytest
from hypothesis import given, strategies as st

from factories.returns import FindingFactory
from sufficiency.web.returns.comparing import Compared, carry_over

EARLIER, NOW = datetime(2026, 5, 1, tzinfo=UTC), datetime(2026, 6, 1, tzinfo=UTC)


def finding(**values):
    given_values = {"upload": None, "authority": None, "first_found": NOW, **values}
    return FindingFactory.build(**given_values)


def test_a_finding_on_another_line_is_the_same_one():
    before, after = finding(line=2, first_found=EARLIER), finding(line=7)
    assert carry_over([after], [before]) == Compared(newly_found=0, mended=0)
    assert after.first_found == EARLIER


@pytest.mark.parametrize(
    "changed",
    [{"code": "102"}, {"table": "UASC"}, {"child": "300"}, {"why": "SEX 7."}],
    ids=lambda c: next(iter(c)),
)
def test_what_is_wrong_in_another_way_is_another_finding(changed):
    before, after = finding(first_found=EARLIER), finding(**changed)
    assert carry_over([after], [before]) == Compared(newly_found=1, mended=1)
    assert after.first_found == NOW


def test_an_acceptance_goes_along():
    before = finding(accepted_reason="Fine.", accepted_by="Farid Example", accepted_at=EARLIER)
    after = finding()
    carry_over([after], [before])
    assert (after.accepted_reason, after.accepted_by, after.accepted_at) == (
        "Fine.",
        "Farid Example",
        EARLIER,
    )


def test_of_two_that_are_alike_one_may_be_mended():
    before = [finding(line=2), finding(line=3)]
    assert carry_over([finding(line=2)], before) == Compared(newly_found=0, mended=1)


kinds = st.lists(st.sampled_from(["101", "355", "501"]), max_size=8)


@given(kinds, kinds)
def test_nothing_is_lost_between_two_uploads(before, after):
    compared = carry_over([finding(code=code) for code in after], [finding(code=code) for code in before])
    assert len(before) - compared.mended == len(after) - compared.newly_found >= 0
