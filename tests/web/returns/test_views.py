"""The pages of uploads: history, a new one, what came of it, replacing, checking again, the files."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from factories.people import AuthorityFactory
from factories.returns import (
    EPISODES,
    HEADER,
    MENDED,
    REVIEWS,
    RuleOutcomeFactory,
    UploadFactory,
    analyst_of,
    as_given,
    chosen,
    csv_files,
)
from sufficiency.web.audit.models import Event
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.children.models import Record
from sufficiency.web.returns import limits, receiving
from sufficiency.web.returns.models import Upload
from sufficiency.web.returns.packing import packed
from sufficiency.web.returns.states import State
from web.counting import queries_for

ADDRESS = "/returns/"


def text_of(page):
    return page.content.decode()


def send(browser, files=None, **given):
    return browser.post(f"{ADDRESS}new/", {"given_files": chosen(files), **given})


@pytest.fixture
def stored(authority):
    return receiving.receive(as_given(), by=analyst_of(authority))


@pytest.fixture
def waiting(stored, authority):
    assert stored.is_stored
    files = csv_files(header=MENDED, episodes=EPISODES, reviews=REVIEWS)
    return receiving.receive(as_given(files), by=analyst_of(authority))


def test_without_uploads_the_list_says_where_to_start(signed_in):
    page = text_of(signed_in("analyst").get(ADDRESS))
    assert "Start with the oldest year" in page
    assert f"{ADDRESS}new/" in page


def test_who_may_only_look_is_not_asked_to_upload(signed_in):
    page = text_of(signed_in("team_manager").get(ADDRESS))
    assert "An analyst uploads it." in page
    assert f"{ADDRESS}new/" not in page


def test_the_list_tells_when_who_which_year_and_what_came_of_it(signed_in, stored):
    page = text_of(signed_in("analyst").get(ADDRESS))
    for words in (f"Upload {stored.pk}", "2025-26", "Farid Example", ">Stored<", "rules failed on"):
        assert words in page


def test_a_year_in_which_no_rule_ran_is_not_shown_as_clean(signed_in, authority):
    UploadFactory(authority=authority, year=2020, not_applicable=322)
    browser = signed_in("analyst")
    assert "not checked" in text_of(browser.get(ADDRESS))
    page = text_of(browser.get(f"{ADDRESS}{Upload.objects.get().pk}/"))
    assert "None of 322 rules could be checked · 0 passed · 322 did not apply" in page


def test_uploads_of_another_authority_are_not_listed(signed_in, authority):
    UploadFactory(authority=authority)
    UploadFactory(authority=AuthorityFactory(), uploaded_by="Someone Else")
    page = text_of(signed_in("analyst").get(ADDRESS))
    assert "1 upload<" in page
    assert "Someone Else" not in page


def test_files_are_uploaded_checked_and_stored_in_one_go(signed_in):
    page = send(signed_in("analyst"))
    upload = Upload.objects.get()
    assert page.status_code == 302
    assert page.url == f"{ADDRESS}{upload.pk}/"
    assert upload.state == State.STORED
    assert upload.uploader is not None


def test_a_zip_is_as_good_as_its_files(signed_in):
    send(signed_in("analyst"), {"return.zip": packed(as_given())})
    assert Upload.objects.get().state == State.STORED


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({}, "Choose the files of the return."),
        ({"return.xlsx": b"PK"}, "return.xlsx cannot be read. Give CSV files"),
        ({"header.csv": b""}, "One of the files is empty."),
    ],
)
def test_a_form_with_a_mistake_comes_back_with_it_at_the_top_and_beside(signed_in, files, words):
    page = signed_in("analyst").post(
        f"{ADDRESS}new/",
        {"given_files": [SimpleUploadedFile(name, content) for name, content in files.items()]},
    )
    assert page.status_code == 422
    assert "<title>Error: " in text_of(page)
    assert text_of(page).count(words) == 2
    assert not Upload.objects.exists()


def test_a_return_that_cannot_be_read_is_told_at_the_top_of_its_page(signed_in):
    browser = signed_in("analyst")
    page = text_of(
        browser.get(send(browser, {"header.csv": b"CHILD,SEX,DOB,ETHNIC,UPN,MOTHER\n1,,,,,\n"}).url)
    )
    assert "This return was not stored" in page
    assert "There is no MC_DOB column" in page
    assert "What to do: Export the Header table again" in page
    assert "<title>Error" in page
    assert not Record.objects.exists()


def test_another_upload_being_checked_is_told_with_whose_it_is(signed_in, authority):
    UploadFactory(authority=authority, state=State.CHECKING, year=None, uploaded_by="Amira Example")
    page = send(signed_in("analyst"))
    assert page.status_code == 422
    assert "Amira Example’s upload of" in text_of(page)
    assert Upload.objects.count() == 1


def test_a_year_that_is_stored_asks_before_it_is_replaced(signed_in, stored):
    page = send(signed_in("analyst"), csv_files(header=MENDED, episodes=EPISODES))
    waiting = Upload.objects.first()
    assert page.url == f"{ADDRESS}{waiting.pk}/replace/"
    stored.refresh_from_db()
    assert stored.state == State.STORED


def test_the_question_says_what_would_be_replaced(signed_in, stored, waiting):
    page = text_of(signed_in("analyst").get(f"{ADDRESS}{waiting.pk}/replace/"))
    assert "Replace the return of 2025-26?" in page
    assert f"{stored.found} rows failed its rules" in page


def test_answering_yes_replaces(signed_in, stored, waiting):
    browser = signed_in("analyst")
    page = browser.post(f"{ADDRESS}{waiting.pk}/replace/", {"answer": "replace"}, follow=True)
    assert "Since the upload before: " in text_of(page)
    stored.refresh_from_db()
    assert stored.state == State.REPLACED


@pytest.mark.parametrize("answer", ["keep", "", "nonsense"])
def test_any_other_answer_keeps_what_is_stored(signed_in, stored, waiting, answer):
    signed_in("analyst").post(f"{ADDRESS}{waiting.pk}/replace/", {"answer": answer})
    stored.refresh_from_db()
    waiting.refresh_from_db()
    assert (stored.state, waiting.state) == (State.STORED, State.REFUSED)


def test_an_answered_question_leads_to_the_upload(signed_in, stored):
    browser = signed_in("analyst")
    for answer in (browser.get, browser.post):
        assert answer(f"{ADDRESS}{stored.pk}/replace/").url == f"{ADDRESS}{stored.pk}/"


def test_replacing_waits_its_turn(signed_in, authority, stored, waiting):
    UploadFactory(authority=authority, state=State.CHECKING, year=None)
    page = signed_in("analyst").post(f"{ADDRESS}{waiting.pk}/replace/", {"answer": "replace"}, follow=True)
    assert "is being checked. Wait until it is done" in text_of(page)
    stored.refresh_from_db()
    assert stored.state == State.STORED


def test_a_waiting_upload_is_called_to_mind(signed_in, waiting):
    browser = signed_in("analyst")
    assert "Answer now" in text_of(browser.get(f"{ADDRESS}{waiting.pk}/"))
    assert "waits for your answer" in text_of(browser.get("/"))


def test_today_says_how_much_is_to_be_put_right(signed_in, stored):
    page = text_of(signed_in("analyst").get("/"))
    assert f"{stored.found} rows of the return of 2025-26 to put right" in page
    assert "Farid Example uploaded the return of 2025-26" in page


@pytest.mark.usefixtures("stored")
def test_today_does_not_ask_those_who_cannot_mend(signed_in):
    assert "to put right" not in text_of(signed_in("team_manager").get("/"))
    assert "uploaded the return" not in text_of(signed_in("social_worker").get("/"))


def test_the_page_of_an_upload_says_in_one_sentence_how_the_rules_ended(signed_in, stored):
    page = text_of(signed_in("analyst").get(f"{ADDRESS}{stored.pk}/"))
    sentence = (
        f"{stored.failed} of {stored.rules} rules failed on {stored.found} rows · {stored.passed} passed"
    )
    assert sentence in page


def test_what_could_not_be_checked_is_told_with_its_reason(signed_in, authority):
    upload = UploadFactory(authority=authority, passed=1, could_not_run=1)
    reason = "Needs the provider list, which was not given."
    RuleOutcomeFactory(upload=upload, code="1008", outcome="could_not_run", reason=reason)
    page = text_of(signed_in("analyst").get(f"{ADDRESS}{upload.pk}/"))
    assert "1 could not run (needs the provider list, which was not given)" in page
    assert "they did not pass" in page
    assert "1 rule: 1008" in page


def test_several_reasons_are_told_below_the_sentence(signed_in, authority):
    upload = UploadFactory(authority=authority, passed=1, could_not_run=2)
    for code in ("1", "2"):
        RuleOutcomeFactory(upload=upload, code=code, outcome="could_not_run", reason=f"Reason {code}.")
    assert "2 could not run (2 reasons, below)" in text_of(signed_in("analyst").get(f"{ADDRESS}{upload.pk}/"))


def test_notes_on_the_files_are_shown(signed_in):
    browser = signed_in("analyst")
    page = send(browser, {name: content.lower() for name, content in csv_files().items()})
    assert "Values in lower case were read as upper case." in text_of(browser.get(page.url))


@pytest.mark.slow
def test_uploads_of_one_year_make_a_trend(signed_in, stored, waiting):
    browser = signed_in("analyst")
    assert "with findings, down from" not in text_of(browser.get(f"{ADDRESS}{stored.pk}/"))
    browser.post(f"{ADDRESS}{waiting.pk}/replace/", {"answer": "replace"})
    page = text_of(browser.get(f"{ADDRESS}{waiting.pk}/"))
    assert f"with findings, down from {stored.found}" in page
    assert "Findings of each upload" in page


def test_a_check_made_without_last_year_is_offered_again(signed_in, authority, stored):
    before = as_given(csv_files(header=HEADER, episodes=EPISODES.replace("2025", "2024")))
    receiving.receive(before, by=analyst_of(authority))
    browser = signed_in("analyst")
    page = f"{ADDRESS}{stored.pk}/"
    assert "Check it again" in text_of(browser.get(page))
    assert "was checked again" in text_of(browser.post(f"{page}check-again/", follow=True))
    assert "Check it again" not in text_of(browser.get(page))


def test_asking_for_a_check_by_its_address_alone_checks_nothing(signed_in, stored):
    assert signed_in("analyst").get(f"{ADDRESS}{stored.pk}/check-again/").url == f"{ADDRESS}{stored.pk}/"
    assert not Event.objects.filter(verb=Verb.RETURN_CHECKED_AGAIN).exists()


def test_the_files_are_handed_out_as_they_came_and_that_is_recorded(signed_in, stored):
    answer = signed_in("analyst").get(f"{ADDRESS}{stored.pk}/download/")
    assert answer.content == packed(as_given())
    assert answer["Content-Disposition"].endswith(f'return-2025-26-upload-{stored.pk}.zip"')
    assert Event.objects.first().verb == Verb.RETURN_DOWNLOADED


PAGES = ["", "replace/", "check-again/", "download/", "findings/", "findings/by-child/", "findings/by-table/"]


@pytest.mark.parametrize("page", [*PAGES, "findings/download/", "rules/"])
def test_another_authoritys_upload_is_as_unknown_as_none(signed_in, page):
    theirs = UploadFactory(authority=AuthorityFactory())
    browser = signed_in("analyst")
    other, never = browser.get(f"{ADDRESS}{theirs.pk}/{page}"), browser.get(f"{ADDRESS}9999999/{page}")
    assert other.status_code == never.status_code == 404
    assert len(other.content) == len(never.content)


@pytest.mark.parametrize("page", ["new/", "{pk}/replace/", "{pk}/check-again/", "{pk}/download/"])
def test_who_may_only_look_cannot_upload_replace_or_take_files(signed_in, stored, page):
    browser, address = signed_in("team_manager"), ADDRESS + page.format(pk=stored.pk)
    assert browser.get(address).status_code == browser.post(address).status_code == 404


@pytest.mark.parametrize("role", ["social_worker", "councillor", "system_administrator"])
def test_roles_without_returns_find_nothing_here(signed_in, role, stored):
    browser = signed_in(role)
    assert {browser.get(f"{ADDRESS}{page}").status_code for page in ("", f"{stored.pk}/", "new/")} == {404}


@pytest.mark.usefixtures("stored")
def test_a_lost_session_leads_to_signing_in_and_back_to_the_form():
    page = send(Client())
    assert page.status_code == 302
    assert page.url.endswith(f"next={ADDRESS}new/")
    assert Upload.objects.count() == 1


def test_a_form_from_an_old_page_changes_nothing(signed_in):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(signed_in("analyst").user)
    page = send(browser)
    assert page.status_code == 403
    assert "This page was open for too long" in text_of(page)
    assert not Upload.objects.exists()


def test_a_request_that_is_too_large_gets_a_page_that_says_so_unread(signed_in, monkeypatch):
    monkeypatch.setattr("sufficiency.web.returns.views.new.takes_up_to", 1000)
    page = send(signed_in("analyst"), {"header.csv": b"CHILD\n" * 1000})
    assert page.status_code == 413
    assert "What you sent is too large" in text_of(page)
    assert not Upload.objects.exists()


def test_other_forms_take_no_files_at_all(signed_in, monkeypatch):
    monkeypatch.setattr(limits, "ORDINARY", 1000)
    page = signed_in("analyst").post("/authority/", {"authority": "X" * 2000})
    assert page.status_code == 413


def test_an_upload_page_asks_the_database_as_often_for_much_as_for_little(signed_in, authority):
    browser = signed_in("analyst")
    few = UploadFactory(authority=authority, passed=1, year=2024)
    RuleOutcomeFactory(upload=few)
    many = UploadFactory(authority=authority, passed=1, year=2026)
    RuleOutcomeFactory.create_batch(50, upload=many, outcome="could_not_run", reason="Needs something.")
    assert queries_for(browser, f"{ADDRESS}{few.pk}/") == queries_for(browser, f"{ADDRESS}{many.pk}/")


def test_the_list_asks_the_database_as_often_for_many_as_for_few(signed_in, authority):
    browser = signed_in("analyst")
    UploadFactory(authority=authority)
    few = queries_for(browser, ADDRESS)
    UploadFactory.create_batch(30, authority=authority, state=State.REPLACED)
    assert queries_for(browser, ADDRESS) == few
