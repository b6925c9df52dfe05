"""Changing the content of a scenario, one part at a time: every function gives new content back."""

from collections.abc import Mapping
from typing import Any

Record = Mapping[str, Any]


def with_lever(content: Record, lever: Record, *, place: int | None = None) -> Record:
    """A lever added at the end, or put in place of another (counted from 1)."""
    levers = list(content.get("levers", []))
    if place is None:
        return {**content, "levers": [*levers, lever]}
    return {**content, "levers": [*levers[: place - 1], lever, *levers[place:]]}


def without_lever(content: Record, place: int) -> Record:
    """The lever at a place (from 1) left out."""
    levers = list(content.get("levers", []))
    return {**content, "levers": [*levers[: place - 1], *levers[place:]]}


def with_parts(content: Record, **parts: Any) -> Record:
    """Whole parts replaced; a part that is empty is left out."""
    changed = {**content, **parts}
    return {name: value for name, value in changed.items() if value}
