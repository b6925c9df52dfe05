"""Cases before work begins, concerns that go up, reports from live data."""

import io
from datetime import date

import docx
import pytest
from django.urls import reverse

from factories.groups import GroupFactory, MeetingFactory, MemberFactory, actor_in
from factories.strategy import county, keeper_of
from sufficiency.reports.pdf import pdf
from sufficiency.web.governance import actions as governance
from sufficiency.web.governance.actions.meetings import Noted
from sufficiency.web.governance.models import AgendaItem
from sufficiency.web.strategy import actions, analytics, delivery, documents, reporting
from sufficiency.web.strategy.errors import NotYetError
from sufficiency.web.strategy.models import Action, Report
from sufficiency.web.strategy.states import ReportKind, Stage

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
CASE = {
    "kind": "case",
    "purpose": "Volunteers",
    "options": "Nothing; a scheme",
    "costs": "£40,000",
    "benefits": "Calm",
}


@pytest.fixture
def version(authority):
    return county(authority)


@pytest.fixture
def keeper(authority):
    return keeper_of(authority)


def test_a_scheme_without_an_agreed_case_cannot_go_live(version, keeper, authority):
    row = version.workstreams.get(code="W09")
    with pytest.raises(NotYetError, match="No business case is agreed"):
        delivery.move(row, Stage.LIVE, by=keeper)
    sponsors = GroupFactory(authority=authority, kind="sponsor_group")
    case = delivery.write_case(row, by=keeper, **CASE)
    with pytest.raises(NotYetError, match="sent to the sponsors"):
        delivery.decide(case, agreed=True, decided_by="x", on=date(2011, 4, 1), reasons="y", by=keeper)
    delivery.submit(case, by=keeper)
    assert AgendaItem.objects.get(group=sponsors).trigger == "Business case to agree"
    with pytest.raises(NotYetError, match="sent before"):
        delivery.submit(case, by=keeper)
    delivery.decide(
        case, agreed=True, decided_by="Sponsor group", on=date(2011, 4, 1), reasons="It pays", by=keeper
    )
    row.refresh_from_db()
    assert row.stage == Stage.AGREED
    assert delivery.move(row, Stage.LIVE, by=keeper).stage == Stage.LIVE
    with pytest.raises(NotYetError, match="cannot become"):
        delivery.move(row, Stage.AGREED, by=keeper)


def at_a_meeting(item, clerk):
    """The sponsors in the room, their chair in the chair, the case on the table."""
    group = item.group
    chair = MemberFactory(group=group, is_chair=True)
    item.meeting = MeetingFactory(group=group, on=date(2026, 11, 20))
    item.save()
    governance.note_attendance(item.meeting, {chair: Noted("present")}, chair=chair, by=clerk)
    return item


@pytest.mark.parametrize(
    ("outcome", "state", "stage"),
    [("agreed", "agreed", Stage.AGREED), ("refused", "refused", Stage.PROPOSED), ("deferred", "submitted", Stage.PROPOSED)],
)  # fmt: skip
def test_a_case_is_decided_by_the_record_of_the_group(
    version, keeper, authority, signed_in, outcome, state, stage
):
    GroupFactory(authority=authority, kind="sponsor_group")
    case = delivery.submit(
        delivery.write_case(version.workstreams.get(code="W09"), by=keeper, **CASE), by=keeper
    )
    clerk = actor_in("panel_administrator", authority)
    item = at_a_meeting(AgendaItem.objects.get(), clerk)
    answer = signed_in("commissioner").get(case.get_absolute_url()).content.decode()
    assert "What they decide there is taken over here." in answer
    assert "Record the decision" not in answer
    governance.decide(item, outcome=outcome, text="As written", reasons="It pays", by=clerk)
    case.refresh_from_db()
    assert (case.state, case.workstream.stage) == (state, stage)
    if state != "submitted":
        assert (case.decided_by, case.decided_on, case.reasons) == (
            str(item.group),
            date(2026, 11, 20),
            "It pays",
        )


def test_what_stands_on_an_agenda_is_not_decided_beside_it(version, keeper, authority, signed_in):
    GroupFactory(authority=authority, kind="sponsor_group")
    case = delivery.submit(
        delivery.write_case(version.workstreams.get(code="W09"), by=keeper, **CASE), by=keeper
    )
    told = {"answer": "agreed", "decided_by": "Me", "on": "1/4/2026", "reasons": "Because"}
    signed_in("commissioner").post(reverse("strategy:decide_case", args=[case.pk]), told)
    case.refresh_from_db()
    assert case.state == "submitted"


def test_what_the_sponsors_say_of_an_exception_comes_back_to_it(version, keeper, authority, signed_in):
    GroupFactory(authority=authority, kind="sponsor_group")
    concern = delivery.note(version, kind="exception", text="A year late", owner="EP", by=keeper)
    delivery.send_up(concern, by=keeper)
    clerk = actor_in("panel_administrator", authority)
    item = at_a_meeting(AgendaItem.objects.get(), clerk)
    governance.decide(
        item, outcome="agreed", text="A new date is set", reasons="It takes three years", by=clerk
    )
    page = signed_in("commissioner").get(reverse("strategy:concerns")).content.decode()
    assert "The sponsors: agreed. A new date is set" in page


def test_a_refused_case_leaves_the_workstream_proposed(version, keeper):
    row = version.workstreams.get(code="W09")
    case = delivery.submit(delivery.write_case(row, by=keeper, **CASE), by=keeper)
    delivery.decide(
        case, agreed=False, decided_by="Sponsors", on=date(2011, 4, 1), reasons="Too dear", by=keeper
    )
    row.refresh_from_db()
    assert row.stage == Stage.PROPOSED


def test_an_exception_goes_up_to_the_next_agenda_once(version, keeper, authority):
    concern = delivery.note(version, kind="exception", text="Unit model a year late", owner="EP", by=keeper)
    with pytest.raises(NotYetError, match="no sponsor group"):
        delivery.send_up(concern, by=keeper)
    group = GroupFactory(authority=authority, kind="sponsor_group")
    delivery.send_up(concern, by=keeper)
    item = AgendaItem.objects.get(group=group)
    assert (item.title, item.origin) == ("Exception: Unit model a year late", "escalated")
    with pytest.raises(NotYetError, match="already"):
        delivery.send_up(concern, by=keeper)
    delivery.close(concern, because="Planned anew", by=keeper)
    with pytest.raises(NotYetError, match="closed already"):
        delivery.close(concern, because="x", by=keeper)


def report_of(version, keeper, **more):
    action = Action.objects.filter(workstream__code="W05").get()
    delivery.note(version, kind="risk", text="No carers come forward", owner="SG", by=keeper)
    actions.change(action, {"progress": "done"}, version=version, reason="All schools signed", by=keeper)
    return reporting.make(version, more.get("kind", ReportKind.HIGHLIGHT), to_day=date.today(), by=keeper)  # noqa: DTZ011


def test_a_highlight_report_tells_what_moved_exceptions_measures_and_money(version, keeper):
    report = report_of(version, keeper)
    told = report.figures
    assert [one["why"] for one in told["moved"]] == ["All schools signed"]
    assert [one["text"] for one in told["concerns"]] == ["No carers come forward"]
    assert len(told["processes"]) == 4
    assert {one["number"] for one in told["measures"]} == set(range(1, 12))
    assert told["money"]["total"]["variance"] == -597_000
    assert next(one for one in told["workstreams"] if one["code"] == "W05")["rating"] == "done"


def test_the_documents_say_what_was_kept_and_not_what_is_now(version, keeper):
    report = report_of(version, keeper)
    version.claims.all().delete()
    assert analytics.reconciled(version).total.attributed == 0
    read = docx.Document(io.BytesIO(reporting_word(report)))
    money = next(table for table in read.tables if table.rows[0].cells[1].text == "Target")
    cells = [[cell.text for cell in row.cells] for row in money.rows[1:]]
    kept = report.figures["money"]
    assert [row[2] for row in cells] == [f"{year['attributed']:,}" for year in kept["years"]] + ["7,794,000"]
    assert cells[-1] == ["All years", "8,391,000", "7,794,000", "−597,000", "8,431,488"]
    words = "\n".join(paragraph.text for paragraph in read.paragraphs)
    assert "All schools signed" in words
    assert "Voice of Children & Young People" in words
    assert pdf(documents.document(report)).startswith(b"%PDF-")


def reporting_word(report):
    from sufficiency.reports.word import word

    return word(documents.document(Report.objects.get(pk=report.pk)))


def test_an_issued_report_does_not_change(version, keeper):
    report = report_of(version, keeper, kind=ReportKind.FORMAL)
    reporting.write(report, "All is well.\n\nMore next time.", by=keeper)
    issued = reporting.issue(report, by=keeper)
    blocks = documents.document(issued).blocks
    assert [block.text for block in blocks[1:3]] == ["All is well.", "More next time."]
    with pytest.raises(NotYetError, match="was issued"):
        reporting.write(issued, "Not so well.", by=keeper)
    with pytest.raises(NotYetError, match="was issued"):
        reporting.issue(issued, by=keeper)


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2026, 11, 30), 2, date(2026, 9, 30)),
        (date(2026, 11, 28), 2, date(2026, 9, 28)),
        (date(2026, 2, 28), 6, date(2025, 8, 31)),
        (date(2026, 1, 31), 2, date(2025, 11, 30)),
        (date(2026, 4, 30), 2, date(2026, 2, 28)),
    ],
)
def test_months_before_a_day(day, months, before):
    assert reporting.months_before(day, months) == before


def test_delivery_in_the_browser(version, signed_in, authority):
    # Without a sponsor group on the site what the sponsors said is written down by hand.
    browser, row = signed_in("commissioner"), version.workstreams.get(code="W09")
    browser.post(reverse("strategy:new_case", args=[row.pk]), CASE)
    case = row.cases.get()
    assert "No outcome measure is named." in browser.get(case.get_absolute_url()).content.decode()
    browser.post(reverse("strategy:submit_case", args=[case.pk]))
    assert browser.post(reverse("strategy:decide_case", args=[case.pk]), {}).status_code == 422
    said = {"answer": "agreed", "decided_by": "Sponsors", "on": "1/4/2011", "reasons": "It pays"}
    browser.post(reverse("strategy:decide_case", args=[case.pk]), said)
    browser.post(reverse("strategy:move", args=[row.pk, "live"]))
    row.refresh_from_db()
    assert row.stage == "live"
    GroupFactory(authority=authority, kind="sponsor_group")
    assert browser.post(reverse("strategy:move", args=[row.pk, "nowhere"])).status_code == 404
    browser.post(
        reverse("strategy:new_concern"), {"kind": "issue", "text": "Late", "owner": "EP", "severity": "high"}
    )
    concern = version.concerns.get()
    browser.post(reverse("strategy:send_up", args=[concern.pk]))
    browser.post(reverse("strategy:close_concern", args=[concern.pk]), {"because": "Done"})
    concern.refresh_from_db()
    assert concern.state == "closed"
    browser.post(reverse("strategy:new_report"), {"kind": "highlight", "to_day": "28/11/2026"})
    report = Report.objects.get()
    councillor = signed_in("councillor")
    assert councillor.get(report.get_absolute_url()).status_code == 404
    browser.post(report.get_absolute_url(), {"narrative": "In our words."})
    browser.post(reverse("strategy:issue", args=[report.pk]))
    page = councillor.get(report.get_absolute_url()).content.decode()
    assert "In our words." in page
    assert "−597,000" in page
    word = councillor.get(reverse("strategy:download", args=[report.pk, "docx"]))
    assert word["Content-Type"].endswith("wordprocessingml.document")
    assert councillor.get(reverse("strategy:download", args=[report.pk, "pdf"])).content.startswith(b"%PDF")
    assert councillor.get(reverse("strategy:download", args=[report.pk, "odt"])).status_code == 404
