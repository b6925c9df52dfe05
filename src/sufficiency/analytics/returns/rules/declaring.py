"""How a rule is declared: code, message, where it looks, since when, and one small function.

The function's parameters name what it needs, and nothing else has to be said:

- `header`, `episodes`, … a table of this return; `header_last`, `episodes_last`, … last year's;
- `year`, the collection year with its code sets;
- a derived notion of `derived.py`, such as `episodes_with_before`.

A parameter with the default None is used where it is there. The function's docstring is the message that users
read. It returns either a condition on a row of the rule's first table (an expression), or the failing rows as a
frame. A frame carries `<table>_line` for each table the rule flags; what else it carries can be quoted in `why`.
"""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import narwhals as nw

from sufficiency.analytics.reference.years import LAST_ENDING, CollectionYear
from sufficiency.analytics.returns.tables import TABLES

FIRST_CHECKED = 2024  # 2023-24: earlier years' rules are not described
GUIDE = "DfE children looked-after return guide"

Frame = nw.LazyFrame[Any]
Finder = Callable[..., nw.Expr | Frame]


@dataclass(frozen=True)
class Rule:
    """One check on a return. Years are the ones collections end in."""

    code: str
    message: str
    columns: Mapping[str, tuple[str, ...]]
    find: Finder
    source: str
    why: str | None = None
    suggestion: str | None = None
    from_year: int = FIRST_CHECKED
    until_year: int = LAST_ENDING
    confirmed_from: int = FIRST_CHECKED

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables whose rows it can flag, the main one first."""
        return tuple(self.columns)

    @property
    def needs(self) -> tuple[str, ...]:
        """What its function cannot do without, by parameter name."""
        return tuple(name for name, found in _parameters(self.find).items() if found.default is found.empty)

    @property
    def uses(self) -> tuple[str, ...]:
        """All that its function takes, needed or not."""
        return tuple(_parameters(self.find))

    @property
    def name(self) -> str:
        """The function's name, which says when a row fails."""
        return str(self.find.__name__)

    def applies_in(self, year: CollectionYear) -> bool:
        """Whether the rule is part of that year's checks."""
        return self.from_year <= year.ending <= self.until_year


def rule(
    code: str,
    *,
    flags: Mapping[str, str] | str,
    source: str = GUIDE,
    why: str | None = None,
    suggestion: str | None = None,
    from_year: int = FIRST_CHECKED,
    until_year: int = LAST_ENDING,
    confirmed_from: int = FIRST_CHECKED,
) -> Callable[[Finder], Rule]:
    """Declare the rule that the decorated function finds failures of.

    `flags` names the tables and columns at fault: "Header: SEX" or {"Header": "DOB", "Episodes": "DECOM"}.
    `why` and `suggestion` are texts in which {COLUMN} stands for the failing row's value.
    """

    def declare(find: Finder) -> Rule:
        return Rule(
            code=code,
            message=_message(find),
            columns=_flagged(flags),
            find=find,
            source=f"{source}, rule {code}",
            why=why,
            suggestion=suggestion,
            from_year=from_year,
            until_year=until_year,
            confirmed_from=max(confirmed_from, from_year),
        )

    return declare


def _message(find: Finder) -> str:
    if not find.__doc__:
        raise ValueError(f"The rule function {find} has no docstring to be its message.")
    return " ".join(find.__doc__.split())


def _flagged(flags: Mapping[str, str] | str) -> dict[str, tuple[str, ...]]:
    """Read and check the declaration of what is flagged, so that a misspelling fails at once."""
    given = dict([flags.split(":", 1)]) if isinstance(flags, str) else flags
    columns = {table.strip(): tuple(names.split()) for table, names in given.items()}
    for table, names in columns.items():
        unknown = set(names) - set(TABLES[table].column_names)
        if unknown:
            raise ValueError(f"The {table} table has no column {', '.join(sorted(unknown))}.")
    return columns


def _parameters(find: Finder) -> Mapping[str, inspect.Parameter]:
    return inspect.signature(find).parameters
