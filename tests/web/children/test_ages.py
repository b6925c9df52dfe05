from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from sufficiency.web.children.ages import BANDS, age_on, born_between


@given(st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.integers(0, 40 * 365), st.sampled_from(list(BANDS)))
def test_who_was_born_between_the_days_of_a_band_is_in_it_and_nobody_else(day, lived, band):
    born = day - timedelta(days=lived)
    youngest, oldest = BANDS[band]
    first, last = born_between(band, day=day)
    assert (first <= born <= last) == (youngest <= age_on(day, born=born) <= oldest)


@pytest.mark.parametrize(("day", "age"), [(date(2024, 3, 31), 11), (date(2024, 6, 1), 12)])
def test_a_birthday_adds_a_year_on_its_day(day, age):
    assert age_on(day, born=date(2012, 6, 1)) == age


def test_the_bands_leave_no_gap():
    ends = [(youngest, oldest) for youngest, oldest in BANDS.values()]
    assert all(after[0] == before[1] + 1 for before, after in pairwise(ends))
    assert ends[0][0] == 0
