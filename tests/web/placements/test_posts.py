"""Posts that rules name: only who holds one sets such a rule aside or approves; and which councils are next to ours."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from factories.people import AuthorityFactory, MembershipFactory
from factories.requests import a_home, an_emergency, asked_yes, person_of
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.roles import ROLES
from sufficiency.web.homes.models import Stop
from sufficiency.web.placements import actions, analytics, holding
from sufficiency.web.placements.choices import Post
from sufficiency.web.placements.errors import RefusedError
from sufficiency.web.placements.models import HeldPost, Neighbour

pytestmark = pytest.mark.django_db
NEXT_DOOR, FAR = "E10000029", "E06000016"


def someone(authority, role="team_manager"):
    user = MembershipFactory(role=role, authority=authority).user
    return Actor(user=user, authority=authority, roles=(ROLES[role],), name=user.name)


@pytest.fixture
def admin(authority):
    return someone(authority, "system_administrator")


def outside(authority, area):
    request = an_emergency(authority)
    home = a_home(authority, area=area, is_inside=False, postcode="IP1 1AA")
    actions.write(request, {"explored": "H-1, full"}, by=person_of(authority, "social_worker", "Ben"))
    actions.set_kin_aside(request, reason="Tonight.", by=person_of(authority, "team_manager", "Dev"))
    asked_yes(request, home)
    officer = person_of(authority, "placement_officer", "Amira Example")
    return actions.choose(request, home, reason="Nearest.", gaps="None.", by=officer)


def test_a_rule_is_set_aside_only_by_who_holds_the_post_it_names(authority, admin):
    request, home = an_emergency(authority), a_home(authority)
    Stop.objects.create(authority=authority, home=home, since=timezone.localdate(), reason="Looked into")
    manager, told = (
        someone(authority),
        {"rule": "open_and_not_stopped", "home": home, "reason": "Known well."},
    )
    with pytest.raises(RefusedError, match=r"Only the head of children's social care .*Nobody is named"):
        actions.set_rule_aside(request, by=manager, **told)
    held = actions.give_post(manager.user, post=Post.HEAD, by=admin)
    with pytest.raises(RefusedError, match=f"That is {manager.name}"):
        actions.set_rule_aside(request, by=someone(authority), **told)
    assert actions.set_rule_aside(request, by=manager, **told).post == Post.HEAD
    actions.end_post(held, by=admin)
    with pytest.raises(RefusedError, match="Only the head"):
        actions.set_rule_aside(request, by=manager, **told)


@pytest.mark.parametrize(
    ("area", "kind", "post", "other"),
    [
        (NEXT_DOOR, "out_of_area", Post.NOMINATED, Post.DIRECTOR),
        (FAR, "at_a_distance", Post.DIRECTOR, Post.NOMINATED),
    ],
)
def test_next_door_goes_to_the_nominated_officer_and_beyond_to_the_director(
    authority, admin, area, kind, post, other
):
    actions.set_neighbours([NEXT_DOOR], by=admin)
    approval = outside(authority, area).approvals.get(kind=kind)
    manager = someone(authority)
    actions.give_post(manager.user, post=other, by=admin)
    with pytest.raises(RefusedError, match=f"Only the {post.value} decides this"):
        actions.approve(approval, reason="Nothing nearer.", by=manager)
    actions.give_post(manager.user, post=post, by=admin)
    assert actions.approve(approval, reason="Nothing nearer.", by=manager).done_by == manager.name


def test_without_neighbours_it_is_said_that_far_cannot_be_told_from_near(authority):
    choice = outside(authority, FAR)
    assert {one.kind for one in choice.approvals.all()} == {"out_of_area", "host_notice"}
    ranking = analytics.ranking_of(choice.request, only=[choice.home_id])
    assert "no neighbour being named" in analytics.card_of(ranking, 0).approvals[0].what


def test_a_role_gives_no_post_and_nobody_gives_one_to_themselves(authority, admin):
    manager = someone(authority)
    holding.refuse_unless_held(manager, Post.TEAM_MANAGER)
    with pytest.raises(PermissionDenied):
        actions.give_post(manager.user, post=Post.HEAD, by=manager)
    with pytest.raises(RefusedError, match="to themselves"):
        actions.give_post(admin.user, post=Post.HEAD, by=admin)
    actions.give_post(manager.user, post=Post.HEAD, by=admin)
    with pytest.raises(RefusedError, match="holds that post already"):
        actions.give_post(manager.user, post=Post.HEAD, by=admin)
    elsewhere = Actor(user=manager.user, authority=AuthorityFactory(), roles=manager.roles, name=manager.name)
    with pytest.raises(RefusedError):
        holding.refuse_unless_held(elsewhere, Post.HEAD)


def test_an_administrator_names_holders_and_neighbours_on_the_page(authority, signed_in):
    manager, browser = someone(authority), signed_in("system_administrator")
    browser.post(reverse("placements:give_post"), {"post": Post.DIRECTOR, "user": manager.user.pk})
    browser.post(reverse("placements:neighbours"), {"codes": [NEXT_DOOR]})
    page = browser.get(reverse("placements:posts")).content.decode()
    assert manager.name in page
    assert "Suffolk. A home beyond them is at a distance" in page
    browser.post(reverse("placements:end_post", args=[HeldPost.objects.get().pk]))
    assert HeldPost.objects.get().ended_on == timezone.localdate()
    assert list(Neighbour.objects.values_list("code", flat=True)) == [NEXT_DOOR]
