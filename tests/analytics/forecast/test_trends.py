"""Trends: local level, fading growth, and how sure one can be."""

import numpy as np
import pytest

from sufficiency.analytics.forecast import trends
from sufficiency.analytics.forecast.trends import GROWTH_LASTS, Trend, Wandering, fit_trend

COMMON = Wandering(
    start=0.5, walks=(0.02, 0.06, 0.12), typical_walk=0.06, walk_spread=0.8, growth=0.03, shake=0.02
)
OWN = Wandering(start=0.5, walks=(0.02, 0.06), typical_walk=0.03, walk_spread=0.8, growth=0.01, shake=0.02)


def trend_of(counts: list[list[float]], *, expected: float = 100.0, ahead: int = 5, years=None) -> Trend:
    seen = np.array(counts, dtype=np.float64)
    at = np.arange(len(seen)) if years is None else np.array(years)
    return fit_trend(
        seen,
        np.full_like(seen, expected),
        years=at,
        ahead=at[-1] + 1 + np.arange(ahead),
        common=COMMON,
        own=OWN,
    )


def middle(trend: Trend) -> np.ndarray:
    return np.exp(trend.mean)


def test_a_steady_series_goes_on_as_it_was():
    assert middle(trend_of([[100, 100]] * 6)) == pytest.approx(np.ones((5, 2)), abs=0.02)


def test_a_growing_series_grows_on_but_ever_less():
    grown = middle(trend_of([[100 * 1.06**year] for year in range(8)]))[:, 0]
    steps = np.diff(np.log(grown))
    assert grown[0] > 1.35
    assert (steps > 0).all()
    assert (steps[1:] < steps[:-1] * (GROWTH_LASTS + 0.02)).all()
    assert steps[0] < np.log(1.06)


def test_a_falling_series_never_falls_below_nought():
    found = trend_of([[100 * 0.6**year] for year in range(8)])
    assert (found.draw(np.random.default_rng(1), 500) > 0).all()


def test_one_odd_year_moves_the_level_only_in_part():
    jumped = middle(trend_of([[100]] * 7 + [[130]]))[0, 0]
    assert 1.02 < jumped < 1.28


def test_small_counts_say_little():
    large = middle(trend_of([[100]] * 5 + [[200]] * 3))[0, 0]
    small = middle(trend_of([[1]] * 5 + [[2]] * 3, expected=1.0))[0, 0]
    assert 1.0 < small < large


def test_years_of_nothing_are_survived():
    found = trend_of([[0, 100]] * 5)
    assert np.isfinite(found.means).all()
    assert middle(found)[0, 0] < 0.2 < 0.9 < middle(found)[0, 1]


def test_ranges_widen_with_the_years_ahead():
    drawn = np.log(trend_of([[100]] * 8).draw(np.random.default_rng(1), 3000))
    assert (np.diff(drawn.std(axis=0)[:, 0]) > 0).all()


def test_more_years_make_surer():
    def width(years: int) -> float:
        return float(np.log(trend_of([[100]] * years).draw(np.random.default_rng(1), 3000))[:, 0].std())

    assert width(10) < width(3) < width(1)


def test_a_wild_series_gets_wider_ranges_than_a_calm_one():
    def width(counts: list[list[float]]) -> float:
        return float(
            np.log(trend_of(counts, expected=1000.0).draw(np.random.default_rng(1), 3000))[:, 2].std()
        )

    assert width([[1000], [1300], [900], [1400], [1000], [700]]) > 1.5 * width([[1000]] * 6)


def test_series_that_move_together_are_seen_to():
    together = [[100 * level, 100 * level] for level in (1, 1.3, 0.8, 1.2, 0.9, 1.3, 0.8)]
    drawn = np.log(trend_of(together).draw(np.random.default_rng(1), 3000))[:, 0]
    assert np.corrcoef(drawn.T)[0, 1] > 0.4


def test_years_without_a_return_leave_a_gap():
    gap = trend_of([[100], [100], [150], [150]], years=[0, 1, 4, 5])
    assert gap.shape == (5, 1)
    assert middle(gap)[0, 0] > 1.3


def test_the_year_under_way_is_known_in_part():
    counts = np.array([[100.0], [100.0], [75.0]])
    expected = np.array([[100.0], [100.0], [50.0]])  # half a year, half as many again
    found = fit_trend(counts, expected, years=np.arange(3), ahead=np.array([2, 3]), common=COMMON, own=OWN)
    drawn = np.log(found.draw(np.random.default_rng(1), 3000))
    assert middle(found)[0, 0] > 1.1
    assert drawn[:, 0].std() < drawn[:, 1].std()


def test_the_search_for_the_level_ends_after_so_many_steps(monkeypatch):
    usual = middle(trend_of([[100]] * 3 + [[150]] * 3))[0, 0]
    monkeypatch.setattr(trends, "_MOST_STEPS", 1)
    hasty = middle(trend_of([[100]] * 3 + [[150]] * 3))[0, 0]
    assert hasty == pytest.approx(usual, rel=0.2)
    assert hasty != usual


def test_answers_weigh_one_together():
    found = trend_of([[100, 90], [110, 95]])
    assert found.weights.sum() == pytest.approx(1.0)
    assert len(found.weights) == len(COMMON.walks) * len(OWN.walks)


def test_the_same_stream_draws_the_same():
    found = trend_of([[100]] * 4)
    first, again = (found.draw(np.random.default_rng(7), 20) for _ in range(2))
    assert np.array_equal(first, again)


def test_a_steady_series_believes_that_it_is_steady_and_a_wild_one_does_not():
    from dataclasses import replace

    wild = Wandering(start=0.5, walks=(0.12,), typical_walk=0.12, walk_spread=1.0, growth=0.01, shake=0.06)
    steady = replace(wild, walks=(0.005,), typical_walk=0.005, shake=0.005)
    years, ahead = np.arange(8), np.array([8, 9])

    def weight_of_steady(counts: list[float]) -> float:
        seen = np.array(counts)[:, None]
        found = fit_trend(
            seen,
            np.full((8, 1), seen.mean()),
            years=years,
            ahead=ahead,
            common=wild,
            own=steady,
            or_else=(steady,),
        )
        return float(found.weights[1])

    assert weight_of_steady([400, 402, 398, 401, 399, 400, 403, 397]) > 0.8
    assert weight_of_steady([400, 480, 390, 300, 420, 520, 610, 500]) < 0.01


def test_a_trend_with_growth_added_grows_by_that_and_no_more_uncertain():
    still = Wandering(start=0.2, walks=(0.02,), typical_walk=0.02, walk_spread=1.0, growth=0.0, shake=0.02)
    years, ahead = np.arange(4), np.array([4, 5])
    found = fit_trend(
        np.full((4, 2), 90.0), np.full((4, 2), 90.0), years=years, ahead=ahead, common=still, own=still
    )
    grown = found.grown(np.array([0.01, 0.02]))
    assert np.allclose(grown.mean - found.mean, [[0.01, 0.01], [0.02, 0.02]])
    assert np.array_equal(grown.roots, found.roots)
