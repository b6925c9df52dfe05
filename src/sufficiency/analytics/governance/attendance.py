"""How often members came, out of the meetings they could have come to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

LOW_PERCENT = 50.0  # a member below this is named; one at exactly half is not


@dataclass(frozen=True)
class Count:
    """Meetings attended out of those held while the member served."""

    attended: int
    possible: int

    def __add__(self, other: "Count") -> "Count":
        return Count(self.attended + other.attended, self.possible + other.possible)

    @property
    def percent(self) -> float | None:
        """The share in percent; None where there was no meeting to come to."""
        return 100 * self.attended / self.possible if self.possible else None

    @property
    def is_low(self) -> bool:
        """Whether less than half was attended."""
        return self.percent is not None and self.percent < LOW_PERCENT

    def __str__(self) -> str:
        return f"{self.attended}/{self.possible}"


NONE = Count(0, 0)


def possible(meetings: Iterable[date], *, served_from: date | None, served_to: date | None) -> int:
    """How many of the meetings fall into someone’s service."""
    return sum((served_from or date.min) <= day <= (served_to or date.max) for day in meetings)


def total(counts: Iterable[Count]) -> Count:
    """The counts of several members as one."""
    return sum(counts, start=NONE)


def low(counts: Mapping[str, Count]) -> list[str]:
    """The members who came to less than half, fewest first."""
    return sorted(
        (name for name, count in counts.items() if count.is_low),
        key=lambda name: (counts[name].percent or 0, name),
    )


def never(counts: Mapping[str, Count]) -> list[str]:
    """The members who never came, though there were meetings."""
    return [name for name, count in counts.items() if count.possible and not count.attended]


def always(counts: Mapping[str, Count]) -> list[str]:
    """The members who came to every meeting they could come to."""
    return [name for name, count in counts.items() if count.possible and count.attended == count.possible]


def present_a_meeting(counts: Sequence[Count], *, meetings: int) -> float:
    """Members present at a meeting, on average."""
    return total(counts).attended / meetings
