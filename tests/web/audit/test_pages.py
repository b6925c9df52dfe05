import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from factories.events import EventFactory
from sufficiency.web.audit.models import Event

PAGE = "/record-of-use/"


@pytest.fixture
def officer(signed_in):
    return signed_in("data_protection_officer")


def rows(page):
    return [[str(cell) for cell in row] for row in page.context["listing"].rows]


def test_who_opened_a_childs_record(officer):
    EventFactory(child="A1", actor="Amira Hassan")
    EventFactory(child="B2", actor="Ben Carter")
    found = rows(officer.get(PAGE, {"child": "A1"}))
    assert [row[1] for row in found] == ["Amira Hassan"]


def test_looking_is_recorded_with_the_child_looked_for(officer):
    officer.get(PAGE, {"child": "A1"})
    event = Event.objects.first()
    assert (event.verb, event.child) == ("audit_seen", "A1")


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"actor": "amir"}, 1),
        ({"verb": "child_seen"}, 2),
        ({"verb": "role_given"}, 0),
        ({"since": "01/01/2026", "until": "02/01/2026"}, 0),
        ({"since": "2020-01-01"}, 3),
    ],
)
def test_the_filters_narrow_the_list(officer, filters, found):
    EventFactory(actor="Amira Hassan")
    EventFactory(actor="Ben Carter")
    page = officer.get(PAGE, filters)
    assert page.context["page"].paginator.count == found


@pytest.mark.parametrize("wrong", [{"since": "yesterday"}, {"since": "02/01/2026", "until": "01/01/2026"}])
def test_a_day_that_is_none_is_said_beside_the_field(officer, wrong):
    page = officer.get(PAGE, wrong)
    assert page.context["page"].paginator.count == 0
    assert "govuk-error-message" in page.content.decode()


def test_another_authoritys_events_stay_there(officer):
    EventFactory(authority="E09000001", actor="Zoe Far")
    EventFactory(authority="", actor="Someone not signed in")
    people = {row[1] for row in rows(officer.get(PAGE))}
    assert "Someone not signed in" in people
    assert "Zoe Far" not in people


def test_the_list_costs_the_same_however_long_it_is(officer):
    officer.get(PAGE)
    with CaptureQueriesContext(connection) as short:
        officer.get(PAGE)
    EventFactory.create_batch(60)
    with CaptureQueriesContext(connection) as long:
        page = officer.get(PAGE)
    assert page.context["page"].has_next()
    assert len(long) == len(short)


def test_the_download_holds_what_the_filters_let_through(officer):
    EventFactory(child="A1", reason="=HYPERLINK('x')")
    EventFactory(child="B2")
    answer = officer.get(PAGE + "download/", {"child": "A1"})
    found = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row["child"] for row in found] == ["A1"]
    assert found[0]["reason"].startswith("'=")
    assert answer["Content-Disposition"] == f'attachment; filename="record-of-use-{timezone.localdate()}.csv"'
    assert Event.objects.first().verb == "audit_exported"


def test_the_record_can_be_checked(officer):
    EventFactory()
    page = officer.post(PAGE + "check/").content.decode()
    assert "The record is whole" in page
    assert officer.get(PAGE + "check/").status_code == 405
