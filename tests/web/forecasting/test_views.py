import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from factories.children import store
from factories.councils import episodes
from factories.people import AuthorityFactory
from factories.runs import RunFactory
from sufficiency.web.forecasting import analytics
from sufficiency.web.runs.models import Run, RunKind
from web.counting import queries_for

ADDRESS = "/forecasts/"
GIVEN = {"years": "1", "replications": "100", "seed": "7", "prices": "england_2024_25"}
EXPECTED = "children, most likely 40: as many as on 31 March 2024."


def text(browser, address, **given):
    page = browser.get(address, given)
    assert page.status_code == 200
    return page.content.decode()


@pytest.fixture
def address(forecast, drawn_before):
    """The page of a kept forecast."""
    return f"{ADDRESS}{forecast.pk}/"


# --- The list ---------------------------------------------------------------------------------------------------


def test_an_empty_list_says_what_to_do(signed_in):
    assert "Run a forecast" in text(signed_in("analyst"), ADDRESS)
    page = text(signed_in("councillor"), ADDRESS)
    assert "can run one" in page
    assert "/forecasts/run/" not in page


def test_the_list_begins_with_what_the_newest_says(address, signed_in):
    page = text(signed_in("commissioner"), ADDRESS)
    assert EXPECTED in page
    assert "1 forecast kept" in page
    assert address in page


@pytest.mark.usefixtures("address")
def test_another_authoritys_forecasts_are_not_listed_and_not_found(signed_in):
    theirs = RunFactory(authority=AuthorityFactory(), kind=RunKind.FORECAST, title="Theirs")
    browser = signed_in("analyst")
    assert "Theirs" not in text(browser, ADDRESS)
    assert browser.get(f"{ADDRESS}{theirs.pk}/").status_code == 404


@pytest.mark.usefixtures("forecast")
def test_a_scorecard_is_no_forecast(signed_in):
    scorecard = Run.objects.get(kind=RunKind.SCORECARD)
    assert signed_in("analyst").get(f"{ADDRESS}{scorecard.pk}/").status_code == 404


@pytest.mark.usefixtures("drawn_before")
def test_pages_ask_the_database_as_often_however_much_there_is(address, forecast, signed_in):
    browser = signed_in("analyst")
    before = [queries_for(browser, path) for path in (ADDRESS, address)]
    for title in ("One", "Two", "Three"):
        forecast.pk, forecast._state.adding, forecast.title = None, True, title
        forecast.save()
    assert [queries_for(browser, path) for path in (ADDRESS, address)] == before


# --- Running ----------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("council", "drawn_before")
def test_a_forecast_is_run_kept_and_shown(signed_in):
    browser = signed_in("analyst")
    page = browser.post(f"{ADDRESS}run/", GIVEN, follow=True)
    run = Run.objects.get(kind=RunKind.FORECAST)
    assert page.redirect_chain == [(f"{ADDRESS}{run.pk}/", 302)]
    assert (run.seed, run.made_by) == (7, browser.user.name)
    assert "The forecast was run and kept." in page.content.decode()


@pytest.mark.usefixtures("council")
def test_a_file_of_prices_is_used(signed_in, monkeypatch):
    seen = []
    monkeypatch.setattr(analytics, "forecast", lambda _, asked: seen.append(asked) or {"from": "2024-03-31"})
    upload = SimpleUploadedFile("ours.csv", b"kind,weekly_price,from\nsecure,9000,01/04/2026\n")
    signed_in("analyst").post(f"{ADDRESS}run/", GIVEN | {"price_file": upload})
    assert seen[0].prices.label == "ours.csv"
    assert Run.objects.get(kind=RunKind.FORECAST).assumptions["prices"] == "ours.csv"


@pytest.mark.usefixtures("council")
def test_what_is_wrong_with_the_form_is_said_at_the_top_and_beside(signed_in):
    upload = SimpleUploadedFile("ours.csv", b"kind,weekly_price,from\nshed,1,01/04/2026\n")
    page = signed_in("analyst").post(f"{ADDRESS}run/", GIVEN | {"years": "70", "price_file": upload})
    content = page.content.decode()
    assert page.status_code == 422
    assert "<title>Error: Run a forecast" in content
    assert content.count("“shed” is no kind of placement") == 2
    assert not Run.objects.exists()


def test_without_returns_the_form_says_what_is_missing(signed_in):
    page = signed_in("analyst").post(f"{ADDRESS}run/", GIVEN)
    assert page.status_code == 422
    assert "There is a problem" in page.content.decode()


def test_running_again_begins_with_what_was_asked_before(address, forecast, signed_in):
    browser = signed_in("analyst")
    assert f"/forecasts/run/?again={forecast.pk}" in text(browser, address)
    assert browser.get(f"{ADDRESS}run/", {"again": forecast.pk}).context["form"].initial["years"] == 2
    assert browser.get(f"{ADDRESS}run/", {"again": "²"}).context["form"].initial == {}


def test_how_long_it_takes_is_told_from_the_last_one(forecast, signed_in):
    rate = signed_in("analyst").get(f"{ADDRESS}run/").context["rate"]
    assert rate == forecast.assumptions["took_seconds"] / 200


# --- One forecast -----------------------------------------------------------------------------------------------


def test_a_forecast_opens_with_its_sentence_its_cost_and_what_it_rests_on(address, forecast, signed_in):
    page = text(signed_in("analyst"), address)
    for said in (
        EXPECTED, "Placements are expected to cost", "All children looked after", "Show as table", "External residential",
        "Aged 10–15", "Coming in and leaving", "assumptions", forecast.fingerprint, "It rests on 2 return(s)",
    ):  # fmt: skip
        assert said in page


def test_a_forecast_shows_the_same_figures_whenever_it_is_opened(address, council, signed_in):
    browser = signed_in("analyst")
    before = browser.get(address).context["says"]
    store(council, "2023-24", upload=3, episodes=episodes(60))
    later = browser.get(address)
    assert later.context["says"] == before
    assert "have changed since this was run" in later.content.decode()


def test_groups_with_small_counts_are_not_drawn_for_who_may_not_see_them(address, signed_in):
    page = signed_in("councillor").get(address)
    assert "External residential" in page.context["says"].outlook.hidden
    assert "because a chart would give away counts of 1 to 5" in page.content.decode()
    assert "External residential" not in signed_in("analyst").get(address).context["says"].outlook.hidden


def test_who_may_only_look_is_offered_no_run(address, signed_in):
    page = text(signed_in("councillor"), address)
    assert "/forecasts/run/" not in page
    assert "report/download/" in page
    assert "?all=1" not in page


@pytest.mark.parametrize("pk", ["0", "999999"])
def test_a_forecast_that_is_not_there_is_not_found(pk, signed_in):
    assert signed_in("analyst").get(f"{ADDRESS}{pk}/").status_code == 404


@pytest.mark.usefixtures("address")
def test_the_newest_forecast_stands_on_today(forecast, signed_in):
    assert forecast.title in text(signed_in("commissioner"), "/")


@pytest.mark.usefixtures("forecast")
def test_a_forecast_that_no_longer_fits_the_data_is_something_to_do(council, signed_in):
    store(council, "2023-24", upload=3, episodes=episodes(60))
    page = signed_in("commissioner").get("/")
    assert [item.action for item in page.context["needs_you"]] == ["Run a forecast"]
    assert signed_in("councillor").get("/").context["needs_you"] == []
