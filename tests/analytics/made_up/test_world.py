import numpy as np
import polars as pl
import pytest

from sufficiency.analytics.made_up.world import _chosen, streams

END = 1000


def chosen(children, *, here, gone):
    """Who is kept of so many people in care at the end and so many who left before."""
    size = here + gone
    people = pl.DataFrame({"person": np.arange(size)})
    periods = pl.DataFrame(
        {
            "person": np.arange(size),
            "started": np.zeros(size),
            "ended": np.array([END + 1] * here + [END] * gone),
        }
    )
    kept = _chosen(np.random.default_rng(1), people, periods, children=children, end=END)["person"]
    return (kept < here).sum(), (kept >= here).sum()


def test_exactly_as_many_as_asked_are_in_care_at_the_end():
    assert chosen(100, here=120, gone=0)[0] == 100


def test_others_are_kept_at_the_same_rate():
    assert chosen(500, here=1000, gone=4000)[1] == pytest.approx(2000, rel=0.05)


def test_everybody_is_kept_where_there_are_too_few():
    assert chosen(100, here=40, gone=60) == (40, 60)


def test_themes_draw_apart_and_alike_from_one_seed():
    one, again, other = streams(1), streams(1), streams(2)
    assert one["care"].random() == again["care"].random()
    assert one["moves"].random() != one["homes"].random()
    assert streams(1)["care"].random() != other["care"].random()
