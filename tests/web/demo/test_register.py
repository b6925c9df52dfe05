"""The demonstration's register: every child lives somewhere in it, and every number follows from its rows."""

import pytest
from django.db import transaction
from django.utils import timezone

from factories.people import AuthorityFactory
from sufficiency.analytics.homes.places import places_of
from sufficiency.analytics.made_up.authority import make_up
from sufficiency.analytics.made_up.writing import write_returns
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.reading import read_returns
from sufficiency.web.children.actions import replace_year
from sufficiency.web.children.models import Child
from sufficiency.web.demo.register import has_register, load_register
from sufficiency.web.homes import counting, queries
from sufficiency.web.homes.models import Home, Placement, Provider

CHILDREN = 150
HOUSED = {
    Kind.KINSHIP_FOSTERING, Kind.IN_HOUSE_FOSTERING, Kind.AGENCY_FOSTERING, Kind.IN_HOUSE_RESIDENTIAL,
    Kind.EXTERNAL_RESIDENTIAL, Kind.SECURE, Kind.SUPPORTED_ACCOMMODATION, Kind.RESIDENTIAL_SCHOOL,
}  # fmt: skip
pytestmark = [pytest.mark.slow, pytest.mark.django_db]


@pytest.fixture(scope="module")
def council(tmp_path_factory, django_db_setup, django_db_blocker):
    folder = tmp_path_factory.mktemp("made-up")
    write_returns(folder, make_up(children=CHILDREN, years=2, last_year=CollectionYear(2027), seed=5))
    with django_db_blocker.unblock(), transaction.atomic():
        authority = AuthorityFactory(code="E10000003")
        for number, source in enumerate(read_returns(folder, authority=authority.code), start=1):
            replace_year(authority, source, upload=number)
        load_register(authority)
        yield authority
        transaction.set_rollback(True)


def test_every_child_with_carers_or_in_a_home_lives_in_a_home_of_the_register(council):
    wanted = set(Child.objects.of(council).filter(kind__in=HOUSED).values_list("reference", "kind"))
    there = Placement.objects.of(council).filter(state="open").select_related("child")
    assert wanted <= {(one.child.reference, one.kind.value) for one in there}
    assert len(wanted) > CHILDREN / 2


def test_no_home_has_more_children_than_places(council):
    places = [places_of(one) for one in queries.standings(council, at=timezone.now()).values()]
    assert not any(one.over for one in places)
    assert min(one.free for one in places) == 0


def test_every_sum_follows_from_the_rows(council):
    known = queries.known(council, at=timezone.now())
    together = counting.together(counting.by_kind(council, timezone.now()))
    assert together.children == Placement.objects.of(council).filter(state="open").count()
    assert together.approved == sum(one.standing.approved for one in known.values())
    parts = (
        together.children,
        together.held,
        together.stopped,
        together.for_siblings,
        together.for_emergencies,
    )
    assert sum(parts) + together.free == together.approved
    assert together.held > 0


def test_our_own_households_are_two_fifths_of_the_children(council):
    own = Home.objects.of(council).filter(
        provider__kind="own_service", kind__in=["carers", "connected_carers"]
    )
    assert own.count() == round(0.4 * CHILDREN)


def test_homes_have_the_number_that_the_returns_give_them(council):
    in_homes = Placement.objects.of(council).filter(home__kind="childrens_home", state="open")
    returned = dict(
        Child.objects.of(council).filter(kind="external_residential").values_list("reference", "kind")
    )
    assert {one.child.reference for one in in_homes.select_related("child")} >= set(returned)
    assert Home.objects.of(council).filter(kind="childrens_home").exclude(ofsted_number="").exists()


def test_it_is_there_and_providers_have_names(council):
    assert has_register(council)
    assert not has_register(AuthorityFactory())
    assert not Provider.objects.of(council).filter(name="").exists()
    assert Home.objects.of(council).filter(opened_on__gt=timezone.localdate()).count() == 0
