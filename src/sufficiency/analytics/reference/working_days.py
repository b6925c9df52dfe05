"""Working days in England: Monday to Friday without bank holidays.

A limit in working days is counted from the day after the trigger (Children Act guidance, volume 2).
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from itertools import islice

from holidays import country_holidays

SATURDAY = 5
_ONE_DAY = timedelta(days=1)


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """England's bank holidays in a calendar year, moved and one-off days included."""
    return frozenset(country_holidays("GB", subdiv="ENG", years=year))


def is_working_day(day: date) -> bool:
    """Whether offices are open: not a weekend, not a bank holiday."""
    return day.weekday() < SATURDAY and day not in bank_holidays(day.year)


def working_days_after(day: date, count: int) -> date:
    """The last day on which something due within so many working days of `day` is in time."""
    following = (day + n * _ONE_DAY for n in range(1, 3 * count + 30))
    working = (later for later in following if is_working_day(later))
    return next(islice(working, count - 1, None)) if count else day


def due_days(days: Iterable[date], count: int) -> Mapping[date, date]:
    """For each of many days, the day that is so many working days after it."""
    return {day: working_days_after(day, count) for day in set(days)}
