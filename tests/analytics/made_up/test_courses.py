from datetime import date

import numpy as np
import polars as pl
import pytest

from sufficiency.analytics.made_up import days
from sufficiency.analytics.made_up.courses import age_group, periods_of_care
from sufficiency.analytics.made_up.states import AgeGroup, Course, Exit

ENTERED = days.number(date(2015, 6, 1))
UNTIL = days.number(date(2025, 3, 31))


def people(*, age, size=3000, alone=False):
    """So many people who come into care on one day at one age in years."""
    born = np.full(size, ENTERED - round(age * days.YEAR), dtype=np.int32)
    return pl.DataFrame(
        {
            "person": np.arange(size, dtype=np.int64),
            "born": days.not_leap_day(born),
            "entered": np.full(size, ENTERED, dtype=np.int32),
            "alone": np.full(size, alone),
        }
    )


def periods(seed=1, until=UNTIL, **given):
    return periods_of_care(np.random.default_rng(seed), people(**given), until=until)


@pytest.mark.parametrize("age", [0.02, 3, 8, 13, 17])
def test_nobody_stays_past_the_18th_birthday(age):
    found = periods(age=age)
    assert (found["ended"].to_numpy() <= days.birthday(found["born"].to_numpy(), 18)).all()
    assert (found["ended"] > found["started"]).all()


def test_leaving_at_18_is_on_the_birthday():
    found = periods(age=13).filter(pl.col("exit") == int(Exit.EIGHTEEN))
    assert found.height > 500
    assert (found["ended"].to_numpy() == days.birthday(found["born"].to_numpy(), 18)).all()


def test_everybody_has_a_first_period_that_begins_as_they_come():
    first = periods(age=8).filter(pl.col("number") == 1)
    assert first["person"].n_unique() == first.height == 3000
    assert set(first["started"]) == {ENTERED}


def test_periods_of_a_person_do_not_touch():
    found = periods(age=8).with_columns(before=pl.col("ended").shift(1).over("person"))
    again = found.filter(pl.col("number") > 1)
    assert again.height > 200
    assert (again["started"] > again["before"]).all()


def test_a_fifth_come_back_within_a_year_of_going_home():
    found = periods(age=8).with_columns(
        back=pl.col("started").shift(-1).over("person") - pl.col("ended"),
    )
    home = found.filter(pl.col("exit").is_in([int(Exit.HOME_PLANNED), int(Exit.HOME_UNPLANNED)]))
    soon = home.filter(pl.col("ended") < UNTIL - 366)
    assert soon.select((pl.col("back") <= 365).fill_null(value=False).mean()).item() == pytest.approx(
        0.2, abs=0.05
    )


@pytest.mark.parametrize("way", [Exit.ADOPTED, Exit.DIED, Exit.EIGHTEEN, Exit.AGE_ASSESSED, Exit.TRANSFER])
def test_some_ways_of_leaving_are_for_good(way):
    comes_back = pl.col("number") < pl.col("number").max().over("person")
    made = [periods(age=1), periods(age=13), periods(age=16, alone=True)]
    left = pl.concat([found.with_columns(again=comes_back) for found in made]).filter(
        pl.col("exit") == int(way)
    )
    assert left.height
    assert not left["again"].any()


def test_return_after_an_order_comes_later_than_a_year():
    found = periods(age=3, size=20_000).with_columns(
        gap=pl.col("started").shift(-1).over("person") - pl.col("ended")
    )
    orders = found.filter(pl.col("exit").is_in([int(Exit.GUARDIANSHIP), int(Exit.ARRANGEMENTS)]))
    gaps = orders["gap"].drop_nulls()
    assert len(gaps) > 20
    assert gaps.min() > 365


def test_new_entrants_leave_faster_the_shorter_they_have_stayed():
    stays = periods(age=8).filter(pl.col("number") == 1)
    lengths = (stays["ended"] - stays["started"]).to_numpy()
    first_half_year = (lengths <= 183).mean()
    third_year = ((lengths > 730) & (lengths <= 913)).sum() / (lengths > 730).sum()
    assert first_half_year > 2 * third_year


def test_courses_fit_their_ages():
    assert set(periods(age=16, alone=True)["course"]) == {int(Course.ALONE)}
    assert int(Course.ADOPTION) not in set(periods(age=13)["course"])
    assert int(Course.REMAND) not in set(periods(age=11, until=ENTERED)["course"])


def test_adoption_is_not_on_the_last_day_of_a_year():
    adopted = pl.concat([periods(seed, age=0.5, size=20_000) for seed in (1, 2)]).filter(
        pl.col("exit") == int(Exit.ADOPTED)
    )
    last_days = {days.number(date(year, 3, 31)) for year in range(2016, 2022)}
    assert adopted.height > 3000
    assert not set(adopted["ended"]) & last_days


def test_independent_living_is_for_16_and_over():
    found = periods(age=11, size=20_000).filter(pl.col("exit") == int(Exit.INDEPENDENT))
    assert found.height
    assert (found["ended"].to_numpy() >= days.birthday(found["born"].to_numpy(), 16)).all()


def test_nothing_starts_after_the_last_day():
    assert periods(age=8, until=ENTERED + 400)["started"].max() <= ENTERED + 400


def test_age_groups_begin_at_birthdays():
    ages = np.array([0, 29, 31, 5.1 * days.YEAR, 10.1 * days.YEAR, 16.1 * days.YEAR])
    assert age_group(ages, np.zeros(6, dtype=bool)).tolist() == [0, 0, 1, 2, 3, 4]
    alone = age_group(ages, np.ones(6, dtype=bool))
    assert alone[-1] == AgeGroup.ALONE_OLDEST
    assert set(alone[:-1]) == {AgeGroup.ALONE_UNDER_16}
