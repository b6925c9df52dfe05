import numpy as np
import polars as pl

from sufficiency.analytics.made_up.reviews import reviews

STARTED = 20_000


def held(seed=1, *, days, age_days=3000):
    """Days after the start on which reviews of one period are held."""
    period = pl.DataFrame(
        {"person": [1], "started": [STARTED], "ended": [STARTED + days], "born": [STARTED - age_days]},
        schema_overrides=dict.fromkeys(("started", "ended", "born"), pl.Int32),
    )
    found = reviews(np.random.default_rng(seed), period)
    return (found["date"] - STARTED).to_list(), found["REVIEW_CODE"].to_list()


def test_first_second_and_later_reviews_come_within_their_limits_mostly():
    gaps = np.array([np.diff([0, *held(seed, days=1000)[0]])[:4] for seed in range(300)])
    for number, (low, high) in enumerate([(12, 26), (60, 88), (140, 178), (140, 178)]):
        in_time = (gaps[:, number] >= low) & (gaps[:, number] <= high)
        assert 0.93 < in_time.mean() <= 1.0
        assert (gaps[:, number] >= low).all()


def test_some_reviews_are_late():
    gaps = np.array([np.diff([0, *held(seed, days=1000)[0]])[:4] for seed in range(300)])
    assert (gaps > [26, 88, 178, 178]).any()


def test_no_review_is_held_after_leaving():
    assert max(held(days=500)[0]) < 500
    assert held(days=10) == ([], [])


def test_small_children_are_not_asked():
    assert set(held(days=400, age_days=100)[1]) == {"PN0"}


def test_children_of_four_are_asked():
    assert "PN0" not in held(days=3000, age_days=4 * 366)[1]


def test_reviews_returned_were_held_in_the_year_while_in_care(table, cared):
    rows = table("Reviews")
    assert rows.filter(~pl.col("REVIEW").is_between(pl.col("year_start"), pl.col("year_end"))).height == 0
    stays = cared.select("year", "CHILD", "DECOM", "DEC")
    inside = rows.join(stays, on=["year", "CHILD"]).filter(
        (pl.col("DECOM") <= pl.col("REVIEW"))
        & (pl.col("DEC").is_null() | (pl.col("REVIEW") <= pl.col("DEC")))
    )
    assert inside.select("year", "CHILD", "REVIEW").unique().height == rows.height


def test_participation_fits_the_age_at_the_review(table, birthday):
    unasked = pl.col("REVIEW_CODE") == "PN0"
    assert table("Reviews").select((unasked == (pl.col("REVIEW") < birthday(4))).all()).item()
