"""Code sets of the return, with the collection years in which each code is valid (codes.yaml)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from sufficiency.analytics.reference.years import FIRST_ENDING, LAST_ENDING, CollectionYear

# The same safe reader, ten times as fast where it was built with C.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Code:
    """One code, its meaning and the collection years (by ending) in which it may be used."""

    code: str
    meaning: str
    group: str | None = None
    valid_from: int = FIRST_ENDING
    valid_to: int = LAST_ENDING


@dataclass(frozen=True)
class CodeSet:
    """The codes of one column."""

    name: str
    codes: tuple[Code, ...]

    def valid_in(self, year: CollectionYear) -> frozenset[str]:
        """The codes that may be used in a collection year."""
        return frozenset(c.code for c in self.codes if c.valid_from <= year.ending <= c.valid_to)

    def group(self, name: str) -> tuple[str, ...]:
        """The codes of one group, in order."""
        return tuple(c.code for c in self.codes if c.group == name)

    def meaning(self, code: str) -> str | None:
        """The meaning of a code, or None where it is not in the set."""
        return next((c.meaning for c in self.codes if c.code == code), None)


def _code(code: str, entry: str | dict[str, Any]) -> Code:
    return Code(code, entry) if isinstance(entry, str) else Code(code, **entry)


@cache
def code_sets() -> Mapping[str, CodeSet]:
    """Every code set by name; a column's set has the column's name unless its table says otherwise."""
    text = files(__package__).joinpath("codes.yaml").read_text(encoding="utf-8")
    sets: dict[str, dict[str, str | dict[str, Any]]] = yaml.load(text, Loader=_LOADER)  # noqa: S506 - a safe loader under either name
    return {
        name: CodeSet(name, tuple(_code(str(code), entry) for code, entry in codes.items()))
        for name, codes in sets.items()
    }
