"""Efua's task: see what a block is worth and import another; Amira's: look after a child in an unregistered setting."""

import re
from io import BytesIO

import pytest
import xlsxwriter
from playwright.sync_api import expect

from journeys.conftest import DESK, PHONE
from journeys.test_every_page import faults
from sufficiency.web.commissioning.importing import HEADINGS

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def workbook(**changed):
    row = {
        "reference": "B-90", "title": "Two places", "kind": "Block", "places": 2, "price a week": 3000,
        "discount %": 15, "first day": "01/04/2026", "last day": "31/03/2027", **changed,
    }  # fmt: skip
    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        page = book.add_worksheet("Contracts")
        page.write_row(0, 0, [one.heading for one in HEADINGS])
        page.write_row(1, 0, [row.get(one.heading, "") for one in HEADINGS])
    return {"name": "contracts.xlsx", "mimeType": "application/octet-stream", "buffer": out.getvalue()}


def test_a_commissioner_reads_a_block_and_imports_another(site, sign_in):
    page = sign_in("efua", viewport=DESK)
    page.goto(site("/commissioning/contracts/"))
    page.get_by_role("link", name="B-01 Six places in children’s homes").click()
    expect(page.get_by_text("6 × £3,000 × 15% × 52 = £140,400")).to_be_visible()
    provider = page.locator("dd").first.inner_text()

    page.goto(site("/commissioning/contracts/import/"))
    page.locator("input[type=file]").set_input_files(
        workbook(provider=provider, **{"last day": "31/03/2026"})
    )
    page.get_by_role("button", name="Look at it first").click()
    expect(page.get_by_text("The last day must not be before the first.")).to_be_visible()
    assert not faults(page)
    page.get_by_role("link", name="Choose another workbook").click()
    page.locator("input[type=file]").set_input_files(workbook(provider=provider))
    page.get_by_role("button", name="Look at it first").click()
    page.get_by_role("button", name="Keep all of them").click()
    expect(page.get_by_text("1 contract imported.")).to_be_visible()


def test_an_officer_writes_down_the_daily_look_on_a_phone_without_java_script(sign_in):
    page = sign_in("amira", viewport=PHONE, java_script_enabled=False)
    page.get_by_role("link", name="Oversight", exact=True).first.click()
    page.get_by_role("link", name="U-01").click()
    page.get_by_role("button", name="Write down today’s look").click()
    page.get_by_role("button", name="Keep the look").click()
    expect(page.locator(".govuk-error-summary")).to_be_visible()
    page.get_by_label("How is the child").fill("Well; saw the new home.")
    page.get_by_role("button", name="Keep the look").click()
    page.wait_for_url(re.compile(r"/unregistered/\d+/$"))
    expect(page.get_by_text("Well; saw the new home.")).to_be_visible()
