"""Mixes: where children go."""

import numpy as np
import pytest

from sufficiency.analytics.forecast.bands import KIND_INDEX, KINDS, MOVER_GROUPS, OTHER, SUPPORTED
from sufficiency.analytics.forecast.believed import prior_mix
from sufficiency.analytics.forecast.mixes import Mix, allowed_kinds, cumulative, fit_mix

FOSTERED, AGENCY, IN_A_HOME = (
    KIND_INDEX[kind] for kind in ("in_house_fostering", "agency_fostering", "external_residential")
)
OF_SIXTEEN = np.array([False, False, False, False, True, True])
SEEN = np.isin(np.arange(len(KINDS)), [FOSTERED, AGENCY, IN_A_HOME, SUPPORTED])


def mix_of(*, years: int = 4, each: dict[tuple[int, int, int], list[float]]) -> Mix:
    """The mix from counts a year of (from, group, to)."""
    counts = np.zeros((years, len(KINDS), MOVER_GROUPS, len(KINDS)))
    for place, by_year in each.items():
        counts[(slice(None), *place)] = by_year
    return fit_mix(
        counts,
        prior=prior_mix("move_mix"),
        allowed=allowed_kinds(SEEN, of_sixteen=OF_SIXTEEN),
        years=np.arange(years),
        ahead=years + np.arange(3),
    )


def shares_of(mix: Mix, size: int = 400) -> np.ndarray:
    """Mean shares ahead [year, from, group, kind]."""
    drawn = mix.draw(np.random.default_rng(1), size)
    return np.diff(drawn, axis=-1, prepend=0.0).mean(axis=0)


STEADY = {(FOSTERED, 3, AGENCY): [60.0] * 4, (FOSTERED, 3, IN_A_HOME): [40.0] * 4}


def test_shares_are_those_seen_where_many_went():
    shares = shares_of(mix_of(each=STEADY))[0, FOSTERED, 3]
    assert shares[AGENCY] == pytest.approx(0.6, abs=0.05)
    assert shares[IN_A_HOME] == pytest.approx(0.4, abs=0.05)


def test_children_from_a_kind_seldom_left_lean_on_their_group():
    shares = shares_of(mix_of(each=STEADY))[0, IN_A_HOME, 3]
    assert shares[AGENCY] == pytest.approx(0.6, abs=0.1)


def test_nobody_under_16_moves_to_supported_accommodation():
    strange = STEADY | {(FOSTERED, 3, SUPPORTED): [5.0] * 4}
    shares = shares_of(mix_of(each=strange))
    assert shares[:, :, :4, SUPPORTED].max() == 0.0
    assert shares[:, :, 4:, SUPPORTED].min() > 0.0


def test_a_kind_not_seen_has_no_share():
    shares = shares_of(mix_of(each=STEADY))
    assert shares[..., ~SEEN].max() == 0.0


def test_children_who_may_go_nowhere_else_go_to_other():
    allowed = allowed_kinds(np.arange(len(KINDS)) == SUPPORTED, of_sixteen=OF_SIXTEEN)
    assert np.flatnonzero(allowed[0]).tolist() == [OTHER]
    assert np.flatnonzero(allowed[4]).tolist() == [SUPPORTED]


def test_a_mix_that_drifts_drifts_on_a_little():
    drifting = {(FOSTERED, 3, AGENCY): [80, 75, 70, 65.0], (FOSTERED, 3, IN_A_HOME): [20, 25, 30, 35.0]}
    shares = shares_of(mix_of(each=drifting))[:, FOSTERED, 3, IN_A_HOME]
    assert shares[0] > 0.28  # the mean of all years is 0.275
    assert shares[2] < 0.45


def test_an_authority_without_moves_has_a_mix_all_the_same():
    shares = shares_of(mix_of(each={}))
    assert shares.sum(axis=-1) == pytest.approx(np.ones(shares.shape[:-1]))
    assert shares[0, 0, 4, SUPPORTED] > 0.3


def test_running_shares_end_in_exactly_one():
    running = cumulative(np.random.default_rng(1).standard_gamma(0.3, size=(500, 12)))
    assert (running[:, -1] == 1.0).all()
    assert (np.diff(running, axis=1) >= 0).all()


def test_kinds_without_a_share_at_the_end_are_never_reached():
    running = cumulative(np.array([[1.0, 3.0, 0.0, 0.0]]))
    assert running.tolist() == [[0.25, 1.0, 1.0, 1.0]]
