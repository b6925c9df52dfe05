"""A change to what is known of a home, which can be made and looked at again: for “would be first if”."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from sufficiency.analytics.matching.homes import Home


@dataclass(frozen=True)
class Change:
    """One field of a home (and the key in it, where it has keys) with another value."""

    field: str
    key: str
    value: Any
    text: str

    @property
    def target(self) -> tuple[str, str]:
        """What it changes."""
        return self.field, self.key


def changed(home: Home, changes: Iterable[Change]) -> Home:
    """The home after some changes."""
    for change in changes:
        before = getattr(home, change.field)
        after: Any = {**before, change.key: change.value} if change.key else change.value
        fields: dict[str, Any] = {change.field: after}
        home = replace(home, **fields)
    return home
