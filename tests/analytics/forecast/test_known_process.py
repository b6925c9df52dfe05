"""The forecast against a process that is known: what it says of more entrants, and how sure it is."""

from datetime import date

import numpy as np
import pytest

from sufficiency.analytics.forecast.projecting import project
from sufficiency.analytics.histories.history import History, in_care_on

pytestmark = pytest.mark.slow
ENTRANTS = 300


@pytest.fixture(scope="module")
def steady(authority) -> History:
    """A larger authority whose entrants and stays have not changed for years."""
    return authority(entrants=ENTRANTS, endings=tuple(range(2018, 2025)), seed=11, uasc=0)


def still_there(days_in_care: list[int], *, years: int) -> float:
    """Of those who enter evenly over so many years, how many years' worth are in care at the end."""
    stays = np.array(days_in_care)
    waits = np.arange(0, 365 * years)
    return float(np.mean([(stays > wait).mean() for wait in waits]) * years)


def test_30_percent_more_entrants_add_what_they_truly_add(steady, days_in_care):
    usual, more = (
        project(
            steady,
            years=3,
            replications=40,
            scenario=lambda flows, times=times: flows.with_entrants(times=times),
        ).in_care()
        for times in (1.0, 1.3)
    )
    extra = (more - usual).mean(axis=0)[[12, 24, 36]]
    truth = [0.3 * ENTRANTS * still_there(days_in_care, years=years) for years in (1, 2, 3)]
    assert extra == pytest.approx(truth, rel=0.1)


def test_a_steady_authority_is_expected_to_stay_as_it_is(steady):
    found = project(steady, years=3, replications=60).in_care()
    assert found.mean(axis=0)[[12, 36]] == pytest.approx([found[0, 0]] * 2, rel=0.1)


def test_what_came_lies_within_the_ranges_about_as_often_as_they_say(authority):
    inside = []
    for seed in range(12):
        known = authority(entrants=40, endings=tuple(range(2017, 2025)), seed=seed)
        ranges = project(known, start=date(2022, 3, 31), years=2, replications=60).in_care()
        for ahead, ending in ((12, 2023), (24, 2024)):
            low, high = np.quantile(ranges[:, ahead], [0.1, 0.9])
            came = in_care_on(known.episodes, date(ending, 3, 31)).height
            inside.append(low <= came <= high)
    assert 0.6 <= np.mean(inside) <= 1.0
