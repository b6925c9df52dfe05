"""When someone served, from words such as “to Oct 2019” and the number of meetings that was printed for them."""

import calendar
from collections.abc import Sequence
from datetime import date

from sufficiency.analytics.governance.attendance import possible
from sufficiency.analytics.governance.papers import PapersError, month_number


def served(text: str, *, meetings: Sequence[date], printed: int) -> tuple[date | None, date | None]:
    """The first and last day of service. A month alone does not say whether its own meeting counts: of its first
    and its last day the one is taken that gives the printed number of meetings; where neither does, the first.
    """
    if not text:
        return None, None
    word, month, year = _parts(text)
    first = date(year, month, 1)
    days = (first, first.replace(day=calendar.monthrange(year, month)[1]))
    spans = [(day, None) if word == "from" else (None, day) for day in days]
    fits = [span for span in spans if possible(meetings, served_from=span[0], served_to=span[1]) == printed]
    return (fits or spans)[0]


def _parts(text: str) -> tuple[str, int, int]:
    parts = text.split()
    if len(parts) != 3 or parts[0] not in ("from", "to") or not parts[2].isdigit():
        raise PapersError(
            f"“{text}” is not like “from Jan 2020” or “to Oct 2019”.", where="membership → served"
        )
    return parts[0], month_number(parts[1]), int(parts[2])
