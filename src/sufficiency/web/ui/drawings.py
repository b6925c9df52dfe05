"""Charts are drawn once and kept as files: drawing one takes a twentieth of a second, a page has up to thirty.

A chart is kept under all that it shows, so that the same figures give the same chart to whoever may see them, and
other figures never do. The folder may be emptied at any time.
"""

import hashlib
from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from typing import TypeVar, cast

from django.conf import settings
from django.core.cache.backends.filebased import FileBasedCache

MOST_KEPT = 20_000  # drawings, of 1 to 100 kB each
Drawn = TypeVar("Drawn")


def kept(draw: Callable[[], Drawn], *, shows: object) -> Drawn:
    """What `draw` draws, or drew before of the same: `shows` is everything that can be seen in it."""
    content = repr((version("sufficiency"), shows)).encode()
    return cast("Drawn", _folder().get_or_set(hashlib.sha256(content).hexdigest(), draw, timeout=None))


@cache
def _folder() -> FileBasedCache:
    return FileBasedCache(str(settings.HOME / "charts"), {"OPTIONS": {"MAX_ENTRIES": MOST_KEPT}})
