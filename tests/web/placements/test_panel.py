"""A request before the gateway panel: triggers, the chair, the decision that moves it, nobody for themselves."""

import pytest

from factories.groups import GroupFactory, MeetingFactory, MemberFactory, actor_in
from factories.requests import a_draft, an_emergency, person_of
from sufficiency.analytics.governance.breaches import TermsError
from sufficiency.analytics.governance.group_types import HEAD
from sufficiency.web.governance import actions as governance, queries
from sufficiency.web.governance.actions.meetings import Noted
from sufficiency.web.governance.models import AgendaItem
from sufficiency.web.governance.states import Outcome, Presence
from sufficiency.web.placements import actions, panel

pytestmark = pytest.mark.django_db
WHY = {
    "text": "A foster home near school.",
    "reasons": "It meets the need.",
    "child_view": "Together.",
    "principles": "5",
}


@pytest.fixture
def gateway(authority):
    return GroupFactory(authority=authority, kind="gateway_panel", name="Gateway panel")


@pytest.fixture
def clerk(authority):
    return actor_in("panel_administrator", authority)


def heard(gateway, clerk, *, chair_post=HEAD):
    """A meeting that sits, with what waits on its agenda."""
    meeting = MeetingFactory(group=gateway)
    chair = MemberFactory(
        group=gateway, name="Helen", place="head", post=chair_post, body="Social care", is_chair=True
    )
    others = [MemberFactory(group=gateway, place="agency", body=body) for body in ("Health", "Education")]
    here = {member: Noted(Presence.PRESENT) for member in (chair, *others)}
    governance.note_attendance(meeting, here, chair=chair, by=clerk)
    return meeting


def on_agenda(request, meeting):
    item = AgendaItem.objects.get(subject_key=request.reference)
    item.meeting, item.presented_by, item.presenter_mode = meeting, "Ben", "in_person"
    item.save()
    return item


def sent(authority, hours=100):
    request = a_draft(authority, hours=hours)
    return actions.send(request, by=person_of(authority, "social_worker", "Ben Example"))


@pytest.mark.parametrize(
    ("outcome", "state"),
    [(Outcome.AGREED, "searching"), (Outcome.REFUSED, "withdrawn"), (Outcome.DEFERRED, "panel")],
)
def test_what_the_panel_decides_moves_the_request(authority, gateway, clerk, outcome, state):
    request = sent(authority)
    item = on_agenda(request, heard(gateway, clerk))
    governance.decide(item, outcome=outcome, by=clerk, **WHY)
    request.refresh_from_db()
    assert request.state == state
    assert (
        queries.decisions_about(authority, panel.SUBJECT, request.reference)[0].reasons
        == "It meets the need."
    )


def test_a_meeting_not_chaired_by_the_head_cannot_decide_or_close(authority, gateway, clerk):
    request = sent(authority)
    meeting = heard(gateway, clerk, chair_post="Team manager")
    with pytest.raises(TermsError, match=r"(?i)head of children"):
        governance.decide(on_agenda(request, meeting), outcome=Outcome.AGREED, by=clerk, **WHY)
    with pytest.raises(TermsError, match=r"(?i)head of children"):
        governance.close(meeting, by=clerk)
    request.refresh_from_db()
    assert request.state == "panel"


def test_nobody_decides_what_they_asked_for(authority, gateway, clerk):
    request = sent(authority)
    request.asked_by = clerk.user
    request.save()
    with pytest.raises(TermsError):
        governance.decide(on_agenda(request, heard(gateway, clerk)), outcome=Outcome.AGREED, by=clerk, **WHY)


def test_an_emergency_goes_on_the_agenda_to_be_ratified_and_the_search_does_not_wait(authority, gateway):
    request = an_emergency(authority)
    item = AgendaItem.objects.get(subject_key=request.reference, group=gateway)
    assert (item.trigger, request.state) == (panel.TO_RATIFY, "searching")


def test_a_new_request_waits_for_the_panel_by_its_trigger(authority, gateway):
    request = sent(authority)
    assert AgendaItem.objects.get(subject_key=request.reference, group=gateway).trigger == panel.NEW
