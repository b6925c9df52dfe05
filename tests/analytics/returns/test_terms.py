"""The words that rules are written in: birthdays, days, blanks."""

from datetime import date, timedelta

import narwhals as nw
import polars as pl
import pytest
from hypothesis import given, settings, strategies as st

from sufficiency.analytics.returns.rules.terms import (
    all_blank,
    any_blank,
    any_filled,
    birthday,
    day_count,
    day_number,
    days_between,
    earliest,
    later,
    latest,
    latest_birth,
    number_of,
    stacked,
    turned,
    turns,
    turns_after,
    under_age,
    without_row,
)

DAYS = st.dates(date(1980, 1, 1), date(2040, 12, 31))


def told(expression: nw.Expr, **cells: object) -> object:
    """What an expression comes to on a single row."""
    row = nw.from_native(pl.LazyFrame({name: [value] for name, value in cells.items()}))
    return row.select(it=expression).collect().item()


@pytest.mark.parametrize(
    ("born", "years", "expected"),
    [
        (date(2008, 6, 1), 18, date(2026, 6, 1)),
        (date(2008, 2, 29), 16, date(2024, 2, 29)),
        (date(2008, 2, 29), 17, date(2025, 2, 28)),
        (date(2008, 2, 28), 17, date(2025, 2, 28)),
    ],
)
def test_birthday_of_29_february_is_28_february_in_a_common_year(born, years, expected):
    assert told(birthday(nw.col("DOB"), years), DOB=born) == expected


@pytest.mark.parametrize("by", [date(2027, 2, 28), date(2028, 2, 28), date(2028, 2, 29), date(2027, 3, 31)])
@pytest.mark.parametrize("years", [4, 10, 16, 17, 18])
def test_who_has_turned_an_age_is_told_by_the_last_day_of_birth(years, by):
    last = latest_birth(years, by=by)
    for born in (last - timedelta(1), last, last + timedelta(1)):
        has_turned = told(birthday(nw.col("DOB"), years), DOB=born) <= by
        assert told(turned(years, by=by), DOB=born) == has_turned == (born <= last)
        assert told(turns_after(years, by), DOB=born) != has_turned


def test_nobody_without_a_birth_has_turned_an_age_or_will():
    row = nw.from_native(pl.LazyFrame({"DOB": [None]}, schema={"DOB": pl.Date}))
    told_of = row.select(one=turned(18, by=date(2027, 3, 31)), other=turns_after(18, date(2027, 3, 31)))
    assert told_of.collect().to_native().row(0) == (False, False)


@settings(max_examples=25)
@given(day=DAYS, days=st.integers(0, 400))
def test_later_days_are_those_of_the_calendar(day, days):
    assert told(later(nw.col("day"), days=days), day=day) == day + timedelta(days)


@settings(max_examples=25)
@given(day=DAYS)
def test_day_is_a_number_that_sorts_as_days_do(day):
    assert told(day_number(nw.col("day")), day=day) == number_of(day)
    assert told(day_count(nw.col("next")) - day_count(nw.col("day")), day=day, next=day + timedelta(1)) == 1


@settings(max_examples=25)
@given(start=DAYS, end=DAYS)
def test_days_between_are_those_of_the_calendar(start, end):
    assert told(days_between(nw.col("a"), nw.col("b")), a=start, b=end) == (end - start).days


@settings(max_examples=25)
@given(born=DAYS, on=DAYS, years=st.integers(1, 25))
def test_age_in_days_is_counted_by_the_mean_year(born, on, years):
    assert told(under_age(years, on=on), DOB=born) == ((on - born).days < years * 365.2425)


def test_birthday_in_a_period_includes_its_first_and_last_day():
    first, last = date(2026, 4, 1), date(2027, 3, 31)
    born = [date(2009, 3, 31), date(2009, 4, 1), date(2010, 3, 31), date(2010, 4, 1), None]
    rows = nw.from_native(pl.LazyFrame({"DOB": born}))
    turned = rows.select(it=turns(17, first=first, last=last)).collect()["it"].to_list()
    assert turned == [False, True, True, False, False]


@pytest.mark.parametrize(("one", "other"), [("x", "x"), ("x", None), (None, None)])
def test_cells_are_filled_or_blank(one, other):
    cells = {"one": one, "other": other}
    assert told(any_filled("one", "other"), **cells) == any(cells.values())
    assert told(all_blank("one", "other"), **cells) == (not any(cells.values()))
    assert told(any_blank("one", "other"), **cells) == (not all(cells.values()))


ROWS = pl.DataFrame(
    {
        "line": [2, 3, 4, 5, 6, 7],
        "CHILD": ["A", "A", "A", "A", "B", None],
        "day": [
            date(2026, 5, 2),
            date(2026, 5, 1),
            date(2026, 5, 1),
            date(2026, 5, 2),
            None,
            date(2026, 5, 1),
        ],
    }
)


def test_first_and_last_row_of_a_child_is_the_first_in_file_where_days_are_equal():
    frame = nw.from_native(ROWS.lazy())
    assert earliest(frame, "day", "line").filter(nw.col("CHILD") == "A").collect()["line"].to_list() == [3]
    assert latest(frame, "day", "line").filter(nw.col("CHILD") == "A").collect()["line"].to_list() == [2]


def test_child_without_a_dated_row_has_no_first_one():
    frame = nw.from_native(ROWS.lazy())
    assert earliest(frame, "day", "line").filter(nw.col("CHILD") == "B").collect().is_empty()


def test_row_without_a_child_has_no_row_elsewhere():
    frame = nw.from_native(ROWS.lazy())
    assert without_row(frame, frame).collect()["line"].to_list() == [7]


def test_stacked_rows_keep_their_own_lines():
    one = nw.from_native(pl.LazyFrame({"CHILD": ["A"], "ad1_line": [2], "DOB": ["x"]}))
    other = nw.from_native(pl.LazyFrame({"CHILD": ["B"], "oc3_line": [5]}))
    assert stacked(one, other).collect().sort("CHILD").rows() == [("A", 2, None), ("B", None, 5)]


def test_rows_that_name_no_child_are_not_taken_for_one_child():
    day = date(2026, 5, 1)
    frame = nw.from_native(
        pl.LazyFrame({"CHILD": [None, None, "A"], "day": [day, day, day], "line": [2, 3, 4]})
    )
    assert earliest(frame, "day", "line").collect()["line"].to_list() == [4]
    assert latest(frame, "day", "line").collect()["line"].to_list() == [4]
