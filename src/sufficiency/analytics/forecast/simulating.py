"""Running the replications: block by block, on as many threads as are asked for."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np

from sufficiency.analytics.forecast import vectors
from sufficiency.analytics.forecast.bands import Counts
from sufficiency.analytics.forecast.blocks import Opening, block
from sufficiency.analytics.forecast.compiled import compiled_simulate


def simulate(opening: Opening, *, replications: int, seed: int, workers: int) -> tuple[Counts, ...]:
    """The tallies (fields of `Tallies`) of all replications, in order; the same for any number of workers.

    The kernel compiled with Numba is taken where that is installed, NumPy where not.
    """
    run = compiled_simulate() or vectors.simulate
    size = opening.block_size
    sizes = [min(size, replications - first) for first in range(0, replications, size)]

    def work(place: int) -> tuple[Counts, ...]:
        ready = block(opening, seed=seed, place=place, size=sizes[place])
        run(ready)
        return tuple(tally.astype(np.int32) for tally in ready.tallies)

    # Threads are enough: machine code and most of NumPy run outside Python's lock.
    with ThreadPoolExecutor(max_workers=workers) as threads:
        done = list(threads.map(work, range(len(sizes))))
    return tuple(np.concatenate(parts) for parts in zip(*done, strict=True))
