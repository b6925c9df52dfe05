from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from factories.commissioning import case_at, commissioner_of
from factories.homes import HomeFactory
from factories.people import AuthorityFactory
from sufficiency.analytics.homes.recruitment import Stage
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.roles import ROLES
from sufficiency.web.audit.models import Event
from sufficiency.web.commissioning.actions.recruiting import move_case
from sufficiency.web.commissioning.models import CarerCase, RecruitmentGoal
from sufficiency.web.commissioning.refusals import RefusedError
from sufficiency.web.commissioning.states import SETTING_MOVES, STAGE_MOVES, TONES, SettingState

DAY = date(2026, 6, 1)


def test_every_state_has_its_moves_and_its_look():
    assert set(STAGE_MOVES) == set(Stage)
    assert set(SETTING_MOVES) == set(SettingState)
    assert set(TONES) == {*Stage, *SettingState}


def test_leaving_and_going_back_need_a_reason():
    for here, moves in STAGE_MOVES.items():
        order = list(Stage)
        for there, move in moves.items():
            is_back = there is Stage.LEFT or order.index(there) < order.index(here)
            assert move.needs_reason == is_back


def test_a_household_moves_as_the_table_says_and_each_move_is_recorded(authority):
    case = case_at(authority, ("enquiry", DAY), ("visit", date(2026, 6, 20)))
    assert case.stage == "visit"
    assert [one.stage for one in case.reached.all()] == ["enquiry", "visit"]
    assert Event.objects.filter(verb="carer_case_moved").count() == 1


@pytest.mark.parametrize(
    ("to", "on", "reason", "words"),
    [
        (Stage.APPROVED, DAY, "", "cannot go to approved"),
        (Stage.LEFT, DAY, "", "Say why"),
        (Stage.VISIT, date(2026, 5, 1), "", "on a later day"),
    ],
)
def test_a_move_that_cannot_be_says_why(authority, to, on, reason, words):
    case = case_at(authority, ("enquiry", DAY))
    with pytest.raises(RefusedError, match=words):
        move_case(case, to, on=on, reason=reason, by=commissioner_of(authority))
    assert CarerCase.objects.get().stage == "enquiry"


def test_who_moved_meanwhile_is_not_moved_again(authority):
    case = case_at(authority, ("enquiry", DAY))
    CarerCase.objects.update(stage=Stage.LEFT)
    with pytest.raises(RefusedError, match="meanwhile"):
        move_case(case, Stage.VISIT, on=DAY, by=commissioner_of(authority))


def test_who_may_not_keep_cases_moves_none(signed_in, authority):
    case = case_at(authority, ("enquiry", DAY))
    officer = signed_in("finance_officer").user
    actor = Actor(user=officer, authority=authority, roles=(ROLES["finance_officer"],), name=officer.name)
    with pytest.raises(PermissionDenied):
        move_case(case, Stage.VISIT, on=DAY, by=actor)


def test_an_enquiry_is_written_down_moved_and_shown(signed_in):
    browser = signed_in("commissioner")
    form = {"reference": "F-1", "name": "The Archers", "places": "2", "on": "01/06/2026"}
    kept = browser.post("/commissioning/recruiting/new/", form)
    case = CarerCase.objects.get()
    assert kept.url == case.get_absolute_url()
    moved = browser.post(f"{kept.url}move/", {"to": "visit", "on": "15/06/2026"})
    assert moved.url == kept.url
    page = browser.get(kept.url).content.decode()
    assert "Visit" in page
    refused = browser.post(f"{kept.url}move/", {"to": "left", "on": "16/06/2026"})
    assert refused.status_code == 422
    assert "Say why." in refused.content.decode()
    later = browser.post(f"{kept.url}move/", {"to": "assessment", "on": "16/06/2126"})
    assert "still to come" in later.content.decode()


def test_an_approved_household_can_be_found_in_the_register(signed_in, authority):
    case = case_at(authority, ("enquiry", DAY))
    home = HomeFactory(provider__authority=authority)
    browser = signed_in("commissioner")
    form = {"reference": case.reference, "name": "The Archers", "places": "3", "home": home.pk}
    assert browser.post(f"{case.get_absolute_url()}change/", form).status_code == 302
    assert home.get_absolute_url() in browser.get(case.get_absolute_url()).content.decode()
    case.refresh_from_db()
    assert (case.places, case.stage) == (3, "enquiry")


def test_the_goal_is_a_path_that_places_are_counted_against(signed_in, authority):
    today = timezone.localdate()
    case_at(authority, ("enquiry", today - timedelta(days=40)), ("visit", today - timedelta(days=30)),
            ("assessment", today - timedelta(days=20)), ("panel", today - timedelta(days=10)),
            ("approved", today), places=4)  # fmt: skip
    browser = signed_in("commissioner")
    assert b"No goal for more places is set yet." in browser.get("/commissioning/recruiting/").content
    year = today.year + (today.month >= 4)
    sent = {"first_year": year, "each_year": "6, 10, 20, 20", "at_least": "55"}
    assert browser.post("/commissioning/recruiting/goal/", sent).status_code == 302
    page = browser.get("/commissioning/recruiting/").content.decode()
    assert "4 of at least 55 more places; the path wants 6" in page
    assert "The years add up to 56" in page
    wrong = browser.post("/commissioning/recruiting/goal/", {**sent, "each_year": "six"})
    assert "whole numbers parted by commas" in wrong.content.decode()
    browser.post("/commissioning/recruiting/goal/", {**sent, "each_year": "1, 2", "at_least": "3"})
    assert RecruitmentGoal.objects.get().in_plain().each_year == (1, 2)


def test_households_are_narrowed_by_stage_and_name(signed_in, authority):
    case_at(authority, ("enquiry", DAY), name="Archer")
    case_at(authority, ("enquiry", DAY), ("visit", DAY), name="Baines")
    browser = signed_in("team_manager")

    def names(**asked):
        return [
            row[0].value for row in browser.get("/commissioning/recruiting/", asked).context["listing"].rows
        ]

    assert len(names()) == 2
    assert names(stage="visit")[0].endswith("Baines")
    assert names(name="arch")[0].endswith("Archer")
    assert names(stage="no such") == []


def test_the_download_holds_days_and_no_names(signed_in, authority):
    case_at(authority, ("enquiry", DAY), name="Archer")
    text = signed_in("commissioner").get("/commissioning/recruiting/download/").content.decode()
    assert "2026-06-01" in text
    assert "Archer" not in text


def test_households_of_another_authority_are_not_there(signed_in):
    other = case_at(AuthorityFactory(), ("enquiry", DAY))
    assert signed_in("commissioner").get(other.get_absolute_url()).status_code == 404
