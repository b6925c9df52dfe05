from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from factories.children import ChildFactory, store
from factories.homes import (
    HoldFactory,
    HomeFactory,
    InspectionFactory,
    PlacementFactory,
    StopFactory,
    officer_of,
)
from factories.people import UserFactory
from sufficiency.web.audit.models import Event
from sufficiency.web.children.models import Child
from sufficiency.web.homes import actions, queries
from sufficiency.web.homes.actions import RefusedError
from sufficiency.web.homes.models import TakenPlace

pytestmark = pytest.mark.django_db
ON = date(2026, 6, 1)
HOUR = timedelta(hours=1)


@pytest.fixture
def home():
    return HomeFactory(approval__places=2)


@pytest.fixture
def by(home):
    return officer_of(home.authority)


@pytest.fixture
def child(home):
    return ChildFactory(authority=home.authority, born=date(2016, 1, 1))


def parts(home):
    found = queries.places_at(home, at=timezone.now())
    return found.children, found.held, found.free


def test_placing_a_child_is_the_update_of_the_vacancy(home, child, by):
    placement = actions.place(home, child, on=ON, by=by)
    assert parts(home) == (1, 0, 1)
    assert (placement.place_code, placement.provider_code, placement.kind) == (
        "U6",
        "PR1",
        "in_house_fostering",
    )
    event = Event.objects.first()
    assert (event.verb, event.child, event.subject) == ("child_placed", child.reference, home.reference)


def test_ending_a_placement_makes_room_again(home, child, by):
    placement = actions.place(home, child, on=ON, by=by)
    actions.end(placement, on=ON + timedelta(days=9), why="PLAN", by=by)
    assert parts(home) == (0, 0, 2)
    assert not TakenPlace.objects.exists()
    with pytest.raises(RefusedError, match="over already: ended"):
        actions.end(placement, on=ON + timedelta(days=9), why="PLAN", by=by)


@pytest.mark.parametrize("on", [ON - timedelta(days=1), date(2999, 1, 1)])
def test_a_placement_ends_neither_before_it_began_nor_in_time_to_come(home, child, by, on):
    placement = actions.place(home, child, on=ON, by=by)
    with pytest.raises(RefusedError):
        actions.end(placement, on=on, why="", by=by)
    assert parts(home) == (1, 0, 1)


def test_a_placement_that_did_not_happen_is_cancelled(home, child, by):
    actions.cancel(actions.place(home, child, on=ON, by=by), why="She went to her aunt.", by=by)
    assert parts(home) == (0, 0, 2)
    actions.place(home, child, on=ON, by=by)


def test_a_child_who_lives_somewhere_is_not_placed_again(home, child, by):
    actions.place(home, child, on=ON, by=by)
    with pytest.raises(RefusedError, match="lives there already"):
        actions.place(home, child, on=ON, by=by)
    with pytest.raises(RefusedError, match=f"lives at {home.reference} already"):
        actions.place(HomeFactory(provider=home.provider), child, on=ON, by=by)


def test_days_on_which_the_child_lived_elsewhere_are_refused(home, child, by):
    PlacementFactory(child=child, started_on=ON, ended_on=ON + timedelta(days=30))
    with pytest.raises(RefusedError, match="On some of these days"):
        actions.place(home, child, on=ON + timedelta(days=3), by=by)
    assert parts(home) == (0, 0, 2)


def test_a_full_home_is_refused_unless_someone_says_why(home, child, by):
    PlacementFactory(home=home)
    PlacementFactory(home=home)
    with pytest.raises(RefusedError, match="No place is free"):
        actions.place(home, child, on=ON, by=by)
    actions.place(home, child, on=ON, by=by, because="The director agreed to a third child for a week.")
    assert parts(home) == (3, 0, 0)
    assert Event.objects.first().reason.startswith("The director")


@pytest.mark.parametrize(("kind", "refused"), [("supported_accommodation", True), ("carers", False)])
def test_nobody_under_16_in_supported_accommodation_whatever_the_reason(by, child, kind, refused):
    home = HomeFactory(kind=kind, provider__authority=child.authority)
    if not refused:
        actions.place(home, child, on=ON, by=by)
        return
    with pytest.raises(RefusedError, match="Nobody under 16"):
        actions.place(home, child, on=ON, by=by, because="Only for one night.")


def test_what_the_approval_does_not_allow_is_refused(child, by):
    too_old = HomeFactory(provider__authority=child.authority, approval__oldest=4)
    with pytest.raises(RefusedError, match="ages 0 to 4, and the child is 10"):
        actions.place(too_old, child, on=ON, by=by)
    boys = HomeFactory(provider__authority=child.authority, approval__sex="M", approval__sex_reason="Reg. 5")
    with pytest.raises(RefusedError, match="other sex"):
        actions.place(boys, child, on=ON, by=by)
    nothing = HomeFactory(provider__authority=child.authority, approval=None)
    with pytest.raises(RefusedError, match="No approval"):
        actions.place(nothing, child, on=ON, by=by)


def test_stopped_inadequate_and_closed_homes_take_nobody(child, by):
    stopped, poor = (HomeFactory(provider__authority=child.authority) for _ in range(2))
    StopFactory(home=stopped, since=ON)
    InspectionFactory(home=poor, judgement="inadequate")
    closed = HomeFactory(provider__authority=child.authority, closed_on=ON)
    for home, why in ((stopped, "stopped"), (poor, "worst kind"), (closed, "closed")):
        with pytest.raises(RefusedError, match=why):
            actions.place(home, child, on=ON, by=by)


def test_the_last_place_may_be_for_a_sibling_only(child, by):
    home = HomeFactory(provider__authority=child.authority, approval__places=4)
    for _ in range(3):
        PlacementFactory(home=home)
    with pytest.raises(RefusedError, match="only for a brother or sister"):
        actions.place(home, child, on=ON, by=by)
    actions.place(home, child, on=ON, by=by, with_siblings=True)
    assert parts(home) == (4, 0, 0)


def test_brothers_and_sisters_come_together_or_not_at_all(home, by):
    three = [ChildFactory(authority=home.authority) for _ in range(3)]
    with pytest.raises(RefusedError, match="No place"):
        actions.place_together(home, three, on=ON, by=by)
    assert parts(home) == (0, 0, 2)
    actions.place_together(home, three[:2], on=ON, by=by)
    assert parts(home) == (2, 0, 0)


def test_a_place_kept_for_emergencies_is_for_them(child, by):
    home = HomeFactory(provider__authority=child.authority, approval__places=1, approval__for_emergencies=1)
    with pytest.raises(RefusedError, match="kept for emergencies"):
        actions.place(home, child, on=ON, by=by)
    actions.place(home, child, on=ON, by=by, is_emergency=True)


def test_a_held_place_is_used_by_the_child_it_was_for(home, child, by):
    PlacementFactory(home=home)
    held = actions.hold(home, for_whom="R-1", until=timezone.now() + HOUR, by=by, child=child)
    assert parts(home) == (1, 1, 0)
    with pytest.raises(RefusedError, match="held for another child"):
        actions.place(home, ChildFactory(authority=home.authority), on=ON, by=by, hold=held)
    actions.place(home, child, on=ON, by=by, hold=held)
    assert parts(home) == (2, 0, 0)
    assert held.state == "used"


def test_a_hold_is_released_once(home, by):
    held = actions.hold(home, for_whom="R-1", until=timezone.now() + HOUR, by=by)
    actions.release(held, why="Another home was found.", by=by)
    assert parts(home) == (0, 0, 2)
    with pytest.raises(RefusedError, match="over already"):
        actions.release(held, why="", by=by)


def test_a_second_hold_for_the_same_child_or_request_is_refused(home, by):
    actions.hold(home, for_whom="R-1", until=timezone.now() + HOUR, by=by)
    with pytest.raises(RefusedError, match="held here for them already"):
        actions.hold(home, for_whom="R-1", until=timezone.now() + HOUR, by=by)
    assert parts(home) == (0, 1, 1)


def test_a_hold_is_not_made_for_time_gone_by(home, by):
    with pytest.raises(RefusedError, match="still to come"):
        actions.hold(home, for_whom="R-1", until=timezone.now() - HOUR, by=by)


def test_a_hold_whose_time_ran_out_is_no_hold(child, by):
    home = HomeFactory(provider__authority=child.authority, approval__places=1)
    ran_out = HoldFactory(home=home, until=timezone.now() - HOUR)
    assert parts(home) == (0, 0, 1)
    actions.place(home, child, on=ON, by=by)
    ran_out.refresh_from_db()
    assert (ran_out.state, parts(home)) == ("lapsed", (1, 0, 0))
    assert [event.verb for event in Event.objects.all()] == ["child_placed", "hold_lapsed"]


def test_a_short_break_needs_an_end_and_leaves_the_home_as_it_is(home, child, by):
    PlacementFactory(child=child)
    with pytest.raises(RefusedError, match="needs a day by which it ends"):
        actions.place(home, child, on=ON, by=by, is_short_break=True)
    actions.place(home, child, on=ON, by=by, is_short_break=True, expected_until=ON + timedelta(days=2))


def test_only_who_may_place_does(home, child):
    commissioner = officer_of(home.authority, role="commissioner")
    someone = type(commissioner)(user=UserFactory(), authority=home.authority, roles=commissioner.roles)
    with pytest.raises(PermissionDenied):
        actions.place(home, child, on=ON, by=someone)


def test_a_child_known_to_the_desk_stays_known_when_returns_change(authority):
    store(authority)
    home = HomeFactory(provider__authority=authority)
    child = Child.objects.get(reference="100")
    actions.place(home, child, on=ON, by=officer_of(authority))
    store(authority, episodes="CHILD | DECOM\n400 | 01/05/2023")
    assert set(Child.objects.values_list("reference", flat=True)) == {"100", "400"}
