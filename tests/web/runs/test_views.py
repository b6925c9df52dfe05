import pytest

from factories.people import AuthorityFactory
from factories.runs import RunFactory
from sufficiency.web.runs.models import RunKind
from web.counting import queries_for

ADDRESS = "/saved-results/"


def test_the_list_shows_ones_own_authority_only(signed_in, authority):
    RunFactory(authority=authority, title="Ours")
    RunFactory(authority=AuthorityFactory(), title="Theirs")
    page = signed_in("analyst").get(ADDRESS).content.decode()
    assert "Ours" in page
    assert "Theirs" not in page
    assert "1 saved result<" in page


def test_an_empty_list_says_how_it_fills(signed_in):
    assert "Nothing is saved yet" in signed_in("analyst").get(ADDRESS).content.decode()


def test_only_kinds_that_the_role_may_see_are_listed(signed_in, authority):
    RunFactory(authority=authority, kind=RunKind.FORECAST, title="Next year")
    assert "Next year" not in signed_in("social_worker").get(ADDRESS).content.decode()
    assert "Next year" in signed_in("commissioner").get(ADDRESS).content.decode()


def test_a_kind_that_is_not_offered_narrows_to_nothing(signed_in, authority):
    RunFactory(authority=authority, kind=RunKind.FORECAST)
    page = signed_in("social_worker").get(ADDRESS, {"kind": "forecast"})
    assert "0 saved results" in page.content.decode()


def test_a_run_shows_its_assumptions_and_figures_as_tables(signed_in, authority):
    figures = {"total": 1240, "series": [{"date": "2028-03-31", "mean": 1240.5}, {"date": "2029-03-31"}]}
    run = RunFactory(authority=authority, assumptions={"price_rise": 0.03}, figures=figures, seed=123456)
    page = signed_in("analyst").get(f"{ADDRESS}{run.pk}/").content.decode()
    for text in ("Price rise", "0.03", "1,240.5", "5ababaf0f48c", ">123456<"):
        assert text in page


def test_long_tables_are_cut_and_say_so(signed_in, authority):
    run = RunFactory(authority=authority, figures={"series": [{"n": n} for n in range(1000)]})
    assert "980 further rows not shown" in signed_in("analyst").get(f"{ADDRESS}{run.pk}/").content.decode()


def test_a_result_leads_to_the_page_that_shows_it_as_it_was(signed_in, authority):
    browser = signed_in("councillor")
    for kind, address in ((RunKind.SCORECARD, "/scorecard/?run={}"), (RunKind.FORECAST, "/forecasts/{}/")):
        run = RunFactory(authority=authority, kind=kind)
        assert f'href="{address.format(run.pk)}"' in browser.get(f"{ADDRESS}{run.pk}/").content.decode()


def test_a_kind_that_no_page_shows_has_no_such_link(signed_in, authority):
    run = RunFactory(authority=authority, kind=RunKind.REPORT)
    assert signed_in("analyst").get(f"{ADDRESS}{run.pk}/").context["opening"] is None


def test_who_may_not_see_small_numbers_does_not_see_the_whole_figures(signed_in, authority):
    run = RunFactory(authority=authority, figures={"secret_count": 3})
    page = signed_in("councillor").get(f"{ADDRESS}{run.pk}/").content.decode()
    assert "Secret count" not in page
    assert "could point at a child" in page


@pytest.mark.parametrize("role", ["provider", "data_protection_officer", "system_administrator"])
def test_roles_without_figures_find_nothing_here(signed_in, role):
    assert signed_in(role).get(ADDRESS).status_code == 404


def test_a_run_of_another_authority_is_as_unknown_as_one_that_never_was(signed_in, authority):
    RunFactory(authority=authority)
    theirs = RunFactory(authority=AuthorityFactory())
    browser = signed_in("analyst")
    other, never = browser.get(f"{ADDRESS}{theirs.pk}/"), browser.get(f"{ADDRESS}999999/")
    assert other.status_code == never.status_code == 404


def test_a_kind_the_role_may_not_see_is_unknown_too(signed_in, authority):
    run = RunFactory(authority=authority, kind=RunKind.FORECAST)
    assert signed_in("social_worker").get(f"{ADDRESS}{run.pk}/").status_code == 404


def test_the_list_asks_the_database_as_often_for_many_as_for_few(signed_in, authority):
    browser = signed_in("analyst")
    RunFactory.create_batch(2, authority=authority)
    few = queries_for(browser, ADDRESS)
    RunFactory.create_batch(40, authority=authority)
    assert queries_for(browser, ADDRESS) == few
