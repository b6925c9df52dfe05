from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from factories.children import ChildFactory
from factories.homes import (
    BareHomeFactory,
    HoldFactory,
    HomeFactory,
    InspectionFactory,
    OfferFactory,
    PlacementFactory,
    ProviderFactory,
    StopFactory,
)
from factories.people import AuthorityFactory
from sufficiency.web.audit.models import Event
from sufficiency.web.homes.models import Approval, Home, Placement, Provider, Stop
from web.counting import queries_for

pytestmark = pytest.mark.django_db


def register(browser, **asked):
    page = browser.get("/homes/", asked)
    assert page.status_code == 200
    return [row[0].value for row in page.context["listing"].rows]


def test_an_empty_register_says_what_to_do(signed_in):
    page = signed_in("placement_officer").get("/homes/").content.decode()
    assert "No home is in the register yet" in page
    assert "Add a home" in page


def test_the_register_says_what_is_free_and_draws_the_places(signed_in, home):
    PlacementFactory(home=home)
    HoldFactory(home=home)
    page = signed_in("placement_officer").get("/homes/").content.decode()
    assert "1 place is free tonight in 1 home, where 1 child lives." in page
    assert '<span class="places" aria-hidden="true">■◧□</span>' in page
    assert "1 child, 1 held, 1 free" in page
    assert "H-207" in page


def test_another_authoritys_homes_are_not_seen(signed_in, home):
    other = signed_in("placement_officer", at=AuthorityFactory())
    assert other.get("/homes/").context["homes"] == 0
    assert other.get(home.get_absolute_url()).status_code == 404
    assert other.post(reverse("homes:close", args=[home.pk]), {"day": "01/01/2026"}).status_code == 404


def test_sums_on_the_page_follow_from_the_rows(signed_in, authority):
    provider = ProviderFactory(authority=authority)
    for places in (1, 2, 3):
        home = HomeFactory(provider=provider, approval__places=places)
        PlacementFactory(home=home)
    StopFactory(home=home)
    page = signed_in("commissioner").get("/homes/")
    rows = page.context["listing"].rows
    assert page.context["all"].free == sum(row[5] for row in rows) == 1
    *kinds, everything = page.context["free"].rows
    assert [sum(column) for column in zip(*(row[1:] for row in kinds), strict=True)] == everything[1:]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["A", "B"]),
        ({"search": "elm"}, ["A"]),
        ({"search": "oak"}, ["B"]),
        ({"search": "SC9"}, ["B"]),
        ({"kind": "childrens_home"}, ["B"]),
        ({"run_by": "fostering_agency"}, []),
        ({"free": "any"}, ["A"]),
        ({"free": "siblings"}, ["A"]),
        ({"free": "emergency"}, ["A"]),
        ({"age": "12"}, ["B"]),
        ({"age": "4", "free": "any"}, ["A"]),
        ({"skill": "babies"}, ["A"]),
        ({"language": "pol"}, ["A"]),
        ({"confirmed": "7"}, ["B"]),
        ({"confirmed": "old"}, ["A"]),
        ({"state": "concern"}, ["B"]),
        ({"state": "closed"}, ["Z"]),
        ({"state": "all"}, ["A", "B", "Z"]),
        ({"sort": "-reference"}, ["B", "A"]),
        ({"kind": "palace"}, []),
    ],
)
def test_filters_find_what_they_say(signed_in, authority, asked, found):
    ours = ProviderFactory(authority=authority, name="Ours")
    one = HomeFactory(provider=ours, reference="A", name="Elm", approval__oldest=10)
    OfferFactory(home=one)
    OfferFactory(home=one, theme="language", name="Polish")
    two = HomeFactory(
        provider=ProviderFactory(authority=authority, name="Oakfield", kind="childrens_home_company"),
        reference="B", name="Fir", kind="childrens_home", ofsted_number="SC900001", approval__places=1,
        approval__youngest=8, confirmed_at=timezone.now(),
    )  # fmt: skip
    PlacementFactory(home=two)
    InspectionFactory(home=two, judgement="inadequate")
    HomeFactory(provider=ours, reference="Z", name="Ash", closed_on=date(2026, 1, 1))
    assert register(signed_in("placement_officer"), **asked) == found


def test_the_register_asks_the_database_as_often_for_one_home_as_for_many(signed_in, authority):
    browser, provider = signed_in("placement_officer"), ProviderFactory(authority=authority)
    PlacementFactory(home=HomeFactory(provider=provider))
    few = queries_for(browser, "/homes/", free="any")
    for _ in range(12):
        PlacementFactory(home=HomeFactory(provider=provider))
    assert queries_for(browser, "/homes/", free="any") == few <= 20


def test_a_home_shows_what_is_known_and_covers_where_it_is(signed_in, home):
    InspectionFactory(home=home, judgement="good")
    OfferFactory(home=home, name="challenging_behaviour")
    page = signed_in("placement_officer").get(home.get_absolute_url()).content.decode()
    for words in ("Alderbank household", "3 free", "Challenging behaviour", "covered", "1 approval since"):
        assert words in page
    assert "CB1 1AA" not in page


def test_the_postcode_is_uncovered_with_a_reason_and_recorded(signed_in, home):
    browser, address = signed_in("social_worker"), reverse("homes:address", args=[home.pk])
    assert "CB1 1AA" not in browser.post(address, {"reason": ""}).content.decode()
    assert "CB1 1AA" in browser.post(address, {"reason": "Driving a child there"}).content.decode()
    event = Event.objects.filter(verb="home_address_seen").get()
    assert (event.subject, event.reason) == ("H-207", "Driving a child there")


def test_children_are_listed_for_those_who_see_children_and_each_look_is_recorded(signed_in, home):
    child = ChildFactory(authority=home.authority, reference="C-77", is_live=True)
    PlacementFactory(home=home, child=child)
    before = ChildFactory(authority=home.authority, reference="C-12", is_live=True)
    PlacementFactory(home=home, child=before, ended_on=date(2026, 2, 1))
    page = signed_in("placement_officer").get(home.get_absolute_url()).content.decode()
    assert "Child C-77" in page
    assert "Child C-12" in page
    looks = Event.objects.filter(verb="home_children_seen").values_list("child", "subject")
    assert set(looks) == {("C-77", "H-207"), ("C-12", "H-207")}
    theirs = signed_in("commissioner").get(home.get_absolute_url()).content.decode()
    assert "C-77" not in theirs
    assert "1 child" in theirs


@pytest.mark.parametrize("why", ["inadequate", "stopped"])
def test_a_home_of_concern_shows_every_child_there(signed_in, home, why):
    PlacementFactory(home=home, child=ChildFactory(authority=home.authority, reference="C-77", is_live=True))
    _ = StopFactory(home=home) if why == "stopped" else InspectionFactory(home=home, judgement="inadequate")
    officer = signed_in("placement_officer")
    assert (
        "Every child who lives here is listed below" in officer.get(home.get_absolute_url()).content.decode()
    )
    page = officer.get("/homes/of-concern/").content.decode()
    assert "1 child lives in 1 such home" in page
    assert "Child C-77" in page
    theirs = signed_in("commissioner").get(home.get_absolute_url()).content.decode()
    assert "1 child live here" in theirs or "1 child" in theirs
    assert "C-77" not in theirs


def test_a_home_is_added_with_provider_and_approval(signed_in, authority):
    browser = signed_in("commissioner")
    answer = browser.post("/homes/providers/new/", {"name": "Fenmarch", "kind": "fostering_agency"})
    provider = Provider.objects.get()
    assert answer.url == provider.get_absolute_url()
    told = {
        "reference": "A-1", "name": "Reedfen household", "kind": "carers", "provider": provider.pk,
        "registration": "not_needed", "postcode": "cb11aa", "skills": ["babies"], "languages": "polish, Arabic",
        "has_pets": "unknown",
    }  # fmt: skip
    browser.post("/homes/new/", told)
    home = Home.objects.get()
    assert (home.postcode, home.placement_kind, home.authority) == ("CB1 1AA", "agency_fostering", authority)
    assert [one.in_words for one in home.offers.all()] == ["Arabic", "Polish", "Babies"]
    browser.post(
        reverse("homes:add_approval", args=[home.pk]),
        {"starts_on": "01/02/2026", "places": 2, "youngest": 0, "oldest": 11, "for_siblings": 0,
         "for_emergencies": 0, "beyond_limit": 0},
    )  # fmt: skip
    assert str(Approval.objects.get()) == "2 places from 01/02/2026"
    verbs = list(Event.objects.filter(subject_type__in=["home", "provider"]).values_list("verb", flat=True))
    assert verbs == ["approval_kept", "home_kept", "provider_kept"]


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"starts_on": "01/01/2021"}, "another approval holds"),
        ({"ends_on": "31/12/2018"}, "ends before it starts"),
        ({"youngest": 12, "oldest": 4}, "from the younger to the older"),
        ({"sex": "F"}, "Say why taking one sex only is lawful"),
        ({"beyond_limit": 1}, "Say who gave the exemption"),
        ({"for_siblings": 3}, "More places are kept"),
    ],
)
def test_an_approval_that_cannot_be_is_refused_with_the_reason(signed_in, home, told, why):
    given = {"starts_on": "01/01/2019", "ends_on": "01/06/2019", "places": 2, "youngest": 0, "oldest": 11,
             "for_siblings": 0, "for_emergencies": 0, "beyond_limit": 0, **told}  # fmt: skip
    if "starts_on" in told:
        given["ends_on"] = ""
    page = signed_in("placement_officer").post(reverse("homes:add_approval", args=[home.pk]), given)
    assert page.status_code == 422
    assert why in page.content.decode()
    assert home.approvals.count() == 1


def test_a_stop_is_set_and_lifted(signed_in, home):
    browser = signed_in("placement_officer")
    today = timezone.localdate()
    browser.post(
        reverse("homes:stop", args=[home.pk]), {"since": f"{today:%d/%m/%Y}", "reason": "Building work"}
    )
    assert browser.get("/homes/").context["all"].stopped == 3
    browser.post(reverse("homes:lift", args=[home.pk, Stop.objects.get().pk]), {"why": "Done"})
    assert browser.get("/homes/").context["all"].free == 3


def test_a_child_is_placed_held_for_and_leaves_by_the_pages(signed_in, home):
    browser = signed_in("placement_officer")
    ChildFactory(authority=home.authority, reference="C-1", born=date(2015, 5, 5))
    tomorrow = timezone.localdate() + timedelta(days=1)
    held = {"for_whom": "C-1", "day": f"{tomorrow:%d/%m/%Y}", "time": "17:00"}
    assert browser.post(reverse("homes:hold", args=[home.pk]), held).status_code == 302
    placed = {"child": "C-1", "on": "01/06/2026", "place_code": "U6"}
    assert browser.post(reverse("homes:place", args=[home.pk]), placed).status_code == 302
    assert browser.get("/homes/").context["all"].children == 1
    assert browser.get("/homes/").context["all"].held == 0
    end = reverse("homes:end", args=[home.pk, Placement.objects.get().pk])
    assert "cancel it instead" in browser.get(end).content.decode()
    assert browser.post(end, {"on": "01/07/2026"}).status_code == 302
    assert browser.get("/homes/").context["all"].free == 3


def test_a_refusal_stands_on_the_page_and_nothing_is_lost(signed_in, home):
    browser = signed_in("placement_officer")
    ChildFactory(authority=home.authority, reference="C-1", born=date(2000, 5, 5))
    page = browser.post(
        reverse("homes:place", args=[home.pk]), {"child": "C-1", "on": "01/06/2026", "place_code": "U6"}
    )
    assert page.status_code == 422
    assert "approved for ages 0 to 17, and the child is 26" in page.content.decode()
    assert 'value="C-1"' in page.content.decode()
    unknown = browser.post(reverse("homes:place", args=[home.pk]), {"child": "nobody", "on": "01/06/2026"})
    assert "No child has this reference" in unknown.content.decode()


def test_a_child_no_return_knows_is_added(signed_in):
    answer = signed_in("placement_officer").post(
        "/homes/add-a-child/", {"reference": "NEW-1", "born": "01/02/2015"}
    )
    assert answer.status_code == 302
    assert Event.objects.filter(verb="child_added", child="NEW-1").exists()


def test_a_home_closes_only_when_nobody_lives_there(signed_in, home):
    browser, close = signed_in("commissioner"), reverse("homes:close", args=[home.pk])
    placement = PlacementFactory(home=home)
    assert "Children live there" in browser.post(close, {"day": "01/06/2026"}).content.decode()
    Placement.objects.update(state="ended", ended_on=date(2026, 3, 3), taken=None)
    placement.taken.delete()
    assert browser.post(close, {"day": "01/06/2026"}).status_code == 302
    assert register(browser) == []


def test_a_provider_shows_its_homes(signed_in, home):
    page = signed_in("finance_officer").get(home.provider.get_absolute_url()).content.decode()
    assert "H-207" in page
    assert "Change this provider" not in page


def test_a_home_without_an_approval_has_a_page(signed_in, authority):
    bare = BareHomeFactory(provider__authority=authority)
    assert (
        "no approval is in force"
        in signed_in("placement_officer").get(bare.get_absolute_url()).content.decode()
    )
