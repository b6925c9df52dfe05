"""Penalised Poisson regression."""

import numpy as np
import pytest

from sufficiency.analytics.forecast import regression
from sufficiency.analytics.forecast.regression import bincount, fit

# Two columns, the level and an effect; the second row has both.
COLUMNS = np.array([[0, 1], [0, 2]])
LOOSE = np.full(3, 10.0)


def test_rates_are_found_where_there_are_many_events():
    estimate = fit(
        COLUMNS,
        exposure=np.array([1000.0, 1000.0]),
        events=np.array([200.0, 800.0]),
        prior=np.zeros(3),
        sd=LOOSE,
    )
    rates = np.exp(estimate.mean[COLUMNS].sum(axis=1))
    assert rates == pytest.approx([0.2, 0.8], rel=1e-3)


def test_without_events_or_exposure_the_prior_stays():
    prior = np.array([-1.0, 0.3, -0.3])
    estimate = fit(
        COLUMNS, exposure=np.array([1e-9, 1e-9]), events=np.zeros(2), prior=prior, sd=np.full(3, 0.5)
    )
    assert estimate.mean == pytest.approx(prior, abs=1e-6)


def test_few_events_lean_on_the_prior_and_many_do_not():
    def level(scale: float) -> float:
        found = fit(
            np.array([[0]]),
            exposure=np.array([scale]),
            events=np.array([2 * scale]),
            prior=np.zeros(1),
            sd=np.ones(1),
        )
        return float(np.exp(found.mean[0]))

    assert 1.0 < level(0.5) < level(5.0) < level(500.0)
    assert level(500.0) == pytest.approx(2.0, rel=0.01)


def test_a_prior_far_off_is_overcome():
    estimate = fit(
        np.array([[0]]),
        exposure=np.array([1000.0]),
        events=np.array([500.0]),
        prior=np.array([-12.0]),
        sd=np.array([20.0]),
    )
    assert np.exp(estimate.mean[0]) == pytest.approx(0.5, rel=1e-3)


def test_the_search_ends_after_so_many_steps(monkeypatch):
    monkeypatch.setattr(regression, "_MOST_STEPS", 1)
    given = {"exposure": np.array([100.0]), "events": np.array([900.0]), "prior": np.zeros(1)}
    estimate = regression.fit(np.array([[0]]), **given, sd=np.array([10.0]))
    assert estimate.mean[0] == pytest.approx(2.0)  # the longest step; the best would be 2.2


def test_draws_spread_as_the_events_allow():
    estimate = fit(
        np.array([[0]]),
        exposure=np.array([100.0]),
        events=np.array([100.0]),
        prior=np.zeros(1),
        sd=np.array([10.0]),
    )
    drawn = estimate.draw(np.random.default_rng(1).standard_normal((4000, 1)))
    assert drawn.std() == pytest.approx(0.1, rel=0.05)  # one over the root of the events


def test_rates_drawn_agree_on_average_with_rates_fitted():
    exposure = np.array([40.0, 10.0])
    estimate = fit(
        COLUMNS, exposure=exposure, events=np.array([4.0, 0.0]), prior=np.zeros(3), sd=np.full(3, 0.8)
    )
    fitted = (exposure * np.exp(estimate.mean[COLUMNS].sum(axis=1))).sum()
    drawn = estimate.draw(np.random.default_rng(1).standard_normal((20_000, 3)))
    means = (exposure * np.exp(drawn[:, COLUMNS].sum(axis=2))).sum(axis=1).mean()
    assert estimate.excess > 0
    assert means * np.exp(-estimate.excess) == pytest.approx(fitted, rel=0.02)


def test_sums_by_place_keep_empty_places():
    assert bincount(np.array([2, 0, 2]), np.array([1.0, 2.0, 3.0]), 4).tolist() == [2.0, 0.0, 4.0, 0.0]
