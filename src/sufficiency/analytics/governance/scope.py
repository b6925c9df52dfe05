"""Whether a topic lies within a group’s scope."""

from collections.abc import Mapping, Sequence
from enum import StrEnum


class Scope(StrEnum):
    """How a topic stands to a group’s terms of reference."""

    IN = "in scope"
    IMPACT = "out of scope, may be considered for its impact"
    OUT = "out of scope"
    UNKNOWN = "not named in the terms of reference"


def scope_of(topic: str, scope: Mapping[str, Sequence[str]]) -> Scope:
    """Where a topic stands. What is out may still be considered for its impact where the terms let such in."""
    if _named(topic, scope.get("in", ())):
        return Scope.IN
    if _named(topic, scope.get("impact_only", ())):
        return Scope.IMPACT
    if _named(topic, scope.get("out", ())):
        lets_impact_in = any("out-of-scope" in line for line in scope.get("impact_only", ()))
        return Scope.IMPACT if lets_impact_in else Scope.OUT
    return Scope.UNKNOWN


SMALL = frozenset(
    {"and", "for", "in", "of", "on", "the", "a", "an", "housing", "homes", "accommodation", "care"}
)


def _named(topic: str, lines: Sequence[str]) -> bool:
    words = _words(topic)
    return any(words and words <= _words(line) for line in lines)


def _words(text: str) -> set[str]:
    plain = "".join(
        letter if letter.isalnum() else " " for letter in text.casefold().replace("’", "'").replace("'s", "")
    )
    return {word.rstrip("s") for word in plain.split()} - {word.rstrip("s") for word in SMALL}
