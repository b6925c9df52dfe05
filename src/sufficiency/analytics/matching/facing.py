"""One request facing many homes on a day: what rules and criteria are given."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from sufficiency.analytics.matching.columns import Columns
from sufficiency.analytics.matching.homes import Home
from sufficiency.analytics.matching.known import Answers, Numbers, is_true, known
from sufficiency.analytics.matching.requests import Request
from sufficiency.analytics.reference.authorities import codes_today


@dataclass(frozen=True)
class Facing:
    """A request and the homes it is compared with; `authority` is our own code."""

    request: Request
    columns: Columns
    on: date
    authority: str | None = None

    def __len__(self) -> int:
        return len(self.columns)

    def all(self, value: bool | None) -> Answers:
        """One answer for all homes."""
        return known(value, len(self))

    @cached_property
    def fostering(self) -> Answers:
        """Whether each home is a foster home."""
        return is_true(self.columns.where("is fostering", lambda home: home.is_fostering))

    @cached_property
    def residential(self) -> Answers:
        """Whether each home is residential."""
        return is_true(self.columns.where("is residential", lambda home: home.is_residential))

    @cached_property
    def in_county(self) -> Answers:
        """Whether each home is in our authority's area."""
        ours = () if self.authority is None else codes_today(self.authority)
        name = f"in {self.authority}"
        return is_true(self.columns.where(name, lambda home: self._is_in(home, ours)))

    def age_column(self, age: int | None) -> Numbers:
        """An age for all homes; nan where it is not known."""
        return np.full(len(self), np.nan if age is None else float(age))

    def _is_in(self, home: Home, ours: tuple[str, ...]) -> bool | None:
        point = self.columns.point_of_home(home)
        return None if point is None or not ours or point.authority is None else point.authority in ours
