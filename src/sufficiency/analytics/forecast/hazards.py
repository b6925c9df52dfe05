"""How likely children are to leave, by cause, and to move: log rates that add up by band.

A log rate is a part for who the child is (UASC, age, time in care) plus a part for where the child is (kind of
placement, age group, time in placement). The two parts are also how the simulation looks rates up.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np

from sufficiency.analytics.forecast.bands import (
    AGE_BANDS,
    AGE_GROUPS,
    GROUP_OF_AGE_BAND,
    KINDS,
    TIME_IN_CARE_BANDS,
    TIME_IN_PLACEMENT_BANDS,
    UNKNOWN_TIME_IN_CARE,
    Floats,
    Ints,
)
from sufficiency.analytics.forecast.believed import priors
from sufficiency.analytics.forecast.causes import EVENTS, LEAVING
from sufficiency.analytics.forecast.exposure import DAYS_A_YEAR, Cells
from sufficiency.analytics.forecast.regression import Estimate, bincount, fit

EVENT_NAMES: Final = (*(str(cause) for cause in LEAVING), "move")
_GROUPS = np.array(GROUP_OF_AGE_BAND)
# The columns of the regression, block after block: name -> shape.
_WHO: Final = {
    "level": (1,),
    "age": (AGE_BANDS,),
    "in_care": (TIME_IN_CARE_BANDS,),
    "age_in_care": (len(AGE_GROUPS), TIME_IN_CARE_BANDS),
    "uasc": (2, len(AGE_GROUPS)),
}
_WHERE: Final = {
    "kind": (len(KINDS),),
    "kind_age": (len(KINDS), len(AGE_GROUPS)),
    "kind_in_placement": (len(KINDS), TIME_IN_PLACEMENT_BANDS),
}
_WIDTHS = {name: int(np.prod(shape)) for name, shape in (_WHO | _WHERE).items()}
_FIRST = dict(zip(_WIDTHS, np.cumsum([0, *_WIDTHS.values()])[:-1].tolist(), strict=True))


@dataclass(frozen=True)
class Hazards:
    """The estimate for each event, in the order of `EVENT_NAMES`."""

    estimates: tuple[Estimate, ...]

    def expected(self, cells: Cells) -> Floats:
        """Events of each sort to be expected in each cell at the fitted rates."""
        rows = np.concatenate([_who(cells.uasc, cells.age, cells.in_care), _place(cells)], axis=1)
        rates = [np.exp(estimate.mean[rows].sum(axis=1)) for estimate in self.estimates]
        expected: Floats = np.stack(rates, axis=1) * cells.child_years[:, None]
        return expected

    def draw(self, generator: np.random.Generator, size: int) -> tuple[Floats, Floats]:
        """Rates a day, drawn: a factor [draw, UASC, age, time in care, event] for who the child is, and one
        [draw, kind, age group, time in placement, event] for where; their product is the rate."""
        who, where = _every_who(), _every_place()
        drawn = [(e, e.draw(generator.standard_normal((size, len(e.mean))))) for e in self.estimates]
        of_child = np.stack([np.exp(logs[:, who].sum(axis=-1) - e.excess) for e, logs in drawn], axis=-1)
        of_place = np.stack([np.exp(logs[:, where].sum(axis=-1)) for _, logs in drawn], axis=-1)
        return of_child / DAYS_A_YEAR, of_place


def fit_hazards(cells: Cells) -> Hazards:
    """Fit every hazard to the cells; the years are pooled (their trend is fitted apart)."""
    # Cells that differ by year alone are one row, which makes the fit several times quicker.
    columns = np.concatenate([_who(cells.uasc, cells.age, cells.in_care), _place(cells)], axis=1)
    distinct, row = np.unique(columns, axis=0, return_inverse=True)
    exposure = bincount(row, cells.child_years, len(distinct))
    events = [bincount(row, cells.events[:, event], len(distinct)) for event in range(EVENTS)]
    sd = _spread()
    return Hazards(
        tuple(
            fit(distinct, exposure=exposure, events=seen, prior=_prior(name), sd=sd)
            for name, seen in zip(EVENT_NAMES, events, strict=True)
        )
    )


def _who(uasc: Ints, age: Ints, in_care: Ints) -> Ints:
    group = _GROUPS[age]
    return np.stack(
        [
            np.full_like(age, _FIRST["level"]),
            _FIRST["age"] + age,
            _FIRST["in_care"] + in_care,
            _FIRST["age_in_care"] + group * TIME_IN_CARE_BANDS + in_care,
            _FIRST["uasc"] + uasc * len(AGE_GROUPS) + group,
        ],
        axis=-1,
    )


def _where(kind: Ints, group: Ints, in_placement: Ints) -> Ints:
    return np.stack(
        [
            _FIRST["kind"] + kind,
            _FIRST["kind_age"] + kind * len(AGE_GROUPS) + group,
            _FIRST["kind_in_placement"] + kind * TIME_IN_PLACEMENT_BANDS + in_placement,
        ],
        axis=-1,
    )


def _place(cells: Cells) -> Ints:
    return _where(cells.kind, _GROUPS[cells.age], cells.in_placement)


@cache
def _every_who() -> Ints:
    return _who(*np.indices((2, AGE_BANDS, TIME_IN_CARE_BANDS)))


@cache
def _every_place() -> Ints:
    return _where(*np.indices((len(KINDS), len(AGE_GROUPS), TIME_IN_PLACEMENT_BANDS)))


def _spread() -> Floats:
    spread = priors()["spread"]
    sd = np.concatenate([np.full(width, float(spread[name])) for name, width in _WIDTHS.items()])
    not_uasc = _FIRST["uasc"] + np.arange(len(AGE_GROUPS))
    sd[not_uasc] = 1e-3  # the others are the baseline that UASC differ from
    return sd


def _prior(event: str) -> Floats:
    told = priors()["hazards"][event]
    means = {name: np.zeros(shape) for name, shape in (_WHO | _WHERE).items()}
    means["level"][:] = np.log(told["rate"])
    means["age"][:] = np.log(told["age"])[_GROUPS]
    # An unknown time in care has no shape of its own to believe in: it stays at the level.
    means["in_care"][:UNKNOWN_TIME_IN_CARE] = np.log(told["in_care"])
    means["uasc"][1] = np.log(told["uasc"])
    means["kind"][:] = np.log([told["kind"].get(kind.value, 1.0) for kind in KINDS])
    means["kind_in_placement"][:] = np.log(told["in_placement"])
    return np.concatenate([block.ravel() for block in means.values()])
