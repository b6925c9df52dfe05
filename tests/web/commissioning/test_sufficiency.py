from datetime import date

import pytest
from django.utils import timezone

from factories.children import store
from factories.commissioning import ContractFactory, HostedChildFactory
from factories.homes import HomeFactory, OfferFactory, PlacementFactory, ProviderFactory
from factories.people import AuthorityFactory
from factories.runs import RunFactory
from sufficiency.web.children.models import Child
from sufficiency.web.commissioning.analytics import sufficiency as figures
from sufficiency.web.commissioning.models import RecruitmentGoal

TODAY = timezone.localdate()
MARCH = f"{TODAY.year + 2}-03-31"
EPISODES = """
    CHILD | DECOM      | RNE | PLACE | PLACE_PROVIDER | CIN | HOME_POST | PL_POST
    A     | 01/05/2023 | S   | U6    | PR1            | N2  | CB1 2EA   | CB1 2EA
    B     | 01/05/2023 | S   | K2    | PR4            | N1  | PE1 1AA   | PE1 1AA
"""


@pytest.fixture
def own(authority):
    return ProviderFactory(authority=authority, kind="own_service")


def series(kind, middle):
    return {"date": MARCH, "kind": kind, "mean": middle,
            "quantiles": {"0.1": middle - 5, "0.5": middle, "0.9": middle + 5}}  # fmt: skip


def forecast(authority, *rows):
    figures_ = {"from": f"{TODAY.year}-03-31", "series": list(rows)}
    return RunFactory(authority=authority, kind="forecast", title="Forecast", figures=figures_)


def test_children_are_known_by_their_home_district_need_and_distance(authority, own):
    store(authority, episodes=EPISODES)
    home = HomeFactory(provider=own, easting=545_000, northing=258_000, is_inside=True, postcode="CB1 2EA")
    PlacementFactory(home=home, child=Child.objects.get(reference="A"))
    (found,) = figures.living(authority, TODAY)
    assert (found.need, found.district, found.inside) == ("disabled_children", "CB1", True)
    assert found.miles is not None
    assert found.miles < 5


def test_what_is_not_known_of_a_child_stays_unknown(authority, own):
    PlacementFactory(home=HomeFactory(provider=own))
    (found,) = figures.living(authority, TODAY)
    assert (found.need, found.district, found.inside, found.miles) == ("", "", None, None)


def test_places_are_those_of_the_register_as_it_stands(authority, own):
    home = HomeFactory(provider=own, approval__places=3, approval__youngest=5, approval__oldest=12)
    OfferFactory(home=home, name="babies")
    PlacementFactory(home=home)
    HomeFactory(provider=own, closed_on=TODAY)
    (found,) = figures.offered(authority, timezone.now())
    assert (found.places, found.free, found.youngest, found.oldest) == (3, 2, 5, 12)
    assert found.skills == {"babies"}


def test_the_gap_counts_own_and_contracted_places_of_the_day(authority, own):
    company = ProviderFactory(authority=authority, kind="childrens_home_company")
    HomeFactory(provider=own, approval__places=3)
    HomeFactory(provider=company, kind="childrens_home", approval__places=9)
    ContractFactory(provider=company, places=6, last_day=date(TODAY.year + 3, 3, 31))
    run = forecast(authority, series("in_house_fostering", 10), series("external_residential", 20))
    found = {gap.expected.kind.value: gap for gap in figures.expected_gaps(run)}
    assert (found["in_house_fostering"].counted_on, found["in_house_fostering"].short) == (3, 7)
    bought = found["external_residential"]
    assert (bought.counted_on, bought.known, bought.short, bought.short_range) == (6, 9, 14, (9, 19))


def test_the_page_answers_whether_there_are_enough_homes(signed_in, authority, own):
    PlacementFactory(home=HomeFactory(provider=own, approval__places=3))
    HostedChildFactory(authority=authority)
    browser = signed_in("commissioner")
    empty = browser.get("/commissioning/").content.decode()
    assert "No forecast is saved yet." in empty
    assert "No first year is set" in empty
    forecast(authority, series("in_house_fostering", 10), series("adoption", 40))
    RecruitmentGoal.objects.create(authority=authority, first_year=TODAY.year, each_year=[6], at_least=6)
    page = browser.get("/commissioning/")
    text = page.content.decode()
    assert "1 child lives in homes of the register, which has 3 approved places" in text
    assert "Other authorities have placed 1 child in our area" in text
    assert [row[0] for row in page.context["gaps"].rows] == [
        "In-house fostering"
    ]  # adopters are no register's
    assert "is not in a saved scorecard" in text
    assert browser.get("/commissioning/", {"on": "never"}).status_code == 200


def test_small_counts_do_not_leave_the_service(signed_in, authority, own):
    home = HomeFactory(provider=own, approval__places=30)
    for _ in range(7):
        PlacementFactory(home=home)
    PlacementFactory(home=HomeFactory(provider=ProviderFactory(authority=authority, kind="fostering_agency")))
    text = signed_in("analyst").get("/commissioning/download/").content.decode()
    rows = {tuple(line.split(",")[:2]): line.split(",")[2] for line in text.splitlines()}
    assert rows[("Kind of placement", "Agency fostering")] == "c"
    # With the total known elsewhere the other would give it away.
    assert rows[("Kind of placement", "In-house fostering")] == "c"


def test_another_authority_s_homes_and_children_do_not_count(signed_in):
    PlacementFactory(home=HomeFactory(provider__authority=AuthorityFactory()))
    page = signed_in("commissioner").get("/commissioning/")
    assert (page.context["children"], page.context["places"]) == (0, 0)
