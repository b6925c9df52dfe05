"""Ranges made wider or narrower after the authority's own past: how far off would earlier forecasts have been?

The forecast is made again from each past 31 March with what was known then. Errors that are larger than its ranges
allow for mean that the years here are wilder than it thinks, smaller ones that they are calmer. Only what the years
may bring (the drift of entrants, of rates and of the mix) is given more or less room: the play of chance among so
many children is what it is. A few past forecasts say little, so that each moves the ranges a little.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import numpy as np

from sufficiency.analytics.forecast.bands import KIND_INDEX, Floats
from sufficiency.analytics.forecast.blocks import Opening
from sufficiency.analytics.forecast.opening import opening_from
from sufficiency.analytics.forecast.simulating import simulate
from sufficiency.analytics.forecast.spells import STILL_THERE, Spells
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.analytics.reference.years import CollectionYear

FEWEST_RETURNS: Final = 4  # to forecast from, as in the back-test
BELIEVED_WORTH: Final = 8.0  # past forecasts: so much it takes to move the ranges half-way
_REPLICATIONS: Final = 100
_MOST_AHEAD: Final = 3  # years: errors further ahead are those of too few past forecasts
_LEAST_DRIFT, _MOST_DRIFT = 0.3, 2.0  # of what drift is given without recalibration
_MONTHS: Final = 12
_FOSTERING: Final = (Kind.KINSHIP_FOSTERING, Kind.IN_HOUSE_FOSTERING, Kind.AGENCY_FOSTERING)
# Groups that are large enough for their errors to be more than chance.
_GROUPS: Final = (
    tuple(Kind),
    _FOSTERING,
    (Kind.IN_HOUSE_RESIDENTIAL, Kind.EXTERNAL_RESIDENTIAL),
    (Kind.SUPPORTED_ACCOMMODATION,),
)


@dataclass(frozen=True)
class Recalibration:
    """What past forecasts say of the ranges.

    `origins` is how many there were, `missed` the size of their errors beside the ranges (1: as the ranges say),
    `width` how much wider the ranges ought to be after both, `drift` the room given to drift for it.
    """

    origins: int
    missed: float
    width: float
    drift: float


def recalibrated(
    opening: Opening, *, returned: Sequence[CollectionYear], seed: int, workers: int
) -> tuple[Opening, Recalibration | None]:
    """The opening with drift widened or narrowed, and by how much; unchanged where there are too few returns."""
    missed = list(_missed(opening.known, returned, seed=seed, workers=workers))
    if not missed:
        return opening, None
    square = float(np.mean(np.concatenate(missed)))
    found = judged(len(missed), square, fixed=_share_of_chance(opening, seed=seed, workers=workers))
    return replace(opening, flows=opening.flows.drifting(found.drift)), found


def judged(origins: int, square: float, *, fixed: float) -> Recalibration:
    """The drift that makes ranges as wide as mean square errors (in widths) of past forecasts suggest.

    `fixed` is the share of the ranges' variance that is not drift's.
    """
    wanted = (BELIEVED_WORTH + origins * square) / (BELIEVED_WORTH + origins)
    drift = np.sqrt(max(wanted - fixed, 0.0) / max(1.0 - fixed, 1e-9))
    return Recalibration(
        origins,
        float(np.sqrt(square)),
        float(np.sqrt(wanted)),
        float(np.clip(drift, _LEAST_DRIFT, _MOST_DRIFT)),
    )


def _missed(
    known: Spells, returned: Sequence[CollectionYear], *, seed: int, workers: int
) -> Iterator[Floats]:
    """For each past 31 March the squares of errors, in standard deviations of the forecast."""
    for count in range(FEWEST_RETURNS, len(returned)):
        origin, later = returned[count - 1], returned[count : count + _MOST_AHEAD]
        then = as_known(known, origin.end)
        if len(then) and then.is_open.any():
            ends = [_MONTHS * (year.ending - origin.ending) for year in later]
            years = later[-1].ending - origin.ending
            past = opening_from(then, returned=returned[:count], start=origin.end, years=years)
            drawn = _numbers(past, ends, seed=seed, workers=workers)
            came = np.array([_in_care(as_known(known, year.end)) for year in later])
            # Half a child either way: where hardly anyone is, a forecast of nobody is not infinitely sure.
            yield np.square(drawn.mean(axis=0) - came).ravel() / (drawn.var(axis=0).ravel() + 0.25)


def _numbers(opening: Opening, ends: Sequence[int], *, seed: int, workers: int) -> Floats:
    """Children of each group at these month ends in each replication."""
    found = simulate(opening, replications=_REPLICATIONS, seed=seed, workers=workers)
    return _grouped(found.stock[:, ends].sum(axis=3))


def _in_care(then: Spells) -> Floats:
    return _grouped(np.bincount(then.kind[then.is_open], minlength=len(Kind)))


def _grouped(by_kind: np.ndarray) -> Floats:
    places = [[KIND_INDEX[kind.value] for kind in kinds] for kinds in _GROUPS]
    return np.stack([by_kind[..., some].sum(axis=-1) for some in places], axis=-1).astype(np.float64)


def _share_of_chance(opening: Opening, *, seed: int, workers: int) -> float:
    """The share of the present ranges' variance that is left when nothing drifts."""
    months = opening.steering.months
    ends = [end for end in range(_MONTHS, _MOST_AHEAD * _MONTHS + 1, _MONTHS) if end <= months] or [months]
    still = replace(opening, flows=opening.flows.drifting(0.0))
    both = (_numbers(one, ends, seed=seed, workers=workers).var(axis=0) + 0.25 for one in (still, opening))
    without, with_drift = both
    return float(np.clip((without / with_drift).mean(), 0.0, 0.95))


def as_known(known: Spells, day: date) -> Spells:
    """The spells as they stood at the end of an earlier day."""
    later = (known.day_zero - day).days - 1
    started, ended = known.started + later, known.ended + later
    is_open = known.is_open | (ended >= 0)
    then = replace(
        known,
        day_zero=date.fromordinal(known.day_zero.toordinal() - later),
        born=known.born + later,
        entered=known.entered + later,
        started=started,
        ended=np.where(is_open, 0, ended),
        is_open=is_open,
        next_kind=np.where(is_open, STILL_THERE, known.next_kind),
        cause=np.where(is_open, STILL_THERE, known.cause),
    )
    return then.where(started < 0)
