"""The collection year as rules see it: its first and last day and its code sets."""

from dataclasses import dataclass
from datetime import date

from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.codes import code_sets


@dataclass(frozen=True)
class CheckedYear:
    """The year a return is checked for."""

    year: CollectionYear

    @property
    def start(self) -> date:
        """1 April."""
        return self.year.start

    @property
    def end(self) -> date:
        """31 March."""
        return self.year.end

    @property
    def ending(self) -> int:
        """The calendar year of 31 March."""
        return self.year.ending

    def codes(self, name: str) -> frozenset[str]:
        """The codes of a set that may be used in the year."""
        return code_sets()[name].valid_in(self.year)
