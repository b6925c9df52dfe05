"""What a rule of a group says when it is broken: the rule's own words, what was found, and whether it refuses."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Breach:
    """One rule that does not hold. `rule` is its text; a breach that does not refuse is only shown."""

    rule: str
    found: str
    refuses: bool = False
    by: int = 0  # by how many, where the rule is about a number

    def __str__(self) -> str:
        return f"{self.rule} {self.found}"


class TermsError(Exception):
    """Something the terms of reference do not allow; the message has each rule's text."""

    def __init__(self, breaches: Iterable[Breach]) -> None:
        self.breaches = tuple(breaches)
        super().__init__(" ".join(str(breach) for breach in self.breaches))


def refuse(breaches: Iterable[Breach]) -> None:
    """Raise TermsError where any of the breaches refuses."""
    if refusing := [breach for breach in breaches if breach.refuses]:
        raise TermsError(refusing)
