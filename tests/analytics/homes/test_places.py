import pytest
from hypothesis import given, strategies as st

from sufficiency.analytics.homes.places import Standing, above_usual_limit, places_of, total

COUNT = st.integers(0, 12)
STANDINGS = st.builds(
    Standing,
    approved=COUNT,
    children=COUNT,
    held=COUNT,
    stopped=COUNT,
    stopped_whole=st.booleans(),
    for_siblings=COUNT,
    sharing=COUNT,
    above_limit=COUNT,
    for_emergencies=COUNT,
    in_emergency=COUNT,
)


@given(STANDINGS)
def test_no_part_is_negative_and_the_parts_make_up_the_whole(home):
    found = places_of(home)
    parts = (
        found.children, found.held, found.stopped, found.for_siblings, found.for_emergencies, found.free
    )  # fmt: skip
    assert min(parts) >= 0
    assert sum(parts) == max(home.approved, home.children + home.held)
    assert found.over == sum(parts) - home.approved


@given(STANDINGS)
def test_another_child_never_makes_more_room(home):
    more = Standing(**{**vars(home), "children": home.children + 1})
    assert places_of(more).free <= places_of(home).free


@given(st.lists(STANDINGS, max_size=5))
def test_sums_over_homes_agree_with_their_rows(homes):
    rows = [places_of(home) for home in homes]
    together = total(rows)
    assert together.free == sum(row.free for row in rows)
    assert together.approved == sum(home.approved for home in homes)


def free(**known):
    return places_of(Standing(**known)).free


def test_a_vacancy_is_what_is_left_of_the_approved_places():
    assert free(approved=3, children=1, held=1) == 1
    assert free(approved=3, children=2, held=1) == 0


def test_a_home_with_more_children_than_places_has_no_vacancy():
    assert free(approved=2, children=3) == 0
    assert places_of(Standing(approved=2, children=3)).over == 1


def test_a_stop_of_the_whole_home_takes_every_place_left_and_nobody_who_lives_there():
    found = places_of(Standing(approved=4, children=1, stopped_whole=True))
    assert (found.children, found.stopped, found.free) == (1, 3, 0)


def test_a_stop_of_some_places_takes_so_many():
    assert free(approved=4, children=1, stopped=2) == 1
    assert free(approved=4, children=3, stopped=2) == 0


def test_a_shared_room_is_for_brothers_and_sisters_until_they_share_it():
    empty = places_of(Standing(approved=3, for_siblings=2))
    assert (empty.free, empty.free_to_siblings) == (1, 3)
    shared = places_of(Standing(approved=3, children=2, for_siblings=2, sharing=2))
    assert (shared.free, shared.for_siblings) == (1, 0)


@pytest.mark.parametrize(
    ("approved", "beyond", "above"), [(2, 0, 0), (3, 0, 0), (5, 0, 2), (5, 1, 1), (5, 4, 0)]
)
def test_places_above_the_usual_limit_are_for_siblings_unless_exempt(approved, beyond, above):
    assert above_usual_limit(approved=approved, beyond_limit=beyond) == above


def test_the_fourth_place_of_a_foster_home_is_for_a_sibling():
    found = places_of(Standing(approved=4, children=3, above_limit=1))
    assert (found.free, found.free_to_siblings) == (0, 1)


def test_a_retained_carer_keeps_places_for_emergencies():
    found = places_of(Standing(approved=2, for_emergencies=1))
    assert (found.free, found.free_in_emergency) == (1, 2)
    taken = places_of(Standing(approved=2, children=1, for_emergencies=1, in_emergency=1))
    assert (taken.free, taken.for_emergencies) == (1, 0)
