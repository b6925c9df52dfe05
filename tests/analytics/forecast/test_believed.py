"""The prior: every entry is of a known kind, and shares are shares."""

import pytest

from sufficiency.analytics.forecast.bands import (
    AGE_GROUPS,
    ENTRY_BANDS,
    ENTRY_GROUPS,
    KINDS,
    MOVER_GROUPS,
    TIME_IN_CARE_DAYS,
    TIME_IN_PLACEMENT_BANDS,
)
from sufficiency.analytics.forecast.believed import prior_mix, priors
from sufficiency.analytics.forecast.hazards import EVENT_NAMES
from sufficiency.analytics.reference.kinds import Kind

NAMES = {kind.value for kind in Kind}


def test_every_hazard_has_a_prior_of_the_right_shape():
    hazards = priors()["hazards"]
    assert tuple(hazards) == EVENT_NAMES
    for told in hazards.values():
        assert 0 < told["rate"] < 1
        assert len(told["age"]) == len(AGE_GROUPS)
        assert len(told["in_care"]) == len(TIME_IN_CARE_DAYS) + 1
        assert len(told["in_placement"]) == TIME_IN_PLACEMENT_BANDS
        assert set(told["kind"]) <= NAMES
        assert min([*told["age"], *told["in_care"], *told["in_placement"], *told["kind"].values()]) > 0


@pytest.mark.parametrize(("name", "groups"), [("entry_mix", ENTRY_GROUPS), ("move_mix", MOVER_GROUPS)])
def test_shares_of_a_mix_come_to_one(name, groups):
    rows = priors()[name]
    assert len(rows) == groups
    for row in rows.values():
        assert set(row) <= NAMES
        assert sum(row.values()) == pytest.approx(1.0)
    assert prior_mix(name).shape == (groups, len(KINDS))
    assert (prior_mix(name) > 0).all()


def test_nobody_under_16_is_believed_to_enter_supported_accommodation():
    for name in ("entry_mix", "move_mix"):
        for group, row in priors()[name].items():
            assert ("supported_accommodation" in row) == (group in ("16-17", "uasc"))


def test_entrants_are_shared_out_over_all_bands():
    told = priors()["entrants"]
    assert tuple(told["share"]) == tuple(told["ages"]) == ENTRY_BANDS
    assert sum(told["share"].values()) == pytest.approx(1.0)
    assert all(0 <= age < 18 for ages in told["ages"].values() for age in ages)
