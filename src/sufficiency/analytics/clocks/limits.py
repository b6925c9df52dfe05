"""How long there is: so many working days, days, weeks or months from a day."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sufficiency.analytics.reference.working_days import working_days_after

MONTHS_IN_A_YEAR = 12


class Span(StrEnum):
    """What a limit is counted in; the text follows the number."""

    WORKING_DAYS = "working days"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


@dataclass(frozen=True)
class Limit:
    """So many of a span; none means on the day itself."""

    count: int
    span: Span

    def after(self, day: date) -> date:
        """The last day that is in time. Counting starts on the day after `day`."""
        if self.span is Span.WORKING_DAYS:
            return working_days_after(day, self.count)
        if self.span is Span.MONTHS:
            return months_after(day, self.count)
        return day + timedelta(days=self.count * (7 if self.span is Span.WEEKS else 1))

    def __str__(self) -> str:
        if self.count == 0:
            return "the same day"
        return f"{self.count} {self.span.removesuffix('s') if self.count == 1 else self.span}"


def months_after(day: date, count: int) -> date:
    """The same day so many months on; the last of the month where it has no such day."""
    months = day.year * MONTHS_IN_A_YEAR + day.month - 1 + count
    year, month = divmod(months, MONTHS_IN_A_YEAR)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
