"""How a hard rule is declared: text, law, dates, who may set it aside, what shows it, and one small function."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sufficiency.analytics.matching.facing import Facing
from sufficiency.analytics.matching.homes import Home
from sufficiency.analytics.matching.known import Answers

Test = Callable[[Facing], Answers]

ALWAYS = date(1991, 10, 14)  # the Children Act 1989 came into force


class Officer:
    """Officers whom rules name, in words."""

    FOSTERING_MANAGER = "fostering manager"
    HEAD = "head of children's social care"
    NOMINATED = "nominated officer"
    TEAM_MANAGER = "team manager"


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One hard rule. `may_waive` is the only officer who can set it aside; empty where the law allows nobody."""

    id: str
    number: str
    text: str
    law: str
    link: str
    evidence: str
    fact: str
    reads: str
    asks: str
    test: Test
    may_waive: str = ""
    valid_from: date = ALWAYS
    valid_to: date | None = None

    def in_force(self, on: date) -> bool:
        """Whether the rule holds on a day."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)

    def fact_about(self, facing: Facing, home: Home) -> str:
        """What was found about a home, in words."""
        ages = [child.years(facing.on) for child in facing.request.children]
        return self.fact.format(home=home, request=facing.request, ages=_in_words(ages), on=facing.on)


def rule(number: str, **declared: object) -> Callable[[Test], Rule]:
    """Declare a rule; the function's name is its id and its docstring the text that people read."""

    def declare(test: Test) -> Rule:
        text = (test.__doc__ or "").strip()
        return Rule(id=test.__name__, number=number, text=text, test=test, **declared)  # type: ignore[arg-type]

    return declare


def _in_words(ages: list[int | None]) -> str:
    return ", ".join("not known" if age is None else str(age) for age in ages)
