"""Numbers of children as councillors see them: small ones hidden, and none that could be worked out from another."""

from sufficiency.analytics.disclosure import suppress_counts
from sufficiency.analytics.small_numbers import SUPPRESS_BELOW
from sufficiency.reports.wording import percentage

HIDDEN = "a small number"


def late_share(answered: int, late: int) -> str:
    """The share of complaints answered late, in words; hidden where it would tell of a few."""
    in_time, shown = suppress_counts([answered - late, late])
    if in_time is None or shown is None:
        return "the share answered late is hidden, as it would tell of a few"
    return f"{percentage(100 * late / answered)} answered late" if answered else "none answered"


def shown_counts(took_part: int, of_them_uasc: int | None) -> str:
    """How many children took part, and how many of them were unaccompanied, in words."""
    total = HIDDEN if 0 < took_part < SUPPRESS_BELOW else str(took_part)
    if of_them_uasc is None:
        return f"{total} took part"
    rest, part = suppress_counts([took_part - of_them_uasc, of_them_uasc])
    if total == HIDDEN or rest is None or part is None:
        return f"{total} took part; how many of them were unaccompanied is hidden"
    return f"{total} took part, {part} of them unaccompanied"
