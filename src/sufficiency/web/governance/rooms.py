"""Who is in the room for a meeting or one of its items, as the rules know it."""

from collections.abc import Sequence

from sufficiency.analytics.governance.breaches import Breach
from sufficiency.analytics.governance.meetings import Room, quorum_in_words, room_breaches
from sufficiency.analytics.governance.membership import voting
from sufficiency.web.governance import queries
from sufficiency.web.governance.models import AgendaItem, Attendance, Meeting, Member


def room_of(meeting: Meeting, *, item: AgendaItem | None = None) -> Room:
    """The room of a meeting; for an item, without those who have an interest in it."""
    away = set(item.conflicts.values_list("member", flat=True)) if item is not None else set()
    here = [one for one in present(meeting) if one.member_id not in away]
    members = voting(meeting.group.terms, [one.seat for one in queries.members_on(meeting.group, meeting.on)])
    chair = meeting.chair
    chairs = chair is not None and chair.pk in {one.member_id for one in here}
    return Room(
        present=[one.member.seat for one in here],
        members=len(members),
        chair=chair.seat if chair is not None and chairs else None,
    )


def present(meeting: Meeting) -> list[Attendance]:
    """The seats that are filled at a meeting."""
    noted = meeting.attendances.select_related("member__group")
    return [one for one in noted if one.is_here]


def names_here(meeting: Meeting, *, item: AgendaItem) -> list[str]:
    """The people who take part in an item, a substitute by their own name."""
    away = set(item.conflicts.values_list("member", flat=True))
    return [one.substitute or one.member.name for one in present(meeting) if one.member_id not in away]


def breaches_of(meeting: Meeting, *, item: AgendaItem | None = None) -> list[Breach]:
    """What keeps a meeting from deciding, and what is only remarked on."""
    return room_breaches(meeting.group.terms, room_of(meeting, item=item))


def light(meeting: Meeting) -> str:
    """The quorum in words."""
    return quorum_in_words(meeting.group.terms, room_of(meeting))


def without_answer(meeting: Meeting) -> Sequence[Member]:
    """Members who have said nothing yet, which matters where a group works on paper."""
    noted = {one.member_id for one in present(meeting)}
    members = queries.members_on(meeting.group, meeting.on)
    return [one for one in members if one.counts_as_member and one.pk not in noted]
