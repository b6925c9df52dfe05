"""The plan and the groups that steer it, in a browser with forms filled in: strategy lead, clerk, chair, councillor."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from journeys.conftest import DESK, PHONE
from journeys.test_placements import Hands

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LONDON = ZoneInfo("Europe/London")


def sent(hands, **values):
    """Fill the form of the page in and send it; the page that follows is no error."""
    hands.fill(**values)
    first = next(iter(values), "csrfmiddlewaretoken")
    forms = hands.page.locator("main form[method=post]").filter(has=hands.page.locator(f"[name={first}]"))
    forms.locator("button.govuk-button").last.click()
    hands.clicks += 1
    hands.page.get_by_role("heading", level=1).wait_for()
    errors = hands.page.locator("main .govuk-error-message, main .govuk-error-summary").all_inner_texts()
    assert not errors, errors
    hands.look()


def opened(hands, site, path):
    hands.page.goto(site(path))
    hands.look()


def follow(hands, *names):
    for name in names:
        hands.click("link", name)


def today():
    return f"{datetime.now(LONDON):%d/%m/%Y}"


def address_of(hands, name):
    return hands.page.get_by_role("link", name=name).first.get_attribute("href")


def test_a_case_from_the_strategy_lead_through_the_clerk_to_the_chair(site, sign_in):
    clerk = Hands(sign_in("carol", viewport=DESK), "clerk")
    opened(clerk, site, "/groups/")
    follow(clerk, "Placements sponsor group", "Plan a meeting")
    sent(clerk, on=today(), minutes="90", mode="virtual", format="formal", place="On screen")
    meeting = clerk.page.url

    lead = Hands(sign_in("efua", viewport=DESK), "lead")
    opened(lead, site, "/strategy/actions/")
    follow(lead, re.compile("^W09"), "Write a brief or business case")
    sent(
        lead, kind="case", purpose="Volunteers beside families", options="Nothing; a scheme; a contract",
        costs="£40,000 a year", benefits="Fewer children come in", outcome_measure="Families who stay together",
    )  # fmt: skip
    case = lead.page.url
    lead.click("button", "Send it to the sponsors")
    assert "What they decide there is taken over here." in lead.page.inner_text("main")
    opened(lead, site, "/strategy/concerns/new/")
    sent(
        lead,
        kind="risk",
        text="No volunteers come forward",
        doing="A second call",
        severity="high",
        owner="JW",
    )
    lead.click("button", re.compile("^Send it up.*No volunteers"))

    opened(clerk, site, meeting.removeprefix(site("")))
    follow(clerk, "Put something on")
    sent(clerk, title="Money so far", ask="note", minutes="10", trigger="Asked for at the last meeting")
    opened(clerk, site, meeting.removeprefix(site("")))
    follow(clerk, "Money so far", "Add a paper")
    sent(clerk, title="Savings to date", text="Claims against targets, year by year.")
    opened(clerk, site, meeting.removeprefix(site("")))
    clerk.click("button", "Send the papers out")
    assert "Version 1 went out on" in clerk.page.inner_text("main")
    follow(clerk, "Note who came")
    for who in clerk.page.locator("main select[name^=presence_]").all():
        who.select_option("present")
    sent(clerk)

    opened(lead, site, meeting.removeprefix(site("")))  # the strategy lead chairs the sponsors
    follow(lead, re.compile("^Business case:"), "Record a decision")
    sent(
        lead, outcome="conditions", text="Agreed for a year", reasons="It costs less than one placement",
        task_text="Bring the numbers back", task_owner="Peter Lane", task_due_on=today(),
    )  # fmt: skip
    opened(lead, site, meeting.removeprefix(site("")))
    lead.click("button", "Close the meeting")
    follow(lead, "Correct and confirm the minutes")
    sent(lead, text="The business case of W09 was agreed for a year.")
    opened(lead, site, case.removeprefix(site("")))
    told = lead.page.inner_text("main")
    assert "Agreed by Placements sponsor group" in told
    assert "It costs less than one placement" in told
    assert not clerk.wrong + lead.wrong, "\n".join(clerk.wrong + lead.wrong)


def test_the_strategy_lead_changes_the_plan_and_reports_on_it(site, sign_in):
    lead = Hands(sign_in("efua", viewport=DESK), "plan")
    opened(lead, site, "/strategy/actions/")
    follow(lead, re.compile("^Roll out independence tool"))
    sent(lead, progress="done", reason="Every carer has it")
    opened(lead, site, "/strategy/savings/")
    follow(lead, "targets and investment")
    sent(lead, figure_0="1600000", reason="Cabinet took £30,000 out")
    assert "1,600,000" in lead.page.inner_text("main")
    opened(lead, site, "/strategy/changes/")
    told = lead.page.inner_text("main")
    assert "Every carer has it" in told
    assert "Cabinet took £30,000 out" in told
    opened(lead, site, "/strategy/measures/")
    follow(lead, re.compile("^3"))
    sent(lead, path="2027: 30\n2028: 25", reason="Sponsors set it")
    opened(lead, site, "/strategy/reports/new/")
    sent(lead, kind="highlight", to_day=today())
    sent(lead, narrative="A quiet month.\n\nOne case was agreed.")
    assert "One case was agreed." in lead.page.inner_text("main")
    assert not lead.wrong, "\n".join(lead.wrong)


def test_a_councillor_steers_the_panel_from_a_phone(site, sign_in):
    chair = Hands(sign_in("grace", viewport=PHONE), "councillor")
    opened(chair, site, "/groups/")
    follow(chair, re.compile("^Corporate parenting panel$"))
    panel = chair.page.url.removeprefix(site(""))
    follow(chair, "Challenges and assurance", re.compile("^Add a challenge"))
    sent(chair, on=today(), text="Why do brothers live apart?", put_to="Head of Fostering")
    assert "No answer yet: Why do brothers live apart?" in chair.page.inner_text("main")
    opened(chair, site, panel)
    follow(chair, "Propose a recommendation")
    sent(chair, text="Keep brothers together", grounds="They asked us to", aimed_at="The Executive")
    opened(chair, site, panel)
    follow(chair, "Annual report")
    assert "How our children are doing" in chair.page.inner_text("main")
    for shut in ("/children/", "/requests/"):
        assert chair.page.goto(site(shut)).status == 404
    assert not chair.wrong, "\n".join(chair.wrong)
