from datetime import date

from sufficiency.analytics.clocks.homes import review_of_quality, tell_host_authority
from sufficiency.analytics.clocks.reckoning import Standing, intervals, next_of, reckon

OPENED, TODAY = date(2025, 1, 10), date(2026, 2, 1)


def test_without_the_day_that_starts_it_nothing_is_told():
    found = reckon(tell_host_authority, None, done=None, today=TODAY)
    assert (found.standing, found.due, found.days_over(TODAY)) == (Standing.UNKNOWN, None, 0)


def test_days_over_count_only_what_is_overdue():
    over = reckon(tell_host_authority, date(2026, 1, 5), done=None, today=TODAY)
    assert (over.due, over.days_over(TODAY), over.is_open) == (date(2026, 1, 12), 20, True)
    late = reckon(tell_host_authority, date(2026, 1, 5), done=date(2026, 1, 20), today=TODAY)
    assert (late.standing, late.days_over(TODAY), late.is_open) == (Standing.LATE, 0, False)


def test_what_repeats_is_next_counted_from_the_last_time():
    times = [date(2025, 6, 1), date(2025, 12, 1), date(2026, 3, 1)]  # the last is still to come
    assert next_of(review_of_quality, OPENED, times=times, today=TODAY).due == date(2026, 6, 1)
    assert next_of(review_of_quality, OPENED, times=[], today=TODAY).standing is Standing.OVERDUE
    assert next_of(review_of_quality, None, times=[], today=TODAY).standing is Standing.UNKNOWN


def test_each_interval_is_reckoned_from_the_one_before():
    times = [date(2025, 8, 1), date(2025, 6, 1)]  # in any order
    found = intervals(review_of_quality, OPENED, times=times, today=TODAY)
    assert [one.standing for one in found] == [Standing.IN_TIME, Standing.IN_TIME, Standing.DUE]
    assert found[-1].due == date(2026, 2, 1)
