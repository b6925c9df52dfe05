from datetime import timedelta

import pytest
from django.utils import timezone

from factories.children import ChildFactory
from factories.commissioning import (
    HostedChildFactory,
    RiskListingFactory,
    UnregisteredSettingFactory,
    VisitFactory,
    commissioner_of,
)
from factories.homes import HomeFactory, InspectionFactory, PlacementFactory, ProviderFactory, StopFactory
from factories.people import AuthorityFactory
from sufficiency.web.audit.models import Event
from sufficiency.web.commissioning.actions import hosting, oversight as actions
from sufficiency.web.commissioning.analytics import oversight as watched
from sufficiency.web.commissioning.models import (
    HostedChild,
    HostNotice,
    Look,
    RiskListing,
    UnregisteredSetting,
    Visit,
)
from sufficiency.web.commissioning.refusals import RefusedError
from sufficiency.web.commissioning.today import about_contracts, about_oversight

TODAY = timezone.localdate()


def ago(days):
    return TODAY - timedelta(days=days)


def typed(day):
    return f"{day:%d/%m/%Y}"


@pytest.fixture
def company(authority):
    return ProviderFactory(authority=authority, kind="supported_accommodation_company", name="Quay")


@pytest.fixture
def setting(company):
    home = HomeFactory(provider=company, kind="unregistered")
    return UnregisteredSettingFactory(home=home, began_on=ago(20))


def child_of(authority, age):
    born = TODAY.replace(year=TODAY.year - age, day=1)
    return ChildFactory(authority=authority, is_live=True, born=born)


def test_a_home_judged_inadequate_or_stopped_shows_every_child_there(signed_in, authority):
    provider = ProviderFactory(authority=authority, kind="childrens_home_company")
    bad, stopped, good = (HomeFactory(provider=provider, kind="childrens_home") for _ in range(3))
    InspectionFactory(home=bad, judgement="inadequate", inspected_on=ago(9))
    StopFactory(home=stopped)
    there = [PlacementFactory(home=home) for home in (bad, bad, stopped, good)]
    PlacementFactory(home=bad, ended_on=ago(1))
    found = watched.concerns(authority, TODAY)
    assert [(one.home, one.why) for one in found] == [
        (bad, "Judged inadequate"),
        (stopped, "Placing is stopped"),
    ]
    assert [len(one.children) for one in found] == [2, 1]
    officer = signed_in("placement_officer").get("/commissioning/oversight/").content.decode()
    assert there[0].child.reference in officer
    assert there[3].child.reference not in officer
    # A commissioner answers for homes but may not see children's records.
    commissioner = signed_in("commissioner").get("/commissioning/oversight/").content.decode()
    assert there[0].child.reference not in commissioner
    assert "a child" in commissioner
    assert Event.objects.filter(verb="oversight_seen").count() == 2


def test_an_inspection_that_was_bettered_is_no_concern_any_more(authority):
    home = HomeFactory(provider__authority=authority, kind="childrens_home")
    InspectionFactory(home=home, judgement="inadequate", inspected_on=ago(90))
    InspectionFactory(home=home, judgement="good", inspected_on=ago(9))
    assert watched.concerns(authority, TODAY) == []


def test_supported_accommodation_is_registered_or_not_and_not_known_is_never_lawful(
    signed_in, authority, company
):
    for standing in ("registered", "applied", "not_registered", "not_known"):
        HomeFactory(provider=company, kind="supported_accommodation", registration=standing)
    found = watched.settings_16_plus(authority, TODAY)
    assert [one.lawful for one in found] == [False, None, True, True]
    page = signed_in("reviewing_officer").get("/commissioning/oversight/registration/").content.decode()
    assert "1 setting may not take 16 and 17 year olds; of 1 it could not be told" in page


def test_nobody_under_16_lives_there_and_an_unknown_age_is_said(signed_in, authority, company):
    home = HomeFactory(provider=company, kind="supported_accommodation")
    young, old = child_of(authority, 15), child_of(authority, 17)
    unknown = ChildFactory(authority=authority, is_live=True, born=None)
    for child in (young, old, unknown):
        PlacementFactory(home=home, child=child)
    found = {one.child: is_young for one, is_young in watched.too_young_there(authority, TODAY)}
    assert found == {young: True, unknown: None}
    page = signed_in("placement_officer").get("/commissioning/oversight/registration/").content.decode()
    assert young.reference in page
    assert old.reference not in page


def test_an_unregistered_setting_is_written_down_and_followed_to_its_end(signed_in, authority, company):
    home, child = HomeFactory(provider=company, kind="unregistered"), child_of(authority, 17)
    browser = signed_in("placement_officer")
    form = {"reference": "U-1", "reference_of_child": child.reference, "home": home.pk,
            "began_on": typed(ago(5)), "why": "Nobody had a place."}  # fmt: skip
    begun = browser.post("/commissioning/oversight/unregistered/new/", form)
    one = UnregisteredSetting.objects.get()
    assert begun.url == one.get_absolute_url()
    page = browser.get(begun.url)
    assert {step.label for step in page.context["steps"] if "overdue" in step.detail} == {
        "Name an owner", "Look at the child and the way out", "Plan the exit",
        "Director’s approval with the key decision on file",
    }  # fmt: skip
    browser.post(
        f"{begun.url}plan/", {"owner": "Tom", "exit_plan": "A home in May", "exit_planned_on": typed(ago(1))}
    )
    browser.post(
        f"{begun.url}approve/", {"approved_by": "D", "approved_on": typed(ago(1)), "key_decision": "KD-1"}
    )
    browser.post(f"{begun.url}look/", {"on": typed(TODAY), "text": "Well.", "saw_child": "on"})
    browser.post(f"{begun.url}escalate/", {"on": typed(TODAY), "to": "Director", "answer": "Go on."})
    steps = browser.get(begun.url).context["steps"]
    assert not [step.label for step in steps if "overdue" in step.detail]
    left = browser.post(f"{begun.url}leave/", {"on": typed(TODAY), "why": "To a registered home."})
    assert left.status_code == 302
    one.refresh_from_db()
    assert (one.state, one.ended_on) == ("left", TODAY)
    assert b"Write down today" not in browser.get(begun.url).content
    verbs = set(Event.objects.filter(subject="U-1").values_list("verb", flat=True))
    assert verbs >= {"setting_begun", "setting_planned", "setting_approved", "setting_looked_at",
                     "setting_escalated", "setting_left"}  # fmt: skip
    assert set(Event.objects.filter(subject="U-1").values_list("child", flat=True)) == {child.reference}


@pytest.mark.parametrize(
    ("page", "sent", "words"),
    [
        ("approve", {"approved_by": "D", "approved_on": "01/11/2026"}, "This field is required."),
        ("plan", {"owner": "Tom", "exit_plan": "A home"}, "or neither"),
        ("look", {"on": "01/01/2020", "text": "Well."}, "was not there yet"),
        ("look", {"on": "01/01/2126", "text": "Well."}, "still to come"),
        ("leave", {"on": "01/01/2020", "why": "Home"}, "must not be before the first day there"),
    ],
)
def test_what_cannot_be_about_a_setting_is_refused_with_the_reason(signed_in, setting, page, sent, words):
    answer = signed_in("team_manager").post(f"{setting.get_absolute_url()}{page}/", sent)
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_nothing_is_added_once_the_child_has_left(authority, setting):
    by = commissioner_of(authority)
    actions.leave(setting, on=TODAY, why="To a home.", by=by)
    with pytest.raises(RefusedError, match="has left this setting"):
        actions.look(setting, on=TODAY, text="x", saw_child=False, by=by)
    with pytest.raises(RefusedError, match="left already"):
        actions.leave(setting, on=TODAY, why="Again.", by=by)
    assert not Look.objects.exists()


def test_a_child_that_is_not_known_is_not_made_up(signed_in, company):
    home = HomeFactory(provider=company, kind="unregistered")
    form = {
        "reference": "U-1",
        "reference_of_child": "nobody",
        "home": home.pk,
        "began_on": typed(TODAY),
        "why": "x",
    }
    answer = signed_in("team_manager").post("/commissioning/oversight/unregistered/new/", form)
    assert "No child has this reference here." in answer.content.decode()


def test_a_placement_without_a_key_decision_is_listed(signed_in, authority, company, setting):
    home = HomeFactory(provider=company, kind="unregistered")
    unwritten = PlacementFactory(home=home)
    PlacementFactory(home=setting.home, child=setting.child)
    assert watched.not_written_down(authority) == [unwritten]
    page = signed_in("team_manager").get("/commissioning/oversight/").content.decode()
    assert "about whom nothing is written down" in page


def test_months_without_a_visit_are_gaps_and_a_visit_closes_one(signed_in, authority):
    own = ProviderFactory(authority=authority, kind="own_service")
    home = HomeFactory(provider=own, kind="childrens_home", opened_on=ago(4000))
    last_month = TODAY.replace(day=1) - timedelta(days=1)
    before = watched.gaps(watched.visits(authority, TODAY))
    assert before == 6
    browser = signed_in("team_manager")
    form = {
        "home": home.pk,
        "kind": "reg44",
        "on": typed(last_month),
        "visitor": "Ivy",
        "member": "Cllr Okafor",
    }
    assert browser.post("/commissioning/oversight/visits/new/", form).status_code == 302
    assert watched.gaps(watched.visits(authority, TODAY)) == before - 1
    page = browser.get("/commissioning/oversight/visits/").content.decode()
    assert "Cllr Okafor" in page
    again = browser.post("/commissioning/oversight/visits/new/", form)
    assert "This visit is written down already." in again.content.decode()
    assert Visit.objects.count() == 1


def test_inspections_are_expected_from_the_last_and_its_outcome(signed_in, authority, company):
    never = HomeFactory(provider=company, kind="childrens_home")
    strong = HomeFactory(provider=company, kind="supported_accommodation")
    InspectionFactory(home=strong, judgement="consistently_strong", inspected_on=ago(400))
    HomeFactory(provider=company, kind="carers")
    found = watched.inspections(authority, TODAY)
    assert [(one.home, one.next.standing.value) for one in found] == [
        (never, "could not be told"),
        (strong, "due"),
    ]
    assert (
        b"Could not be told" in signed_in("team_manager").get("/commissioning/oversight/inspections/").content
    )


def test_the_host_authority_is_to_be_told_once(signed_in, authority):
    provider = ProviderFactory(authority=authority, kind="childrens_home_company")
    outside = HomeFactory(provider=provider, kind="childrens_home", is_inside=False)
    inside = HomeFactory(provider=provider, kind="childrens_home", is_inside=True)
    late, _ = PlacementFactory(home=outside, started_on=ago(30)), PlacementFactory(home=inside)
    assert [watched.is_overdue(one.notice) for one in watched.away(authority, TODAY)] == [True]
    browser = signed_in("placement_officer")
    tell = f"/commissioning/oversight/elsewhere/{late.pk}/told/"
    assert tell in browser.get("/commissioning/oversight/elsewhere/").content.decode()
    browser.post(tell, {"told_on": typed(ago(29)), "told_whom": "Northshire, duty desk"})
    assert [one.notice.standing.value for one in watched.away(authority, TODAY)] == ["done in time"]
    with pytest.raises(RefusedError, match="already"):
        hosting.tell_host(late, told_on=TODAY, told_whom="x", by=commissioner_of(authority))
    assert HostNotice.objects.count() == 1


def test_children_of_other_authorities_are_noted_without_a_name_and_leave(signed_in):
    browser = signed_in("placement_officer")
    form = {"placing_authority": "Northshire", "their_reference": "77", "came_on": typed(ago(9)),
            "told_on": typed(ago(8)), "born_in": "2012"}  # fmt: skip
    assert browser.post("/commissioning/oversight/hosted/new/", form).status_code == 302
    hosted = HostedChild.objects.get()
    assert "Northshire" in browser.get("/commissioning/oversight/hosted/").content.decode()
    again = browser.post("/commissioning/oversight/hosted/new/", form)
    assert "is noted already" in again.content.decode()
    left = f"/commissioning/oversight/hosted/{hosted.pk}/left/"
    assert "must not be before" in browser.post(left, {"on": typed(ago(30))}).content.decode()
    assert browser.post(left, {"on": typed(TODAY)}).status_code == 302
    assert b"No notice of another authority" in browser.get("/commissioning/oversight/hosted/").content


def test_children_at_risk_are_listed_reviewed_and_taken_off(signed_in, authority):
    child = child_of(authority, 15)
    browser = signed_in("team_manager")
    form = {"reference_of_child": child.reference, "risk": "criminal", "since": typed(ago(40)),
            "review_on": typed(ago(10)), "owner": "Tom", "doing": "Plan."}  # fmt: skip
    assert browser.post("/commissioning/oversight/at-risk/new/", form).status_code == 302
    listed = RiskListing.objects.get()
    page = browser.get("/commissioning/oversight/at-risk/").content.decode()
    assert "1 should have been looked at again by now" in page.replace("of whom ", "")
    twice = browser.post("/commissioning/oversight/at-risk/new/", form)
    assert "listed for this risk already" in twice.content.decode()
    later = {"review_on": typed(TODAY + timedelta(days=30)), "owner": "Tom", "doing": "Going well."}
    browser.post(f"/commissioning/oversight/at-risk/{listed.pk}/", later)
    off = f"/commissioning/oversight/at-risk/{listed.pk}/off/"
    assert browser.post(off, {"on": typed(TODAY), "why": "Safe."}).status_code == 302
    assert browser.get(off).status_code == 404
    assert b"Nobody is on the list." in browser.get("/commissioning/oversight/at-risk/").content


def test_today_asks_for_a_look_every_day_and_names_what_is_overdue(authority, setting):
    officer = commissioner_of(authority, "placement_officer")
    RiskListingFactory(authority=authority, review_on=ago(3))
    texts = [item.text for item in about_oversight(officer, now=timezone.localtime())]
    assert texts[0] == f"Look at the child in unregistered setting {setting.reference}"
    assert texts[1] == f"Unregistered setting {setting.reference}: 5 things overdue"
    assert "1 child at risk to be looked at again" in texts
    actions.look(setting, on=TODAY, text="Well.", saw_child=True, by=officer)
    texts = [item.text for item in about_oversight(officer, now=timezone.localtime())]
    assert texts[0] == f"Unregistered setting {setting.reference}: 4 things overdue"
    assert about_oversight(commissioner_of(authority, "analyst"), now=timezone.localtime()) == []
    assert about_contracts(officer, now=timezone.localtime()) == []


def test_nothing_of_another_authority_is_seen(signed_in):
    other = AuthorityFactory()
    theirs = UnregisteredSettingFactory(home__provider__authority=other)
    VisitFactory(home__provider__authority=other), HostedChildFactory(authority=other)
    RiskListingFactory(authority=other)
    browser = signed_in("team_manager")
    assert browser.get(theirs.get_absolute_url()).status_code == 404
    assert browser.get("/commissioning/oversight/").context["settings"] is None
    assert browser.get("/commissioning/oversight/hosted/").context["page"].paginator.count == 0
    assert browser.get("/commissioning/oversight/visits/").context["page"].paginator.count == 0
    assert browser.get("/commissioning/oversight/at-risk/").context["found"] == []
