from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sufficiency.web.access import limits


@pytest.fixture
def at(monkeypatch):
    """Moves the clock that sessions are measured by: `at(hours=9)` from now."""

    def move(**later):
        moment = datetime.now(UTC) + timedelta(**later)
        monkeypatch.setattr(limits.timezone, "now", lambda: moment)

    return move


def test_a_session_lasts_a_working_day_however_busy(signed_in, at):
    browser = signed_in("analyst")
    for hour in range(8):
        at(hours=hour, minutes=1)
        browser.get("/")
        at(hours=hour, minutes=50)
        assert browser.get("/").status_code == 200
    at(hours=8, minutes=20)
    assert browser.get("/").status_code == 302
    assert "lasts a working day" in browser.get("/sign-in/").content.decode()


def test_a_session_at_rest_ends_and_says_so(signed_in, at):
    browser = signed_in("analyst")
    browser.get("/")
    at(minutes=61)
    assert browser.get("/").status_code == 302
    assert "nothing was done for a while" in browser.get("/sign-in/").content.decode()


def test_a_shared_desk_can_have_a_shorter_rest(signed_in, at, settings):
    settings.SESSION_IDLE = timedelta(minutes=15)
    browser = signed_in("analyst")
    browser.get("/")
    at(minutes=16)
    assert browser.get("/").status_code == 302


def test_the_session_is_not_written_for_every_page(signed_in):
    browser = signed_in("analyst")
    browser.get("/")
    with CaptureQueriesContext(connection) as counted:
        browser.get("/")
    assert not [one for one in counted.captured_queries if one["sql"].startswith("UPDATE")]
