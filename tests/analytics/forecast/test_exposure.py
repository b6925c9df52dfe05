"""Child-years at risk, and what ended them."""

from datetime import date

import numpy as np
import pytest

from returns_in_text import history_of
from sufficiency.analytics.forecast import exposure
from sufficiency.analytics.forecast.bands import UNKNOWN_TIME_IN_CARE, Birthdays
from sufficiency.analytics.forecast.causes import LEAVING, MOVE, Cause
from sufficiency.analytics.forecast.exposure import DAYS_A_YEAR, Cells, Window, cells, time_in_care_band
from sufficiency.analytics.forecast.spells import spells
from sufficiency.analytics.histories.history import History
from sufficiency.analytics.reference.years import CollectionYear

START = date(2024, 3, 31)


def cells_of(history: History, *, start: date = START) -> Cells:
    known = spells(history, start=start)
    window = Window.of(history.years, day_zero=known.day_zero)
    birthdays = Birthdays.around(known.day_zero, first_birth=int(known.born.min()), years_ahead=1)
    return cells(known, window=window, birthdays=birthdays)


def test_a_child_is_at_risk_for_every_night_in_care():
    found = cells_of(history_of(episodes="CHILD | DECOM | DEC | REC\nA | 01/05/2023 | 01/09/2023 | E4A"))
    assert found.child_years.sum() == pytest.approx(123 / DAYS_A_YEAR)
    assert found.events[:, LEAVING.index(Cause.HOME)].sum() == 1
    assert found.events.sum() == 1


def test_a_child_enters_into_risk_when_first_seen():
    found = cells_of(history_of(episodes="CHILD | DECOM\nA | 01/05/2019"))
    assert found.child_years.sum() == pytest.approx(366 / DAYS_A_YEAR)
    assert (found.in_care >= 9).all()  # the years before are known, though nobody was watched in them


def test_a_beginning_not_returned_gives_an_unknown_time_in_care_until_it_must_be_long():
    found = cells_of(history_of(episodes="CHILD | DECOM | RNE\nA | 01/10/2020 | P"))
    unknown = found.in_care == UNKNOWN_TIME_IN_CARE
    assert found.child_years[unknown].sum() == pytest.approx(184 / DAYS_A_YEAR, abs=2 / DAYS_A_YEAR)
    assert set(found.in_care[~unknown]) == {9}


def test_a_move_is_counted_in_the_cell_before_it():
    found = cells_of(
        history_of(
            episodes="""
            CHILD | DECOM | DEC | REC | RNE | PLACE
            A | 01/05/2023 | 31/05/2023 | X1 | S | U6
            A | 31/05/2023 | | | P | K2
            """
        )
    )
    moved = found.events[:, MOVE] == 1
    assert moved.sum() == 1
    assert found.in_placement[moved].tolist() == [0]
    assert found.in_care[moved].tolist() == [0]


def test_years_without_a_return_are_not_watched():
    years = {"2020-21": "CHILD | DECOM\nA | 01/05/2020", "2022-23": "CHILD | DECOM\nA | 01/05/2020"}
    found = cells_of(history_of(episodes=years), start=date(2023, 3, 31))
    assert found.child_years.sum() == pytest.approx((335 + 365) / DAYS_A_YEAR)
    assert sorted(set(found.year)) == [0, 1]


def test_a_stay_of_no_days_still_carries_its_event():
    found = cells_of(history_of(episodes="CHILD | DECOM | DEC | REC\nA | 01/05/2023 | 01/05/2023 | E4A"))
    assert found.events.sum() == 1
    assert (found.child_years > 0).all()


def test_every_event_and_night_within_the_window_is_counted(history_of_four_years):
    known = spells(history_of_four_years, start=START)
    window = Window.of(history_of_four_years.years, day_zero=known.day_zero)
    found = cells_of(history_of_four_years)
    within = known.ended >= window.first_days[0]
    assert found.events[:, MOVE].sum() == ((known.next_kind >= 0) & within).sum()
    assert found.events[:, :MOVE].sum() == ((known.cause >= 0) & within).sum()
    nights = np.maximum(known.ended - np.maximum(known.started, window.first_days[0]), 0).sum()
    assert found.child_years.sum() == pytest.approx(nights / DAYS_A_YEAR, abs=0.1)


def test_a_part_at_a_time_comes_to_the_same(history_of_four_years, monkeypatch):
    at_once = cells_of(history_of_four_years)
    monkeypatch.setattr(exposure, "_SPELLS_AT_ONCE", 7)
    in_parts = cells_of(history_of_four_years)
    assert np.array_equal(at_once.events, in_parts.events)
    assert at_once.child_years == pytest.approx(in_parts.child_years)


def test_a_window_ends_on_the_day_of_the_forecast():
    window = Window.of([CollectionYear(2023), CollectionYear(2024)], day_zero=date(2023, 10, 1))
    assert window.last_days.tolist() == [-183, 0]
    assert window.fractions == pytest.approx([1.0, 183 / 365])
    assert window.place(np.array([-600, -549, -183, -1, 0])).tolist() == [-1, -1, 1, 1, -1]


def test_a_window_leaves_out_years_after_the_start():
    window = Window.of([CollectionYear(2023), CollectionYear(2024)], day_zero=date(2023, 4, 1))
    assert window.endings.tolist() == [2023]


@pytest.mark.parametrize(
    ("days", "unseen", "band"),
    [(0, False, 0), (30, False, 1), (29, False, 0), (5000, False, 11), (40, True, 12), (1096, True, 9)],
)
def test_bands_of_time_in_care_begin_on_their_day(days, unseen, band):
    assert time_in_care_band(np.array([days]), unseen=np.array([unseen]))[0] == band
