from datetime import date, timedelta

from hypothesis import given, settings, strategies as st

from sufficiency.analytics.homes.occupancy import Dated, Occupancy, Period, Use, by_month, occupancy, together

JUNE = Period(date(2026, 6, 1), date(2026, 6, 30))


def stay(first, last=None):
    return Dated(date(2026, 6, first), date(2026, 6, last) if last else None)


def test_the_day_of_leaving_is_not_counted():
    use = Use(places=[Dated(date(2026, 1, 1), count=2)], children=[stay(1, 11)])
    assert occupancy(use, JUNE) == Occupancy(used=10, empty=50)


def test_who_leaves_and_who_comes_on_a_day_share_one_place():
    use = Use(places=[Dated(date(2026, 1, 1))], children=[stay(1, 11), stay(11)])
    assert occupancy(use, JUNE) == Occupancy(used=30)


def test_more_children_than_places_are_told_apart():
    use = Use(places=[Dated(date(2026, 1, 1))], children=[stay(1), stay(21, 26)])
    found = occupancy(use, JUNE)
    assert (found.used, found.over, found.place_days, found.child_days) == (30, 5, 30, 35)
    assert found.level == 100


def test_days_of_children_without_an_approved_place_are_over_and_no_level_is_made_up():
    found = occupancy(Use(children=[stay(1, 6)]), JUNE)
    assert (found.over, found.place_days, found.level) == (5, 0, None)


def test_a_stopped_place_is_neither_used_nor_empty():
    places = [Dated(date(2026, 1, 1), count=3)]
    found = occupancy(Use(places, [stay(1)], [Dated(date(2026, 6, 21), count=3)]), JUNE)
    assert found == Occupancy(used=30, empty=40, stopped=20)


def test_places_that_change_count_from_the_day_they_change():
    places = [Dated(date(2026, 1, 1), date(2026, 6, 16), 2), Dated(date(2026, 6, 16), None, 4)]
    assert occupancy(Use(places), JUNE).place_days == 15 * 2 + 15 * 4


def test_a_period_ends_with_its_last_day_and_months_may_be_in_part():
    months = Period(date(2025, 12, 15), date(2026, 2, 10)).months()
    assert [(month.first, month.last) for month in months] == [
        (date(2025, 12, 15), date(2025, 12, 31)),
        (date(2026, 1, 1), date(2026, 1, 31)),
        (date(2026, 2, 1), date(2026, 2, 10)),
    ]


def test_nothing_happens_in_a_period_that_ends_before_it_begins():
    use = Use(places=[Dated(date(2026, 1, 1))])
    assert occupancy(use, Period(date(2026, 6, 2), date(2026, 6, 1))) == Occupancy()


DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@st.composite
def dated(draw):
    starts = draw(DAYS)
    ends = draw(st.none() | st.integers(0, 200).map(lambda days: starts + timedelta(days=days)))
    return Dated(starts, ends, draw(st.integers(0, 4)))


USES = st.builds(Use, *(st.lists(dated(), max_size=5) for _ in range(3)))
PERIODS = st.tuples(DAYS, st.integers(0, 120)).map(
    lambda one: Period(one[0], one[0] + timedelta(days=one[1]))
)


def counted_day_by_day(use, period):
    """The slow way: every day looked at by itself."""

    def on(dated, day):
        return sum(one.count for one in dated if one.starts <= day and (one.ends is None or day < one.ends))

    found = [0, 0, 0, 0]
    for offset in range((period.last - period.first).days + 1):
        day = period.first + timedelta(days=offset)
        places, children = on(use.places, day), on(use.children, day)
        used = min(places, children)
        stopped = min(on(use.stopped, day), places - used)
        for at, value in enumerate((used, places - used - stopped, stopped, children - used)):
            found[at] += value
    return Occupancy(*found)


@given(USES, PERIODS)
@settings(max_examples=80)
def test_the_quick_way_counts_as_the_slow_way_and_months_add_up(use, period):
    whole = occupancy(use, period)
    assert whole == counted_day_by_day(use, period)
    assert together(by_month(use, period).values()) == whole
    assert min(whole.used, whole.empty, whole.stopped, whole.over) >= 0
