"""Penalised Poisson regression on rows that each belong to a few columns."""

from dataclasses import dataclass

import numpy as np

from sufficiency.analytics.forecast.bands import Floats, Ints

_MOST_STEPS = 40
_LONGEST_STEP = 2.0  # in log rates: keeps early Newton steps from overshooting
_CLOSE_ENOUGH = 1e-7


@dataclass(frozen=True)
class Estimate:
    """The most likely coefficients and their uncertainty; `root` turns standard normals into deviations.

    `excess` is by how much (in logs) rates drawn would exceed, on average over the rows, the rates fitted: the
    mean of a log-normal lies above its middle. Where events are few this is much.
    """

    mean: Floats
    root: Floats
    excess: float

    def draw(self, normals: Floats) -> Floats:
        """Coefficients for each row of standard normals."""
        # Not the matrix product: its last digits depend on how many threads the library takes.
        drawn: Floats = self.mean + np.einsum("dn,nc->dc", normals, self.root)
        return drawn


def fit(columns: Ints, *, exposure: Floats, events: Floats, prior: Floats, sd: Floats) -> Estimate:
    """Fit log rates: each row's is the sum of its columns' coefficients.

    The prior for each coefficient is normal with the given mean and standard deviation, so that few events
    leave it where it was. Log rates have one maximum, which Newton's method finds.
    """
    precision = 1.0 / sd**2
    at = prior.copy()
    for _ in range(_MOST_STEPS):
        expected = exposure * np.exp(at[columns].sum(axis=1))
        slope = _by_column(columns, events - expected, len(prior)) - precision * (at - prior)
        step = np.linalg.solve(_curvature(columns, expected, precision), slope)
        at = at + step * min(1.0, _LONGEST_STEP / max(np.abs(step).max(), _CLOSE_ENOUGH))
        if np.abs(step).max() < _CLOSE_ENOUGH:
            break
    expected = exposure * np.exp(at[columns].sum(axis=1))
    root = np.linalg.inv(np.linalg.cholesky(_curvature(columns, expected, precision)))
    return Estimate(at, root, _excess(columns, expected, root))


def _excess(columns: Ints, expected: Floats, root: Floats) -> float:
    covariance = root.T @ root
    variance = covariance[columns[:, :, None], columns[:, None, :]].sum(axis=(1, 2))
    return float(np.log((expected * np.exp(variance / 2)).sum() / expected.sum()))


def _by_column(columns: Ints, values: Floats, width: int) -> Floats:
    spread = np.repeat(values, columns.shape[1])
    return bincount(columns.ravel(), spread, width)


def _curvature(columns: Ints, expected: Floats, precision: Floats) -> Floats:
    """The matrix of second derivatives, which is also the precision of the estimate."""
    width = len(precision)
    pairs = columns[:, :, None] * width + columns[:, None, :]
    spread = np.broadcast_to(expected[:, None, None], pairs.shape)
    flat = bincount(pairs.ravel(), spread.ravel(), width * width)
    matrix: Floats = flat.reshape(width, width) + np.diag(precision)
    return matrix


def bincount(places: Ints, values: Floats, width: int) -> Floats:
    """The sum of the values in each place."""
    return np.bincount(places, weights=values, minlength=width).astype(np.float64, copy=False)
