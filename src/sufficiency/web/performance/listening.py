"""Computes the scorecard anew whenever a return was stored."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from sufficiency.analytics.returns.returned import ReadingError
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.models import Authority
from sufficiency.web.performance import actions
from sufficiency.web.returns.signals import return_stored

log = logging.getLogger(__name__)
_waiting: ContextVar[bool] = ContextVar("waiting", default=False)


def connect() -> None:
    """Start listening."""
    return_stored.connect(_heard, dispatch_uid="performance")


@contextmanager
def waiting() -> Iterator[None]:
    """Compute nothing while several returns are stored one after the other; who waits computes at the end."""
    token = _waiting.set(True)
    try:
        yield
    finally:
        _waiting.reset(token)


def _heard(authority: Authority, **_: Any) -> None:
    if _waiting.get():
        return
    try:
        actions.bring_up_to_date(authority, by=Actor(name="Sufficiency", authority=authority))
    except ReadingError as reason:  # a return without episodes: there is nothing to compute from yet
        log.info("No scorecard: %s", reason)
