"""What a remark on a strategy is, and how the rule that makes it is declared: once, with what it looks for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sufficiency.analytics.strategy.plan import Strategy

Found = Iterator[tuple[str, str]]  # where, message


@dataclass(frozen=True)
class Remark:
    """Something to settle: the rule's code, where it stands and what it is."""

    code: str
    where: str
    message: str


@dataclass(frozen=True)
class ReadingRule:
    """One rule: its code, what it looks for in a sentence, and the function that looks."""

    code: str
    looks_for: str
    find: Callable[[Strategy], Found]

    def remarks(self, strategy: Strategy) -> Iterator[Remark]:
        """What it finds in a strategy."""
        return (Remark(self.code, where, message) for where, message in self.find(strategy))


RULES: dict[str, ReadingRule] = {}


def reading_rule(code: str) -> Callable[[Callable[[Strategy], Found]], Callable[[Strategy], Found]]:
    """Declare a rule; the first line of its docstring is what it looks for."""

    def declare(find: Callable[[Strategy], Found]) -> Callable[[Strategy], Found]:
        if code in RULES:
            raise ValueError(f"There are two rules {code}.")
        RULES[code] = ReadingRule(code, (find.__doc__ or "").strip().split("\n")[0], find)
        return find

    return declare
