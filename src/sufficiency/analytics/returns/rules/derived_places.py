"""Notions about where and with whom: placement authority, distance, the provider list."""

from collections.abc import Callable
from typing import Any

import narwhals as nw

NOTIONS: tuple[Callable[..., nw.LazyFrame[Any]], ...] = ()
