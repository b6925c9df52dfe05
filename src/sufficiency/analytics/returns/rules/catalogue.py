"""Every rule there is, from the modules that declare them by theme."""

from collections.abc import Iterator
from functools import cache
from types import ModuleType

from sufficiency.analytics.returns.rules import (
    adopters,
    adoption,
    ages,
    boundary,
    episode_changes,
    episode_order,
    episode_values,
    header,
    health,
    health_in_long_care,
    integrity,
    leavers,
    leavers_care,
    leaving,
    legal_status,
    liberty,
    location_changes,
    locations,
    missing,
    parents,
    permanence,
    placed_episodes,
    placed_for_adoption,
    placements,
    provider_list,
    pupil_numbers,
    reviews,
    short_breaks,
    social_workers,
    temporary_stays,
    uasc,
)
from sufficiency.analytics.returns.rules.declaring import Rule

THEMES: tuple[ModuleType, ...] = (
    header,
    episode_values,
    episode_order,
    boundary,
    ages,
    placements,
    provider_list,
    integrity,
    adopters,
    adoption,
    episode_changes,
    leaving,
    location_changes,
    locations,
    legal_status,
    permanence,
    placed_episodes,
    placed_for_adoption,
    short_breaks,
    social_workers,
    temporary_stays,
    health,
    health_in_long_care,
    leavers,
    leavers_care,
    liberty,
    missing,
    parents,
    pupil_numbers,
    reviews,
    uasc,
)


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every declared rule in order of code; raises ValueError where a code is declared twice."""
    declared = [rule for theme in THEMES for rule in rules_of(theme)]
    codes = [rule.code for rule in declared]
    twice = sorted({code for code in codes if codes.count(code) > 1})
    if twice:
        raise ValueError(f"Declared twice: {', '.join(twice)}.")
    return tuple(sorted(declared, key=lambda rule: rule.code))


def rules_of(theme: ModuleType) -> Iterator[Rule]:
    """The rules one module declares, in its own order."""
    return (value for value in vars(theme).values() if isinstance(value, Rule))


def rule_by_code(code: str) -> Rule:
    """The rule of that code; KeyError where there is none."""
    found = {rule.code: rule for rule in all_rules()}
    return found[code]
