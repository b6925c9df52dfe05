"""From files to a stored return, or to the reason why not."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given as for_any, settings, strategies as st

from factories.children import store
from factories.returns import (
    EPISODES,
    HEADER,
    MENDED,
    REVIEWS,
    UploadFactory,
    analyst_of,
    as_given,
    csv_files,
)
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.web.audit.models import Event
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.children.models import Record, StoredReturn
from sufficiency.web.returns import actions, analytics, queries, receiving
from sufficiency.web.returns.actions import BusyError, MovedOnError
from sufficiency.web.returns.models import Finding, Original, RuleOutcome, Upload
from sufficiency.web.returns.packing import Given, unpacked
from sufficiency.web.returns.signals import return_stored
from sufficiency.web.returns.states import State


@pytest.fixture
def by(authority):
    return analyst_of(authority)


def receive(by, *, replacing=False, **texts):
    upload = receiving.receive(as_given(csv_files(**texts)), by=by)
    return receiving.replace(upload, by=by) if replacing else upload


def of_header(text):
    return {"header": text, "episodes": EPISODES, "reviews": REVIEWS}


def codes(upload):
    return set(upload.findings.values_list("code", flat=True))


def test_a_return_is_checked_and_stored(by):
    upload = receive(by)
    assert (upload.state, upload.year_in_words) == (State.STORED, "2025-26")
    assert {"101", "141"} <= codes(upload)
    assert Record.objects.filter(upload=upload.pk).count() == 5
    assert StoredReturn.objects.get().fingerprint == upload.fingerprint


def test_every_rule_ends_in_one_way_and_the_counts_agree(by):
    upload = Upload.objects.get(pk=receive(by).pk)
    ended = list(RuleOutcome.objects.values_list("outcome", flat=True))
    for name in ("passed", "failed", "not_applicable", "could_not_run"):
        assert ended.count(name) == getattr(upload, name)
    assert upload.rules == len(ended)
    assert upload.found == Finding.objects.count()


def test_a_finding_says_where_and_why(by):
    finding = receive(by).findings.get(code="101")
    assert (finding.table, finding.line, finding.child, finding.columns) == ("Header", 3, "200", "SEX")
    assert "blank" in finding.why


def test_storing_is_one_event_with_the_year(by):
    upload = receive(by)
    event = Event.objects.get()
    assert (event.verb, event.subject, event.reason) == (Verb.RETURN_STORED, str(upload.pk), "2025-26")


def test_the_files_are_kept_as_they_came(by):
    files = as_given()
    upload = receiving.receive(files, by=by)
    assert unpacked(bytes(upload.original.content)) == files
    assert [file["name"] for file in upload.files] == [file.name for file in files]


@pytest.mark.parametrize(
    ("files", "what"),
    [
        ([Given("header.csv", b"\x89PNG\0\0")], "not a text file"),
        ([Given("notes.csv", b"A,B\n1,2\n")], "None of the 1 files"),
        ([Given("return.xml", b"<html></html>")], "begins with html"),
        ([Given("return.zip", b"PK\x03\x04 and then nothing")], ""),
        ([Given("return.xlsx", b"PK")], "xlsx file cannot be read"),
        ([Given("header.csv", b"")], "empty"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason_and_nothing_is_stored(by, files, what):
    upload = receiving.receive(files, by=by)
    assert upload.state == State.REFUSED
    assert what in upload.what
    assert upload.what_next
    assert not Record.objects.exists()
    assert not Original.objects.exists()
    assert Event.objects.get().verb == Verb.RETURN_REFUSED


def test_a_character_that_no_database_takes_is_refused(by):
    files = csv_files()
    rows = b"".join(b"9%d,M,01/01/2010,WBRI,X,,\n" % row for row in range(2000))
    files["header.csv"] += rows + b"A\0B,M,01/01/2010,WBRI,,,\n"
    upload = receiving.receive(as_given(files), by=by)
    assert upload.state == State.REFUSED
    assert "NUL" in upload.what


def test_a_reference_too_long_to_be_one_is_refused(by):
    upload = receive(by, episodes=EPISODES.replace("100   |", "1" * 41 + "|"))
    assert "longer than 40 characters" in upload.what


def test_messages_that_quote_a_file_can_always_be_kept(by):
    content = "CHI\0LD,SEX,SEX\n1,2,3\n".encode("utf-16")
    assert receiving.receive([Given("header.csv", content)], by=by).state == State.REFUSED


def test_a_fault_of_ours_is_told_and_keeps_nobody_waiting(by, monkeypatch, caplog):
    def breaks(*_args, **_kwargs):
        raise RuntimeError("secret of a child")

    monkeypatch.setattr(analytics, "checked", breaks)
    upload = receive(by)
    assert upload.state == State.REFUSED
    assert "fault is ours" in upload.what
    assert "secret" not in upload.what
    assert "could not be checked" in caplog.text
    monkeypatch.undo()
    assert receive(by).state == State.STORED


def test_where_storing_breaks_off_nothing_is_half_stored(by, monkeypatch):
    receive(by)

    def breaks(*_args, **_kwargs):
        raise RuntimeError("half-way")

    monkeypatch.setattr(actions, "_write_findings", breaks)
    again = receive(by, replacing=True, **of_header(MENDED))
    first = Upload.objects.last()
    assert (again.state, first.state) == (State.REFUSED, State.STORED)
    assert set(Record.objects.values_list("upload", flat=True)) == {first.pk}


def test_a_year_that_is_stored_already_waits_for_an_answer(by):
    first = receive(by)
    second = receive(by, **of_header(MENDED))
    assert second.state == State.WAITING
    assert [table["name"] for table in second.tables] == ["Header", "Episodes", "Reviews"]
    assert set(Record.objects.values_list("upload", flat=True)) == {first.pk}


def test_replacing_puts_one_return_in_the_place_of_the_other(by):
    first = receive(by)
    second = receive(by, replacing=True, **of_header(MENDED))
    first.refresh_from_db()
    assert (first.state, second.state) == (State.REPLACED, State.STORED)
    assert set(Record.objects.values_list("upload", flat=True)) == {second.pk}
    assert f"in the place of upload {first.pk}" in Event.objects.first().reason
    assert Finding.objects.filter(upload=first).exists()


def test_keeping_what_is_stored_lets_the_new_files_go(by):
    first = receive(by)
    second = receiving.keep_what_is_stored(receive(by), by=by)
    assert second.state == State.REFUSED
    assert "Farid Example chose to keep" in second.what
    assert not Original.objects.filter(upload=second).exists()
    assert queries.stored_upload(by.here, CollectionYear(2026)) == first


def test_an_answer_that_comes_second_changes_nothing(by):
    receive(by)
    waiting = receive(by)
    same = Upload.objects.get(pk=waiting.pk)
    receiving.replace(waiting, by=by)
    with pytest.raises(MovedOnError):
        receiving.keep_what_is_stored(same, by=by)


def test_a_second_upload_while_one_is_checked_is_turned_away(by, authority):
    UploadFactory(authority=authority, state=State.CHECKING, year=None, uploaded_by="Amira Example")
    with pytest.raises(BusyError) as busy:
        receive(by)
    assert busy.value.other.uploaded_by == "Amira Example"
    assert Upload.objects.count() == 1


def test_another_authoritys_upload_keeps_nobody_waiting(by):
    UploadFactory(state=State.CHECKING, year=None)
    assert receive(by).state == State.STORED


def test_an_upload_whose_check_was_cut_off_is_let_go(by, authority):
    before = timezone.now() - actions.STALE_AFTER - timedelta(seconds=1)
    stale = UploadFactory(authority=authority, state=State.CHECKING, year=None, began_at=before)
    assert receive(by).state == State.STORED
    stale.refresh_from_db()
    assert stale.state == State.REFUSED
    assert "cut off" in stale.what
    assert Event.objects.filter(verb=Verb.RETURN_REFUSED, actor="Sufficiency").exists()


def test_two_who_let_go_of_it_in_the_same_moment_do_not_hinder_each_other(by, authority, monkeypatch):
    before = timezone.now() - actions.STALE_AFTER - timedelta(seconds=1)
    stale = UploadFactory(authority=authority, state=State.CHECKING, year=None, began_at=before)
    monkeypatch.setattr(actions.queries, "being_checked", lambda _authority: stale)
    Upload.objects.update(state=State.REFUSED)
    assert receive(by).state == State.STORED


def test_a_check_that_ends_after_it_was_let_go_stores_nothing(by, monkeypatch):
    run = analytics.checked

    def slow(*args, **kwargs):
        Upload.objects.update(state=State.REFUSED, what="Checking was cut off.")
        return run(*args, **kwargs)

    monkeypatch.setattr(analytics, "checked", slow)
    upload = receive(by)
    assert (upload.state, upload.what) == (State.REFUSED, "Checking was cut off.")
    assert not Record.objects.exists()


def test_the_database_keeps_one_stored_upload_a_year(authority):
    UploadFactory(authority=authority, year=2024)
    with pytest.raises(IntegrityError), transaction.atomic():
        UploadFactory(authority=authority, year=2024)
    UploadFactory(authority=authority, year=2024, state=State.REPLACED)


def test_last_years_return_is_compared_where_it_is_stored(by):
    before = receive(
        by, header=MENDED.replace("200   | M", "200   | F"), episodes=EPISODES.replace("2025", "2024")
    )
    upload = receive(by, **of_header(MENDED))
    assert before.year == upload.year - 1
    assert upload.checked_against == before
    assert "202" in codes(upload)  # the sex is not that of last year


def test_a_year_stored_later_makes_the_check_of_the_next_one_outdated(by):
    upload = receive(by)
    assert not queries.is_outdated(upload)
    receive(by, header=HEADER, episodes=EPISODES.replace("2025", "2024"))
    assert queries.is_outdated(upload)
    again = receiving.check_again(upload, by=by)
    assert not queries.is_outdated(again)
    assert Event.objects.first().verb == Verb.RETURN_CHECKED_AGAIN


def test_checking_again_finds_the_same_where_nothing_changed(by):
    upload = receive(by)
    before = list(upload.findings.values_list("code", "table", "line", "why"))
    again = receiving.check_again(upload, by=by)
    assert list(again.findings.values_list("code", "table", "line", "why")) == before
    assert again.outcomes.count() == again.rules


def test_a_replaced_upload_is_not_checked_again(by):
    first = receive(by)
    receive(by, replacing=True)
    first.refresh_from_db()
    with pytest.raises(MovedOnError):
        receiving.check_again(first, by=by)


def test_what_is_mended_and_what_is_new_is_counted(by):
    first = receive(by)
    assert (first.newly_found, first.mended) == (None, None)
    second = receive(by, replacing=True, **of_header(MENDED.replace("100   | M ", "100   | 7 ")))
    was = set(first.findings.values_list("code", "child", "why"))
    now = set(second.findings.values_list("code", "child", "why"))
    assert second.mended == len(was - now) > 0
    assert second.newly_found == len(now - was) > 0


def test_an_acceptance_and_the_first_day_go_along_to_the_next_upload(by):
    finding = receive(by).findings.get(code="101")
    actions.accept(finding, reason="Not recorded abroad.", by=by)
    second = receive(by, replacing=True)
    again = second.findings.get(code="101")
    assert (again.accepted_reason, again.accepted_by) == ("Not recorded abroad.", "Farid Example")
    assert again.first_found == finding.first_found
    assert (second.newly_found, second.mended) == (0, 0)


def test_an_acceptance_stays_behind_where_the_row_is_wrong_in_another_way(by):
    actions.accept(receive(by).findings.get(code="101"), reason="Fine.", by=by)
    second = receive(by, replacing=True, **of_header(HEADER.replace("200   |     |", "200   | 7   |")))
    assert not second.findings.get(code="101").is_accepted


def test_accepting_and_taking_back_are_events_about_the_child(by):
    finding = receive(by).findings.get(code="101")
    actions.accept(finding, reason="Fine.", by=by)
    actions.reopen(finding, by=by)
    newest, before = Event.objects.all()[:2]
    assert (before.verb, before.child, before.reason) == (Verb.FINDING_ACCEPTED, "200", "Fine.")
    assert (newest.verb, newest.child) == (Verb.FINDING_REOPENED, "200")
    assert not Finding.objects.get(pk=finding.pk).is_accepted


def test_findings_of_the_past_are_not_accepted_any_more(by):
    finding = receive(by).findings.get(code="101")
    receive(by, replacing=True)
    finding.refresh_from_db()
    with pytest.raises(MovedOnError):
        actions.accept(finding, reason="Too late.", by=by)


def test_others_are_told_after_all_is_stored(by, django_capture_on_commit_callbacks):
    heard = []

    def listen(sender, authority, year, **_):
        heard.append((sender, authority, year, Record.objects.count()))

    return_stored.connect(listen)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            receive(by)
    finally:
        return_stored.disconnect(listen)
    assert heard == [(Upload, by.here, CollectionYear(2026), 5)]


def test_a_listener_that_fails_undoes_nothing(by, django_capture_on_commit_callbacks):
    def breaks(**_):
        raise RuntimeError("elsewhere")

    return_stored.connect(breaks)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            upload = receive(by)
    finally:
        return_stored.disconnect(breaks)
    assert Upload.objects.get(pk=upload.pk).state == State.STORED


def test_the_year_can_be_given_where_the_dates_cannot_tell_it(by):
    files = as_given({"header.csv": csv_files()["header.csv"]})
    refused = receiving.receive(files, by=by)
    assert "year cannot be told" in refused.what
    assert receiving.receive(files, by=by, year=CollectionYear(2026)).state == State.STORED


@pytest.mark.slow
@for_any(st.data())
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_uploaded_ends_as_stored_waiting_or_refused_with_a_reason(by, data):
    files = dict(csv_files())
    name = data.draw(st.sampled_from(sorted(files)))
    at = data.draw(st.integers(0, len(files[name])))
    files[name] = files[name][:at] + data.draw(st.binary(max_size=30)) + files[name][at:]
    upload = receiving.receive(as_given(files), by=by)
    assert upload.state in (State.STORED, State.WAITING, State.REFUSED)
    assert "fault is ours" not in upload.what
    assert upload.what or upload.state != State.REFUSED
    Upload.objects.filter(state=State.STORED).update(state=State.REPLACED)


def test_returns_stored_otherwise_are_replaced_too(by, authority):
    store(authority, "2025-26", upload=99)
    upload = receive(by)
    assert set(Record.objects.values_list("upload", flat=True)) == {upload.pk}
