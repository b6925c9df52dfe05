"""Running the replications block by block, on as many threads as asked for, or where joblib is told to.

Blocks go through joblib: inside `joblib.parallel_config(backend="dask")` the same call runs on the processes of a
cluster. Each block has its own seed, so the numbers are the same wherever and in whatever order blocks run.
"""

import numpy as np
from joblib import Parallel, delayed

from sufficiency.analytics.forecast import vectors
from sufficiency.analytics.forecast.bands import Counts
from sufficiency.analytics.forecast.blocks import Opening, block
from sufficiency.analytics.forecast.compiled import compiled_simulate
from sufficiency.analytics.forecast.held import Counted
from sufficiency.analytics.forecast.turning import turn, turned


def simulate(opening: Opening, *, replications: int, seed: int, workers: int) -> Counted:
    """What is counted in all replications, in order, own places being full or not: see `turning`."""
    free = played(opening, replications=replications, seed=seed, workers=workers)
    away = turned(free, opening.pulls, seed=seed)
    return turn(free, opening.pulls, away, month_days=opening.world.month_days)


def played(opening: Opening, *, replications: int, seed: int, workers: int) -> Counted:
    """The tallies of all replications, as if own places were never full; the same for any number of workers.

    The kernel compiled with Numba is taken where that is installed, NumPy where not.
    """
    size = opening.block_size
    sizes = [min(size, replications - first) for first in range(0, replications, size)]
    # Threads are enough: machine code and most of NumPy run outside Python's lock.
    blocks = Parallel(n_jobs=workers, prefer="threads")
    done = blocks(delayed(_play)(opening, seed, place, size) for place, size in enumerate(sizes))
    return Counted(*(np.concatenate(parts) for parts in zip(*done, strict=True)))


def _play(opening: Opening, seed: int, place: int, size: int) -> tuple[Counts, ...]:
    """The tallies of one block."""
    run = compiled_simulate() or vectors.simulate
    ready = block(opening, seed=seed, place=place, size=size)
    run(ready)
    return tuple(tally.astype(np.int32) for tally in ready.tallies)
