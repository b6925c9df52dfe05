"""Puts every hard rule to every home, and says what became of each: lawful, not known yet or ruled out."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import numpy as np

from sufficiency.analytics.matching.facing import Facing
from sufficiency.analytics.matching.known import NO, UNKNOWN, YES, Answers
from sufficiency.analytics.matching.requests import Override
from sufficiency.analytics.matching.rules.catalogue import rules_on
from sufficiency.analytics.matching.rules.declaring import Rule


class Outcome(StrEnum):
    """What the hard rules say about a home for a request."""

    ELIGIBLE = "eligible"
    UNKNOWN = "unknown"
    RULED_OUT = "ruled_out"


OUTCOMES = {int(NO): Outcome.RULED_OUT, int(UNKNOWN): Outcome.UNKNOWN, int(YES): Outcome.ELIGIBLE}


@dataclass(frozen=True)
class Broken:
    """A rule that a home breaks, with the fact, its source and who could set the rule aside."""

    rule: Rule
    fact: str
    source: str
    on: str
    waived_by: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Judged:
    """Answers of all rules in force for all homes: a row a rule, a column a home."""

    facing: Facing
    rules: Sequence[Rule]
    answers: Answers
    waived: np.ndarray

    @cached_property
    def worst(self) -> Answers:
        """The worst answer for each home, rules set aside left out."""
        worst: Answers = np.where(self.waived, YES, self.answers).min(axis=0)
        return worst

    def outcome(self, row: int) -> Outcome:
        """What became of a home."""
        return OUTCOMES[int(self.worst[row])]

    def broken(self, row: int) -> list[Broken]:
        """Rules a home breaks, those set aside included."""
        return [self._broken(number, row) for number in _where(self.answers[:, row] == NO)]

    def unknown(self, row: int) -> list[Rule]:
        """Rules about which something must be asked."""
        return [self.rules[number] for number in _where(self.answers[:, row] == UNKNOWN)]

    def _broken(self, number: int, row: int) -> Broken:
        rule, home = self.rules[number], self.facing.columns.homes[row]
        source = home.source_of(rule.reads)
        override = _override(self.facing, rule, home.id)
        return Broken(
            rule=rule,
            fact=rule.fact_about(self.facing, home),
            source=source.what,
            on="" if source.on is None else source.on.isoformat(),
            waived_by=override.by if override else "",
            reason=override.reason if override else "",
        )


def judge(facing: Facing) -> Judged:
    """Every rule in force that day, put to every home."""
    rules = rules_on(facing.on)
    answers = np.stack([rule.test(facing) for rule in rules])
    waived = np.zeros(answers.shape, dtype=bool)
    if facing.request.overrides:
        ids = [home.id for home in facing.columns.homes]
        for number, rule in enumerate(rules):
            waived[number] = [_override(facing, rule, home) is not None for home in ids]
    return Judged(facing, rules, answers, waived & (answers == NO))


def _where(yes: np.ndarray) -> list[int]:
    return [int(number) for number in np.flatnonzero(yes)]


def _override(facing: Facing, rule: Rule, home: str) -> Override | None:
    """The override that counts: by the officer the rule names, with a reason, for this home or all."""
    return next(
        (
            override
            for override in facing.request.overrides
            if override.rule == rule.id
            and rule.may_waive
            and override.by.casefold() == rule.may_waive.casefold()
            and override.reason.strip()
            and override.home in (None, home)
        ),
        None,
    )
