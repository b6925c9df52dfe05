"""Terms of members who are appointed at an annual meeting."""

import calendar
from datetime import date

DECEMBER = 12


def term_end(month: int, since: date) -> date:
    """The last day of a term that begins on a day: the end of the month of the next annual meeting.

    The day of a council's annual meeting is set each year; until it is known a term lasts to the end of its month.
    Someone appointed in the month of the meeting itself is appointed at it, and serves until the next.
    """
    month = min(max(month, 1), DECEMBER)
    year = since.year if since.month < month else since.year + 1
    return date(year, month, calendar.monthrange(year, month)[1])
