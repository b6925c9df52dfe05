import numpy as np
import polars as pl
import pytest

from sufficiency.analytics.made_up import days
from sufficiency.analytics.made_up.entrants import entrants
from sufficiency.analytics.reference.years import CollectionYear

FIRST, LAST = CollectionYear(2012), CollectionYear(2024)


@pytest.fixture(scope="module")
def people():
    return entrants(np.random.default_rng(1), first=FIRST, last=LAST, per_year=1500)


def test_people_come_in_order_and_within_the_years(people):
    assert people["entered"].is_sorted()
    assert people["entered"].min() >= days.number(FIRST.start)
    assert people["entered"].max() <= days.number(LAST.end)
    assert people["person"].to_list() == list(range(people.height))


def test_about_as_many_come_as_asked(people):
    by_year = pl.Series(days.collection_year(people["entered"].to_numpy()))
    others = people.filter((by_year == 2024) & ~pl.col("alone"))
    assert others.height == pytest.approx(1500, rel=0.08)


def test_everybody_is_born_before_and_under_18(people):
    age = people["entered"] - people["born"]
    assert age.min() >= 1
    assert (people["entered"].to_numpy() < days.birthday(people["born"].to_numpy(), 18)).all()


def test_a_fifth_of_others_are_babies_and_many_newborn(people):
    age = (people.filter(~pl.col("alone"))["entered"] - people.filter(~pl.col("alone"))["born"]).to_numpy()
    assert (age < 365).mean() == pytest.approx(0.235, abs=0.02)
    assert (age <= 14).mean() > 0.08


def test_unaccompanied_children_are_older_boys_mostly(people):
    alone = people.filter("alone")
    age = (alone["entered"] - alone["born"]).to_numpy() / days.YEAR
    assert age.min() > 12.9
    assert (age >= 16).mean() > 0.7
    assert alone["male"].mean() > 0.9


def test_more_come_alone_in_later_years(people):
    year = pl.Series(days.collection_year(people["entered"].to_numpy()))
    share = {ending: people.filter(year == ending)["alone"].mean() for ending in (2013, 2024)}
    assert share[2024] > 2 * share[2013]


def test_needs_and_ethnicities_are_known_codes(people):
    assert set(people["need"]) <= {f"N{number}" for number in range(1, 9)}
    assert people["ethnicity"].str.len_chars().unique().to_list() == [4]


def test_nobody_at_all_can_come():
    nobody = entrants(np.random.default_rng(1), first=LAST, last=LAST, per_year=0)
    assert nobody.height == 0
