from datetime import timedelta

import pytest
from django.utils import timezone

from factories.homes import HoldFactory, InspectionFactory, PlacementFactory, officer_of
from sufficiency.web.homes import confirming
from sufficiency.web.homes.today import about_homes

pytestmark = pytest.mark.django_db


def texts(actor):
    return [item.text for item in about_homes(actor, now=timezone.now())]


def test_who_keeps_no_register_has_nothing_to_do(authority, home):
    assert texts(officer_of(authority, "analyst")) == []


def test_a_hold_that_runs_out_soon_is_named_once(authority, home):
    HoldFactory(home=home, for_whom="R-1")
    HoldFactory(home=home, for_whom="R-2", until=timezone.now() + timedelta(days=9))
    assert "A place at H-207 is held for R-1" in texts(officer_of(authority))
    assert not any("R-2" in text for text in texts(officer_of(authority)))
    assert not any("R-1" in text for text in texts(officer_of(authority, "commissioner")))


def test_a_home_that_said_nothing_is_to_be_asked(authority, home):
    silent = "1 home did not confirm vacancies for 7 days"
    assert silent in texts(officer_of(authority))
    confirming.told(home, confirming.Said(3), by=officer_of(authority))
    assert silent not in texts(officer_of(authority))


def test_what_a_home_said_by_its_link_is_told_and_a_difference_needs_someone(authority, home):
    link, _ = confirming.make_link(home, by=officer_of(authority), site="")
    confirming.confirm(link, confirming.Said(1), by=officer_of(authority))
    (said,) = [
        item for item in about_homes(officer_of(authority), now=timezone.now()) if "could take" in item.text
    ]
    assert said.text == "H-207 could take 1 child, the register had 3"
    assert said.needs_you


def test_children_in_an_inadequate_home_are_counted_for_those_who_see_children(authority, home):
    PlacementFactory(home=home)
    InspectionFactory(home=home, judgement="inadequate")
    words = "1 child lives in homes that are inadequate or stopped"
    assert words in texts(officer_of(authority))
    assert words not in texts(officer_of(authority, "commissioner"))
