"""Widths of columns follow what stands in them."""

import pytest

from sufficiency.reports.columns import LETTERS_A_LINE, narrow, shares
from sufficiency.reports.document import Grid

LONG = "It was due on 30 September 2011 and is 5538 days late, as nobody has said otherwise."


def test_short_words_take_no_more_than_they_need_and_long_texts_the_rest():
    grid = Grid("Status", ["Workstream", "Objective", "Because"], [["W01 Deliver the strategy", "1", LONG]])
    assert narrow(grid) == [1]
    first, objective, because = shares(grid)
    assert objective * LETTERS_A_LINE >= len("Objective")
    assert because > first > objective
    assert first + objective + because == pytest.approx(1)


def test_a_table_of_short_words_fills_the_line():
    grid = Grid("Sums", ["Year", "Claimed"], [["2026/27", "1,630,400"]])
    assert sum(shares(grid)) == pytest.approx(1)


def test_many_narrow_columns_leave_room_for_a_text():
    grid = Grid("Wide", [*(f"Column number {n}"[:14] for n in range(8)), "Text"], [["x"] * 8 + [LONG]])
    assert shares(grid)[-1] > 0.15


def test_a_table_without_rows_has_widths_by_its_headings():
    assert len(shares(Grid("Nothing", ["Area", "What is done about it"], []))) == 2
