"""Every rule of a careful reader, in the order of a strategy's chapters."""

from sufficiency.analytics.strategy.plan import Strategy
from sufficiency.analytics.strategy.remarks import commitments, parts
from sufficiency.analytics.strategy.remarks.declaring import RULES, ReadingRule, Remark

THEMES = (parts, commitments)


def reading_rules() -> tuple[ReadingRule, ...]:
    """The rules, theme by theme, in each as they are written."""
    names = [theme.__name__ for theme in THEMES]
    return tuple(sorted(RULES.values(), key=lambda rule: names.index(rule.find.__module__)))


def remarks(strategy: Strategy) -> tuple[Remark, ...]:
    """All remarks on a strategy."""
    return tuple(remark for rule in reading_rules() for remark in rule.remarks(strategy))
