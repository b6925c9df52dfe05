"""The kernel compiled with Numba, where it is installed; import this module only when about to simulate."""

from collections.abc import Callable
from functools import cache
from typing import Any

from sufficiency.analytics.forecast import kernel
from sufficiency.analytics.forecast.people import Run


@cache
def compiled_simulate() -> Callable[[Run], None] | None:
    """`kernel.simulate` as machine code that runs outside Python's lock, or None without Numba.

    The machine code is kept on disk for the next process where a folder for it can be written.
    """
    try:
        from numba import njit
        from numba.extending import register_jitable
    except ImportError:
        return None
    # Numbers that the kernel takes from other modules are frozen into the machine code kept on disk, which is
    # made anew only when kernel.py changes: change the two together.
    for part in kernel.PARTS:
        register_jitable(_nrt=False, forceinline=True)(part)
    # Inlined and without reference counts: else each call copies a description of every array.
    options: dict[str, Any] = {"nogil": True, "_nrt": False, "error_model": "numpy"}
    try:
        found: Callable[[Run], None] = njit(cache=True, **options)(kernel.simulate)
    except RuntimeError:  # no folder for the cache can be written
        found = njit(**options)(kernel.simulate)
    return found
