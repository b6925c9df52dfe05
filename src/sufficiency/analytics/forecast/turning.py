"""Children turned from full own places to bought ones, or back, laid over the simulated numbers.

The simulation sends children where such children went. Here own numbers are pulled back to what was usual of late,
as strongly as each replication's draw says: of each month's placements in the pair some go to the other kind, and
stay there for as long as such placements last. Children change kind only; who is in care stays the same.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from scipy.special import expit, logit

from sufficiency.analytics.forecast.bands import Counts, Floats, Ints
from sufficiency.analytics.forecast.held import Counted, into, shared_out
from sufficiency.analytics.forecast.own_places import Pull
from sufficiency.analytics.forecast.pull_strength import STRENGTHS, USUAL_MONTHS

_STREAM: Final = 2 * 10**6  # of chances, apart from those of the blocks and of inflation
# How far own places may grow beyond the most children there ever were: carers are slow to recruit, and what has
# never been seen to fill up may fill up. Standard deviation in logs; our own judgement (certainty C).
MORE_THAN_EVER: Final = 0.1
# How the odds of an own place may shift each year where nothing holds the numbers: carers retire, a campaign brings
# new ones, places fill for the first time. Standard deviation in logits, with a lasting direction; the stronger the
# pull felt, the less is left to shift. Settled on made-up authorities that the evidence is not judged on.
OWN_PLACES_SHIFT: Final = 0.18
_MONTHS: Final = 12
_LEARNT_AGO: Final = 12  # months: the odds are those of the last years, and may have shifted since
_HALF_HELD: Final = 3.0  # the pull at which half of that is left
Turned = tuple[
    Ints, ...
]  # for each pull: more in bought places for want of own ones [replication, month end]


def turned(numbers: Counted, pulls: Sequence[Pull], *, seed: int) -> Turned:
    """How many are turned away in each replication; below nought, own places take in more than they would."""
    chances = np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(_STREAM,)))
    return tuple(_turned(numbers, pull, chances) for pull in pulls)


def _turned(numbers: Counted, pull: Pull, chances: np.random.Generator) -> Ints:
    by_kind = numbers.stock.sum(axis=3, dtype=np.int64)
    own, bought = by_kind[:, :, pull.own], by_kind[:, :, pull.bought]
    size, ends = own.shape
    strength = chances.choice(STRENGTHS, size=size, p=pull.weights)
    most = pull.highest * np.exp(MORE_THAN_EVER * np.abs(chances.standard_normal(size)))
    shift = OWN_PLACES_SHIFT / (1.0 + strength / _HALF_HELD) * chances.standard_normal(size)
    placed = _placements(numbers, pull, children=by_kind.sum(axis=2))
    path = np.empty((size, USUAL_MONTHS + ends))  # own numbers, the months before the start among them
    path[:, : USUAL_MONTHS + 1] = pull.before
    away = np.zeros((size, ends))
    for month in range(ends - 1):
        odds = logit(pull.pace.share) + shift * (month + _LEARNT_AGO) / _MONTHS
        share = expit(odds - strength * _above(path[:, month : USUAL_MONTHS + month + 1], pull))
        stay = away[:, month] * (1.0 - pull.pace.turnover)
        more = stay + placed[:, month] * (pull.pace.share - share)
        full = np.maximum(more, own[:, month + 1] - most)
        away[:, month + 1] = np.clip(full, -bought[:, month + 1], own[:, month + 1])
        path[:, USUAL_MONTHS + month + 1] = own[:, month + 1] - away[:, month + 1]
    return np.rint(away).astype(np.int64)


def _above(path: Floats, pull: Pull) -> Floats:
    """How far, in logs, the last of these numbers of months stands above their usual and its growth."""
    usual = path[:, :-1].mean(axis=1)
    above: Floats = np.log((path[:, -1] + 1.0) / (usual + 1.0)) - pull.excess
    return above


def _placements(numbers: Counted, pull: Pull, *, children: Ints) -> Floats:
    """Placements to be expected in the pair [replication, month]."""
    entering = pull.pace.of_entrants * numbers.entrants.sum(axis=2)
    placed: Floats = entering + pull.pace.of_children * children[:, :-1]
    return placed


def turn(numbers: Counted, pulls: Sequence[Pull], away: Turned, *, month_days: Ints) -> Counted:
    """The numbers with so many children in the other kind of each pair, in proportion to the ages there."""
    for pull, more in zip(pulls, away, strict=True):
        for sign, from_kind, to in ((1, pull.own, pull.bought), (-1, pull.bought, pull.own)):
            wanted = np.maximum(sign * more, 0)
            numbers = into(numbers, _of_kind(numbers.stock, from_kind, wanted), to, month_days=month_days)
    return numbers


def _of_kind(stock: Counts, kind: int, wanted: Ints) -> Counts:
    eligible = np.zeros_like(stock)
    eligible[:, :, kind] = stock[:, :, kind]
    return shared_out(eligible, wanted)
