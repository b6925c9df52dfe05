"""The back-test as a whole."""

from datetime import date

import numpy as np
import pytest

from sufficiency.analytics.forecast.backtest import rolling
from sufficiency.analytics.forecast.backtest.contract import as_json
from sufficiency.analytics.forecast.backtest.rolling import METHODS, Backtest, backtest, known_from
from sufficiency.analytics.forecast.backtest.targets import targets
from sufficiency.analytics.forecast.bands import KINDS
from sufficiency.analytics.forecast.errors import ForecastError
from sufficiency.analytics.histories.history import History, in_care_on
from sufficiency.analytics.histories.joining import history as joined
from sufficiency.analytics.money.prices import built_in, built_in_names

pytestmark = pytest.mark.slow
ENDINGS = (2019, 2020, 2021, 2022, 2023, 2024)


@pytest.fixture(scope="module")
def known(authority) -> History:
    return authority(entrants=14, endings=ENDINGS)


@pytest.fixture(scope="module")
def heard() -> list[date]:
    return []


@pytest.fixture(scope="module")
def found(known, heard) -> Backtest:
    return backtest(known, replications=6, workers=1, progress=heard.append)


def test_it_forecasts_from_each_31_march_with_four_returns_before_and_one_after(found):
    assert found.origins == (date(2022, 3, 31), date(2023, 3, 31))
    assert found.of("all", 1, "sufficiency").origins == 2
    assert found.of("all", 2, "sufficiency").origins == 1
    assert found.of("all", 3, "sufficiency") is None


def test_progress_hears_of_each_day(found, heard):
    assert tuple(heard) == found.origins


def test_every_method_is_scored_on_every_target_and_horizon(found):
    methods = {}
    for one in found.scores:
        methods.setdefault((one.target, one.horizon), []).append(one.method)
    assert all(sorted(names) == sorted(METHODS) for names in methods.values())
    assert {"all", "fostering", "residential", "age 10-15", "entrants", "leavers", "cost"} <= set(
        found.targets
    )


def test_kinds_that_were_never_used_are_left_out(found):
    assert "secure" not in found.targets
    assert "supported_accommodation" in found.targets


def test_the_best_method_has_the_lowest_error(found):
    best = found.best("all", 1)
    assert best.crps == min(one.crps for one in found.scores if (one.target, one.horizon) == ("all", 1))


def test_the_same_seed_gives_the_same_scores(known, found):
    assert backtest(known, replications=6, workers=2).scores == found.scores


def test_what_came_later_changes_the_scores_but_not_the_forecast(known, found, authority):
    other = authority(entrants=14, endings=ENDINGS, seed=2)
    mixed = joined(
        [known.returns[year] for year in known.years[:4]] + [other.returns[year] for year in known.years[4:]]
    )
    again = backtest(mixed, replications=6, workers=1)
    for method in METHODS:
        one, two = found.of("all", 2, method), again.of("all", 2, method)
        assert (one.width80, one.width95) == (two.width80, two.width95)
    assert found.scores != again.scores


def test_what_happened_agrees_with_the_history(known):
    told = known_from(known, known.years).happened()
    for place, ending in enumerate(ENDINGS):
        here = in_care_on(known.episodes, date(ending, 3, 31))
        assert told.stock[place].sum() == here.height
        assert told.stock[place].sum(axis=1).tolist() == [
            float((here["kind"] == k.value).sum()) for k in KINDS
        ]
    steps = np.diff(told.stock.sum(axis=(1, 2)))
    assert np.array_equal(steps, (told.entrants - told.leavers)[1:])
    assert (told.nights.sum(axis=1)[1:] > 300 * told.stock.sum(axis=(1, 2))[:-1] * 0.5).all()


def test_targets_by_kind_and_by_age_add_up_to_all(known):
    prices = built_in(built_in_names()[0])
    wanted = targets(prices, on=date(2024, 3, 31))
    told = known_from(known, known.years).happened()
    for group in ("kinds", "ages"):
        parts = sum(target.of(told) for target in wanted if target.group == group)
        assert parts.tolist() == wanted[0].of(told).tolist()


def test_memoryless_children_are_conserved(known):
    from sufficiency.analytics.forecast.backtest.memoryless import fit_memoryless

    told = known_from(known, known.years)
    fitted = fit_memoryless(told.spells, window=told.window, birthdays=told.birthdays)
    drawn = fitted.draws(np.random.default_rng(1), size=30, years=3)
    stock = drawn.stock.sum(axis=(2, 3))
    begin = np.full(30, fitted.here.sum())
    assert np.array_equal(np.diff(stock, axis=1, prepend=begin[:, None]), drawn.entrants - drawn.leavers)
    assert fitted.monthly.sum(axis=2) == pytest.approx(np.ones(fitted.monthly.shape[:2]))


def test_too_few_returns_are_refused_with_what_to_do(authority):
    with pytest.raises(ForecastError, match="Add returns of earlier years") as refused:
        backtest(authority(endings=(2021, 2022, 2023, 2024)))
    assert "but here are 4" in str(refused.value)


def test_it_can_be_written_as_json(found):
    told = as_json(found)
    assert told["origins"] == ["2022-03-31", "2023-03-31"]
    assert set(told["scores"][0]) >= {
        "target", "horizon", "method", "wape", "mase", "crps", "coverage80", "coverage95",
    }  # fmt: skip
    assert told["ours"] == rolling.OURS
