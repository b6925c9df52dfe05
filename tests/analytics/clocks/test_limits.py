from datetime import date

import pytest
from hypothesis import given, settings, strategies as st

from sufficiency.analytics.clocks.limits import Limit, Span, months_after

FRIDAY_BEFORE_EASTER_MONDAY = date(2026, 4, 2)  # the Thursday: Good Friday and Easter Monday follow


@pytest.mark.parametrize(
    ("limit", "due"),
    [
        (Limit(0, Span.DAYS), date(2026, 4, 2)),
        (Limit(1, Span.DAYS), date(2026, 4, 3)),
        (Limit(1, Span.WORKING_DAYS), date(2026, 4, 7)),
        (Limit(5, Span.WORKING_DAYS), date(2026, 4, 13)),
        (Limit(2, Span.WEEKS), date(2026, 4, 16)),
        (Limit(6, Span.MONTHS), date(2026, 10, 2)),
    ],
)
def test_a_limit_is_counted_from_the_day_after(limit, due):
    assert limit.after(FRIDAY_BEFORE_EASTER_MONDAY) == due


@pytest.mark.parametrize(
    ("day", "count", "then"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 5, 5), 0, date(2026, 5, 5)),
    ],
)
def test_months_end_on_the_same_day_or_the_last_of_the_month(day, count, then):
    assert months_after(day, count) == then


@given(st.dates(date(2015, 1, 1), date(2040, 1, 1)), st.integers(0, 40), st.sampled_from(Span))
@settings(max_examples=60)
def test_a_longer_limit_never_ends_sooner(day, count, span):
    assert day <= Limit(count, span).after(day) <= Limit(count + 1, span).after(day)


def test_a_limit_is_said_in_words():
    said = [str(Limit(1, Span.WORKING_DAYS)), str(Limit(6, Span.MONTHS)), str(Limit(0, Span.DAYS))]
    assert said == ["1 working day", "6 months", "the same day"]
