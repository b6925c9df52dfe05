"""The one place that calls the optimiser: choose yes or no for each option so that the total value is highest."""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csc_array


class NotOptimisedError(Exception):
    """The optimiser gave no proven best answer; says why."""

    what_next = "Try with fewer homes for each request (--top), or fewer requests."


@dataclass(frozen=True)
class Limits:
    """Rows of limits: option `options[i]` uses `amounts[i]` of what row `rows[i]` allows, at most `allowed`."""

    rows: np.ndarray
    options: np.ndarray
    amounts: np.ndarray
    allowed: np.ndarray


def best_choice(values: np.ndarray, limits: Limits, *, seconds: float) -> np.ndarray:
    """Which options to take: proven to be the best total value within the limits."""
    if not len(values):
        return np.zeros(0, dtype=bool)
    shape = (len(limits.allowed), len(values))
    matrix = csc_array((limits.amounts, (limits.rows, limits.options)), shape=shape)
    found = milp(
        -values,
        integrality=np.ones(len(values)),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(matrix, ub=limits.allowed),
        options={"time_limit": seconds, "mip_rel_gap": 0.0},
    )
    if found.status != 0:
        raise NotOptimisedError(f"No proven best arrangement was found: {found.message}")
    chosen: np.ndarray = found.x > 0.5
    return chosen
