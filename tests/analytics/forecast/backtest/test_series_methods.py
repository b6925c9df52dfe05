"""The simple methods: what they expect, and how wide their ranges are."""

import numpy as np
import pytest

from sufficiency.analytics.forecast.backtest.series_methods import (
    SERIES_METHODS,
    damped_holt,
    last_value,
    straight_line,
)

RISING = np.array([100.0, 110.0, 120.0, 130.0, 140.0])


def test_last_value_stays():
    assert last_value(RISING, 3).tolist() == [140.0] * 3


def test_a_line_goes_on():
    assert straight_line(RISING, 3) == pytest.approx([150.0, 160.0, 170.0])


def test_a_line_looks_at_five_years_alone():
    assert straight_line(np.array([900.0, *RISING]), 1) == pytest.approx([150.0])


def test_a_damped_trend_goes_on_but_less_each_year():
    steps = np.diff(damped_holt(RISING, 4), prepend=140.0)
    assert (steps > 0).all()
    assert (np.diff(steps) < 0).all()


def test_one_year_is_enough_for_a_method_that_needs_no_trend():
    assert last_value(np.array([12.0]), 2).tolist() == [12.0, 12.0]


@pytest.mark.parametrize("method", SERIES_METHODS, ids=lambda method: method.id)
def test_ranges_widen_with_the_years_and_never_fall_below_nought(method):
    drawn = method.draws(np.array([4.0, 6.0, 3.0, 5.0, 4.0]), 3)
    assert drawn.min() >= 0.0
    widths = np.diff(np.quantile(drawn, [0.25, 0.75], axis=0), axis=0)[0]
    assert widths[2] > widths[0]


def test_a_method_that_erred_more_has_wider_ranges():
    calm, wild = np.full(6, 100.0), np.array([100.0, 140.0, 70.0, 130.0, 60.0, 100.0])
    method = SERIES_METHODS[0]
    assert method.draws(wild, 1).std() > 2 * method.draws(calm, 1).std()


def test_pounds_are_not_taken_for_a_count():
    pounds = np.array([50e6, 51e6, 52e6, 53e6])
    assert SERIES_METHODS[0].draws(pounds, 1, is_count=False).std() == pytest.approx(1e6, rel=0.05)
