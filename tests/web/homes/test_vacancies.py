"""The database's arithmetic of vacancies is that of a single home, whatever is known of the homes."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings, strategies as st

from factories.homes import HomeFactory, StopFactory
from factories.people import AuthorityFactory
from sufficiency.analytics.homes.kinds import HomeKind, ProviderKind
from sufficiency.analytics.homes.places import total
from sufficiency.web.children.models import Child
from sufficiency.web.homes import counting, vacancies
from sufficiency.web.homes.models import Approval, Hold, Home, Placement, Provider, Stop, TakenPlace

pytestmark = pytest.mark.django_db

few = st.integers(0, 4)
APPROVED = st.fixed_dictionaries(
    {"places": st.integers(0, 7), "for_siblings": few, "for_emergencies": few, "beyond_limit": few}
).filter(lambda one: one["for_siblings"] + one["for_emergencies"] <= one["places"])
HOMES = st.lists(
    st.fixed_dictionaries(
        {
            "kind": st.sampled_from(["carers", "connected_carers", "childrens_home"]),
            "ages": st.tuples(st.integers(0, 17), st.integers(0, 17)).map(sorted),
            "approval": st.none() | APPROVED,
            # Whether a child shares a room, and came in an emergency.
            "children": st.lists(st.tuples(st.booleans(), st.booleans()), max_size=6),
            "holds": st.lists(st.booleans(), max_size=2),  # whether its time ran out
            # How many places, None for all of them, and whether the stop is over.
            "stops": st.lists(st.tuples(st.none() | st.integers(1, 5), st.booleans()), max_size=2),
        }
    ),
    min_size=1,
    max_size=12,
)


def stored(homes):
    """The homes in the database, of an authority of their own, in a few statements."""
    authority, now = AuthorityFactory(), timezone.now()
    provider = Provider.objects.create(authority=authority, name="Ours", kind="own_service")
    rows = [
        Home(authority=authority, provider=provider, reference=f"H-{n}", name="A home", kind=one["kind"])
        for n, one in enumerate(homes)
    ]
    every = list(zip(Home.objects.bulk_create(rows), homes, strict=True))
    own = [({"authority": authority, "home": home}, one) for home, one in every]
    Approval.objects.bulk_create(
        Approval(
            **told, **one["approval"], starts_on=date(2020, 1, 1), youngest=one["ages"][0], oldest=one["ages"][1],
            exemption="The panel, for brothers",
        )
        for told, one in own
        if one["approval"]
    )  # fmt: skip
    # A number beyond the approval needs a reason; here more children live somewhere than are approved.
    taken = [
        (TakenPlace(**told, number=number, beyond_because="Made up"), what)
        for told, one in own
        for number, what in enumerate([*one["children"], *one["holds"]], start=1)
    ]
    TakenPlace.objects.bulk_create(place for place, _ in taken)
    living = [(place, what) for place, what in taken if isinstance(what, tuple)]
    children = Child.objects.bulk_create(
        Child(authority=authority, reference=f"C-{n}") for n in range(len(living))
    )
    Placement.objects.bulk_create(
        Placement(
            authority=authority, home=place.home, child=child, taken=place, started_on=date(2026, 1, 1),
            place_code="U6", provider_code="PR1", shares_room=what[0], is_emergency=what[1],
        )
        for child, (place, what) in zip(children, living, strict=True)
    )  # fmt: skip
    Hold.objects.bulk_create(
        Hold(
            authority=authority, home=place.home, taken=place, for_whom=f"R-{place.number}", held_by="Sam",
            held_at=now - timedelta(days=2), until=now + timedelta(hours=-1 if what else 1),
        )
        for place, what in taken
        if not isinstance(what, tuple)
    )  # fmt: skip
    Stop.objects.bulk_create(
        Stop(
            **told, places=places, reason="Made up", set_by="Sam", since=date(2026, 1, 1),
            until=date(2026, 2, 1) if over else None,
        )
        for told, one in own
        for places, over in one["stops"]
    )  # fmt: skip
    return authority, now


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(HOMES)
def test_the_database_finds_the_vacancies_that_single_homes_have(db, homes):
    authority, now = stored(homes)
    known = vacancies.known(authority, at=now)
    assert len(known) == len(homes)
    assert all(min(vars(one.places).values()) >= 0 for one in known.values())

    sums = counting.by_kind(authority, now)
    assert sum(one.homes for one in sums) == len(homes)
    assert counting.together(sums) == total(one.places for one in known.values())
    for band, (first, last) in counting.BANDS.items():
        free = [one.places.free for one in known.values() if one.youngest <= last and first <= one.oldest]
        assert sum(one.free_by_band[band] for one in sums) == sum(free)

    room = {"any": "free", "siblings": "free_to_siblings", "emergency": "free_in_emergency"}
    for asked, name in room.items():
        found = Home.objects.filter(pk__in=vacancies.with_room(authority, at=now, room=asked, age=9))
        assert set(found.values_list("pk", flat=True)) == {
            home
            for home, one in known.items()
            if getattr(one.places, name) and one.youngest <= 9 <= one.oldest
        }


def test_a_stop_of_the_whole_home_and_one_of_a_place_are_not_counted_twice(authority):
    home = HomeFactory(provider__authority=authority)
    StopFactory(home=home, places=1)
    StopFactory(home=home)
    (one,) = vacancies.known(authority, at=timezone.now()).values()
    assert (one.places.stopped, one.places.free) == (3, 0)


def test_homes_run_by_different_providers_stand_in_the_same_line_where_the_kind_is_the_same(authority):
    for runs in (ProviderKind.CHILDRENS_HOME_COMPANY, ProviderKind.VOLUNTARY):
        HomeFactory(
            provider__authority=authority, provider__kind=runs.value, kind=HomeKind.CHILDRENS_HOME.value
        )
    (line,) = counting.by_kind(authority, timezone.now())
    assert (line.homes, line.places.free) == (2, 6)


def test_of_no_homes_nothing_is_asked(authority, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert vacancies.known(authority, at=timezone.now(), homes=[]) == {}
