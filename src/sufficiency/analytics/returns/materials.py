"""What rules ask for by name: tables of this year and last, the year, references and derived notions."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import narwhals as nw
import polars as pl

from sufficiency.analytics.returns.checked_year import CheckedYear
from sufficiency.analytics.returns.engines import Engine
from sufficiency.analytics.returns.lacking import LackingError
from sufficiency.analytics.returns.returned import Return
from sufficiency.analytics.returns.rules.derived import DERIVED
from sufficiency.analytics.returns.tables import BY_SNAKE

Frame = nw.LazyFrame[Any]
LAST_YEAR = "_last"
REFERENCES = {
    "postcodes": "the postcode reference",
    "providers": "the provider list",
    "authority": "the authority’s code",
}


@dataclass
class Materials:
    """Hands out what a rule's parameters name. Derived notions are made once and kept."""

    current: Return
    previous: Return | None
    engine: Engine
    references: Mapping[str, Any] = field(default_factory=dict)
    _made: dict[str, Any] = field(default_factory=dict)

    def for_function(self, function: Callable[..., Any]) -> dict[str, Any]:
        """The arguments of a rule or notion; raises LackingError where a needed one cannot be had."""
        parameters = inspect.signature(function).parameters
        return {name: self._argument(name, parameter) for name, parameter in parameters.items()}

    def _argument(self, name: str, parameter: inspect.Parameter) -> Any:
        try:
            return self.named(name)
        except LackingError:
            if parameter.default is None:
                return None
            raise

    def named(self, name: str) -> Any:
        """One thing by its name; raises LackingError where it is not there."""
        if name not in self._made:
            self._made[name] = self._make(name)
        return self._made[name]

    def _make(self, name: str) -> Any:
        if name == "year":
            return CheckedYear(self.current.year)
        if name in REFERENCES:
            return self._reference(name)
        if name in DERIVED:
            notion = DERIVED[name]
            return self.engine.settled(notion(**self.for_function(notion)))
        return self.engine.lazy(self._table(name))

    def _reference(self, name: str) -> Any:
        given = self.references.get(name)
        if given is None:
            raise LackingError(f"Needs {REFERENCES[name]}, which was not given.")
        return self.engine.lazy(given) if isinstance(given, pl.DataFrame) else given

    def _table(self, name: str) -> pl.DataFrame:
        table = BY_SNAKE[name.removesuffix(LAST_YEAR)]
        if not name.endswith(LAST_YEAR):
            return _present(self.current.tables.get(table.name), f"Needs the {table.name} table.")
        if self.previous is None:
            raise LackingError("Needs last year’s return, which was not given.")
        return _present(
            self.previous.tables.get(table.name), f"Needs the {table.name} table of last year’s return."
        )


def _present(frame: pl.DataFrame | None, otherwise: str) -> pl.DataFrame:
    if frame is None:
        raise LackingError(otherwise)
    return frame
