from dataclasses import replace
from pathlib import Path

import pytest

from sufficiency.analytics.strategy.plan import Objective
from sufficiency.analytics.strategy.remarks.catalogue import THEMES, reading_rules, remarks
from sufficiency.analytics.strategy.remarks.conftest import SOUND
from sufficiency.analytics.strategy.remarks.declaring import reading_rule

CODES = [
    "areas_miscounted", "two_wordings", "untraced", "no_directorate", "no_work", "due_too_soon",
    "planned_or_reached", "numbers_differ", "two_units",
]  # fmt: skip


def test_the_rules_are_those_that_were_published_each_with_an_example():
    assert [rule.code for rule in reading_rules()] == CODES
    assert all(rule.looks_for.endswith(".") for rule in reading_rules())
    beside = [(path := Path(theme.__file__)).with_name(f"test_{path.name}") for theme in THEMES]
    examples = "".join(path.read_text(encoding="utf-8") for path in beside)
    assert not [code for code in CODES if f"def test_{code}(" not in examples]


def test_a_remark_carries_the_code_of_its_rule_and_a_sound_strategy_has_none():
    assert remarks(SOUND) == ()
    (remark,) = remarks(replace(SOUND, objectives=(*SOUND.objectives, Objective(number=2, title="More"))))
    assert (remark.code, remark.where) == ("no_work", "Objective 2")


def test_a_code_is_given_once():
    with pytest.raises(ValueError, match="two rules no_work"):
        reading_rule("no_work")(reading_rules()[0].find)
