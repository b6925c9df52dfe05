"""One case through the whole path: two brothers from request to commitment."""

from datetime import date

import pytest
from django.utils import timezone

from factories.homes import PlacementFactory, officer_of
from factories.requests import ANSWERS, a_draft, a_home, an_emergency, asked_yes, person_of, soon
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.roles import ROLES
from sufficiency.web.audit.models import Event
from sufficiency.web.homes.models import Placement
from sufficiency.web.placements import actions
from sufficiency.web.placements.choices import KinOutcome
from sufficiency.web.placements.errors import MovedOnError, RefusedError

PAIR = (date(2017, 3, 1), date(2020, 6, 1))
pytestmark = pytest.mark.django_db


def settle_kin(request):
    worker = person_of(request.authority, "social_worker", "Ben Example")
    actions.think_of(request, name="Aunt", relation="aunt", outcome=KinOutcome.NOT_WILLING, by=worker)
    return actions.close_kin(request, meeting="declined", by=worker)


def choose(request, home, **facts):
    request.refresh_from_db()
    return actions.choose(
        request,
        home,
        by=officer_of(request.authority),
        **{"reason": "Both boys stay together.", "gaps": "None.", **facts},
    )


def test_two_brothers_from_request_to_commitment(authority):
    request = an_emergency(authority, born=PAIR)
    home = a_home(authority)
    settle_kin(request)
    asked_yes(request, home)
    made = choose(
        request, home, promises=[{"text": "Taxi to school", "owner": "Amira", "due_on": timezone.localdate()}]
    )
    assert made.cost_of_preference == 0
    request.refresh_from_db()
    placed = actions.place(request, on=timezone.localdate(), by=officer_of(authority))
    request.refresh_from_db()
    assert request.state == "placed"
    assert {p.home for p in placed} == {home}
    assert Placement.objects.filter(state="open", home=home).count() == 2
    assert [c.weekly for c in made.commitments.all()] == [
        c.weekly for c in made.commitments.all() if c.weekly > 0
    ]
    assert made.commitments.count() == 2
    assert [check.kind for check in request.checks.all()] == ["72h", "28d", "6m"]
    told = set(Event.objects.values_list("verb", flat=True))
    assert {
        "request_sent",
        "emergency_challenged",
        "ask_sent",
        "ask_answered",
        "home_chosen",
        "request_placed",
    } <= told


def test_a_request_that_names_a_kind_of_home_and_no_needs_is_refused(authority):
    request = a_draft(authority, filled=False)
    worker = person_of(authority, "social_worker", "Ben Example")
    actions.write(request, {"foster_suits": "Preferred"}, by=worker)
    with pytest.raises(RefusedError, match="names a kind of home, but a request says what"):
        actions.send(request, by=worker)


@pytest.mark.parametrize(("hours", "state"), [(23, "challenge"), (25, "panel")])
def test_23_hours_goes_to_challenge_and_25_to_the_panel(authority, hours, state):
    request = a_draft(authority, hours=hours)
    sent = actions.send(request, by=person_of(authority, "social_worker", "Ben Example"))
    assert sent.state == state


def test_both_boundaries_move_with_the_threshold(authority):
    manager = person_of(authority, "team_manager", "Dev Example")
    actions.set_threshold(hours=48, text="Within two days.", from_day=timezone.localdate(), by=manager)
    request = a_draft(authority, hours=25)
    assert actions.send(request, by=person_of(authority, "social_worker", "Ben Example")).state == "challenge"


def test_any_no_makes_it_no_emergency_and_sends_it_to_the_panel_with_the_reason(authority):
    request = a_draft(authority, hours=5)
    actions.send(request, by=person_of(authority, "social_worker", "Ben Example"))
    told = {**ANSWERS, "is_unforeseeable": False, "unforeseeable_because": "Known for a week."}
    found = actions.answer_challenge(request, by=person_of(authority, "team_manager", "Dev Example"), **told)
    request.refresh_from_db()
    assert (request.state, request.is_emergency, found.first_no) == ("panel", False, "Known for a week.")


def test_a_home_is_not_chosen_before_family_and_friends_are_settled(authority):
    request, home = an_emergency(authority), a_home(authority)
    asked_yes(request, home)
    with pytest.raises(RefusedError, match="Family and friends come first"):
        choose(request, home)
    actions.set_kin_aside(
        request, reason="No time tonight.", by=person_of(authority, "team_manager", "Dev Example")
    )
    assert choose(request, home).home == home


def test_residential_at_11_is_refused_and_at_12_passes(authority):
    today = timezone.localdate()
    eleven, twelve = (today.replace(year=today.year - years, day=1) for years in (11, 12))
    home = a_home(authority, kind="childrens_home", registration="registered")
    for born, passes in ((eleven, False), (twelve, True)):
        request = an_emergency(authority, born=(born,))
        worker = person_of(authority, "social_worker", "Ben Example")
        actions.write(request, {"complexity": "Yes"}, by=worker)
        settle_kin(request)
        asked_yes(request, home)
        if passes:
            assert choose(request, home).home == home
        else:
            with pytest.raises(RefusedError, match="Nobody under 12 lives in residential care"):
                choose(request, home)
            actions.set_rule_aside(
                request, rule="residential_from_12", home=home, reason="Secure base for three weeks.",
                by=person_of(authority, "team_manager", "Head Example"),
            )  # fmt: skip
            assert choose(request, home).home == home


def test_out_of_county_without_explored_options_is_refused(authority):
    request = an_emergency(authority)
    home = a_home(authority, area="E10000029", is_inside=False, postcode="IP1 1AA")
    settle_kin(request)
    asked_yes(request, home)
    with pytest.raises(RefusedError, match="Outside the county only after options inside"):
        choose(request, home)
    actions.write(
        request, {"explored": "H-1, full\nH-2, said no"}, by=person_of(authority, "social_worker", "Ben")
    )
    made = choose(request, home)
    assert {approval.kind for approval in made.approvals.all()} == {"out_of_area", "host_notice"}
    with pytest.raises(RefusedError, match="Not approved yet"):
        actions.place(request, on=timezone.localdate(), by=officer_of(authority))
    approval = made.approvals.get(kind="out_of_area")
    with pytest.raises(RefusedError, match="Nobody approves what they"):
        actions.approve(approval, reason="Yes", by=person_of(authority, "team_manager", "Amira Example"))
    actions.approve(
        approval, reason="Nothing nearer.", by=person_of(authority, "team_manager", "Nina Nominated")
    )
    assert actions.place(request, on=timezone.localdate(), by=officer_of(authority))


def test_a_home_filled_while_it_was_looked_at_is_refused_and_nothing_is_lost(authority):
    request, home = an_emergency(authority), a_home(authority, approval__places=1)
    settle_kin(request)
    asked_yes(request, home)
    choose(request, home)
    PlacementFactory(home=home)
    with pytest.raises(RefusedError, match="no longer possible"):
        actions.place(request, on=timezone.localdate(), by=officer_of(authority))
    request.refresh_from_db()
    assert request.state == "decided"
    actions.fall_through(request, because="Filled.", by=officer_of(authority))
    request.refresh_from_db()
    assert request.state == "searching"
    assert request.choices.get().fell_through_because == "Filled."


def test_a_stale_page_and_a_double_click_change_nothing_twice(authority):
    worker = person_of(authority, "social_worker", "Ben Example")
    request = a_draft(authority)
    actions.send(request, by=worker, version=1)
    for version in (1, None):
        with pytest.raises(MovedOnError, match="moved on since you opened the page"):
            actions.send(request, by=worker, version=version)
    assert Event.objects.filter(verb="request_sent").count() == 1


def test_an_ask_that_was_taken_back_or_answered_late_says_so(authority):
    request, home = an_emergency(authority), a_home(authority)
    officer = officer_of(authority)
    (ask,) = actions.ask(request, [home], reply_by=soon(1), by=officer)
    assert actions.ask(request, [home], reply_by=soon(2), by=officer) == [ask]
    actions.revoke(ask, by=officer)
    with pytest.raises(MovedOnError, match="taken back"):
        actions.reply(ask, yes=True, by=officer)


def test_nobody_challenges_their_own_request(authority, signed_in):
    user = signed_in("team_manager").user
    manager = Actor(user=user, authority=authority, roles=(ROLES["team_manager"],), name=user.name)
    request = a_draft(authority, hours=5)
    request.asked_by = user
    request.save()
    actions.send(request, by=manager)
    with pytest.raises(RefusedError, match="Nobody answers for a request that they made"):
        actions.answer_challenge(request, by=manager, **ANSWERS)


def test_a_child_who_turned_16_overnight_is_looked_at_as_of_today(authority):
    today = timezone.localdate()
    born = today.replace(year=today.year - 16)
    home = a_home(authority, kind="supported_accommodation", registration="registered", approval__youngest=16)
    request = an_emergency(authority, born=(born,))
    settle_kin(request)
    asked_yes(request, home)
    assert choose(request, home).home == home


def test_answers_are_kept_with_who_said_them_and_when(authority):
    request = a_draft(authority)
    member = request.members.get()
    worker = person_of(authority, "social_worker", "Ben Example")
    actions.write(request, {"words": "I like dogs."}, by=worker, member=member, said_by="The child")
    kept = request.answers.filter(member=member, question="words")
    assert [(a.value, a.is_current) for a in kept] == [
        ("I want to stay with my brother.", False),
        ("I like dogs.", True),
    ]
    assert kept.last().said_by == "The child"
