from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from sufficiency.web.ui import contributions, today
from sufficiency.web.ui.strips import Strip
from sufficiency.web.ui.today import TodayItem, greeting


@pytest.fixture
def contribute(monkeypatch):
    """Lets a test stand in for an app: `contribute("today", [source])`."""
    real = contributions.contributed
    stand_ins = {}

    def contributed(module, name):
        return tuple(stand_ins.get(module, real(module, name)))

    for place in (
        today,
        *(__import__(f"sufficiency.web.ui.{name}", fromlist=["x"]) for name in ("strips", "sections")),
    ):
        monkeypatch.setattr(place, "contributed", contributed)
    return stand_ins.__setitem__


def at(**later):
    return datetime.now(UTC) + timedelta(**later)


def test_today_says_what_needs_one_soonest_first(signed_in, contribute):
    items = [
        TodayItem(text="Pack for Thursday", href="/b/", at=at(hours=8, minutes=1)),
        TodayItem(text="Whenever", href="/c/"),
        TodayItem(
            text="R-1041", href="/a/", at=at(hours=5, minutes=1), detail="two brothers", action="Decide"
        ),
        TodayItem(text="Return uploaded", href="/d/", at=at(hours=-2), needs_you=False),
    ]
    contribute("today", [lambda actor, *, now: items])  # noqa: ARG005
    page = signed_in("analyst").get("/").content.decode()
    assert "3 things need you today" in page
    places = [
        page.index(words)
        for words in ("R-1041", "Pack for Thursday", "Whenever", "Lately", "Return uploaded")
    ]
    assert places == sorted(places)
    assert "in 5 hours" in page
    assert "two brothers" in page
    assert "Decide<span" in page


def test_news_are_few_the_newest_first(signed_in, contribute):
    news = [TodayItem(text=f"News {n}", href="/x/", at=at(hours=-n), needs_you=False) for n in range(1, 9)]
    contribute("today", [lambda actor, *, now: news])  # noqa: ARG005
    page = signed_in("analyst").get("/")
    assert [item.text for item in page.context["news"]] == ["News 1", "News 2", "News 3", "News 4", "News 5"]


def test_where_nothing_has_a_time_no_room_is_kept_for_it(signed_in, contribute):
    contribute("today", [lambda actor, *, now: [TodayItem(text="Whenever", href="/x/")]])  # noqa: ARG005
    page = signed_in("analyst").get("/").content.decode()
    assert "agenda--timeless" in page
    assert "agenda__when" not in page


def test_a_quiet_day_says_so(signed_in, contribute):
    contribute("today", [])
    assert "Nothing needs you today" in signed_in("analyst").get("/").content.decode()


def test_a_source_knows_who_asks(signed_in, contribute):
    asked = []
    contribute("today", [lambda actor, *, now: asked.append((actor.name, now)) or []])
    browser = signed_in("analyst")
    browser.get("/")
    assert asked[0][0] == browser.user.name
    assert str(asked[0][1].tzinfo) == "Europe/London"


@pytest.mark.parametrize(
    ("hour", "words"), [(0, "Good morning"), (12, "Good afternoon"), (18, "Good evening")]
)
def test_the_greeting_goes_with_the_hour(hour, words):
    assert greeting(datetime(2026, 11, 24, hour, tzinfo=UTC)) == words


def test_the_header_has_the_persons_sections_only(signed_in):
    officer, worker = signed_in("data_protection_officer").get("/"), signed_in("social_worker").get("/")
    assert "Record of use" in officer.content.decode()
    assert "Record of use" not in worker.content.decode()


def test_the_section_one_is_in_is_marked(signed_in):
    browser = signed_in("data_protection_officer")
    here, below = (
        browser.get("/record-of-use/").content.decode(),
        browser.post("/record-of-use/check/").content.decode(),
    )
    assert 'href="/record-of-use/" aria-current="page"' in here
    assert 'href="/record-of-use/" aria-current="true"' in below


def test_a_strip_shows_on_every_page(signed_in, contribute):
    contribute(
        "strips",
        [lambda actor: Strip(f"Data as at 31 March, for {actor.name}", is_warning=True), lambda _: None],
    )
    browser = signed_in("analyst")
    page = browser.get("/gallery/").content.decode()
    assert f"Data as at 31 March, for {browser.user.name}" in page
    assert page.count("strip--warning") == 1


def test_the_gallery_shows_its_errors(signed_in):
    browser = signed_in("analyst")
    assert browser.get("/gallery/").status_code == 200
    page = browser.post("/gallery/", {}).content.decode()
    assert "<title>Error: Gallery" in page
    assert "There is a problem" in page


def test_anyone_may_read_the_accessibility_page(client, db):
    assert client.get("/accessibility/").status_code == 200


def test_a_form_sent_too_late_says_so(db):
    answer = Client(enforce_csrf_checks=True).post("/sign-in/", {"login": "a@b.example"})
    assert answer.status_code == 403
    assert "This page was open for too long" in answer.content.decode()


def test_a_fault_says_so_with_its_number_and_no_more(client, db, monkeypatch):
    def broken(_request):
        raise RuntimeError("the password is x")

    monkeypatch.setattr("sufficiency.web.ui.views.render", lambda *_: broken(None))
    client.raise_request_exception = False
    answer = client.get("/accessibility/")
    assert answer.status_code == 500
    page = answer.content.decode()
    assert answer["X-Request-ID"] in page
    assert "password" not in page


def test_a_request_that_is_none_is_answered_plainly(client, db):
    assert "That could not be read" in client.get("/health", HTTP_HOST="elsewhere.example").content.decode()
