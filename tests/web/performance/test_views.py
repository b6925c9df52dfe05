import re

import pytest

from factories.children import store
from factories.councils import episodes
from factories.people import AuthorityFactory
from factories.runs import RunFactory
from sufficiency.analytics.measures.impact import KEY_IMPACT_MEASURES
from sufficiency.analytics.measures.registry import MEASURES
from sufficiency.web.performance import analytics
from sufficiency.web.runs.models import Run
from web.counting import queries_for

ADDRESS = "/scorecard/"
pytestmark = pytest.mark.usefixtures("scorecard")
PAGES = [ADDRESS, f"{ADDRESS}measures/", f"{ADDRESS}measures/cla_number/", f"{ADDRESS}children/"]


def text(browser, address, **given):
    page = browser.get(address, given)
    assert page.status_code == 200
    return page.content.decode()


def test_the_eleven_stand_in_the_order_and_words_of_the_strategy(signed_in):
    page = signed_in("analyst").get(ADDRESS)
    cards = page.context["cards"]
    assert [card.wording for card in cards] == [impact.wording for impact in KEY_IMPACT_MEASURES]
    assert (
        "40 children were looked after on 31 March 2024: 2 more than a year before." in page.content.decode()
    )


def test_what_could_not_be_computed_is_there_with_what_it_needs(signed_in):
    page = text(signed_in("analyst"), ADDRESS)
    assert "Needs the register of our own homes with their places" in page


def test_an_earlier_year_shows_the_figures_of_then(signed_in):
    page = text(signed_in("analyst"), ADDRESS, year="2022-23")
    assert "38 children were looked after on 31 March 2023." in page


def test_a_year_that_is_not_there_gives_the_last_one_and_says_so(signed_in):
    page = text(signed_in("analyst"), ADDRESS, year="1999-00")
    assert "40 children" in page
    assert "govuk-error-message" in page


@pytest.mark.parametrize("address", PAGES)
def test_nothing_is_computed_by_looking(address, signed_in, monkeypatch):
    monkeypatch.setattr(analytics, "compute", None)
    text(signed_in("analyst"), address)
    assert Run.objects.count() == 1


@pytest.mark.parametrize("address", PAGES)
def test_a_page_asks_the_database_as_often_whatever_there_is(address, council, signed_in):
    browser = signed_in("analyst")
    few = queries_for(browser, address)
    store(council, "2021-22", upload=9, episodes=episodes(60))
    browser.post(f"{ADDRESS}compute/")
    browser.get(ADDRESS)  # shows the message
    assert queries_for(browser, address) == few


@pytest.mark.parametrize("address", PAGES)
def test_who_may_not_see_small_numbers_sees_none(address, signed_in):
    page = signed_in("councillor").get(address)
    assert page.context["chosen"].hides_small_numbers
    assert "count of 1 to 5" in page.content.decode()
    assert "/download/csv/" in page.content.decode()


def test_a_hidden_figure_is_marked_and_its_parts_too(signed_in):
    browser = signed_in("councillor")
    measure = text(browser, f"{ADDRESS}measures/mix_residential/")
    assert "hidden, because it could point at a child" in measure
    assert re.search(r">c\s*<", measure)
    divided = browser.get(f"{ADDRESS}children/").context["division"]
    assert ("External residential", "c", "c") in divided.figure.table.rows


def test_who_may_see_all_can_look_at_what_may_leave_the_service(signed_in):
    browser = signed_in("analyst")
    assert "3 of 40" in text(browser, ADDRESS)
    assert "3 of 40" not in text(browser, ADDRESS, hidden="1")


def test_nobody_gets_small_numbers_by_asking(signed_in):
    page = signed_in("councillor").get(ADDRESS, {"hidden": ""})
    assert page.context["chosen"].hides_small_numbers


def test_a_measures_page_says_what_it_means_and_where_it_comes_from(scorecard, signed_in):
    page = text(signed_in("analyst"), f"{ADDRESS}measures/stability_3plus/")
    for said in (
        "Numerator", "Denominator", "Window", "In the year to 31 March", "Lower is better", "None is set",
        MEASURES["stability_3plus"].source, scorecard.fingerprint, f"/saved-results/{scorecard.pk}/", "Show as table",
    ):  # fmt: skip
        assert said in page


def test_every_measure_has_a_page(signed_in):
    browser = signed_in("analyst")
    for measure in MEASURES.values():
        assert measure.label in text(browser, f"{ADDRESS}measures/{measure.id}/")


def test_a_measure_that_is_not_there_is_not_found(signed_in):
    assert signed_in("analyst").get(f"{ADDRESS}measures/happiness/").status_code == 404


@pytest.mark.parametrize(
    "by", ["kind", "age", "sex", "legal_status", "need", "uasc", "ethnicity", "provider"]
)
def test_children_are_divided_by_what_is_asked_for(by, signed_in):
    page = signed_in("analyst").get(f"{ADDRESS}children/", {"by": by})
    division = page.context["division"]
    assert division.sentence.startswith("Of 40 children looked after on 31 March 2024")
    assert sum(int(row[-1]) for row in division.figure.table.rows) == 40


def test_an_unknown_division_is_not_done(signed_in):
    page = signed_in("analyst").get(f"{ADDRESS}children/", {"by": "shoe size"})
    assert page.context["by"].errors


def test_every_measure_is_on_one_of_the_two_pages(signed_in):
    browser = signed_in("analyst")
    both = text(browser, ADDRESS) + text(browser, f"{ADDRESS}measures/")
    assert [name for name in MEASURES if f"/scorecard/measures/{name}/" not in both] == []


# --- Older scorecards, other authorities, and data that moved on ------------------------------------------------


def test_an_older_scorecard_opens_again_with_its_figures(council, scorecard, signed_in):
    browser = signed_in("analyst")
    store(council, "2023-24", upload=3, episodes=episodes(50))
    browser.post(f"{ADDRESS}compute/")
    assert "50 children" in text(browser, ADDRESS)
    older = text(browser, ADDRESS, run=scorecard.pk)
    assert "40 children" in older
    assert f"?run={scorecard.pk}" in older, "its links stay with it"


@pytest.mark.parametrize("asked", ["0", "x", "99999999999999999999", "²"])
def test_a_scorecard_that_is_not_there_is_not_found(asked, signed_in):
    assert signed_in("analyst").get(ADDRESS, {"run": asked}).status_code == 404


def test_another_authoritys_scorecard_is_not_found(signed_in):
    other = RunFactory(authority=AuthorityFactory())
    assert signed_in("analyst").get(ADDRESS, {"run": other.pk}).status_code == 404


def test_data_that_moved_on_is_said_and_can_be_computed(council, signed_in):
    store(council, "2023-24", upload=3, episodes=episodes(41))
    browser = signed_in("analyst")
    assert "have changed since" in text(browser, ADDRESS)
    assert "Compute now" in text(browser, ADDRESS)
    browser.post(f"{ADDRESS}compute/")
    page = text(browser, ADDRESS)
    assert "41 children" in page
    assert "have changed since" not in page


def test_who_may_not_upload_cannot_compute(council, signed_in):
    store(council, "2023-24", upload=3, episodes=episodes(41))
    browser = signed_in("commissioner")
    assert "Compute now" not in text(browser, ADDRESS)
    assert browser.post(f"{ADDRESS}compute/").status_code == 404
    assert Run.objects.count() == 1
