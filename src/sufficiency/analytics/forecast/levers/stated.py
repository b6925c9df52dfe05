"""A lever as a scenario states it: dates may be given as years of the forecast, to be worked out once it starts."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from sufficiency.analytics.forecast.bands import AGE_GROUPS
from sufficiency.analytics.forecast.causes import Cause
from sufficiency.analytics.forecast.levers.declaring import Given
from sufficiency.analytics.forecast.levers.effects import Who
from sufficiency.analytics.forecast.levers.faults import LeverError
from sufficiency.analytics.forecast.levers.timing import Timing, months_later
from sufficiency.analytics.reference.kinds import Kind

FROM_THE_START: Final = 1


@dataclass(frozen=True)
class When:
    """A day, or a year of the forecast counted from 1: its first day as a beginning, its last as an end."""

    day: date | None = None
    year: int = FROM_THE_START

    def begins(self, start: date) -> date:
        """The first day meant; `start` is the day at whose end the forecast starts."""
        return self.day or months_later(start + timedelta(days=1), 12 * (self.year - 1))

    def ends(self, start: date) -> date:
        """The last day meant."""
        return self.day or months_later(start + timedelta(days=1), 12 * self.year) - timedelta(days=1)


@dataclass(frozen=True)
class Stated:
    """One lever of a scenario. `kinds` are those it acts on, `to` those it leads to, `discount` is in per cent."""

    lever: str
    amount: float
    starts: When = field(default_factory=When)
    over_months: int = 0
    until: When | None = None
    ages: tuple[str, ...] = AGE_GROUPS
    uasc: bool | None = None
    kinds: tuple[Kind, ...] = tuple(Kind)
    to: tuple[Kind, ...] = ()
    cause: Cause | None = None
    discount: float = 0.0
    why: str = ""

    def given(self, *, start: date) -> Given:
        """The lever with its days, for a forecast from the end of `start`. Raises LeverError."""
        begins = self.starts.begins(start)
        ends = self.until.ends(start) if self.until else None
        if begins <= start:
            raise LeverError(
                f"It acts from {begins:%d/%m/%Y}, but the forecast starts after {start:%d/%m/%Y}.",
                what_next="Give a later day, or “year 1” for the first day of the forecast. What was done before is "
                "in the data already.",
            )
        if ends is not None and ends < begins:
            raise LeverError(
                f"It ends on {ends:%d/%m/%Y}, before it begins on {begins:%d/%m/%Y}.",
                what_next="Give “until” a day after “from”.",
            )
        return Given(
            lever=self.lever,
            amount=self.amount,
            timing=Timing(begins, self.over_months, ends),
            who=Who(self.ages, self.kinds, self.uasc),
            to=self.to,
            cause=self.cause,
            discount=self.discount,
            why=self.why,
        )
