"""Due dates: as printed, and as the day by which they are over."""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sufficiency.analytics.reference.years import CollectionYear

_MONTHS: Final = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_SHORT: Final = {name[:3]: number for name, number in _MONTHS.items()}
_MONTH_YEAR: Final = re.compile(r"(?:by\s+)?(?:the\s+)?(?:end\s+of\s+)?([a-z]+)\.?\s+(\d{4})")
_DAY: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})")
_CENTURY: Final = 2000  # years of two digits are of this one: no strategy reaches back beyond it
HOW_TO_WRITE: Final = "Write it like 30/09/2011, Sept 2011 or 2012/13."


@dataclass(frozen=True)
class Due:
    """A due date in the words of the strategy, and the day it means: the last of a month or of a financial year."""

    printed: str
    day: date


def read_due(value: object) -> Due:
    """Read a due date; raises ValueError that says what to write."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return Due(value.isoformat(), value)
    printed = " ".join(str(value).split())
    for reader in _READERS:
        day = reader(printed)
        if day is not None:
            return Due(printed, day)
    raise ValueError(f"“{printed}” is not a due date. {HOW_TO_WRITE}")


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None
    except ValueError:
        return None


def _day_month_year(text: str) -> date | None:
    found = _DAY.fullmatch(text)
    if not found:
        return None
    year = int(found[3]) + (_CENTURY if len(found[3]) == 2 else 0)
    try:
        return date(year, int(found[2]), int(found[1]))
    except ValueError:
        return None


def _month(text: str) -> date | None:
    """The last day of a month."""
    found = _MONTH_YEAR.fullmatch(text.lower())
    if not found:
        return None
    name, year = found[1], int(found[2])
    month = _SHORT.get(name[:3]) if name == "sept" or name in _SHORT or name in _MONTHS else None
    return date(year, month, calendar.monthrange(year, month)[1]) if month else None


def _financial_year(text: str) -> date | None:
    """The last day of a financial year."""
    try:
        return CollectionYear.parse(text).end
    except ValueError:
        return None


_READERS: Final[tuple[Callable[[str], date | None], ...]] = (_iso, _day_month_year, _month, _financial_year)
