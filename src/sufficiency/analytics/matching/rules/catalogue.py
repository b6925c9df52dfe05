"""Every hard rule, in the order shown."""

from collections.abc import Mapping
from datetime import date

from sufficiency.analytics.matching.rules import law, policy, safety
from sufficiency.analytics.matching.rules.declaring import Rule

THEMES = (law, safety, policy)

RULES: Mapping[str, Rule] = {
    rule.id: rule for theme in THEMES for rule in vars(theme).values() if isinstance(rule, Rule)
}


def rules_on(on: date) -> tuple[Rule, ...]:
    """The rules in force on a day."""
    return tuple(rule for rule in RULES.values() if rule.in_force(on))
