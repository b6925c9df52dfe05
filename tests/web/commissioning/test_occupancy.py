from datetime import date, timedelta

import pytest
from django.utils import timezone

from factories.councils import store_council
from factories.homes import HomeFactory, PlacementFactory, ProviderFactory, StopFactory, TakenPlaceFactory
from factories.people import AuthorityFactory
from sufficiency.analytics.homes.occupancy import Period
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.web.commissioning.analytics import occupancy
from sufficiency.web.homes.models import Home
from sufficiency.web.performance import analytics as scorecard
from web.counting import queries_for

TODAY = timezone.localdate()
JUNE = Period(date(2026, 6, 1), date(2026, 6, 30))


@pytest.fixture
def own(authority):
    return ProviderFactory(authority=authority, kind="own_service")


def test_days_follow_from_approvals_placements_and_stops(own):
    home = HomeFactory(provider=own, kind="childrens_home", approval__places=3)
    PlacementFactory(home=home, started_on=date(2026, 1, 5))
    PlacementFactory(home=home, started_on=date(2026, 5, 1), ended_on=date(2026, 6, 11))
    PlacementFactory(home=home, state="cancelled", started_on=date(2026, 6, 1), ended_on=date(2026, 6, 20))
    StopFactory(home=home, since=date(2026, 6, 21), places=1)
    ((found),) = occupancy.homes_in(Home.objects.all(), JUNE)
    assert (found.days.used, found.days.stopped, found.days.empty) == (30 + 10, 10, 40)


def test_a_closed_home_has_no_places_from_its_closing(own):
    HomeFactory(provider=own, kind="childrens_home", approval__places=2, closed_on=date(2026, 6, 16))
    (found,) = occupancy.homes_in(Home.objects.all(), JUNE)
    assert found.days.place_days == 2 * 15


def test_our_own_carers_places_are_counted_household_by_household(own):
    crowded = HomeFactory(provider=own, approval__places=1)
    HomeFactory(provider=own, approval__places=3)
    HomeFactory(provider=own, kind="connected_carers", approval__places=5)  # relatives are not counted
    for _ in range(2):
        PlacementFactory(home=crowded, taken=TakenPlaceFactory(home=crowded, beyond_because="Brothers"))
    found = occupancy.own_homes(own.authority, CollectionYear.containing(TODAY), TODAY)
    # One over its number in one household fills no place in the other.
    assert (found.approved, found.filled, found.vacant) == (4, 1, 3)


def test_households_that_came_and_went_in_the_year_are_counted(own):
    year = CollectionYear.containing(TODAY)
    HomeFactory(provider=own, approval__starts_on=year.start)
    HomeFactory(provider=own, closed_on=year.start)
    found = occupancy.own_homes(own.authority, year, TODAY)
    assert (found.households_approved, found.households_left) == (1, 1)


def test_a_past_year_is_measured_only_where_the_register_tells_who_left(own):
    home = HomeFactory(provider=own, kind="childrens_home")
    year = CollectionYear.containing(TODAY)
    PlacementFactory(home=home)
    told = {one.period for one in occupancy.measured(own.authority, [year.previous, year, year.next], TODAY)}
    assert told == {year.label}
    PlacementFactory(home=home, started_on=date(2020, 2, 1), ended_on=year.previous.start)
    told = {one.period for one in occupancy.measured(own.authority, [year.previous, year], TODAY)}
    assert told == {year.previous.label, year.label}
    assert occupancy.measured(AuthorityFactory(), [year], TODAY) == []


def test_the_scorecard_has_the_figures_of_the_register(authority, own):
    store_council(authority)
    before = figures(authority)
    assert "Needs the register" in before["home_occupancy"]["not_computed_because"]
    home = HomeFactory(provider=own, kind="childrens_home", approval__places=2)
    PlacementFactory(home=home, started_on=date(2020, 2, 1), ended_on=date(2023, 9, 30))
    after = figures(authority)
    assert (after["home_occupancy"]["numerator"], after["home_occupancy"]["denominator"]) == (182, 732)
    assert after["foster_capacity"]["value"] == 0
    assert after["cla_number"] == before["cla_number"]


def figures(authority):
    made = scorecard.compute(authority)
    return {one["id"]: one for one in made.figures["measures"] if one["period"] == "2023-24"}


def test_the_page_has_the_measures_their_definitions_and_each_home(signed_in, own):
    home = HomeFactory(provider=own, kind="childrens_home", approval__places=2)
    HomeFactory(provider=own, approval__places=2)
    PlacementFactory(home=home, started_on=TODAY - timedelta(days=400))
    browser = signed_in("commissioner")
    page = browser.get("/commissioning/occupancy/")
    text = page.content.decode()
    assert "/scorecard/measures/home_occupancy" in text
    assert "50.0%" in text
    assert page.context["own_homes"].title.endswith("50.0% of place-days used this year")
    assert len(page.context["listing"].rows) == 2
    assert len(browser.get("/commissioning/occupancy/", {"kind": "carers"}).context["listing"].rows) == 1
    assert browser.get("/commissioning/occupancy/", {"whose": "bought"}).context["listing"].rows == []
    assert home.reference in browser.get("/commissioning/occupancy/download/").content.decode()


def test_the_page_asks_the_database_as_often_for_many_homes_as_for_few(signed_in, own):
    browser = signed_in("commissioner")
    HomeFactory(provider=own)
    few = queries_for(browser, "/commissioning/occupancy/")
    for _ in range(6):
        PlacementFactory(home=HomeFactory(provider=own))
    assert queries_for(browser, "/commissioning/occupancy/") == few
