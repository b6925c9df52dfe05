"""The analyst's whole way in a browser: upload a return, see what is wrong, measures, a forecast, the report."""

import re
import zipfile

import pytest
from playwright.sync_api import expect

from journeys.conftest import DESK, PHONE
from sufficiency.analytics.made_up.authority import make_up_authority
from sufficiency.analytics.made_up.writing import write_authority
from sufficiency.analytics.reference.years import CollectionYear

pytestmark = [pytest.mark.browser, pytest.mark.slow]
WITHIN = 60_000  # milliseconds, on a machine that does other things too
YEAR = "2026-27"


@pytest.fixture(scope="session")
def another_return(tmp_path_factory):
    """Another return of a small authority, with faults, zipped as an analyst would."""
    folder = tmp_path_factory.mktemp("another")
    year = CollectionYear.parse(YEAR)
    write_authority(folder, make_up_authority(children=50, years=1, last_year=year, seed=8, faults=0.2))
    path = folder / "return.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(folder.glob("20*/*.csv")):
            archive.write(file, file.name)
    return path


def upload(page, site, path):
    """Upload a return in the place of the one that is stored of its year."""
    page.goto(site("/returns/"))
    page.get_by_role("button", name="Upload a return").first.click()
    page.locator("input[type=file]").set_input_files(path)
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_url(re.compile(r"/returns/\d+/"), timeout=WITHIN)
    if "replace" in page.url:
        page.get_by_role("button", name=re.compile("replace", re.IGNORECASE)).first.click()
        page.wait_for_url(re.compile(r"/returns/\d+/$"), timeout=WITHIN)


def children_on_the_scorecard(page, site):
    page.goto(site("/scorecard/"))
    found = re.match(
        r"([\d,]+) children were looked after", page.locator("p.govuk-body-l").first.inner_text()
    )
    return int(found[1].replace(",", ""))


def run_forecast(page, site, *, years, futures=200):
    page.goto(site("/forecasts/run/"))
    page.get_by_label("Years ahead").fill(str(years))
    page.get_by_label("Futures to play out").fill(str(futures))
    page.get_by_role("button", name="Run the forecast").click()


def test_from_files_to_report(site, sign_in, another_return):
    page = sign_in("farid", viewport=DESK, accept_downloads=True)
    before = children_on_the_scorecard(page, site)

    upload(page, site, another_return)
    expect(
        page.get_by_text(f"return for {YEAR}").or_(page.get_by_text(f"return of {YEAR}")).first
    ).to_be_visible()
    page.locator("main table a").first.click()  # the rule that failed most
    expect(page.get_by_role("heading", level=1)).to_be_visible()

    after = children_on_the_scorecard(page, site)
    assert after != before, "the scorecard is computed anew by itself"
    page.get_by_role("link", name="Children looked after at 31 March").first.click()
    expect(page.get_by_text("Where the figure comes from")).to_be_visible()

    run_forecast(page, site, years=2)
    expect(page.get_by_role("heading", name="Forecast of 2 years from 31 March 2027")).to_be_visible(
        timeout=WITHIN
    )
    sentence = page.locator("p.govuk-body-l").first.inner_text()
    assert re.match(r"By 31 March 2029 we expect \d+–\d+ children, most likely \d+", sentence)
    address = page.url

    with page.expect_download(timeout=WITHIN) as downloading:
        page.get_by_role("link", name="Download the report", exact=True).click()
    report = downloading.value.path().read_text(encoding="utf-8")
    assert sentence in report, re.findall(r"By 31 March[^<]{0,200}", report)
    assert "http://" not in report.replace("http://www.w3.org", "")

    page.goto(address)
    assert page.locator("p.govuk-body-l").first.inner_text() == sentence, "opened again, it says the same"


def test_while_a_forecast_runs_the_page_shows_how_far_it_is(site, sign_in):
    page = sign_in("efua", viewport=PHONE)
    page.goto(site("/forecasts/run/"))
    assert page.locator("#running").is_hidden()
    # As if the answer were long in coming: the page is sent by script, so that it can be looked at meanwhile.
    page.evaluate("document.querySelector('[data-rate]').addEventListener('submit', e => e.preventDefault())")
    page.get_by_label("Futures to play out").fill("2,000")
    page.get_by_role("button", name="Run the forecast").click()
    expect(page.get_by_text("Playing out the future")).to_be_visible()
    expect(page.get_by_role("button", name="Run the forecast")).to_be_disabled()
    bar = page.locator("#running progress")
    first = bar.evaluate("bar => bar.value")
    page.wait_for_timeout(600)
    assert first < bar.evaluate("bar => bar.value") < 100


def test_without_javascript_a_forecast_is_run_with_ones_own_prices(site, sign_in, tmp_path):
    prices = tmp_path / "ours.csv"
    prices.write_text("kind,weekly_price,from\nshed,600,01/04/2026\n", encoding="utf-8")
    page = sign_in("ines", java_script_enabled=False, viewport=PHONE)
    page.goto(site("/forecasts/run/"))
    page.get_by_label("Years ahead").fill("1")
    page.get_by_label("Futures to play out").fill("100")
    page.get_by_label("Or your own prices").set_input_files(prices)
    page.get_by_role("button", name="Run the forecast").click()
    assert page.get_by_text("“shed” is no kind of placement").count() == 2

    prices.write_text("kind,weekly_price,from\nin_house_fostering,600,01/04/2026\n", encoding="utf-8")
    page.get_by_label("Or your own prices").set_input_files(prices)
    page.get_by_role("button", name="Run the forecast").click()
    page.wait_for_url(re.compile(r"/forecasts/\d+/$"), timeout=WITHIN)
    assert page.get_by_text("ours.csv", exact=True).first.is_visible()


def test_a_councillor_sees_how_children_are_doing_and_no_small_number(site, sign_in):
    page = sign_in("grace", viewport=PHONE, java_script_enabled=False)
    page.get_by_role("link", name="Scorecard").first.click()
    assert page.get_by_text("stands for a count of 1 to 5").is_visible()
    page.get_by_role("link", name="Children by group").click()
    page.get_by_label("Divide by").select_option("legal_status")
    page.get_by_role("button", name="Show").click()
    page.get_by_text("Show as table").click()
    cells = [cell.strip() for cell in page.locator("td").all_inner_texts()]
    assert "c" in cells
    assert {cell for cell in cells if cell.isdecimal() and 0 < int(cell) < 6} == set()
    assert page.goto(site("/children/")).status == 404
