"""What leaves the service: no small number, nothing that gives one away, and the marks of official statistics."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from sufficiency.analytics.disclosure import (
    Mark,
    cell_of,
    mark_of,
    suppress_counts,
    suppress_table,
    suppressed,
)
from sufficiency.analytics.measures.results import MeasureResult, Part
from sufficiency.analytics.reference.units import Unit
from sufficiency.analytics.small_numbers import SUPPRESS_BELOW, Sum


def result(
    numerator, denominator=None, value=None, *, unit=Unit.CHILDREN, parts=(), **changed
) -> MeasureResult:
    by = tuple(Part("age", name, *numbers) for name, *numbers in parts)
    given = {"id": "measure", "label": "", "period": "2023-24", "better": "neutral", "source": "", **changed}
    return MeasureResult(numerator=numerator, denominator=denominator, value=value, unit=unit, by=by, **given)


def numbers(found: MeasureResult) -> list[tuple]:
    return [(part.numerator, part.denominator) for part in found.by]


def test_a_small_count_is_hidden():
    (hidden,) = suppressed([result(3, value=3)])
    assert (hidden.numerator, hidden.value, hidden.suppressed) == (None, None, True)


@pytest.mark.parametrize("count", [0, 6, 1134])
def test_none_and_many_are_shown(count):
    assert suppressed([result(count, value=count)]) == [result(count, value=count)]


def test_a_percentage_is_hidden_with_its_count_and_keeps_its_denominator():
    (hidden,) = suppressed([result(3, 50, 6.0, unit=Unit.PERCENT)])
    assert (hidden.numerator, hidden.denominator, hidden.value) == (None, 50, None)


def test_a_percentage_is_hidden_where_all_but_a_few_count():
    (hidden,) = suppressed([result(48, 50, 96.0, unit=Unit.PERCENT)])
    assert (hidden.numerator, hidden.denominator, hidden.value) == (None, 50, None)


def test_a_percentage_of_a_few_is_hidden_even_where_none_count():
    (hidden,) = suppressed([result(0, 4, 0.0, unit=Unit.PERCENT)])
    assert (hidden.denominator, hidden.value, hidden.suppressed) == (None, None, True)


def test_an_average_over_a_few_children_is_hidden_with_its_sum():
    (hidden,) = suppressed([result(90, 3, 30, unit=Unit.DAYS)])
    assert (hidden.numerator, hidden.denominator, hidden.value) == (None, None, None)


def test_a_small_sum_of_days_over_many_children_is_shown():
    given = result(4, 40, 0.1, unit=Unit.DAYS)
    assert suppressed([given]) == [given]


def test_a_median_over_a_few_is_hidden():
    (hidden,) = suppressed([result(None, 5, 12, unit=Unit.DAYS)])
    assert hidden.value is None


def test_the_number_of_children_in_the_area_is_no_small_count_to_hide():
    given = result(60, 5, 120000, unit=Unit.PER_10000)
    assert suppressed([given]) == [given]


def test_a_part_is_hidden_with_another_so_that_the_total_does_not_give_it_away():
    parts = [("1-4", 3, None), ("5-9", 12, None), ("10-15", 40, None), ("16-17", 0, None)]
    (hidden,) = suppressed([result(55, value=55, parts=parts)])
    assert hidden.value == 55
    assert not hidden.suppressed
    assert numbers(hidden) == [(None, None), (None, None), (40, None), (0, None)]


def test_parts_that_split_the_numerator_are_set_against_the_whole():
    parts = [("E4A", 20, 60), ("E4B", 3, 60)]
    (hidden,) = suppressed([result(23, 60, 38.3, unit=Unit.PERCENT, parts=parts)])
    assert numbers(hidden) == [(None, 60), (None, 60)]


def test_a_result_that_was_not_computed_stays_as_it_is():
    given = result(None, not_computed_because="Needs the child population.")
    assert suppressed([given]) == [given]


def test_suppressing_twice_changes_nothing_more():
    once = suppressed([result(3, 50, 6.0, unit=Unit.PERCENT, parts=[("a", 1, 20), ("b", 2, 30)])])
    assert suppressed(once) == once


def test_a_number_that_another_measure_gives_away_is_hidden_too():
    by_kind = result(
        60, value=60, id="number", parts=[("secure", 2, None), ("home", 18, None), ("foster", 40, None)]
    )
    homes = result(20, 60, 33.3, unit=Unit.PERCENT, id="homes")
    kinds = tuple(cell_of("number", dimension="age", value=kind) for kind in ("secure", "home"))
    alone, _ = suppressed([by_kind, homes])
    assert numbers(alone) == [(None, None), (None, None), (40, None)]
    number, linked = suppressed([by_kind, homes], also=[Sum(cell_of("homes"), kinds)])
    assert numbers(number) == [(None, None), (None, None), (40, None)]
    assert linked.value == 33.3
    foster = result(40, 60, 66.7, unit=Unit.PERCENT, id="foster")
    one_home = result(18, 60, 30.0, unit=Unit.PERCENT, id="home")
    _, hidden = suppressed([by_kind, one_home], also=[Sum(cell_of("home"), kinds[1:])])
    assert hidden.value is None
    assert suppressed([foster]) == [foster]


def test_sums_that_do_not_hold_or_name_unknown_measures_change_nothing():
    given = result(20, value=20)
    elsewhere = Sum(cell_of("other"), (cell_of("measure"),))
    wrong = Sum(cell_of("measure"), (cell_of("measure", "denominator"), cell_of("other")))
    assert suppressed([given], also=[elsewhere, wrong]) == [given]


def test_years_are_not_set_against_each_other():
    earlier = result(3, value=3, period="2022-23")
    later = result(30, value=30)
    assert [found.value for found in suppressed([earlier, later])] == [None, 30]


def test_marks_are_those_of_the_published_statistics():
    assert mark_of(result(None, suppressed=True)) is Mark.CONFIDENTIAL
    assert mark_of(result(0, 0, unit=Unit.PERCENT, not_computed_because="Nobody")) is Mark.NOT_APPLICABLE
    assert mark_of(result(None, not_computed_because="Needs it")) is Mark.NOT_AVAILABLE
    assert mark_of(result(6, 2000, 0.3, unit=Unit.PERCENT)) is Mark.ROUNDS_TO_ZERO
    assert mark_of(result(10, 2000, 0.5, unit=Unit.PERCENT)) is None
    assert mark_of(result(0, 2000, 0.0, unit=Unit.PERCENT)) is None
    assert [str(mark) for mark in Mark] == ["c", "z", "x", "k"]


def test_counts_lose_the_small_one_and_the_next():
    assert suppress_counts([3, 12, 40, 0]) == [None, None, 40, 0]


def test_a_table_gets_its_totals_and_loses_what_gives_small_counts_away():
    assert suppress_table([[3, 20, 30], [10, 8, 30], [40, 50, 60]]) == [
        [None, None, 30, 53],
        [None, None, 30, 48],
        [40, 50, 60, 150],
        [53, 78, 120, 251],
    ]


counted = st.integers(min_value=0, max_value=12)
percentages = st.lists(st.tuples(counted, counted), min_size=1, max_size=4)


@given(percentages)
@settings(max_examples=200, deadline=None)
@pytest.mark.slow
def test_no_part_shows_a_small_count_of_those_who_count_or_do_not(pairs):
    parts = [(str(place), yes, yes + no) for place, (yes, no) in enumerate(pairs)]
    yes, no = (sum(pair[which] for pair in pairs) for which in (0, 1))
    (hidden,) = suppressed([result(yes, yes + no, 1.0, unit=Unit.PERCENT, parts=parts)])
    for numerator, denominator in [(hidden.numerator, hidden.denominator), *numbers(hidden)]:
        assert not small(numerator)
        assert not small(denominator)
        assert numerator is None or denominator is None or not small(denominator - numerator)


def small(number):
    return number is not None and 0 < number < SUPPRESS_BELOW


@given(st.lists(st.tuples(counted, counted), min_size=2, max_size=2))
@settings(max_examples=60, deadline=None)
@pytest.mark.slow
def test_no_small_count_of_a_table_can_be_solved_from_what_is_shown(rows):
    shown = np.array(suppress_table(rows), dtype=float)
    truth = with_totals(np.array(rows, dtype=float)[None])[0]
    possible = POSSIBLE[((shown == POSSIBLE) | np.isnan(shown)).all(axis=(1, 2))]
    unsafe = np.isnan(shown) & (truth > 0) & (truth < SUPPRESS_BELOW)
    assert ((possible.max(axis=0) > possible.min(axis=0)) | ~unsafe).all()


def with_totals(tables):
    wide = np.concatenate([tables, tables.sum(axis=2, keepdims=True)], axis=2)
    return np.concatenate([wide, wide.sum(axis=1, keepdims=True)], axis=1)


# Every two by two table of counts up to 19, with its totals: a reader who tries them all.
POSSIBLE = with_totals(
    np.stack(np.meshgrid(*[np.arange(20.0)] * 4, indexing="ij"), axis=-1).reshape(-1, 2, 2)
)


def test_the_given_results_are_not_changed():
    given = result(3, value=3)
    kept = replace(given)
    suppressed([given])
    assert given == kept
