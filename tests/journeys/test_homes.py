"""A placement officer finds room, holds and takes it; a carer confirms on a phone. Axe at the width of both."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from journeys.conftest import DESK, PHONE

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def is_sound(page):
    for viewport in (DESK, PHONE):
        page.set_viewport_size(viewport)
        wide, here = page.evaluate(
            "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
        )
        assert wide <= here
        result = Axe().run(page)
        assert not result.violations_count, result.generate_report()
    page.set_viewport_size(DESK)


@pytest.mark.parametrize("js", [True, False], ids=["with scripts", "without"])
def test_an_officer_asks_and_a_carer_confirms_on_a_phone(site, sign_in, open_browser, js):
    page = sign_in("amira", java_script_enabled=js)
    page.goto(site("/homes/?free=any&kind=carers"))
    page.locator("table").last.locator("tbody a").first.click()
    name = page.get_by_role("heading", level=1).inner_text()
    page.get_by_role("link", name="Ask them to confirm").click()
    page.get_by_role("button", name="Only show me the link").click()
    link = page.locator("code.secret").inner_text()
    carer = open_browser(viewport=PHONE, java_script_enabled=js)
    carer.goto(link)
    expect(carer.get_by_text(name.split(" ")[0])).to_be_visible()
    if js:
        is_sound(carer)
    carer.get_by_label("1", exact=True).check()
    carer.get_by_role("button").click()
    expect(carer.get_by_role("heading", level=1)).to_have_text("Thank you")
    page.goto(site("/homes/?free=any&kind=carers"))
    page.locator("table").last.locator("tbody a").first.click()
    expect(page.get_by_text("By the link").first).to_be_visible()


def test_an_officer_holds_a_place_and_lets_it_go(site, sign_in):
    page = sign_in("amira")
    page.goto(site("/homes/"))
    is_sound(page)
    page.goto(site("/homes/?free=any&kind=carers"))
    page.locator("table").last.locator("tbody a").first.click()
    is_sound(page)
    page.get_by_role("link", name="Hold a place").click()
    page.get_by_label("For whom?").fill("R-7001")
    page.get_by_label("Until which day?").fill("01/01/2040")
    page.get_by_role("button", name="Hold the place").click()
    expect(page.get_by_role("link", name="R-7001")).to_be_visible()
    page.get_by_role("link", name="R-7001").click()
    page.get_by_label("Why?").fill("Another home was found")
    page.get_by_role("button", name="Release the place").click()
    expect(page.get_by_role("link", name="R-7001")).to_have_count(0)
