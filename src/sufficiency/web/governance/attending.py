"""How often members of a group came, over a period."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sufficiency.analytics.governance import attendance
from sufficiency.analytics.governance.attendance import Count
from sufficiency.analytics.governance.meetings import Held, held_against_rule
from sufficiency.web.governance.models import Attendance, Group, Meeting, Member
from sufficiency.web.governance.states import MeetingState, Presence


@dataclass(frozen=True)
class Attended:
    """The counts of a group’s members over a period, a place a part."""

    counts: Mapping[Member, Count]
    meetings: int
    held: Held
    is_printed: bool

    def of_place(self, key: str) -> Count:
        """The members in one kind of place taken together."""
        return attendance.total(count for member, count in self.counts.items() if member.place == key)

    @property
    def all(self) -> Count:
        """Everyone taken together."""
        return attendance.total(self.counts.values())

    @property
    def low(self) -> list[str]:
        """Names of those who came to less than half."""
        return attendance.low({member.name: count for member, count in self.counts.items()})

    def present_a_meeting(self, key: str = "") -> float:
        """Members present at a meeting on average, in one place or in all."""
        count = self.of_place(key) if key else self.all
        return count.attended / self.meetings


def attended(group: Group, *, start: date, end: date) -> Attended | None:
    """Attendance of a period; as a report printed it where meetings were not noted. None where nothing is known."""
    members = [member for member in group.members.all() if _served(member, start, end)]
    for member in members:
        member.group = group
    members = [member for member in members if member.counts_as_member]
    held = list(group.meetings.filter(state=MeetingState.HELD, on__range=(start, end)))
    noted = Attendance.objects.filter(meeting__in=held).exists()
    counts = _counted(members, held) if noted else _printed(members)
    if not counts or not held:
        return None
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    return Attended(counts, len(held), held_against_rule(group.terms, len(held), months=months), not noted)


def _served(member: Member, start: date, end: date) -> bool:
    return (member.served_from or start) <= end and (member.served_to or end) >= start


def _printed(members: list[Member]) -> dict[Member, Count]:
    return {member: member.printed for member in members if member.printed is not None}


def _counted(members: list[Member], held: list[Meeting]) -> dict[Member, Count]:
    days = [meeting.on for meeting in held]
    came = Attendance.objects.filter(meeting__in=held, presence=Presence.PRESENT).values_list(
        "member", flat=True
    )
    times = list(came)
    return {
        member: Count(
            times.count(member.pk),
            attendance.possible(days, served_from=member.served_from, served_to=member.served_to),
        )
        for member in members
    }
