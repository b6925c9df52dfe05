"""Play a scenario out beside doing nothing: the same chances for both, so that the difference is the levers' alone."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from sufficiency.analytics.forecast.bands import Counts
from sufficiency.analytics.forecast.capacity import Capacity, Fitted, fit
from sufficiency.analytics.forecast.held import Counted, Shortfall, hold
from sufficiency.analytics.forecast.levers.wording import kinds_in_words
from sufficiency.analytics.forecast.months import Months
from sufficiency.analytics.forecast.projecting import Basis, basis_of, counted, counted_both, projection_of
from sufficiency.analytics.forecast.projection import Projection
from sufficiency.analytics.forecast.scenario import Scenario
from sufficiency.analytics.forecast.steering import Steering
from sufficiency.analytics.histories.history import History
from sufficiency.analytics.money.prices import PriceSet
from sufficiency.analytics.money.splitting import Split, split
from sufficiency.analytics.returns.returned import Note


@dataclass(frozen=True)
class Comparison:
    """A scenario's forecast and that of doing nothing, replication by replication from the same chances.

    `fitted` is how children fit into the places, where the scenario states any; doing nothing keeps the places of
    the first day.
    """

    scenario: Scenario
    baseline: Projection
    projection: Projection
    capacity: Capacity | None
    fitted: Fitted | None
    shortfalls: tuple[Shortfall, ...]

    @property
    def difference(self) -> Counts:
        """More or fewer children [replication, month end, kind] than doing nothing."""
        change: Counts = (self.projection.stock - self.baseline.stock).sum(axis=3, dtype=np.int32)
        return change

    def split(self) -> Split:
        """The difference in cost by financial year, in volume, mix and price."""
        both = (self.baseline, self.projection)
        weeks = tuple(one.child_weeks() for one in both)
        return split((weeks[0], weeks[1]), (self.baseline.cost, self.projection.cost))


def compare(
    history: History,
    scenario: Scenario,
    *,
    start: date | None = None,
    years: int = 5,
    replications: int = 1000,
    seed: int = 1,
    prices: PriceSet | None = None,
    recalibrate: bool = False,
    workers: int | None = None,
) -> Comparison:
    """Forecast with and without a scenario's levers. Raises ForecastError; see `project` for the rest."""
    basis = basis_of(
        history,
        start=start,
        years=years,
        replications=replications,
        seed=seed,
        prices=prices,
        recalibrate=recalibrate,
        workers=workers,
    )
    return compared(basis, scenario)


def compared(basis: Basis, scenario: Scenario) -> Comparison:
    """The same from a history that was fitted before."""
    months = basis.months
    # What is wrong with the scenario is said before anything slow begins.
    effects = scenario.effects(basis.opening, months)
    capacity = scenario.capacity(months)
    usual, changed = _played(basis, effects.steering)
    changed, short = hold(changed, effects.held, months)
    usual, _ = _within(usual, _kept_as_first(capacity), months)
    changed, fitted = _within(changed, capacity, months)
    return Comparison(
        scenario=scenario,
        baseline=projection_of(basis, usual),
        projection=projection_of(
            basis,
            changed,
            price_times=effects.price_times,
            blocks=effects.blocks,
            notes=(*scenario.remarks(months), *_on_shortfalls(short)),
        ),
        capacity=capacity,
        fitted=fitted,
        shortfalls=short,
    )


def _played(basis: Basis, steering: Steering) -> tuple[Counted, Counted]:
    # Levers on prices and held numbers alone change nothing in the simulation, which is not run twice for them.
    if steering.is_on or bool((steering.entrants != 1.0).any()):
        return counted_both(basis, steering)
    usual = counted(basis)
    return usual, usual


def _within(numbers: Counted, capacity: Capacity | None, months: Months) -> tuple[Counted, Fitted | None]:
    """The same children with nights counted, and so paid, where there is room for them.

    Numbers by kind stay those needed; unmet need is paid at the price of the kind that is needed.
    """
    if capacity is None:
        return numbers, None
    needed = numbers.stock.sum(axis=3, dtype=np.int32)
    fitted = fit(needed, capacity)
    change = fitted.lives_in + fitted.unmet - needed
    nights = (change[:, 1:] + change[:, :-1]) * np.diff(months.days)[None, :, None] / 2
    days = np.maximum(numbers.days + np.trunc(nights).astype(np.int32), 0)
    return replace(numbers, days=days), fitted


def _kept_as_first(capacity: Capacity | None) -> Capacity | None:
    if capacity is None:
        return None
    first = np.broadcast_to(capacity.places[:1], capacity.places.shape)
    return replace(capacity, places=first)


def _on_shortfalls(short: tuple[Shortfall, ...]) -> Iterator[Note]:
    for one in short:
        where = kinds_in_words(one.held.who.kinds)
        message = (
            f"The plan counts on {one.planned:,.0f} children in {where}, of the ages it is for, but on average only "
            f"{one.found:,.1f} are there: the rest of it cannot happen. Children too few"
        )
        yield Note(message, "the scenario", max(round(one.missing), 1))
