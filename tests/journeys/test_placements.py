"""The placements desk in a browser: two brothers from request to commitment, an emergency on a phone, a panel of five.

Each says how many clicks and fields it took, so that a change that makes it longer is seen.
"""

from datetime import datetime, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest

from journeys.conftest import DESK, PHONE, looked_at
from journeys.test_every_page import faults, kind_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LONDON = ZoneInfo("Europe/London")
LOOKED_AT = set()  # kinds of pages, by whose hands
LEVEL = {"need_behaviour": "1 some", "need_attachment": "2 high"}


class Hands:
    """Counts what a person does on a page; axe goes through each kind of page once, at the width of desk and phone."""

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
        size, path = self.page.viewport_size, urlsplit(self.page.url).path
        kind = (self.name, kind_of(path))
        # Axe takes a second: each kind of page once in a journey, not once a click.
        if kind not in LOOKED_AT:
            LOOKED_AT.add(kind)
            self.wrong += [f"{path}: {fault}" for fault in faults(self.page)]
            self.page.set_viewport_size(size)
        self.picture()

    def picture(self):
        if folder := looked_at():
            folder.mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=folder / f"{self.name}-{self.clicks:02}.png", full_page=True)


class Blind(Hands):
    """The same without JavaScript, where nothing can be looked into."""

    def look(self):
        self.picture()


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
    assert (officer.clicks <= 24, officer.fields <= 28) == (True, True)


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
    assert (worker.clicks <= 9, worker.fields <= 13) == (True, True)


DECIDED = {
    "text": "A foster home near school.",
    "reasons": "It meets what the child needs.",
    "principles": "Near home, with family where that is safe",
    "resources": "The usual price of the kind",
}
OUTCOMES = ("agreed", "conditions", "agreed", "refused", "deferred")


def heard(clerk, outcome, **more):
    """One case: who presented it, and what was decided; the child's own words are there already."""
    assert clerk.page.locator("[name=presented_by]").count() == 0
    clerk.click("link", "Note who presents it")
    assert clerk.page.locator("[name=presented_by]").input_value()
    clerk.fill(presenter_mode="in_person")
    clerk.click("button", "Keep this")
    clerk.click("link", "Record a decision")
    told = clerk.page.locator("[name=child_view]").input_value()
    clerk.fill(outcome=outcome, **DECIDED, **more)
    if not told:
        clerk.fill(no_child_view_because="Too young to be asked in words.")
    clerk.click("button", "Record the decision")


def test_a_panel_administrator_runs_a_meeting_of_five_cases(site, sign_in, record_property):
    clerk = Hands(sign_in("carol", viewport=DESK), "panel")
    clerk.page.goto(site("/groups/"))
    clerk.click("link", "Gateway panel")
    clerk.page.locator("main tr", has_text="Planned").first.get_by_role("link").first.click()
    meeting = clerk.page.url
    clerk.click("link", "Note who came")
    for one in clerk.page.locator("select[name^=presence_]").all():
        one.select_option("present")
        clerk.fields += 1
    clerk.click("button", "Keep this")
    cases = clerk.page.locator("main tr", has_text="New request")
    addresses = [one.get_attribute("href") for one in cases.get_by_role("link").all()][:5]
    assert len(addresses) == 5
    condition = {"task_text": "A visit first", "task_owner": "Ben Carter", "task_due_on": "01/02/2040"}
    for address, outcome in zip(addresses, OUTCOMES, strict=True):
        clerk.page.goto(site(address))
        clerk.clicks += 1
        heard(clerk, outcome, **(condition if outcome == "conditions" else {}))
    # The meeting ends as it would without JavaScript.
    plain = Blind(sign_in("carol", viewport=PHONE, java_script_enabled=False), "panel-plain")
    plain.page.goto(meeting)
    plain.click("button", "Close the meeting")
    body = plain.page.locator("main").inner_text()
    assert "In the chair: Helen" in body
    assert "Drafted from what was noted" in body
    assert not clerk.wrong, "\n".join(clerk.wrong)
    worker = sign_in("ben", viewport=DESK)
    worker.goto(site("/requests/"))
    stages = worker.locator("main tbody").inner_text()
    assert stages.count("Looking for a home") >= 3
    record_property("panel", f"{clerk.clicks + plain.clicks} clicks, {clerk.fields} fields")
    assert (clerk.clicks + plain.clicks <= 29, clerk.fields <= 39) == (True, True)


def test_an_officer_judges_a_made_up_case_and_the_panel_sends_a_ranking_back(site, sign_in):
    officer = Hands(sign_in("amira", viewport=PHONE), "amira-trial")
    officer.page.goto(site("/requests/trial/"))
    officer.click("button", "Open case")
    officer.page.locator("[name=home]").first.check()
    officer.click("button", "Choose it")
    officer.fill(keeps="True", because="Nearer to school.")
    officer.click("button", "Finish the case")
    officer.page.get_by_text("Too few have taken part").wait_for()
    assert not officer.wrong, officer.wrong
    # A member of the panel, on a phone without JavaScript; the manager then proposes anew at a desk.
    member = Blind(sign_in("dev", viewport=PHONE, java_script_enabled=False), "dev-ranking")
    member.click("link", "How homes are ranked: the panel agrees a change")
    member.fill(agrees="False", because="Not before the spring, as at our meeting.")
    member.click("button", "Write it down")
    assert "Not before the spring" in member.page.content()
    manager = Hands(sign_in("helen", viewport=DESK), "helen-ranking")
    manager.page.goto(site("/requests/ranking/"))
    manager.click("button", "Propose a change")
    manager.fill(weight_needs="40", reason="Skills were missed.")
    manager.click("button", "Propose to the panel")
    assert "add up to 110. Make them 100." in manager.page.content()
    manager.fill(weight_closeness_to_places="10")
    manager.click("button", "Propose to the panel")
    manager.page.get_by_text("You proposed this").wait_for()
    assert not manager.wrong, manager.wrong
