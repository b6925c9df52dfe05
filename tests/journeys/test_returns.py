"""Farid's task: upload the return, find what is wrong, have it put right, upload again and see that it is gone."""

import re

import pytest
from playwright.sync_api import expect

from factories.returns import EPISODES, HEADER, REVIEWS, csv_files
from journeys.conftest import DESK, PHONE
from journeys.test_every_page import faults

pytestmark = [pytest.mark.browser, pytest.mark.slow]
WITHIN = 60_000  # milliseconds, on a machine that does other things too
YEAR = "2023-24"  # a year of its own, in which sex was still a number
FAULTY = HEADER.replace("| M ", "| 1 ")
MENDED = FAULTY.replace("200   |     |", "200   | 1   |")


def choose(page, site, files):
    page.goto(site("/returns/new/"))
    chosen = [{"name": name, "mimeType": "text/csv", "buffer": content} for name, content in files.items()]
    page.locator("input[type=file]").set_input_files(chosen)
    page.get_by_role("button", name="Upload and check").click()


def upload(page, site, header):
    """Upload a small return; where its year is stored already, say that it is to be replaced."""
    given = {"episodes": EPISODES, "reviews": REVIEWS}
    texts = {name: text.replace("/2025", "/2023") for name, text in given.items()}
    choose(page, site, csv_files(YEAR, header=header, **texts))
    page.wait_for_url(re.compile(r"/returns/\d+/(replace/)?$"), timeout=WITHIN)
    if page.url.endswith("/replace/"):
        page.get_by_role("button", name="Replace it").click()
        page.wait_for_url(re.compile(r"/returns/\d+/$"), timeout=WITHIN)


@pytest.mark.parametrize("java_script", [True, False], ids=["with JavaScript", "without"])
def test_what_is_wrong_is_found_accepted_or_mended_and_gone_from_the_next_upload(site, sign_in, java_script):
    page = sign_in("farid", viewport=DESK, java_script_enabled=java_script)
    upload(page, site, FAULTY)
    expect(page.get_by_text(re.compile(r"\d+ of \d+ rules failed on \d+ rows · \d+ passed"))).to_be_visible()
    page.get_by_role("link", name="Findings", exact=True).click()
    page.get_by_label("Rule").fill("101")
    page.get_by_role("button", name="Narrow the list").click()
    page.locator("main tbody a").first.click()
    expect(page.get_by_text("Header of 2023-24", exact=True)).to_be_visible()
    expect(page.get_by_text("Line 3, this row")).to_be_visible()

    page.get_by_role("link", name="Findings of this rule").click()
    upload(page, site, MENDED)
    expect(page.get_by_text(re.compile(r"Since the upload before: [1-9]\d* mended"))).to_be_visible()
    expect(page.get_by_role("heading", name=re.compile("with findings, "))).to_be_visible()


def test_a_form_without_files_says_so_where_one_looks(site, sign_in):
    page = sign_in("farid", viewport=PHONE)
    page.goto(site("/returns/new/"))
    page.get_by_role("button", name="Upload and check").click()
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    assert page.title().startswith("Error: Upload a return")
    assert not faults(page)
    page.get_by_role("link", name="Choose the files of the return.").click()
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_while_files_are_sent_the_page_shows_what_is_done(site, sign_in):
    page = sign_in("farid", viewport=PHONE)
    # As if the answer were long in coming.
    page.route("**/returns/new/", lambda route: None if route.request.method == "POST" else route.continue_())
    choose(page, site, csv_files())
    expect(page.get_by_role("progressbar")).to_be_visible()
    expect(page.get_by_role("button", name="Upload and check")).to_be_disabled()
    assert not faults(page)


def test_a_return_that_cannot_be_read_says_what_to_do_at_the_top(site, sign_in):
    page = sign_in("farid", viewport=DESK)
    choose(page, site, {"header.csv": b"CHILD,SEX,DOB,ETHNIC,UPN,MOTHER\n1,,,,,\n"})
    page.wait_for_url(re.compile(r"/returns/\d+/$"), timeout=WITHIN)
    expect(page.get_by_role("alert")).to_contain_text("There is no MC_DOB column")
    assert not faults(page)


def test_where_a_child_lives_is_shown_for_a_reason_only(sign_in):
    page = sign_in("helen", viewport=PHONE, java_script_enabled=False)
    page.get_by_role("link", name="Children", exact=True).first.click()
    page.locator("main tbody a").first.click()
    assert page.get_by_text("covered", exact=True).first.is_visible()
    page.get_by_role("link", name="Show where this child lives").click()
    page.get_by_role("button", name="Show the postcodes").click()
    assert page.locator(".govuk-error-summary").is_visible()
    page.get_by_label("Why do you need to see them?").fill("To check the distance in the return")
    page.get_by_role("button", name="Show the postcodes").click()
    assert page.get_by_text("covered", exact=True).count() == 0
    assert page.get_by_text("Addresses are shown on this page").is_visible()
