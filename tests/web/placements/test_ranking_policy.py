"""How homes are ranked: proposed, shown with what it changes, agreed by another member of the panel, kept by version."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from factories.groups import GroupFactory, MemberFactory, actor_in
from factories.homes import officer_of
from factories.people import AuthorityFactory
from factories.requests import a_home, an_emergency, asked_yes, person_of
from sufficiency.analytics.matching.criteria.catalogue import CRITERIA
from sufficiency.web.audit.models import Event
from sufficiency.web.placements import actions, analytics, policies, registered, today
from sufficiency.web.placements.errors import MovedOnError, RefusedError
from sufficiency.web.placements.models import RankingPolicy

pytestmark = pytest.mark.django_db
START = {name: one.weight for name, one in CRITERIA.items()}
OTHER = {**START, "needs": 20, "wishes": 20}


@pytest.fixture
def gateway(authority):
    return GroupFactory(authority=authority, kind="gateway_panel", name="Gateway panel")


@pytest.fixture
def manager(authority):
    return actor_in("team_manager", authority)


@pytest.fixture
def member(authority, gateway):
    actor = actor_in("panel_member", authority)
    MemberFactory(group=gateway, place="agency", body="Health", user=actor.user, name=actor.name)
    return actor


def proposed(by, *, weights=OTHER, tolerance=10, reason="Children were not heard."):
    return actions.propose_ranking(weights=weights, tolerance=Decimal(tolerance), reason=reason, by=by)


def agreed(by, member, **facts):
    return actions.settle_ranking(proposed(by, **facts), agrees=True, because="As at our meeting.", by=member)


def at(name, *args):
    return reverse(f"placements:{name}", args=args)


def two_homes(authority):
    """One of our own carers without pets, and an agency's with them: the wish decides between them."""
    ours = a_home(authority, reference="H-OURS", has_pets=False)
    theirs = a_home(authority, reference="H-THEIRS", provider__kind="fostering_agency")
    return ours, theirs


def test_without_a_version_homes_are_ranked_by_the_declared_weights(authority):
    assert analytics.policy_of(None).weights == {}
    assert policies.by_what(RankingPolicy.in_force(authority)) == policies.START


def test_nothing_changes_before_another_member_of_the_panel_agrees(authority, manager, member):
    made = proposed(manager)
    assert RankingPolicy.in_force(authority) is None
    actions.settle_ranking(made, agrees=True, because="As at our meeting.", by=member)
    ranking = analytics.ranking_of(an_emergency(authority))
    assert ranking.policy.weights == OTHER
    assert (ranking.policy.approved_by, ranking.policy.approved_on) == ("version 1", timezone.localdate())
    told = Event.objects.filter(verb__startswith="ranking_").values_list("verb", "actor")
    assert set(told) == {("ranking_proposed", manager.name), ("ranking_agreed", member.name)}


def test_nobody_agrees_their_own_and_only_members_of_the_panel_do(authority, gateway, manager, member):
    MemberFactory(group=gateway, place="head", user=manager.user, name=manager.name)
    adviser = actor_in("reviewing_officer", authority)
    MemberFactory(group=gateway, place="adviser", user=adviser.user)
    made = proposed(manager)
    told = {"agrees": True, "because": "Yes."}
    with pytest.raises(RefusedError, match="Nobody agrees what they proposed themselves"):
        actions.settle_ranking(made, by=manager, **told)
    for other in (adviser, actor_in("panel_member", authority)):
        with pytest.raises(RefusedError, match="Only a member of the gateway panel"):
            actions.settle_ranking(made, by=other, **told)
    with pytest.raises(IntegrityError), transaction.atomic():
        RankingPolicy.objects.update(
            state="agreed", settled_by=manager.user, settled_by_name="M", settled_at=timezone.now()
        )
    assert actions.settle_ranking(made, by=member, **told).state == "agreed"


def test_without_a_gateway_panel_it_is_said_what_to_do(authority, manager):
    made = proposed(manager)
    with pytest.raises(RefusedError, match="No gateway panel is set up yet"):
        actions.settle_ranking(made, agrees=True, because="Yes.", by=actor_in("panel_member", authority))


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"weights": START}, "how homes are ranked now"),
        ({"weights": {**START, "needs": 31}}, "The weights are 101 points together"),
        ({"weights": {"needs": 100}}, "Make them 100"),
        ({"weights": {**START, "beauty": 0}}, "There is no criterion beauty"),
        ({"weights": {**START, "needs": -1, "wishes": 41}}, "below 0"),
        ({"reason": "  "}, "Say why"),
    ],
)
def test_a_proposal_that_cannot_be_used_is_refused(manager, facts, says):
    with pytest.raises(RefusedError, match=says):
        proposed(manager, **facts)


def test_one_waits_at_a_time_and_each_is_settled_once(authority, manager, member):
    first = proposed(manager)
    with pytest.raises(RefusedError, match="waits for the panel already"):
        proposed(manager, tolerance=5)
    assert actions.settle_ranking(first, agrees=False, because="Not yet.", by=member).state == "returned"
    with pytest.raises(MovedOnError, match=f"settled already, by {member.name}: sent back"):
        actions.settle_ranking(first, agrees=True, because="Yes.", by=member)
    assert RankingPolicy.in_force(authority) is None
    assert proposed(manager, tolerance=5).version == 2
    with pytest.raises(PermissionDenied):
        proposed(member)


def test_one_takes_back_only_ones_own(authority, manager):
    made = proposed(manager)
    with pytest.raises(RefusedError, match=f"{manager.name} proposed it"):
        actions.take_back_ranking(made, by=actor_in("team_manager", authority))
    assert actions.take_back_ranking(made, by=manager).state == "taken_back"


def test_a_choice_keeps_the_version_it_was_ranked_by(authority, manager, member, signed_in):
    request, home = an_emergency(authority), a_home(authority)
    actions.set_kin_aside(request, reason="Tonight.", by=person_of(authority, "team_manager", "Dev"))
    asked_yes(request, home)
    first = agreed(manager, member)
    made = actions.choose(request, home, reason="Near.", gaps="None.", by=officer_of(authority))
    agreed(manager, member, weights=START)
    made.refresh_from_db()
    assert made.ranking_policy == first
    page = signed_in("team_manager").get(request.get_absolute_url()).content.decode()
    assert f'href="{first.get_absolute_url()}">version 1</a>' in page
    assert {part["criterion"]: part["weight"] for part in made.card["parts"]} == OTHER


def test_the_proposal_shows_what_it_does_to_the_open_requests(authority, manager, member, signed_in):
    an_emergency(authority)
    two_homes(authority)
    browser = signed_in("team_manager")
    changing = proposed(manager, weights=START, tolerance=50)
    page = browser.get(at("ranking_policy", changing.pk)).content.decode()
    assert "Of 1 request, 1 would have another home first" in page
    ours, theirs = "H-OURS (in-house fostering)", "H-THEIRS (agency fostering)"
    before, after = f"1. {theirs}; 2. {ours}", f"1. {ours}; 2. {theirs}"
    assert page.index(before) < page.index(after)
    assert "Tolerance: 10 → 50 points" in page
    actions.settle_ranking(changing, agrees=False, because="No.", by=member)
    same = proposed(manager, tolerance=9, weights=START)
    page = browser.get(at("ranking_policy", same.pk)).content.decode()
    assert "No change: the first three homes stay the same, in the same order, for 1 request." in page


def test_several_requests_are_ranked_from_one_reading_as_each_alone(authority):
    requests = [an_emergency(authority), an_emergency(authority)]
    aunt = a_home(authority, kind="connected_carers")
    two_homes(authority)
    worker = person_of(authority, "social_worker", "Ben")
    actions.think_of(requests[0], name="Aunt", relation="aunt", outcome="willing", home=aunt, by=worker)
    asked_yes(requests[1], aunt)
    actions.hold(
        requests[1].asks.get(), until=timezone.now() + timezone.timedelta(hours=2), by=officer_of(authority)
    )
    many = list(analytics.rankings_of(authority, requests))
    for request, found in zip(requests, many, strict=True):
        alone = analytics.ranking_of(request)
        assert found.homes == alone.homes
        assert list(found.order) == list(alone.order)
    assert registered.known_homes(authority) != many[0].homes  # the aunt is tied to the first request alone


def test_the_page_says_what_holds_and_every_version_with_its_reason(authority, manager, member, signed_in):
    browser = signed_in("panel_member")
    page = browser.get(at("ranking")).content.decode()
    assert all(one.label in page and one.source in page for one in CRITERIA.values())
    assert "Nobody has proposed a change yet." in page
    assert at("propose_ranking") not in page
    agreed(manager, member)
    page = browser.get(at("ranking")).content.decode()
    assert "Children were not heard." in page
    assert "As at our meeting." in page
    assert f"{CRITERIA['needs'].label}: 30 → 20 points" in page
    elsewhere = agreed(
        actor_in("team_manager", other := AuthorityFactory()),
        seated(other),
    )
    assert browser.get(at("ranking_policy", elsewhere.pk)).status_code == 404


def seated(authority):
    group = GroupFactory(authority=authority, kind="gateway_panel", name="Gateway panel")
    actor = actor_in("panel_member", authority)
    MemberFactory(group=group, place="agency", user=actor.user)
    return actor


def test_a_change_goes_from_form_to_form(authority, gateway, signed_in):
    manager, panel = signed_in("team_manager"), signed_in("panel_member")
    MemberFactory(group=gateway, place="agency", user=panel.user)
    filled = {f"weight_{name}": points for name, points in OTHER.items()}
    told = {**filled, "tolerance": "7.5", "reason": "Children were not heard."}
    wrong = manager.post(at("propose_ranking"), {**told, "weight_needs": 25})
    assert "add up to 105. Make them 100." in wrong.content.decode()
    assert 'value="25"' in wrong.content.decode()  # nothing that was typed is lost
    made = manager.post(at("propose_ranking"), told)
    policy = RankingPolicy.objects.get()
    assert made.url == policy.get_absolute_url()
    again = manager.post(at("propose_ranking"), told)
    assert "waits for the panel already" in again.content.decode()
    assert "You proposed this" in manager.get(made.url).content.decode()
    own = manager.post(at("settle_ranking", policy.pk), {"agrees": "True", "because": "Yes."})
    assert "Only a member of the gateway panel" in own.content.decode()
    assert "the panel agrees a change" in panel.get("/").content.decode()
    panel.post(at("settle_ranking", policy.pk), {"agrees": "True", "because": "At our meeting."})
    policy.refresh_from_db()
    assert (policy.state, policy.tolerance) == ("agreed", Decimal("7.5"))
    twice = panel.post(at("settle_ranking", policy.pk), {"agrees": "False", "because": "No."})
    assert "This was settled already" in twice.content.decode()
    assert (
        list(today.proposals(actor_in("panel_member", authority, user=panel.user), now=timezone.now())) == []
    )


def test_the_page_of_homes_says_which_version_ranked_them(authority, manager, member, signed_in):
    request, browser = an_emergency(authority), signed_in("placement_officer")
    a_home(authority)
    assert policies.START in browser.get(at("homes", request.pk)).content.decode()
    agreed(manager, member, tolerance=3)
    page = browser.get(at("homes", request.pk)).content.decode()
    assert "Homes are ranked by version 1, agreed on" in page
    assert "with a tolerance of 3 points." in page
    looks = Event.objects.filter(verb="homes_ranked").order_by("pk").values_list("reason", flat=True)
    assert [look.split(",")[0] for look in looks] == [policies.START, "version 1"]
    assert at("ranking") in page


def test_what_the_law_asks_to_consider_is_warned_of_where_it_would_no_longer_count(manager, signed_in):
    made = proposed(manager, weights={**START, "wishes": 0, "needs": 40})
    page = signed_in("team_manager").get(made.get_absolute_url()).content.decode()
    assert "section 22(4) and (5)" in page
    browser = signed_in("team_manager")
    browser.post(at("take_back_ranking", made.pk))
    made.refresh_from_db()
    assert made.is_waiting  # it is another manager's
