"""Hazards of leaving and moving."""

import numpy as np
import pytest

from sufficiency.analytics.forecast.bands import (
    AGE_BANDS,
    AGE_GROUPS,
    GROUP_OF_AGE_BAND,
    KIND_INDEX,
    KINDS,
    TIME_IN_CARE_BANDS,
    TIME_IN_PLACEMENT_BANDS,
)
from sufficiency.analytics.forecast.causes import EVENTS, MOVE
from sufficiency.analytics.forecast.exposure import DAYS_A_YEAR, Cells
from sufficiency.analytics.forecast.hazards import EVENT_NAMES, fit_hazards

FOSTERED, IN_A_HOME = KIND_INDEX["in_house_fostering"], KIND_INDEX["external_residential"]
HOME = EVENT_NAMES.index("home")


def cells_with(*rows: tuple[int, int, int, float, dict[int, float]], years: float = 1.0) -> Cells:
    """Cells from rows of (age band, time in care, kind, child-years, events), times so many."""
    age, in_care, kind, child_years, events = zip(*rows, strict=True)
    none = np.zeros(len(rows), dtype=np.int64)
    counted = np.zeros((len(rows), EVENTS))
    for row, found in enumerate(events):
        for event, count in found.items():
            counted[row, event] = count * years
    return Cells(
        uasc=none,
        age=np.array(age),
        in_care=np.array(in_care),
        kind=np.array(kind),
        in_placement=none,
        year=none,
        child_years=np.array(child_years) * years,
        events=counted,
    )


LIVELY = cells_with(
    (7, 0, FOSTERED, 100.0, {HOME: 200, MOVE: 50}),
    (7, 10, FOSTERED, 400.0, {HOME: 20, MOVE: 80}),
    (12, 0, IN_A_HOME, 100.0, {HOME: 60, MOVE: 150}),
    (12, 10, IN_A_HOME, 300.0, {HOME: 15, MOVE: 200}),
)


def test_events_expected_are_those_seen_where_many_were():
    fitted = fit_hazards(LIVELY)
    expected = fitted.expected(LIVELY)
    assert expected[:, HOME].sum() == pytest.approx(LIVELY.events[:, HOME].sum(), rel=0.02)
    assert expected[:, MOVE] == pytest.approx(LIVELY.events[:, MOVE], rel=0.15)


def test_new_entrants_leave_sooner_than_those_long_in_care():
    expected = fit_hazards(LIVELY).expected(LIVELY)
    rates = expected[:, HOME] / LIVELY.child_years
    assert rates[0] > 10 * rates[1]


def test_without_any_records_england_is_believed():
    nothing = cells_with((7, 6, FOSTERED, 1e-9, {}))
    expected = fit_hazards(nothing).expected(nothing)[0] / nothing.child_years[0]
    assert expected[HOME] == pytest.approx(0.105, rel=0.5)
    assert expected[MOVE] == pytest.approx(0.78, rel=0.8)
    adopted = EVENT_NAMES.index("adopted")
    placed = cells_with((4, 6, KIND_INDEX["adoption"], 1e-9, {}))
    rate = fit_hazards(placed).expected(placed)[0, adopted] / placed.child_years[0]
    assert rate > 20 * expected[adopted]


def test_the_two_factors_multiply_to_the_rate_of_a_day():
    fitted = fit_hazards(LIVELY)
    of_child, of_place = fitted.draw(np.random.default_rng(1), 400)
    assert of_child.shape == (400, 2, AGE_BANDS, TIME_IN_CARE_BANDS, EVENTS)
    assert of_place.shape == (400, len(KINDS), len(AGE_GROUPS), TIME_IN_PLACEMENT_BANDS, EVENTS)
    daily = of_child[:, 0, 7, 10] * of_place[:, FOSTERED, GROUP_OF_AGE_BAND[7], 0]
    yearly = daily.mean(axis=0) * DAYS_A_YEAR
    expected = fitted.expected(LIVELY)[1] / LIVELY.child_years[1]
    assert yearly[MOVE] == pytest.approx(expected[MOVE], rel=0.1)
    assert yearly[HOME] == pytest.approx(expected[HOME], rel=0.3)


def test_more_records_make_surer():
    def spread(times: float) -> float:
        rows = ((7, 0, FOSTERED, 10.0, {HOME: 20}), (7, 10, FOSTERED, 40.0, {HOME: 2}))
        fitted = fit_hazards(cells_with(*rows, years=times))
        of_child, of_place = fitted.draw(np.random.default_rng(1), 400)
        rate = of_child[:, 0, 7, 0, HOME] * of_place[:, FOSTERED, 2, 0, HOME]
        return float(np.log(rate).std())

    assert spread(100) < 0.5 * spread(1)


def test_rows_of_the_same_cell_in_different_years_are_one():
    split = cells_with(*(2 * ((7, 0, FOSTERED, 50.0, {HOME: 100, MOVE: 25}),)))
    whole = cells_with((7, 0, FOSTERED, 100.0, {HOME: 200, MOVE: 50}))
    apart, together = (fit_hazards(found).estimates[HOME].mean for found in (split, whole))
    assert apart == pytest.approx(together, abs=1e-6)
