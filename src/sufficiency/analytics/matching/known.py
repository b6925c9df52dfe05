"""Three-valued answers for many homes at once: no, not known, yes. “Not known” never becomes “no”."""

from collections.abc import Iterable
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

Answers = NDArray[np.int8]
Numbers = NDArray[np.float64]

NO, UNKNOWN, YES = np.int8(0), np.int8(1), np.int8(2)


def known(value: bool | None, count: int) -> Answers:
    """One answer for all homes."""
    return np.full(count, UNKNOWN if value is None else YES if value else NO, dtype=np.int8)


def is_true(column: Numbers) -> Answers:
    """A column of 1, 0 and nan as answers."""
    return np.where(np.isnan(column), UNKNOWN, np.where(column > 0, YES, NO)).astype(np.int8)


def at_least(column: Numbers, least: Any) -> Answers:
    """Whether numbers reach another; nan on either side is not known."""
    gap = column - least
    return np.where(np.isnan(gap), UNKNOWN, np.where(gap >= 0, YES, NO)).astype(np.int8)


def all_of(*answers: Answers) -> Answers:
    """Yes where all are; no where any is."""
    return reduce(np.minimum, answers)


def any_of(*answers: Answers) -> Answers:
    """Yes where any is; no where all are."""
    return reduce(np.maximum, answers)


def opposite(answers: Answers) -> Answers:
    """No for yes and yes for no."""
    return (YES - answers).astype(np.int8)


def every(answers: Iterable[Answers], count: int) -> Answers:
    """`all_of` for any number of answers; of none it is yes."""
    return reduce(np.minimum, answers, known(True, count))
