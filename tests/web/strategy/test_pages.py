"""The strategy's pages: what they show, to whom, and what may be changed on them."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from factories.people import AuthorityFactory
from factories.runs import RunFactory
from factories.strategy import county, keeper_of
from sufficiency.analytics.strategy.examples import county_text
from sufficiency.web.strategy import actions, queries
from sufficiency.web.strategy.models import Action, Change, Claim, Commitment, Version

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
PAGES = ["plan", "overview", "actions", "savings", "measures", "changes", "versions", "concerns", "reports"]


@pytest.fixture
def version(authority):
    return county(authority)


def text_of(answer):
    return answer.content.decode()


def test_every_page_opens_for_a_councillor_and_offers_no_change(version, signed_in):
    browser = signed_in("councillor")
    for name in PAGES:
        answer = browser.get(reverse(f"strategy:{name}"))
        assert answer.status_code == 200, name
        assert "/parts/" not in text_of(answer), name
    row = version.workstreams.first()
    assert "/parts/" not in text_of(browser.get(row.get_absolute_url()))
    assert browser.get(reverse("strategy:edit", args=["workstream", row.pk])).status_code == 404


def test_the_pages_say_what_there_is_before_a_strategy_is_loaded(authority, signed_in):
    browser = signed_in("commissioner")
    assert "There is no strategy yet." in text_of(browser.get(reverse("strategy:plan")))
    assert "There is no strategy yet." in text_of(browser.get(reverse("strategy:savings")))
    file = SimpleUploadedFile("strategy.yaml", county_text().encode())
    assert browser.post(reverse("strategy:load"), {"file": file}).status_code == 302
    assert queries.current(authority).number == 1
    wrong = SimpleUploadedFile("strategy.yaml", b"action_plan: [{id: A}]")
    answer = browser.post(reverse("strategy:load"), {"file": wrong})
    assert answer.status_code == 422
    assert "The workstream has no action." in text_of(answer)


@pytest.mark.usefixtures("version")
def test_the_plan_shows_what_a_careful_reader_asks(signed_in):
    page = text_of(signed_in("analyst").get(reverse("strategy:plan")))
    assert "31 summary actions, 1 without a workstream." in page
    assert "The text says 5 key areas, 6 are listed." in page
    assert page.count("Two wordings") == 6
    assert "asks that it is so by the second care review" in page
    assert "55 placements are 55 households that take one child each" in page
    assert "The next version was due by end of May 2011 and has not come." in page


@pytest.mark.usefixtures("version")
def test_a_commitment_is_settled_on_screen_and_its_remark_goes(signed_in):
    browser = signed_in("commissioner")
    row = Commitment.objects.get(name="permanence deadline")
    address = reverse("strategy:edit", args=["commitment", row.pk])
    told = {
        "objective": row.objective_id,
        "name": row.name,
        "by": row.by,
        "wording": "",
        "summary": "",
        "reason": "x",
    }
    assert "Say what is to be reached" in text_of(browser.post(address, told))
    both = {**told, "wording": "have a plan by the second review", "summary": row.summary}
    assert browser.post(address, {**both, "reason": "The review can only see a plan"}).status_code == 302
    page = text_of(browser.get(reverse("strategy:plan")))
    assert "asks that it is so" not in page
    assert "Permanence deadline: by the second care review." in page
    assert Change.objects.get(what="permanence deadline: as the text says it").old == row.wording


def test_the_next_version_has_the_commitments_too(version, authority):
    draft = actions.draft_next(version, by=keeper_of(authority))
    copied = [(one.objective.version, one.name, one.at_least) for one in draft.commitments.all()]
    assert copied == [(draft, "foster capacity target", 55), (draft, "permanence deadline", None)]


@pytest.mark.usefixtures("version")
def test_the_one_page_overview_has_every_workstream_and_process(signed_in):
    page = text_of(signed_in("councillor").get(reverse("strategy:overview")))
    assert page.count('class="card"') == 24
    assert "Voice of Children &amp; Young People" in page
    assert "Claimed £1,449,800, shared with W02, W03; not proved yet." in page


@pytest.mark.usefixtures("version")
def test_the_savings_page_has_the_numbers_of_the_command_line(signed_in):
    page = text_of(signed_in("finance_officer").get(reverse("strategy:savings")))
    for figure in (
        "£1,630,400", "£2,083,400", "£3,098,700", "£981,500", "£400", "£83,400", "£598,700", "−£1,279,500",
        "−£597,000", "£1,112,800", "£1,413,568", "£3,163,680", "£2,741,440", "£8,431,488",
    ):  # fmt: skip
        assert figure in page, figure
    assert "The counts look swapped." in page


@pytest.mark.usefixtures("version")
def test_an_edited_due_date_shows_old_new_who_and_why(signed_in):
    browser = signed_in("commissioner")
    action = Action.objects.filter(workstream__code="W05").get()
    address = reverse("strategy:edit", args=["action", action.pk])
    told = {"workstream": action.workstream.pk, "text": action.text, "lead": action.lead, "due": "Dec 2011",
            "progress": "under_way", "reason": ""}  # fmt: skip
    assert browser.post(address, told).status_code == 422
    assert browser.post(address, {**told, "due": "soon", "reason": "Later"}).status_code == 422
    assert browser.post(address, {**told, "reason": "Schools asked for a term more."}).status_code == 302
    action.refresh_from_db()
    assert (action.due_on.isoformat(), action.first_due_on.isoformat()) == ("2011-12-31", "2011-09-01")
    logged = {change.what.rsplit(": ", 1)[1]: change for change in Change.objects.all()}
    assert (logged["due"].old, logged["due"].new, logged["due"].by) == (
        "01/09/11",
        "Dec 2011",
        browser.user.name,
    )
    assert "Schools asked for a term more." in text_of(browser.get(reverse("strategy:changes")))


def test_a_claim_that_a_check_warns_of_is_kept_only_with_the_reason(version, signed_in):
    browser = signed_in("commissioner")
    address = reverse("strategy:add", args=["claim"])
    w16 = version.workstreams.get(code="W16")
    told = {"workstreams": [w16.pk], "year": "2014", "amount": "900000", "count": "4", "unit": "children",
            "method": "avoided", "basis": "4 fewer", "reason": "Agreed"}  # fmt: skip
    answer = browser.post(address, told)
    assert answer.status_code == 422
    assert "£4,326.92 a week for one; the dearest kind" in text_of(answer)
    assert browser.post(address, {**told, "accepted_because": "Secure homes."}).status_code == 302
    claim = Claim.objects.get(amount=900000)
    assert [one.code for one in claim.workstreams.all()] == ["W16"]
    assert claim.accepted_because == "Secure homes."


def test_a_claim_that_no_check_warns_of_is_kept_at_once(version, signed_in):
    w16 = version.workstreams.get(code="W16")
    told = {"workstreams": [w16.pk], "year": "2015", "amount": "161200", "count": "4", "unit": "children",
            "method": "avoided", "basis": "4 fewer", "reason": "Agreed"}  # fmt: skip
    assert signed_in("commissioner").post(reverse("strategy:add", args=["claim"]), told).status_code == 302


@pytest.mark.parametrize(
    "kind", ["version", "objective", "principle", "workstream", "action", "summary", "claim", "measure"]
)
def test_every_part_has_its_form(version, signed_in, kind):
    rows = {
        "version": version, "objective": version.objectives, "principle": version.principles,
        "workstream": version.workstreams, "action": queries.actions_of(version),
        "summary": version.summary_actions, "claim": version.claims, "measure": version.impact_measures,
    }  # fmt: skip
    row = version if kind == "version" else rows[kind].first()
    browser = signed_in("commissioner")
    assert browser.get(reverse("strategy:edit", args=[kind, row.pk])).status_code == 200
    if kind != "version":
        assert browser.get(reverse("strategy:add", args=[kind])).status_code == 200


def test_parts_of_others_and_of_replaced_versions_cannot_be_reached(version, signed_in):
    browser = signed_in("commissioner")
    theirs = county(AuthorityFactory())
    assert (
        browser.get(
            reverse("strategy:edit", args=["action", queries.actions_of(theirs).first().pk])
        ).status_code
        == 404
    )
    assert browser.get(theirs.workstreams.first().get_absolute_url()).status_code == 404
    assert browser.get(reverse("strategy:edit", args=["nothing", 1])).status_code == 404
    assert browser.get(reverse("strategy:add", args=["nothing"])).status_code == 404
    Version.objects.filter(pk=version.pk).update(state="replaced")
    row = version.objectives.first()
    assert browser.get(reverse("strategy:edit", args=["objective", row.pk])).status_code == 404


def test_the_next_version_is_drafted_as_a_copy_and_adopted(version, signed_in, authority):
    browser = signed_in("commissioner")
    browser.post(reverse("strategy:draft"))
    draft = Version.objects.get(number=2)
    assert draft.state == "draft"
    assert (draft.workstreams.count(), draft.claims.count()) == (24, 18)
    assert queries.actions_of(draft).count() == 49
    assert queries.current(authority) == version
    address = reverse("strategy:adopt", args=[draft.pk])
    assert browser.get(address).status_code == 200
    assert browser.post(address, {"on": "31/05/2011"}).status_code == 302
    assert queries.current(authority) == draft
    again = browser.post(address, {"on": "31/05/2011"})
    assert "Only a draft can be put in force." in text_of(again)


@pytest.mark.usefixtures("version")
def test_a_councillor_sees_published_values_only(signed_in, authority):
    def record(value, *, hidden):
        return {
            "id": "cla_number",
            "period": "2025-26",
            "value": value,
            "unit": "children",
            "suppressed": hidden,
        }

    figures = {"measures": [record(3, hidden=False)], "published": [record(None, hidden=True)]}
    RunFactory(authority=authority, kind="scorecard", figures=json.loads(json.dumps(figures)))
    assert "3 children" in text_of(signed_in("analyst").get(reverse("strategy:measures")))
    answer = signed_in("councillor").get(reverse("strategy:measures"))
    assert "3 children" not in text_of(answer)
    assert answer.context["listing"].rows[0][2] == "c"


def test_what_has_no_path_to_hold_it_against_is_not_said_to_be_on_it(version, signed_in):
    browser = signed_in("councillor")
    page = text_of(browser.get(reverse("strategy:measures")))
    assert "No path reaches as far as the newest values" in page  # that of the worked example ends in 2015
    assert "No measure is off its path" not in page
    version.impact_measures.update(path={})
    assert "No measure has a path yet" in text_of(browser.get(reverse("strategy:measures")))
