"""What levers do within the simulation, month by month, as plain arrays; nothing unless a scenario says so.

Four things can be steered: how many come in, how often things happen, where children go, and planned moves of so
many children a year. Everything here is worked out once for all replications, and no draw of chance changes.
"""

from typing import Final, NamedTuple, Self

import numpy as np

from sufficiency.analytics.forecast.bands import AGE_GROUPS, ENTRY_BANDS, KINDS, Bools, Floats, Ints
from sufficiency.analytics.forecast.causes import EVENTS

ON_ENTRY, ON_MOVING = range(2)  # the occasions on which a kind of placement is chosen
STAYS: Final = -1  # instead of a cause of leaving: a planned move within care
_WHO: Final = (2, len(AGE_GROUPS), len(KINDS))  # UASC, age group, kind of placement


class Steering(NamedTuple):
    """What is steered in each month; `is_on` where anything within the simulation is.

    A child who would have gone to a kind goes elsewhere with the chance `divert` says, to a kind drawn from
    `divert_to`. A planned move takes `plan_a_day` children a day, spread over those it is for.
    """

    is_on: bool
    entrants: Floats  # times the usual [month, entry band]
    times: Floats  # times the usual rate [month, UASC, age group, kind, event]
    turns: Bools  # whether these differ from the month before [month]
    divert: Floats  # [month, occasion, UASC, age group, kind]
    divert_to: Floats  # cumulative [month, occasion, UASC, age group, kind, kind]
    plan_a_day: Floats  # [plan, month]
    plan_for: Bools  # [plan, UASC, age group, kind]
    plan_to: Floats  # cumulative [plan, kind]
    plan_cause: Ints  # the cause by which children leave, or STAYS [plan]

    @classmethod
    def nothing(cls, months: int) -> Self:
        """No lever: the baseline."""
        return cls(
            is_on=False,
            entrants=np.ones((months, len(ENTRY_BANDS))),
            times=np.ones((months, *_WHO, EVENTS)),
            turns=np.zeros(months, dtype=np.bool_),
            divert=np.zeros((months, 2, *_WHO)),
            divert_to=np.ones((months, 2, *_WHO, len(KINDS))),
            plan_a_day=np.zeros((0, months)),
            plan_for=np.zeros((0, *_WHO), dtype=np.bool_),
            plan_to=np.ones((0, len(KINDS))),
            plan_cause=np.zeros(0, dtype=np.int64),
        )

    @property
    def months(self) -> int:
        """The months that are simulated."""
        return len(self.turns)


def leads_to(steering: Steering, kind: int) -> bool:
    """Whether levers send any child to a kind that the child would not have gone to."""
    shares = np.diff(steering.divert_to, axis=-1, prepend=0.0)
    diverts = bool(((steering.divert > 0.0) & (shares[..., kind] > 0.0)).any())
    planned = np.diff(steering.plan_to, axis=-1, prepend=0.0)[:, kind] > 0.0
    stays = steering.plan_cause == STAYS
    return diverts or bool((planned & stays & (steering.plan_a_day > 0.0).any(axis=1)).any())
