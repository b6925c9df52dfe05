"""Everything fitted together."""

from datetime import date

import numpy as np
import pytest

from sufficiency.analytics.forecast.bands import ENTRY_BANDS, KIND_INDEX, KINDS
from sufficiency.analytics.forecast.causes import EVENTS
from sufficiency.analytics.forecast.flows import Flows
from sufficiency.analytics.forecast.opening import opening_of

START = date(2024, 3, 31)


@pytest.fixture(scope="module")
def flows(history_of_four_years) -> Flows:
    return opening_of(history_of_four_years, start=START, years=2).flows


def test_flows_look_as_many_financial_years_ahead_as_asked(flows):
    assert [str(year) for year in flows.years] == ["2024-25", "2025-26"]
    assert flows.entrants.trend.shape == (2, len(ENTRY_BANDS))
    assert flows.events_trend.shape == (2, EVENTS)


def test_without_levers_nothing_is_multiplied(flows):
    assert (flows.entrants_times == 1.0).all()
    assert (flows.events_times == 1.0).all()
    assert flows.events_times.shape == (2, len(KINDS), EVENTS)


def test_levers_add_up_and_leave_the_fitted_flows_alone(flows):
    twice = flows.with_entrants(times=1.2).with_entrants(times=1.5)
    assert twice.entrants_times == pytest.approx(np.full((2, len(ENTRY_BANDS)), 1.8))
    assert (flows.entrants_times == 1.0).all()
    assert twice.hazards is flows.hazards


def test_as_many_entrants_are_expected_as_came(flows):
    assert flows.entrants.yearly.sum() == pytest.approx(24, rel=0.15)


def test_kinds_seen_have_a_mix_and_others_have_none(flows):
    seen = {KINDS[place].value for place in flows.move_mix.seen}
    assert {"kinship_fostering", "agency_fostering", "supported_accommodation"} <= seen
    assert not flows.entry_mix.weights[..., KIND_INDEX["secure"]].any()


def test_a_start_within_the_year_looks_on_from_that_year(history_of_four_years):
    flows = opening_of(history_of_four_years, start=date(2023, 9, 30), years=1).flows
    assert [str(year) for year in flows.years] == ["2023-24", "2024-25"]
    assert np.isfinite(flows.entrants.trend.mean).all()
