"""Pages as a panel clerk, a chair, a member and a councillor use them."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from factories.groups import GroupFactory, ItemFactory, MeetingFactory, MemberFactory
from sufficiency.web.audit.models import Event
from sufficiency.web.governance.models import (
    Action,
    AgendaItem,
    Decision,
    Group,
    Meeting,
    Paper,
    Recommendation,
)
from sufficiency.web.governance.states import MeetingState

ASKED = {"ask": "decide", "minutes": "10"}


def address(name, *parts):
    return reverse(f"governance:{name}", args=parts)


@pytest.fixture
def browser(signed_in):
    return signed_in("panel_administrator")


def sent(browser, name, /, *parts, **values):
    """Send a form, and the page that comes of it."""
    return browser.post(address(name, *parts), values, follow=True)


def text(page):
    return page.content.decode()


def test_a_clerk_takes_a_group_from_its_terms_to_its_minutes(browser):
    today = timezone.localdate()
    sent(browser, "add", kind="sponsor_group", name="Sponsors", began_on="1/11/2026")
    group = Group.objects.get()
    for name in ("Ann", "Bo"):
        sent(
            browser,
            "add_seat",
            group.pk,
            name=name,
            place="sponsor",
            post="Head of Finance",
            is_chair=name == "Ann" or "",
        )
    page = browser.get(group.get_absolute_url())
    assert "Ann, Bo have the same: Head of Finance." in text(page)
    assert "Refuses" not in text(page)

    page = sent(
        browser, "plan", group.pk, on=f"{today:%d/%m/%Y}", minutes="121", mode="in_person", format="formal"
    )
    assert "A meeting takes at most 120 minutes. This one would take 121." in text(page)
    sent(browser, "plan", group.pk, on=f"{today:%d/%m/%Y}", minutes="120", mode="in_person", format="formal")
    meeting = Meeting.objects.get()

    sent(browser, "add_item", group.pk, title="Brief of the fostering workstream", **ASKED)
    item = AgendaItem.objects.get()
    assert item.meeting == meeting
    file = SimpleUploadedFile("brief.docx", b"words")
    sent(browser, "add_paper", item.pk, title="Brief", text="What it is for", file=file)
    page = sent(browser, "send", meeting.pk)
    assert "Version 1 went out on" in text(page)

    paper = Paper.objects.get()
    assert "only with a reason" in text(sent(browser, "replace_paper", paper.pk, text="Better"))
    sent(browser, "replace_paper", paper.pk, text="Better", because="A figure was wrong.")
    page = browser.get(meeting.get_absolute_url())
    assert "“Brief” was replaced after it went out: A figure was wrong." in text(page)
    assert "has not gone out yet" in text(browser.get(address("pack", meeting.pk))).replace("have", "has")

    ann, bo = group.members.order_by("pk")
    page = sent(browser, "decide", item.pk, outcome="agreed", text="Begin.", reasons="It pays.")
    assert "1 member must be there" in text(page)
    sent(
        browser,
        "attendance",
        meeting.pk,
        **{f"presence_{ann.pk}": "apologies", f"mode_{ann.pk}": "in_person"},
    )
    assert "cancel the meeting and say why" in text(browser.get(meeting.get_absolute_url()))
    noted = {f"presence_{one.pk}": "present" for one in (ann, bo)} | {
        f"mode_{one.pk}": "in_person" for one in (ann, bo)
    }
    assert "2 of 2 here" in text(sent(browser, "attendance", meeting.pk, chair=ann.pk, **noted))
    page = sent(
        browser, "decide", item.pk, outcome="conditions", text="Begin in May.", reasons="It pays.",
        task_text="Write the business case", task_owner="Bo", task_due_on="1/12/2026", task_is_condition="on",
    )  # fmt: skip
    assert "Write the business case" in text(page)
    page = sent(browser, "close", meeting.pk)
    assert "Condition: Write the business case (Bo, by 1 December 2026)" in text(page)
    sent(browser, "minutes", meeting.pk, text="As the chair has them.")
    assert "As the chair has them." in text(browser.get(meeting.get_absolute_url()))
    assert "2 of 2, 100.0%" in text(browser.get(address("rates", group.pk)))

    early = sent(browser, "seat", bo.pk, on="1/1/2026")
    assert "no earlier than the last meeting that its holder came to. " in text(early)
    assert 'value="1/1/2026"' in text(early), "what was typed is still there"
    bo.refresh_from_db()
    assert bo.served_to is None
    assert "2 of 2, 100.0%" in text(browser.get(address("rates", group.pk)))
    versions = text(browser.get(item.get_absolute_url()))
    assert "Earlier versions" in versions
    assert "Brief, version 1</a>, went out in pack 1" in versions
    assert b"Better" not in browser.get(address("paper", paper.pk)).content, "the one that went out is kept"

    page = browser.get(address("search"), {"q": "business case"})
    assert "Begin in May." in text(page)
    assert "0 of 1 actions done" in text(page)
    sent(browser, "action", Action.objects.get().pk, state="done", answer="Written.")
    assert "1 of 1 actions done" in text(browser.get(address("search"), {"q": "begin"}))


def test_a_second_of_one_party_is_refused_on_the_form(browser, authority):
    group = GroupFactory(authority=authority, kind="cross_party_working_group")
    MemberFactory(group=group, political_group="Labour")
    page = sent(browser, "add_seat", group.pk, name="Another", place="councillor", political_group="Labour")
    assert "There is one councillor from each political group. Labour has 2." in text(page)
    assert group.members.count() == 1


def test_a_recommendation_goes_all_the_way(browser, authority):
    group = GroupFactory(authority=authority, kind="cross_party_working_group")
    members = [MemberFactory(group=group, political_group=party) for party in ("Labour", "Green")]
    sent(browser, "propose", group.pk, text="Fund homes.", grounds="Homes are few.", aimed_at="Government")
    proposal = Recommendation.objects.get()
    page = sent(browser, "move", proposal.pk, to="adopted")
    assert "Nothing is policy before it is approved." in text(page)
    sent(browser, "speak", proposal.pk, member=members[0].pk, agrees="yes")
    assert "1 of 2 agree; not yet: Green." in text(sent(browser, "move", proposal.pk, to="agreed_by_all"))
    page = sent(browser, "speak", proposal.pk, member=members[1].pk, agrees="yes", substitute="Outsider")
    assert "Outsider is not." in text(page)
    sent(browser, "speak", proposal.pk, member=members[1].pk, agrees="yes")
    sent(browser, "move", proposal.pk, to="agreed_by_all")
    assert "A reason is recorded. None is given." in text(
        sent(browser, "move", proposal.pk, to="sent_to_lead_members")
    )
    for stage, reason in (
        ("sent_to_lead_members", "It closes on Friday."), ("approved_by_lead_members", ""), ("adopted", ""),
    ):  # fmt: skip
        page = sent(browser, "move", proposal.pk, to=stage, reason=reason)
    assert "It is policy." in text(page)
    assert "It could not wait for the board: It closes on Friday." in text(page)
    page = sent(
        browser, "reply", proposal.pk, asked="Minister", asked_on="1/11/2026", text="We are thinking."
    )
    assert "We are thinking." in text(page)
    assert browser.post(address("move", proposal.pk), {"to": "odd"}).status_code == 404


def test_a_schedule_is_spread_and_all_or_nothing(browser, authority):
    group = GroupFactory(authority=authority, kind="cross_party_working_group", ends_on="2017-09-30")
    sent(
        browser,
        "schedule",
        group.pk,
        first="13/1/2017",
        until="1/10/2017",
        count="6",
        minutes="90",
        mode="virtual",
    )
    assert not group.meetings.exists()
    sent(
        browser,
        "schedule",
        group.pk,
        first="13/1/2017",
        until="30/9/2017",
        count="6",
        minutes="90",
        mode="virtual",
    )
    days = [meeting.on for meeting in group.meetings.all()]
    assert {later - earlier for earlier, later in pairwise(days)} == {timedelta(days=52)}


def test_terms_are_settings_of_a_group(browser, authority):
    group = GroupFactory(authority=authority, kind="corporate_parenting_panel")
    page = sent(
        browser,
        "terms",
        group.pk,
        quorum_one_in="3",
        interval_months="2",
        ends_on="1/5/2027",
        reason="Agreed in May.",
    )
    assert "Every 2 months" in text(page)
    assert "1 May 2027" in text(page)
    assert Group.objects.get().settings == {"quorum_one_in": 3, "interval_months": 2}
    assert Event.objects.get(verb="group_changed").reason == "Agreed in May."


def test_a_chair_runs_their_own_group_and_no_other(signed_in, authority):
    browser = signed_in("councillor")
    panel = GroupFactory(authority=authority, kind="corporate_parenting_panel", name="Panel")
    MemberFactory(group=panel, user=browser.user, is_chair=True, place="county")
    other = GroupFactory(authority=authority, kind="sponsor_group", name="Sponsors")
    assert browser.get(address("plan", panel.pk)).status_code == 200
    assert browser.get(address("plan", other.pk)).status_code == 404
    assert browser.get(address("rates", other.pk)).status_code == 404
    assert "meets in private" in text(browser.get(other.get_absolute_url()))


CHILD_LEVEL = ("meeting", "pack", "attendance", "minutes", "cancel")


def test_a_councillor_reaches_no_page_of_a_panel_about_children(signed_in, gateway, meeting, item):
    browser = signed_in("councillor")
    seat = MemberFactory(group=gateway, place="agency", user=browser.user, is_chair=True)
    paper = Paper.objects.create(authority=gateway.authority, item=item, title="Needs", text="words")
    action = Action.objects.create(
        authority=gateway.authority,
        group=gateway,
        text="Call",
        owner="L",
        user=browser.user,
        due_on=meeting.on,
    )
    pages = [address(name, meeting.pk) for name in CHILD_LEVEL]
    pages += [
        address(name, gateway.pk) for name in ("group", "terms", "rates", "plan", "add_item", "propose")
    ]
    pages += [
        address(name, item.pk)
        for name in ("item", "decide", "presenter", "withdraw", "conflict", "add_paper")
    ]
    pages += [address("paper", paper.pk), address("replace_paper", paper.pk), address("action", action.pk)]
    pages += [address("seat", seat.pk), address("register", gateway.pk, "reports")]
    assert {browser.get(page).status_code for page in pages} == {404}
    assert "Gateway panel" not in text(browser.get(address("list")))
    assert "Needs" not in text(browser.get(address("search"), {"q": "words"}))


def test_another_authoritys_groups_are_not_there(signed_in):
    browser = signed_in("panel_administrator")
    elsewhere = GroupFactory(name="Elsewhere")
    item = ItemFactory(meeting=MeetingFactory(group=elsewhere))
    assert browser.get(elsewhere.get_absolute_url()).status_code == 404
    assert browser.get(item.get_absolute_url()).status_code == 404
    assert "Elsewhere" not in text(browser.get(address("list")))


def test_a_look_at_an_item_about_a_child_is_recorded(browser, item):
    browser.get(item.get_absolute_url())
    browser.get(item.meeting.get_absolute_url())
    assert Event.objects.filter(verb="item_seen").count() == 2


def test_an_interest_hides_the_item_from_its_member(browser, signed_in, item, gateway):
    member = signed_in("panel_member")
    seat = MemberFactory(group=gateway, place="agency", user=member.user)
    assert member.get(item.get_absolute_url()).status_code == 200
    sent(browser, "conflict", item.pk, member=seat.pk, reason="A neighbour.")
    assert member.get(item.get_absolute_url()).status_code == 404
    page = text(member.get(item.meeting.get_absolute_url()))
    assert item.title not in page
    assert "1 item is hidden from you" in page


def test_lists_tell_what_is_amiss(browser, authority):
    group = GroupFactory(authority=authority, kind="task_group")
    sent(
        browser,
        "register_add",
        group.pk,
        "reports",
        title="Final report",
        given_to="Board",
        due_on="30/9/2017",
    )
    page = text(browser.get(address("register", group.pk, "reports")))
    assert "“Final report” for Board was due on 30 September 2017." in page  # L-026
    row = group.report_rows.get()
    sent(
        browser,
        "register_change",
        group.pk,
        "reports",
        row.pk,
        title="Final report",
        given_to="Board",
        due_on="30/9/2017",
        given_on="30/9/2017",
    )
    assert "was due on" not in text(browser.get(address("register", group.pk, "reports")))
    assert "Good practice to share: nothing yet." in text(
        browser.get(address("register", group.pk, "outputs"))
    )
    assert browser.get(address("register", group.pk, "odd")).status_code == 404


def test_a_downloaded_paper_is_a_file_and_recorded(browser, item):
    paper = Paper.objects.create(authority=item.authority, item=item, title="Needs <b>", text="words")
    answer = browser.get(address("paper", paper.pk))
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer.content == b"words"
    assert Event.objects.filter(verb="paper_downloaded").count() == 1


def test_today_says_what_a_clerk_a_member_and_an_owner_have_to_do(browser, signed_in, authority):
    member = signed_in("commissioner")
    group = GroupFactory(authority=authority, name="Sponsors")
    MemberFactory(group=group, user=member.user)
    soon = timezone.localdate() + timedelta(days=8)
    meeting = MeetingFactory(group=group, on=soon)
    Action.objects.create(
        authority=authority, group=group, text="Call the carers", owner="C", user=member.user, due_on=soon
    )
    assert "Send out the papers of Sponsors" in text(browser.get("/"))
    assert "Call the carers" in text(member.get("/"))
    Meeting.objects.filter(pk=meeting.pk).update(state=MeetingState.ISSUED)
    assert "Read the papers of Sponsors" in text(member.get("/"))
    MeetingFactory(group=group, on=timezone.localdate() - timedelta(days=2))
    assert "is not closed" in text(browser.get("/"))


def test_moves_without_a_form_are_told_when_refused(browser, item, meeting):
    assert "In the chair" not in text(sent(browser, "close", meeting.pk))
    assert "Nobody chairs this meeting." in text(sent(browser, "close", meeting.pk))
    sent(browser, "hear", item.pk)
    assert "cannot become" in text(sent(browser, "carry", item.pk))
    assert not Decision.objects.exists()


def test_a_withdrawn_item_and_a_cancelled_meeting_say_why(browser, item, meeting):
    sent(browser, "presenter", item.pk, presented_by="Ben", presenter_mode="in_person")
    sent(browser, "withdraw", item.pk, reason="She is going home.")
    page = sent(browser, "cancel", meeting.pk, reason="Covid")
    assert "Cancelled: Covid" in text(page)


def test_a_seat_is_ended_and_its_chair_recorded(browser, authority):
    group = GroupFactory(authority=authority)
    member = MemberFactory(group=group, name="Ann")
    assert "Ann chairs" in text(sent(browser, "chair", member.pk))
    sent(browser, "seat", member.pk, on="1/11/2026")
    assert "1 seat ended before today" in text(browser.get(group.get_absolute_url()))
    sent(browser, "add_action", group.pk, text="Find another", owner="Carol", due_on="1/12/2026")
    assert "Find another" in text(browser.get(group.get_absolute_url()))
