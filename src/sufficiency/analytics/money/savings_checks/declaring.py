"""What a check on savings claims is: declared once, with what it looks for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sufficiency.analytics.money.claims import SavingsPlan


@dataclass(frozen=True)
class Warned:
    """Something odd: the check's code, where it is, and what with the arithmetic."""

    code: str
    where: str
    message: str


Found = Iterator[tuple[str, str]]  # where, message


@dataclass(frozen=True)
class SavingsCheck:
    """One check: its code, what it looks for in a sentence, and the function that looks."""

    code: str
    looks_for: str
    find: Callable[[SavingsPlan], Found]

    def warnings(self, plan: SavingsPlan) -> Iterator[Warned]:
        """What it finds in a plan."""
        return (Warned(self.code, where, message) for where, message in self.find(plan))


CHECKS: dict[str, SavingsCheck] = {}


def savings_check(code: str) -> Callable[[Callable[[SavingsPlan], Found]], Callable[[SavingsPlan], Found]]:
    """Declare a check; the first line of its docstring is what it looks for."""

    def declare(find: Callable[[SavingsPlan], Found]) -> Callable[[SavingsPlan], Found]:
        if code in CHECKS:
            raise ValueError(f"There are two checks {code}.")
        CHECKS[code] = SavingsCheck(code, (find.__doc__ or "").strip().split("\n")[0], find)
        return find

    return declare
