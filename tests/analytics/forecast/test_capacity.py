"""Places: overflow in its order, unmet need, and how many places would do."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from sufficiency.analytics.forecast.bands import KIND_INDEX, KINDS
from sufficiency.analytics.forecast.capacity import (
    UNLIMITED,
    Capacity,
    Places,
    fit,
    places_needed,
    weeks_by_year,
)
from sufficiency.analytics.forecast.months import Months
from sufficiency.analytics.reference.kinds import Kind

START = date(2027, 3, 31)
MONTHS = Months.after(START, years=1)
IN_HOUSE, AGENCY, HOMES = (
    KIND_INDEX[k] for k in ("in_house_fostering", "agency_fostering", "external_residential")
)


def needed(**children: int) -> np.ndarray:
    found = np.zeros((1, 13, len(KINDS)), dtype=np.int32)
    for kind, number in children.items():
        found[:, :, KIND_INDEX[kind]] = number
    return found


def capacity(**places: int) -> Capacity:
    return Capacity.of([Places(Kind(kind), n, START) for kind, n in places.items()], months=MONTHS)


def test_without_stated_places_everyone_is_where_they_need():
    wanted = needed(in_house_fostering=900, secure=3)
    found = fit(wanted, Capacity.of([], months=MONTHS))
    assert np.array_equal(found.lives_in, wanted)
    assert not found.unmet.any()


def test_who_has_no_place_goes_to_the_next_kind_in_order():
    found = fit(
        needed(in_house_fostering=12, agency_fostering=5), capacity(in_house_fostering=10, agency_fostering=6)
    )
    assert found.lives_in[0, 0, [IN_HOUSE, AGENCY]].tolist() == [10, 6]
    # One found room with an agency; the other went on to a home, of which there are enough.
    assert found.lives_in[0, 0].sum() == 17
    assert found.displaced[0, 0, IN_HOUSE] == 2
    assert not found.unmet.any()


def test_where_the_whole_order_is_full_need_is_unmet():
    full = capacity(agency_fostering=5, in_house_residential=0, external_residential=1)
    found = fit(needed(agency_fostering=9), full)
    assert found.unmet[0, 0, AGENCY] == 3
    assert found.lives_in[0, 0, [AGENCY, HOMES]].tolist() == [5, 1]
    weeks = weeks_by_year(found.unmet, MONTHS)
    assert weeks[0, 0, AGENCY] == pytest.approx(3 * 366 / 7)


def test_places_change_on_their_days():
    stated = [Places(Kind.AGENCY_FOSTERING, 10, START), Places(Kind.AGENCY_FOSTERING, 14, date(2027, 10, 1))]
    found = Capacity.of(stated, months=MONTHS)
    assert found.places[[0, 6, 7, 12], AGENCY].tolist() == [10, 10, 14, 14]
    assert found.places[0, HOMES] == UNLIMITED
    assert found.limited == (Kind.AGENCY_FOSTERING,)


@given(
    st.lists(st.integers(0, 40), min_size=12, max_size=12),
    st.dictionaries(st.sampled_from(list(Kind)), st.integers(0, 30)),
)
@settings(max_examples=60, deadline=None)
def test_nobody_is_lost_and_no_kind_is_overfull(children, places):
    wanted = np.broadcast_to(np.array(children, dtype=np.int32), (2, 13, 12))
    limits = Capacity.of([Places(kind, n, START) for kind, n in places.items()], months=MONTHS)
    found = fit(wanted, limits)
    assert (found.lives_in <= limits.places).all()
    assert np.array_equal((found.lives_in + found.unmet).sum(axis=2), wanted.sum(axis=2))
    assert (found.unmet >= 0).all()
    more = Capacity.of([Places(kind, n + 3, START) for kind, n in places.items()], months=MONTHS)
    assert fit(wanted, more).unmet.sum() <= found.unmet.sum()


@given(st.lists(st.integers(0, 25), min_size=12, max_size=12), st.sampled_from([0.0, 0.01, 0.1, 0.5]))
@settings(max_examples=60, deadline=None)
def test_the_fewest_places_are_enough_and_one_fewer_is_not(children, share):
    wanted = np.zeros((1, 13, len(KINDS)), dtype=np.int32)
    wanted[0, 1:, AGENCY] = children
    fewest = places_needed(wanted, MONTHS, share_unmet=share)[0, AGENCY]

    def unmet(places: int) -> int:
        return sum(max(n - places, 0) for n in children)

    assert unmet(fewest) <= share * sum(children)
    assert fewest == 0 or unmet(fewest - 1) > share * sum(children)
