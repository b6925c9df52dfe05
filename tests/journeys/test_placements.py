"""The placements desk in a browser: two brothers from request to commitment, and an emergency on a phone.

Each says how many clicks and fields it took, so that a change that makes it longer is seen.
"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from axe_playwright_python.sync_playwright import Axe

from journeys.conftest import DESK, PHONE, looked_at

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LONDON = ZoneInfo("Europe/London")
LEVEL = {"need_behaviour": "1 some", "need_attachment": "2 high"}


class Hands:
    """Counts what a person does on a page, and looks at each page once."""

    def __init__(self, page, name):
        self.page, self.name, self.clicks, self.fields, self.wrong = page, name, 0, 0, []

    def click(self, role, name, **options):
        self.page.get_by_role(role, name=name, **options).first.click()
        self.clicks += 1
        self.look()

    def fill(self, **values):
        for name, value in values.items():
            field = self.page.locator(f"[name={name}]").first
            if field.evaluate("e => e.tagName") == "SELECT":
                field.select_option(value)
            elif field.get_attribute("type") == "radio":
                self.page.locator(f"[name={name}][value='{value}']").check()
            else:
                field.fill(value)
            self.fields += 1

    def look(self):
        report = Axe().run(self.page)
        if report.violations_count:
            self.wrong.append(f"{self.page.url}: {report.generate_report()}")
        if folder := looked_at():
            folder.mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=folder / f"{self.name}-{self.clicks:02}.png", full_page=True)


class Blind(Hands):
    """The same without JavaScript, where nothing can be looked into."""

    def look(self):
        if folder := looked_at():
            folder.mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=folder / f"{self.name}-{self.clicks:02}.png", full_page=True)


def in_hours(count):
    when = datetime.now(LONDON) + timedelta(hours=count)
    return {"day": f"{when:%d/%m/%Y}", "time": f"{when:%H:%M}"}


def written(hands, children):
    """Every step of the form, as far as it is known tonight."""
    for _ in range(children):
        hands.fill(**LEVEL)
        hands.click("button", "Save and go on")
    for _ in range(children):
        hands.fill(words="I want to stay with my brother.")
        hands.click("button", "Save and go on")
    for _ in range(children):
        hands.fill(family_postcode="CB4 2HY", keep_school="Yes", family_time="Mum on Saturdays")
        hands.click("button", "Save and go on")
    for _ in range(children):
        hands.click("button", "Save and go on")
    hands.fill(plan="Foster care for now", stay="Short term, up to two years", complexity="No")
    hands.click("button", "Save and go on")
    hands.click("button", "Save and go on")


def test_an_officer_places_two_brothers_from_request_to_commitment(site, sign_in, record_property):
    officer = Hands(sign_in("amira", viewport=DESK), "brothers")
    officer.page.goto(site("/requests/new/"))
    officer.fill(children="K1, K2", born="15/01/2017", **in_hours(6))
    officer.click("button", "Begin")
    written(officer, 2)
    officer.click("button", "Send")
    address = officer.page.url
    manager = Hands(sign_in("helen", viewport=DESK), "manager")
    manager.page.goto(address)
    manager.click("button", "Is it an emergency?")
    yes = dict.fromkeys(("is_genuine", "is_unforeseeable", "is_unpreventable", "was_known"), "True")
    why = {f"{name}_because": "Seen today." for name in ("genuine", "unforeseeable", "unpreventable")}
    manager.fill(**yes, **why)
    manager.click("button", "Answer")
    officer.page.goto(address)
    officer.click("link", "Family and friends")
    officer.fill(name="Gran", relation="grandmother", outcome="not_willing")
    officer.click("button", "Write down")
    officer.fill(meeting="declined")
    officer.click("button", "Close")
    officer.page.goto(address)
    officer.click("button", "Homes for this request")
    assert officer.page.get_by_text("Best in each tier").is_visible()
    officer.page.locator("[name=home]").first.check()
    officer.clicks += 1
    officer.click("button", "Ask")
    officer.page.goto(address)
    officer.click("link", "Answer of", exact=False)
    officer.fill(answer="yes")
    officer.click("button", "Write down")
    officer.click("link", "Choose", exact=False)
    officer.fill(
        reason="The brothers stay together.",
        gaps="The mix is looked at in the first days.",
        passed_over_because="None is nearer.",
    )
    officer.click("button", "Choose this home")
    officer.click("button", "Moving in")
    officer.fill(because="Agreed with the carers.")
    officer.click("button", "Place")
    body = officer.page.locator("main").inner_text()
    assert body.count("a week from") == 2
    assert "72 hours" in body
    assert not officer.wrong + manager.wrong, "\n".join(officer.wrong + manager.wrong)
    record_property(
        "brothers",
        f"{officer.clicks} clicks, {officer.fields} fields; manager {manager.clicks}, {manager.fields}",
    )
    assert (officer.clicks, officer.fields) <= (24, 36)


def test_a_duty_worker_raises_an_emergency_on_a_phone_without_javascript(site, sign_in, record_property):
    worker = Blind(sign_in("ben", viewport=PHONE, java_script_enabled=False), "phone")
    worker.page.goto(site("/requests/"))
    worker.click("button", "Ask for a home")
    worker.fill(children="J3", born="15/01/2012", **in_hours(5))
    worker.click("button", "Begin")
    written(worker, 1)
    worker.click("button", "Send")
    assert "To be challenged" in worker.page.locator("main").inner_text()
    assert worker.page.locator("main").inner_text().index("I want to stay") < worker.page.locator(
        "main"
    ).inner_text().index("Needed by")
    record_property("phone", f"{worker.clicks} clicks, {worker.fields} fields")
    assert (worker.clicks, worker.fields) <= (9, 16)
