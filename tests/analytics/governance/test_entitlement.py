"""Whom a promise covers by age."""

import pytest

from sufficiency.analytics.governance.entitlement import Entitlement, entitlement_of
from sufficiency.analytics.governance.papers import PapersError


def test_send_makes_no_difference_where_nothing_is_said_of_it():
    plain = Entitlement(11, 18)
    assert plain.in_words == "11 to 18"
    assert [plain.covers(age, has_send=True) for age in (10, 11, 18, 19)] == [False, True, True, False]


def test_a_topic_that_names_no_ages_covers_nobody_in_particular():
    assert entitlement_of({"topic": "Adoption"}) is None


@pytest.mark.parametrize(
    "told",
    [{"ages": [11]}, {"ages": "11-18"}, {"send_up_to": 25}, {"ages": [18, 11]}, {"ages": [11, 30], "send_up_to": 25}, "all"],
)  # fmt: skip
def test_ages_that_cannot_be_read_are_refused(told):
    with pytest.raises(PapersError) as problem:
        entitlement_of({"topic": "Youth services", "eligibility": told})
    assert problem.value.what_next
