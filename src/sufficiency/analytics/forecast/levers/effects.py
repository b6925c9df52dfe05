"""What the levers of a scenario come to, month by month: what a lever is given and gives back, changed."""

from dataclasses import dataclass, replace
from typing import Final, Self

import numpy as np

from sufficiency.analytics.forecast.bands import (
    AGE_GROUPS,
    ENTRY_BANDS,
    KINDS,
    SUPPORTED_FROM_GROUP,
    Bools,
    Floats,
)
from sufficiency.analytics.forecast.months import Months
from sufficiency.analytics.forecast.steering import STAYS, Steering
from sufficiency.analytics.money.blocks import Block
from sufficiency.analytics.reference.kinds import Kind

UASC_BAND: Final = len(ENTRY_BANDS) - 1


@dataclass(frozen=True)
class Who:
    """Some children: of these age groups, in these kinds of placement, UASC or not (None: either)."""

    ages: tuple[str, ...] = AGE_GROUPS
    kinds: tuple[Kind, ...] = tuple(Kind)
    uasc: bool | None = None

    @property
    def of_uasc(self) -> Bools:
        """Whether those who are not UASC, and those who are, belong."""
        return np.array([self.uasc is not True, self.uasc is not False])

    @property
    def of_age(self) -> Bools:
        """Whether each age group belongs."""
        return np.array([group in self.ages for group in AGE_GROUPS])

    @property
    def of_kind(self) -> Bools:
        """Whether each kind belongs."""
        return np.array([kind in self.kinds for kind in KINDS])

    @property
    def cells(self) -> Bools:
        """Whether each [UASC, age group, kind] belongs."""
        found: Bools = self.of_uasc[:, None, None] & self.of_age[None, :, None] & self.of_kind[None, None, :]
        return found

    @property
    def bands(self) -> Bools:
        """Whether each entry band belongs; UASC entrants are one band of all ages."""
        ordinary = self.of_age & bool(self.of_uasc[0])
        return np.append(ordinary, bool(self.of_uasc[1]) and (self.uasc is True or self.of_age.all()))


@dataclass(frozen=True)
class Held:
    """So many children at a time who are elsewhere than they would have been: in another kind, or not in care.

    `at_ends` is how many at the start and at each month end; `to` is None for those no longer in care.
    """

    at_ends: Floats
    who: Who
    to: Kind | None


@dataclass(frozen=True)
class Effects:
    """All that levers change. `usual_entrants` is the expected number a day [month, entry band] without them."""

    months: Months
    usual_entrants: Floats
    steering: Steering
    price_times: Floats  # [month, kind]
    held: tuple[Held, ...] = ()
    blocks: tuple[Block, ...] = ()

    @classmethod
    def none(cls, months: Months, *, usual_entrants: Floats) -> Self:
        """No lever at all."""
        return cls(months, usual_entrants, Steering.nothing(len(months)), np.ones((len(months), len(KINDS))))

    def with_entrants(self, times: Floats) -> Self:
        """Entrants multiplied by month and band."""
        entrants = self.steering.entrants * times
        return replace(self, steering=self.steering._replace(entrants=entrants))

    def with_rates(self, times: Floats, *, who: Who, event: int) -> Self:
        """The rate of an event multiplied in each month, for some children."""
        rates = self.steering.times.copy()
        rates[..., event] *= np.where(who.cells[None], times[:, None, None, None], 1.0)
        turns = np.append(True, (rates[1:] != rates[:-1]).any(axis=(1, 2, 3, 4)))
        return replace(self, steering=self.steering._replace(is_on=True, times=rates, turns=turns))

    def with_diverted(
        self, share: Floats, *, who: Who, occasions: tuple[int, ...], to: tuple[Kind, ...]
    ) -> Self:
        """In each month a share of those who would have gone to the kinds of `who` goes to `to` instead."""
        divert, divert_to = self.steering.divert.copy(), self.steering.divert_to.copy()
        more = _may_go(who, to)[None] * share[:, None, None, None]
        for occasion in occasions:
            kept, turned = divert[:, occasion], np.diff(divert_to[:, occasion], axis=-1, prepend=0.0)
            # Whoever an earlier lever turned away stays turned away; this one acts on the rest.
            weight = turned * kept[..., None] + ((1.0 - kept) * more)[..., None] * _shares_of(to)
            divert[:, occasion] = 1.0 - (1.0 - kept) * (1.0 - more)
            divert_to[:, occasion] = _running(weight)
        steered = self.steering._replace(is_on=True, divert=divert, divert_to=divert_to)
        return replace(self, steering=steered)

    def with_plan(self, a_day: Floats, *, who: Who, to: tuple[Kind, ...] = (), cause: int = STAYS) -> Self:
        """So many children a day moved to other kinds, each as likely, or out of care by a cause."""
        s = self.steering
        steered = s._replace(
            is_on=True,
            plan_a_day=np.concatenate([s.plan_a_day, a_day[None]]),
            plan_for=np.concatenate([s.plan_for, _may_go(who, to)[None]]),
            plan_to=np.concatenate([s.plan_to, _running(_shares_of(to))[None]]),
            plan_cause=np.append(s.plan_cause, cause),
        )
        return replace(self, steering=steered)

    def with_held(self, at_ends: Floats, *, who: Who, to: Kind | None) -> Self:
        """So many children at a time elsewhere than they would have been."""
        return replace(self, held=(*self.held, Held(at_ends, who, to)))

    def with_prices(self, times: Floats, *, kinds: tuple[Kind, ...]) -> Self:
        """Weekly prices of these kinds multiplied in each month."""
        of_kind = np.array([kind in kinds for kind in KINDS])
        prices = self.price_times * np.where(of_kind[None], times[:, None], 1.0)
        return replace(self, price_times=prices)

    def with_block(self, block: Block) -> Self:
        """Beds booked in advance."""
        return replace(self, blocks=(*self.blocks, block))


def _shares_of(kinds: tuple[Kind, ...]) -> Floats:
    """Equal shares of some kinds [kind]."""
    return np.array([kind in kinds for kind in KINDS]) / max(len(kinds), 1)


def _may_go(who: Who, to: tuple[Kind, ...]) -> Bools:
    """The children who may go there [UASC, age group, kind]: under 16 nobody to supported accommodation."""
    cells = who.cells
    if Kind.SUPPORTED_ACCOMMODATION in to:
        cells[:, :SUPPORTED_FROM_GROUP] = False
    return cells


def _running(weights: Floats) -> Floats:
    """Running shares along the last axis that end in exactly 1."""
    running = np.cumsum(weights, axis=-1)
    total = running[..., -1:]
    found: Floats = np.where(running >= total, 1.0, running / np.maximum(total, 1e-300))
    return found
