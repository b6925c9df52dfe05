"""The ground of the site used in other ways: without JavaScript, with the keyboard, as several people in turn."""

import re

import pytest

from journeys.conftest import DESK, PHONE

FOCUS = """(() => {
    const style = getComputedStyle(document.activeElement);
    return [document.activeElement.tagName, style.outlineStyle, style.boxShadow];
})()"""
pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_without_javascript_one_signs_in_looks_narrows_and_leaves(sign_in):
    page = sign_in("lena", java_script_enabled=False, viewport=PHONE)
    page.get_by_role("link", name="Record of use").first.click()
    page.get_by_label("Who", exact=True).fill("Lena")
    page.get_by_label("What", exact=True).select_option("signed_in")
    page.get_by_role("button", name="Narrow the list").click()
    assert re.search(r"\d+ events?", page.get_by_role("heading", level=2).first.inner_text())
    assert "actor=Lena" in page.url
    page.get_by_role("button", name="Sign out").click()
    assert page.get_by_role("heading", name="Who would you like to be?").is_visible()


def test_with_the_keyboard_alone_one_skips_to_the_content_and_signs_in(site, open_browser):
    page = open_browser(viewport=DESK)
    page.goto(site("/sign-in/"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to main content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "id_login"
    page.keyboard.type("nobody@example.org")
    page.keyboard.press("Tab")
    page.keyboard.type("not-the-password")
    page.keyboard.press("Enter")
    page.wait_for_selector(".govuk-error-summary")
    assert page.title().startswith("Error: Sign in")
    assert page.evaluate("document.activeElement.className") == "govuk-error-summary"


def test_focus_can_always_be_seen(sign_in):
    page = sign_in("lena", viewport=DESK)
    page.goto(page.url.rstrip("/") + "/record-of-use/")
    unseen = []
    for _ in range(25):
        page.keyboard.press("Tab")
        tag, outline, shadow = page.evaluate(FOCUS)
        if tag != "BODY" and outline == shadow == "none":
            unseen.append(tag)
    assert not unseen


def test_who_may_not_see_a_page_is_told_it_is_not_there(site, sign_in):
    page = sign_in("ben", viewport=DESK)
    assert page.goto(site("/record-of-use/")).status == 404
    assert page.get_by_role("heading", name="Page not found").is_visible()


def test_one_who_was_on_the_way_to_a_page_arrives_there_after_signing_in(site, open_browser):
    page = open_browser(viewport=DESK)
    page.goto(site("/record-of-use/?verb=signed_out"))
    page.locator('button[value="lena@demo.invalid"]').click()
    assert page.url == site("/record-of-use/?verb=signed_out")


def test_what_people_did_is_in_the_record(site, sign_in):
    sign_in("grace")
    page = sign_in("marek")
    page.goto(site("/record-of-use/?verb=signed_in&actor=Grace"))
    assert page.get_by_role("rowheader").count() >= 1
    page.get_by_role("button", name="Check that nothing was changed").click()
    assert page.get_by_role("heading", name="The record is whole").is_visible()
