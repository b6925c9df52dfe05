"""The pages of the desk as a person uses them, without JavaScript: each step by its form."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from factories.children import ChildFactory
from factories.homes import StopFactory, officer_of
from factories.people import AuthorityFactory
from factories.requests import (
    ANSWERS,
    CANARY,
    NEEDS,
    PLACES,
    PLAN,
    VOICE,
    a_draft,
    a_home,
    an_emergency,
    asked_yes,
    person_of,
    soon,
)
from sufficiency.web.audit.models import Event
from sufficiency.web.homes.models import Home
from sufficiency.web.placements import actions, links, standard
from sufficiency.web.placements.errors import RefusedError
from sufficiency.web.placements.models import Ask, SearchRequest
from sufficiency.web.placements.questions import QUESTIONS, STEPS
from sufficiency.web.placements.questions.declaring import Kind

pytestmark = pytest.mark.django_db


def at(name, *args):
    return reverse(f"placements:{name}", args=args)


def later(hours):
    when = timezone.localtime(soon(hours))
    return {"day": f"{when:%d/%m/%Y}", "time": f"{when:%H:%M}"}


def test_a_request_is_written_sent_challenged_ranked_asked_decided_and_placed_by_forms(authority, signed_in):
    worker, manager, officer = (
        signed_in(role) for role in ("social_worker", "team_manager", "placement_officer")
    )
    child = ChildFactory(
        authority=authority, reference="2001", born=timezone.localdate().replace(year=2017, day=1)
    )
    home = a_home(authority)
    begun = worker.post(at("begin"), {"children": "2001", **later(5)})
    request = SearchRequest.objects.get()
    member = request.members.get()
    assert member.child == child
    assert begun.url == at("answer_child", request.pk, "needs", member.pk)
    for step, answers in (("needs", NEEDS), ("voice", VOICE), ("places", PLACES), ("risks", {"version": 1})):
        went = worker.post(at("answer_child", request.pk, step, member.pk), {**answers, "said_by": "Ben"})
        assert went.status_code == 302, went.context["form"].errors
    for step, answers in (("plan", PLAN), ("search", {"version": 1})):
        assert worker.post(at("answer", request.pk, step), answers).status_code == 302
    worker.post(at("send", request.pk), {"version": 1})
    request.refresh_from_db()
    assert request.state == "challenge"
    assert manager.post(at("challenge", request.pk), {**ANSWERS, "version": 2}).status_code == 302
    worker.post(at("kin", request.pk), {"name": "Aunt", "relation": "aunt", "outcome": "not_willing"})
    worker.post(at("close_kin", request.pk), {"meeting": "declined"})
    page = officer.get(at("homes", request.pk)).content.decode()
    assert home.reference in page
    assert "Best in each tier" in page
    officer.post(at("homes", request.pk), {"home": [home.pk], **later(3)})
    ask = Ask.objects.get()
    officer.post(at("answered", request.pk, ask.pk), {"answer": "yes"})
    request.refresh_from_db()
    told = {"reason": "Near school.", "gaps": "None known.", "version": request.version}
    chosen = officer.post(at("choose", request.pk, home.pk), told)
    assert chosen.status_code == 302, chosen.context["form"].errors
    request.refresh_from_db()
    placed = officer.post(
        at("place", request.pk), {"on": f"{timezone.localdate():%d/%m/%Y}", "version": request.version}
    )
    assert placed.status_code == 302, placed.context["form"].errors
    request.refresh_from_db()
    assert request.state == "placed"
    check = request.checks.first()
    assert (
        officer.post(at("check", request.pk, check.pk), {"note": "Well.", "mode": "in_person"}).status_code
        == 302
    )
    page = officer.get(at("request", request.pk)).content.decode()
    assert "I want to stay with my brother." in page
    assert "Commitment" in page
    assert CANARY not in page
    assert Event.objects.filter(verb="request_seen", child="2001").exists()


def test_a_stale_page_is_refused_in_words_and_keeps_what_was_written(authority, signed_in):
    request = an_emergency(authority)
    home = a_home(authority)
    asked_yes(request, home)
    officer = signed_in("placement_officer")
    page = officer.post(at("choose", request.pk, home.pk), {"reason": "Kept words", "version": 1})
    assert page.status_code == 200
    assert b"moved on since you opened the page" in page.content
    assert b"Kept words" in page.content


def test_by_when_a_home_is_needed_is_changed_by_its_form(authority, signed_in):
    request, worker = an_emergency(authority), signed_in("social_worker")
    page = worker.get(at("need_by", request.pk)).content.decode()
    assert f'value="{timezone.localtime(request.needed_by):%H:%M}"' in page  # what holds is filled in
    stale = worker.post(at("need_by", request.pk), {**later(50), "version": request.version - 1})
    assert "moved on since you opened the page" in stale.content.decode()
    past = worker.post(at("need_by", request.pk), {**later(-2), "version": request.version})
    assert "Say a time that is still to come." in past.content.decode()
    wrong = worker.post(at("need_by", request.pk), {"day": "31/02/2027", "time": "25:00"})
    assert "Write the day like 24/11/2026." in wrong.content.decode()
    kept = worker.post(at("need_by", request.pk), {**later(50), "version": request.version})
    assert kept.url == request.get_absolute_url()
    before = request.version
    request.refresh_from_db()
    assert timezone.localtime(request.needed_by).strftime("%H:%M") == later(50)["time"]
    assert request.version == before + 1
    assert Event.objects.filter(verb="request_answered", reason="needed by").count() == 1
    waiting = a_draft(authority)
    actions.send(waiting, by=person_of(authority, "social_worker", "Ben"))
    refused = worker.post(at("need_by", waiting.pk), later(50))
    assert "withdraw it and ask again" in refused.content.decode()


@pytest.mark.parametrize("home", ["abc", "-1", "", "99999999999999999999999", "²"])
def test_what_no_page_of_ours_sends_is_refused_in_words(authority, signed_in, home):
    request, officer = an_emergency(authority), signed_in("placement_officer")
    asked = officer.post(at("homes", request.pk), {"home": [home], **later(3)}, follow=True)
    assert "Choose at least one home to ask" in asked.content.decode()
    assert not request.asks.exists()
    looked = officer.get(at("homes", request.pk), {"why_not": "\x00"})
    assert "has no home called" in looked.content.decode()
    assert officer.get(at("reports"), {"q": "taxi\x00"}).status_code == 200


def test_why_not_answers_for_any_home_by_name(authority, signed_in):
    request = an_emergency(authority)
    a_home(authority, reference="H-015", approval__places=1, approval__oldest=5)
    officer = signed_in("placement_officer")
    StopFactory(home=Home.objects.get(reference="H-015"))
    page = officer.get(at("homes", request.pk), {"why_not": "h-015"}).content.decode()
    assert "no stop on placements is in force" in page
    assert "May be set aside by: head of children&#x27;s social care" in page
    assert "has no home called" in officer.get(at("homes", request.pk), {"why_not": "H-999"}).content.decode()


def test_a_home_answers_by_its_link_and_a_link_taken_back_opens_no_more(authority, client):
    request, home = an_emergency(authority), a_home(authority)
    officer = officer_of(authority)
    (ask,) = actions.ask(request, [home], reply_by=soon(2), by=officer)
    path = links.path_of(ask)
    page = client.get(path)
    assert page.status_code == 200
    assert b"Child A" in page.content
    assert request.members.get().child.reference.encode() not in page.content
    refused = client.post(path, {"answer": "no"})
    assert b"Choose the reason that fits best" in refused.content
    assert client.post(path, {"answer": "no", "why_not": "mix"}).status_code == 200
    ask.refresh_from_db()
    assert (ask.state, ask.why_not, ask.answered_by) == ("no", "mix", f"Home {home.reference}")
    client.post(path, {"answer": "yes"})
    ask.refresh_from_db()
    assert ask.state == "yes"
    actions.revoke(ask, by=officer)
    closed = client.get(path)
    assert (closed.status_code, b"This question is closed" in closed.content) == (410, True)
    assert client.get(at("asked", "made-up")).status_code == 410
    assert Event.objects.filter(verb="ask_refused").count() == 1


def text_of(content):
    """The words of a Word file."""
    with ZipFile(BytesIO(content)) as files:
        return "".join(
            files.read(name).decode("utf-8", "ignore") for name in files.namelist() if name.endswith(".xml")
        )


def text_of_pdf(content):
    """The words of a PDF file, as a reader copies them."""
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def test_a_canary_address_is_in_no_referral_export_message_pdf_or_file_name_unless_revealed(
    authority, signed_in, client
):
    request, home = an_emergency(authority), a_home(authority)
    member = request.members.get()
    officer = signed_in("placement_officer")
    by = officer_of(authority)
    told = {
        "key_people": f"Gran at {CANARY.lower()}, PE289XX",
        "avoid_which": "12 Canary Street",
        "health": "12 canary  street",
    }
    actions.write(request, told, by=by, member=member)
    (ask,) = actions.ask(request, [home], reply_by=soon(2), by=by)
    actions.reply(ask, yes=True, by=by)
    actions.name_children(ask, by=by)
    ask.refresh_from_db()
    actions.set_kin_aside(request, reason="Tonight.", by=person_of(authority, "team_manager", "Dev"))
    docx, pdf = (officer.get(at("download", request.pk, ask.pk, form)) for form in ("docx", "pdf"))
    message, ranked = officer.get(at("message", request.pk, ask.pk)), officer.get(at("homes", request.pk))
    told = {"reason": "Gran is at 12 Canary Street.", "gaps": f"Far from {CANARY}."}
    actions.choose(request, home, by=by, **told)
    plans = [officer.get(at("plan", request.pk, form)) for form in ("docx", "pdf")]
    for extracted in (text_of_pdf(pdf.content), text_of_pdf(plans[1].content)):
        assert "Mum on Saturdays" in extracted  # or nothing would be found in it either
    pages = [
        text_of(docx.content),
        text_of_pdf(pdf.content),
        text_of(plans[0].content),
        text_of_pdf(plans[1].content),
        *(repr(PdfReader(BytesIO(one.content)).metadata) for one in (pdf, plans[1])),
        message.content.decode(),
        ranked.content.decode(),
        officer.get(at("standard", request.pk)).content.decode(),
        client.get(links.path_of(ask)).content.decode(),
        officer.get(at("request", request.pk)).content.decode(),
        officer.get(at("board")).content.decode(),
        officer.get(at("reports")).content.decode(),
        officer.get("/").content.decode(),
        *(answer["Content-Disposition"] for answer in (docx, pdf, *plans)),
    ]
    for page in pages:
        assert not re.search(r"PE28\s*9XX|canary\s+street", page, re.IGNORECASE), page[:200]
    revealed = officer.post(
        at("reveal", request.pk, ask.pk), {"recipient": "Ms Carer", "reason": "School run from Monday"}
    )
    assert CANARY in text_of(revealed.content)
    assert "Ms Carer" in text_of(revealed.content)
    assert CANARY not in revealed["Content-Disposition"]
    assert Event.objects.filter(verb="address_revealed", reason__startswith="Ms Carer").count() == 1


def test_every_field_of_the_regional_standard_goes_out_and_comes_back(authority):
    request = a_draft(authority, filled=False)
    member, officer = request.members.get(), officer_of(authority)
    for question in QUESTIONS.values():
        if question.standard and question.kind is not Kind.POSTCODE and not question.is_address:
            value = question.options[0] if question.options else "something"
            owner = member if STEPS[question.step].by_child else None
            actions.write(request, {question.key: value}, by=officer, member=owner)
    out = standard.exported(request)
    other = a_draft(authority, filled=False)
    moved = out.replace(member.child.reference, other.members.get().child.reference)
    assert standard.imported(other, moved, by=officer) == request.answers.filter(is_current=True).count()
    again = standard.exported(other).replace(other.members.get().child.reference, member.child.reference)
    assert again.replace(other.reference, request.reference) == out
    assert standard.imported(other, moved, by=officer) == 0


def test_the_agreement_comes_back_too_and_what_differs_is_told(authority):
    request, home = an_emergency(authority), a_home(authority)
    officer = officer_of(authority)
    actions.set_kin_aside(request, reason="Tonight.", by=person_of(authority, "team_manager", "Dev Example"))
    asked_yes(request, home)
    choice = actions.choose(request, home, reason="Nearest.", gaps="None.", by=officer)
    reference = request.members.get().child.reference
    text = f'Child ID,Total agreed weekly cost,Placement Type\n{reference},"£1,234.50",Residential\n'
    request.refresh_from_db()
    assert standard.imported(request, text, by=officer) == 1
    choice.refresh_from_db()
    assert str(choice.weekly_cost) == "1234.50"
    assert standard.imported(request, text, by=officer) == 0
    assert standard.differences(request, text) == [
        "Placement Type: the file says “Residential”, here it is “Foster” and stays so."
    ]


def test_the_latest_day_is_read_while_a_request_is_written(authority):
    request, officer = a_draft(authority), officer_of(authority)
    reference = request.members.get().child.reference
    for day, message in (("soon", "is no day such as"), ("2020-01-01", "still to come")):
        with pytest.raises(RefusedError, match=message):
            standard.imported(request, f"Child ID,latest start date\n{reference},{day}\n", by=officer)
    assert (
        standard.imported(request, f"Child ID,latest start date\n{reference},2040-02-03\n", by=officer) == 1
    )
    request.refresh_from_db()
    assert f"{request.needed_by:%Y-%m-%d}" == "2040-02-03"


def test_a_bad_import_changes_nothing_and_says_which_line_and_column(authority, signed_in):
    request = a_draft(authority, filled=False)
    reference = request.members.get().child.reference
    text = f"Child ID,Risk to child: Going missing,preferred area\n{reference},Enormous risk,Cambridge\n"
    page = signed_in("placement_officer").post(
        at("import", request.pk), {"file": SimpleUploadedFile("in.csv", text.encode()), "version": 1}
    )
    assert "Line 2, Risk to child: Going missing: “Enormous risk” is none of" in page.content.decode()
    assert not request.answers.exists()


def test_another_authoritys_request_is_not_there(signed_in):
    request = a_draft(AuthorityFactory())
    officer = signed_in("placement_officer")
    for name in ("request", "homes", "place", "standard"):
        assert officer.get(at(name, request.pk)).status_code == 404


def test_the_board_says_what_each_request_waits_for(authority, signed_in):
    a_draft(authority)
    request, home = an_emergency(authority), a_home(authority)
    officer = signed_in("placement_officer")
    assert "A placement officer: ask homes" in officer.get(at("board")).content.decode()
    asked_yes(request, home)
    page = officer.get(at("board")).content.decode()
    assert "choose (1 yes)" in page
    assert "2 open requests, 1 needed within a day" in page


def test_the_board_takes_the_same_queries_however_many_requests(
    authority, signed_in, django_assert_max_num_queries
):
    for _ in range(4):
        an_emergency(authority)
    officer = signed_in("placement_officer")
    officer.get(at("board"))
    with django_assert_max_num_queries(12):
        officer.get(at("board"))


def test_refusals_and_emergencies_are_reported(authority, signed_in):
    request, home = an_emergency(authority), a_home(authority)
    (ask,) = actions.ask(request, [home], reply_by=soon(2), by=officer_of(authority))
    actions.reply(ask, yes=False, why_not="mix", by=officer_of(authority))
    page = signed_in("team_manager").get(at("reports")).content.decode()
    assert "Not the right mix with children there" in page
    assert "Behaviour that needs skilled care" in page
    assert "1 of 1 challenged request were" in page or "1 of 1" in page


def test_what_went_wrong_is_reported_with_the_reasons(authority, signed_in):
    request, home = an_emergency(authority), a_home(authority)
    officer = officer_of(authority)
    actions.set_kin_aside(request, reason="Tonight.", by=person_of(authority, "team_manager", "Dev Example"))
    asked_yes(request, home)
    actions.choose(request, home, reason="Nearest to school.", gaps="None.", by=officer)
    today = timezone.localdate()
    actions.place(request, on=today, by=officer)
    told = {"why": "known", "what_happened": "Too far.", "learned": "Ask about journeys."}
    actions.review_disruption(request, ended_on=today, by=officer, **told)
    page = signed_in("team_manager").get(at("reports")).content.decode()
    assert "Known beforehand, and not acted on" in page
    assert page.count("Nearest to school.") == 1
    assert "Chosen without a named assessment" in page
