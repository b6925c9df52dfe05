"""A scenario: a name, levers, places by kind if they are limited, and the money of a plan to stand beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

import numpy as np

from sufficiency.analytics.forecast.bands import Floats
from sufficiency.analytics.forecast.blocks import Opening
from sufficiency.analytics.forecast.capacity import Capacity, Places
from sufficiency.analytics.forecast.entrants import Entrants
from sufficiency.analytics.forecast.errors import ForecastError
from sufficiency.analytics.forecast.levers.effects import Effects
from sufficiency.analytics.forecast.levers.faults import LeverError
from sufficiency.analytics.forecast.levers.registry import levers
from sufficiency.analytics.forecast.levers.stated import Stated, When
from sufficiency.analytics.forecast.levers.wording import sentence
from sufficiency.analytics.forecast.months import Months
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.analytics.returns.returned import Note


@dataclass(frozen=True)
class PlacesStated:
    """So many places of a kind from a day on, until the next statement of that kind."""

    kind: Kind
    places: int
    starts: When = field(default_factory=When)


@dataclass(frozen=True)
class Plan:
    """The money of a plan, pounds by year of the forecast (1, 2 …): what is put in, and what is to be saved."""

    investment: Mapping[int, Decimal] = field(default_factory=dict)
    savings_targets: Mapping[int, Decimal] = field(default_factory=dict)


@dataclass(frozen=True)
class Scenario:
    """What leaders mean to do, or what may happen to them. `overflow` is where children go when a kind is full."""

    name: str
    levers: tuple[Stated, ...] = ()
    about: str = ""
    places: tuple[PlacesStated, ...] = ()
    overflow: Mapping[Kind, tuple[Kind, ...]] = field(default_factory=dict)
    plan: Plan = field(default_factory=Plan)

    @property
    def sentences(self) -> tuple[str, ...]:
        """Each lever as a sentence with its numbers."""
        known = levers()
        return tuple(sentence(known[one.lever], one) for one in self.levers)

    def effects(self, opening: Opening, months: Months) -> Effects:
        """All levers put together. Raises ForecastError that names the lever at fault."""
        found = Effects.none(months, usual_entrants=usual_entrants(opening.flows.entrants, months))
        known = levers()
        for place, stated in enumerate(self.levers, 1):
            try:
                found = known[stated.lever].act(found, stated.given(start=months.start))
            except LeverError as fault:
                where = f"lever {place} of “{self.name}” ({known[stated.lever].label.lower()})"
                raise ForecastError(fault.what, where=where, what_next=fault.what_next) from fault
        return found

    def capacity(self, months: Months) -> Capacity | None:
        """The places by kind and month end, or None where they are not limited."""
        if not self.places:
            return None
        stated = [Places(one.kind, one.places, one.starts.begins(months.start)) for one in self.places]
        return Capacity.of(stated, months=months, overflow=self.overflow)

    def remarks(self, months: Months) -> tuple[Note, ...]:
        """What in the scenario has no effect within the forecast."""
        last = months.ends[-1]
        late = [one for one in self.levers if one.starts.begins(months.start) > last]
        message = f"Levers that begin after the forecast ends on {last:%d/%m/%Y} and so change nothing in it."
        return (Note(message, self.name, len(late)),) if late else ()


def usual_entrants(entrants: Entrants, months: Months) -> Floats:
    """The expected number of new entrants a day [month, entry band] without levers."""
    # The mean over many drawn futures; the seed is fixed so that a scenario never depends on the run's.
    yearly = entrants.draw(np.random.default_rng(0), 2000).mean(axis=0)
    daily: Floats = yearly[months.year_of_month] / 365.25
    return daily
