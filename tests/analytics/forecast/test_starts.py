"""Entrants and moves counted."""

from datetime import date

import numpy as np

from returns_in_text import history_of
from sufficiency.analytics.forecast.bands import AGE_GROUPS, ENTRY_BANDS, KIND_INDEX, Birthdays
from sufficiency.analytics.forecast.exposure import Window
from sufficiency.analytics.forecast.spells import spells
from sufficiency.analytics.forecast.starts import Starts, moves, starts
from sufficiency.analytics.histories.history import History

UASC = len(ENTRY_BANDS) - 1


def seen_through(history: History, *, start: date = date(2024, 3, 31)) -> tuple[Starts, np.ndarray]:
    known = spells(history, start=start)
    given = {
        "window": Window.of(history.years, day_zero=known.day_zero),
        "birthdays": Birthdays.around(known.day_zero, first_birth=int(known.born.min()), years_ahead=1),
    }
    return starts(known, **given), moves(known, **given)


def test_entrants_are_counted_by_age_group():
    found, _ = seen_through(
        history_of(
            header="CHILD | DOB\nA | 01/01/2023\nB | 01/05/2007",
            episodes="CHILD | DECOM\nA | 01/05/2023\nB | 01/06/2023",
        )
    )
    assert found.new[0].tolist() == [1, 0, 0, 0, 1, 0]
    assert [len(ages) for ages in found.ages] == [1, 0, 0, 0, 1, 0]
    assert found.ages[0].tolist() == [120]


def test_asylum_seeking_children_are_counted_apart():
    found, _ = seen_through(
        history_of(
            header="CHILD | DOB\nA | 01/05/2007",
            uasc="CHILD | SEX | DOB | DUC\nA | 1 | 01/05/2007 |",
            episodes="CHILD | DECOM | PLACE | PLACE_PROVIDER\nA | 01/06/2023 | H5 | PR4",
        )
    )
    assert found.new[0, UASC] == 1
    assert found.kinds[0, 6, KIND_INDEX["supported_accommodation"]] == 1


def test_whoever_comes_back_is_not_new_but_is_placed():
    found, _ = seen_through(
        history_of(
            episodes="CHILD | DECOM | DEC | REC\nA | 01/05/2023 | 01/06/2023 | E4A\nA | 11/06/2023 | |"
        )
    )
    assert found.new.sum() == 1
    assert found.kinds.sum() == 2


def test_whoever_came_before_the_first_return_is_no_entrant():
    found, _ = seen_through(history_of(episodes="CHILD | DECOM\nA | 01/05/2021"))
    assert found.new.sum() == found.kinds.sum() == 0


def test_moves_are_counted_by_where_from_who_and_where_to():
    _, moved = seen_through(
        history_of(
            header="CHILD | DOB\nA | 01/05/2007",
            episodes="""
            CHILD | DECOM | DEC | REC | RNE | PLACE | PLACE_PROVIDER
            A | 01/06/2023 | 01/09/2023 | X1 | S | U6 | PR1
            A | 01/09/2023 | | | P | H5 | PR4
            """,
        )
    )
    group = AGE_GROUPS.index("16-17")
    assert moved.sum() == 1
    assert moved[0, KIND_INDEX["in_house_fostering"], group, KIND_INDEX["supported_accommodation"]] == 1


def test_every_period_begun_within_the_window_is_counted(history_of_four_years):
    found, _ = seen_through(history_of_four_years)
    first = history_of_four_years.years[0].start
    began = history_of_four_years.periods.filter(history_of_four_years.periods["started"] >= first)
    assert found.kinds.sum() == began.height
    assert found.new.sum() <= found.kinds.sum()
