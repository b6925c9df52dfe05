import pytest

from factories.councils import store_council
from sufficiency.web.access.acting import Actor
from sufficiency.web.performance import actions, analytics


@pytest.fixture
def council(authority):
    """An authority with two stored returns and no scorecard yet."""
    store_council(authority)
    return authority


@pytest.fixture(scope="session")
def computed():
    """What the two returns came to, once they were computed: they are the same in every test."""
    return {}


@pytest.fixture
def scorecard(council, computed, monkeypatch):
    """The scorecard of the two returns."""
    with monkeypatch.context() as patched:
        if computed:
            patched.setattr(analytics, "compute", lambda _: computed["of the council"])
        else:
            computed["of the council"] = analytics.compute(council)
        return actions.compute(council, by=Actor(name="Sufficiency", authority=council))
