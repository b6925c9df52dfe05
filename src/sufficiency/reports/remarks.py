"""Remarks of several years together: the same one in each of eight years is one line with all that it counts."""

from collections.abc import Iterable, Mapping
from typing import Any

Record = Mapping[str, Any]


def together(notes: Iterable[Record]) -> list[Record]:
    """Each message once, in the order of their first, with the counts of all added up."""
    counts: dict[str, int] = {}
    for note in notes:
        counts[note["message"]] = counts.get(note["message"], 0) + note["count"]
    return [{"message": message, "count": count} for message, count in counts.items()]
