"""What a clock is: one declaration of a timescale, with its source, how sure we are of it, and when it holds."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sufficiency.analytics.clocks.limits import Limit


class Duty(StrEnum):
    """How binding a timescale is."""

    LAW = "law"
    GUIDANCE = "statutory guidance"
    EXPECTED = "expected by the inspectorate"
    LOCAL = "the council’s own, to be replaced by yours"


class Certainty(StrEnum):
    """How sure we are of a timescale. Always check the amended text."""

    READ = "read in the text"
    SUMMARY = "read in a summary"
    FROM_MEMORY = "from memory of the text"
    OURS = "set here"


@dataclass(frozen=True, kw_only=True)
class Clock:
    """One timescale: what is due, from which day it is counted, how long there is, and who says so.

    `from_day` and `until_day` are the days on which it came into force and went; a timescale that changes is
    declared again under the same id. `repeats` where each time done starts it anew.
    """

    id: str
    what: str
    starts: str
    limit: Limit
    duty: Duty
    source: str
    certainty: Certainty
    repeats: bool = False
    from_day: date = date.min
    until_day: date = date.max
    note: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on a day."""
        return self.from_day <= day <= self.until_day

    def due(self, start: date) -> date:
        """The last day in time, counted from the day that starts it."""
        return self.limit.after(start)
