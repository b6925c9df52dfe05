"""Places held while it is decided, what a contract pays, kinship carers, longer stays, a second move, the plan."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from factories.commissioning import ContractFactory
from factories.groups import GroupFactory
from factories.homes import PlacementFactory, officer_of
from factories.requests import CANARY, a_home, an_emergency, asked_yes, person_of, soon
from sufficiency.web.commissioning.models.contracts import ContractHome
from sufficiency.web.governance import subjects
from sufficiency.web.governance.models import AgendaItem, Decision
from sufficiency.web.homes.models import Hold
from sufficiency.web.placements import actions, analytics, panel, queries
from sufficiency.web.placements.choices import KinOutcome
from sufficiency.web.placements.errors import MovedOnError, RefusedError
from sufficiency.web.placements.held_places import holds_of
from sufficiency.web.placements.plan import placement_plan

pytestmark = pytest.mark.django_db
PAIR = (date(2017, 3, 1), date(2020, 6, 1))


def chosen(request, home, **facts):
    actions.set_kin_aside(request, reason="Tonight.", by=person_of(request.authority, "team_manager", "Dev"))
    asked_yes(request, home)
    told = {"reason": "Nearest.", "gaps": "None.", **facts}
    return actions.choose(request, home, by=officer_of(request.authority), **told)


def placed(request, home, **facts):
    choice = chosen(request, home)
    return choice, actions.place(request, on=timezone.localdate(), by=officer_of(request.authority), **facts)


def test_a_held_place_is_free_for_its_request_and_for_no_other(authority):
    request, other = an_emergency(authority, born=PAIR), an_emergency(authority)
    home = a_home(authority, approval__places=2)
    ask = asked_yes(request, home)
    held = actions.hold(ask, until=soon(20), by=officer_of(authority))
    assert len(held) == 2
    outcomes = [analytics.ranking_of(one, only=[home.pk]).outcome(0) for one in (request, other)]
    assert outcomes == ["unknown", "ruled_out"] or outcomes == ["eligible", "ruled_out"]
    _, there = placed(request, home)
    assert len(there) == 2
    assert set(Hold.objects.values_list("state", flat=True)) == {"used"}


@pytest.mark.parametrize("ends", ["revoked", "withdrawn", "said no"])
def test_a_held_place_is_let_go_when_it_is_no_longer_wanted(authority, ends):
    request, home = an_emergency(authority), a_home(authority)
    ask = asked_yes(request, home)
    actions.hold(ask, until=soon(20), by=officer_of(authority))
    worker = person_of(authority, "social_worker", "Ben Example")
    if ends == "revoked":
        actions.revoke(ask, by=officer_of(authority))
    elif ends == "withdrawn":
        actions.withdraw(request, because="Home to mum.", by=worker)
    else:
        actions.reply(ask, yes=False, why_not="full", by=officer_of(authority))
    assert not holds_of(request).exists()
    assert Hold.objects.get().state == "released"


def test_a_place_is_held_only_where_there_is_one(authority):
    request, home = an_emergency(authority, born=PAIR), a_home(authority, approval__places=2)
    PlacementFactory(home=home)
    (ask,) = actions.ask(request, [home], reply_by=soon(3), by=officer_of(authority))
    with pytest.raises(RefusedError):
        actions.hold(ask, until=soon(20), by=officer_of(authority))
    assert not Hold.objects.exists()  # all or none


def test_a_contract_sets_the_price_shown_and_committed(authority):
    request, home = an_emergency(authority), a_home(authority)
    contract = ContractFactory(
        provider=home.provider, authority=authority, kind="framework", weekly_price=Decimal(900), discount=10,
        starts_on=date(2020, 1, 1), last_day=None,
    )  # fmt: skip
    usual = analytics.ranking_of(request, only=[home.pk]).homes[0].weekly_cost
    ContractHome.objects.create(authority=authority, contract=contract, home=home)
    assert analytics.ranking_of(request, only=[home.pk]).homes[0].weekly_cost == 810 != usual
    choice, (placement,) = placed(request, home)
    assert placement.contract == contract.reference
    assert [(one.weekly, one.basis) for one in choice.commitments.all()] == [
        (Decimal("810.00"), f"contract {contract.reference}")
    ]


def test_kinship_carers_are_for_the_children_they_are_connected_to(authority):
    request = an_emergency(authority)
    aunt = a_home(authority, kind="connected_carers")
    worker = person_of(authority, "social_worker", "Ben Example")

    def outcome():
        return str(analytics.ranking_of(request, only=[aunt.pk]).judged.answers[
            [rule.id for rule in analytics.ranking_of(request, only=[aunt.pk]).judged.rules].index("connected_children"), 0
        ])  # fmt: skip

    no, not_known, yes = "0", "1", "2"
    assert outcome() == no
    actions.think_of(request, name="Aunt", relation="aunt", outcome=KinOutcome.ASKED, home=aunt, by=worker)
    assert outcome() == not_known
    actions.think_of(request, name="Aunt", relation="aunt", outcome=KinOutcome.WILLING, home=aunt, by=worker)
    assert outcome() == yes


def test_a_longer_stay_changes_only_once_the_panel_agreed(authority):
    group = GroupFactory(authority=authority, kind="gateway_panel")
    request, home, today = an_emergency(authority), a_home(authority), timezone.localdate()
    choice, (placement,) = placed(request, home, expected_until=today + timedelta(days=14))
    assert list(queries.ending_soon(authority, now=timezone.now())) == list(choice.commitments.all())
    worker, until = person_of(authority, "social_worker", "Ben Example"), today + timedelta(days=90)
    actions.ask_extension(request, until=until, because="The court is late.", by=worker)
    (first, item) = AgendaItem.objects.filter(group=group).order_by("pk")
    assert (first.trigger, item.trigger) == (panel.TO_RATIFY, panel.EXTENSION)
    assert "The court is late." in repr(subjects.subject_of(item).facts)
    assert not queries.ending_soon(authority, now=timezone.now()).exists()
    with pytest.raises(MovedOnError, match="waits for the panel already"):
        actions.ask_extension(request, until=until, because="Again.", by=worker)
    placement.refresh_from_db()
    assert placement.expected_until == today + timedelta(days=14)
    # Ratifying the emergency does not agree to the longer stay.
    kinds, clerk = subjects.kinds(), person_of(authority, "panel_administrator", "Carol Example")
    kinds[panel.SUBJECT].decided(Decision(authority=authority, item=first, outcome="agreed"), clerk)
    assert request.extensions.get().is_agreed is None
    kinds[panel.LONGER].decided(Decision(authority=authority, item=item, outcome="agreed"), clerk)
    placement.refresh_from_db()
    assert (placement.expected_until, request.extensions.get().is_agreed) == (until, True)
    assert choice.commitments.get().expected_until == until


def test_a_second_move_within_a_year_goes_before_the_panel_after_moving_in(authority):
    request, home, today = an_emergency(authority), a_home(authority), timezone.localdate()
    PlacementFactory(
        child=request.members.get().child, home=a_home(authority), state="ended", taken=None,
        started_on=today - timedelta(days=60), ended_on=today,
    )  # fmt: skip
    group = GroupFactory(authority=authority, kind="gateway_panel")
    placed(request, home)
    assert AgendaItem.objects.get(group=group).trigger == panel.TWO_MOVES


def test_the_placement_plan_holds_what_is_agreed_and_covers_addresses(authority):
    request, home = an_emergency(authority), a_home(authority)
    due = {"text": "Taxi to school", "owner": "Amira", "due_on": timezone.localdate()}
    plan = placement_plan(chosen(request, home, promises=[due]))
    text = repr(plan)
    for words in (
        "I want to stay with my brother.",
        "Mum on Saturdays.",
        "Taxi to school",
        "Long-term foster care.",
    ):
        assert words in text
    assert "Not agreed yet." in text
    assert CANARY not in text
