import pytest
from django.test import Client

from factories.homes import HomeFactory, PlacementFactory
from factories.people import AuthorityFactory
from sufficiency.web.audit.models import Event

pytestmark = pytest.mark.django_db


def test_programs_read_the_register_without_addresses_and_children(signed_in, home):
    placement = PlacementFactory(home=home)
    answer = signed_in("commissioner").get("/homes/api/homes")
    (one,) = answer.json()
    assert (one["reference"], one["approved"], one["children"], one["free"]) == ("H-207", 3, 1, 2)
    assert "CB1 1AA" not in answer.content.decode()
    assert placement.child.reference not in answer.content.decode()
    assert Event.objects.filter(verb="homes_read").exists()


@pytest.mark.usefixtures("home")
def test_only_the_homes_of_ones_own_authority_are_read(signed_in):
    HomeFactory(provider__authority=AuthorityFactory())
    assert [one["reference"] for one in signed_in("analyst").get("/homes/api/homes").json()] == ["H-207"]


def test_who_may_not_see_the_register_reads_nothing(signed_in):
    assert signed_in("councillor").get("/homes/api/homes").status_code == 404
    assert Client().get("/homes/api/homes").status_code == 302


def test_the_interface_describes_itself(signed_in):
    told = signed_in("analyst").get("/homes/api/openapi.json").json()
    assert list(told["paths"]) == ["/homes/api/homes"]
    assert "free" in told["components"]["schemas"]["HomeOut"]["properties"]


def test_parts_add_up_to_the_approved_places(signed_in, home):
    for _ in range(2):
        PlacementFactory(home=home)
    (one,) = signed_in("analyst").get("/homes/api/homes").json()
    parts = ("children", "held", "stopped", "for_siblings", "for_emergencies", "free")
    assert sum(one[part] for part in parts) == one["approved"]
