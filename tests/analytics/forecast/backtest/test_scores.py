"""Scores of draws against what came."""

import numpy as np
import pytest

from sufficiency.analytics.forecast.backtest.scores import crps, judged, score


def test_crps_of_one_certain_value_is_the_error():
    assert crps(np.array([7.0]), 10.0) == 3.0


def test_crps_of_a_normal_is_the_known_formula():
    steps = np.random.default_rng(1).standard_normal(200_000)
    assert crps(steps, 0.0) == pytest.approx(0.2337, abs=0.002)  # 2 φ(0) − 1/√π


def test_crps_is_lowest_for_the_true_distribution():
    generator = np.random.default_rng(2)
    outcomes = generator.normal(100, 10, size=400)

    def mean_of(middle: float, spread: float) -> float:
        draws = generator.normal(middle, spread, size=400)
        return float(np.mean([crps(draws, outcome) for outcome in outcomes]))

    true = mean_of(100, 10)
    assert true < mean_of(106, 10)
    assert true < mean_of(100, 25)
    assert true < mean_of(100, 3)


def some_scores(outcomes: list[float], *, spread: float = 10.0):
    draws = np.linspace(-1.0, 1.0, 201) * spread + 100.0
    return score("all", 1, "ours", [judged(draws, outcome, usual_change=5.0) for outcome in outcomes])


def test_bias_is_forecast_less_outcome_and_wape_a_share_of_all_outcomes():
    found = some_scores([90.0, 130.0])
    assert found.bias == pytest.approx(-10.0)
    assert found.wape == pytest.approx(40.0 / 220.0)
    assert found.mase == pytest.approx(40.0 / 10.0)
    assert found.origins == 2


def test_coverage_counts_outcomes_within_the_range_ends_included():
    found = some_scores([92.0, 108.0, 108.5, 109.6])
    assert found.coverage80 == 0.5
    assert found.coverage95 == 0.75
    assert found.width80 == pytest.approx(16.0)
    assert found.width95 == pytest.approx(19.0)


def test_nothing_is_divided_by_nought():
    found = score("all", 1, "ours", [judged(np.zeros(5), 0.0, usual_change=0.0)])
    assert (found.wape, found.mase) == (None, None)
    assert found.pinball == 0.0
