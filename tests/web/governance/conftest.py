import pytest

from factories.groups import GroupFactory, ItemFactory, MeetingFactory, MemberFactory, actor_in
from sufficiency.analytics.governance.group_types import HEAD
from sufficiency.web.governance.actions.meetings import Noted
from sufficiency.web.governance.states import Presence


@pytest.fixture
def clerk(authority):
    return actor_in("panel_administrator", authority)


@pytest.fixture
def gateway(authority):
    return GroupFactory(authority=authority, kind="gateway_panel", name="Gateway panel")


@pytest.fixture
def head(gateway):
    return MemberFactory(
        group=gateway, name="Helen", place="head", post=HEAD, body="Social care", is_chair=True
    )


@pytest.fixture
def partners(gateway):
    return [MemberFactory(group=gateway, place="agency", body=body) for body in ("Health", "Education")]


@pytest.fixture
def meeting(gateway):
    return MeetingFactory(group=gateway)


@pytest.fixture
def item(meeting):
    return ItemFactory(
        meeting=meeting, title="A home for R-1", presented_by="Ben", presenter_mode="in_person"
    )


@pytest.fixture
def everyone_here(head, partners):
    return {member: Noted(Presence.PRESENT) for member in (head, *partners)}
