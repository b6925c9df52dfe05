"""Own places that are full: the pull is learnt from months, and turns children to bought places."""

from dataclasses import replace

import numpy as np
import pytest

from sufficiency.analytics.forecast.bands import AGE_GROUPS, ENTRY_BANDS, KIND_INDEX, KINDS
from sufficiency.analytics.forecast.causes import CAUSES
from sufficiency.analytics.forecast.held import Counted
from sufficiency.analytics.forecast.opening import opening_of
from sufficiency.analytics.forecast.own_places import Pace, Pull
from sufficiency.analytics.forecast.pull_strength import STRENGTHS, USUAL_MONTHS, above_usual, plausible
from sufficiency.analytics.forecast.turning import MORE_THAN_EVER, turn, turned
from sufficiency.analytics.reference.kinds import Kind

OWN, BOUGHT = KIND_INDEX[Kind.IN_HOUSE_FOSTERING], KIND_INDEX[Kind.AGENCY_FOSTERING]
DAYS = np.arange(37) * 30


def pull_of(strength: float, *, highest: float = 100.0) -> Pull:
    weights = np.array([1.0 if strength == one else 0.0 for one in STRENGTHS])
    pace = Pace(of_entrants=0.6, of_children=0.02, share=0.5, turnover=0.06)
    return Pull(OWN, BOUGHT, weights, np.full(USUAL_MONTHS + 1, 100.0), highest, 0.0, pace)


def numbers(*, monthly: float = 0.01, size: int = 20) -> Counted:
    """Own numbers that grow by so much a month from 100, beside 80 in bought places."""
    months = len(DAYS) - 1
    stock = np.zeros((size, months + 1, len(KINDS), len(AGE_GROUPS)), dtype=np.int32)
    stock[:, :, OWN, 2] = np.round(60 * np.exp(monthly * np.arange(months + 1)))
    stock[:, :, OWN, 3] = np.round(40 * np.exp(monthly * np.arange(months + 1)))
    stock[:, :, BOUGHT, 3] = 80
    days = (stock[:, 1:].sum(axis=3) * 30).astype(np.int32)
    entrants = np.full((size, months, len(ENTRY_BANDS) + 1), 2, dtype=np.int32)
    return Counted(stock, days, entrants, np.zeros((size, months, len(CAUSES)), dtype=np.int32))


def after(before: Counted, pull: Pull) -> Counted:
    return turn(before, (pull,), turned(before, (pull,), seed=3), month_days=DAYS)


def test_a_month_stands_above_the_mean_of_the_two_years_before_it():
    above = above_usual(np.append(np.full(USUAL_MONTHS, 49.0), [59.0, 49.0]))
    assert (above[:USUAL_MONTHS] == 0.0).all()
    assert above[USUAL_MONTHS] == pytest.approx(np.log(60 / 50))
    assert above[-1] < 0.0


@pytest.mark.parametrize("strength", [0.0, 12.0])
def test_the_pull_that_children_were_placed_by_is_found(strength):
    chance = np.random.default_rng(4)
    year = np.repeat(np.arange(6), 400)
    above = np.repeat(chance.normal(0.0, 0.06, 72), 2400 // 72 + 1)[:2400]
    odds = chance.normal(0.0, 0.5, 2400)
    of_year = chance.normal(0.0, 0.2, 6)[year]
    is_own = chance.random(2400) < 1 / (1 + np.exp(-(odds + of_year - strength * above)))
    weights = plausible(odds, above, is_own, year)
    assert weights.sum() == pytest.approx(1.0)
    assert STRENGTHS[int(weights.argmax())] == strength


def test_few_placements_leave_it_open_whether_there_is_a_pull():
    weights = plausible(
        np.zeros(4), np.array([0.1, -0.1, 0.1, -0.1]), np.array([1, 0, 0, 1]) == 1, np.zeros(4, int)
    )
    assert 0.3 < weights[0] < 0.9


def test_a_pull_holds_own_numbers_near_their_usual_and_the_rest_go_to_agencies():
    before = numbers()
    held = after(before, pull_of(24.0, highest=1000.0))
    own, bought = (held.stock[:, -1, kind].sum(axis=1) for kind in (OWN, BOUGHT))
    assert before.stock[0, -1, OWN].sum() == 143
    assert 100 < own.mean() < 115
    assert (own + bought == 143 + 80).all()


def test_where_own_numbers_would_fall_a_pull_takes_children_back_from_agencies():
    held = after(numbers(monthly=-0.01), pull_of(24.0))
    assert held.stock[:, -1, OWN].sum(axis=1).mean() > 75 > 70  # 70 without a pull
    assert (held.stock >= 0).all()


def test_nobody_is_lost_and_only_the_kind_changes():
    before = numbers(monthly=0.02)
    held = after(before, pull_of(48.0))
    assert np.array_equal(held.stock.sum(axis=(2, 3)), before.stock.sum(axis=(2, 3)))
    assert np.array_equal(held.stock.sum(axis=2), before.stock.sum(axis=2))
    assert np.array_equal(held.days.sum(axis=2), before.days.sum(axis=2))
    assert np.array_equal(held.leavers, before.leavers)
    assert min(held.stock.min(), held.days.min()) >= 0


def test_without_a_pull_own_numbers_are_free_up_to_a_little_more_than_ever():
    within = numbers(monthly=0.001, size=2000)
    free = after(within, pull_of(0.0, highest=200.0)).stock[:, -1, OWN].sum(axis=1)
    assert free.mean() == pytest.approx(within.stock[0, -1, OWN].sum(), rel=0.02)
    far = after(numbers(monthly=0.03, size=200), pull_of(0.0)).stock[:, -1, OWN].sum(axis=1)
    assert (far <= np.ceil(100 * np.exp(4 * MORE_THAN_EVER))).all()
    assert 105 < far.mean() < 112  # a half-normal tenth above the most there ever were


def test_the_further_ahead_the_less_is_sure_of_own_places_and_the_more_so_the_less_holds_them():
    before = numbers(monthly=0.0, size=400)
    free, held = (
        after(before, pull_of(pull, highest=1000.0)).stock[:, :, OWN].sum(axis=2) for pull in (0.0, 24.0)
    )
    assert free[:, 0].std() == 0.0 < free[:, 12].std() < free[:, 24].std() < free[:, 36].std()
    assert held[:, 36].std() < 0.3 * free[:, 36].std()


def test_growth_seen_of_late_goes_on():
    slower, faster = (
        after(numbers(), replace(pull_of(24.0, highest=1000.0), excess=excess)).stock[:, -1, OWN].sum()
        for excess in (0.0, 0.05)
    )
    assert faster > slower


def test_the_same_seed_turns_the_same_children_and_fewer_replications_are_the_first_of_more():
    pull = replace(pull_of(12.0), weights=np.full(len(STRENGTHS), 1 / len(STRENGTHS)))
    one, two = (turned(numbers(), (pull,), seed=7)[0] for _ in range(2))
    assert np.array_equal(one, two)
    assert not np.array_equal(one, turned(numbers(), (pull,), seed=8)[0])


def test_a_history_shows_its_pull_where_it_is_long_enough(authority):
    from datetime import date

    long = authority(entrants=40, endings=tuple(range(2020, 2025)))
    pulls = opening_of(long, start=date(2024, 3, 31), years=1).pulls
    assert [(pull.own, pull.bought) for pull in pulls] == [(OWN, BOUGHT)]
    assert pulls[0].weights.sum() == pytest.approx(1.0)
    assert len(pulls[0].before) == USUAL_MONTHS + 1
    assert 0.0 < pulls[0].pace.share < 1.0
    short = authority(entrants=12, endings=(2023, 2024))
    assert opening_of(short, start=date(2024, 3, 31), years=1).pulls == ()
