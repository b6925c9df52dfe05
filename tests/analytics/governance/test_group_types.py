from datetime import date

import pytest

from sufficiency.analytics.governance.declaring import SETTINGS, Quorum
from sufficiency.analytics.governance.group_types import GROUP_TYPES

SHIPPED = [
    "gateway_panel", "permanency_panel", "corporate_parenting_panel", "sponsor_group", "task_group",
    "care_leaver_board", "cross_party_working_group", "board",
]  # fmt: skip


def test_the_kinds_of_group_are_those_of_the_published_list():
    assert list(GROUP_TYPES) == SHIPPED


@pytest.mark.parametrize("kind", GROUP_TYPES.values(), ids=lambda kind: kind.key)
def test_every_kind_says_all_that_its_terms_need(kind):
    assert kind.source
    assert kind.purpose
    assert kind.may
    assert kind.places
    assert kind.quorum.needed(12) > 0
    assert all(kind.place(key) for key in kind.must_attend)
    assert not kind.chair.place or kind.place(kind.chair.place)


@pytest.mark.parametrize(("one_in", "needed"), [(4, 6), (3, 8)])
def test_a_quorum_that_is_a_share_is_rounded_up(one_in, needed):  # arithmetic.md, S15
    assert Quorum(one_in=one_in).needed(22) == needed


def test_a_group_may_set_its_own_quorum_rhythm_and_end():
    kind = GROUP_TYPES["corporate_parenting_panel"]
    terms = kind.with_settings(
        {"quorum_one_in": 3, "interval_months": 2, "ends_on": date(2027, 5, 20), "odd": 1}
    )
    assert (terms.quorum.needed(22), terms.interval_months, terms.ends_on) == (8, 2, date(2027, 5, 20))
    assert kind.quorum.needed(22) == 6
    assert set(SETTINGS) >= {"quorum_one_in", "interval_months", "ends_on"}


def test_bi_monthly_is_every_two_months_unless_set():
    assert GROUP_TYPES["cross_party_working_group"].interval_months == 2


def test_only_panels_on_single_children_hear_children():
    assert [kind.key for kind in GROUP_TYPES.values() if kind.hears_children] == SHIPPED[:2]


def test_terms_are_told_in_sentences():
    kind = GROUP_TYPES["gateway_panel"]
    assert kind.chair.in_words == "The chair is the Head of Children’s Social Care, by the post they hold."
    assert kind.quorum.in_words(9) == "3 members must be there, with whoever chairs."
    assert Quorum(one_in=4).in_words(22).startswith("6 members must be there, one in 4 of 22")
    assert kind.substitutes.in_words == "A substitute may sit in who is from the same department or agency."
    assert GROUP_TYPES["corporate_parenting_panel"].substitutes.in_words == "Nobody may sit in for a member."
    assert kind.place("nobody") is None


def test_what_a_kind_leaves_unset_is_told_from_what_it_sets():
    kind = GROUP_TYPES["corporate_parenting_panel"]
    assert (kind.usual("most_members"), kind.usual("quorum_one_in"), kind.usual("interval_months")) == (
        20,
        4,
        1,
    )
    assert kind.usual("quorum_members") is None
    assert kind.usual("ends_on") is None
    assert kind.with_settings({"interval_months": 2}).usual("interval_months") == 2
