"""Days as whole numbers, so that the same arithmetic gives the same answer on every engine.

Years, months and days are cast to Int64 first: Polars gives them as Int8, and month × 100 wraps silently.
"""

from datetime import date

import narwhals as nw
from narwhals import Expr


def calendar_key(day: Expr | date) -> Expr:
    """A day as yyyymmdd; comparing keys compares days."""
    year, month, of_month = _parts(day)
    return year * 10_000 + month * 100 + of_month


def month_key(day: Expr) -> Expr:
    """The month of a day as yyyymm."""
    year, month, _ = _parts(day)
    return year * 100 + month


def age_at(born: Expr, day: Expr | date) -> Expr:
    """Whole years of age; someone born on 29 February has their birthday on 1 March of other years."""
    return (calendar_key(day) - calendar_key(born)) // 10_000


def months_later(day: Expr, months: Expr) -> Expr:
    """The key of the same day some months later.

    The key of a day that is not there (31 June) stands after the last day of that month and before the
    first of the next, so that comparing with it is right without working out how long the month is.
    """
    year, month, of_month = _parts(day)
    count = year * 12 + month - 1 + months
    return (count // 12) * 10_000 + (count % 12 + 1) * 100 + of_month


def day_number(day: Expr | date) -> Expr:
    """The number of a day in the Gregorian calendar; the difference of two is the days between them."""
    year, month, of_month = _parts(day)
    # Counting years from March puts the leap day last, so that the months before it have fixed lengths.
    from_march = (month + 9) % 12
    shifted = year - from_march // 10
    leap_days = shifted // 4 - shifted // 100 + shifted // 400
    return shifted * 365 + leap_days + (from_march * 306 + 5) // 10 + of_month


def days_between(start: Expr | date, end: Expr | date) -> Expr:
    """Nights from one day to another."""
    return day_number(end) - day_number(start)


def _parts(day: Expr | date) -> tuple[Expr, Expr, Expr]:
    if isinstance(day, date):
        year, month, of_month = (nw.lit(n, nw.Int64) for n in (day.year, day.month, day.day))
        return year, month, of_month
    return (
        day.dt.year().cast(nw.Int64),
        day.dt.month().cast(nw.Int64),
        day.dt.day().cast(nw.Int64),
    )
