from datetime import date

import pytest
from hypothesis import given, settings, strategies as st

from sufficiency.analytics.homes.sufficiency import (
    Expected,
    Living,
    Offered,
    Supply,
    by_age,
    by_district,
    by_kind,
    by_need,
    distances,
    gaps,
    miles_between,
    mix_beside_plan,
    strategy_mix,
)
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.analytics.reference.years import CollectionYear

OWN, AGENCY, BOUGHT = Kind.IN_HOUSE_FOSTERING, Kind.AGENCY_FOSTERING, Kind.EXTERNAL_RESIDENTIAL
CHILDREN = [
    Living(OWN, age=4, need="disabled_children", district="CB1", inside=True, miles=3.0),
    Living(OWN, age=12, district="CB1", inside=True, miles=20.0),
    Living(BOUGHT, age=15, district="PE2", inside=False, miles=61.4),
    Living(BOUGHT, age=None),
]
HOMES = [
    Offered(OWN, places=3, free=1, oldest=9, skills=frozenset({"disabled_children"}), district="CB1"),
    Offered(OWN, places=2, free=0, youngest=10, district="PE2"),
    Offered(AGENCY, places=2, free=2, district="CB1"),
]
BANDS = {"0 to 9": (0, 9), "10 to 17": (10, 17)}


def plainly(lines):
    return [(line.label, line.children, line.outside, line.places, line.free) for line in lines]


def test_children_and_places_stand_side_by_side_by_kind():
    assert plainly(by_kind(CHILDREN, HOMES)) == [
        ("In-house fostering", 2, 0, 5, 1),
        ("Agency fostering", 0, 0, 2, 2),
        ("External residential", 2, 1, 0, 0),
    ]


def test_places_that_several_ages_can_have_are_counted_in_each():
    assert plainly(by_age(CHILDREN, HOMES, bands=BANDS)) == [
        ("0 to 9", 1, 0, 5, 3),
        ("10 to 17", 2, 1, 4, 2),
        ("Not known", 1, 0, 0, 0),
    ]


def test_by_district_what_is_not_known_is_said_last():
    assert plainly(by_district(CHILDREN, HOMES)) == [
        ("CB1", 2, 0, 5, 3),
        ("PE2", 1, 1, 2, 0),
        ("Not known", 1, 0, 0, 0),
    ]


def test_by_need_only_homes_with_the_skill_count():
    needs = {"disabled_children": "Disabled children", "emergencies": "Emergencies"}
    assert plainly(by_need(CHILDREN, HOMES, needs=needs)) == [
        ("Disabled children", 1, 0, 3, 1),
        ("Emergencies", 0, 0, 0, 0),
    ]


def test_twenty_miles_exactly_is_not_over_twenty():
    assert distances(CHILDREN) == {
        "Up to 5 miles": 1,
        "5 to 10 miles": 0,
        "10 to 20 miles": 1,
        "Over 20 miles": 1,
        "Not known": 1,
    }


def test_miles_are_counted_in_a_straight_line():
    assert miles_between((500_000, 200_000), (503_000, 204_000)) == 3.1  # 5 km


def test_only_what_holds_on_the_day_is_counted_on():
    on = date(2028, 3, 31)
    expected = [Expected(on, BOUGHT, low=20, middle=24.6, high=31)]
    supply = [
        Supply(BOUGHT, 6, date(2026, 1, 1), date(2029, 1, 1), is_ours=True, in_register=False),
        Supply(BOUGHT, 4, date(2026, 1, 1), on, is_ours=True),  # ended by then
        Supply(BOUGHT, 30, date(2020, 1, 1), None, is_ours=False),
        Supply(OWN, 9, date(2020, 1, 1), None, is_ours=True),
    ]
    (gap,) = gaps(expected, supply)
    assert (gap.counted_on, gap.known, gap.short, gap.short_range) == (6, 30, 19, (14, 25))


PLAN = strategy_mix(CollectionYear(2026))


def test_the_plan_adds_up_as_the_strategy_prints_it():
    assert [sum(row.changes) for row in PLAN.rows] == [-46, 20, -98, 56]
    assert [sum(row.changes[year] for row in PLAN.rows) for year in range(4)] == [-18, -10, -30, -10]
    assert PLAN.start == date(2025, 3, 31)


@pytest.mark.parametrize(
    ("today", "planned"),
    [
        (date(2025, 3, 31), [50, 20, 200, 100]),
        (date(2026, 3, 31), [46, 24, 176, 106]),
        (date(2026, 9, 30), [40, 29, 167, 111]),  # half of the second year
        (date(2035, 1, 1), [4, 40, 102, 156]),
    ],
)
def test_the_mix_is_set_beside_what_the_plan_wants_by_now(today, planned):
    start = {BOUGHT: 40, Kind.RESIDENTIAL_SCHOOL: 10, Kind.IN_HOUSE_RESIDENTIAL: 20, AGENCY: 200, OWN: 100}
    found = mix_beside_plan(PLAN, at_start=start, now={BOUGHT: 45, OWN: 135}, today=today)
    assert [row.planned for row in found] == planned
    assert [row.now for row in found] == [45, 0, 0, 135]
    assert found[0].off_plan == 45 - planned[0]
    assert found[3].share == 75


def test_without_children_there_is_no_share():
    assert mix_beside_plan(PLAN, at_start={}, now={}, today=date(2026, 1, 1))[0].share is None


LIVES = st.lists(
    st.builds(
        Living,
        st.sampled_from(Kind),
        age=st.none() | st.integers(0, 17),
        district=st.sampled_from(["", "CB1", "PE2"]),
        miles=st.none() | st.floats(0, 300),
    ),
    max_size=30,
)


@given(LIVES)
@settings(max_examples=50)
def test_every_child_is_counted_once_whichever_way_they_are_divided(children):
    assert sum(line.children for line in by_kind(children, HOMES)) == len(children)
    assert sum(line.children for line in by_age(children, HOMES, bands=BANDS)) == len(children)
    assert sum(line.children for line in by_district(children, HOMES)) == len(children)
    assert sum(distances(children).values()) == len(children)
