"""Collection years: 1 April to 31 March, named by the year they end in."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

FIRST_ENDING = 2017  # 2016-17, the earliest return described
LAST_ENDING = 2027  # 2026-27, the latest return described

_SPELLING = re.compile(r"(\d{4})\s*[-/]\s*(\d{2}|\d{4})")


@dataclass(frozen=True, order=True)
class CollectionYear:
    """The year of one SSDA903 return; `ending` 2024 runs from 1 April 2023 to 31 March 2024."""

    ending: int

    @property
    def start(self) -> date:
        """1 April on which the year begins."""
        return date(self.ending - 1, 4, 1)

    @property
    def end(self) -> date:
        """31 March on which the year ends."""
        return date(self.ending, 3, 31)

    @property
    def label(self) -> str:
        """The year as the sector writes it, such as 2023-24."""
        return f"{self.ending - 1}-{self.ending % 100:02d}"

    @property
    def previous(self) -> Self:
        """The year before."""
        return type(self)(self.ending - 1)

    @property
    def next(self) -> Self:
        """The year after."""
        return type(self)(self.ending + 1)

    @property
    def is_described(self) -> bool:
        """Whether tables and codes of this year are known here."""
        return FIRST_ENDING <= self.ending <= LAST_ENDING

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read 2023-24 or 2023/24; raises ValueError that says what to write."""
        found = _SPELLING.fullmatch(text.strip())
        ending = int(found[1]) + 1 if found else 0
        if not found or ending % 10 ** len(found[2]) != int(found[2]):
            raise ValueError(f"“{text}” is not a collection year. Write it like 2023-24.")
        return cls(ending)

    @classmethod
    def containing(cls, day: date) -> Self:
        """The collection year that a day falls in."""
        return cls(day.year + (1 if (day.month, day.day) >= (4, 1) else 0))

    def __str__(self) -> str:
        return self.label
