"""Every check on savings claims, in the order in which a reader wants to hear of them."""

from sufficiency.analytics.money.claims import SavingsPlan
from sufficiency.analytics.money.savings_checks import counting, prices, timing, totals, values
from sufficiency.analytics.money.savings_checks.declaring import CHECKS, SavingsCheck, Warned

THEMES = (totals, timing, counting, values, prices)


def checks() -> tuple[SavingsCheck, ...]:
    """The checks, theme by theme."""
    names = [theme.__name__ for theme in THEMES]
    return tuple(sorted(CHECKS.values(), key=lambda check: names.index(check.find.__module__)))


def warnings_of(plan: SavingsPlan) -> tuple[Warned, ...]:
    """What every check says of a plan."""
    return tuple(warned for check in checks() for warned in check.warnings(plan))
