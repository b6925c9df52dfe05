"""The words that rules are written in; blanks and unreadable dates are spelt out, never left to an engine.

Comparing with no date is false, and so is asking whether a blank is one of some codes: use `holds` before `~`.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, Literal

import narwhals as nw
from narwhals import col

from sufficiency.analytics.returns.parsing import text_column

Frame = nw.LazyFrame[Any]

BEFORE = "_before"
AFTER = "_after"
LAST = "_last"
SHORT_BREAKS = ("V3", "V4")  # legal statuses of a series of short breaks
ONE_DAY = timedelta(days=1)
DAYS_IN_A_YEAR = 365.2425  # for the few ages that are counted in days


def text(name: str) -> nw.Expr:
    """The text of a date column as it was read."""
    return col(text_column(name))


def holds(condition: nw.Expr) -> nw.Expr:
    """The condition, false where it could not be decided."""
    return condition.fill_null(value=False)


def fails(condition: nw.Expr) -> nw.Expr:
    """True where the condition does not hold or could not be decided."""
    return ~holds(condition)


def blank(name: str) -> nw.Expr:
    """Nothing stands in the cell."""
    return col(name).is_null()


def filled(name: str) -> nw.Expr:
    """Something stands in the cell, readable or not."""
    return ~col(name).is_null()


def no_date(name: str) -> nw.Expr:
    """The cell is blank or holds no real day."""
    return col(name).is_null()


def unreadable(name: str) -> nw.Expr:
    """Something stands in a date's cell that is no real day."""
    return ~text(name).is_null() & col(name).is_null()


def one_of(name: str, codes: Iterable[str]) -> nw.Expr:
    """The cell holds one of the codes; false for a blank."""
    return holds(col(name).is_in(sorted(codes)))


def wrong_code(name: str, codes: Iterable[str]) -> nw.Expr:
    """Something stands in the cell that is not one of the codes."""
    return filled(name) & ~one_of(name, codes)


def any_of(*conditions: nw.Expr) -> nw.Expr:
    """At least one of the conditions holds."""
    return nw.any_horizontal(*conditions, ignore_nulls=True)


def any_filled(*names: str) -> nw.Expr:
    """Something stands in at least one of the cells."""
    return any_of(*(filled(name) for name in names))


def all_blank(*names: str) -> nw.Expr:
    """Nothing stands in any of the cells."""
    return ~any_filled(*names)


def any_blank(*names: str) -> nw.Expr:
    """Nothing stands in at least one of the cells."""
    return any_of(*(blank(name) for name in names))


def differs(one: nw.Expr, other: nw.Expr) -> nw.Expr:
    """Two cells differ as text; blank equals blank, and blank differs from filled."""
    either = one.is_null() != other.is_null()
    return either | holds(one != other)


def both_differ(one: nw.Expr, other: nw.Expr) -> nw.Expr:
    """Two cells are both filled and differ."""
    return holds(one != other)


def day_number(day: nw.Expr) -> nw.Expr:
    """A day as the number yyyymmdd, to compare with days that are read as such numbers."""
    return _number(_part(day.dt.year()), _part(day.dt.month()), _part(day.dt.day()))


def birthday(day: nw.Expr, years: int) -> nw.Expr:
    """The day so many years later; 29 February becomes 28 February in a common year."""
    return day.dt.offset_by(f"{years}y").cast(nw.Date)  # some engines make a time of it


def latest_birth(years: int, *, by: date) -> date:
    """The last day of birth whose `birthday` of that many years is on a day or before."""
    born = _anniversary(by, -years)
    # Whoever was born on a leap day has this birthday a day earlier in a common year.
    following = born + ONE_DAY
    return following if _anniversary(following, years) <= by else born


def _anniversary(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def turned(years: int, *, by: date) -> nw.Expr:
    """The birthday of that many years (by DOB) is on a day or before; false for no date."""
    return holds(col("DOB") <= nw.lit(latest_birth(years, by=by)))


def turns_after(years: int, day: date) -> nw.Expr:
    """The birthday of that many years (by DOB) is after a day; false for no date."""
    return holds(col("DOB") > nw.lit(latest_birth(years, by=day)))


def later(day: nw.Expr, *, days: int) -> nw.Expr:
    """The day so many days later."""
    return day.dt.offset_by(f"{days}d").cast(nw.Date)  # some engines make a time of it


def years_on(number: nw.Expr, years: int) -> nw.Expr:
    """The `birthday` of a day given as yyyymmdd, itself so given."""
    same_day = number + years * 10000
    if years % 4 == 0:  # a leap day comes back after four years; 2100 is beyond every return
        return same_day
    return nw.when(number % 10000 == 229).then(same_day - 1).otherwise(same_day)


def turns(years: int, *, first: date, last: date) -> nw.Expr:
    """The birthday of that many years (by DOB) is one of the days from the first to the last."""
    return turned(years, by=last) & turns_after(years, first - ONE_DAY)


def under_age(years: int, *, on: date) -> nw.Expr:
    """The age (by DOB) on a day is below that many years, counted in days; false for no date."""
    return holds(col("DOB") >= nw.lit(on - timedelta(days=years * DAYS_IN_A_YEAR)))


def number_of(day: date) -> int:
    """A fixed day as yyyymmdd, to compare with `day_number`."""
    return day.year * 10000 + day.month * 100 + day.day


def day_count(day: nw.Expr) -> nw.Expr:
    """A day as a count of days: engines differ in what the difference of two dates is, not in numbers."""
    past = _part(day.dt.year()) - 1
    return past * 365 + past // 4 - past // 100 + past // 400 + _part(day.dt.ordinal_day())


def days_between(start: nw.Expr, end: nw.Expr) -> nw.Expr:
    """The number of days from one day to another."""
    return day_count(end) - day_count(start)


def day_or(name: str, otherwise: date) -> nw.Expr:
    """The day in a cell, or another where the cell is blank or holds no real day."""
    return nw.coalesce(col(name), nw.lit(otherwise))


def day_or_if_blank(name: str, otherwise: date) -> nw.Expr:
    """The day in a cell, or another where the cell is blank; no date where it holds no real day."""
    return nw.when(text(name).is_null()).then(nw.lit(otherwise)).otherwise(col(name))


def within(name: str, first: date, last: date) -> nw.Expr:
    """The day in a cell is one from the first to the last; false for no date."""
    return holds((col(name) >= nw.lit(first)) & (col(name) <= nw.lit(last)))


def same(one: nw.Expr, other: nw.Expr) -> nw.Expr:
    """Two cells are both filled and equal."""
    return holds(one == other)


def _part(value: nw.Expr) -> nw.Expr:
    # Some engines give a byte here, in which month times a hundred silently wraps round.
    return value.cast(nw.Int64)


def _number(year: nw.Expr, month: nw.Expr, of_month: nw.Expr) -> nw.Expr:
    return year * 10000 + month * 100 + of_month


def joined(
    left: Frame, right: Frame, *, how: Literal["inner", "left"] = "inner", suffix: str = "_right"
) -> Frame:
    """Rows of two tables of the same child; columns of one name get the suffix on the right."""
    return left.join(right, on="CHILD", how=how, suffix=suffix)


def children(frame: Frame) -> Frame:
    """The children (CHILD) with a row in a table, each once."""
    return frame.select("CHILD").filter(filled("CHILD")).unique("CHILD")


def with_row(left: Frame, right: Frame) -> Frame:
    """Rows of the left table whose child has a row in the right one."""
    return left.join(children(right), on="CHILD", how="inner")


def without_row(left: Frame, right: Frame) -> Frame:
    """Rows of the left table whose child has no row in the right one."""
    return left.join(children(right), on="CHILD", how="anti")


def stacked(*frames: Frame) -> Frame:
    """Failing rows of several tables under one another: the child and each row's own line."""
    carried = [frame.collect_schema().names() for frame in frames]
    lines = list(dict.fromkeys(name for names in carried for name in names if name.endswith("_line")))
    missing = nw.lit(None, dtype=nw.Int64)
    return nw.concat(
        [
            frame.select("CHILD", *(col(name) if name in names else missing.alias(name) for name in lines))
            for frame, names in zip(frames, carried, strict=True)
        ]
    )


def earliest(frame: Frame, day: str, line: str) -> Frame:
    """Each child's first row by a day; undated rows are ignored and ties go to the first in file."""
    return _at(frame, col(day).min(), day, line)


def latest(frame: Frame, day: str, line: str) -> Frame:
    """Each child's last row by a day; undated rows are ignored and ties go to the first in file."""
    return _at(frame, col(day).max(), day, line)


def _at(frame: Frame, chosen: nw.Expr, day: str, line: str) -> Frame:
    """Each child's row at one of its days; the first in file where there are several. No child, no row."""
    dated = frame.filter(filled("CHILD") & filled(day)).with_columns(_chosen=chosen.over("CHILD"))
    there = dated.filter(col(day) == col("_chosen")).with_columns(_first=col(line).min().over("CHILD"))
    return there.filter(col(line) == col("_first")).drop("_chosen", "_first")


def closing_rows(frame: Frame, day: str, line: str) -> Frame:
    """The line of each child's closing row, which may be left open: its first undated row, else its latest."""
    undated = frame.filter(col(day).is_null()).group_by("CHILD").agg(col(line).min())
    dated = latest(frame.join(undated.select("CHILD"), on="CHILD", how="anti"), day, line)
    return nw.concat([undated.select(line), dated.select(line)])


def suffixed(frame: Frame, suffix: str) -> Frame:
    """The frame with the suffix on every column but CHILD, to stand beside another of its table."""
    return frame.rename(
        {name: f"{name}{suffix}" for name in frame.collect_schema().names() if name != "CHILD"}
    )
