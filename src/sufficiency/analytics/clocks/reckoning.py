"""Where something stands by its clock: in time, due, overdue, done late, or not to be told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sufficiency.analytics.clocks.declaring import Clock


class Standing(StrEnum):
    """Where something stands."""

    IN_TIME = "done in time"
    LATE = "done late"
    DUE = "due"
    OVERDUE = "overdue"
    UNKNOWN = "could not be told"


@dataclass(frozen=True)
class Reckoned:
    """Something that was due by a clock; `due` is None where the day that starts it is not known."""

    clock: Clock
    due: date | None
    done: date | None
    standing: Standing

    @property
    def is_open(self) -> bool:
        """Whether someone still has to do it."""
        return self.done is None

    def days_over(self, today: date) -> int:
        """Days since it was due; none where it was done or is not due yet."""
        is_over = self.standing is Standing.OVERDUE and self.due is not None
        return (today - self.due).days if is_over and self.due else 0


def reckon(clock: Clock, start: date | None, *, done: date | None, today: date) -> Reckoned:
    """Where one thing stands today. Without the day that starts it nothing can be told, and that is said."""
    if start is None:
        return Reckoned(clock, None, done, Standing.UNKNOWN)
    due = clock.due(start)
    if done is not None:
        return Reckoned(clock, due, done, Standing.IN_TIME if done <= due else Standing.LATE)
    return Reckoned(clock, due, None, Standing.OVERDUE if today > due else Standing.DUE)


def next_of(clock: Clock, began: date | None, *, times: Iterable[date], today: date) -> Reckoned:
    """The next time something that repeats is due: counted from the last time, or else from when it began."""
    past = [time for time in times if time <= today]
    return reckon(clock, max(past, default=began), done=None, today=today)


def intervals(clock: Clock, began: date, *, times: Sequence[date], today: date) -> list[Reckoned]:
    """Every time something that repeats was due from the day it began, the next one last."""
    past = sorted(time for time in times if began <= time <= today)
    starts = [began, *past]
    done = [reckon(clock, start, done=time, today=today) for start, time in zip(starts, past, strict=False)]
    return [*done, reckon(clock, starts[-1], done=None, today=today)]
