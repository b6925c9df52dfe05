"""What pages and reports read: by the clock on the wall, not by Greenwich."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from factories.requests import a_draft, an_emergency, person_of
from sufficiency.web.placements import queries, standard
from sufficiency.web.placements.models import Check, SearchRequest

pytestmark = pytest.mark.django_db
FIRST_OF_JULY = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)  # half past midnight of 1 July in London


def test_a_month_begins_at_midnight_in_london(authority, signed_in):
    an_emergency(authority)
    SearchRequest.objects.update(sent_at=FIRST_OF_JULY)
    assert queries.emergencies_by_month(authority) == [("2026-07", 1, 1, 1)]
    page = signed_in("team_manager").get(reverse("placements:reports")).content.decode()
    assert "July 2026" in page


def test_a_check_is_due_from_midnight_in_london(authority):
    request = an_emergency(authority)
    due = Check.objects.create(authority=authority, request=request, kind="72h", due_on="2026-07-01")
    assert list(queries.checks_due(authority, now=FIRST_OF_JULY)) == [due]


def test_the_regional_standard_writes_and_reads_the_day_in_london(authority):
    request = a_draft(authority)
    SearchRequest.objects.update(needed_by=datetime(2040, 6, 30, 23, 30, tzinfo=UTC))
    request.refresh_from_db()
    assert "2040-07-01" in standard.exported(request)
    told = f"Child ID,latest start date\n{request.members.get().child.reference},2040-07-02\n"
    assert standard.imported(request, told, by=person_of(authority, "social_worker", "Ben")) == 1
    request.refresh_from_db()
    assert request.needed_by == datetime(2040, 7, 1, 23, 30, tzinfo=UTC)
