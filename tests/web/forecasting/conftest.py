import pytest

from factories.councils import store_council
from sufficiency.analytics.money.prices import built_in, built_in_names
from sufficiency.web.access.acting import Actor
from sufficiency.web.forecasting import actions, analytics, comparing, showing
from sufficiency.web.forecasting.analytics import Asked
from sufficiency.web.performance import analytics as measuring


def asked(**changes):
    """A forecast as small as they come."""
    given = {"years": 2, "replications": 100, "seed": 1, "prices": built_in(built_in_names()[0])}
    return Asked(**(given | changes))


@pytest.fixture
def council(authority):
    """An authority with two stored returns and no forecast yet."""
    store_council(authority)
    return authority


@pytest.fixture
def someone(council):
    """Whoever runs forecasts here."""
    return Actor(name="Sam Example", authority=council)


@pytest.fixture(scope="session")
def remembered():
    """What the two returns come to, once it was worked out: it is the same in every test."""
    return {}


@pytest.fixture
def forecast(council, someone, remembered, monkeypatch):
    """A kept forecast of the two returns."""
    with monkeypatch.context() as patched:
        for module, name in ((measuring, "compute"), (analytics, "forecast")):
            patched.setattr(module, name, _once(getattr(module, name), name, remembered))
        return actions.run(council, asked(), by=someone)


@pytest.fixture
def worked_out_once(remembered, monkeypatch):
    """Measures, a comparison and its charts are worked out once for all tests of one scenario."""
    for module, name in ((measuring, "compute"), (analytics, "compare")):
        monkeypatch.setattr(module, name, _once(getattr(module, name), name, remembered))

    def kept(draw, *, shows):
        what, _, hides = shows
        return _once(draw, f"{what} {hides}", remembered)()

    monkeypatch.setattr(comparing, "kept", kept)


@pytest.fixture
def drawn_before(remembered, monkeypatch):
    """Charts are drawn once for all tests in which the forecast is that of the two returns."""

    def kept(draw, *, shows):
        what, _, hides = shows
        return _once(draw, f"{what} {hides}", remembered)()

    monkeypatch.setattr(showing, "kept", kept)


def _once(work, name, remembered):
    def answer(*given):
        if name not in remembered:
            remembered[name] = work(*given)
        return remembered[name]

    return answer
