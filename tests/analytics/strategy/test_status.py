"""Red, amber and green by rule."""

from datetime import date

import pytest

from sufficiency.analytics.strategy.status import Progress, Rating, Status, status_of, worst

DUE = date(2011, 9, 30)


@pytest.mark.parametrize(
    ("progress", "today", "first", "rating"),
    [
        (Progress.UNDER_WAY, date(2011, 9, 30), None, Rating.GREEN),
        (Progress.UNDER_WAY, date(2011, 10, 1), None, Rating.RED),
        (Progress.NOT_STARTED, date(2011, 9, 2), None, Rating.AMBER),
        (Progress.NOT_STARTED, date(2011, 9, 1), None, Rating.GREEN),
        (Progress.UNDER_WAY, date(2011, 6, 1), date(2011, 6, 30), Rating.AMBER),
        (Progress.UNDER_WAY, date(2011, 6, 1), DUE, Rating.GREEN),
        (Progress.DONE, date(2012, 1, 1), None, Rating.DONE),
    ],
)
def test_an_action_is_rated(progress, today, first, rating):
    assert status_of(progress, due=DUE, today=today, first_due=first).rating is rating


def test_what_is_years_late_is_told_in_years():
    def late(today):
        return status_of(Progress.UNDER_WAY, due=DUE, today=today).because

    assert late(date(2013, 9, 28)).endswith("is 729 days late.")
    assert late(date(2013, 10, 1)).endswith("is over 2 years late.")
    assert late(date(2026, 11, 28)).endswith("is over 15 years late.")


def test_a_day_late_is_one_day():
    assert status_of(Progress.UNDER_WAY, due=DUE, today=date(2011, 10, 1)).because.endswith("is 1 day late.")


def test_a_workstream_takes_the_worst_of_its_open_actions():
    def of(*ratings):
        return worst(Status(rating, rating) for rating in ratings).rating

    assert of(Rating.DONE, Rating.AMBER, Rating.GREEN) is Rating.AMBER
    assert of(Rating.DONE, Rating.DONE) is Rating.DONE
    assert of(Rating.DONE, Rating.GREEN) is Rating.GREEN
    assert of() is Rating.GREEN


def test_every_word_is_in_words():
    assert [progress.label for progress in Progress] == ["Not started", "Under way", "Done"]
    assert [rating.label for rating in Rating] == ["Red", "Amber", "Green", "Done"]
