"""Made-up worlds on real postcodes."""

import pytest

from sufficiency.analytics.made_up.matching.settings import SETTINGS
from sufficiency.analytics.made_up.matching.worlds import ground, make_up_world


@pytest.fixture(scope="session")
def land():
    return ground()


@pytest.fixture(scope="session")
def many_worlds(land):
    """Forty small worlds, ten of each setting."""
    return [
        make_up_world(land, seed=seed, requests=3, homes=14, setting=setting)
        for setting in SETTINGS
        for seed in range(10)
    ]
