"""What a panel keeps lists of: what goes on agendas by itself, what is picked, and what is amiss."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from factories.groups import GroupFactory, MemberFactory, actor_in
from factories.homes import BareHomeFactory, ProviderFactory
from sufficiency.web.corporate_parenting.group_registers import REGISTERS, homes_to_visit
from sufficiency.web.corporate_parenting.models import (
    Challenge,
    Champion,
    Complaints,
    Improvement,
    RotaHome,
    Theme,
)
from sufficiency.web.corporate_parenting.suppressing import late_share
from sufficiency.web.governance import actions, group_registers as shared
from sufficiency.web.governance.models import PartyConsultation
from sufficiency.web.governance.programme import REVIEW

TODAY = date(2026, 11, 28)


@pytest.fixture
def clerk(authority):
    return actor_in("panel_administrator", authority)


@pytest.fixture
def panel(authority):
    return GroupFactory(authority=authority, kind="corporate_parenting_panel", name="Panel")


def remarks(group, model, *, registers=REGISTERS):
    kept = next(one for one in registers if one.model is model)
    return kept.remarks(group, list(model.objects.filter(group=group)), TODAY)


def rows(panel, model, *given):
    for values in given:
        model.objects.create(authority=panel.authority, group=panel, **values)


def test_each_meeting_has_a_review_of_the_programme_and_the_themes_of_its_month(panel, clerk):  # S-062
    rows(
        panel, Theme,
        {"on": date(2026, 12, 1), "theme": "Health", "by": "The nurse"}, {"on": date(2027, 1, 1), "theme": "Missing"},
    )  # fmt: skip
    meeting = actions.plan(panel, on=date(2026, 12, 10), minutes=120, by=clerk)
    put = [(one.title, one.trigger, one.presented_by, one.origin) for one in meeting.items.all()]
    assert put == [
        ("Health", "Work programme, December 2026", "The nurse", "programme"),
        (REVIEW, "Its terms ask for one at each meeting", "", "programme"),
    ]
    assert Theme.objects.get(theme="Health").meeting == meeting
    assert actions.take_up_programme(meeting, by=clerk) == []
    extra = actions.plan(panel, on=date(2026, 12, 17), minutes=60, by=clerk)
    assert [one.title for one in extra.items.all()] == [REVIEW]


def test_a_theme_that_is_added_later_goes_on_the_agenda_that_is_planned(panel, clerk, signed_in):
    soon = timezone.localdate() + timedelta(days=9)
    meeting = actions.plan(panel, on=soon, minutes=120, by=clerk)
    told = {
        "on": f"{soon:%d/%m/%Y}",
        "theme": "Exclusions",
        "objective": "",
        "by": "",
        "finding": "",
        "meeting": "",
    }
    answer = signed_in("panel_administrator").post(
        reverse("governance:register_add", args=[panel.pk, "programme"]), told
    )
    assert answer.status_code == 302
    assert meeting.items.filter(title="Exclusions", origin="programme").count() == 1


def test_other_groups_review_no_programme(authority, clerk):
    sponsors = GroupFactory(authority=authority)
    assert not actions.plan(sponsors, on=date(2026, 12, 10), minutes=60, by=clerk).items.exists()


def test_members_are_appointed_until_the_next_annual_meeting_and_again_at_it(
    panel, clerk, signed_in
):  # S-060
    seats = [
        actions.give_seat(panel, name=name, place=place, by=clerk, today=TODAY)[0]
        for name, place in (("Ann", "county"), ("Bo", "co_opted"), ("Cy", "facilitator"))
    ]
    assert [seat.appointed_until for seat in seats] == [date(2027, 5, 31), date(2027, 5, 31), None]
    browser = signed_in("panel_administrator")
    assert "Appoint for the next year" in browser.get(panel.get_absolute_url()).content.decode()
    address = reverse("governance:renew", args=[panel.pk])
    assert browser.post(address, {"on": "20/5/2027", "again": [seats[0].pk]}).status_code == 302
    for seat in seats:
        seat.refresh_from_db()
    assert [seat.appointed_until for seat in seats[:2]] == [date(2028, 5, 31), date(2027, 5, 31)]
    assert [seat.served_to for seat in seats] == [None, date(2027, 5, 20), None]
    other = GroupFactory(authority=panel.authority)
    assert "Appoint for the next year" not in browser.get(other.get_absolute_url()).content.decode()


def test_homes_on_the_rota_are_picked_from_the_register(panel, signed_in):  # S-066
    ours, theirs = (
        ProviderFactory(authority=panel.authority),
        ProviderFactory(authority=panel.authority, kind="childrens_home_company"),
    )
    for name, provider, kind, closed in (
        ("Elm House", ours, "childrens_home", None), ("Oak House", ours, "childrens_home", None),
        ("Old House", ours, "childrens_home", TODAY), ("Their House", theirs, "childrens_home", None),
        ("The Smiths", ours, "carers", None),
    ):  # fmt: skip
        BareHomeFactory(provider=provider, name=name, kind=kind, closed_on=closed)
    browser = signed_in("panel_administrator")
    address = reverse("governance:register_add", args=[panel.pk, "homes"])
    assert [one for one, _ in browser.get(address).context["form"].fields["name"].choices] == [
        "",
        "Elm House",
        "Oak House",
    ]
    assert "Select a valid choice" in browser.post(address, {"name": "The Smiths"}).content.decode()
    browser.post(address, {"name": "Elm House"})
    rows(panel, RotaHome, {"name": "Old House"})
    assert remarks(panel, RotaHome) == [
        "Oak House is not on the rota.", "Old House is on the rota and is no open children’s home of ours.",
    ]  # fmt: skip
    assert homes_to_visit(panel) == ["Elm House", "Old House", "Their House"]


def test_where_no_home_is_registered_its_name_is_typed(panel, signed_in):
    address = reverse("governance:register_add", args=[panel.pk, "homes"])
    signed_in("panel_administrator").post(address, {"name": "Elm House"})
    assert RotaHome.objects.get().name == "Elm House"
    assert remarks(panel, RotaHome) == []


def test_complaints_are_told_by_service_and_their_late_share_is_hidden_where_few(panel, signed_in):  # S-086
    fostering = {"service": "Fostering", "on": date(2026, 10, 1)}
    rows(
        panel, Complaints, {**fostering, "answered": 20, "late": 5}, {**fostering, "answered": 20, "late": 5, "stage": "2"},
        {"service": "Leaving care", "on": date(2026, 10, 1), "answered": 9, "late": 2},
    )  # fmt: skip
    assert remarks(panel, Complaints) == [
        "Fostering: 25.0% answered late.",
        "Leaving care: the share answered late is hidden, as it would tell of a few.",
    ]
    assert late_share(0, 0) == "none answered"
    browser = signed_in("panel_administrator")
    address = reverse("governance:register_add", args=[panel.pk, "complaints"])
    told = {"on": "1/10/2026", "service": "Fostering", "stage": "1", "answered": "3", "late": "4", "note": ""}
    assert "More are late than were answered." in browser.post(address, told).content.decode()


def test_a_councillor_who_chairs_sees_no_count_of_complaints(panel, signed_in):
    councillor = signed_in("councillor")
    MemberFactory(group=panel, user=councillor.user, place="county", is_chair=True)
    rows(panel, Complaints, {"service": "Leaving care", "on": TODAY, "answered": 9, "late": 2})
    row = Complaints.objects.get()
    for name, args in (("register", []), ("register_change", [row.pk])):
        page = councillor.get(
            reverse(f"governance:{name}", args=[panel.pk, "complaints", *args])
        ).content.decode()
        assert "Leaving care" in page
        assert 'name="late"' not in page
        assert ">2<" not in page


def test_the_three_areas_of_an_improvement_plan_map_to_items_of_the_business_plan(panel):  # S-070, S-071
    rows(
        panel, Improvement, {"area": "Contextual safeguarding", "plan_item": "2.1"}, {"area": "Missing", "plan_item": "2.2"},
        {"area": "Contact with care leavers"},
    )  # fmt: skip
    assert remarks(panel, Improvement) == [
        "“Contact with care leavers” maps to no item of the business plan."
    ]


def test_each_challenge_has_an_answer_or_is_told(panel):  # S-072
    warned = "Fewer children in care is no aim by itself"
    rows(
        panel,
        Challenge,
        {"text": warned, "on": TODAY},
        {"text": "Why so late?", "on": TODAY, "assurance": "Staff are in post"},
    )
    assert remarks(panel, Challenge) == [f"No answer yet: {warned}"]


def test_districts_without_a_member_are_told(panel):  # S-079
    MemberFactory(group=panel, place="co_opted", area="Tamworth", name="Jo")
    rows(
        panel,
        Champion,
        {"theme": "Tamworth", "is_area": True, "name": "Jo"},
        {"theme": "Moorlands", "is_area": True, "name": "Kim", "on_panel": False},
    )
    told = remarks(panel, Champion)
    assert "No member is from Moorlands." in told
    assert "No member is from Tamworth." not in told


def test_each_political_group_is_shown_as_consulted_or_not(authority):  # L-017
    group = GroupFactory(authority=authority, kind="cross_party_working_group")
    for party in ("Green", "Labour"):
        MemberFactory(group=group, political_group=party)
    rows(group, PartyConsultation, {"political_group": "Green", "about": "Fewer beds", "on": TODAY})
    assert remarks(group, PartyConsultation, registers=shared.REGISTERS) == ["Labour has not been consulted."]
