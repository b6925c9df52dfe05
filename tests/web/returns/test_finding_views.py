"""The pages of findings: lists, one beside its neighbours, accepting, and downloads."""

import io

import fastexcel
import pytest

from factories.people import AuthorityFactory
from factories.returns import FindingFactory, UploadFactory, analyst_of, as_given, csv_files
from sufficiency.web.audit.models import Event
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.children.models import Child
from sufficiency.web.returns import actions, receiving
from sufficiency.web.returns.models import Finding
from web.counting import queries_for


def text_of(page):
    return page.content.decode()


@pytest.fixture
def stored(authority):
    return receiving.receive(as_given(), by=analyst_of(authority))


@pytest.fixture
def finding(stored):
    return stored.findings.get(code="101")


def findings_page(upload):
    return f"/returns/{upload.pk}/findings/"


def page_of(finding):
    return f"/returns/findings/{finding.pk}/"


def test_a_list_of_findings_says_where_what_and_why(signed_in, finding):
    page = text_of(signed_in("analyst").get(findings_page(finding.upload)))
    assert "Header\u00a0line\u00a03" in page
    assert finding.message in page
    assert finding.why in page


def test_looking_at_findings_is_recorded(signed_in, stored):
    signed_in("analyst").get(findings_page(stored), {"child": "200"})
    event = Event.objects.first()
    assert (event.verb, event.child, event.subject) == (Verb.FINDINGS_SEEN, "200", str(stored.pk))


@pytest.mark.parametrize(
    ("narrowed", "seen"),
    [
        ({"rule": "101"}, {"A", "B"}),
        ({"rule": "9"}, set()),
        ({"child": "100"}, {"A"}),
        ({"table": "Episodes"}, {"C"}),
        ({"suggestion": "with"}, {"C"}),
        ({"suggestion": "without"}, {"A", "B"}),
        ({"state": "accepted"}, {"B"}),
        ({"state": "open"}, {"A", "C"}),
        ({"state": "new"}, {"A", "B", "C"}),
        ({"table": "Nonsense"}, set()),
        ({"rule": "101", "state": "open"}, {"A"}),
    ],
)
def test_filters_narrow_the_findings(signed_in, authority, narrowed, seen):
    upload = UploadFactory(authority=authority)
    FindingFactory(upload=upload, child="100", why="Cell A.")
    accepted = FindingFactory(upload=upload, child="200", why="Cell B.")
    FindingFactory(
        upload=upload, child="300", why="Cell C.", code="355", table="Episodes", suggestion="Drop it."
    )
    actions.accept(accepted, reason="Fine.", by=analyst_of(authority))
    page = text_of(signed_in("analyst").get(findings_page(upload), narrowed))
    assert {name for name in "ABC" if f"Cell {name}." in page} == seen


@pytest.mark.usefixtures("stored")
def test_what_was_there_before_is_not_new(signed_in, authority):
    again = receiving.replace(
        receiving.receive(as_given(), by=analyst_of(authority)), by=analyst_of(authority)
    )
    page = text_of(signed_in("analyst").get(findings_page(again), {"state": "new"}))
    assert "0 findings" in page


def test_findings_of_one_rule_say_the_rule_once_above(signed_in, finding):
    page = text_of(signed_in("analyst").get(findings_page(finding.upload), {"rule": "101"}))
    assert page.count(finding.message) == 1


@pytest.mark.parametrize(("page", "words"), [("by-child/", ">200</a>"), ("by-table/", ">Header</a>")])
def test_findings_are_counted_by_child_and_by_table(signed_in, stored, page, words):
    assert words in text_of(signed_in("analyst").get(f"{findings_page(stored)}{page}"))


def test_findings_without_a_child_are_counted_too(signed_in, authority):
    upload = UploadFactory(authority=authority)
    FindingFactory(upload=upload, child="")
    assert "(no reference)" in text_of(signed_in("analyst").get(f"{findings_page(upload)}by-child/"))


@pytest.mark.parametrize("page", ["", "by-child/", "by-table/"])
def test_an_upload_without_findings_has_its_pages(signed_in, authority, page):
    assert (
        signed_in("analyst").get(f"{findings_page(UploadFactory(authority=authority))}{page}").status_code
        == 200
    )


def test_every_rule_is_listed_with_how_it_ended(signed_in, stored):
    browser = signed_in("analyst")
    page = text_of(browser.get(f"/returns/{stored.pk}/rules/", {"outcome": "could_not_run"}))
    assert f"{stored.could_not_run} rules<" in page
    assert ">Could not run<" in page
    assert ">Passed</strong>" not in page


def test_rules_that_failed_lead_to_their_findings(signed_in, stored):
    page = text_of(signed_in("analyst").get(f"/returns/{stored.pk}/rules/", {"sort": "-rows"}))
    assert f"{findings_page(stored)}?rule=101" in page


def test_a_finding_shows_its_row_beside_the_childs_others(signed_in, authority):
    episodes = """
        CHILD | DECOM      | RNE | DEC        | REC | PL_POST
        100   | 01/05/2025 | S   | 01/07/2025 | X1  | AB1 0AD
        100   | 01/06/2025 | P   |            |     | AB1 0AD
    """
    upload = receiving.receive(as_given(csv_files(episodes=episodes)), by=analyst_of(authority))
    page = text_of(signed_in("analyst").get(page_of(upload.findings.get(code="501"))))
    assert "Episodes of 2025-26" in page
    assert "Line 3, this row" in page
    assert "Line 2<" in page
    assert ">01/06/2025</strong>" in page


def test_addresses_stay_covered_beside_a_finding_and_in_its_words(signed_in, stored, authority):
    finding = FindingFactory(
        upload=stored,
        authority=authority,
        table="Episodes",
        line=2,
        child="100",
        why="PL_POST AB1 0AD is far.",
    )
    browser = signed_in("analyst")
    for page in (page_of(finding), findings_page(stored), f"{findings_page(stored)}download/"):
        assert "AB1 0A" not in text_of(browser.get(page))
    assert "(postcode covered) is far." in text_of(browser.get(page_of(finding)))


def test_opening_a_finding_is_recorded_with_its_child(signed_in, finding):
    signed_in("analyst").get(page_of(finding))
    event = Event.objects.first()
    assert (event.verb, event.child, event.subject_type) == (Verb.FINDINGS_SEEN, "200", "finding")


def test_a_finding_leads_to_its_child_for_those_who_may_see_children(signed_in, finding):
    child = Child.objects.get(reference="200")
    assert f"/children/{child.pk}/" in text_of(signed_in("analyst").get(page_of(finding)))


def test_a_finding_leads_to_the_next_open_one_of_its_rule(signed_in, authority):
    upload = UploadFactory(authority=authority)
    first, second, third = (FindingFactory(upload=upload, line=line) for line in (2, 3, 4))
    FindingFactory(upload=upload, line=5, code="355")
    actions.accept(second, reason="Fine.", by=analyst_of(authority))
    browser = signed_in("analyst")
    assert page_of(third) in text_of(browser.get(page_of(first)))
    assert "Next open finding" not in text_of(browser.get(page_of(third)))


def test_a_finding_of_a_rule_that_is_no_more_can_still_be_opened(signed_in, authority):
    finding = FindingFactory(upload=UploadFactory(authority=authority), code="gone")
    assert "The row is no longer stored" in text_of(signed_in("analyst").get(page_of(finding)))


def test_accepting_keeps_the_reason_and_goes_on_to_the_next(signed_in, authority):
    upload = UploadFactory(authority=authority)
    first, second = FindingFactory(upload=upload, line=2), FindingFactory(upload=upload, line=3)
    browser = signed_in("analyst")
    answer = browser.post(f"{page_of(first)}accept/", {"reason": "Born abroad."})
    assert answer.url == page_of(second)
    page = text_of(browser.get(page_of(first)))
    assert "Born abroad." in page
    assert browser.user.name in page


def test_accepting_without_a_reason_is_refused_beside_the_field(signed_in, finding):
    page = text_of(signed_in("analyst").post(f"{page_of(finding)}accept/", {"reason": " "}))
    assert page.count("Say why it is right as it is.") == 2
    assert "<title>Error: " in page
    assert not Finding.objects.get(pk=finding.pk).is_accepted


def test_an_acceptance_can_be_taken_back(signed_in, finding, authority):
    actions.accept(finding, reason="Fine.", by=analyst_of(authority))
    page = signed_in("analyst").post(f"{page_of(finding)}reopen/", follow=True)
    assert "The finding is open again." in text_of(page)
    assert not Finding.objects.get(pk=finding.pk).is_accepted


@pytest.mark.parametrize("page", ["accept/", "reopen/"])
def test_coming_back_to_an_action_after_signing_in_again_leads_to_the_finding(signed_in, finding, page):
    assert signed_in("analyst").get(f"{page_of(finding)}{page}").url == page_of(finding)


@pytest.mark.parametrize("page", ["accept/", "reopen/"])
def test_who_may_only_look_cannot_accept(signed_in, finding, page):
    browser = signed_in("team_manager")
    assert "Accept with this reason" not in text_of(browser.get(page_of(finding)))
    assert browser.post(f"{page_of(finding)}{page}", {"reason": "Fine."}).status_code == 404


@pytest.mark.parametrize("page", ["", "accept/", "reopen/"])
def test_another_authoritys_finding_is_as_unknown_as_none(signed_in, page):
    theirs = FindingFactory(upload=UploadFactory(authority=AuthorityFactory()))
    browser = signed_in("analyst")
    other, never = browser.get(f"{page_of(theirs)}{page}"), browser.get(f"/returns/findings/9999999/{page}")
    assert other.status_code == never.status_code == 404
    assert len(other.content) == len(never.content)


def test_findings_are_downloaded_as_csv_narrowed_as_on_the_page(signed_in, stored):
    answer = signed_in("analyst").get(f"{findings_page(stored)}download/", {"rule": "101"})
    heading, *rows = answer.content.decode("utf-8-sig").splitlines()
    assert heading.startswith("rule,what is wrong,table,line,child,columns,why")
    assert [row.split(",")[0] for row in rows] == ["101"]
    assert Event.objects.first().verb == Verb.FINDINGS_EXPORTED


def test_findings_are_downloaded_as_a_workbook_to_mend_by(signed_in, stored):
    answer = signed_in("analyst").get(f"{findings_page(stored)}download/", {"form": "xlsx"})
    book = fastexcel.read_excel(io.BytesIO(answer.content).read())
    assert book.sheet_names == ["By rule", "By child", "Rules", "Children"]
    rules = book.load_sheet("Rules").to_polars()
    assert rules["Rows"].to_list() == sorted(rules["Rows"].to_list(), reverse=True)
    assert rules["Rows"].sum() == stored.found


@pytest.mark.parametrize("page", ["", "by-child/", "by-table/"])
def test_lists_of_findings_ask_the_database_as_often_for_many_as_for_few(signed_in, authority, page):
    browser = signed_in("analyst")
    upload = UploadFactory(authority=authority)
    FindingFactory(upload=upload)
    few = queries_for(browser, f"{findings_page(upload)}{page}")
    for number in range(60):
        FindingFactory(upload=upload, child=str(number))
    assert queries_for(browser, f"{findings_page(upload)}{page}") == few
