from datetime import timedelta

import pytest
from django.utils import timezone

from factories.people import AuthorityFactory
from factories.returns import FindingFactory, UploadFactory, analyst_of
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.roles import ROLES
from sufficiency.web.returns import actions
from sufficiency.web.returns.states import State
from sufficiency.web.returns.today import about_returns


def texts(actor):
    return [item.text for item in about_returns(actor, now=timezone.now())]


def in_role(role, authority):
    return Actor(authority=authority, roles=(ROLES[role],), name="Someone")


def test_nothing_is_said_where_nothing_is_stored(authority):
    assert texts(analyst_of(authority)) == []


def test_only_what_is_still_open_is_to_be_put_right(authority):
    upload = UploadFactory(authority=authority, year=2026, failed=1)
    first, _ = FindingFactory(upload=upload), FindingFactory(upload=upload)
    assert "2 rows of the return of 2025-26 to put right" in texts(analyst_of(authority))
    actions.accept(first, reason="Fine.", by=analyst_of(authority))
    assert "1 row of the return of 2025-26 to put right" in texts(analyst_of(authority))


def test_the_latest_year_is_what_is_to_be_put_right(authority):
    for year in (2026, 2025):
        FindingFactory(upload=UploadFactory(authority=authority, year=year))
    (text,) = [text for text in texts(analyst_of(authority)) if "put right" in text]
    assert "2025-26" in text


def test_an_upload_is_news_for_a_week(authority):
    now = timezone.now()
    UploadFactory(authority=authority, year=2026, uploaded_at=now - timedelta(days=6))
    UploadFactory(authority=authority, year=2025, uploaded_at=now - timedelta(days=8))
    assert texts(in_role("team_manager", authority)) == ["Sam Example uploaded the return of 2025-26"]


def test_a_waiting_upload_is_only_for_those_who_can_answer(authority):
    UploadFactory(authority=authority, year=2026, state=State.WAITING)
    assert texts(analyst_of(authority)) == ["A return of 2025-26 waits for your answer"]
    assert texts(in_role("team_manager", authority)) == []


@pytest.mark.parametrize("role", ["social_worker", "councillor", "system_administrator"])
def test_others_hear_nothing_of_returns(authority, role):
    UploadFactory(authority=authority, year=2026)
    assert texts(in_role(role, authority)) == []


def test_nobody_hears_of_another_authority(authority):
    UploadFactory(authority=AuthorityFactory(), year=2026)
    assert texts(analyst_of(authority)) == []
