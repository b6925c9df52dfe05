"""New entrants of a block."""

from datetime import date

import numpy as np
import pytest

from sufficiency.analytics.forecast.arrivals import Arrivals, arrivals
from sufficiency.analytics.forecast.bands import ENTRY_BANDS
from sufficiency.analytics.forecast.blocks import Opening
from sufficiency.analytics.forecast.opening import opening_of

BANDS = len(ENTRY_BANDS)


@pytest.fixture(scope="module")
def opening(history_of_four_years) -> Opening:
    return opening_of(history_of_four_years, start=date(2024, 3, 31), years=2)


def drawn(opening: Opening, *, times: np.ndarray | float = 1.0, yearly: float = 10.0) -> Arrivals:
    """The arrivals of 100 replications with so many entrants a year in each band."""
    flows = opening.flows
    return arrivals(
        flows,
        np.full((100, 2, BANDS), yearly),
        world=opening.world,
        shares_of_year=opening.shares_of_year,
        usual=np.random.default_rng(1),
        extra=np.random.default_rng(2),
        times=np.ones((len(opening.shares_of_year), BANDS)) * times,
    )


def test_as_many_come_as_expected(opening):
    found = drawn(opening)
    assert len(found.time) / 100 == pytest.approx(2 * BANDS * 10, rel=0.05)
    assert np.bincount(found.band) == pytest.approx(np.full(BANDS, 2000), rel=0.1)


def test_they_come_evenly_over_the_years(opening):
    counts, _ = np.histogram(drawn(opening, yearly=50.0).time, bins=10, range=(0, 730))
    assert counts == pytest.approx(np.full(10, counts.mean()), rel=0.06)


def test_they_are_born_before_they_come_and_not_yet_18(opening):
    found = drawn(opening)
    age = found.time - found.born
    assert age.min() >= 0
    assert age.max() < 6575


def test_only_the_last_band_is_uasc(opening):
    found = drawn(opening)
    assert np.array_equal(found.uasc == 1, found.band == BANDS - 1)


def test_numbers_tell_people_of_a_replication_apart(opening):
    found = drawn(opening, times=1.5)
    together = set(zip(found.replication.tolist(), found.number.tolist(), strict=True))
    assert len(together) == len(found.number)


def test_a_lever_on_one_band_changes_that_band_alone_while_it_acts(opening):
    times = np.ones((24, BANDS))
    times[12:, 3] = 0.0
    usual, without = drawn(opening), drawn(opening, times=times)
    gone = (usual.band == 3) & (usual.time >= 365)
    assert np.array_equal(usual.time[~gone], without.time)
    assert gone.sum() > 500
