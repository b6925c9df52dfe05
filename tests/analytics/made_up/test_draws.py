import numpy as np
import pytest
from hypothesis import given, settings as hypothesis_settings, strategies as st

from sufficiency.analytics.made_up.draws import (
    days_around,
    days_between,
    each_of,
    happens,
    never_twice_running,
    pick,
    pick_from,
    pick_number,
    running_total,
    table,
)
from sufficiency.analytics.made_up.states import AgeGroup, Setting, courses, settings


@pytest.fixture
def rng():
    return np.random.default_rng(1)


def test_pick_follows_the_weights_of_each_row(rng):
    weights = np.tile([1.0, 0.0, 3.0], (4000, 1))
    drawn = np.bincount(pick(rng, weights), minlength=3) / 4000
    assert drawn[1] == 0
    assert drawn[2] == pytest.approx(0.75, abs=0.03)


def test_pick_from_words_follows_their_shares(rng):
    words = pick_from(rng, {"often": 9, "seldom": 1}, 4000)
    assert (words == "often").mean() == pytest.approx(0.9, abs=0.02)


def test_pick_number_never_leaves_the_list(rng):
    assert set(pick_number(rng, [1, 0, 2], 500)) == {0, 2}


def test_happens_at_its_chance(rng):
    assert happens(rng, 0.3, 4000).mean() == pytest.approx(0.3, abs=0.03)
    assert not happens(rng, 0.0, 100).any()


def test_days_around_have_their_median_and_least(rng):
    drawn = days_around(rng, 100, 0.5, 4000, least=40)
    assert np.median(drawn) == pytest.approx(100, rel=0.05)
    assert drawn.min() == 40


def test_days_between_include_both_ends(rng):
    assert set(days_between(rng, 3, 5, 200)) == {3, 4, 5}
    assert set(days_between(rng, 3, 3, 20)) == {3}


def test_table_puts_entries_in_their_place():
    array = table(AgeGroup, Setting, {AgeGroup.UNDER_5: settings(kin=2, home=1)})
    assert array[AgeGroup.UNDER_5, Setting.KIN] == 2
    assert array.sum() == 3


def test_named_weights_know_their_names():
    assert courses(long=2) == {4: 2}
    with pytest.raises(KeyError):
        settings(castle=1)


def test_each_of_numbers_items_within_owners():
    owner, number = each_of([2, 0, 3])
    assert owner.tolist() == [0, 0, 2, 2, 2]
    assert number.tolist() == [0, 1, 0, 1, 2]


def test_running_total_starts_afresh_with_each_owner():
    assert running_total(np.array([1, 2, 5, 1]), np.array([0, 0, 2, 2])).tolist() == [1, 3, 5, 6]


@hypothesis_settings(deadline=None)
@given(st.lists(st.integers(1, 6), min_size=1, max_size=20), st.integers(2, 5), st.integers(0, 99))
def test_successive_items_of_an_owner_differ(sizes, count, seed):
    owner, _ = each_of(sizes)
    drawn = never_twice_running(np.random.default_rng(seed), owner, count)
    assert ((drawn >= 0) & (drawn < count)).all()
    same = (drawn[1:] == drawn[:-1]) & (owner[1:] == owner[:-1])
    assert not same.any()


def test_nothing_to_draw_gives_nothing(rng):
    assert never_twice_running(rng, np.zeros(0, dtype=np.int64), 3).tolist() == []
