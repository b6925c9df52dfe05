"""Random draws for many people at once, always from a generator that the caller seeded."""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]
Random = np.random.Generator


def pick(rng: Random, weights: Floats) -> Whole:
    """For each row of weights, the number of the column drawn in proportion to its weight."""
    heights = weights.cumsum(axis=1)
    drawn = rng.random(len(weights)) * heights[:, -1]
    passed: Whole = (drawn[:, None] >= heights).sum(axis=1)
    return passed


def pick_from(rng: Random, shares: Mapping[str, float], size: int) -> NDArray[Any]:
    """Words drawn in proportion to their shares."""
    return np.array(list(shares))[pick_number(rng, list(shares.values()), size)]


def pick_number(rng: Random, shares: Sequence[float], size: int) -> Whole:
    """Numbers from 0 drawn in proportion to their shares."""
    heights = np.cumsum(shares)
    drawn: Whole = np.searchsorted(heights, rng.random(size) * heights[-1], side="right")
    return drawn


def happens(rng: Random, chance: ArrayLike, size: int) -> Flags:
    """Whether something of that chance happens to each."""
    comes: Flags = rng.random(size) < np.asarray(chance)
    return comes


def days_around(
    rng: Random, median: ArrayLike, spread: ArrayLike, size: int, *, least: ArrayLike = 1
) -> Whole:
    """Lengths of time in whole days around a median; `spread` is the standard deviation of their logarithm."""
    drawn = np.asarray(median) * np.exp(np.asarray(spread) * rng.standard_normal(size))
    lasting: Whole = np.maximum(np.rint(drawn), np.asarray(least)).astype(np.int64)
    return lasting


def days_between(rng: Random, first: ArrayLike, last: ArrayLike, size: int) -> Whole:
    """Whole days drawn evenly from first to last, both ends included."""
    low, high = np.asarray(first), np.asarray(last)
    drawn: Whole = low + np.floor(rng.random(size) * (high - low + 1)).astype(np.int64)
    return drawn


def table(rows: type[IntEnum], columns: type[IntEnum], entries: Mapping[Any, Mapping[Any, float]]) -> Floats:
    """Entries by row and column as an array; what is not named is nought."""
    array = np.zeros((len(rows), len(columns)))
    for row, weights in entries.items():
        for column, weight in weights.items():
            array[row, column] = weight
    return array


def each_of(counts: ArrayLike) -> tuple[Whole, Whole]:
    """For counts such as [2, 1]: whose each item is, [0, 0, 1], and its number among theirs, [0, 1, 0]."""
    sizes = np.asarray(counts, dtype=np.int64)
    owner = np.repeat(np.arange(len(sizes)), sizes)
    return owner, np.arange(len(owner)) - np.repeat(np.cumsum(sizes) - sizes, sizes)


def running_total(values: Whole, owner: Whole) -> Whole:
    """Sums of values so far within each owner; items of one owner stand together, owners ascending."""
    total = np.cumsum(values)
    first = np.searchsorted(owner, owner, side="left")
    return total - total[first] + values[first]


def never_twice_running(rng: Random, owner: Whole, count: int) -> Whole:
    """For each item a number below `count` (two or more); successive items of an owner, standing together, differ."""
    steps = rng.integers(1, count, size=len(owner))
    first = np.concatenate([[True], owner[1:] != owner[:-1]]) if len(owner) else np.zeros(0, dtype=bool)
    steps[first] = rng.integers(count, size=int(first.sum()))
    total = np.cumsum(steps)
    before = (total - steps)[first][np.cumsum(first) - 1] if len(owner) else total
    return (total - before) % count
