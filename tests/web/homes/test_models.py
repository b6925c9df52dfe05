"""What the database refuses, on either kind."""

from datetime import date, timedelta

import pytest
from django.db import DataError, IntegrityError, connection, transaction

from factories.children import ChildFactory
from factories.homes import (
    ApprovalFactory,
    HoldFactory,
    HomeFactory,
    PlacementFactory,
    ProviderFactory,
    StopFactory,
    TakenPlaceFactory,
)
from sufficiency.web.homes import triggers

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
SPRING = date(2026, 3, 1)


def refused(make, because):
    with pytest.raises((IntegrityError, DataError), match=because), transaction.atomic():
        make()


def test_an_approval_may_follow_another_on_the_day_it_ends():
    home = HomeFactory(approval__ends_on=SPRING)
    ApprovalFactory(home=home, starts_on=SPRING)


@pytest.mark.parametrize("starts", [SPRING - DAY, date(2019, 1, 1)])
def test_approvals_of_a_home_do_not_overlap(starts):
    home = HomeFactory(approval__ends_on=SPRING)
    refused(lambda: ApprovalFactory(home=home, starts_on=starts), triggers.OVERLAPPING_APPROVALS)


def test_an_approval_is_not_moved_over_another():
    home = HomeFactory(approval__ends_on=SPRING)
    later = ApprovalFactory(home=home, starts_on=SPRING)
    later.starts_on = SPRING - DAY
    refused(later.save, triggers.OVERLAPPING_APPROVALS)


def test_approvals_of_different_homes_have_nothing_to_do_with_each_other():
    HomeFactory()
    HomeFactory()


@pytest.mark.parametrize(
    "wrong",
    [
        {"ends_on": date(2020, 1, 1)},
        {"youngest": 9, "oldest": 8},
        {"oldest": 30},
        {"sex": "F"},
        {"beyond_limit": 1},
        {"places": 2, "for_siblings": 2, "for_emergencies": 1},
    ],
)
def test_an_approval_that_makes_no_sense_is_refused(wrong):
    home = HomeFactory(approval=None)
    refused(lambda: ApprovalFactory(home=home, **wrong), "constraint")


def test_approved_places_never_sink_below_the_children_there():
    home = HomeFactory(approval__places=2)
    PlacementFactory(home=home)
    PlacementFactory(home=home)
    approval = home.approvals.get()
    approval.places = 1
    refused(approval.save, triggers.TOO_FEW_PLACES)


def test_a_place_beyond_the_approval_needs_a_reason():
    home = HomeFactory(approval__places=1)
    TakenPlaceFactory(home=home)
    refused(lambda: TakenPlaceFactory(home=home), triggers.BEYOND_APPROVAL)
    TakenPlaceFactory(home=home, beyond_because="The director agreed: brothers stay together.")


def test_a_place_is_taken_once():
    home = HomeFactory()
    TakenPlaceFactory(home=home, number=1)
    refused(lambda: TakenPlaceFactory(home=home, number=1), "a_place_is_taken_once|UNIQUE")


def test_a_child_lives_in_one_home_at_a_time():
    child = ChildFactory()
    PlacementFactory(child=child, home__provider__authority=child.authority)
    refused(lambda: PlacementFactory(child=child), "a_child_lives_in_one_home|placements_of_a_child|UNIQUE")


def test_a_child_was_in_one_home_at_a_time():
    child = ChildFactory()
    PlacementFactory(child=child, started_on=SPRING, ended_on=SPRING + 9 * DAY)
    PlacementFactory(child=child, started_on=SPRING + 9 * DAY, ended_on=SPRING + 10 * DAY)
    refused(
        lambda: PlacementFactory(child=child, started_on=SPRING + 8 * DAY, ended_on=SPRING + 20 * DAY),
        triggers.OVERLAPPING_PLACEMENTS,
    )


def test_a_short_break_may_lie_within_a_placement_and_needs_an_end():
    child = ChildFactory()
    PlacementFactory(child=child)
    PlacementFactory(child=child, is_short_break=True, expected_until=SPRING)
    refused(lambda: PlacementFactory(child=child, is_short_break=True), "a_short_break_has_an_end")


def test_ends_do_not_come_before_starts():
    refused(lambda: PlacementFactory(started_on=SPRING, ended_on=SPRING - DAY), "ends_after_it_starts|range")
    refused(lambda: StopFactory(since=SPRING, until=SPRING - DAY), "a_stop_ends_after_it_begins")
    refused(lambda: HomeFactory(opened_on=SPRING, closed_on=SPRING - DAY), "a_home_closes_after_it_opens")


def test_nobody_is_held_two_places_in_one_home():
    hold = HoldFactory(for_whom="R-1041")
    refused(lambda: HoldFactory(home=hold.home, for_whom="R-1041"), "one_hold_a_home_for_each|UNIQUE")


def test_a_stop_says_why():
    refused(lambda: StopFactory(reason=""), "a_stop_has_a_reason")


def test_a_provider_is_listed_once_whatever_its_letters():
    provider = ProviderFactory(name="Oak Fostering")
    refused(lambda: ProviderFactory(authority=provider.authority, name="OAK fostering"), "listed_once|UNIQUE")
    ProviderFactory(name="Oak Fostering")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps triggers when tables are altered")
def test_the_triggers_are_there():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'homes_%'"
        )
        assert cursor.fetchone() == (2 * len(triggers._SQLITE),)
