import itertools
from datetime import date

import pytest
from hypothesis import given, strategies as st

from sufficiency.reports import scales


def test_a_year_stands_at_its_31_march():
    assert scales.place(date(2024, 3, 31)) == 2024
    assert scales.place(date(2024, 9, 30)) == pytest.approx(2024.5, abs=0.01)
    assert scales.place(date(2024, 3, 1)) < 2024


def test_narrow_axes_name_fewer_years_but_always_the_last():
    wide = scales.years(range(2017, 2030), width=900).to_dict()["axis"]["values"]
    narrow = scales.years(range(2017, 2030), width=300).to_dict()["axis"]["values"]
    assert len(narrow) < len(wide) == 13
    assert narrow[-1] == wide[-1] == 2029


def test_figures_far_apart_start_at_nought():
    assert scales.ends([10, 100])[0] == 0


def test_a_small_change_does_not_fill_the_chart():
    low, high = scales.ends([1000, 1010])
    assert low <= 0.75 * 1010
    assert high > 1010


@given(st.lists(st.floats(0, 1000), min_size=1, max_size=6).map(sorted), st.floats(0.1, 50))
def test_words_are_moved_apart_and_keep_their_middle(values, least):
    moved = scales.apart(values, least=least)
    assert all(after - before >= least * 0.999 for before, after in itertools.pairwise(moved))
    assert sum(moved) == pytest.approx(sum(values), abs=1e-6)


def test_words_do_not_sink_under_the_axis():
    assert scales.apart([0, 1, 2], least=5, floor=2) == [2, 7, 12]


def test_words_already_apart_stay_where_they_are():
    assert scales.apart([1, 10, 20], least=5) == [1, 10, 20]
