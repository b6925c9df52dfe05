"""Notions about being looked after: twelve months in care, periods of care, the UASC flag."""

from collections.abc import Callable
from typing import Any

import narwhals as nw

NOTIONS: tuple[Callable[..., nw.LazyFrame[Any]], ...] = ()
