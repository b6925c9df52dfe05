"""A difference in cost in volume, mix and price: the parts are the whole, for any two scenarios."""

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st
from hypothesis.extra.numpy import arrays

from sufficiency.analytics.money.splitting import added, in_pounds, split

NUMBERS = st.one_of(st.just(0.0), st.floats(0.01, 1e5))


def table(elements=NUMBERS):
    return arrays(np.float64, (2, 3, 4), elements=elements)


@given(table(), table(), table(st.floats(0.0, 1e4)), table(st.floats(0.0, 1e4)))
@settings(max_examples=80, deadline=None)
def test_the_parts_add_up_to_the_whole(weeks, more_weeks, price, other_price):
    cost, other = weeks * price, more_weeks * other_price
    found = split((weeks, more_weeks), (cost, other))
    assert found.total == pytest.approx((other - cost).sum(axis=2))
    whole = found.volume + found.mix + found.price
    assert np.allclose(whole, found.total, rtol=1e-9, atol=1e-3)
    for place in np.ndindex(found.total.shape):
        pounds = in_pounds(found.volume[place], found.mix[place], found.total[place])
        assert pounds.volume + pounds.mix + pounds.price == pounds.total


@given(table(), st.floats(0.1, 3.0), st.floats(0.1, 3.0))
@settings(max_examples=40, deadline=None)
def test_more_of_the_same_is_volume_and_dearer_is_price(weeks, more, dearer):
    cost = weeks * np.array([400.0, 800.0, 1100.0, 6000.0])
    volume = split((weeks, weeks * more), (cost, cost * more))
    assert volume.mix == pytest.approx(np.zeros((2, 3)), abs=1e-3)
    assert volume.price == pytest.approx(np.zeros((2, 3)), abs=1e-3)
    price = split((weeks, weeks), (cost, cost * dearer))
    assert price.price == pytest.approx(price.total, abs=1e-3)


def test_moving_children_to_a_dearer_kind_is_mix():
    weeks = np.array([[[52.0, 52.0]]])
    moved = np.array([[[0.0, 104.0]]])
    prices = np.array([500.0, 6000.0])
    found = split((weeks, moved), (weeks * prices, moved * prices))
    assert found.mix == pytest.approx(52 * 5500)
    assert found.volume == pytest.approx(0)
    assert found.price == pytest.approx(0)


def test_it_does_not_matter_which_is_taken_first():
    one, two = np.array([[[10.0, 30.0]]]), np.array([[[25.0, 5.0]]])
    cost, other = one * [400, 900], two * [500, 800]
    forward, back = split((one, two), (cost, other)), split((two, one), (other, cost))
    for part in ("volume", "mix", "price", "total"):
        assert getattr(forward, part) == pytest.approx(-getattr(back, part))


def test_years_add_up_to_the_penny():
    years = [in_pounds(0.005, 0.005, 0.01), in_pounds(1.115, -2.225, 7.0)]
    whole = added(years)
    assert whole.volume + whole.mix + whole.price == whole.total == Decimal("7.01")
