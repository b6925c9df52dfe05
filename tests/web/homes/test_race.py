"""Fifty at once for the last place: real threads, real connections, the same on SQLite and PostgreSQL."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from factories.children import ChildFactory
from factories.homes import HomeFactory, PlacementFactory, officer_of
from sufficiency.web.homes import actions, queries
from sufficiency.web.homes.models import Home, Placement, TakenPlace
from web.real_database import real_database

AT_ONCE = 50
pytestmark = pytest.mark.slow


@pytest.fixture
def database(tmp_path, django_db_setup, django_db_blocker):
    with real_database(tmp_path, django_db_blocker):
        yield


def all_at_once(attempt, subjects):
    """What became of each attempt: None, or why it was refused. All start in the same moment."""
    gate = threading.Barrier(len(subjects))

    def one(subject):
        gate.wait()
        try:
            attempt(subject)
        except actions.RefusedError as refused:
            return str(refused)
        finally:
            connection.close()
        return None

    with ThreadPoolExecutor(len(subjects)) as pool:
        return list(pool.map(one, subjects))


def last_place():
    """A home for two where one child lives, and those who want the place that is left."""
    home = HomeFactory(approval__places=2)
    PlacementFactory(home=home)
    return home, [ChildFactory(authority=home.authority) for _ in range(AT_ONCE)]


def nearly_full():
    """The same, written down for every connection to see."""
    made = last_place()
    connection.close()
    return made


@pytest.mark.django_db
def test_one_place_is_left_to_race_for():
    home, children = last_place()
    assert queries.places_at(home, at=timezone.now()).free == 1
    assert len(children) == AT_ONCE


def judge(home, outcomes):
    refused = [outcome for outcome in outcomes if outcome is not None]
    assert (len(outcomes) - len(refused), len(refused)) == (1, AT_ONCE - 1)
    assert set(refused) <= {"No place is free.", actions.FULL}
    assert TakenPlace.objects.filter(home=home).count() == 2
    assert queries.places_at(Home.objects.get(pk=home.pk), at=timezone.now()).free == 0


def test_of_fifty_who_place_a_child_in_the_last_place_one_does(database):
    home, children = nearly_full()
    by = officer_of(home.authority)
    judge(home, all_at_once(lambda child: actions.place(home, child, on=date(2026, 6, 1), by=by), children))
    assert Placement.objects.filter(home=home).count() == 2


def test_of_fifty_who_hold_the_last_place_one_does(database):
    home, children = nearly_full()
    until, by = timezone.now() + timedelta(hours=2), officer_of(home.authority)
    outcomes = all_at_once(
        lambda child: actions.hold(home, for_whom=child.reference, until=until, by=by, child=child), children
    )
    judge(home, outcomes)


def test_the_database_alone_lets_one_have_the_last_place(database, monkeypatch):
    """As if somebody forgot to lock the home and to look whether a place is free."""
    home, children = nearly_full()
    by = officer_of(home.authority)
    monkeypatch.setattr(actions, "_locked", lambda home: home)
    monkeypatch.setattr(actions, "_refuse_objections", lambda *_, **__: None)
    judge(home, all_at_once(lambda child: actions.place(home, child, on=date(2026, 6, 1), by=by), children))


def test_a_child_is_not_placed_in_two_homes_at_once(database):
    child = ChildFactory()
    homes = [HomeFactory(provider__authority=child.authority) for _ in range(10)]
    connection.close()
    by = officer_of(child.authority)
    outcomes = all_at_once(lambda home: actions.place(home, child, on=date(2026, 6, 1), by=by), homes)
    assert outcomes.count(None) == 1
    assert all("lives at" in outcome or "another home" in outcome for outcome in outcomes if outcome)
    assert Placement.objects.filter(child=child).count() == 1
