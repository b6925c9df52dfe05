# Fixtures are asked for because of what they set up.
# ruff: noqa: RUF043 (patterns are read as sentences)

from datetime import date, timedelta

import pytest
from django.utils import timezone

from factories.groups import GroupFactory, ItemFactory, MeetingFactory, MemberFactory, actor_in
from sufficiency.analytics.governance.breaches import TermsError
from sufficiency.web.audit.models import Event
from sufficiency.web.governance import actions, queries, rooms, subjects
from sufficiency.web.governance.actions.deciding import Task
from sufficiency.web.governance.actions.meetings import Noted
from sufficiency.web.governance.errors import MovedOnError, NotAllowedError
from sufficiency.web.governance.models import AgendaItem, Decision, Meeting
from sufficiency.web.governance.states import ItemState, MeetingState, Mode, Outcome, Presence
from sufficiency.web.governance.subjects import Subject, SubjectKind

WHY = {
    "text": "A foster home near her school.",
    "reasons": "It meets her needs.",
    "child_view": "I want my school.",
}
TASK = Task(text="Ask three agencies", owner="Ben", due_on=date(2026, 12, 1))


@pytest.fixture
def open_meeting(meeting, head, everyone_here, clerk):
    return actions.note_attendance(meeting, everyone_here, chair=head, by=clerk)


def decide(item, clerk, **changed):
    return actions.decide(item, by=clerk, **{"outcome": Outcome.AGREED, **WHY, **changed})


def test_a_decision_keeps_why_who_and_the_quorum(open_meeting, item, clerk):
    decision = decide(item, clerk, tasks=[TASK])
    assert decision.agrees
    assert decision.quorum == "3 of 3 here, 3 needed, chair present"
    assert decision.chaired_by == "Helen"
    assert len(decision.present) == 3
    assert decision.actions.get().owner == "Ben"
    assert item.state == ItemState.DECIDED
    assert Event.objects.filter(verb="decision_recorded").count() == 1


def test_an_item_is_decided_once(open_meeting, item, clerk):
    stale = AgendaItem.objects.get(pk=item.pk)
    decide(item, clerk)
    with pytest.raises(MovedOnError, match="meanwhile"):
        decide(stale, clerk, outcome=Outcome.REFUSED)
    assert Decision.objects.get().outcome == Outcome.AGREED


def test_a_decision_without_quorum_is_refused_with_the_rule(meeting, item, head, clerk):
    actions.note_attendance(meeting, {head: Noted(Presence.PRESENT)}, chair=head, by=clerk)
    with pytest.raises(TermsError, match="3 members must be there, with whoever chairs. 1 is here."):
        decide(item, clerk)
    assert not Decision.objects.exists()


def test_who_has_an_interest_takes_no_part_and_does_not_count(open_meeting, item, partners, clerk):
    actions.declare_conflict(item, partners[0], reason="It is her niece.", by=clerk)
    with pytest.raises(TermsError, match="2 are here"):
        decide(item, clerk)


def test_a_child_is_heard_or_it_is_said_why_not(open_meeting, item, clerk):
    with pytest.raises(TermsError, match="A decision about a child has the child’s view, or says why not"):
        decide(item, clerk, child_view="")
    assert decide(item, clerk, child_view="", no_child_view_because="She is three weeks old.")


def test_a_first_hearing_on_paper_says_why_and_is_remarked_on(open_meeting, item, clerk):  # C-038
    item.presenter_mode = Mode.ON_PAPER
    with pytest.raises(TermsError, match="presents the case in person"):
        decide(item, clerk)
    item.on_paper_because = "The social worker was in court."
    assert "in court" in decide(item, clerk).remarks[0]


def test_a_meeting_not_chaired_by_the_head_cannot_be_closed(meeting, item, partners, everyone_here, clerk):
    actions.note_attendance(meeting, everyone_here, chair=partners[0], by=clerk)
    with pytest.raises(TermsError, match="The chair is the Head of Children’s Social Care"):
        actions.close(meeting, by=clerk)
    assert Meeting.objects.get().state == MeetingState.PLANNED


def test_closing_carries_over_and_drafts_the_minutes(open_meeting, item, gateway, clerk):
    left = ItemFactory(meeting=open_meeting, title="Not reached")
    later = MeetingFactory(group=gateway, on=date(2026, 12, 20))
    decide(item, clerk, tasks=[TASK])
    actions.close(open_meeting, by=clerk)
    carried = AgendaItem.objects.get(carried_from=left)
    assert carried.meeting == later
    assert carried.origin_in_words == "Carried over from 20 November 2026"
    for part in (
        "In the chair: Helen",
        "Agreed: A foster home",
        "Action: Ask three agencies",
        "carried over",
    ):
        assert part.casefold() in open_meeting.minutes_text.casefold()
    with pytest.raises(MovedOnError):
        actions.note_attendance(open_meeting, {}, chair=None, by=clerk)
    actions.confirm_minutes(open_meeting, "As corrected.", by=clerk)
    assert Meeting.objects.get(pk=open_meeting.pk).minutes_text == "As corrected."


def test_a_carried_item_shows_where_it_began_however_often_it_was_carried(gateway, meeting, clerk):
    item = ItemFactory(meeting=meeting)
    second = actions.carry_over(item, by=clerk)
    assert second.meeting is None
    december = actions.plan(gateway, on=timezone.localdate() + timedelta(days=9), minutes=60, by=clerk)
    second.refresh_from_db()
    assert second.meeting == december
    third = actions.carry_over(second, by=clerk)
    assert third.origin_in_words == "Carried over from 20 November 2026"


def test_a_decision_is_not_recorded_before_the_day(gateway, head, everyone_here, clerk):
    later = MeetingFactory(group=gateway, on=timezone.localdate() + timedelta(days=3))
    item = ItemFactory(meeting=later)
    actions.note_attendance(later, everyone_here, chair=head, by=clerk)
    with pytest.raises(TermsError, match="at the meeting or after it"):
        decide(item, clerk)


def test_an_advisory_panel_takes_no_executive_decision(authority, clerk):  # S-073
    panel = GroupFactory(authority=authority, kind="corporate_parenting_panel", name="Panel")
    item = ItemFactory(meeting=MeetingFactory(group=panel))
    with pytest.raises(TermsError, match="it takes no executive decision"):
        decide(item, clerk)


def test_what_is_for_information_asks_for_no_decision(open_meeting, item, clerk):  # L-028
    item.ask = "note"
    with pytest.raises(TermsError, match="What is for information asks for no decision"):
        decide(item, clerk)
    assert decide(item, clerk, outcome=Outcome.NOTED)


def test_writing_counts_only_with_all_members(authority, clerk):  # L-020
    group = GroupFactory(authority=authority, kind="cross_party_working_group", name="Working group")
    members = [MemberFactory(group=group, political_group=party) for party in "ABCD"]
    meeting = MeetingFactory(group=group, mode=Mode.ON_PAPER)
    item = ItemFactory(meeting=meeting)
    noted = {member: Noted(Presence.PRESENT, Mode.ON_PAPER) for member in members}
    actions.note_attendance(meeting, dict(list(noted.items())[:3]), chair=members[0], by=clerk)
    agreed = {"outcome": Outcome.RECOMMENDED, "is_unanimous": True}
    with pytest.raises(TermsError, match="counts only with all members. Not from"):
        decide(item, clerk, **agreed)
    actions.note_attendance(meeting, noted, chair=members[0], by=clerk)
    with pytest.raises(TermsError, match="All members agree"):
        decide(item, clerk, outcome=Outcome.RECOMMENDED)
    assert decide(item, clerk, **agreed).is_on_paper


def test_a_member_who_left_is_not_noted_later(meeting, head, clerk):
    head.served_to = date(2026, 10, 1)
    head.save()
    with pytest.raises(
        TermsError, match="those who serve on the day. Helen does not serve on 20 November 2026"
    ):
        actions.note_attendance(meeting, {head: Noted(Presence.PRESENT)}, chair=None, by=clerk)


def test_a_substitute_must_be_on_the_list(authority, clerk):
    board = GroupFactory(authority=authority, kind="board", name="Board")
    MemberFactory(group=board, name="Lee", place="member")
    group = GroupFactory(authority=authority, kind="cross_party_working_group", name="Group", parent=board)
    member, meeting = MemberFactory(group=group), MeetingFactory(group=group)
    outside = {member: Noted(Presence.SUBSTITUTE, Mode.VIRTUAL, "Sam")}
    with pytest.raises(TermsError, match="Sam is not"):
        actions.note_attendance(meeting, outside, chair=None, by=clerk)
    inside = {member: Noted(Presence.SUBSTITUTE, Mode.VIRTUAL, "Lee")}
    actions.note_attendance(meeting, inside, chair=member, by=clerk)
    assert rooms.light(meeting) == "1 of 1 here, 1 needed, chair present"


@pytest.fixture
def request_kind(monkeypatch, clerk):
    told = []
    kind = SubjectKind(
        key="placements.request",
        label="placement request",
        group_types=frozenset({"gateway_panel"}),
        find=lambda _, key: Subject(
            label=f"Request {key}", child="100001", asked_by=told[0] if told else None
        ),
        decided=lambda decision, _: told.append(decision.outcome),
        lacking=lambda item: ["No assessment is attached."] if item.title == "Half a request" else [],
    )
    for module in (subjects, __import__("sufficiency.web.governance.actions.agenda", fromlist=["kinds"])):
        monkeypatch.setattr(module, "kinds", lambda: {kind.key: kind})
    return told


ABOUT = {"subject_kind": "placements.request", "subject_key": "R-1"}


def test_a_subject_waits_once_and_goes_to_the_next_meeting(gateway, clerk, request_kind):
    first = actions.put_on_agenda(gateway, title="A home", by=clerk, trigger="New request", **ABOUT)
    again = actions.put_on_agenda(gateway, title="A home", by=clerk, **ABOUT)
    assert first == again
    assert first.meeting is None
    meeting = actions.plan(gateway, on=timezone.localdate() + timedelta(days=2), minutes=60, by=clerk)
    first.refresh_from_db()
    assert first.meeting == meeting


def test_a_subject_comes_before_its_kinds_of_group_only(authority, clerk, request_kind):
    with pytest.raises(NotAllowedError, match="does not come before a sponsor group"):
        actions.put_on_agenda(GroupFactory(authority=authority), title="A home", by=clerk, **ABOUT)
    with pytest.raises(NotAllowedError, match="Nothing is known"):
        actions.put_on_agenda(GroupFactory(authority=authority), title="A home", by=clerk, subject_kind="odd")


def test_the_app_of_the_subject_is_told_and_can_read_the_decision(
    open_meeting, authority, clerk, request_kind
):
    item = ItemFactory(meeting=open_meeting, **ABOUT)
    decide(item, clerk)
    assert request_kind == [Outcome.AGREED]
    assert queries.decisions_about(authority, *ABOUT.values()).get().item == item
    assert Event.objects.get(verb="decision_recorded").child == "100001"


def test_nobody_decides_about_what_they_asked_for(open_meeting, clerk, request_kind):
    request_kind.append(clerk.user.pk)
    with pytest.raises(TermsError, match="Nobody decides about what they asked for themselves"):
        decide(ItemFactory(meeting=open_meeting, **ABOUT), clerk)


def test_what_is_lacking_is_refused_unless_it_is_put_off(open_meeting, clerk, request_kind):
    item = ItemFactory(meeting=open_meeting, title="Half a request", **ABOUT)
    with pytest.raises(TermsError, match="No assessment is attached"):
        decide(item, clerk)
    assert decide(item, clerk, outcome=Outcome.DEFERRED)


def test_a_second_chair_is_refused(gateway, head, clerk):
    with pytest.raises(TermsError, match="There is one chair"):
        actions.give_seat(
            gateway, name="Two", place="agency", is_chair=True, by=clerk, today=date(2026, 11, 28)
        )
    assert gateway.members.count() == 1


def test_papers_go_out_as_one_version_and_a_later_one_is_flagged(meeting, item, clerk):
    paper = actions.add_paper(item, title="Needs profile", text="One", by=clerk)
    actions.send_papers(meeting, by=clerk)
    paper.refresh_from_db()
    assert paper.sent_in == 1
    with pytest.raises(NotAllowedError, match="only with a reason"):
        actions.replace_paper(paper, text="Two", by=clerk)
    newer = actions.replace_paper(paper, text="Two", because="The school was wrong.", by=clerk)
    assert newer.replaces_issued
    assert (newer.version, newer.sent_in) == (2, None)
    actions.send_papers(meeting, by=clerk)
    newer.refresh_from_db()
    assert (meeting.pack_version, newer.sent_in) == (2, 2)


def test_an_empty_agenda_and_an_endless_one_are_not_sent_out(meeting, clerk):
    with pytest.raises(NotAllowedError, match="nothing on the agenda"):
        actions.send_papers(meeting, by=clerk)
    AgendaItem.objects.bulk_create(
        AgendaItem(authority=meeting.authority, group=meeting.group, meeting=meeting, title="x" * 200)
        for _ in range(60)
    )
    with pytest.raises(TermsError, match="An agenda takes at most 2 pages. This one takes"):
        actions.send_papers(meeting, by=clerk)


def test_a_cancelled_meeting_says_why_and_lets_go_of_its_items(meeting, item, clerk):  # S-077
    with pytest.raises(NotAllowedError):
        actions.cancel(meeting, reason=" ", by=clerk)
    actions.cancel(meeting, reason="Covid", by=clerk)
    assert AgendaItem.objects.get(carried_from=item).meeting is None
    with pytest.raises(MovedOnError):
        actions.close(meeting, by=clerk)


def test_actions_are_settled_once(open_meeting, item, clerk):
    action = decide(item, clerk, tasks=[TASK]).actions.get()
    actions.answer_action(action, state="done", answer="Three asked.", by=clerk)
    with pytest.raises(MovedOnError):
        actions.answer_action(action, state="dropped", answer="No.", by=clerk)


def test_a_councillor_knows_of_no_panel_about_children_even_with_a_seat(gateway, authority, item):
    councillor = actor_in("councillor", authority)
    MemberFactory(group=gateway, place="agency", user=councillor.user)
    for found in (queries.groups_for, queries.meetings_for, queries.items_for, queries.decisions_for):
        assert not found(councillor).exists()


def test_private_groups_are_read_by_members_and_clerks_only(authority, clerk):  # S-061
    panel = GroupFactory(authority=authority, kind="corporate_parenting_panel", name="Panel")
    MeetingFactory(group=panel)
    member, outsider = actor_in("councillor", authority), actor_in("commissioner", authority)
    MemberFactory(group=panel, user=member.user, is_chair=True)
    assert [queries.meetings_for(one).count() for one in (clerk, member, outsider)] == [1, 1, 0]
    assert [queries.may_run(one, panel) for one in (clerk, member, outsider)] == [True, True, False]


def test_an_item_is_hidden_from_who_has_an_interest(meeting, item, gateway, authority, clerk):
    member = actor_in("panel_member", authority)
    seat = MemberFactory(group=gateway, place="agency", user=member.user)
    assert queries.items_for(member).count() == 1
    actions.declare_conflict(item, seat, reason="A neighbour.", by=clerk)
    assert not queries.items_for(member).exists()
    assert queries.hidden_items(member, meeting) == 1
