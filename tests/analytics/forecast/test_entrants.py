"""How many new entrants, and how old."""

import numpy as np
import pytest

from sufficiency.analytics.forecast.bands import ENTRY_BANDS, ENTRY_GROUPS, KINDS
from sufficiency.analytics.forecast.entrants import Entrants, exposure_to_entrants, fit_entrants
from sufficiency.analytics.forecast.exposure import Window
from sufficiency.analytics.forecast.returning import Returning
from sufficiency.analytics.forecast.starts import Starts

BANDS = len(ENTRY_BANDS)


def starts_of(new: list[list[float]], ages: dict[int, list[int]] | None = None) -> Starts:
    found = tuple(np.array((ages or {}).get(band, []), dtype=np.int64) for band in range(BANDS))
    counts = np.array(new, dtype=np.float64)
    return Starts(counts, np.zeros((len(counts), ENTRY_GROUPS, len(KINDS))), found)


def fitted(new: list[list[float]], ages: dict[int, list[int]] | None = None) -> Entrants:
    years = len(new)
    return fit_entrants(
        starts_of(new, ages),
        exposure=np.ones(years),
        years=np.arange(years),
        ahead=years + np.arange(3),
    )


def test_a_steady_authority_goes_on_as_it_was():
    drawn = fitted([[20, 30, 40, 80, 30, 15]] * 6).draw(np.random.default_rng(1), 2000)
    assert np.median(drawn[:, 0], axis=0) == pytest.approx([20, 30, 40, 80, 30, 15], rel=0.1)


def test_an_authority_without_entrants_expects_next_to_none():
    drawn = fitted([[0] * BANDS] * 8).draw(np.random.default_rng(1), 500)
    assert drawn.sum(axis=2).mean() < 0.6


def test_few_entrants_leave_wide_ranges():
    def width(scale: float) -> float:
        drawn = fitted([[2 * scale] * BANDS] * 5).draw(np.random.default_rng(1), 2000)[:, 0, 3]
        return float(np.log(drawn).std())

    assert width(1) > 1.5 * width(20)


def test_ages_stay_within_their_band():
    found = fitted([[5.0] * BANDS], ages={0: [0, 364], 3: [3653, 5840], 5: [5900]})
    bands = np.repeat(np.arange(BANDS), 400)
    ages = found.draw_ages(np.random.default_rng(1), bands)
    youngest = np.array([0, 1, 5, 10, 16, 0]) * 365.25
    oldest = np.array([1, 5, 10, 16, 18, 18]) * 365.25
    assert (ages >= youngest[bands]).all()
    assert (ages < oldest[bands]).all()


def test_ages_are_those_seen_where_many_were():
    found = fitted([[5.0] * BANDS], ages={3: [5000] * 200})
    ages = found.draw_ages(np.random.default_rng(1), np.full(500, 3))
    assert np.median(ages) == pytest.approx(5000, abs=20)


def window_of(years: int) -> Window:
    first = -365 * np.arange(years, 0, -1)
    return Window(first, first + 365, 2024 - np.arange(years)[::-1])


def test_early_years_show_returners_as_new_and_late_ones_do_not():
    returning = Returning(np.full((4, 6), 20.0), np.full((4, 6), 100.0))
    found = exposure_to_entrants(
        starts_of([[10.0] * BANDS] * 6), returning, leavers_a_year=40.0, window=window_of(6)
    )
    assert found[0] > found[1] > 1.0
    assert found[4:] == pytest.approx([1.0, 1.0])


def test_half_a_year_shows_half_the_entrants():
    window = Window(np.array([-548, -183]), np.array([-183, 0]), np.array([2023, 2024]))
    nobody = Returning(np.full((4, 6), 1e-9), np.full((4, 6), 100.0))
    found = exposure_to_entrants(starts_of([[10.0] * BANDS] * 2), nobody, leavers_a_year=40.0, window=window)
    assert found == pytest.approx([1.0, 183 / 365], rel=1e-4)
