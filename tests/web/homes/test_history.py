"""What a home was on a day, and who changed what."""

from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from factories.homes import PlacementFactory, officer_of
from factories.people import AuthorityFactory
from sufficiency.web.homes import keeping
from sufficiency.web.homes.models import Approval, Change, Home

pytestmark = pytest.mark.django_db


@pytest.fixture
def changed(home):
    """A home that was renamed three days ago and got more places yesterday."""
    by, now = officer_of(home.authority), timezone.now()
    home.name = "Elmbank household"
    keeping.keep_home(home, by=by, offers=[("skill", "babies")])
    approval = home.approvals.get()
    approval.places = 4
    keeping.keep_approval(approval, by=by)
    Change.objects.filter(what="home").update(at=now - timedelta(days=3))
    Change.objects.filter(what="approval").update(at=now - timedelta(days=1))
    return home


def history(browser, home, **asked):
    return browser.get(reverse("homes:history", args=[home.pk]), asked)


def ago(days):
    return f"{timezone.localdate() - timedelta(days=days):%d/%m/%Y}"


def test_only_what_differs_is_noted_with_who_did_it(changed):
    one = Change.objects.get(what="home")
    assert one.before == {"name": "Alderbank household", "offers": ""}
    assert one.after == {"name": "Elmbank household", "offers": "Babies"}
    assert one.by == "Amira Example"
    keeping.keep_home(Home.objects.get(pk=changed.pk), by=officer_of(changed.authority))
    assert Change.objects.filter(what="home").count() == 1


@pytest.mark.parametrize(
    ("days", "name", "places"),
    [
        (5, "Alderbank household", "3 places"),
        (2, "Elmbank household", "3 places"),
        (0, "Elmbank household", "4 places"),
    ],
)
def test_the_page_says_what_the_home_was_on_a_day(signed_in, changed, days, name, places):
    page = history(signed_in("placement_officer"), changed, on=ago(days))
    assert name in [fact.value for fact in page.context["then"]]
    assert places in page.context["approvals"][0]


def test_every_change_stands_on_the_page_and_where_the_home_is_stays_covered(signed_in, changed):
    changed.postcode = "CB1 1AB"
    keeping.keep_home(changed, by=officer_of(changed.authority))
    page = history(signed_in("analyst"), changed)
    assert ["Alderbank household", "Elmbank household"] in [row[3:] for row in page.context["changes"].rows]
    assert "CB1 1A" not in page.content.decode()


def test_who_lived_there_on_a_day_is_counted_and_not_named(signed_in, home):
    PlacementFactory(home=home, started_on=date(2026, 1, 5), ended_on=date(2026, 2, 1))
    PlacementFactory(home=home, started_on=date(2026, 1, 20))
    for on, count in (("01/01/2026", 0), ("21/01/2026", 2), ("01/02/2026", 1)):
        assert history(signed_in("analyst"), home, on=on).context["children"] == count


def test_a_home_that_was_added_later_was_not_there_yet(signed_in, authority, home):
    new = Home(authority=authority, provider=home.provider, reference="H-9", name="New", kind="carers")
    keeping.keep_home(new, by=officer_of(authority))
    keeping.keep_approval(Approval(home=new, starts_on=date(2026, 1, 1), places=2), by=officer_of(authority))
    page = history(signed_in("analyst"), new, on=ago(2))
    assert "not in the register yet" in page.content.decode()
    assert page.context["approvals"] == []
    assert (
        datetime.now(tz=timezone.get_current_timezone()).date()
        == history(signed_in("analyst"), new).context["day"]
    )


def test_another_authoritys_history_is_not_there(signed_in, home):
    assert history(signed_in("placement_officer", at=AuthorityFactory()), home).status_code == 404
