"""Block-booked beds: so many of a kind, each paid for whether it is used or not, at a lower price."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sufficiency.analytics.reference.kinds import Kind

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Block:
    """Beds of a kind booked in each month, at a share off the price (0.15 is 15% less)."""

    kind: Kind
    beds: Floats  # [month]
    discount: float


def with_block(days: NDArray[np.int32], daily: Floats, block: Block, *, month_lengths: Floats) -> Floats:
    """What to add to the cost of a kind [replication, month]: what the block saves less what its empty beds cost."""
    booked = block.beds * month_lengths
    used = np.minimum(days, booked)
    saved = used * daily * block.discount
    empty = (booked - used) * daily * (1.0 - block.discount)
    more: Floats = empty - saved
    return more
