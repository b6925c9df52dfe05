"""Ranges after the authority's own past."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from sufficiency.analytics.forecast.opening import opening_of
from sufficiency.analytics.forecast.recalibrating import BELIEVED_WORTH, as_known, judged, recalibrated
from sufficiency.analytics.forecast.remarks import on_ranges
from sufficiency.analytics.forecast.spells import spells


def test_errors_as_large_as_the_ranges_say_change_nothing():
    found = judged(4, 1.0, fixed=0.3)
    assert (found.width, found.drift) == (pytest.approx(1.0), pytest.approx(1.0))


def test_larger_errors_widen_and_smaller_ones_narrow_the_more_so_the_more_forecasts():
    assert judged(4, 4.0, fixed=0.3).drift > 1.0 > judged(4, 0.25, fixed=0.3).drift
    assert judged(12, 4.0, fixed=0.3).width > judged(4, 4.0, fixed=0.3).width
    half_way = judged(int(BELIEVED_WORTH), 3.0, fixed=0.0)
    assert half_way.width**2 == pytest.approx(2.0)


def test_drift_alone_gives_way_within_limits():
    assert judged(4, 0.1, fixed=0.9).drift == 0.3
    assert judged(40, 100.0, fixed=0.5).drift == 2.0
    asked = judged(8, 2.0, fixed=0.4)
    # Of the variance 0.4 is chance and stays; drift makes up the rest.
    assert 0.4 + 0.6 * asked.drift**2 == pytest.approx(asked.width**2)


def test_spells_as_known_on_an_earlier_day_are_those_of_a_forecast_from_that_day(history_of_four_years):
    day = date(2023, 3, 31)
    then = as_known(spells(history_of_four_years, start=date(2024, 3, 31)), day)
    straight = spells(history_of_four_years, start=day)
    assert then.day_zero == straight.day_zero
    for name in ("born", "entered", "started", "ended", "is_open", "kind", "next_kind", "cause"):
        assert np.array_equal(getattr(then, name), getattr(straight, name)), name


def test_recalibrating_changes_the_room_for_drift_and_nothing_else(authority):
    long = authority(entrants=10, endings=(2020, 2021, 2022, 2023, 2024))
    opening = opening_of(long, start=date(2024, 3, 31), years=1)
    changed, found = recalibrated(opening, returned=long.years, seed=1, workers=1)
    assert found.origins == 1
    assert np.allclose(changed.flows.events_trend.roots, opening.flows.events_trend.roots * found.drift)
    assert np.array_equal(changed.flows.entrants.trend.means, opening.flows.entrants.trend.means)
    assert replace(changed, flows=opening.flows) == opening
    assert recalibrated(opening, returned=long.years, seed=1, workers=1)[1] == found


def test_too_few_returns_leave_the_ranges_as_they_are_and_say_so(history_of_four_years):
    opening = opening_of(history_of_four_years, start=date(2024, 3, 31), years=1)
    same, found = recalibrated(opening, returned=history_of_four_years.years, seed=1, workers=1)
    assert same is opening
    assert found is None
    assert "too few returns" in on_ranges(found, returns=4).message


def test_what_became_of_the_ranges_is_said():
    assert "narrower" in on_ranges(judged(4, 0.25, fixed=0.3), returns=8).message
    assert "wider" in on_ranges(judged(4, 4.0, fixed=0.3), returns=8).message
    assert "left as" in on_ranges(judged(4, 1.0, fixed=0.3), returns=8).message
